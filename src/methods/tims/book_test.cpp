#include "methods/tims/book.hpp"

#include <gtest/gtest.h>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

TEST(PlacedBook, PutsEveryPositionInOneList) {
  Desk desk;
  Stock closed = stock("PNK");
  closed.listing.marginable = false;
  desk.hold(stock("XYZ"), 100, 50_d)
      .hold(closed, 10, 2_d)
      .hold(Fund{.id = InstrumentId{"FND"}}, 10, 20_d)
      .hold(stock("ABC"), 5, 10_d)
      .hold(Token{InstrumentId{"SOL"}}, 1, 100_d);
  desk.account.positions[3].holding = Holding::cash;
  desk.account.positions.push_back({.instrument = stock("NOP"), .quantity = Quantity::of(1)});
  const auto valued = desk.valued();
  const Book book = placed(desk.account, *valued).value();
  EXPECT_EQ(book.in_grid.size(), 1u);
  EXPECT_EQ(book.no_margin.size(), 1u);
  EXPECT_EQ(book.by_strategy.size(), 2u) << "a fund, and what is kept in cash";
  ASSERT_EQ(book.refused.size(), 1u);
  EXPECT_EQ(book.refused.front().reason, Reason::missing_price);
  EXPECT_EQ(book.refused.front().where, "NOP");
  EXPECT_EQ(book.not_covered.size(), 1u);
  desk.hold(stock("NEW"), 1, 1_d);
  EXPECT_FALSE(placed(desk.account, *valued)) << "it was not valued";
}

TEST(PlacedBook, AFutureIsWorthWhatItHasGained) {
  Desk desk;
  desk.hold(Future{.id = InstrumentId{"ESZ6"},
                   .product = InstrumentId{"ES"},
                   .exchange = InstrumentId{"CME"},
                   .month = {2026, 12, {}},
                   .multiplier = Decimal{50}},
            2, 5000_d);
  const auto valued = desk.valued();
  EXPECT_EQ(value_of(placed(desk.account, *valued)->in_grid.front(), *valued), 0_usd);
  desk.account.positions[0].average_cost = Price{4990_d, usd};
  EXPECT_EQ(value_of(placed(desk.account, *valued)->in_grid.front(), *valued), 1000_usd);
}

}  // namespace
}  // namespace plimsoll::tims
