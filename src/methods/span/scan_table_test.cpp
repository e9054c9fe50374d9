#include "methods/span/scan_table.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using clearing::Index, clearing::ProductType, clearing::RiskArray;
using testing::FileBuilder, testing::two_commodities, testing::december, testing::september;

/// A future of a commodity of its own, all of whose values are one.
void add(FileBuilder& builder, const char* code, std::int64_t digits, int exponent) {
  builder.commodity(code);
  RiskArray array{.exponent = static_cast<std::int8_t>(exponent)};
  array.digits.fill(digits);
  builder.contract({.product = builder.product(code, ProductType::future), .month = december},
                   array);
}

TEST(ScanTable, EveryContractHasItsRow) {
  const auto file = two_commodities().built();
  const ScanTable table = ScanTable::of(*file).value();
  ASSERT_EQ(table.rows().size(), file->contracts.size());
  for (Index i = 0; i < file->contracts.size(); ++i) {
    const RiskArray& array = file->arrays[file->contracts[i].array];
    const ScanRow& row = table.rows()[table.row_of(i)];
    for (std::size_t scenario = 0; scenario < scenarios_count; ++scenario)
      EXPECT_EQ(row.values[scenario], array.digits[scenario]);
  }
  EXPECT_TRUE(std::ranges::is_sorted(table.commodities()));
  EXPECT_EQ(table.currency(), usd);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(table.rows().data()) % 64, 0u);
}

TEST(ScanTable, OneUnitForEachCommodityAndOneForTotals) {
  FileBuilder builder;
  add(builder, "AA", 5, 0);
  builder.contract({.product = 0, .month = september}, {.digits = {7}, .exponent = -2});
  add(builder, "BB", 5, 0);
  const auto file = builder.built();
  const ScanTable table = ScanTable::of(*file).value();
  EXPECT_EQ(table.exponent_of(0), -2);
  EXPECT_EQ(table.exponent_of(1), 0);
  EXPECT_EQ(table.exponent_of_totals(), -2);
  EXPECT_EQ(table.factors()[0], 1);
  EXPECT_EQ(table.factors()[1], 100);
  EXPECT_EQ(table.largest()[0], 500);
  EXPECT_EQ(table.largest()[1], 5);
}

TEST(ScanTable, HoldsThirtyTwoBitsAndNamesWhatHasMore) {
  const struct {
    std::int64_t digits;
    int exponent;
    bool fits;
  } table[] = {
      {2'147'483'647, 0, true},
      {2'147'483'648, 0, false},
      {-2'147'483'648, 0, true},
      {-2'147'483'649, 0, false},
      {21'474'836, 2, true},
      {21'474'837, 2, false},
      {0, 25, true},
      {1, 25, false},
  };
  for (const auto& [digits, exponent, fits] : table) {
    FileBuilder builder;
    add(builder, "AA", digits, exponent);
    builder.contract({.product = 0, .month = september}, {.digits = {1}});
    const auto file = builder.built();
    const auto made = ScanTable::of(*file);
    EXPECT_EQ(made.has_value(), fits) << digits << " at " << exponent;
    if (!made) {
      EXPECT_EQ(made.error().where, "XYZ AA FUT 202512");
      EXPECT_TRUE(made.error().what.contains(std::to_string(digits))) << made.error().what;
    }
  }
}

TEST(ScanTable, PowersTooFarApartAreRefusedByCommodity) {
  for (const int exponent : {18, 19}) {
    FileBuilder builder;
    add(builder, "AA", 1, 0);
    add(builder, "BB", 1, exponent);
    const auto made = ScanTable::of(*builder.built());
    EXPECT_EQ(made.has_value(), exponent == 18);
    EXPECT_EQ(made ? "" : made.error().where, exponent == 18 ? "" : "BB");
  }
}

TEST(ScanTable, LeavesOutWhatIsScannedInTiers) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[1].scan_tiers = testing::two_tiers();
  const auto file = builder.built();
  const ScanTable table = ScanTable::of(*file).value();
  ASSERT_EQ(table.left_out().size(), 1u);
  EXPECT_EQ(table.left_out().front(), 1u);
  for (Index i = 0; i < file->contracts.size(); ++i)
    EXPECT_EQ(table.row_of(i) == clearing::nowhere,
              file->products[file->contracts[i].product].key.product == clearing::Code{"YY"});
}

TEST(ScanTable, OfSeveralCurrenciesHasNoCurrency) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[1].currency = Currency::of("EUR");
  EXPECT_FALSE(ScanTable::of(*builder.built()).value().currency());
}

TEST(ScanTable, OfNothingIsEmpty) {
  EXPECT_TRUE(ScanTable::of(*FileBuilder{}.built()).value().rows().empty());
}

}  // namespace
}  // namespace plimsoll::span
