// The list of rules is true: every entry leads to the paragraph it names and to the line of code
// that applies it.

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "engine/evaluate.hpp"

namespace plimsoll::testing {
namespace {

std::vector<RuleEntry> every_rule() {
  std::vector<RuleEntry> all;
  const auto methods = engine::rules("");
  EXPECT_TRUE(methods);
  if (methods)
    for (const engine::MethodRules& method : *methods)
      all.insert(all.end(), method.rules.begin(), method.rules.end());
  return all;
}

std::string line_at(const SourceLine& place) {
  std::ifstream file{PLIMSOLL_SOURCE_DIR "/" + std::string{place.file.text()}};
  std::string line;
  for (std::uint32_t i = 0; i < place.line; ++i) std::getline(file, line);
  return line;
}

TEST(Rules, EveryOneSaysItsParagraph) {
  const std::vector<RuleEntry> rules = every_rule();
  EXPECT_GT(rules.size(), 20u);
  for (const RuleEntry& rule : rules) {
    ASSERT_NE(rule.law, nullptr) << rule.name.text();
    EXPECT_FALSE(rule.law->source.empty()) << rule.name.text();
    EXPECT_FALSE(rule.law->paragraph.empty()) << rule.name.text();
    EXPECT_FALSE(rule.law->gist.empty()) << rule.name.text();
  }
}

TEST(Rules, EveryOneLeadsToItsLines) {
  for (const RuleEntry& rule : every_rule()) {
    ASSERT_GT(rule.formula.line, 0u) << rule.name.text() << " has no formula";
    const std::string line = line_at(rule.formula);
    // A number that bounds a step or refuses one is in no sum: it leads to the line that reads it.
    EXPECT_TRUE(line.contains("under(") || line.contains("called(") || line.contains(".at("))
        << rule.name.text();
    if (rule.rows.empty()) continue;
    ASSERT_GT(rule.number.line, 0u) << rule.name.text() << " has no number";
    EXPECT_TRUE(line_at(rule.number).contains("Effective ")) << rule.name.text();
  }
}

TEST(Rules, RowsAreOldestFirstAndNamesAreTheirOwn) {
  std::set<std::string_view> names;
  for (const RuleEntry& rule : every_rule()) {
    EXPECT_TRUE(names.insert(rule.name.text()).second) << rule.name.text() << " stands twice";
    for (std::size_t i = 1; i < rule.rows.size(); ++i)
      EXPECT_LT(rule.rows[i - 1].since, rule.rows[i].since) << rule.name.text();
  }
}

}  // namespace
}  // namespace plimsoll::testing
