#include "methods/tims/pack.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

namespace plimsoll::tims {
namespace {

Node node(Node::Kind kind, std::uint32_t line, std::string text = {}) {
  Node made;
  made.kind = kind;
  made.text = std::move(text);
  made.line = line;
  return made;
}
Node text(const std::string& value, std::uint32_t line = 0) {
  return node(Node::Kind::string, line, value);
}
Node list(const std::vector<std::string>& texts) {
  Node made = node(Node::Kind::array, 39);
  for (const std::string& one : texts) made.items.push_back(text(one, 40));
  return made;
}
Node table(std::vector<Member> members, std::uint32_t line) {
  Node made = node(Node::Kind::object, line);
  made.members = std::move(members);
  return made;
}
Node rows(std::vector<Node> items) {
  Node made = node(Node::Kind::array, 9);
  made.items = std::move(items);
  return made;
}
Node range(const char* type, const char* role, const char* down = "0.15") {
  return table(
      {{"type", text(type)}, {"role", text(role)}, {"down", text(down, 11)}, {"up", text("0.15")}},
      10);
}
Node* member(Node& node, std::string_view key) {
  for (auto& [name, value] : node.members)
    if (name == key) return &value;
  return nullptr;
}

/// The least that may be read.
Node whole() {
  std::vector<Node> ranges;
  for (const char* type : {equity_range, broad_index_range})
    for (const char* role : {"customer", "broker_dealer", "market_maker"})
      ranges.push_back(range(type, role));
  return table(
      {{"schema", text("plimsoll.tims/1", 1)},
       {"name", text("mine", 2)},
       {"title", text("Mine")},
       {"source", text("a letter")},
       {"retrieved", text("2026-01-01")},
       {"effective_from", text("2010-01-01")},
       {"grade", text("secondary")},
       {"range", rows(std::move(ranges))},
       {"portfolio_group", rows({table({{"name", text("US")}, {"offset", text("0.50", 21)}}, 20)})},
       {"product_group", rows({table({{"name", text("broad")},
                                      {"range", text(broad_index_range, 31)},
                                      {"offset", text("0.90", 32)},
                                      {"portfolio_group", text("US", 33)}},
                                     30)})},
       {"class_group", rows({table({{"name", text("SPX")},
                                    {"product_group", text("broad", 39)},
                                    {"members", list({"SPX", "SPY"})},
                                    {"futures", list({"ES"})}},
                                   38)})}},
      1);
}

TEST(ParameterPack, IsReadWhole) {
  const auto pack = parameter_pack(whole(), "mine.toml");
  ASSERT_TRUE(pack) << pack.error().where << ": " << pack.error().what;
  EXPECT_EQ((*pack)->name, "mine");
  EXPECT_EQ((*pack)->range(equity_range, Role::customer)->down, 0.15_d);
  EXPECT_EQ((*pack)->range(equity_range, Role::customer)->where.line, 10u);
  EXPECT_EQ((*pack)->product_groups[0].offset, 0.9_d);
  EXPECT_EQ((*pack)->product_groups[0].above, 0u);
  EXPECT_EQ((*pack)->members.at(InstrumentId{"SPY"}).class_group, 0u);
  EXPECT_EQ((*pack)->members.at(InstrumentId{"SPY"}).times, 1_d);
  EXPECT_EQ((*pack)->futures.at(InstrumentId{"ES"}), 0u);
  EXPECT_EQ((*pack)->time_roll_days, 1);
  EXPECT_FALSE((*pack)->is_overlay());
}

TEST(ParameterPack, EachRowIsCitedByItsOwnParagraph) {
  Node file = whole();
  member(file, "range")
      ->items[0]
      .members.push_back({"paragraph", text("FINRA Rule 4210(g)(2)(F)", 12)});
  const auto pack = parameter_pack(file, "mine.toml").value();
  EXPECT_EQ(pack->ranges[0].law.source, Label{"FINRA Rule 4210"});
  EXPECT_EQ(pack->ranges[0].law.paragraph, Label{"(g)(2)(F)"});
  EXPECT_EQ(pack->ranges[0].law.grade, Grade::secondary);
  EXPECT_EQ(pack->product_groups[0].law.source, Label{"Mine"}) << "no paragraph of a rule";
}

TEST(ParameterPack, EachMistakeHasItsMessageAndLine) {
  struct Row {
    const char* what;
    void (*spoil)(Node&);
    const char* where;
    const char* says;
  };
  for (const Row& row : std::vector<Row>{
           {"schema", [](Node& n) { member(n, "schema")->text = "plimsoll.house/1"; },
            "mine.toml:1", "write \"plimsoll.tims/1\""},
           {"unknown key", [](Node& n) { n.members.push_back({"colour", text("red", 5)}); },
            "mine.toml:5", "\"colour\" is no key"},
           {"a role without a range", [](Node& n) { member(n, "range")->items.pop_back(); },
            "mine.toml:1", "no range of non_high_cap_broad_index for market_maker"},
           {"the same range twice",
            [](Node& n) { member(n, "range")->items.push_back(range(equity_range, "customer")); },
            "mine.toml:10", "is there twice"},
           {"a move in per cent",
            [](Node& n) { member(n, "range")->items[0] = range(equity_range, "customer", "15"); },
            "mine.toml:11", "write 15 % as"},
           {"an offset above one",
            [](Node& n) { member(member(n, "product_group")->items[0], "offset")->text = "90"; },
            "mine.toml:32", "from 0 to 1"},
           {"an offset below zero",
            [](Node& n) {
              member(member(n, "portfolio_group")->items[0], "offset")->text = "-0.5";
            },
            "mine.toml:21", "from 0"},
           {"a range that is not there",
            [](Node& n) { member(member(n, "product_group")->items[0], "range")->text = "wide"; },
            "mine.toml:31", "no range of \"wide\""},
           {"a portfolio group that is not there",
            [](Node& n) {
              member(member(n, "product_group")->items[0], "portfolio_group")->text = "EU";
            },
            "mine.toml:33", "no portfolio group \"EU\""},
           {"a product group that is not there",
            [](Node& n) {
              member(member(n, "class_group")->items[0], "product_group")->text = "narrow";
            },
            "mine.toml:39", "no product group \"narrow\""},
           {"a symbol twice",
            [](Node& n) {
              Node second = member(n, "class_group")->items[0];
              member(second, "name")->text = "OEX";
              *member(second, "futures") = list({});
              member(n, "class_group")->items.push_back(second);
            },
            "mine.toml:40", "SPX is in two class groups"},
           {"a group twice",
            [](Node& n) {
              member(n, "product_group")->items.push_back(member(n, "product_group")->items[0]);
            },
            "mine.toml:30", "two groups called \"broad\""},
           {"sticky moneyness",
            [](Node& n) { n.members.push_back({"volatility", text("sticky_moneyness", 6)}); },
            "mine.toml:6", "not public"},
           {"half a day", [](Node& n) { n.members.push_back({"time_roll_days", text("0.5", 7)}); },
            "mine.toml:7", "whole days"}}) {
    Node file = whole();
    row.spoil(file);
    const auto pack = parameter_pack(file, "mine.toml");
    ASSERT_FALSE(pack) << row.what;
    EXPECT_EQ(pack.error().where, row.where) << row.what << ": " << pack.error().what;
    EXPECT_TRUE(pack.error().what.contains(row.says)) << row.what << ": " << pack.error().what;
  }
}

Node over(std::vector<Member> stress) {
  Node file = whole();
  std::erase_if(file.members, [](const Member& one) {
    return one.key == "range" || one.key.ends_with("_group");
  });
  file.members.push_back({"over", text("occ", 3)});
  stress.insert(stress.begin(), {{"name", text("t")}, {"reason", text("r")}});
  file.members.push_back({"stress", rows({table(std::move(stress), 50)})});
  return file;
}

TEST(ParameterPack, OverAnotherHoldsTests) {
  const auto pack = parameter_pack(
      over({{"at_least", text("0.25")}, {"volatility", list({"-0.15", "0", "0.15"})}}), "o.toml");
  ASSERT_TRUE(pack) << pack.error().what;
  EXPECT_EQ((*pack)->over, "occ");
  EXPECT_EQ((*pack)->stresses[0].at_least, 0.25_d);
  EXPECT_EQ((*pack)->stresses[0].volatility.size(), 3u);
  EXPECT_TRUE((*parameter_pack(over({{"sigmas", text("5")}, {"days", text("30")}}), "o.toml"))
                  ->stresses[0]
                  .needs_history);
}

TEST(ParameterPack, StandsOverOneThatHasItsRanges) {
  const auto beneath = parameter_pack(whole(), "mine.toml").value();
  const auto with_range = [](const char* type) {
    return parameter_pack(over({{"largest", text("0.3")}, {"range", text(type, 52)}}), "o.toml")
        .value();
  };
  EXPECT_TRUE(stands_over(*with_range(equity_range), *beneath));
  const auto refused = stands_over(*with_range("equities"), *beneath);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().where, "o.toml:52");
  EXPECT_TRUE(refused.error().what.contains("\"equities\"")) << refused.error().what;
}

TEST(ParameterPack, AMemberMayMoveAMultiple) {
  const auto with = [](std::vector<Member> member_is) {
    Node file = whole();
    member(member(file, "class_group")->items[0], "members")
        ->items.push_back(table(std::move(member_is), 40));
    return parameter_pack(file, "mine.toml");
  };
  const auto pack = with({{"symbol", text("SDS", 40)}, {"times", text("-2", 40)}});
  ASSERT_TRUE(pack) << pack.error().what;
  EXPECT_EQ((*pack)->members.at(InstrumentId{"SDS"}).times, -2_d);
  for (const auto& wrong : std::vector<std::vector<Member>>{
           {{"symbol", text("SDS")}},
           {{"times", text("2")}},
           {{"symbol", text("SDS")}, {"times", text("0")}},
           {{"symbol", text("SDS")}, {"times", text("11")}},
           {{"symbol", text("sds")}, {"times", text("2")}},
           {{"symbol", text("SDS US")}, {"times", text("2")}},
           {{"symbol", text("SDS")}, {"times", text("2")}, {"since", text("2010-01-01")}}})
    EXPECT_FALSE(with(wrong));
}

TEST(ParameterPack, ATestMovesOneThing) {
  for (const std::vector<Member>& wrong :
       std::vector<std::vector<Member>>{{},
                                        {{"at_least", text("0.2")}, {"largest", text("0.3")}},
                                        {{"sigmas", text("5")}},
                                        {{"at_least", text("0.2")}, {"range", text("equity")}},
                                        {{"volatility", list({"-1"})}},
                                        {{"volatility", list({})}}})
    EXPECT_FALSE(parameter_pack(over(wrong), "o.toml"));
  Node itself = over({{"at_least", text("0.2")}});
  member(itself, "over")->text = "mine";
  EXPECT_FALSE(parameter_pack(itself, "o.toml"));
}

}  // namespace
}  // namespace plimsoll::tims
