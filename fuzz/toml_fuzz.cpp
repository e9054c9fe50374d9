// Any bytes through the TOML reader: a tree no deeper than promised, with unique keys, or an error
// that says where.

#include <set>
#include <string>

#include "base/check.hpp"
#include "io/toml.hpp"

namespace {

void check_node(const plimsoll::Node& node, int depth) {
  PLIMSOLL_CHECK(depth <= 33);
  std::set<std::string> keys;
  for (const auto& [key, value] : node.members) {
    PLIMSOLL_CHECK(keys.insert(key).second);
    PLIMSOLL_CHECK(value.line > 0);
    check_node(value, depth + 1);
  }
  for (const plimsoll::Node& item : node.items) check_node(item, depth + 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto read = plimsoll::io::read_toml(text, "fuzz.toml");
  if (read) check_node(*read, 0);
  else PLIMSOLL_CHECK(!read.error().what.empty() && read.error().where.starts_with("fuzz.toml"));
  return 0;
}
