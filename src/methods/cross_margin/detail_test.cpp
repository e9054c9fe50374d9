#include "methods/cross_margin/detail.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

TEST(Detail, NamesHealthsAndBalances) {
  const auto pool = testing::pool({testing::bank("SOL", 9, "100")});
  const Account account = testing::account({{"SOL", "2.5"}});
  const auto state = state_of(account, *pool);
  const Health health = health_of(state.value, Requirement::equity, testing::day).value();
  const Detail detail = detail_of(health, health, health);
  EXPECT_EQ(detail.children[0].children[2].children[2].text, "250.00");
  EXPECT_EQ(detail.children[1].text, "false");
  const Detail& balance = detail.children[2].children.at(0);
  EXPECT_EQ(balance.children[0].text, "SOL");
  EXPECT_EQ(balance.children[2].text, "2.5");
}

}  // namespace
}  // namespace plimsoll::cross_margin
