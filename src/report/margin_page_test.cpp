#include "report/margin_page.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

using namespace std::chrono_literals;

Leg leg(const char* symbol, std::int64_t quantity) {
  return {.id = InstrumentId{symbol}, .quantity = Quantity::of(quantity)};
}

Group<Money> group(Label strategy, std::vector<Leg> legs, Money initial, Money maintenance,
                   Money proceeds) {
  return {strategy, std::move(legs), initial, maintenance, proceeds, initial - proceeds};
}

/// The contract's example: a covered call, and a small long option beside it.
Answer<Money> family_office() {
  Answer<Money> answer;
  answer.initial = 115300_usd;
  answer.maintenance = 57525_usd;
  answer.risk_initial = 115050_usd;
  answer.risk_maintenance = 57525_usd;
  answer.proceeds = 12350_usd;
  answer.equity = 180100_usd;
  answer.net_liquidation = 168000_usd;
  answer.groups = {group("long option", {leg("SPY   270115P00500000", 1)}, 250_usd, 0_usd, 0_usd),
                   group("covered call", {leg("AAPL", 1000), leg("AAPL  270115C00250000", -10)},
                         115050_usd, 57525_usd, 12350_usd)};
  return answer;
}

MarginReport report_of(AnyAnswer answer) {
  MarginReport report;
  report.account = "family-office";
  report.as_of = Date{2026y / 11 / 20};
  report.currency = usd;
  report.results.push_back({.method = "reg_t", .answer = std::move(answer)});
  return report;
}

bool holds(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos;
}

TEST(MarginPage, OneScreenWithTheBindingGroupFirst) {
  EXPECT_EQ(margin_page(report_of(family_office()), Extent::screen, {}),
            "family-office, 2026-11-20, reg_t, in USD\n"
            "\n"
            "  maintenance requirement      57,525.00    equity with loan value     180,100.00\n"
            "  initial requirement         115,300.00    net liquidation value      168,000.00\n"
            "  excess over maintenance     122,575.00    equity / maintenance            3.13x\n"
            "  excess over initial          65,050.00    proceeds of short options   12,350.00\n"
            "  maintenance against equity   57,525.00    initial against equity     115,050.00\n"
            "\n"
            "group         legs                                                initial  maintenance"
            "   proceeds\n"
            "------------  -----------------------------------------------  ----------  -----------"
            "  ---------\n"
            "covered call  long 1,000 AAPL, short 10 AAPL 2027-01-15 250 C  115,050.00    57,525.00"
            "  12,350.00\n"
            "long option   long 1 SPY 2027-01-15 500 P                          250.00         0.00"
            "       0.00\n"
            "total                                                          115,300.00    57,525.00"
            "  12,350.00\n");
}

TEST(MarginPage, TheSummaryIsTheSumsAndWhatItLeavesUnsaid) {
  Answer<Money> answer = family_office();
  answer.calls.clear();
  answer.caveats.clear();
  answer.not_applied.clear();
  const std::string screen = margin_page(report_of(answer), Extent::screen, {});
  const std::string sums = margin_page(report_of(answer), Extent::summary, {});
  EXPECT_TRUE(screen.starts_with(sums));
  EXPECT_FALSE(holds(sums, "covered call"));
  answer.calls = {{.kind = "maintenance", .amount = 12_usd, .due = {}, .cure = "deposit"}};
  answer.caveats = {{"one"}, {"two"}, {"three"}};
  EXPECT_EQ(margin_page(report_of(answer), Extent::summary, {}),
            sums +
                "\ncalls\n  - maintenance of 12.00 USD: deposit\n"
                "\n3 caveats: run without --summary\n");
  answer.calls.clear();
  answer.caveats = {{"one"}};
  answer.not_applied = {{.what = "a rule", .missing_input = "an input"}};
  EXPECT_EQ(margin_page(report_of(answer), Extent::summary, {}),
            sums + "\n1 rule not applied, 1 caveat: run without --summary\n");
}

TEST(MarginPage, WhereCashIsUnknownNoExcessIsInvented) {
  Answer<Money> answer = family_office();
  answer.equity = answer.net_liquidation = std::nullopt;
  const std::string page = margin_page(report_of(answer), Extent::summary, {});
  for (const char* line :
       {"equity with loan value        unknown\n", "net liquidation value         unknown\n",
        "excess over maintenance        unknown ", "equity / maintenance          unknown\n",
        "excess over initial            unknown "})
    EXPECT_TRUE(holds(page, line)) << line << "\n" << page;
}

TEST(MarginPage, APartialAnswerSaysSoBeforeAnyTotal) {
  MarginReport report = report_of(family_office());
  report.partial = true;
  report.refused = {{Reason::bad_input, "quantity is blank", "positions.csv:12"},
                    {Reason::bad_input, "no \x1b[2J tricks", ""}};
  const std::string page = margin_page(report, Extent::summary, {});
  EXPECT_TRUE(
      page.starts_with("PARTIAL: every total below leaves out what was refused or not covered\n"
                       "  - positions.csv:12: quantity is blank\n"
                       "  - no ?[2J tricks\n\n"
                       "family-office"));
}

TEST(MarginPage, RemarksFollowTheGroups) {
  Answer<Money> answer = family_office();
  answer.calls = {{.kind = "maintenance",
                   .amount = 1234.001_usd,
                   .due = Date{2026y / 11 / 24},
                   .cure = "deposit it"},
                  {.kind = "initial", .amount = 1_usd, .due = {}, .cure = ""}};
  answer.not_applied = {{.what = "liquidity", .missing_input = "adv"}};
  answer.caveats = {{"taken as ordinary marginable equities: A, B"}};
  MarginReport report = report_of(answer);
  report.not_covered = {{"tims", {.symbol = "UST", .reason = "bonds are not in it"}}};
  const std::string page = margin_page(report, Extent::screen, {});
  EXPECT_TRUE(
      page.ends_with("\n"
                     "calls\n"
                     "  - maintenance of 1,234.01 USD, due 2026-11-24: deposit it\n"
                     "  - initial of 1.00 USD\n"
                     "\n"
                     "not applied, so that the answer is a lower bound\n"
                     "  - liquidity (needs adv)\n"
                     "\n"
                     "caveats\n"
                     "  - taken as ordinary marginable equities: A, B\n"
                     "\n"
                     "not covered\n"
                     "  - tims: UST: bonds are not in it\n"))
      << page;
}

TEST(MarginPage, SmallGroupsAreSummedUpUnlessAskedFor) {
  Answer<Money> answer = family_office();
  answer.groups.clear();
  for (int i = 0; i < 14; ++i)
    answer.groups.push_back(group("stock", {leg("XYZ", i + 1)}, 10_usd, 5_usd, 1_usd));
  const std::string screen = margin_page(report_of(answer), Extent::screen, {});
  EXPECT_TRUE(holds(screen, "2 smaller groups  --explain and --json list them"));
  EXPECT_TRUE(holds(screen, "  20.00        10.00       2.00\n"));
  EXPECT_TRUE(holds(screen, "long 12 XYZ"));
  EXPECT_FALSE(holds(screen, "long 13 XYZ"));
  const std::string explained = margin_page(report_of(answer), Extent::explained, {});
  EXPECT_TRUE(holds(explained, "long 14 XYZ"));
  EXPECT_FALSE(holds(explained, "smaller group"));
  answer.groups.pop_back();
  EXPECT_TRUE(holds(margin_page(report_of(answer), Extent::screen, {}), "long 13 XYZ"));
}

TEST(MarginPage, AnExplainedAnswerEndsInItsTrees) {
  Answer<Amount> answer;
  answer.initial = known<Amount>("initial of everything", 10_usd);
  answer.maintenance = known<Amount>("maintenance of everything", 5_usd);
  answer.risk_initial = known<Amount>("initial against equity", 10_usd);
  answer.risk_maintenance = known<Amount>("maintenance against equity", 4_usd);
  answer.proceeds = known<Amount>("premiums", 0_usd);
  answer.equity = known<Amount>("all there is", 100_usd);
  const std::string page = margin_page(report_of(answer), Extent::explained, {});
  EXPECT_TRUE(holds(page, "\nmaintenance, explained\nmaintenance of everything     "));
  EXPECT_TRUE(holds(page, "\ninitial, explained\ninitial of everything     "));
  EXPECT_TRUE(holds(page, "\nmaintenance against equity, explained\nmaintenance against equity  "));
  EXPECT_FALSE(holds(page, "initial against equity, explained"));  // the requirement itself
  EXPECT_TRUE(holds(page, "\nequity with loan value, explained\nall there is     "));
  EXPECT_FALSE(holds(margin_page(report_of(answer), Extent::screen, {}), "explained"));
}

TEST(MarginPage, OfCommoditiesSpeaksOfNoLoanAndNoProceeds) {
  Answer<Money> answer = family_office();
  answer.proceeds = 0_usd;
  answer.detail.children = {{.name = "combined_commodities", .list = true},
                            {.name = "long_option_value", .text = "0.00"},
                            {.name = "short_option_value", .text = "17600.00"}};
  const std::string page = margin_page(report_of(answer), Extent::screen, {});
  EXPECT_TRUE(holds(page, "    equity                  180,100.00\n")) << page;
  EXPECT_TRUE(holds(page, "net option value        -17,600.00\n")) << page;
  EXPECT_FALSE(holds(page, "proceeds")) << page;
  EXPECT_FALSE(holds(page, "loan value")) << page;
}

TEST(MarginPage, EachMethodHasItsPage) {
  MarginReport report = report_of(family_office());
  report.results.push_back({.method = "tims", .answer = family_office()});
  const std::string page = margin_page(report, Extent::summary, {});
  EXPECT_TRUE(holds(page, "reg_t, in USD\n"));
  EXPECT_TRUE(holds(page, "\n\nfamily-office, 2026-11-20, tims, in USD\n"));
}

TEST(MarginPage, ALendingPoolHasBalancesInPlaceOfGroups) {
  Answer<Money> answer = family_office();
  answer.detail = {.children = {{.name = "health"},
                                {.name = "liquidatable", .text = "true"},
                                {.name = "ratios",
                                 .children = {{.name = "liabilities_over_assets", .text = "0.8"}}},
                                {.name = "balances", .list = true}}};
  const std::string page = margin_page(report_of(answer), Extent::screen, {});
  EXPECT_TRUE(holds(page, "57,525.00    equity                  180,100.00\n")) << page;
  EXPECT_TRUE(holds(page, "65,050.00    loan to value                  80%\n")) << page;
  EXPECT_TRUE(holds(page, "\n  may be liquidated\n")) << page;
  for (const char* absent : {"net liquidation", "short options", "covered call"})
    EXPECT_FALSE(holds(page, absent)) << absent;
  EXPECT_TRUE(
      holds(margin_page(report_of(answer), Extent::summary, {}), "\n  may be liquidated\n"));
}

}  // namespace
}  // namespace plimsoll::report
