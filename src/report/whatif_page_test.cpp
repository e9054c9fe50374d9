#include "report/whatif_page.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

MarginReport state(Money equity, Money initial, Money maintenance) {
  Answer<Money> answer{.initial = initial,
                       .maintenance = maintenance,
                       .risk_initial = initial,
                       .risk_maintenance = maintenance,
                       .proceeds = zero(usd),
                       .equity = equity,
                       .net_liquidation = equity};
  if (equity < maintenance)
    answer.calls = {
        {.kind = "maintenance", .amount = maintenance - equity, .due = {}, .cure = "deposit it"}};
  return {.account = "desk",
          .as_of = 2026y / July / 10,
          .currency = usd,
          .results = {{.method = "reg_t", .answer = answer}},
          .refused = {},
          .not_covered = {}};
}

TEST(WhatIfPage, BeforeAndAfterSideBySide) {
  const WhatIfReport report{
      .trades = {{InstrumentId{"AAPL"}, Quantity::of(std::int64_t{100}), 250_usd_each, -25'000_usd},
                 {InstrumentId{"AAPL  270115C00250000"}, Quantity::of(std::int64_t{-1}),
                  12.35_usd_each, 1'235_usd}},
      .before = state(20'000_usd, 15'000_usd, 8'000_usd),
      .after = state(20'000_usd, 27'500_usd, 20'250_usd),
      .cash_before = 1'000_usd,
      .cash_after = -22'765_usd};
  EXPECT_EQ(whatif_page(report, {}),
            "desk, 2026-07-10, in USD\n"
            "\n"
            "  buy 100 AAPL at 250.00, cash -25,000.00\n"
            "  sell 1 AAPL 2027-01-15 250 C at 12.35, cash 1,235.00\n"
            "  the trades borrow 22,765.00\n"
            "\n"
            "reg_t                          before       after      change\n"
            "--------------------------  ---------  ----------  ----------\n"
            "cash                         1,000.00  -22,765.00  -23,765.00\n"
            "equity with loan value      20,000.00   20,000.00        0.00\n"
            "initial against equity      15,000.00   27,500.00   12,500.00\n"
            "maintenance against equity   8,000.00   20,250.00   12,250.00\n"
            "excess over initial          5,000.00   -7,500.00  -12,500.00\n"
            "excess over maintenance     12,000.00     -250.00  -12,250.00\n"
            "\n"
            "equity / maintenance: 2.50x before, 0.98x after\n"
            "  - maintenance call of 250.00 USD: deposit it\n");
}

TEST(WhatIfPage, ASaleRepays) {
  const WhatIfReport report{.trades = {},
                            .before = state(1_usd, 0_usd, 0_usd),
                            .after = state(1_usd, 0_usd, 0_usd),
                            .cash_before = -300_usd,
                            .cash_after = -100_usd};
  EXPECT_TRUE(whatif_page(report, {}).contains("the trades repay 200.00\n"));
}

TEST(WhatIfPage, RequirementsAreRoundedUpAndWhatIsLeftDown) {
  const WhatIfReport report{.trades = {},
                            .before = state(10.999_usd, 2.001_usd, 1.001_usd),
                            .after = state(10.999_usd, 2.001_usd, 1.001_usd),
                            .cash_before = 0_usd,
                            .cash_after = 0_usd};
  const std::string page = whatif_page(report, {});
  EXPECT_NE(page.find("equity with loan value       10.99  10.99    0.00\n"
                      "initial against equity        2.01   2.01    0.00\n"
                      "maintenance against equity    1.01   1.01    0.00\n"
                      "excess over initial           8.99   8.99    0.00\n"
                      "excess over maintenance       9.99   9.99    0.00\n"),
            std::string::npos)
      << page;
}

TEST(WhatIfPage, WhatIsSettledDailyIsSaidToBe) {
  const auto quantity = Quantity::of(std::int64_t{2});
  WhatIfReport report{
      .trades = {{InstrumentId{"ESZ6"}, quantity, 5'000_usd_each, 0_usd, Payment::daily},
                 {InstrumentId{"ESZ6"}, -quantity, 5'010_usd_each, 1'000_usd, Payment::daily},
                 {InstrumentId{"XYZ"}, quantity, Price{Decimal{}, usd}, 0_usd}},
      .before = state(1_usd, 0_usd, 0_usd),
      .after = state(1_usd, 0_usd, 0_usd),
      .cash_before = 0_usd,
      .cash_after = 1'000_usd};
  const std::string page = whatif_page(report, {});
  EXPECT_TRUE(page.contains("  buy 2 ESZ6 at 5,000.00, settled daily, cash 0.00\n")) << page;
  EXPECT_TRUE(page.contains("  sell 2 ESZ6 at 5,010.00, settled daily, cash 1,000.00\n")) << page;
  EXPECT_TRUE(page.contains("  buy 2 XYZ at 0.00, cash 0.00\n")) << page;
}

TEST(WhatIfPage, AStepIsToldWithWhatItCameTo) {
  const auto tokens = [](const char* text) { return parse_quantity(text).value(); };
  const InstrumentId sol{"SOL"}, usdc{"USDC"};
  WhatIfReport report{.trades = {{sol, tokens("-10"), 150_usd_each, 0_usd}},
                      .before = state(1_usd, 0_usd, 0_usd),
                      .after = state(1_usd, 0_usd, 0_usd),
                      .cash_before = 0_usd,
                      .cash_after = 0_usd};
  report.steps = {{.step = "borrow 10 SOL",
                   .moved = {{sol, tokens("-4"), tokens("-14.05")}},
                   .facts = {{"origination_fee", "0.05", "SOL"}}},
                  {.step = "withdraw all USDC", .moved = {{usdc, tokens("12000"), {}}}},
                  {.step = "repay 1 SOL", .moved = {{sol, tokens("-1"), {}}}},
                  {.step = "deposit 1000 USDC", .moved = {{usdc, {}, tokens("1000")}}},
                  {.step = "accrue 1 day",
                   .facts = {{"lending_rate", "0.05", "", "USDC"},
                             {"value_seized", "1234.5", "USD"},
                             {"closed_out", "false"}}}};
  const std::string page = whatif_page(report, {});
  EXPECT_TRUE(
      page.contains("  borrow 10 SOL\n"
                    "      owes 14.05 SOL, 10.05 more\n"
                    "      origination fee: 0.05 SOL\n"
                    "  withdraw all USDC\n"
                    "      holds no USDC, 12,000 less\n"
                    "  repay 1 SOL\n"
                    "      owes no SOL, 1 less\n"
                    "  deposit 1000 USDC\n"
                    "      holds 1,000 USDC, 1,000 more\n"
                    "  accrue 1 day\n"
                    "      lending rate of USDC: 0.05\n"
                    "      value seized: 1,234.50 USD\n"
                    "      closed out: false\n"
                    "\n"))
      << page;
  EXPECT_FALSE(page.contains("cash")) << page;
}

TEST(WhatIfPage, WhereTheMarketIsMovedEquityIsAllThereIs) {
  WhatIfReport report{.trades = {},
                      .before = state(20'000_usd, 15'000_usd, 8'000_usd),
                      .after = state(20'000_usd, 27'500_usd, 20'250_usd),
                      .cash_before = 1'000_usd,
                      .cash_after = 1'000_usd};
  std::get<Answer<Money>>(report.after.results[0].answer).detail.children = {
      {.name = "class_groups", .list = true}};
  EXPECT_FALSE(whatif_page(report, {}).contains("loan value"));
}

}  // namespace
}  // namespace plimsoll::report
