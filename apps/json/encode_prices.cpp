#include "apps/json/encode_prices.hpp"

#include "apps/json/write_values.hpp"
#include "apps/json/writer.hpp"

namespace plimsoll::json {
namespace {

void write_option(Writer& out, const OptionRow& option) {
  out.key("spot").number(option.spot);
  out.key("strike").number(option.strike);
  out.key("years").number(option.years);
  out.key("rate").number(option.rate);
  out.key("dividend_yield").number(option.dividend_yield);
  if (option.volatility) out.key("volatility").number(*option.volatility);
  if (option.price) out.key("price").number(*option.price);
  out.key("is_put").boolean(option.is_put);
  out.key("american").boolean(option.is_american);
  if (option.dividends.empty()) return;
  out.key("dividends").begin_array();
  for (const RowDividend& dividend : option.dividends) {
    out.begin_object();
    out.key("years").number(dividend.years);
    out.key("amount").number(dividend.amount);
    out.end_object();
  }
  out.end_array();
}

void write_prices(Writer& out, const engine::OptionPrices& prices) {
  out.key("value").number(prices.value);
  out.key("delta").number(prices.greeks.delta);
  out.key("gamma").number(prices.greeks.gamma);
  out.key("vega").number(prices.greeks.vega);
  out.key("theta").number(prices.greeks.theta);
  out.key("rho").number(prices.greeks.rho);
  out.key("phi").number(prices.greeks.phi);
  out.key("implied_volatility").number(prices.implied_volatility);
}

}  // namespace

std::string encode_prices(const engine::PricesReport& report) {
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.prices/1");
  out.key("partial").boolean(report.partial());
  out.key("options").begin_array();
  for (const engine::PricedRow& row : report.rows) {
    out.begin_object();
    out.key("line").whole(row.line);
    if (row.option) write_option(out, *row.option);
    if (row.prices) write_prices(out, *row.prices);
    out.end_object();
  }
  out.end_array();
  out.key("refused").begin_array();
  for (const Error& error : report.refused) write_error(out, error);
  out.end_array().end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
