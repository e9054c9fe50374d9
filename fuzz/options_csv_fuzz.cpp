// Any bytes as a CSV of options, priced as `plimsoll price` does: a row is an answer or a refusal
// with its line, what was given reads the same again, and every number out is one, between the
// bounds of its option.

#include <cmath>
#include <string>

#include "base/check.hpp"
#include "engine/price.hpp"

namespace {

using namespace plimsoll;

/// So that an input is a few options at most: what one costs is no matter of the reader.
constexpr std::size_t priced_rows = 4;

void check_errors(const std::vector<Error>& errors) {
  PLIMSOLL_CHECK(!errors.empty());
  for (const Error& error : errors)
    PLIMSOLL_CHECK(!error.what.empty() && error.where.starts_with("fuzz.csv"));
}

bool is_same(const OptionRow& a, const OptionRow& b) {
  bool same = a.spot == b.spot && a.strike == b.strike && a.years == b.years && a.rate == b.rate &&
              a.dividend_yield == b.dividend_yield && a.volatility == b.volatility &&
              a.price == b.price && a.is_put == b.is_put && a.is_american == b.is_american &&
              a.dividends.size() == b.dividends.size();
  for (std::size_t i = 0; same && i < a.dividends.size(); ++i)
    same = a.dividends[i].years == b.dividends[i].years &&
           a.dividends[i].amount == b.dividends[i].amount;
  return same;
}

void check_what_is_given(const io::OptionsCsv& options) {
  std::string text;
  for (const std::string& column : options.columns) text += (text.empty() ? "" : ",") + column;
  text += '\n';
  std::size_t readable = 0;
  for (const io::OptionRecord& row : options.rows) {
    if (!row.option) continue;
    text += row.given + '\n';
    ++readable;
  }
  if (readable == 0) return;
  const auto again = io::read_options_csv(text, "fuzz.csv");
  PLIMSOLL_CHECK(again && again->rows.size() == readable);
  std::size_t at = 0;
  for (const io::OptionRecord& row : options.rows)
    if (row.option)
      PLIMSOLL_CHECK(again->rows[at].option && is_same(*row.option, *again->rows[at++].option));
}

void check_prices(const OptionRow& row, const engine::OptionPrices& prices) {
  const pricing::Greeks& greeks = prices.greeks;
  for (const double number : {prices.value, greeks.delta, greeks.gamma, greeks.vega, greeks.theta,
                              greeks.rho, greeks.phi, prices.implied_volatility})
    PLIMSOLL_CHECK(std::isfinite(number));
  std::vector<pricing::CashDividend> dividends;
  for (const auto& [years, amount] : row.dividends) dividends.push_back({years, amount});
  const auto bounds = pricing::bounds(
      {.option = {.payoff = row.is_put ? pricing::Payoff::put : pricing::Payoff::call,
                  .spot = row.spot,
                  .strike = row.strike,
                  .years = row.years,
                  .rate = row.rate,
                  .dividend_yield = row.dividend_yield},
       .exercise = row.is_american ? pricing::Exercise::american : pricing::Exercise::european,
       .dividends = dividends});
  PLIMSOLL_CHECK(bounds);
  const double rounding = 1e-6 + 1e-9 * (row.spot + row.strike + bounds->most);
  PLIMSOLL_CHECK(bounds->least - rounding <= prices.value);
  PLIMSOLL_CHECK(prices.value <= bounds->most + rounding);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  auto options = io::read_options_csv({reinterpret_cast<const char*>(bytes), size}, "fuzz.csv");
  if (!options) {
    check_errors(options.error());
    return 0;
  }
  PLIMSOLL_CHECK(!options->rows.empty());
  check_what_is_given(*options);
  if (options->rows.size() > priced_rows)
    options->rows.erase(options->rows.begin() + priced_rows, options->rows.end());
  const engine::PricesReport report = engine::price(*options, 1);
  PLIMSOLL_CHECK(report.rows.size() == options->rows.size());
  std::size_t refused = 0;
  for (const engine::PricedRow& row : report.rows) {
    if (row.prices) check_prices(*row.option, *row.prices);
    else ++refused;
  }
  PLIMSOLL_CHECK(refused == report.refused.size());
  if (refused > 0) check_errors(report.refused);
  return 0;
}
