#include "report/size_section.hpp"

#include <gtest/gtest.h>

#include "strategy/books_for_tests.hpp"

namespace plimsoll::report {
namespace {

using strategy::testing::BookOf;
using strategy::testing::two_names;

std::string page(const strategy::Book& book) {
  const auto made = strategy::size(book, {}, {});
  EXPECT_TRUE(made) << made.error().what;
  return size_section(*made, {.width = 140});
}

TEST(SizeSection, LeverageNowAndByEveryRule) {
  const std::string text = page(two_names());
  EXPECT_NE(text.find("leverage 2.00x"), std::string::npos) << text;
  EXPECT_NE(text.find("shock survival"), std::string::npos);
  EXPECT_NE(text.find("1.86x"), std::string::npos) << text;
  EXPECT_NE(text.find("-33,333.34  <- binds trades"), std::string::npos) << text;
  EXPECT_NE(text.find("give the price of VIX"), std::string::npos);
}

TEST(SizeSection, WhatIsBeyondItsLimitStands) {
  const std::string text = page(two_names());
  EXPECT_NE(text.find("75.0%     150.0%  10.0%"), std::string::npos) << text;
  EXPECT_NE(text.find("breach"), std::string::npos);
  EXPECT_NE(text.find("as concentrated as 1.6 equal names"), std::string::npos) << text;
  EXPECT_NE(text.find("a fall of 66.6% of AAA alone takes all equity"), std::string::npos) << text;
  EXPECT_NE(text.find("it lacks price history"), std::string::npos);
  EXPECT_NE(text.find("cut -50,000.00: leverage 2 is above the 1.67"), std::string::npos) << text;
}

TEST(SizeSection, TheTradeAndWhatStopsIt) {
  const std::string text = page(two_names());
  EXPECT_NE(text.find("buy AAA"), std::string::npos) << text;
  EXPECT_NE(text.find("the policy's throttle lets no trade be done"), std::string::npos) << text;
}

TEST(SizeSection, WithoutEquityThereIsNoLeverage) {
  BookOf book{30_pct};
  book.shares("AAA", 10, 100_d).cash(-2'000_d);
  const std::string text = page(book);
  EXPECT_NE(text.find("unknown: no equity"), std::string::npos) << text;
  EXPECT_NE(text.find("what is owed"), std::string::npos);
}

}  // namespace
}  // namespace plimsoll::report
