#include "tests/case_pool.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "apps/json/decode_pool.hpp"
#include "apps/json/document.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::testing {
namespace {

Node text_node(std::string text) {
  Node node;
  node.kind = Node::Kind::string;
  node.text = std::move(text);
  return node;
}

Node node_of(Node::Kind kind) {
  Node node;
  node.kind = kind;
  return node;
}

Result<Node> emode_entry(const std::string& written) {
  const std::size_t first = written.find('/'), last = written.rfind('/');
  if (first == last) return fail(Reason::bad_input, "write: emode TAG/INIT/MAINT", written);
  Node entry = node_of(Node::Kind::object);
  entry.members = {{"collateral_tag", text_node(written.substr(0, first))},
                   {"asset_weight_init", text_node(written.substr(first + 1, last - first - 1))},
                   {"asset_weight_maint", text_node(written.substr(last + 1))}};
  return entry;
}

/// The list of e-mode entries, made where it is not there yet.
Node& emode_of(Node& bank) {
  for (Member& member : bank.members)
    if (member.key == "emode") return member.value;
  return bank.members.emplace_back("emode", node_of(Node::Kind::array)).value;
}

Result<std::shared_ptr<const Pool>> decoded(const Node& document, const std::string& path) {
  auto pool = json::decode_pool(document, path);
  if (!pool) return std::unexpected{pool.error().front()};
  return std::make_shared<const Pool>(*std::move(pool));
}

}  // namespace

Result<void> add_bank(std::span<const std::string> words, CasePool& pool) {
  if (words.size() < 4 || words.size() % 2 != 0)
    return fail(Reason::bad_input, "write: bank NAME key value ...");
  if (pool.banks.find(words[1]) != nullptr)
    return fail(Reason::bad_input, "the bank '" + words[1] + "' stands twice");
  Node bank = node_of(Node::Kind::object);
  for (std::size_t i = 2; i < words.size(); i += 2) {
    if (words[i] == "emode") {
      PLIMSOLL_TRY(entry, emode_entry(words[i + 1]));
      emode_of(bank).items.push_back(std::move(entry));
    } else if (bank.find(words[i]) != nullptr) {
      return fail(Reason::bad_input, "'" + words[i] + "' stands twice");
    } else {
      bank.members.emplace_back(words[i], text_node(words[i + 1]));
    }
  }
  pool.banks.kind = Node::Kind::object;
  pool.banks.members.emplace_back(words[1], std::move(bank));
  return {};
}

Result<std::shared_ptr<const Pool>> pool_of(const CasePool& pool, const std::string& path) {
  if (pool.banks.members.empty()) return nullptr;
  Node document = node_of(Node::Kind::object);
  document.members = {{"schema", text_node(std::string{json::pool_schema})},
                      {"protocol", text_node(pool.protocol)},
                      {"banks", pool.banks}};
  return decoded(document, path);
}

Result<std::shared_ptr<const Pool>> pool_document(const std::string& path) {
  std::ifstream stream{std::filesystem::path{PLIMSOLL_SOURCE_DIR} / path, std::ios::binary};
  if (!stream) return fail(Reason::bad_input, "the project has no such file", path);
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  PLIMSOLL_TRY(document, json::parse(text, path));
  return decoded(document, path);
}

}  // namespace plimsoll::testing
