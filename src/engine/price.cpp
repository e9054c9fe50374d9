#include "engine/price.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "base/check.hpp"
#include "io/text.hpp"

namespace plimsoll::engine {
namespace {

/// To one of so many parts of one. What is too large for a double to have such parts stays.
double rounded(double number, double parts) {
  PLIMSOLL_CHECK(std::isfinite(number));
  constexpr double whole_most = 9'007'199'254'740'992;  // 2^53
  const double times = number * parts;
  return std::abs(times) < whole_most ? std::round(times) / parts : number;
}

OptionPrices rounded(OptionPrices prices, const OptionRow& row) {
  constexpr double millionths = 1e6;
  double tens = 1;  // the power of ten that is no less than the spot
  while (tens < row.spot) tens *= 10;
  pricing::Greeks& greeks = prices.greeks;
  greeks.gamma = rounded(greeks.gamma, millionths * tens);
  for (double* number :
       {&prices.value, &greeks.delta, &greeks.vega, &greeks.theta, &greeks.rho, &greeks.phi})
    *number = rounded(*number, millionths);
  prices.implied_volatility =
      row.volatility ? *row.volatility : rounded(prices.implied_volatility, millionths);
  return prices;
}

Result<OptionPrices> priced(const OptionRow& row) {
  std::vector<pricing::CashDividend> dividends;
  for (const auto& [years, amount] : row.dividends) dividends.push_back({years, amount});
  pricing::Contract contract{
      .option = {.payoff = row.is_put ? pricing::Payoff::put : pricing::Payoff::call,
                 .spot = row.spot,
                 .strike = row.strike,
                 .years = row.years,
                 .rate = row.rate,
                 .dividend_yield = row.dividend_yield,
                 .volatility = row.volatility.value_or(0)},
      .exercise = row.is_american ? pricing::Exercise::american : pricing::Exercise::european,
      .dividends = dividends};
  if (row.price) {
    PLIMSOLL_TRY(implied, pricing::implied_volatility(contract, *row.price));
    contract.option.volatility = implied;
  }
  PLIMSOLL_TRY(value, pricing::value(contract));
  PLIMSOLL_TRY(greeks, pricing::greeks(contract));
  return rounded({value, greeks, contract.option.volatility}, row);
}

using Outcomes = std::vector<Result<OptionPrices>>;

constexpr std::size_t handful = 16;

/// Takes rows by the handful until there are none: some cost a thousand times what others do.
void price_some(const io::OptionsCsv& options, std::atomic<std::size_t>& next, Outcomes& outcomes) {
  for (;;) {
    const std::size_t from = next.fetch_add(handful);
    if (from >= outcomes.size()) return;
    for (std::size_t i = from; i < std::min(from + handful, outcomes.size()); ++i) {
      const io::OptionRecord& record = options.rows[i];
      if (!record.option) {
        outcomes[i] = std::unexpected{record.option.error()};
        continue;
      }
      outcomes[i] = priced(*record.option);
      if (!outcomes[i]) outcomes[i].error().where = io::place(options.name, record.line);
    }
  }
}

}  // namespace

PricesReport price(const io::OptionsCsv& options, int threads) {
  PLIMSOLL_CHECK(threads >= 1);
  Outcomes outcomes(options.rows.size());
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> others;
    const auto useful =
        static_cast<int>(std::min<std::size_t>(outcomes.size() / handful + 1, 1024));
    for (int i = 1; i < std::min(threads, useful); ++i)
      others.emplace_back([&] { price_some(options, next, outcomes); });
    price_some(options, next, outcomes);
  }
  PricesReport report;
  report.rows.reserve(outcomes.size());
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const io::OptionRecord& record = options.rows[i];
    PricedRow row{.line = record.line, .option = {}, .prices = {}};
    if (record.option) row.option = *record.option;
    if (outcomes[i]) row.prices = *outcomes[i];
    else report.refused.push_back(std::move(outcomes[i]).error());
    report.rows.push_back(std::move(row));
  }
  return report;
}

}  // namespace plimsoll::engine
