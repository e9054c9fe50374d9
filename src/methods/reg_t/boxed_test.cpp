#include "methods/reg_t/boxed.hpp"

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

Bond bond(BondKind kind, std::optional<Date> maturity = 2040y / May / 15) {
  return {.id = id("BOND"), .kind = kind, .maturity = maturity};
}
Debt owed(Debt debt) { return debt.owed = true, debt; }
Debt opened_at(Debt debt, Price price) { return debt.opening = price, debt; }

std::string stock_line(const Shares& held, const Shares& owed) {
  return PLIMSOLL_LINE(boxed_stock, held, owed, on_the_day);
}
/// 10,000 of principal on both sides, at `price`.
std::string bond_line(const Bond& what, Price price, Day day = on_the_day) {
  const Debt held = bond_held(what, 10'000, price);
  return PLIMSOLL_LINE(boxed_debt, held, owed(held), day);
}

TEST(BoxedStock, FivePercentOfTheLongSide) {
  EXPECT_EQ(stock_line(shares(100, 50_usd_each), shares(100, 50_usd_each)),
            "5250.00 5250.00 risk 250.00 250.00 equity 0.00 premium 0.00");
  // Sold today at 52: 5,200 owed to open and 5 % of 5,000.
  EXPECT_EQ(stock_line(shares(100, 50_usd_each),
                       testing::opened_at(shares(100, 50_usd_each), 52_usd_each)),
            "5450.00 5250.00 risk 250.00 250.00 equity 0.00 premium 0.00");
}

TEST(BoxedStock, IsTheSameWhereItIsNotMarginable) {
  Shares held = shares(100, 10_usd_each);
  held.standing = Standing::not_marginable;
  EXPECT_EQ(stock_line(held, held), "1050.00 1050.00 risk 50.00 50.00 equity 0.00 premium 0.00");
}

TEST(BoxedDebt, OtherDebtIsBoxedAsStock) {
  for (const BondKind kind : {BondKind::municipal, BondKind::corporate})
    EXPECT_EQ(bond_line(bond(kind), 98_usd_each),
              bond_line(bond(BondKind::convertible), 98_usd_each));
  EXPECT_EQ(bond_line(bond(BondKind::convertible), 98_usd_each),  // 5 % of 9,800
            "10290.00 10290.00 risk 490.00 490.00 equity 0.00 premium 0.00");
  EXPECT_EQ(bond_line(bond(BondKind::convertible, std::nullopt), 98_usd_each),
            bond_line(bond(BondKind::convertible), 98_usd_each));
}

TEST(BoxedDebt, NothingIsLeftOfATreasury) {
  EXPECT_EQ(bond_line(bond(BondKind::treasury), 98_usd_each),
            "9800.00 9800.00 risk 0.00 0.00 equity 0.00 premium 0.00");
}

TEST(BoxedDebt, IsOpenedAtTodaysTradePrice) {
  const Bond what = bond(BondKind::treasury);
  const Debt held = bond_held(what, 10'000, 98_usd_each);
  // Sold today at 99: 9,900 owed to open, which the sale brought.
  EXPECT_EQ(PLIMSOLL_LINE(boxed_debt, held, opened_at(owed(held), 99_usd_each), on_the_day),
            "9900.00 9800.00 risk 0.00 0.00 equity 0.00 premium 0.00");
}

TEST(Boxed, SaysUnderWhichRule) {
  const Bond treasury = bond(BondKind::treasury);
  const Debt held = bond_held(treasury, 10'000, 98_usd_each);
  const auto debt = boxed_debt<Amount>(held, owed(held), on_the_day);
  const auto stock =
      boxed_stock<Amount>(shares(100, 50_usd_each), shares(100, 50_usd_each), on_the_day);
  ASSERT_TRUE(debt && stock);
  EXPECT_EQ(debt->initial.law, &boxed_sale_law);
  EXPECT_EQ(debt->maintenance.law, &net_debt_law);
  EXPECT_EQ(stock->initial.law, &boxed_sale_law);
  EXPECT_EQ(stock->maintenance.law, &boxed_law);
}

TEST(Boxed, HasNoRuleBefore1974) {
  EXPECT_EQ(bond_line(bond(BondKind::convertible), 98_usd_each, {today, 1974y / January / 2}),
            "refused: no text on file for 1974-01-02; the first is of 1974-01-03");
}

}  // namespace
}  // namespace plimsoll::reg_t
