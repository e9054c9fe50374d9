// Any bytes through the TOML reader and the decoder of portfolio margin parameters: a pack that can
// be listed and asked for every range it names, or an error that says where.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "io/toml.hpp"
#include "methods/all.hpp"

using namespace plimsoll;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto tree = io::read_toml(text, "fuzz.toml");
  if (!tree) return 0;
  const auto pack = parameter_pack(*tree, "fuzz.toml");
  if (!pack) {
    PLIMSOLL_CHECK(!pack.error().what.empty() && pack.error().where.starts_with("fuzz.toml"));
    return 0;
  }
  for (const RuleEntry& rule : rules_of(*pack))
    PLIMSOLL_CHECK(rule.number.line != 0 && !rule.name.empty() && rule.law != nullptr);
  for (const auto& group : (*pack)->product_groups)
    for (const Role role : {Role::customer, Role::broker_dealer, Role::market_maker})
      PLIMSOLL_CHECK(group.range.empty() || (*pack)->range(group.range, role) != nullptr);
  return 0;
}
