#pragma once
// For tests: documents walked beside their schemas.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "apps/embedded.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::json::schema {

inline std::map<std::string, Node> schemas() {
  std::map<std::string, Node> all;
  for (const EmbeddedFile& file : embedded_schemas()) {
    const std::string path{file.path};
    const std::size_t from = path.find_last_of('/') + 1;
    const auto read = parse(file.text, path);
    if (!read) throw std::runtime_error{path + " is no JSON: " + read.error().what};
    all[path.substr(from, path.size() - from - 5)] = *read;
  }
  return all;
}

/// The members of a node under `path`, step by step.
inline const Node& at(const Node& node, std::initializer_list<std::string_view> path) {
  const Node* reached = &node;
  for (const std::string_view step : path) {
    reached = reached->find(step);
    if (reached == nullptr) throw std::runtime_error{"no " + std::string{step} + " in the schema"};
  }
  return *reached;
}

inline std::vector<std::string> keys_of(const Node& object) {
  std::vector<std::string> keys;
  for (const Member& member : object.members) keys.push_back(member.key);
  return keys;
}

/// A walk of a document beside its schema: as much of JSON Schema as ours use, and the order of
/// keys besides. What it finds wrong, with its place.
class Walk {
 public:
  explicit Walk(const Node& schema) : root_{schema} {}

  std::vector<std::string> wrong;

  void check(const Node& value, const Node& rule, const std::string& place) {
    if (const Node* reference = rule.find("$ref"))
      check(value, at(root_, {"$defs", reference->text.substr(8)}), place);
    if (const Node* any = rule.find("anyOf")) check_any(value, *any, place);
    if (const Node* type = rule.find("type")) check_type(value, type->text, place);
    if (const Node* only = rule.find("const"); only && value.text != only->text)
      wrong.push_back(place + " is not " + only->text);
    if (const Node* words = rule.find("enum")) {
      const bool known = std::ranges::any_of(
          words->items, [&](const Node& word) { return word.text == value.text; });
      if (!known) wrong.push_back(place + " has a word that is not listed: " + value.text);
    }
    if (const Node* items = rule.find("items"))
      for (std::size_t i = 0; i < value.items.size(); ++i)
        check(value.items[i], *items, place + "/" + std::to_string(i));
    if (value.kind == Node::Kind::object) check_members(value, rule, place);
  }

 private:
  /// What is none of what it may be is told as what it is nearest to.
  void check_any(const Node& value, const Node& any, const std::string& place) {
    std::optional<std::vector<std::string>> least;
    for (const Node& rule : any.items) {
      const Node* type = rule.find("type");
      if (type && type->text == "null" && value.kind != Node::Kind::null) continue;
      Walk walk{root_};
      walk.check(value, rule, place);
      if (walk.wrong.empty()) return;
      if (!least || walk.wrong.size() < least->size()) least = std::move(walk.wrong);
    }
    if (!least) least = {place + " is none of what it may be"};
    wrong.insert(wrong.end(), least->begin(), least->end());
  }

  void check_type(const Node& value, const std::string& type, const std::string& place) {
    static const std::map<std::string, Node::Kind> kinds{
        {"object", Node::Kind::object},  {"array", Node::Kind::array},
        {"string", Node::Kind::string},  {"number", Node::Kind::number},
        {"integer", Node::Kind::number}, {"boolean", Node::Kind::boolean},
        {"null", Node::Kind::null}};
    if (kinds.at(type) != value.kind) wrong.push_back(place + " is not of type " + type);
  }

  void check_members(const Node& value, const Node& rule, const std::string& place) {
    if (const Node* required = rule.find("required"))
      for (const Node& key : required->items)
        if (value.find(key.text) == nullptr) wrong.push_back(place + " lacks " + key.text);
    const Node* others = rule.find("additionalProperties");
    const Node* properties = rule.find("properties");
    const std::vector<std::string> order =
        properties ? keys_of(*properties) : std::vector<std::string>{};
    std::size_t last = 0;
    for (const Member& member : value.members) {
      const std::string here = place + "/" + member.key;
      const auto found = std::ranges::find(order, member.key);
      if (found != order.end()) {
        const auto index = static_cast<std::size_t>(found - order.begin());
        if (index < last) wrong.push_back(here + " is out of order");
        last = index;
        check(member.value, properties->members[index].value, here);
      } else if (others && others->kind == Node::Kind::object) {
        check(member.value, *others, here);
      } else if (others && others->text == "false") {
        wrong.push_back(here + " is not in the schema");
      }
    }
  }

  const Node& root_;
};

inline std::vector<std::string> wrong_in(const Node& document, const Node& schema,
                                         const Node& rule) {
  Walk walk{schema};
  walk.check(document, rule, "#");
  return walk.wrong;
}

inline std::vector<std::string> wrong_in(const std::string& document, const Node& schema) {
  const auto read = parse(document, "document");
  if (!read) return {read.error().where + ": " + read.error().what};
  return wrong_in(*read, schema, schema);
}

/// Tries a rule on a document that keeps to it: every object in it once with a member nobody knows,
/// and once with each of its own missing and of another type. Objects of one place and with the
/// same members are tried once.
class Tried {
 public:
  Tried(Node document, const Node& schema, const Node& rule)
      : document_{std::move(document)}, schema_{schema}, rule_{rule} {
    if (!keeps()) throw std::runtime_error{"the document does not keep to the rule itself"};
    visit(document_, "#");
  }

  std::set<std::string> let_in;      // objects whose unknown member was not refused
  std::set<std::string> not_missed;  // members that were not asked for
  std::set<std::string> of_any_type;

 private:
  static Node typed(Node::Kind kind) {
    Node node;
    node.kind = kind;
    return node;
  }

  bool keeps() const { return wrong_in(document_, schema_, rule_).empty(); }

  void visit(Node& node, const std::string& place) {
    for (Node& item : node.items) visit(item, place);
    if (node.kind != Node::Kind::object) return;
    for (Member& member : node.members) visit(member.value, place + "/" + member.key);
    std::string shape = place;
    for (const Member& member : node.members) shape += " " + member.key;
    if (!seen_.insert(shape).second) return;
    const std::vector<Member> whole = node.members;
    node.members.push_back({"nobody_knows", typed(Node::Kind::array)});
    if (keeps()) let_in.insert(place);
    for (std::size_t i = 0; i < whole.size(); ++i) {
      node.members = whole;
      node.members.erase(node.members.begin() + static_cast<std::ptrdiff_t>(i));
      if (keeps()) not_missed.insert(place + "/" + whole[i].key);
      node.members = whole;
      const bool flag = whole[i].value.kind == Node::Kind::boolean;
      node.members[i].value = typed(flag ? Node::Kind::array : Node::Kind::boolean);
      if (keeps()) of_any_type.insert(place + "/" + whole[i].key);
    }
    node.members = whole;
  }

  Node document_;
  const Node& schema_;
  const Node& rule_;
  std::set<std::string> seen_;
};

/// A member of the analysis by itself, as its encoder writes it, beside its place in the schema.
struct AnalysisMember {
  explicit AnalysisMember(std::string_view name, const std::string& document)
      : written{parse(document, std::string{name}).value()}, rule{at(schema, {"$defs", name})} {}

  AnalysisMember(const AnalysisMember&) = delete;
  AnalysisMember& operator=(const AnalysisMember&) = delete;

  std::vector<std::string> wrong() const { return wrong_in(written, schema, rule); }
  Tried tried() const { return {written, schema, rule}; }

  Node schema = schemas().at("analysis");
  Node written;
  const Node& rule;
};

}  // namespace plimsoll::json::schema
