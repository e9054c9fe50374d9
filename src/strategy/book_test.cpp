#include "strategy/book.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

TEST(Room, IsWhatTheMethodAnswers) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-40'000_d);
  const auto today = room(book);
  ASSERT_TRUE(today);
  EXPECT_EQ(today->equity, 60'000_usd);
  EXPECT_EQ(today->requirement, 25'000_usd);
  EXPECT_EQ(today->excess(), 35'000_usd);
  EXPECT_EQ(today->net_liquidation, 60'000_usd);
}

TEST(Room, IsRefusedWherePositionsOrCashAreMissing) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d);
  Answer<Money> answer = book.book().margin(book.book().account, book.book().market).value();
  answer.refused = {{Reason::missing_price, "no price", "XYZ"}};
  EXPECT_EQ(room_of(answer, book.book().account).error().where, "XYZ");
  answer.refused.clear();
  answer.not_covered = {{"XYZ", "not margined"}};
  EXPECT_EQ(room_of(answer, book.book().account).error().reason, Reason::not_covered);
  answer.not_covered.clear();
  answer.equity.reset();
  EXPECT_NE(room_of(answer, book.book().account).error().what.find("cash"), std::string::npos);
  book.book().market.quotes.clear();
  EXPECT_FALSE(room(book)) << "the method's own refusal";
}

}  // namespace
}  // namespace plimsoll::strategy
