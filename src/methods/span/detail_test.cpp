#include "methods/span/detail.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using namespace clearing;
using testing::amount_told, testing::december, testing::FileBuilder, testing::future,
    testing::october, testing::option, testing::Reckoned, testing::september, testing::told,
    testing::two_commodities;

const std::vector<Position> book{future("ZZ", september, 3), future("ZZ", october, -1),
                                 option(Right::call, 3600_d, 1), future("YY", december, -2)};

plimsoll::Detail detail(const FileBuilder& builder, const char* commodity = "CC-ZZ",
                        const std::string& subject = {}) {
  Reckoned reckoned{book, builder};
  return detail_of(reckoned.of(commodity), reckoned.houses.front(), subject);
}

Decimal sum_told(const plimsoll::Detail& of, std::string_view list, std::string_view name) {
  Decimal sum;
  for (const plimsoll::Detail& item : told(of, list).children) sum += amount_told(item, name);
  return sum;
}

TEST(Detail, AddsUp) {
  const plimsoll::Detail all = detail(two_commodities());
  EXPECT_EQ(amount_told(all, "risk"),
            amount_told(all, "scan_risk") + amount_told(all, "intra_commodity") +
                amount_told(all, "spot") - amount_told(all, "inter_commodity_credit") -
                amount_told(all, "inter_exchange_credit"));
  EXPECT_EQ(amount_told(all, "total"),
            amount_told(all, "maintenance") - amount_told(all, "net_option_value"));
  EXPECT_EQ(amount_told(all, "scan_risk"), amount_told(all, "time_risk") +
                                               amount_told(all, "volatility_risk") +
                                               amount_told(all, "price_risk"));
  EXPECT_EQ(sum_told(all, "calendar_spreads", "charge"), amount_told(all, "intra_commodity"));
  EXPECT_EQ(sum_told(all, "scanning_tiers", "scan_risk"), amount_told(all, "scan_risk"));
  EXPECT_EQ(sum_told(all, "deltas", "delta"), amount_told(all, "delta"));
  // 250 once: September against October. Two of 2.55 deltas earn half.
  EXPECT_EQ(amount_told(all, "intra_commodity"), 250_d);
  EXPECT_EQ(amount_told(all, "delta"), 2.55_d);
  EXPECT_EQ(sum_told(all, "inter_commodity_spreads", "delta"), 2_d);
}

TEST(Detail, CountsScenariosFromOne) {
  const plimsoll::Detail all = detail(two_commodities(), "CC-YY");
  EXPECT_EQ(amount_told(all, "active_scenario"), 11_d);
  ASSERT_EQ(told(all, "scenarios").children.size(), 16u);
  EXPECT_EQ(told(all, "scenarios").children[10].text, "6000.00");
}

TEST(Detail, LimitsOptionValueAsTheRequirementDoes) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].limit_option_value = true;
  for (Contract& contract : builder.file.contracts)
    if (contract.right == Right::call) contract.price = 9000_d;
  EXPECT_EQ(amount_told(detail(builder), "total"), 0_d);
}

TEST(Detail, WhatIsScannedElsewhereAddsNothing) {
  FileBuilder builder = two_commodities();
  builder.file.inter_spreads[0].method = InterMethod::scanning;
  builder.file.inter_spreads[0].target = InterLeg{.commodity = Code{"CC-YY"}};
  const plimsoll::Detail leg = detail(builder), target = detail(builder, "CC-YY");
  EXPECT_EQ(told(leg, "scanned_in").text, "CC-YY");
  EXPECT_EQ(amount_told(leg, "total"), 0_d);
  EXPECT_EQ(told(target, "scanned_with").text, "CC-ZZ");
  EXPECT_EQ(amount_told(target, "net_option_value"), 12'000_d);
}

TEST(Detail, SaysWhichPositionItIsOf) {
  EXPECT_EQ(told(detail(two_commodities(), "CC-ZZ", "ZZ202512"), "position").text, "ZZ202512");
}

}  // namespace
}  // namespace plimsoll::span
