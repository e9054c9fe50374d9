#include "io/clearing/positional_layout.hpp"

#include <gtest/gtest.h>

#include <set>

#include "tests/span_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

TEST(PositionalLayout, HasEveryRecord) {
  std::string ids;
  for (const RecordText& record : record_texts) ids += std::string{record.id} + " ";
  EXPECT_EQ(ids, "0 T 1 2 3 S C E 4 B P 5 6 81 82 83 84 V X Y Z R 91 92 ");
  EXPECT_TRUE(columns_of("85").empty());
}

TEST(PositionalLayout, ColumnsFollowEachOther) {
  for (const RecordText& record : record_texts) {
    std::set<std::string_view> names;
    int last = 2;
    for (const Column& column : columns_of(record.id)) {
      EXPECT_TRUE(names.insert(column.name).second) << record.id << " " << column.name;
      EXPECT_GE(column.last, column.first);
      // Of method 11 the columns of method 10 are others.
      if (column.name.starts_with("m11_")) continue;
      EXPECT_GT(column.first, last) << record.id << " " << column.name;
      last = column.last;
    }
  }
}

TEST(PositionalLayout, NamesColumnsWhileCompiled) {
  constexpr Column rate = column("T", "rate");
  static_assert(rate.first == 11 && rate.last == 20 && rate.places == 6);
  constexpr auto tiers = columns<4>("6", "leg", "_tier");
  static_assert(tiers[3].first == 108 && tiers[3].last == 109 && tiers[3].places == 0);
  constexpr auto values = columns<7>("82", "array_", "", 10);
  static_assert(values[0].name == "array_10" && values[6].last == 95);
  static_assert(column("P", "settlement_decimal_locator").places < 0);
  EXPECT_EQ(rate.width(), 10u);
}

TEST(PositionalLayout, CellsEndWithTheLine) {
  const Column code{.name = "code", .first = 4, .last = 8};
  EXPECT_EQ(cell_of("ab   A B", code), "A B");
  EXPECT_EQ(cell_of("abcdef", code), "def");
  EXPECT_EQ(cell_of("abc", code), "");
  EXPECT_EQ(cell_of("", code), "");
}

std::string apart(const std::string& record) {
  const std::string line = cme_line(record);
  std::string text;
  for (const auto& [name, value] : taken_apart(record.substr(0, record.find(' ')), line, 7).fields)
    text += name + "=" + value + " ";
  return text;
}

TEST(PositionalLayout, TakesRealLinesApart) {
  EXPECT_EQ(apart("1 "), "exchange_acronym=CBT exchange_code=01 ");
  EXPECT_EQ(apart("5 "),
            "group_code=CME combined_commodity_1=06 combined_commodity_2=07 "
            "combined_commodity_3=14 combined_commodity_4=31 combined_commodity_5=3CC "
            "combined_commodity_6=71 combined_commodity_7=76 combined_commodity_8=7CC "
            "combined_commodity_9=AUW combined_commodity_10=BCF ");
  EXPECT_EQ(apart("X "),
            "combination_margining_method=M combination_product=31 price_offset=0000000 ");
  EXPECT_EQ(apart("Y "), "combination_product=31 option_on_combination_product=31 ");
  EXPECT_EQ(apart("V "),
            "exchange_acronym=CME product_code=GA month=202506 business_date=20250620 "
            "long_daily_rate=0000000000000 long_rate_sign=+ long_discount_or_premium=P "
            "short_daily_rate=0000000000000 short_rate_sign=+ short_discount_or_premium=P "
            "long_maint_rate=100 short_maint_rate=100 reset_long_flag=Y long_down_threshold=100 "
            "long_up_threshold=100 reset_short_flag=Y short_down_threshold=100 "
            "short_up_threshold=100 product_class=GSCIER ");
  const auto array = taken_apart("81", cme_line("81"), 12);
  EXPECT_EQ(array.record, "81");
  EXPECT_EQ(array.line, 12u);
  EXPECT_EQ(array.fields.back(), (std::pair<std::string, std::string>{"hp_settlement_flag", "N"}));
}

}  // namespace
}  // namespace plimsoll::io
