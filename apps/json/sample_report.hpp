#pragma once
// For tests: a report with something in every member.

#include <utility>

#include "margin/margin_report.hpp"

namespace plimsoll::json::sample {

using namespace literals;

inline constexpr Citation covered_law{
    .source = "FINRA Rule 4210", .paragraph = "(f)(2)(H)", .gist = "a call covered by stock"};
inline constexpr Citation stock_law{.source = "FINRA Rule 4210",
                                    .paragraph = "(c)(1)",
                                    .gist = "a quarter of the market value",
                                    .reading = "at no more than the strike",
                                    .grade = Grade::secondary};

inline Money money(const Money& plain, std::in_place_type_t<Money>) { return plain; }
inline Amount money(const Money& plain, std::in_place_type_t<Amount>) {
  return {.label = "covered call",
          .money = plain,
          .law = &covered_law,
          .where = {"src/methods/reg_t/covered.cpp", 12},
          .subject = "AAPL",
          .governs = 0,
          .parts = {{.label = "percent of",
                     .money = plain,
                     .rate = 25_pct,
                     .since = Date{1977y / April / 1},
                     .law = &stock_law,
                     .parts = {{.label = "market value", .money = 230100_usd}}}}};
}

/// The contract's own numbers.
template <Reading R>
Answer<R> answer() {
  constexpr std::in_place_type_t<R> as{};
  return {.initial = money(115050_usd, as),
          .maintenance = money(57525_usd, as),
          .risk_initial = money(115050_usd, as),
          .risk_maintenance = money(57525_usd, as),
          .proceeds = money(12350_usd, as),
          .equity = money(180100_usd, as),
          .net_liquidation = money(167750_usd, as),
          .groups = {{.strategy = "covered call",
                      .legs = {{InstrumentId{"AAPL"}, Quantity::of(1000)},
                               {InstrumentId{"AAPL  270115C00250000"}, Quantity::of(-10)}},
                      .initial = money(115050_usd, as),
                      .maintenance = money(57525_usd, as),
                      .proceeds = 12350_usd,
                      .net_deposit = 102700_usd}},
          .rules = Date{2026y / November / 20},
          .calls = {{.kind = "maintenance",
                     .amount = 0.005_usd,
                     .due = Date{2026y / November / 25},
                     .cure = "deposit cash"},
                    {.kind = "initial", .amount = 1_usd, .due = {}, .cure = ""}},
          .not_applied = {{.what = "liquidity add-on", .missing_input = "adv"}},
          .refused = {},
          .not_covered = {},
          .detail =
              {.name = {},
               .text = {},
               .children = {{.name = "worst_point", .text = "0", .number = true, .children = {}}}},
          .caveats = {{.text = "taken as ordinary equities: \"XYZ\""}},
          .owners = {}};
}

template <Reading R>
MarginReport report() {
  return {.account = "family-office",
          .as_of = Date{2026y / November / 20},
          .currency = usd,
          .partial = true,
          .results = {{.method = "reg_t", .answer = answer<R>()}},
          .refused = {{Reason::missing_price, "no price on 2026-11-20", "MSFT"}},
          .not_covered = {{.method = "tims", .what = {.symbol = "ES", .reason = "a future"}}}};
}

}  // namespace plimsoll::json::sample
