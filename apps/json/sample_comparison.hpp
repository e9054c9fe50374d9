#pragma once
// For tests: a comparison with something in every member.

#include "apps/json/sample_report.hpp"
#include "strategy/comparison.hpp"

namespace plimsoll::json::sample {

/// The contract's account under two methods, the second of which cannot look ahead; and at a broker
/// of whom all is known, one without rates, one that refuses, one without house rules.
inline strategy::Comparison comparison() {
  MarginReport margin = report<Money>();
  Answer<Money> portfolio = answer<Money>();
  portfolio.risk_maintenance = portfolio.maintenance = 50000_usd;
  portfolio.equity = portfolio.net_liquidation;
  margin.results.push_back({.method = "tims", .answer = portfolio});
  strategy::Comparison made = strategy::comparison_of(std::move(margin));
  made.standings[0].market = strategy::Reach{
      .exposure = 230100_usd, .down = strategy::Edge{.move = -0.25, .equity = 122575_usd}};
  made.standings[1].no_market = {Reason::missing_price, "no interest rate", "market"};
  made.portfolio_margin =
      strategy::portfolio_margin(made.standings[0], made.standings[1], 100000_usd);
  made.broker_method = "reg_t";
  made.debit = 50000_usd;
  made.financing.benchmark_rate = 0.0363_d;
  const RateSource rates{.name = "a-usd",
                         .title = "A Broker",
                         .source = "its page",
                         .retrieved = Date{2026y / November / 20},
                         .effective_from = Date{2026y / January / 1}};
  made.brokers = {{.name = "a",
                   .title = "A Broker",
                   .house = "a",
                   .standing = made.standings[0],
                   .schedule = "a-usd",
                   .rates = rates,
                   .cost_a_year = 2600.694_usd,
                   .effective = Percent{0.0513_d},
                   .remarks = {"stale"},
                   .own = true,
                   .cheapest = true,
                   .farthest = true},
                  {.name = "b",
                   .title = "B",
                   .house = "b",
                   .standing = made.standings[1],
                   .no_cost = {{Reason::missing_price, "no rate schedule", "b"}}},
                  {.name = "c",
                   .title = "C",
                   .house = "c",
                   .no_standing = {{Reason::not_in_force, "no profile for 2005", "c.toml"}},
                   .cost_a_year = 0_usd},
                  {.name = "d-usd",
                   .title = "D",
                   .standing = made.standings[0],
                   .schedule = "d-usd",
                   .rates = rates,
                   .cost_a_year = 3000_usd,
                   .effective = Percent{0.06_d}}};
  return made;
}

}  // namespace plimsoll::json::sample
