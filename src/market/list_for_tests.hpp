#pragma once
// Security lists written down in a test.

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "market/securities.hpp"

namespace plimsoll::testing {

inline Node text(std::string value) { return {Node::Kind::string, std::move(value), {}, {}, 7}; }
inline Node boolean(std::string value) {
  return {Node::Kind::boolean, std::move(value), {}, {}, 7};
}
inline Node number(std::string value) { return {Node::Kind::number, std::move(value), {}, {}, 7}; }
inline Node array(std::vector<Node> items) {
  return {Node::Kind::array, {}, std::move(items), {}, 7};
}
inline Node table(std::vector<Member> members) {
  return {Node::Kind::object, {}, {}, std::move(members), 7};
}

/// One security; every value is text.
inline Node row(std::initializer_list<std::pair<const char*, const char*>> members) {
  Node node = table({});
  for (const auto& [key, value] : members) node.members.emplace_back(key, text(value));
  return node;
}

/// A file that has all it needs.
inline Node file(std::vector<Node> rows, const std::string& effective_from = "2020-01-01") {
  return table({{"schema", text("plimsoll.securities/1")},
                {"name", text("a list")},
                {"source", text("product pages")},
                {"retrieved", text("2026-11-20")},
                {"effective_from", text(effective_from)},
                {"grade", text("recalled")},
                {"security", array(std::move(rows))}});
}

/// The names the tests of this folder know.
inline SecurityList well_known() {
  SecurityList list;
  const auto added =
      list.add(file({
                   row({{"symbol", "SPX"}, {"type", "index"}, {"index_class", "broad"}}),
                   row({{"symbol", "SPXW"}, {"type", "option"}, {"underlying", "SPX"}}),
                   row({{"symbol", "XSP"},
                        {"type", "option"},
                        {"underlying", "SPX"},
                        {"underlying_scale", "10"}}),
                   row({{"symbol", "OEX"},
                        {"type", "index"},
                        {"index_class", "broad"},
                        {"style", "american"}}),
                   row({{"symbol", "XEO"},
                        {"type", "option"},
                        {"underlying", "OEX"},
                        {"style", "european"}}),
                   row({{"symbol", "UPRO"},
                        {"type", "etf"},
                        {"leverage", "3"},
                        {"reference", "SPX"},
                        {"index_class", "broad"}}),
                   row({{"symbol", "SPAXX"}, {"type", "money_market"}}),
               }),
               "well-known.toml");
  PLIMSOLL_CHECK(added.has_value());
  return list;
}

}  // namespace plimsoll::testing
