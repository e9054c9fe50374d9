#include "report/ledger_page.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

constexpr Citation law{.source = "Regulation T", .paragraph = "12 CFR 220.4(c)", .gist = "gist"};

LedgerDay day_of(Date day, Decimal equity) {
  return {.day = day,
          .equity = {equity, usd},
          .reg_t = 9'000_usd,
          .maintenance = 4'500_usd,
          .sma = 2'000_usd,
          .buying_power = 4'000_usd,
          .restricted = equity < Decimal{9'000},
          .intraday_deficit = 0_usd};
}

LedgerReport week() {
  LedgerReport report{.account = "desk",
                      .as_of = 2026y / July / 10,
                      .currency = usd,
                      .method = "reg_t",
                      .days = {},
                      .caveats = {}};
  for (const auto& [date, equity] : {std::pair{13u, Decimal{10'000}},
                                     {14u, Decimal{9'900}},
                                     {15u, Decimal{8'000}},
                                     {16u, Decimal{8'100}},
                                     {17u, Decimal{8'200}}})
    report.days.push_back(
        day_of(std::chrono::year_month_day{2026y, July, std::chrono::day{date}}, equity));
  report.days[2].calls = {{.kind = "reg_t",
                           .amount = 1'000_usd,
                           .since = 2026y / July / 15,
                           .due = 2026y / July / 20,
                           .cause = "bought",
                           .cure = "deposit 1,000",
                           .law = &law}};
  return report;
}

TEST(LedgerPage, ShowsTheDaysOnWhichSomethingChanged) {
  EXPECT_EQ(ledger_page(week(), Days::eventful, {}),
            "desk, from 2026-07-10, reg_t, in USD\n"
            "\n"
            "day            equity     reg t  maintenance       sma    excess  buying power\n"
            "----------  ---------  --------  -----------  --------  --------  ------------  "
            "--------------------\n"
            "2026-07-13  10,000.00  9,000.00     4,500.00  2,000.00  5,500.00      4,000.00\n"
            "2026-07-15   8,000.00  9,000.00     4,500.00  2,000.00  3,500.00      4,000.00  "
            "restricted, reg_t\n"
            "                                                                                "
            "call 1,000.00\n"
            "2026-07-16   8,100.00  9,000.00     4,500.00  2,000.00  3,600.00      4,000.00  "
            "restricted\n"
            "2026-07-17   8,200.00  9,000.00     4,500.00  2,000.00  3,700.00      4,000.00  "
            "restricted\n"
            "1 quiet day is not shown; --explain and --json show it\n"
            "\n"
            "calls\n"
            "  - 2026-07-15: reg_t call of 1,000.00 USD, due 2026-07-20: bought; deposit 1,000 "
            "[Regulation T 12\n"
            "    CFR 220.4(c)]\n");
}

TEST(LedgerPage, AllDaysOnRequest) {
  EXPECT_TRUE(ledger_page(week(), Days::all, {}).contains("2026-07-14"));
}

TEST(LedgerPage, WithoutADayItSaysSo) {
  LedgerReport report = week();
  report.days.clear();
  EXPECT_TRUE(ledger_page(report, Days::eventful, {}).contains("no day the exchanges were open"));
}

}  // namespace
}  // namespace plimsoll::report
