#include "methods/span/array_list.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <utility>

namespace plimsoll::span {
namespace {

using Words = std::vector<std::pair<std::string, std::string>>;

Node text_node(const std::string& text, std::uint32_t line) {
  Node node;
  node.kind = Node::Kind::string;
  node.text = text;
  node.line = line;
  return node;
}
Node table(const Words& words, std::uint32_t line) {
  Node node;
  node.kind = Node::Kind::object;
  node.line = line;
  for (const auto& [key, value] : words) node.members.push_back({key, text_node(value, ++line)});
  return node;
}
Node file_of(const std::vector<Words>& instruments) {
  Node rows;
  rows.kind = Node::Kind::array;
  rows.line = 2;
  for (const Words& words : instruments) rows.items.push_back(table(words, 10));
  Node root = table({{"schema", "plimsoll.span_arrays/1"}}, 0);
  root.members.push_back({"instrument", rows});
  return root;
}

const Words future{
    {"name", "f"}, {"convention", "cme_future"}, {"price_scan", "160"}, {"value_factor", "100"}};
const Words option{{"name", "o"},
                   {"convention", "nse_option"},
                   {"underlying", "24050.35"},
                   {"strike", "24000"},
                   {"right", "put"},
                   {"day", "2026-06-25"},
                   {"expiry", "2026-06-30"},
                   {"volatility", "0.16"},
                   {"rate", "0.0662"},
                   {"price_scan_ratio", "0.093"}};

Words with(Words words, const std::string& key, const std::string& value) {
  for (auto& [name, text] : words)
    if (name == key) {
      text = value;
      return words;
    }
  words.emplace_back(key, value);
  return words;
}
Words without(Words words, const std::string& key) {
  std::erase_if(words, [&](const auto& word) { return word.first == key; });
  return words;
}

TEST(ArrayLists, TakeAConventionAndWhatReplacesIt) {
  const auto list = array_list(file_of({future, with(option, "lookahead_days", "1")}), "my.toml");
  ASSERT_TRUE(list.has_value()) << list.error().what;
  ASSERT_EQ(list->size(), 2u);
  EXPECT_EQ(generated_array((*list)[0].terms)->array.digits[10], -16'000);
  const ArrayTerms& terms = (*list)[1].terms;
  EXPECT_EQ(terms.model, ArrayModel::european_on_spot);
  EXPECT_EQ(terms.right, Right::put);
  EXPECT_DOUBLE_EQ(terms.years, 6.0 / 365);
  EXPECT_DOUBLE_EQ(terms.lookahead, 1.0 / 365);
  EXPECT_EQ(terms.price_scan.kind, ScanKind::ratio);
  EXPECT_EQ(terms.volatility_scan.size, 0.04);  // a quarter of 0.16, the least
  EXPECT_TRUE(generated_array(terms).has_value());
}

TEST(ArrayLists, SayWhatIsApproximate) {
  const Words metal =
      with(with(without(option, "day"), "expiry", "2026-06-30"), "day", "2026-06-20");
  const auto list = array_list(
      file_of({future, option, with(with(metal, "name", "m"), "convention", "cme_option")}), "");
  ASSERT_TRUE(list.has_value()) << list.error().what;
  EXPECT_EQ(caveats_of((*list)[0]).size(), 1u);
  EXPECT_EQ(caveats_of((*list)[1]).size(), 1u);
  EXPECT_EQ(caveats_of((*list)[2]).back(), flat_volatility_caveat);
  EXPECT_DOUBLE_EQ((*list)[2].terms.years, 10.0 / 365);
}

TEST(ArrayLists, RefuseWithTheLine) {
  struct Row {
    const char* named;
    Words words;
  };
  const Row rows[]{
      {"\"psr\" is no key", with(future, "psr", "1")},
      {"convention \"lme\" is unknown", with(future, "convention", "lme")},
      {"model \"heston\" is unknown", with(option, "model", "heston")},
      {"\"right\" is missing", without(option, "right")},
      {"\"rate\" is missing", without(option, "rate")},
      {"write price_scan", without(future, "price_scan")},
      {"price_scan and price_scan_ratio", with(future, "price_scan_ratio", "0.1")},
      {"years and a day", with(option, "years", "0.1")},
      {"write years", without(without(option, "day"), "expiry")},
      {"\"expiry\" is missing", without(option, "expiry")},
      {"the expiry is before the day", with(option, "day", "2026-07-01")},
      {"lookahead and lookahead_days",
       with(with(option, "lookahead", "0.01"), "lookahead_days", "2")},
      {"volatility is 0", with(option, "volatility", "0")},
      {"strike is -1", with(option, "strike", "-1")},
      {"strike: ", with(option, "strike", "many")},
      {"rounding \"up\" is unknown", with(future, "rounding", "up")},
  };
  for (const Row& row : rows) {
    const auto list = array_list(file_of({row.words}), "my.toml");
    ASSERT_FALSE(list.has_value()) << row.named;
    EXPECT_NE(list.error().what.find(row.named), std::string::npos) << list.error().what;
    EXPECT_TRUE(list.error().where.starts_with("my.toml:")) << list.error().where;
  }
  EXPECT_EQ(array_list(file_of({with(option, "strike", "many")}), "my.toml").error().where,
            "my.toml:14");
  EXPECT_EQ(array_list(file_of({with(option, "strike", "-1")}), "my.toml").error().where,
            "my.toml:10");
  EXPECT_TRUE(array_list(file_of({future, future}), "").error().what.starts_with("there are two"));
  EXPECT_TRUE(array_list(file_of({}), "").error().what.starts_with("no [[instrument]] rows"));
  EXPECT_TRUE(array_list(table({{"schema", "x"}}, 1), "").error().what.starts_with("schema \"x\""));
}

}  // namespace
}  // namespace plimsoll::span
