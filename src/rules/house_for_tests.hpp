#pragma once
// House profiles written down in a test.

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "rules/house.hpp"

namespace plimsoll::testing {

inline Node house_text(std::string value, std::uint32_t line = 1) {
  return {Node::Kind::string, std::move(value), {}, {}, line};
}
inline Node house_list(std::vector<Node> items, std::uint32_t line = 1) {
  return {Node::Kind::array, {}, std::move(items), {}, line};
}
inline Node house_table(std::vector<Member> members, std::uint32_t line = 1) {
  return {Node::Kind::object, {}, {}, std::move(members), line};
}
using HouseKeys = std::initializer_list<std::pair<const char*, const char*>>;

/// One rule with a name and a reason; every value is text, `when` as keys of its own.
inline Node house_rule(std::uint32_t line, HouseKeys keys, HouseKeys when = {}) {
  Node rule = house_table({{"name", house_text("rule of line " + std::to_string(line), line)},
                           {"reason", house_text("because", line)}},
                          line);
  for (const auto& [key, value] : keys) rule.members.emplace_back(key, house_text(value, line));
  Node conditions = house_table({}, line);
  for (const auto& [key, value] : when)
    conditions.members.emplace_back(key, house_text(value, line));
  if (!conditions.members.empty()) rule.members.emplace_back("when", std::move(conditions));
  return rule;
}
inline Node with_steps(Node rule, HouseKeys steps) {
  Node rows = house_list({}, rule.line);
  for (const auto& [bound, value] : steps)
    rows.items.push_back(house_list({house_text(bound), house_text(value)}, rule.line));
  rule.members.emplace_back("steps", std::move(rows));
  return rule;
}

/// A file that has all it needs.
inline Node house_file(std::vector<Node> rules, const char* effective_from = "2020-01-01",
                       const char* name = "broker") {
  return house_table({{"schema", house_text("plimsoll.house/1")},
                      {"name", house_text(name)},
                      {"title", house_text("A Broker")},
                      {"source", house_text("its page")},
                      {"retrieved", house_text("2026-11-20")},
                      {"effective_from", house_text(effective_from)},
                      {"grade", house_text("text_read")},
                      {"rule", house_list(std::move(rules))}});
}

}  // namespace plimsoll::testing
