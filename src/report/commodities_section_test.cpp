#include "report/commodities_section.hpp"

#include <gtest/gtest.h>

#include "report/details_for_tests.hpp"

namespace plimsoll::report {
namespace {

using testing::leaf;
using testing::list;

Detail gold() {
  return {
      .children = {
          leaf("code", "GC"), leaf("currency", "USD"), leaf("scan_risk", "18060.00"),
          leaf("active_scenario", "16"), leaf("intra_commodity", "250.00"), leaf("spot", "10.00"),
          leaf("inter_commodity_credit", "4000.00"), leaf("inter_exchange_credit", "320.50"),
          leaf("short_option_minimum", "200.00"), leaf("net_option_value", "-17600.00"),
          leaf("total", "31599.50"),
          list("deltas", {{.children = {leaf("month", "202509"), leaf("delta", "2"),
                                        leaf("in_calendar_spreads", "1.28"), leaf("left", "0")}}}),
          list("calendar_spreads",
               {{.children = {leaf("priority", "1"), leaf("spreads", "0.28"),
                              leaf("rate", "400.00"), leaf("charge", "112.00"),
                              list("legs",
                                   {{.children = {leaf("of", "tier 1"), leaf("delta", "0.28")}},
                                    {.children = {leaf("of", "tier 2"),
                                                  leaf("delta", "-0.28")}}})}}}),
          list("inter_commodity_spreads",
               {{.children = {leaf("priority", "1"), leaf("with", "SI"), leaf("spreads", "0.72"),
                              leaf("delta", "0.72"), leaf("weighted_price_risk", "12000.00"),
                              leaf("credit_rate", "0.5"), leaf("credit", "4320.00")}}})}};
}

Detail plain(const char* code, const char* currency, const char* total) {
  return {.children = {leaf("code", code), leaf("currency", currency), leaf("scan_risk", total),
                       leaf("active_scenario", "11"), leaf("total", total)}};
}

Detail detail_of(std::vector<Detail> commodities) {
  return {.children = {list("combined_commodities", std::move(commodities)),
                       leaf("long_option_value", "100.00"),
                       leaf("short_option_value", "17700.00")}};
}

TEST(CommoditiesSection, AddsUpFromWhatIsCharged) {
  EXPECT_EQ(commodities_section(detail_of({plain("SI", "USD", "4920.00"), gold()}),
                                CommodityRows::some, {}),
            R"(
combined commodities, in USD: charges less credit, at least the minimum; less option value

commodity  scan risk  active  calendar  delivery    credit  minimum  option value      total
---------  ---------  ------  --------  --------  --------  -------  ------------  ---------
GC         18,060.00      16    250.00     10.00  4,320.50   200.00    -17,600.00  31,599.50
SI          4,920.00      11      0.00      0.00      0.00     0.00          0.00   4,920.00
total      22,980.00            250.00     10.00  4,320.50             -17,600.00  36,519.50
)");
}

TEST(CommoditiesSection, ExplainedSaysWhichDeltasFormedWhichSpreads) {
  const std::string all = commodities_section(detail_of({gold()}), CommodityRows::all, {});
  EXPECT_FALSE(all.contains("\ntotal"));  // of one commodity it would say it twice
  EXPECT_TRUE(all.ends_with(R"(
deltas by month

commodity  month   delta  in calendar spreads  left after credits
---------  ------  -----  -------------------  ------------------
GC         202509      2                 1.28                   0

calendar spreads

commodity  priority  deltas                                  spreads    rate  charge
---------  --------  --------------------------------------  -------  ------  ------
GC                1  0.28 of tier 1 against -0.28 of tier 2     0.28  400.00  112.00

credits between commodities

commodity  priority  against  spreads  delta    a delta  of it    credit
---------  --------  -------  -------  -----  ---------  -----  --------
GC                1  SI          0.72   0.72  12,000.00    50%  4,320.00
)")) << all;
}

TEST(CommoditiesSection, CurrenciesAreNotAddedUp) {
  const std::string page =
      commodities_section(detail_of({plain("SI", "USD", "1.00"), plain("DAX", "EUR", "2.00")}),
                          CommodityRows::some, {});
  EXPECT_TRUE(page.contains("DAX, in EUR")) << page;
  EXPECT_TRUE(page.contains("SI, in USD")) << page;
  EXPECT_FALSE(page.contains("\ntotal")) << page;
}

TEST(CommoditiesSection, WhatIsScannedElsewhereSaysWhere) {
  Detail leg = plain("HH", "USD", "900.00");
  leg.children.pop_back();
  leg.children.push_back(leaf("scanned_in", "NG"));
  leg.children.push_back(leaf("total", "0.00"));
  Detail target = plain("NG", "USD", "500.00");
  target.children.push_back(leaf("scanned_with", "HH"));
  const std::string page = commodities_section(detail_of({leg, target}), CommodityRows::some, {});
  EXPECT_TRUE(page.contains("NG, with HH")) << page;
  EXPECT_TRUE(page.contains("HH, scanned in NG")) << page;
  EXPECT_FALSE(page.contains("900.00")) << page;  // its own scan is in no sum
}

TEST(CommoditiesSection, AGrossAccountNamesThePositionAndShowsTheDearest) {
  std::vector<Detail> many;
  for (int i = 0; i < 15; ++i) {
    many.push_back(plain("GC", "USD", i == 14 ? "7.00" : "5.00"));
    many.back().children.push_back(leaf("position", i == 14 ? "GCZ5" : "GCX5"));
  }
  const std::string some = commodities_section(detail_of(many), CommodityRows::some, {});
  EXPECT_LT(some.find("GC: GCZ5"), some.find("GC: GCX5"));
  EXPECT_TRUE(some.contains("77.00")) << some;
  EXPECT_TRUE(some.ends_with("\n  3 more under --explain; the total is of all\n")) << some;
  EXPECT_FALSE(commodities_section(detail_of(many), CommodityRows::all, {}).contains("more under"));
}

TEST(CommoditiesSection, IsNothingWhereNoCommodityIs) {
  EXPECT_EQ(commodities_section({}, CommodityRows::all, {}), "");
  EXPECT_FALSE(is_by_commodity({}));
  // All of it may have been computed elsewhere.
  EXPECT_EQ(commodities_section(detail_of({}), CommodityRows::all, {}), "");
  EXPECT_TRUE(is_by_commodity(detail_of({})));
}

TEST(CommoditiesSection, OptionValueIsWhatIsHeldLessWhatIsSold) {
  EXPECT_EQ(net_option_value_text(detail_of({})), "-17,600.00");
}

}  // namespace
}  // namespace plimsoll::report
