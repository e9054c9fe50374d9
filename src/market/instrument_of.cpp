#include "market/instrument_of.hpp"

#include <algorithm>
#include <utility>

namespace plimsoll {
namespace {

using Type = InstrumentType;

std::unexpected<Error> refused(std::string what) {
  return fail(Reason::bad_input, std::move(what));
}

std::unexpected<Error> incomplete(Type type, std::string_view field, std::string_view example) {
  return refused("type \"" + std::string{word_of(type)} + "\" needs \"" + std::string{field} +
                 "\"; write it under instruments, like " + std::string{example});
}

Currency currency_of(const Description& d, const AccountTerms& terms) {
  return d.currency.empty() ? terms.currency : Currency::of(d.currency);
}

Listing listing_of(const Description& d, const AccountTerms& terms) {
  return {currency_of(d, terms), d.marginable.value_or(true), d.marginable_from};
}

std::optional<IndexClass> index_class_of(const Description& d) {
  if (d.index_class.empty()) return {};
  if (d.index_class == "currency") return IndexClass::currency;
  if (d.index_class == "interest_rate") return IndexClass::interest_rate;
  return d.index_class == "broad" ? IndexClass::broad : IndexClass::narrow;
}

std::optional<Style> style_of(const Description& d) {
  if (d.style.empty()) return {};
  return d.style == "american" ? Style::american : Style::european;
}

std::optional<Settlement> settlement_of(const Description& d) {
  if (d.settlement.empty()) return {};
  return d.settlement == "am" ? Settlement::am : Settlement::pm;
}

Right right_of(const Description& d) { return d.right == "put" ? Right::put : Right::call; }

/// An empty id where nothing is said. `problems` has found every symbol well formed.
InstrumentId id_or_nothing(const std::string& symbol) {
  return instrument_id(symbol).value_or(InstrumentId{});
}

Result<Instrument> stock_of(const InstrumentId& id, Type type, const Description& d,
                            const AccountTerms& terms) {
  const StockKind kind = type == Type::etf   ? StockKind::etf
                         : type == Type::etn ? StockKind::etn
                                             : StockKind::equity;
  return Stock{.id = id,
               .kind = kind,
               .leverage = d.leverage.value_or(Decimal{1}),
               .reference = id_or_nothing(d.reference),
               .index_class = index_class_of(d),
               .listing = listing_of(d, terms)};
}

Result<Instrument> bond_of(const InstrumentId& id, Type type, const Description& d,
                           const AccountTerms& terms) {
  const bool preferred = type == Type::convertible && !d.maturity;
  if (!d.maturity && !preferred) return incomplete(type, "maturity", "2031-05-15");
  if (d.maturity && *d.maturity < terms.as_of)
    return refused("it matured on " + to_text(*d.maturity) +
                   "; remove it and write what was paid as cash");
  if (d.conversion_ratio && d.underlying.empty())
    return incomplete(type, "underlying", "the symbol of the stock it converts into");
  const BondKind kind = type == Type::treasury      ? BondKind::treasury
                        : type == Type::municipal   ? BondKind::municipal
                        : type == Type::convertible ? BondKind::convertible
                                                    : BondKind::corporate;
  Bond bond{.id = id,
            .kind = kind,
            .maturity = d.maturity,
            .zero_coupon = d.zero_coupon.value_or(false),
            .underlying = id_or_nothing(d.underlying),
            .conversion_ratio = d.conversion_ratio,
            .listing = listing_of(d, terms)};
  if (!d.rating.empty())
    bond.rating = d.rating == "investment_grade" ? Rating::investment_grade : Rating::high_yield;
  return bond;
}

Result<Instrument> warrant_of(const InstrumentId& id, const Description& d,
                              const AccountTerms& terms) {
  if (d.underlying.empty()) return incomplete(Type::warrant, "underlying", "\"XYZ\"");
  if (!d.strike) return incomplete(Type::warrant, "strike", "\"11.50\", the exercise price");
  if (!d.expiry) return incomplete(Type::warrant, "expiry", "2029-06-30");
  if (*d.expiry < terms.as_of)
    return refused("it expired on " + to_text(*d.expiry) + "; remove it");
  return Warrant{.id = id,
                 .underlying = id_or_nothing(d.underlying),
                 .exercise = {*d.strike, currency_of(d, terms)},
                 .expiry = *d.expiry,
                 .shares = d.multiplier.value_or(Decimal{1}),
                 .listing = listing_of(d, terms)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "19", or a week as clearing houses write it: "W3", "G2", "1W".
Result<DayCode> day_of(const std::string& text, std::chrono::year_month month,
                       std::string_view field) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool coded = text.size() == 2 && std::ranges::any_of(text, capital) &&
                     std::ranges::all_of(text, [&](char c) { return capital(c) || is_digit(c); });
  if (coded) return DayCode{text};
  if (text.empty() || !std::ranges::all_of(text, is_digit))
    return refused(std::string{field} + ": \"" + text.substr(0, 40) +
                   "\" is no day of a contract; write a day of the month, like 19, or a week in "
                   "two capitals and digits, like \"W3\"");
  const unsigned day = text.size() <= 2 ? static_cast<unsigned>(std::stoi(text)) : 0;
  if (!(month / std::chrono::day{day}).ok())
    return refused(std::string{field} + ": there is no day " + text.substr(0, 40) +
                   " in that month; write 1 to " +
                   std::to_string(static_cast<unsigned>((month / std::chrono::last).day())));
  return DayCode{(text.size() == 1 ? "0" : "") + text};
}

/// What `month` and `day` say together: "202512", and a day where the contract is not a monthly
/// one.
struct MonthFields {
  std::string_view month, day;
};
Result<Month> month_of(const std::string& text, const std::string& day, MonthFields fields) {
  const bool digits = text.size() == 6 && std::ranges::all_of(text, is_digit);
  const int number = digits ? std::stoi(text) : 0;
  const std::chrono::year_month month{std::chrono::year{number / 100},
                                      std::chrono::month{static_cast<unsigned>(number % 100)}};
  if (!digits || !month.ok() || number / 100 < 1900)
    return refused(std::string{fields.month} + " \"" + text.substr(0, 40) +
                   "\" is not a contract month; write year and month, like \"202512\"");
  Month read{static_cast<std::uint16_t>(number / 100), static_cast<std::uint8_t>(number % 100)};
  if (day.empty()) return read;
  PLIMSOLL_TRY(code, day_of(day, month, fields.day));
  read.day = code;
  return read;
}

constexpr MonthFields contract_month{"month", "day"};
constexpr MonthFields option_month{"option_month", "option_day"};

std::optional<Currency> currency_stated(const Description& d) {
  return d.currency.empty() ? std::nullopt : std::optional{Currency::of(d.currency)};
}

Result<Future> future_of(const InstrumentId& id, Type type, const Description& d) {
  if (d.product.empty()) return incomplete(type, "product", "\"ES\"");
  if (d.month.empty()) return incomplete(type, "month", "\"202512\"");
  PLIMSOLL_TRY(month, month_of(d.month, d.day, contract_month));
  return Future{.id = id,
                .product = id_or_nothing(d.product),
                .exchange = id_or_nothing(d.exchange),
                .month = month,
                .multiplier = d.multiplier,
                .currency = currency_stated(d)};
}

/// What an option is on. Its month may be left out: the clearing house's file has it.
Result<Future> future_beneath(const InstrumentId& id, const Description& d) {
  if (!d.month.empty()) return future_of(id, Type::future_option, d);
  if (!d.day.empty()) return incomplete(Type::future_option, "month", "\"202512\", beside \"day\"");
  if (d.product.empty()) return incomplete(Type::future_option, "product", "\"ES\"");
  return Future{.id = id,
                .product = id_or_nothing(d.product),
                .exchange = id_or_nothing(d.exchange),
                .month = {},
                .multiplier = d.multiplier,
                .currency = currency_stated(d)};
}

Result<Instrument> combination_of(const InstrumentId& id, const Description& d) {
  constexpr Type type = Type::combination;
  if (d.product.empty()) return incomplete(type, "product", "\"ES\"");
  if (d.month.empty()) return incomplete(type, "month", "\"202512\"");
  PLIMSOLL_TRY(month, month_of(d.month, d.day, contract_month));
  return Combination{.id = id,
                     .product = id_or_nothing(d.product),
                     .exchange = id_or_nothing(d.exchange),
                     .month = month,
                     .currency = currency_stated(d)};
}

Result<Instrument> future_option_of(const InstrumentId& id, const Description& d,
                                    const AccountTerms& terms) {
  constexpr Type type = Type::future_option;
  PLIMSOLL_TRY(future, future_beneath(id, d));
  if (d.option_month.empty()) return incomplete(type, "option_month", "\"202512\"");
  if (d.right.empty()) return incomplete(type, "right", "\"put\"");
  if (!d.strike) return incomplete(type, "strike", "\"5000\"");
  PLIMSOLL_TRY(month, month_of(d.option_month, d.option_day, option_month));
  return FutureOption{.id = id,
                      .future = future,
                      .option_month = month,
                      .right = right_of(d),
                      .strike = {*d.strike, currency_of(d, terms)}};
}

/// What the symbol and the description say together; refused where they differ.
Result<OsiSymbol> terms_of(const std::optional<OsiSymbol>& symbol, const Description& d) {
  if (!symbol) {
    if (!d.expiry) return incomplete(Type::option, "expiry", "2027-01-15");
    if (d.right.empty()) return incomplete(Type::option, "right", "\"put\"");
    if (!d.strike) return incomplete(Type::option, "strike", "\"250\"");
    return OsiSymbol{{}, *d.expiry, right_of(d), *d.strike};
  }
  const auto differs = [](std::string_view field) {
    return refused("the description's " + std::string{field} +
                   " is not the one in the option symbol; remove it or correct the symbol");
  };
  if (d.expiry && *d.expiry != symbol->expiry) return differs("expiry");
  if (!d.right.empty() && right_of(d) != symbol->right) return differs("right");
  if (d.strike && *d.strike != symbol->strike) return differs("strike");
  return *symbol;
}

/// Adjusted options have a digit after their root and FLEX options one before it; what those
/// deliver, or are on, no symbol tells.
bool is_adjusted(const OsiSymbol& symbol) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return digit(symbol.root.front()) || digit(symbol.root.back());
}

}  // namespace

Result<Instrument> instrument_of(const InstrumentId& id, InstrumentType type, const Description& d,
                                 const AccountTerms& terms) {
  switch (type) {
    case Type::equity:
    case Type::etf:
    case Type::etn:
      return stock_of(id, type, d, terms);
    case Type::mutual_fund:
      return Fund{id, FundKind::mutual, listing_of(d, terms)};
    case Type::money_market:
      return Fund{id, FundKind::money_market, listing_of(d, terms)};
    case Type::bond:
    case Type::treasury:
    case Type::municipal:
    case Type::convertible:
      return bond_of(id, type, d, terms);
    case Type::index:
      return Index{id, index_class_of(d).value_or(IndexClass::narrow),
                   style_of(d).value_or(Style::european),
                   settlement_of(d).value_or(Settlement::pm)};
    case Type::option:
      break;
    case Type::warrant:
      return warrant_of(id, d, terms);
    case Type::future: {
      PLIMSOLL_TRY(future, future_of(id, type, d));
      return future;
    }
    case Type::future_option:
      return future_option_of(id, d, terms);
    case Type::combination:
      return combination_of(id, d);
    case Type::crypto:
      return Token{id};
  }
  PLIMSOLL_CHECK(type != Type::option);
  std::unreachable();
}

Result<Instrument> option_of(const InstrumentId& id, const std::optional<OsiSymbol>& symbol,
                             const Description& d, const Instrument& underlying,
                             const AccountTerms& terms) {
  PLIMSOLL_TRY(said, terms_of(symbol, d));
  if (said.expiry < terms.as_of)
    return refused("the option expired on " + to_text(said.expiry) +
                   "; remove it, and book its exercise or assignment as shares and cash");
  const bool standard = symbol && !is_adjusted(*symbol);
  if (!standard && !d.multiplier)
    return refused(
        "the multiplier of this option is unknown; describe it, or its root, under instruments "
        "with \"multiplier\" and \"underlying\"");
  const auto* index = std::get_if<Index>(&underlying);
  if (!index && !std::holds_alternative<Stock>(underlying) &&
      !std::holds_alternative<Fund>(underlying))
    return refused("its underlying " + to_text(underlying) +
                   " is not a stock, a fund or an index; correct \"underlying\"");
  // SPX options settle in the morning, and SPXW options on the same index do not.
  const bool own_root = index && symbol && InstrumentId{symbol->root} == index->id;
  const Settlement by_default = own_root ? index->settlement : Settlement::pm;
  return ListedOption{.id = id,
                      .underlying = id_of(underlying),
                      .expiry = said.expiry,
                      .right = said.right,
                      .strike = {said.strike, currency_of(d, terms)},
                      .multiplier = d.multiplier.value_or(Decimal{100}),
                      .style = style_of(d).value_or(index ? index->style : Style::american),
                      .underlying_scale = d.underlying_scale.value_or(Decimal{1}),
                      .settlement = settlement_of(d).value_or(by_default)};
}

}  // namespace plimsoll
