// Any bytes through the TOML reader and the decoder of policies: a policy that is written, read
// back the same and weighed, or mistakes that say where.

#include <string>

#include "base/check.hpp"
#include "io/toml.hpp"
#include "strategy/policy_check.hpp"
#include "strategy/policy_diff.hpp"
#include "strategy/policy_read.hpp"
#include "strategy/policy_text.hpp"
#include "strategy/practices.hpp"

namespace {

using namespace plimsoll;

strategy::Policy read_again(const strategy::Policy& policy) {
  const auto tree = io::read_toml(strategy::policy_text(policy), "again.toml");
  PLIMSOLL_CHECK(tree.has_value());
  const auto again = strategy::read_policy(*tree, "again.toml");
  PLIMSOLL_CHECK(again.has_value());
  return *again;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto tree = io::read_toml(text, "fuzz.toml");
  if (!tree) return 0;
  const auto policy = strategy::read_policy(*tree, "fuzz.toml");
  if (!policy) {
    PLIMSOLL_CHECK(!policy.error().empty());
    for (const Error& error : policy.error())
      PLIMSOLL_CHECK(!error.what.empty() && error.where.starts_with("fuzz.toml"));
    return 0;
  }
  PLIMSOLL_CHECK(strategy::policy_changes(*policy, read_again(*policy)).empty());
  PLIMSOLL_CHECK(strategy::policy_changes(*policy, *policy).empty());
  for (const strategy::PolicyChange& change : strategy::policy_changes({}, *policy))
    PLIMSOLL_CHECK(change.key != nullptr && change.before != change.after);
  for (const strategy::PracticeFinding& finding : strategy::violated_practices(*policy))
    PLIMSOLL_CHECK(finding.practice != nullptr && !finding.text.empty());
  return 0;
}
