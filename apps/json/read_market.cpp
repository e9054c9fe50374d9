#include "apps/json/read_market.hpp"

#include <utility>

#include "apps/json/read_named.hpp"
#include "model/limits.hpp"
#include "model/osi.hpp"

namespace plimsoll::json {
namespace {

constexpr std::string_view fraction_hint = "it is a fraction a year: write 0.25 for 25 %";
constexpr RealRange volatility_range{0, 10, fraction_hint};
constexpr RealRange beta_range{-100, 100};
constexpr RealRange borrow_range{-1, 10,
                                 fraction_hint};  // of what is hard to borrow, several times
// What no market has had: rates are written as fractions, and 4 for 4 % is no rate of 400 %.
constexpr RealRange rate_range{-0.05, 1, "it is a fraction a year: write 0.04 for 4 %"};
constexpr RealRange yield_range{-1, 1, "it is a fraction a year: write 0.03 for 3 %"};
// The VIX is in points: its lowest close was 9.14, its highest day 89.53.
constexpr Decimal vix_least{1}, vix_most{1'000};
constexpr RealRange shares_range{0, 1e13};
constexpr WholeRange days_range{0, 100 * 366};

std::optional<Dividend> read_dividend(const Node& node, const Place& place, Notes& notes) {
  if (!is_object(node, place, notes)) return {};
  const Fields fields{node, place, dividend_keys, notes};
  fields.require({"ex_date", "amount"});
  const auto ex_date = fields.date("ex_date");
  const auto amount = fields.decimal("amount", limits::price_max);
  if (amount && amount->is_negative())
    fields.refuse("amount", "a dividend is not below zero; it is what one share is paid");
  if (!ex_date || !amount) return {};
  return Dividend{*ex_date, *amount};
}

std::optional<RatePoint> read_rate_point(const Node& node, const Place& place, Notes& notes) {
  if (!is_object(node, place, notes)) return {};
  const Fields fields{node, place, rate_point_keys, notes};
  fields.require({"days", "rate"});
  const auto days = fields.whole("days", days_range);
  const auto rate = fields.real("rate", rate_range);
  if (!days || !rate) return {};
  return RatePoint{*days, *rate};
}

/// The items of a list that can be read, by `read`.
template <class Item>
std::vector<Item> read_list(const Node& node, const Place& place, Notes& notes,
                            std::optional<Item> (*read)(const Node&, const Place&, Notes&)) {
  std::vector<Item> items;
  if (!is_array(node, place, notes)) return items;
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (auto item = read(node.items[i], place / i, notes)) items.push_back(*std::move(item));
  return items;
}

void read_quotes(const Node& node, const Place& place, Notes& notes, MarketSnapshot& market) {
  read_named(node, place, notes, "the symbol quoted as", [&](const NamedMember& one) {
    if (!one.first) return;
    Quote quote = read_quote(one.value, one.place, notes);
    quote.where = one.place.text();
    if (one.id == InstrumentId{"VIX"} && quote.price &&
        (*quote.price < vix_least || vix_most < *quote.price))
      notes.refuse(one.place / "price", "the VIX is in points, and " + to_text(*quote.price, 0) +
                                            " is none it can be at; write 20 for 20 %");
    market.quotes.emplace(one.id, std::move(quote));
  });
}

void read_currencies(const Node& node, const Place& place, Notes& notes, MarketSnapshot& market) {
  if (!is_object(node, place, notes)) return;
  for (const Member& member : node.members) {
    const Place here = place / member.key;
    if (!Currency::is_code(member.key)) {
      notes.refuse(here,
                   "this is not a currency code; write three to eight capitals, like \"EUR\"");
      continue;
    }
    const auto rate = read_decimal(member.value, limits::exchange_rate_max, here, notes);
    if (!rate) continue;
    if (*rate <= Decimal{})
      notes.refuse(here,
                   "an exchange rate is above zero; write what one unit is worth in the "
                   "account's currency");
    market.currencies.emplace(Currency::of(member.key), *rate);
  }
}

void read_rate_curve(const Node& node, const Place& place, Notes& notes, MarketSnapshot& market) {
  market.rate_curve = read_list<RatePoint>(node, place, notes, read_rate_point);
  for (std::size_t i = 1; i < market.rate_curve.size(); ++i) {
    if (market.rate_curve[i - 1].days < market.rate_curve[i].days) continue;
    notes.refuse(place, "the days of a curve rise from point to point; sort them, each once");
    return;
  }
}

}  // namespace

Quote read_quote(const Node& node, const Place& place, Notes& notes) {
  Quote quote;
  if (!is_object(node, place, notes)) return quote;
  const Fields fields{node, place, quote_keys, notes};
  quote.price = fields.decimal("price", limits::price_max);
  quote.bid = fields.decimal("bid", limits::price_max);
  quote.ask = fields.decimal("ask", limits::price_max);
  quote.volatility = fields.real("volatility", volatility_range);
  quote.beta = fields.real("beta", beta_range);
  quote.yield = fields.real("yield", yield_range);
  quote.borrow_rate = fields.real("borrow_rate", borrow_range);
  quote.adv = fields.real("adv", shares_range);
  quote.margin_rate = fields.decimal("margin_rate", limits::price_max);
  if (quote.margin_rate &&
      (quote.margin_rate->is_negative() || *quote.margin_rate > limits::margin_rate_max))
    fields.refuse("margin_rate", "a margin rate is a fraction from 0 to " +
                                     to_text(limits::margin_rate_max, 0) + "; write 0.3 for 30 %");
  quote.stale_after = fields.text("stale_after");
  if (const Node* dividends = fields.find("dividends"))
    quote.dividends = read_list<Dividend>(*dividends, place / "dividends", notes, read_dividend);
  return quote;
}

MarketSnapshot read_market(const Fields& fields, Date as_of) {
  MarketSnapshot market;
  market.as_of = as_of;
  const Place& place = fields.place();
  if (const Node* node = fields.find("quotes"))
    read_quotes(*node, place / "quotes", fields.notes(), market);
  if (const Node* node = fields.find("currencies"))
    read_currencies(*node, place / "currencies", fields.notes(), market);
  market.risk_free_rate = fields.real("risk_free_rate", rate_range);
  if (const Node* node = fields.find("rate_curve"))
    read_rate_curve(*node, place / "rate_curve", fields.notes(), market);
  return market;
}

}  // namespace plimsoll::json
