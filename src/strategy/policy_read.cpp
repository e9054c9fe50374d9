#include "strategy/policy_read.hpp"

#include "base/nearest.hpp"
#include "strategy/policy_check.hpp"
#include "strategy/policy_keys.hpp"
#include "strategy/policy_text.hpp"

namespace plimsoll::strategy {
namespace {

class Reader {
 public:
  Reader(const Node& root, const std::string& file) : root_{root}, file_{file} {}

  std::expected<Policy, std::vector<Error>> read() {
    read_schema();
    for (const auto& [name, node] : root_.members) {
      if (name == "schema") continue;
      if (const PolicySection* section = policy_section(name)) read_section(*section, node);
      else refuse_section(name, node);
    }
    if (errors_.empty())
      for (const Contradiction& one : contradictions(policy_))
        refuse(place_of(one),
               std::string{one.section} + "." + std::string{one.key} + ": " + one.what);
    if (!errors_.empty()) return std::unexpected{std::move(errors_)};
    return std::move(policy_);
  }

 private:
  void refuse(const Node& at, std::string what) {
    errors_.push_back({Reason::bad_input, std::move(what),
                       at.line == 0 ? file_ : file_ + ":" + std::to_string(at.line)});
  }

  void read_schema() {
    const std::string wanted = "write schema = \"" + std::string{policy_schema} + "\"";
    const Node* schema = root_.find("schema");
    if (schema == nullptr) refuse(root_, "it has no schema; " + wanted);
    else if (schema->kind != Node::Kind::string || schema->text != policy_schema)
      refuse(*schema, "schema \"" + schema->text.substr(0, 40) + "\"; " + wanted);
  }

  void refuse_section(const std::string& name, const Node& node) {
    std::vector<std::string_view> known;
    for (const PolicySection& section : policy_sections()) known.push_back(section.name);
    const auto near = nearest(name, known);
    refuse(node, "[" + name.substr(0, 40) + "] is no table of a policy; " +
                     (near ? "did you mean [" + std::string{*near} + "]?"
                           : "it has " + choice_of(known)));
  }

  void refuse_key(const std::string& name, const PolicySection& section, const Node& node) {
    std::vector<std::string_view> known;
    for (const PolicyKey& key : section.keys) known.push_back(key.name);
    const auto near = nearest(name, known);
    std::string instead = "it has " + choice_of(known);
    if (near) instead = "did you mean " + std::string{*near} + "?";
    else
      for (const PolicySection& other : policy_sections())
        if (policy_key(other, name))
          instead = "it is a key of [" + std::string{other.name} + "]; write it there";
    refuse(node, "\"" + name.substr(0, 40) + "\" is no key of [" + std::string{section.name} +
                     "]; " + instead);
  }

  void read_section(const PolicySection& section, const Node& node) {
    const std::string name{section.name};
    if (node.kind != Node::Kind::object)
      return refuse(node, name + " is not a table; write [" + name + "], and its keys below");
    for (const auto& [written, value] : node.members) {
      const PolicyKey* key = policy_key(section, written);
      if (key) key->read(value, key->range, {file_, key->path(), errors_}, policy_);
      else refuse_key(written, section, value);
    }
  }

  /// The key of a contradiction, where the file has it; else its table, else the file.
  const Node& place_of(const Contradiction& one) const {
    const Node* section = root_.find(one.section);
    if (section == nullptr) return root_;
    const Node* key = section->find(one.key);
    return key ? *key : *section;
  }

  const Node& root_;
  const std::string& file_;
  Policy policy_ = {};
  std::vector<Error> errors_ = {};
};

}  // namespace

std::expected<Policy, std::vector<Error>> read_policy(const Node& root, const std::string& file) {
  return Reader{root, file}.read();
}

}  // namespace plimsoll::strategy
