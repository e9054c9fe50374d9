#include "apps/cli/security_lists.hpp"

#include "apps/cli/profile_files.hpp"

namespace plimsoll::cli {

std::expected<SecurityList, std::vector<Error>> security_lists(
    const std::optional<std::string>& folder) {
  auto [files, errors] = profile_files("plimsoll.securities/1", folder);
  SecurityList lists;
  for (const ProfileFile& file : files)
    if (const auto added = lists.add(file.tree, file.name); !added) errors.push_back(added.error());
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return lists;
}

}  // namespace plimsoll::cli
