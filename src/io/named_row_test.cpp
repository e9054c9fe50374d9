#include "io/named_row.hpp"

#include <gtest/gtest.h>

#include <set>

namespace plimsoll::io {
namespace {

/// One row of these columns.
template <class Check>
void with_row(const std::vector<std::string>& columns, std::string_view text, Check check) {
  CsvReader reader{text};
  CsvRow row;
  ASSERT_TRUE(reader.next(row));
  check(NamedRow{columns, row});
}

TEST(NamedRow, FindsCellsByName) {
  with_row({"b", "a"}, " 2 ,1", [](const NamedRow& row) {
    EXPECT_EQ(row.at("a"), "1");
    EXPECT_EQ(row.at("b"), "2");
    EXPECT_EQ(row.at("c"), "");
    EXPECT_EQ(**row.decimal("b"), 2_d);
    EXPECT_FALSE(row.decimal("c")->has_value());
    EXPECT_EQ(row.day("a").error().what, "a: \"1\" is not a date; write YYYY-MM-DD");
  });
}

TEST(NamedRow, EveryColumnOfADescriptionIsKept) {
  // Each column alone makes a description; with a cell no type accepts it is refused or kept as
  // text.
  for (const std::string_view column : description_columns())
    for (const std::string_view cell : {"2026-11-20", "1", "true"})
      with_row({std::string{column}}, cell, [&](const NamedRow& row) {
        const auto said = row.description();
        if (said) { EXPECT_TRUE(said->has_value()) << column; }
      });
  with_row({"type"}, "\"\"",
           [](const NamedRow& row) { EXPECT_FALSE(row.description()->has_value()); });
}

TEST(NamedRow, ColumnsHaveDifferentNames) {
  std::set<std::string_view> names;
  for (const auto name : description_columns()) EXPECT_TRUE(names.insert(name).second) << name;
  for (const auto name : quote_columns()) EXPECT_TRUE(names.insert(name).second) << name;
  EXPECT_EQ(names.size(), 39u);
}

TEST(NamedRow, RefusesModelInputsThatAreNotFinite) {
  for (const std::string_view cell : {"inf", "nan", "1e999", "0x10", "1.5.", "--1"})
    with_row({"beta"}, cell,
             [&](const NamedRow& row) { EXPECT_FALSE(row.quote().has_value()) << cell; });
  with_row({"beta", "adv", "bid"}, "1.5e-3,51000000,230.08", [](const NamedRow& row) {
    const auto quote = row.quote();
    ASSERT_TRUE(quote && *quote);
    EXPECT_EQ((*quote)->beta, 1.5e-3);
    EXPECT_EQ((*quote)->adv, 51000000);
    EXPECT_EQ((*quote)->bid, 230.08_d);
  });
}

}  // namespace
}  // namespace plimsoll::io
