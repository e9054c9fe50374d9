#include "methods/span/scan_kernel.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace plimsoll::span {
namespace {

constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();

/// One scenario loses.
ScanRow losing(std::size_t scenario, std::int32_t loss) {
  ScanRow row;
  row.values[scenario] = loss;
  return row;
}

struct Worst {
  std::int64_t risk = 0, total = 0;
};
Worst worst_of(const std::vector<ScanRow>& rows, const std::vector<ScanPosition>& positions,
               std::int64_t factor = 1) {
  const std::vector<ScanGroup> groups{{static_cast<std::uint32_t>(positions.size()), 0}};
  const std::vector<std::uint32_t> firsts{0, 1};
  const std::vector<std::int64_t> factors{factor};
  std::vector<std::int64_t> risks(1, -1), totals(1, -1);
  scan_accounts({rows.data(), positions, groups, firsts, factors, risks, totals}, 0, 1);
  return {risks.front(), totals.front()};
}

TEST(ScanKernel, EveryScenarioCounts) {
  for (std::size_t scenario = 0; scenario < 16; ++scenario) {
    EXPECT_EQ(worst_of({losing(scenario, 7)}, {{0, 3}}).risk, 21) << scenario;
    EXPECT_EQ(worst_of({losing(scenario, -7)}, {{0, -3}}).risk, 21) << scenario;
  }
}

TEST(ScanKernel, ScenariosAreSummedApart) {
  const std::vector<ScanRow> rows{losing(4, 10), losing(5, 12), losing(4, 1)};
  EXPECT_EQ(worst_of(rows, {{0, 1}, {1, 1}, {2, 1}}).risk, 12);
  EXPECT_EQ(worst_of(rows, {{0, 1}, {1, 1}, {2, 3}}).risk, 13);
}

TEST(ScanKernel, GainsAskForNothing) {
  ScanRow row;
  row.values.fill(5);
  EXPECT_EQ(worst_of({row}, {{0, -1}}).risk, 0);
}

TEST(ScanKernel, ProductsAreSixtyFourBitsWide) {
  for (std::size_t scenario = 0; scenario < 16; ++scenario) {
    EXPECT_EQ(worst_of({losing(scenario, most)}, {{0, most}}).risk, std::int64_t{most} * most);
    EXPECT_EQ(worst_of({losing(scenario, least)}, {{0, least}}).risk, std::int64_t{least} * least);
    EXPECT_EQ(worst_of({losing(scenario, least)}, {{0, most}, {0, least}}).risk,
              -std::int64_t{least});
  }
}

TEST(ScanKernel, TotalsAreInTheirOwnUnit) {
  const Worst worst = worst_of({losing(0, 7)}, {{0, 2}}, 100);
  EXPECT_EQ(worst.risk, 14);
  EXPECT_EQ(worst.total, 1400);
}

TEST(ScanKernel, GroupsEndWhereTheySay) {
  const std::vector<ScanRow> rows{losing(0, 1), losing(0, 10), losing(0, 100)};
  const std::vector<ScanPosition> positions{{0, 1}, {1, 1}, {2, 1}, {2, 2}};
  const std::vector<ScanGroup> groups{{2, 0}, {3, 1}, {4, 0}};
  const std::vector<std::uint32_t> firsts{0, 2, 2, 3};
  const std::vector<std::int64_t> factors{1, 1};
  std::vector<std::int64_t> risks(3), totals(3, -1);
  const ScanJob job{rows.data(), positions, groups, firsts, factors, risks, totals};
  scan_accounts(job, 1, 3);
  scan_accounts(job, 0, 1);
  EXPECT_EQ(risks, (std::vector<std::int64_t>{11, 100, 200}));
  EXPECT_EQ(totals, (std::vector<std::int64_t>{111, 0, 200}));
}

}  // namespace
}  // namespace plimsoll::span
