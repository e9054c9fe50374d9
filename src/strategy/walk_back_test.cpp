#include "strategy/walk_back.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

struct Case {
  BookOf book{25_pct};
  CurePolicy policy;
  Case() {
    policy.minimum_ticket = {};
    book.shares("AAA", 500, 100_d).shares("BBB", 500, 100_d).cash(-80'000_d);
  }
  SalesFound walked(LotsSold sold) {
    const auto may = sale_lines(book, policy, Gains::realised);
    SaleTrial trial{book, may->lines, 1_d};
    SalesFound found{.sold = sold, .standing = *trial.at(sold)};
    for (std::size_t i = 0; i < sold.size(); ++i)
      if (sold[i] > 0) found.order.push_back(i);
    walk_back(trial, may->lines, found);
    return found;
  }
};

TEST(WalkBack, ToTheSmallestSaleThatIsEnough) {
  EXPECT_EQ(Case{}.walked({350, 0}).sold, (LotsSold{201, 0}));
  EXPECT_EQ(Case{}.walked({201, 0}).sold, (LotsSold{201, 0}));
}

TEST(WalkBack, TheDearestFirstAndWhollyWhereItMay) {
  Case one;
  one.book.book().market.quotes[InstrumentId{"BBB"}].bid = 99_d;
  one.book.book().market.quotes[InstrumentId{"BBB"}].ask = 101_d;
  const SalesFound found = one.walked({210, 100});
  EXPECT_EQ(found.sold, (LotsSold{201, 0}));
  EXPECT_EQ(found.order, std::vector<std::size_t>{0}) << "what is not sold leaves the order";
}

TEST(WalkBack, ATicketIsNotBroken) {
  Case one;
  one.policy.minimum_ticket = 21'000_d;
  EXPECT_EQ(one.walked({350, 0}).sold, (LotsSold{210, 0}));
  EXPECT_EQ(one.walked({250, 210}).sold[0] == 0 || one.walked({250, 210}).sold[1] == 0, true)
      << "one ticket is enough";
}

TEST(WalkBack, WhereTheTargetIsMissedNothingIsDone) {
  EXPECT_EQ(Case{}.walked({100, 50}).sold, (LotsSold{100, 50}));
}

}  // namespace
}  // namespace plimsoll::strategy
