#include "apps/json/write_market.hpp"

#include <algorithm>

#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

void write_some(Writer& out, std::string_view key, const std::optional<Decimal>& amount) {
  if (amount) write_amount(out, key, *amount);
}
void write_some(Writer& out, std::string_view key, const std::optional<double>& number) {
  if (number) out.key(key).number(*number);
}

void write_quote(Writer& out, const Quote& quote) {
  out.begin_object();
  write_some(out, "price", quote.price);
  write_some(out, "bid", quote.bid);
  write_some(out, "ask", quote.ask);
  write_some(out, "volatility", quote.volatility);
  write_some(out, "beta", quote.beta);
  write_some(out, "yield", quote.yield);
  if (!quote.dividends.empty()) {
    out.key("dividends").begin_array();
    for (const Dividend& dividend : quote.dividends) {
      out.begin_object();
      write_date(out, "ex_date", dividend.ex_date);
      write_amount(out, "amount", dividend.amount);
      out.end_object();
    }
    out.end_array();
  }
  write_some(out, "borrow_rate", quote.borrow_rate);
  write_some(out, "adv", quote.adv);
  if (quote.margin_rate) write_number(out, "margin_rate", *quote.margin_rate);
  if (quote.stale_after) write_text(out, "stale_after", *quote.stale_after);
  out.end_object();
}

void write_quotes(Writer& out, const MarketSnapshot& market) {
  std::vector<const std::pair<const InstrumentId, Quote>*> quotes;
  for (const auto& quote : market.quotes) quotes.push_back(&quote);
  std::ranges::sort(quotes, {}, [](const auto* quote) { return quote->first.view(); });
  out.key("quotes").begin_object();
  for (const auto* quote : quotes) {
    out.key(quote->first.view());
    write_quote(out, quote->second);
  }
  out.end_object();
}

}  // namespace

void write_market(Writer& out, const MarketSnapshot& market) {
  out.begin_object();
  if (!market.quotes.empty()) write_quotes(out, market);
  if (!market.currencies.empty()) {
    out.key("currencies").begin_object();
    for (const auto& [currency, rate] : market.currencies) write_amount(out, currency.code(), rate);
    out.end_object();
  }
  write_some(out, "risk_free_rate", market.risk_free_rate);
  if (!market.rate_curve.empty()) {
    out.key("rate_curve").begin_array();
    for (const RatePoint& point : market.rate_curve) {
      out.begin_object();
      out.key("days").whole(point.days);
      out.key("rate").number(point.rate);
      out.end_object();
    }
    out.end_array();
  }
  out.end_object();
}

}  // namespace plimsoll::json
