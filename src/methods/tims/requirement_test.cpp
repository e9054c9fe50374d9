#include "methods/tims/requirement.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

template <Reading R>
std::vector<Required<R>> asked(const Desk& desk, PackRef pack = small_pack()) {
  const auto valued = desk.valued({std::move(pack), nullptr});
  const Book book = placed(desk.account, *valued).value();
  return required<R>(book, *valued, netted(book, *valued, valued->grids().front())).value();
}

/// Options on one index that cannot lose, and the fund of another.
Desk minimum_and_loss() {
  Desk desk;
  desk.know(Index{.id = InstrumentId{"SPX"}, .index_class = IndexClass::broad}, 1451.19_d)
      .hold(option("SPX", Right::call, 1450_d), 100, 27.57_d)
      .hold(option("SPX", Right::put, 1450_d), 100, 18.72_d)
      .hold(fund("OEF", "OEX"), 1000, 100_d);
  return desk;
}

TEST(Requirement, IsTheLossAtTheWorstPointOrTheMinimum) {
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d);
  const auto plain = asked<Money>(desk);
  EXPECT_EQ(plain.front().requirement, 750_usd);
  EXPECT_FALSE(plain.front().minimum_governs);
  const auto explained = asked<Amount>(desk);
  EXPECT_EQ(explained.front().requirement.money, 750_usd);
  EXPECT_EQ(explained.front().requirement.subject, "XYZ");

  Desk far;
  far.know(stock("XYZ"), 50_d).hold(option("XYZ", Right::call, 90_d), -10, 0.01_d);
  const auto least = asked<Money>(far);
  EXPECT_TRUE(least.front().minimum_governs);
  EXPECT_EQ(least.front().requirement, 375_usd);
}

TEST(Requirement, TakesTheMinimumAfterOffsetsOrForEachClassGroup) {
  const Desk desk = minimum_and_loss();
  const auto once = asked<Money>(desk);
  ASSERT_EQ(once.size(), 1u);
  auto pack = open_pack();
  pack->minimum_over = MinimumOver::class_group;
  const auto each = asked<Money>(desk, pack);
  EXPECT_LE(money_of(once[0].requirement).amount, money_of(each[0].requirement).amount);
  EXPECT_EQ(each[0].requirement, once[0].requirement + once[0].more_by_class);
  EXPECT_EQ(each[0].more_by_class, 0_usd);
  EXPECT_LT(0_usd, once[0].more_by_class);
}

TEST(Requirement, OfEquityThatIsNotMarginable) {
  Desk desk;
  Stock closed = stock("PNK");
  closed.listing.marginable = false;
  desk.hold(closed, 10, 2_d).hold(closed, -10, 2_d);
  const auto valued = desk.valued();
  const Book book = placed(desk.account, *valued).value();
  ASSERT_EQ(book.no_margin.size(), 2u);
  EXPECT_EQ(not_marginable<Money>(book.no_margin[0], *valued).value(), 20_usd);
  EXPECT_EQ(not_marginable<Money>(book.no_margin[1], *valued).value(), 10_usd);
}

TEST(Requirement, MovesAreWrittenWithTheirSign) {
  EXPECT_EQ(move_text(-0.08), "-8%");
  EXPECT_EQ(move_text(0.012), "+1.2%");
  EXPECT_EQ(move_text(-0.064000000001), "-6.4%");
}

/// Lines of a pack that a sum stands on.
void lines_of(const Amount& amount, std::vector<std::uint32_t>& lines) {
  if (amount.where.file == Label{"mine.toml"}) lines.push_back(amount.where.line);
  for (const Amount& part : amount.parts) lines_of(part, lines);
}

TEST(Requirement, ShowsTheLinesOfThePackItStandsOn) {
  auto pack = open_pack();
  pack->ranges.front().where = {"mine.toml", 10};
  pack->product_groups.front().where = {"mine.toml", 20};
  pack->product_groups.front().law = {
      .source = "Mine", .paragraph = "(a)", .gist = "ours", .grade = Grade::recalled};
  Desk desk;
  desk.hold(fund("SPY", "SPX"), 100, 500_d).hold(fund("OEF", "OEX"), -100, 400_d);
  const auto explained = asked<Amount>(desk, pack);
  std::vector<std::uint32_t> lines;
  lines_of(explained.front().requirement, lines);
  std::ranges::sort(lines);
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{10, 10, 20}));
}

}  // namespace
}  // namespace plimsoll::tims
