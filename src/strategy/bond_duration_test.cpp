// How far bonds fall with rates, against textbook durations.

#include "strategy/bond_duration.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using testing::day;

Book with(std::vector<Bond> bonds, Decimal price) {
  testing::BookOf of;
  of.cash(0_d);
  Book book = of.book();
  for (Bond& bond : bonds) {
    book.market.quotes[bond.id].price = price;
    book.account.catalog.emplace(bond.id, bond);
    book.account.positions.push_back({.instrument = bond, .quantity = Quantity::of(10'000)});
  }
  return book;
}

std::vector<BondDuration> durations(const Book& book) {
  return bond_durations(book, holdings(book.account, book.market, 1).value());
}

TEST(BondDuration, WithoutCoupons) {
  // Ten years at 5 %: 10 / 1.05.
  EXPECT_NEAR(zero_coupon_duration(100 / std::pow(1.05, 10), 10), 10 / 1.05, 1e-12);
  // At par nothing is earned: its whole life.
  EXPECT_DOUBLE_EQ(zero_coupon_duration(100, 3), 3);
}

TEST(BondDuration, WithCouponsAtPar) {
  // Paid evenly and at par the coupon is the rate: its Macaulay duration is (1 - e^-rT) / r.
  const double rate = std::log(1.04);
  EXPECT_NEAR(coupon_duration(100, 10, rate), (1 - std::pow(1.04, -10)) / rate / 1.04, 1e-12);
  // A rate of nothing lies half-way between rates on both its sides.
  EXPECT_NEAR(coupon_duration(110, 10, 0),
              (coupon_duration(110, 10, 2e-5) + coupon_duration(110, 10, -2e-5)) / 2, 1e-6);
  // Cheaper than its principal: as if it had no coupon.
  EXPECT_NEAR(coupon_duration(50, 10, rate), 10 / 1.04, 1e-12);
}

TEST(BondDuration, OfWhatIsHeld) {
  const Book book = with({{.id = InstrumentId{"BILL"},
                           .kind = BondKind::treasury,
                           .maturity = day + std::chrono::days{365},
                           .zero_coupon = true},
                          {.id = InstrumentId{"NOTE"},
                           .kind = BondKind::treasury,
                           .maturity = day + std::chrono::days{3650}}},
                         96_d);
  const auto rows = durations(book);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_DOUBLE_EQ(*rows[0].years, 1);
  EXPECT_NEAR(*rows[0].modified, 0.96, 1e-12);
  EXPECT_EQ(rows[0].from, DurationFrom::price);
  EXPECT_EQ(rows[0].value, 9600_usd);
  EXPECT_EQ(rows[0].per_basis_point, 0.9216_usd);
  EXPECT_EQ(rows[1].from, DurationFrom::market_rate);
  EXPECT_NEAR(*rows[1].modified, coupon_duration(96, 10, 0.04), 1e-12);
}

TEST(BondDuration, SaysWhyNot) {
  const Date later = day + std::chrono::days{900};
  Book book = with({{.id = InstrumentId{"A"}, .maturity = later},
                    {.id = InstrumentId{"B"}, .kind = BondKind::treasury},
                    {.id = InstrumentId{"C"}, .kind = BondKind::treasury, .maturity = day},
                    {.id = InstrumentId{"D"}, .kind = BondKind::convertible, .maturity = later},
                    {.id = InstrumentId{"E"}, .kind = BondKind::treasury, .maturity = later}},
                   99_d);
  book.market.risk_free_rate.reset();
  const auto rows = durations(book);
  ASSERT_EQ(rows.size(), 5u);
  EXPECT_EQ(rows[0].missing, "its coupon is not known");
  EXPECT_TRUE(rows[1].missing.contains("maturity is not known"));
  EXPECT_EQ(rows[2].missing, "it has matured");
  EXPECT_TRUE(rows[3].missing.contains("the stock it turns into"));
  EXPECT_TRUE(rows[4].missing.contains("nor the market's rate"));
  for (const BondDuration& row : rows) {
    EXPECT_FALSE(row.modified) << row.id.view();
    EXPECT_FALSE(row.per_basis_point) << row.id.view();
  }
}

TEST(BondDuration, BondsAlone) {
  testing::BookOf of;
  of.cash(0_d).shares("XYZ", 10, 5_d);
  EXPECT_TRUE(durations(of.book()).empty());
}

}  // namespace
}  // namespace plimsoll::strategy
