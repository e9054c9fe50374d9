#include "market/securities.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "market/list_for_tests.hpp"

namespace plimsoll {
namespace {

using testing::array;
using testing::boolean;
using testing::file;
using testing::number;
using testing::row;
using testing::table;
using testing::text;

constexpr Date day = 2026y / November / 20;

TEST(SecurityList, SaysWhatAFileSays) {
  SecurityList list;
  Node fund =
      row({{"symbol", "XYZ"}, {"type", "etf"}, {"reference", "NDX"}, {"grade", "secondary"}});
  fund.members.emplace_back("leverage", number("-2"));
  fund.members.emplace_back("marginable", boolean("false"));
  ASSERT_TRUE(list.add(file({fund}), "funds.toml").has_value());
  EXPECT_EQ(list.size(), 1u);
  const ListedSecurity* found = list.find("XYZ", day);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->list, "a list");
  EXPECT_EQ(found->grade, "secondary");
  EXPECT_EQ(found->description.symbol, "XYZ");
  EXPECT_EQ(found->description.type, "etf");
  EXPECT_EQ(found->description.reference, "NDX");
  EXPECT_EQ(found->description.leverage, -(2_d));
  EXPECT_EQ(found->description.marginable, false);
  EXPECT_EQ(found->description.where, "funds.toml:7");
  EXPECT_EQ(list.find("ABC", day), nullptr);
}

TEST(SecurityList, ManySymbolsShareOneRow) {
  SecurityList list;
  Node funds = row({{"type", "money_market"}});
  funds.members.emplace_back("symbols", array({text("SPAXX"), text("FDRXX")}));
  ASSERT_TRUE(list.add(file({funds}), "funds.toml").has_value());
  EXPECT_EQ(list.find("SPAXX", day)->description.type, "money_market");
  EXPECT_EQ(list.find("FDRXX", day)->description.symbol, "FDRXX");
  EXPECT_EQ(list.find("FDRXX", day)->grade, "recalled");
}

TEST(SecurityList, TheLatestFileInForceWins) {
  SecurityList list;
  const auto twice = [](const char* leverage, const char* since) {
    return file({row({{"symbol", "NUGT"}, {"type", "etf"}, {"leverage", leverage}})}, since);
  };
  // Out of order on purpose.
  ASSERT_TRUE(list.add(twice("2", "2020-04-01"), "b.toml").has_value());
  ASSERT_TRUE(list.add(twice("3", "2010-12-08"), "a.toml").has_value());
  EXPECT_EQ(list.find("NUGT", 2010y / December / 7), nullptr);
  EXPECT_EQ(list.find("NUGT", 2010y / December / 8)->description.leverage, 3_d);
  EXPECT_EQ(list.find("NUGT", 2020y / March / 31)->description.leverage, 3_d);
  EXPECT_EQ(list.find("NUGT", 2020y / April / 1)->description.leverage, 2_d);
  ASSERT_TRUE(list.add(twice("1", "2020-04-01"), "c.toml").has_value());
  EXPECT_EQ(list.find("NUGT", 2020y / April / 1)->description.leverage, 1_d);  // the last added
}

TEST(SecurityList, RefusesAFaultyFileWhole) {
  struct Row {
    Node file;
    const char* what;
  };
  const Node good = row({{"symbol", "XYZ"}, {"type", "etf"}});
  const auto without = [&](const std::string& key) {
    Node node = file({good});
    std::erase_if(node.members, [&](const Member& member) { return member.key == key; });
    return node;
  };
  const auto with = [&](const std::string& key, Node value) {
    Node node = without(key);
    node.members.emplace_back(key, std::move(value));
    return node;
  };
  const auto field = [&](const std::string& key, Node value) {
    Node changed = good;
    changed.members.emplace_back(key, std::move(value));
    return file({row({{"symbol", "ABC"}, {"type", "etf"}}), changed});
  };
  const std::vector<Row> rows{
      {text("x"), "is a table"},
      {table({}), "\"schema\" is missing"},
      {without("schema"), "\"schema\" is missing"},
      {without("name"), "\"name\" is missing"},
      {without("source"), "\"source\" is missing"},
      {without("retrieved"), "\"retrieved\" is missing"},
      {without("effective_from"), "\"effective_from\" is missing"},
      {without("grade"), "\"grade\" is missing"},
      {without("security"), "no [[security]] rows"},
      {with("schema", text("plimsoll.securities/2")), "write \"plimsoll.securities/1\""},
      {with("source", text("")), "source is not text"},
      {with("retrieved", text("yesterday")), "is not a date"},
      {with("effective_from", text("2026-02-30")), "is not a date"},
      {with("grade", text("sure")), "grade \"sure\" is unknown"},
      {with("sources", text("x")), "\"sources\" is no key"},
      {with("security", array({})), "no [[security]] rows"},
      {with("security", array({text("XYZ")})), "a security is not a table"},
      {file({row({{"symbol", "XYZ"}})}), "\"type\" is missing"},
      {file({row({{"type", "etf"}})}), "either \"symbol\" or \"symbols\""},
      {file({good, good}), "XYZ is listed twice"},
      {file({row({{"symbol", "XYZ"}, {"type", "elephant"}})}), "type \"elephant\" is unknown"},
      {file({row({{"symbol", "XYZ"}, {"type", "bond"}, {"leverage", "2"}})}),
       "leverage does not belong"},
      {field("symbols", array({text("ABC")})), "either \"symbol\" or \"symbols\""},
      {field("leverage", text("three")), "leverage: \"three\" is not a number"},
      {field("leverage", text("30")), "leverage 30 is out of range"},
      {field("leverage", boolean("true")), "leverage: \"\" is not a number"},
      {field("marginable", text("yes")), "neither true nor false"},
      {field("colour", text("red")), "\"colour\" is no field"},
      {field("reference", number("1")), "reference is not text"},
      {field("grade", text("sure")), "grade \"sure\" is unknown"},
  };
  for (const Row& row : rows) {
    SecurityList list;
    const auto added = list.add(row.file, "funds.toml");
    ASSERT_FALSE(added.has_value()) << row.what;
    EXPECT_NE(added.error().what.find(row.what), std::string::npos)
        << row.what << " / " << added.error().what;
    EXPECT_TRUE(added.error().where.starts_with("funds.toml")) << added.error().where;
    EXPECT_EQ(list.size(), 0u) << row.what;
  }
}

}  // namespace
}  // namespace plimsoll
