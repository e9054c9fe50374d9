#include "apps/json/encode_kpis.hpp"

#include <gtest/gtest.h>

#include "apps/json/testing.hpp"

namespace plimsoll::json {
namespace {

std::string written(const strategy::Kpi& kpi) {
  return testing::encoded([&](Writer& out) { write_kpis(out, {kpi}); });
}

TEST(EncodeKpis, MoneyIsTextAndARatioANumber) {
  EXPECT_EQ(written({.name = "portfolio_margin_ratio",
                     .unit = strategy::KpiUnit::multiple,
                     .formula = "total account value / net debit",
                     .value = 1.5,
                     .inputs = {{"total_account_value", 120000_usd}, {"net_debit", 80000_usd}},
                     .colour = strategy::MarginColour::critical}),
            "[{\"name\":\"portfolio_margin_ratio\",\"unit\":\"multiple\",\"value\":1.5,"
            "\"bound\":\"exact\",\"colour\":\"critical\",\"formula\":\"total account value / net "
            "debit\",\"inputs\":{\"total_account_value\":\"120000.00\",\"net_debit\":\"80000.00\"}"
            "}]\n");
  EXPECT_EQ(written({.name = "excess",
                     .unit = strategy::KpiUnit::money,
                     .formula = "equity - maintenance",
                     .value = 70000_usd,
                     .bound = strategy::Bound::at_least}),
            "[{\"name\":\"excess\",\"unit\":\"money\",\"value\":\"70000.00\",\"bound\":"
            "\"at_least\",\"formula\":\"equity - maintenance\",\"inputs\":{}}]\n");
}

TEST(EncodeKpis, WhatIsMissingIsNullAndSaysWhy) {
  EXPECT_EQ(written({.name = "coverage",
                     .unit = strategy::KpiUnit::multiple,
                     .formula = "income / interest",
                     .missing = "not applicable: nothing is owed"}),
            "[{\"name\":\"coverage\",\"unit\":\"multiple\",\"value\":null,\"missing\":\"not "
            "applicable: nothing is owed\",\"formula\":\"income / interest\",\"inputs\":{}}]\n");
}

}  // namespace
}  // namespace plimsoll::json
