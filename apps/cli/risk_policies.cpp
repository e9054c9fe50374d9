#include "apps/cli/risk_policies.hpp"

#include <algorithm>
#include <utility>

#include "apps/cli/profile_files.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;

std::expected<std::vector<RiskPolicy>, Errors> known_policies(
    const std::optional<std::string>& folder) {
  auto [files, errors] = profile_files("plimsoll.span/1", folder);
  std::vector<RiskPolicy> known;
  for (const ProfileFile& file : files) {
    auto read = risk_policy(file.tree, file.name);
    if (!read) {
      errors.push_back(std::move(read).error());
      continue;
    }
    const auto same = std::ranges::find_if(
        known, [&](const RiskPolicy& one) { return one->name == (*read)->name; });
    if (same == known.end()) known.push_back(*std::move(read));
    else *same = *std::move(read);
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return known;
}

std::expected<std::vector<RiskPolicy>, Errors> policy_at(const std::string& path) {
  const auto file = profile_file(path);
  if (!file) return std::unexpected{Errors{file.error()}};
  auto read = risk_policy(file->tree, file->name);
  if (!read) return std::unexpected{Errors{std::move(read).error()}};
  return std::vector{*std::move(read)};
}

}  // namespace

std::expected<std::vector<RiskPolicy>, Errors> risk_policies_asked(const Settings& settings,
                                                                   const Session& session) {
  if (settings.risk_policy && is_path(*settings.risk_policy))
    return policy_at(*settings.risk_policy);
  auto known = known_policies(settings.profiles ? settings.profiles : session.profiles);
  if (!known || !settings.risk_policy) return known;
  std::string names;
  for (const RiskPolicy& one : *known) {
    if (one->name == *settings.risk_policy) return std::vector{one};
    names += (names.empty() ? "" : ", ") + one->name;
  }
  return std::unexpected{Errors{{Reason::bad_input,
                                 "there is no policy \"" + settings.risk_policy->substr(0, 40) +
                                     "\"; write one of: " + names + ", or the path of a file",
                                 "--span-policy"}}};
}

std::vector<std::string> risk_policy_names() {
  std::vector<std::string> names;
  if (const auto known = known_policies(std::nullopt))
    for (const RiskPolicy& one : *known) names.push_back(one->name);
  return names;
}

}  // namespace plimsoll::cli
