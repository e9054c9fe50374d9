#pragma once
// For tests: as much of TOML as a policy's file needs, since this folder knows no file's format.

#include <cctype>
#include <sstream>
#include <string>
#include <string_view>

#include "base/node.hpp"

namespace plimsoll::strategy::testing {

class Values {
 public:
  Values(std::string_view text, std::uint32_t line) : text_{text}, line_{line} {}

  Node next() {
    skip();
    Node node;
    node.line = line_;
    if (text_.starts_with('[')) {
      node.kind = Node::Kind::array;
      text_.remove_prefix(1);
      for (skip(); !text_.empty() && text_.front() != ']'; skip()) node.items.push_back(next());
      text_.remove_prefix(1);
    } else if (text_.starts_with('"')) {
      node.kind = Node::Kind::string;
      node.text = text_.substr(1, text_.find('"', 1) - 1);
      text_.remove_prefix(node.text.size() + 2);
    } else {
      node.kind = Node::Kind::number;
      node.text = text_.substr(0, text_.find_first_of(",] "));
      text_.remove_prefix(node.text.size());
    }
    return node;
  }

 private:
  void skip() {
    while (text_.starts_with(' ') || text_.starts_with(',')) text_.remove_prefix(1);
  }
  std::string_view text_;
  std::uint32_t line_;
};

/// Tables of keys, each value on its line.
inline Node tree_of(const std::string& toml) {
  Node root;
  root.kind = Node::Kind::object;
  root.line = 1;
  std::istringstream lines{toml};
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '[') {
      Node table;
      table.kind = Node::Kind::object;
      table.line = number;
      root.members.push_back({line.substr(1, line.size() - 2), table});
      continue;
    }
    const std::size_t equals = line.find(" = ");
    const Node value = Values{std::string_view{line}.substr(equals + 3), number}.next();
    Node& into = root.members.empty() || root.members.back().value.kind != Node::Kind::object
                     ? root
                     : root.members.back().value;
    into.members.push_back({line.substr(0, equals), value});
  }
  return root;
}

/// A policy's file with these lines below its schema.
inline Node policy_tree(const std::string& lines) {
  return tree_of("schema = \"plimsoll.policy/1\"\n" + lines);
}

}  // namespace plimsoll::strategy::testing
