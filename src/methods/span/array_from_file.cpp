#include "methods/span/array_from_file.hpp"

#include <cstdlib>
#include <string>

#include "pricing/option.hpp"

namespace plimsoll::span {
namespace {

using clearing::Contract, clearing::Index, clearing::Product, clearing::ProductType;
using clearing::RiskFile, clearing::SeriesTerms;

std::string text(const Month& month) {
  std::string digits = std::to_string(month.year);
  digits += (month.month < 10 ? "0" : "") + std::to_string(month.month);
  return digits + std::string{month.day.view()};
}

int months_apart(const Month& a, const Month& b) {
  return std::abs((a.year - b.year) * 12 + a.month - b.month);
}

/// One contract's inputs while they are looked for.
class Search {
 public:
  Search(const RiskFile& file, const Contract& key, const ArrayChoices& choices)
      : file_{file}, key_{key}, choices_{choices}, product_{file.products[key.product]} {}

  Result<ArrayFromFile> made() {
    PLIMSOLL_TRY_VOID(find_series());
    PLIMSOLL_TRY_VOID(find_scans());
    PLIMSOLL_TRY_VOID(find_underlying());
    if (clearing::is_option(product_.key.type)) PLIMSOLL_TRY_VOID(find_option());
    auto generated = generated_array(terms_);
    if (!generated) return refuse(generated.error().what);
    return ArrayFromFile{
        .generated = *generated, .terms = terms_, .series = series_, .of_own_expiry = is_own_};
  }

 private:
  std::unexpected<Error> refuse(std::string what) const {
    return fail(
        Reason::bad_input, std::move(what),
        file_.name + " " + std::string{product_.key.product.view()} + " " + text(expiry_of(key_)));
  }
  template <class Series>
  static Month expiry_of(const Series& of) {
    if constexpr (requires { of.future_month; })
      return of.option_month.empty() ? of.future_month : of.option_month;
    else return of.option_month.empty() ? of.month : of.option_month;
  }
  const SeriesTerms& series() const { return file_.terms[series_]; }

  Result<void> find_series() {
    Index nearest = clearing::nowhere;
    for (Index i = 0; i < file_.terms.size(); ++i) {
      const SeriesTerms& terms = file_.terms[i];
      if (terms.product != key_.product) continue;
      if (terms.future_month == key_.month && terms.option_month == key_.option_month) {
        series_ = i;
        return {};
      }
      const auto distance = [&](Index at) {
        return months_apart(expiry_of(file_.terms[at]), expiry_of(key_));
      };
      if (nearest == clearing::nowhere || distance(i) < distance(nearest)) nearest = i;
    }
    if (nearest == clearing::nowhere)
      return refuse("the file has no scan ranges for any expiry of the product");
    if (choices_.from == TermsFrom::own_expiry)
      return refuse("the file has no scan ranges for this expiry; ask for those of the nearest, " +
                    text(expiry_of(file_.terms[nearest])) + ", or for an expiry it has");
    series_ = nearest;
    is_own_ = false;
    return {};
  }

  Result<void> find_scans() {
    if (product_.own_factors && !choices_.value_factor)
      return refuse("the product's contracts have value factors of their own; give value_factor");
    terms_.value_factor = choices_.value_factor.value_or(to_double(product_.value_factor));
    if (series().price_scan)
      terms_.price_scan = {*series().price_scan / terms_.value_factor, ScanKind::absolute};
    else if (series().price_scan_ratio)
      terms_.price_scan = {*series().price_scan_ratio, ScanKind::ratio};
    else return refuse("the file has no price scan range for this expiry");
    terms_.points = file_.points;
    terms_.delta_points = file_.delta_points;
    if (file_.points.empty()) {
      if (!series().extreme_multiplier || !series().extreme_cover)
        return refuse("the file says neither the extreme move nor the scan points");
      terms_.extreme_multiple = *series().extreme_multiplier;
      terms_.extreme_cover = *series().extreme_cover;
    }
    terms_.lookahead =
        choices_.lookahead.value_or(series().lookahead.value_or(file_.lookahead.value_or(0)));
    const bool positional = file_.format == clearing::FileFormat::positional;
    terms_.rounding = positional ? ArrayRounding::whole : ArrayRounding::cents;
    return {};
  }

  /// Of a future, its own price; of an option, that of what it is on.
  std::optional<Decimal> price_in_file() const {
    const bool option = clearing::is_option(product_.key.type);
    const bool on_future = product_.key.type == ProductType::option_on_future;
    for (const Contract& contract : file_.contracts) {
      const Product& of = file_.products[contract.product];
      if (!contract.price || contract.right) continue;
      if (!option && contract.product == key_.product && contract.month == key_.month)
        return contract.price;
      if (!option || of.key.product != product_.underlying) continue;
      if (on_future ? of.key.type == ProductType::future && contract.month == key_.month
                    : of.key.type == ProductType::physical || of.key.type == ProductType::equity)
        return contract.price;
    }
    return std::nullopt;
  }

  Result<void> find_underlying() {
    terms_.model = ArrayModel::future;
    const auto price = price_in_file();
    if (!choices_.underlying && !price) {
      const bool needed =
          clearing::is_option(product_.key.type) || terms_.price_scan.kind == ScanKind::ratio;
      if (needed) return refuse("the file has no price of the underlying; give underlying");
      return {};
    }
    terms_.underlying = choices_.underlying ? *choices_.underlying : to_double(*price);
    return {};
  }

  Result<Style> style() const {
    if (choices_.style) return *choices_.style;
    if (product_.style) return *product_.style;
    const std::string& model =
        series().pricing_model.empty() ? product_.pricing_model : series().pricing_model;
    if (model == "W") return Style::american;
    if (model == "B" || model == "BL" || model == "BS") return Style::european;
    return refuse("the file does not say how the option is exercised; give style");
  }

  Result<void> find_option() {
    const bool on_future = product_.key.type == ProductType::option_on_future;
    PLIMSOLL_TRY(exercise, style());
    const bool american = exercise == Style::american;
    if (on_future)
      terms_.model = american ? ArrayModel::american_on_future : ArrayModel::european_on_future;
    else terms_.model = american ? ArrayModel::american_on_spot : ArrayModel::european_on_spot;
    if (!key_.right) return refuse("an option is a call or a put; give right");
    terms_.right = *key_.right;
    terms_.strike = to_double(key_.strike);
    if (product_.cabinet) terms_.cabinet = to_double(*product_.cabinet);
    PLIMSOLL_TRY_VOID(find_years());
    PLIMSOLL_TRY_VOID(find_volatility());
    const auto rate = choices_.rate ? choices_.rate : series().rate;
    if (!rate) return refuse("the file has no rate for this expiry; give rate");
    terms_.rate = *rate;
    const auto yield = choices_.dividend_yield ? choices_.dividend_yield : series().dividend_yield;
    terms_.dividend_yield = yield.value_or(0);
    return {};
  }

  Result<void> find_years() {
    if (choices_.years) {
      terms_.years = *choices_.years;
    } else if (is_own_ && series().years) {
      terms_.years = *series().years;
    } else if (is_own_ && series().expiry) {
      terms_.years =
          static_cast<double>((*series().expiry - file_.day).count()) / file_.days_per_year;
    } else {
      return refuse("the file does not say when the option expires; give years");
    }
    return {};
  }

  Result<void> find_volatility() {
    const auto volatility = choices_.volatility ? choices_.volatility : series().volatility;
    // Positional files fill the field with nines where there is none.
    if (!volatility || !(*volatility <= pricing::volatility_most))
      return refuse("the file has no volatility for this expiry; give volatility");
    terms_.volatility = *volatility;
    if (!series().volatility_scan)
      return refuse("the file has no volatility scan range for this expiry");
    terms_.volatility_scan.size = *series().volatility_scan;
    if (series().volatility_scan_is_ratio) terms_.volatility_scan.kind = ScanKind::ratio;
    return {};
  }

  const RiskFile& file_;
  const Contract& key_;
  const ArrayChoices& choices_;
  const Product& product_;
  ArrayTerms terms_ = {};
  Index series_ = clearing::nowhere;
  bool is_own_ = true;
};

}  // namespace

Result<ArrayFromFile> array_from_file(const RiskFile& file, const Contract& key,
                                      const ArrayChoices& choices) {
  if (key.product >= file.products.size())
    return fail(Reason::bad_input, "the product is not in the file", file.name);
  const ProductType type = file.products[key.product].key.type;
  if (type != ProductType::future && !clearing::is_option(type))
    return fail(Reason::bad_input,
                "arrays are generated for futures and options, not for " +
                    std::string{clearing::code_of(type)},
                file.name);
  if (type == ProductType::option_on_combination)
    return fail(Reason::bad_input,
                "options on combinations are not generated; give them as own parameters",
                file.name);
  return Search{file, key, choices}.made();
}

Result<ArrayFit> fitted_to_series(const RiskFile& file, const Contract& key,
                                  const ArrayChoices& choices) {
  std::vector<const Contract*> members;
  for (const Contract& contract : file.contracts)
    if (contract.product == key.product && contract.month == key.month &&
        contract.option_month == key.option_month && contract.arrays > 0 &&
        !file.arrays[contract.array].generated)
      members.push_back(&contract);
  if (members.size() < 2)
    return fail(
        Reason::bad_input,
        "the file has fewer than two arrays of this expiry to fit a volatility and a rate to",
        file.name);
  ArrayChoices open = choices;
  open.volatility = 0.2;  // neither is read by the fit
  open.rate = 0;
  std::vector<PrintedLoss> printed;
  const std::size_t step = (members.size() - 1) / fitted_arrays_most + 1;
  for (std::size_t i = 0; i < members.size(); i += step) {
    PLIMSOLL_TRY(made, array_from_file(file, *members[i], open));
    const std::size_t scenario = printed.size() % clearing::RiskArray::size;
    const Decimal loss = clearing::value_of(file.arrays[members[i]->array], scenario);
    printed.push_back({.terms = made.terms, .scenario = scenario, .loss = to_double(loss)});
  }
  return fitted(printed, FitOf::both);
}

}  // namespace plimsoll::span
