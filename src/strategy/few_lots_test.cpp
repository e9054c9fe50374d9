#include "strategy/few_lots.hpp"

#include <gtest/gtest.h>

#include "strategy/books_for_tests.hpp"
#include "strategy/cure.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

/// Lots of a hundred, whose costs a share are quoted; 25 % asked, the target is the requirement.
struct Coarse {
  BookOf of{25_pct};
  Policy policy = any_ticket();
  Coarse() { policy.cure.lot_size = 100_d; }
  void hold(const char* symbol, std::int64_t shares, Decimal half_spread) {
    of.shares(symbol, shares, 100_d);
    Quote& quote = of.book().market.quotes[InstrumentId{symbol}];
    quote.bid = 100_d - half_spread;
    quote.ask = 100_d + half_spread;
  }
  /// The least of all sales, each asked for.
  Decimal by_hand() {
    const auto may = sale_lines(of, policy.cure, Gains::realised);
    SaleTrial trial{of, may->lines, 1_d};
    std::optional<Decimal> least;
    LotsSold sold(may->lines.size(), 0);
    while (true) {
      const auto there = trial.at(sold);
      const Decimal cost = trial.cost(sold).total().amount;
      if (there && !there->gap.amount.is_negative() && (!least || cost < *least)) least = cost;
      std::size_t i = 0;
      while (i < sold.size() && ++sold[i] > may->lines[i].most) sold[i++] = 0;
      if (i == sold.size()) return *least;
    }
  }
};

TEST(FewLots, TheCheapestForWhatItFreesIsNotAlwaysInTheCheapestSale) {
  Coarse one;
  one.hold("LARGE", 500, 0.05_d);
  one.hold("SMALL", 500, 0.06_d);
  one.policy.cure.lot_sizes = {{.symbol = "LARGE", .units = 500_d}};
  one.of.cash(-77'000_d);  // 23,000 for 25,000: a lot of SMALL frees 2,500 less 6
  const auto made = cure(one.of, one.policy, {.target_multiple = 1});
  ASSERT_TRUE(made) << made.error().what;
  ASSERT_EQ(made->trades.size(), 1u);
  EXPECT_EQ(made->trades[0].symbol, InstrumentId{"SMALL"});
  EXPECT_EQ(made->cost.total().amount, 6_d) << "and not 25";
  EXPECT_EQ(made->cost.total().amount, one.by_hand());
}

TEST(FewLots, NoSaleOfWholeLotsIsCheaper) {
  for (int debit = 240'500; debit < 256'000; debit += 1'300) {
    Coarse one;
    one.hold("AAA", 700, 0.03_d);
    one.hold("BBB", 600, 0.05_d);
    one.hold("CCC", 500, 0.08_d);
    one.hold("DDD", 1'500, 0.02_d);
    one.policy.cure.lot_sizes = {{.symbol = "AAA", .units = 300_d},
                                 {.symbol = "DDD", .units = 500_d}};
    one.of.cash(-Decimal{debit});
    const auto made = cure(one.of, one.policy, {.target_multiple = 1});
    ASSERT_TRUE(made) << made.error().what;
    if (made->state != CureState::cured) continue;
    EXPECT_EQ(made->cost.total().amount, one.by_hand()) << debit;
  }
}

}  // namespace
}  // namespace plimsoll::strategy
