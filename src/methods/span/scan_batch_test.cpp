#include "methods/span/scan_batch.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "methods/span/scan.hpp"
#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::FileBuilder;

ScanTable of_values(std::initializer_list<std::int64_t> values) {
  FileBuilder builder;
  int number = 0;
  for (const std::int64_t value : values) {
    const std::string code = "C" + std::to_string(++number);
    builder.commodity(code.c_str());
    const auto product = builder.product(code.c_str(), clearing::ProductType::future);
    builder.contract({.product = product, .month = testing::december}, {.digits = {value}});
  }
  return ScanTable::of(*builder.built()).value();
}

std::string refusal(const ScanTable& table, const std::vector<ScanPosition>& positions) {
  const std::vector<std::uint32_t> firsts{0, 0, static_cast<std::uint32_t>(positions.size())};
  const auto books = ScanBooks::of(table, positions, firsts);
  return books ? "" : books.error().where + ": " + books.error().what;
}

TEST(ScanBooks, RefusesByTheAccountsNumber) {
  const ScanTable table = of_values({1, 1});
  EXPECT_EQ(refusal(table, {{0, 1}, {1, 1}}), "");
  EXPECT_EQ(refusal(table, {{2, 1}}), "account 1: there is no row 2: the table has 2");
  EXPECT_EQ(refusal(table, {{1, 1}, {0, 1}}),
            "account 1: its positions are not in order of commodity");
}

TEST(ScanBooks, RefusesWhatSixtyFourBitsMayNotHold) {
  constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
  const ScanTable table = of_values({least, 1});
  EXPECT_EQ(refusal(table, {{0, least}, {0, least + 1}}), "");  // 2^63 - 2^31
  const auto over = refusal(table, {{0, least}, {0, least}});
  EXPECT_EQ(over, "account 1: it may lose more than 64 bits hold; split it");
  EXPECT_EQ(refusal(table, {{0, least}, {0, least + 1}, {1, 2'147'483'647}}), "");
  EXPECT_EQ(refusal(table, {{0, least}, {0, least + 1}, {1, least}}), over);
}

TEST(ScanBooks, NobodyHoldsNothing) {
  const ScanTable table = of_values({5});
  const std::vector<std::uint32_t> firsts{0, 0, 0};
  const ScanBooks books = ScanBooks::of(table, {}, firsts).value();
  std::vector<std::int64_t> totals(2, -1);
  books.scan({}, totals, 2);
  EXPECT_EQ(totals, (std::vector<std::int64_t>{0, 0}));
}

/// Commodities of a few contracts each, with values of all sizes at several powers of ten.
std::shared_ptr<const RiskFile> random_file() {
  FileBuilder builder;
  const int commodities = *rc::gen::inRange(1, 5);
  for (int c = 0; c < commodities; ++c) {
    const std::string code = "C" + std::to_string(c);
    builder.commodity(code.c_str());
    const auto product = builder.product(code.c_str(), clearing::ProductType::future);
    const int contracts = *rc::gen::inRange(1, 6);
    for (std::uint8_t month = 1; month <= contracts; ++month) {
      clearing::RiskArray array{.exponent = *rc::gen::inRange<std::int8_t>(-2, 2)};
      for (std::int64_t& digits : array.digits) digits = *rc::gen::inRange(-1'000'000, 1'000'001);
      builder.contract({.product = product, .month = {2026, month, {}}}, array);
    }
  }
  return builder.built();
}

/// As the full method sums: each account's positions by commodity, exact decimals.
Decimal risk_of(const RiskFile& file, const ScanTable& table, clearing::Index commodity,
                std::span<const ScanPosition> account) {
  std::vector<ScannedPosition> positions;
  for (const auto& [row, contracts] : account)
    for (clearing::Index i = 0; i < file.contracts.size(); ++i)
      if (table.row_of(i) == row && table.commodities()[row] == commodity)
        positions.push_back({&file.arrays[file.contracts[i].array], Decimal{contracts}});
  const Scenarios losses = summed(positions);
  return std::max(Decimal{}, *std::ranges::max_element(losses));
}

Decimal as_decimal(std::int64_t units, int exponent) {
  clearing::RiskArray one{.exponent = static_cast<std::int8_t>(exponent)};
  one.digits[0] = units;
  return value_of(one, 0);
}

RC_GTEST_PROP(AnyBooks, AreScannedAsTheMethodSums, ()) {
  const auto file = random_file();
  const ScanTable table = ScanTable::of(*file).value();
  const int accounts = *rc::gen::inRange(1, 20);
  std::vector<ScanPosition> positions;
  std::vector<std::uint32_t> firsts{0};
  for (int a = 0; a < accounts; ++a) {
    auto held = *rc::gen::container<std::vector<std::uint32_t>>(
        rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(table.rows().size())));
    std::ranges::sort(held);
    for (const std::uint32_t row : held)
      positions.push_back({row, *rc::gen::inRange<std::int32_t>(-100'000, 100'001)});
    firsts.push_back(static_cast<std::uint32_t>(positions.size()));
  }
  const ScanBooks books = ScanBooks::of(table, positions, firsts).value();
  std::vector<std::int64_t> risks(books.groups().size()), totals(books.accounts());
  books.scan(risks, totals, 1);
  for (std::size_t a = 0; a < books.accounts(); ++a) {
    Decimal sum;
    for (std::size_t g = books.firsts()[a]; g < books.firsts()[a + 1]; ++g) {
      const auto commodity = books.groups()[g].commodity;
      const Decimal expected =
          risk_of(*file, table, commodity,
                  std::span{positions}.subspan(firsts[a], firsts[a + 1] - firsts[a]));
      RC_ASSERT(as_decimal(risks[g], table.exponent_of(commodity)) == expected);
      sum += expected;
    }
    RC_ASSERT(as_decimal(totals[a], table.exponent_of_totals()) == sum);
  }
  for (const int threads : {2, 3, 40}) {
    std::vector<std::int64_t> again(risks.size()), again_totals(totals.size());
    books.scan(again, again_totals, threads);
    RC_ASSERT(again == risks);
    RC_ASSERT(again_totals == totals);
  }
}

}  // namespace
}  // namespace plimsoll::span
