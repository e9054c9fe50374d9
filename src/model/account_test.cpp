#include "model/account.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

TEST(Account, KnowsWhatItsCatalogDescribes) {
  Account account;
  const InstrumentId aapl{"AAPL"};
  EXPECT_EQ(described(account, aapl), nullptr);
  account.catalog.emplace(aapl, Stock{.id = aapl});
  ASSERT_NE(described(account, aapl), nullptr);
  EXPECT_EQ(id_of(*described(account, aapl)), aapl);
  EXPECT_EQ(described(account, InstrumentId{"AAP"}), nullptr);
  EXPECT_EQ(described(account, InstrumentId{}), nullptr);
}

}  // namespace
}  // namespace plimsoll
