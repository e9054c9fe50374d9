#include "methods/span/matching.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using namespace clearing;
using testing::december, testing::FileBuilder, testing::october, testing::september;

const Month week{2025, 12, DayCode{"W2"}}, day_19{2025, 12, DayCode{"19"}};

/// Futures of two days of December and of October, an option of December on either.
FileBuilder weekly() {
  FileBuilder builder;
  builder.commodity("CC");
  const Index future = builder.product("AA", ProductType::future);
  for (const Month month : {october, week, day_19}) builder.future(future, month, 100, 1_d);
  const Index option = builder.product("OA", ProductType::option_on_future);
  for (const Month month : {october, week})
    for (const Decimal strike : {10_d, 20_d})
      builder.contract({.product = option,
                        .month = month,
                        .option_month = month,
                        .right = Right::call,
                        .strike = strike},
                       testing::future_array(100));
  return builder;
}

std::string text_of(const Sought& sought, const RiskFiles& files) {
  const auto found = matched(sought, files);
  if (!found) return found.error().what;
  return key_text(*files[found->file], files[found->file]->contracts[found->contract]);
}
std::string text_of(const Sought& sought, FileBuilder builder = weekly()) {
  return text_of(sought, RiskFiles{builder.built()});
}

Sought future(Month month, const char* product = "AA", const char* exchange = "") {
  return {.exchange = Code{exchange},
          .product = Code{product},
          .types = {ProductType::future},
          .month = month};
}
Sought option(std::optional<Month> month, Decimal strike, Month future_month = {}) {
  return {.product = Code{"OA"},
          .types = {ProductType::option_on_future},
          .month = future_month,
          .option_month = month,
          .right = Right::call,
          .strike = strike};
}

TEST(Matching, FindsByTheWholeKey) {
  EXPECT_EQ(text_of(future(october)), "XYZ AA FUT 202510");
  EXPECT_EQ(text_of(future(october, "AA", "XYZ")), "XYZ AA FUT 202510");
  EXPECT_EQ(text_of(future(week)), "XYZ AA FUT 202512 W2");
  EXPECT_EQ(text_of(option(october, 10_d)), "XYZ OA OOF 202510 202510 C 10");
}

TEST(Matching, DaysAndWeeksArePartOfAContract) {
  EXPECT_NE(text_of(future(december)).find("2 contracts are called so: "), std::string::npos);
  EXPECT_NE(text_of(future({2025, 12, DayCode{"W3"}})).find("has no such contract"),
            std::string::npos);
  // One of the month only: it is meant.
  EXPECT_EQ(text_of(option(december, 20_d)), "XYZ OA OOF 202512 W2 202512 W2 C 20");
}

TEST(Matching, TheMonthToTheLetterComesFirst) {
  FileBuilder builder = weekly();
  builder.future(0, december, 100, 1_d);
  EXPECT_EQ(text_of(future(december), builder), "XYZ AA FUT 202512");
}

TEST(Matching, NamesTheNearestKeys) {
  const std::string strikes = text_of(option(october, 12_d));
  EXPECT_NE(strikes.find("the nearest are XYZ OA OOF 202510 202510 C 10, "
                         "XYZ OA OOF 202510 202510 C 20"),
            std::string::npos)
      << strikes;
  const std::string months = text_of(future(september));
  EXPECT_NE(months.find("the nearest are XYZ AA FUT 202510"), std::string::npos) << months;
}

TEST(Matching, NamesTheNearestProductAndWhereACodeIs) {
  EXPECT_NE(text_of(future(october, "AAA")).find("is \"AA\" meant?"), std::string::npos);
  const std::string elsewhere = text_of(future(october, "AA", "QQQ"));
  EXPECT_NE(elsewhere.find("of exchange QQQ"), std::string::npos);
  EXPECT_NE(elsewhere.find("listed as FUT at XYZ"), std::string::npos) << elsewhere;
  FileBuilder empty;
  empty.commodity("CC");
  empty.product("AA", ProductType::future);
  EXPECT_NE(text_of(future(october), empty).find("none of the product \"AA\" at all"),
            std::string::npos);
}

TEST(Matching, TwoExchangesOrFilesLeaveAChoice) {
  FileBuilder builder = weekly();
  builder.file.products.push_back({.key = {Code{"QQQ"}, Code{"AA"}, ProductType::future}});
  builder.future(2, october, 100, 1_d);
  EXPECT_NE(text_of(future(october), builder).find("2 contracts are called so"), std::string::npos);
  EXPECT_EQ(text_of(future(october, "AA", "QQQ"), builder), "QQQ AA FUT 202510");
  FileBuilder one = weekly(), other = weekly();
  EXPECT_NE(text_of(future(october), {one.built(), other.built()}).find("2 contracts"),
            std::string::npos);
}

TEST(Matching, OptionsMayBeDescribedByTheirDay) {
  Sought sought = option({}, 10_d);
  sought.expiry = Date{2025y / October / 17};
  EXPECT_EQ(text_of(sought), "XYZ OA OOF 202510 202510 C 10");
  FileBuilder builder = weekly();
  builder.file.terms.push_back({.product = 1,
                                .future_month = october,
                                .option_month = october,
                                .expiry = Date{2025y / October / 16}});
  EXPECT_NE(text_of(sought, builder).find("has no such contract"), std::string::npos);
  sought.expiry = Date{2025y / October / 16};
  EXPECT_EQ(text_of(sought, builder), "XYZ OA OOF 202510 202510 C 10");
}

}  // namespace
}  // namespace plimsoll::span
