#include "io/clearing/spn_products.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"
#include "io/text.hpp"

namespace plimsoll::io::spn {
namespace {

using clearing::Index;
using clearing::nowhere;
using clearing::ProductType;

constexpr std::size_t arrays_max = 1'000;  // of one contract

ProductType type_of(Tag tag) {
  switch (tag) {
    case Tag::phyPf:
      return ProductType::physical;
    case Tag::equityPf:
      return ProductType::equity;
    case Tag::debtPf:
      return ProductType::debt;
    case Tag::futPf:
      return ProductType::future;
    case Tag::fwdPf:
      return ProductType::forward;
    case Tag::cmbPf:
      return ProductType::combination;
    case Tag::oofPf:
      return ProductType::option_on_future;
    case Tag::oopPf:
      return ProductType::option_on_physical;
    case Tag::oocPf:
      return ProductType::option_on_combination;
    default:
      break;
  }
  PLIMSOLL_CHECK(tag == Tag::ooePf);
  return ProductType::option_on_equity;
}

std::optional<clearing::Valuation> valuation_of(std::string_view word) {
  if (begins_with(word, "EQTY")) return clearing::Valuation::premium_style;
  if (begins_with(word, "FUT")) return clearing::Valuation::futures_style;
  return std::nullopt;
}

std::optional<Style> style_of(std::string_view word) {
  if (begins_with(word, "A")) return Style::american;
  if (begins_with(word, "E")) return Style::european;
  return std::nullopt;
}

Result<clearing::Product> product_of(Element element, const clearing::Code& exchange) {
  clearing::Product product;
  PLIMSOLL_TRY(code, needed_code(element, Tag::pfCode));
  PLIMSOLL_TRY(money, currency(element, Tag::currency));
  PLIMSOLL_TRY(factor, decimal(element, Tag::cvf, price_max));
  PLIMSOLL_TRY(cabinet, decimal(element, Tag::cab, money_max));
  product.key = {exchange, code, type_of(element.tag())};
  if (const auto underlying = element.child(Tag::undPf)) {
    PLIMSOLL_TRY(of, spn::code(*underlying, Tag::pfCode));
    product.underlying = of;
  }
  product.name = words(element, Tag::name);
  product.currency = money;
  if (factor) product.value_factor = *factor;
  if (cabinet && !cabinet->is_zero()) product.cabinet = cabinet;
  product.valuation = valuation_of(element.text(Tag::valueMeth));
  product.style = style_of(element.text(Tag::exercise));
  product.pricing_model = words(element, Tag::priceModel);
  product.settlement = words(element, Tag::setlMeth);
  product.line = element.line();
  return product;
}

/// What fut, phy, ... and series say alike.
Result<clearing::SeriesTerms> terms_of(Element element) {
  clearing::SeriesTerms terms;
  PLIMSOLL_TRY_VOID(scan_ranges(element, terms));
  PLIMSOLL_TRY(volatility, real(element, Tag::v));
  PLIMSOLL_TRY(years, real(element, Tag::t));
  PLIMSOLL_TRY(scale, quotient(element, Tag::sc, ratio_max));
  PLIMSOLL_TRY(expiry, day(element, Tag::setlDate));
  if (const auto interest = element.child(Tag::intrRate)) {
    PLIMSOLL_TRY(rate, real(*interest, Tag::val));
    terms.rate = rate;
  }
  if (const auto dividends = element.child(Tag::divRate)) {
    PLIMSOLL_TRY(yield, real(*dividends, Tag::val));
    terms.dividend_yield = yield;
  }
  terms.volatility = volatility;
  terms.years = years;
  if (scale && !scale->is_zero()) terms.delta_scale = scale;  // zero is none, as in a B record
  terms.expiry = expiry;
  terms.line = element.line();
  return terms;
}

/// Price, volatility and delta of the contract itself, and its arrays, added to the file's.
Result<clearing::Contract> contract_of(Element element, clearing::RiskFile& file) {
  clearing::Contract contract;
  PLIMSOLL_TRY(price, decimal(element, Tag::p, price_max));
  PLIMSOLL_TRY(volatility, real(element, Tag::v));
  PLIMSOLL_TRY(delta, real(element, Tag::d));
  contract.price = price;
  contract.volatility = volatility;
  contract.delta = delta;
  contract.line = element.line();
  const std::vector<Element> arrays = element.children(Tag::ra);
  if (arrays.size() > arrays_max) return refuse(element, "it has more than 1,000 arrays");
  if (arrays.empty()) return contract;
  contract.array = static_cast<Index>(file.arrays.size());
  contract.arrays = static_cast<std::uint16_t>(arrays.size());
  for (const Element ra : arrays) {
    auto array = risk_array(ra);
    if (!array) {
      file.arrays.resize(contract.array);
      return std::unexpected{std::move(array).error()};
    }
    file.arrays.push_back(*array);
  }
  return contract;
}

/// A contract's own factor, where the product's does not hold.
Result<std::optional<Decimal>> own_factor(Element element, clearing::Product& product) {
  PLIMSOLL_TRY(factor, decimal(element, Tag::cvf, price_max));
  if (!factor || factor->is_zero() || *factor == product.value_factor) return std::nullopt;
  product.own_factors = true;
  return factor;
}

Result<Reference> reference_of(Element underlying, House& house) {
  Reference reference;
  PLIMSOLL_TRY(exchange, needed_code(underlying, Tag::exch));
  PLIMSOLL_TRY(family, number(underlying, Tag::pfId));
  PLIMSOLL_TRY(contract, number(underlying, Tag::cId));
  if (!family || !contract) return refuse(underlying, "a reference needs exch, pfId and cId");
  reference.exchange = house.references.exchange(exchange);
  reference.family = *family;
  reference.contract = *contract;
  return reference;
}

Result<void> read_legs(Element element, const clearing::Contract& contract, House& house) {
  clearing::CombinationContract combination;
  combination.product = house.file.products[contract.product].key;
  combination.month = contract.month;
  combination.line = element.line();
  References::Legs waiting;
  for (const Element leg : element.children(Tag::undC)) {
    PLIMSOLL_TRY(reference, reference_of(leg, house));
    PLIMSOLL_TRY(leg_side, side(leg, Tag::s));
    PLIMSOLL_TRY(ratio, quotient(leg, Tag::i, ratio_max));
    waiting.legs.push_back(reference);
    combination.legs.push_back({{}, {}, leg_side, ratio.value_or(Decimal{1})});
  }
  if (combination.legs.empty()) return {};
  waiting.combination = static_cast<Index>(house.file.combinations.size());
  house.file.combinations.push_back(std::move(combination));
  house.references.wait(std::move(waiting));
  return {};
}

void note_price_scan(const clearing::SeriesTerms& terms, House& house) {
  house.price_scan_ratio_most =
      std::max(house.price_scan_ratio_most, std::abs(terms.price_scan_ratio.value_or(0)));
}

/// All of a wanted contract; its arrays may be in the file when it is refused.
Result<void> keep_contract(Element element, Month month, const clearing::SeriesTerms& terms,
                           const ProductAtHand& at_hand, House& house) {
  clearing::RiskFile& file = house.file;
  PLIMSOLL_TRY(contract, contract_of(element, file));
  PLIMSOLL_TRY(factor, own_factor(element, file.products[at_hand.product]));
  contract.product = at_hand.product;
  contract.month = month;
  contract.value_factor = factor;
  contract.terms = static_cast<Index>(file.terms.size());
  if (element.tag() == Tag::cmb) PLIMSOLL_TRY_VOID(read_legs(element, contract, house));
  file.terms.push_back(terms);
  file.contracts.push_back(std::move(contract));
  return {};
}

}  // namespace

Result<ProductAtHand> read_product(Element element, const clearing::Code& exchange,
                                   const clearing::Wanted& wanted, House& house) {
  ProductAtHand at_hand;
  PLIMSOLL_TRY(product, product_of(element, exchange));
  PLIMSOLL_TRY(family, number(element, Tag::pfId));
  at_hand.product = static_cast<Index>(house.file.products.size());
  at_hand.exchange = house.references.exchange(exchange);
  at_hand.family = family.value_or(0);
  at_hand.wanted = wanted.all || std::ranges::count(wanted.products, product.key.product) > 0;
  at_hand.own_size = element.tree().size();
  house.references.family(at_hand.exchange, at_hand.family, at_hand.product);
  house.file.products.push_back(std::move(product));
  return at_hand;
}

namespace {

/// Of a product nobody asked for, the nearest month's: its commodity's price risk may be held to
/// it.
void keep_nearest(clearing::SeriesTerms terms, clearing::RiskFile& file) {
  const bool known = !file.terms.empty() && file.terms.back().product == terms.product;
  if (!known) file.terms.push_back(std::move(terms));
  else if (terms.future_month < file.terms.back().future_month)
    file.terms.back() = std::move(terms);
}

}  // namespace

Result<void> read_contract(Element element, const ProductAtHand& at_hand, House& house) {
  PLIMSOLL_TRY(id, number(element, Tag::cId));
  PLIMSOLL_TRY(month, spn::month(element, Tag::pe));
  PLIMSOLL_TRY(terms, terms_of(element));
  note_price_scan(terms, house);
  if (id)
    house.references.contract({at_hand.exchange, at_hand.family, *id}, {at_hand.product, month});
  terms.product = at_hand.product;
  terms.future_month = month;
  if (!at_hand.wanted) {
    keep_nearest(std::move(terms), house.file);
    return {};
  }
  terms.pricing_model = house.file.products[at_hand.product].pricing_model;
  const std::size_t arrays = house.file.arrays.size();
  auto kept = keep_contract(element, month, terms, at_hand, house);
  if (!kept) house.file.arrays.resize(arrays);
  return kept;
}

Result<void> read_option(Element element, const ProductAtHand& at_hand, House& house) {
  const std::string_view word = element.text(Tag::o);
  if (word != "C" && word != "P")
    return refuse(element, "\"" + shown(word) + "\" is no option's right; o is C or P");
  PLIMSOLL_TRY(strike, decimal(element, Tag::k, price_max));
  if (!strike) return refuse(element, "there is no k, the strike, in this element");
  PLIMSOLL_TRY(contract, contract_of(element, house.file));
  contract.product = at_hand.product;
  contract.right = word == "C" ? Right::call : Right::put;
  contract.strike = *strike;
  house.file.contracts.push_back(std::move(contract));
  return {};
}

namespace {

bool needs_underlying_month(ProductType type) {
  return type == ProductType::option_on_future || type == ProductType::option_on_combination;
}

Result<void> complete_series(Element element, const ProductAtHand& at_hand, House& house) {
  clearing::RiskFile& file = house.file;
  PLIMSOLL_TRY(month, spn::month(element, Tag::pe));
  if (month.empty()) return refuse(element, "there is no pe, the expiry, in this series");
  PLIMSOLL_TRY(terms, terms_of(element));
  PLIMSOLL_TRY(factor, own_factor(element, file.products[at_hand.product]));
  note_price_scan(terms, house);
  terms.product = at_hand.product;
  terms.option_month = month;
  terms.pricing_model = file.products[at_hand.product].pricing_model;
  const auto last = static_cast<Index>(file.contracts.size());
  const auto place = static_cast<Index>(file.terms.size());
  if (const auto underlying = element.child(Tag::undC)) {
    PLIMSOLL_TRY(reference, reference_of(*underlying, house));
    house.references.wait(References::Underlying{reference, place, at_hand.series_contracts, last,
                                                 underlying->line()});
  } else if (needs_underlying_month(file.products[at_hand.product].key.type)) {
    return refuse(element, "there is no undC, which says the month of the future it is on");
  }
  for (Index i = at_hand.series_contracts; i < last; ++i) {
    clearing::Contract& contract = file.contracts[i];
    contract.option_month = month;
    contract.terms = place;
    contract.value_factor = factor;
  }
  file.terms.push_back(std::move(terms));
  return {};
}

}  // namespace

Result<void> read_series(Element element, const ProductAtHand& at_hand, House& house) {
  auto read = complete_series(element, at_hand, house);
  if (!read) {
    house.file.contracts.resize(at_hand.series_contracts);
    house.file.arrays.resize(at_hand.series_arrays);
  }
  return read;
}

}  // namespace plimsoll::io::spn
