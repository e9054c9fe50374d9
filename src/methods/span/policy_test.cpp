#include "methods/span/policy.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

namespace plimsoll::span {
namespace {

Node node(Node::Kind kind, std::string text, std::uint32_t line = 0) {
  Node made;
  made.kind = kind;
  made.text = std::move(text);
  made.line = line;
  return made;
}
Node text(const std::string& value, std::uint32_t line = 0) {
  return node(Node::Kind::string, value, line);
}
Node number(const std::string& value, std::uint32_t line = 0) {
  return node(Node::Kind::number, value, line);
}
Node table(std::vector<Member> members, std::uint32_t line = 0) {
  Node made = node(Node::Kind::object, {}, line);
  made.members = std::move(members);
  return made;
}
Node list(std::vector<Node> items, std::uint32_t line = 0) {
  Node made = node(Node::Kind::array, {}, line);
  made.items = std::move(items);
  return made;
}
Node half_up(const std::string& places) {
  return table({{"mode", text("half_up", 21)}, {"places", number(places, 22)}}, 20);
}

Node whole() {
  return table(
      {{"schema", text("plimsoll.span/1", 1)},
       {"name", text("mine", 2)},
       {"source", text("a letter")},
       {"retrieved", text("2026-01-01")},
       {"effective_from", text("2010-01-01")},
       {"houses", list({text("CME", 7), text("NSCCL", 7)}, 7)},
       {"minimum_against", text("before_credits", 8)},
       {"rates_to_risk_exponent", node(Node::Kind::boolean, "true", 9)},
       {"rounding", table({{"scenario", table({{"mode", text("none")}})},
                           {"scan", half_up("0")},
                           {"delta", table({{"mode", text("none")}})},
                           {"spreads", table({{"mode", text("down")}, {"places", number("-1")}})},
                           {"weighted_price_risk", half_up("2")},
                           {"credit_leg", half_up("8")},
                           {"credit", half_up("0")},
                           {"charge", half_up("0")},
                           {"requirement", half_up("0")},
                           {"option_value", half_up("2")}},
                          11)}},
      1);
}

Node* member(Node& node, std::string_view key) {
  for (auto& [name, value] : node.members)
    if (name == key) return &value;
  return nullptr;
}
/// The node at the end of `keys`, to be changed.
Node& at(Node& root, std::initializer_list<std::string_view> keys) {
  Node* found = &root;
  for (const std::string_view key : keys) found = member(*found, key);
  return *found;
}
Node without(Node root, std::initializer_list<std::string_view> path, std::string_view key) {
  std::erase_if(at(root, path).members, [&](const Member& one) { return one.key == key; });
  return root;
}
Node with(std::initializer_list<std::string_view> path, Node value) {
  Node root = whole();
  at(root, path) = std::move(value);
  return root;
}

TEST(Policy, IsReadWhole) {
  const auto read = policy(whole(), "mine.toml");
  ASSERT_TRUE(read) << read.error().where << ": " << read.error().what;
  const Policy& mine = **read;
  EXPECT_EQ(mine.name, "mine");
  EXPECT_EQ(mine.file, "mine.toml");
  EXPECT_EQ(mine.houses, (std::vector<std::string>{"CME", "NSCCL"}));
  EXPECT_EQ(mine.minimum_against, MinimumAgainst::before_credits);
  EXPECT_TRUE(mine.rates_to_risk_exponent);
  EXPECT_EQ(mine.rounding.scenario.mode, RoundingMode::none);
  EXPECT_EQ(mine.rounding.spreads.mode, RoundingMode::down);
  EXPECT_EQ(mine.rounding.spreads.places, -1);
  EXPECT_EQ(mine.rounding.credit_leg.mode, RoundingMode::half_up);
  EXPECT_EQ(mine.rounding.credit_leg.places, 8);
}

TEST(Policy, RefusesWithTheLine) {
  Node unknown = whole();
  unknown.members.push_back({"rounds", text("x", 30)});
  Node another = whole();
  at(another, {"rounding"}).members.push_back({"sum", half_up("0")});
  struct Row {
    Node file;
    std::string where, what;
  };
  for (const Row& row : {
           Row{unknown, "mine.toml:30", "\"rounds\" is no key of a SPAN policy; it has: schema"},
           Row{another, "mine.toml:20", "\"sum\" is no key of [rounding]; it has: scenario"},
           Row{with({"schema"}, text("plimsoll.tims/1", 1)), "mine.toml:1",
               "schema \"plimsoll.tims/1\"; write \"plimsoll.span/1\""},
           Row{with({"name"}, text("my own", 2)), "mine.toml:2", "no comma, slash or blank"},
           Row{without(whole(), {}, "source"), "mine.toml:1", "\"source\" is missing"},
           Row{with({"retrieved"}, text("lately", 4)), "mine.toml:4", "retrieved: "},
           Row{without(whole(), {}, "houses"), "mine.toml:1",
               "\"houses\" is missing; write houses = [\"CME\"]"},
           Row{with({"houses"}, text("CME", 7)), "mine.toml:7", "houses is not a list"},
           Row{with({"houses"}, list({number("7", 7)})), "mine.toml:7",
               "a clearing house is not text"},
           Row{with({"houses"}, list({text("CME"), text("CME", 7)})), "mine.toml:7",
               "\"CME\" is there twice; keep one"},
           Row{with({"minimum_against"}, text("never", 8)), "mine.toml:8",
               "minimum_against \"never\" is unknown; write one of: after_credits, "
               "before_credits"},
           Row{with({"rates_to_risk_exponent"}, text("yes", 9)), "mine.toml:9",
               "neither true nor false"},
           Row{without(whole(), {}, "rates_to_risk_exponent"), "mine.toml:1",
               "write rates_to_risk_exponent = true"},
           Row{without(whole(), {}, "rounding"), "mine.toml:1", "\"rounding\" is missing; write"},
           Row{without(whole(), {"rounding"}, "credit_leg"), "mine.toml:11",
               "\"credit_leg\" is missing; write credit_leg = { mode = \"half_up\", places = 2 }"},
           Row{with({"rounding", "scan"}, text("half_up", 12)), "mine.toml:12",
               "the rounding of scan is not a table"},
           Row{with({"rounding", "scan", "mode"}, text("up", 21)), "mine.toml:21",
               "mode \"up\" is unknown; write one of: none, half_up, down"},
           Row{with({"rounding", "scan", "mode"}, text("none", 21)), "mine.toml:22",
               "what is exact has no places"},
           Row{without(whole(), {"rounding", "scan"}, "places"), "mine.toml:20",
               "\"places\" is missing"},
           Row{with({"rounding", "scan", "places"}, number("1.5", 22)), "mine.toml:22",
               "places is 1.5; write a whole number from -9 to 9, without quotes"},
           Row{with({"rounding", "scan", "places"}, number("10", 22)), "mine.toml:22",
               "places is 10"},
           Row{with({"rounding", "scan", "places"}, text("2", 22)), "mine.toml:22", "places is 2"},
       }) {
    const auto read = policy(row.file, "mine.toml");
    ASSERT_FALSE(read) << row.what;
    EXPECT_EQ(read.error().reason, Reason::bad_input);
    EXPECT_EQ(read.error().where, row.where) << row.what;
    EXPECT_TRUE(read.error().what.contains(row.what)) << read.error().what;
  }
}

TEST(Policy, Rounds) {
  constexpr auto none = RoundingMode::none, half_up = RoundingMode::half_up,
                 down = RoundingMode::down;
  struct Row {
    Decimal value;
    Rounding rounding;
    Decimal rounded;
  };
  for (const Row& row : {
           Row{1.005_d, {none, 0}, 1.005_d},
           Row{1.005_d, {half_up, 2}, 1.01_d},
           Row{1.004999999_d, {half_up, 2}, 1_d},
           Row{-(1.005_d), {half_up, 2}, -(1.01_d)},
           Row{0.5_d, {half_up, 0}, 1_d},
           Row{-(0.5_d), {half_up, 0}, -(1_d)},
           Row{0.499999999_d, {half_up, 0}, 0_d},
           Row{15_d, {half_up, -1}, 20_d},
           Row{-(14.999999999_d), {half_up, -1}, -(10_d)},
           Row{1.999999999_d, {down, 0}, 1_d},
           Row{-(1.999999999_d), {down, 0}, -(1_d)},
           Row{1'999_d, {down, -3}, 1'000_d},
           Row{1.123456789_d, {half_up, 9}, 1.123456789_d},
           Row{1.123456789_d, {down, 8}, 1.12345678_d},
           Row{0_d, {half_up, -9}, 0_d},
       })
    EXPECT_EQ(to_text(rounded(row.value, row.rounding), 0), to_text(row.rounded, 0))
        << to_text(row.value, 0) << " to " << row.rounding.places;
}

}  // namespace
}  // namespace plimsoll::span
