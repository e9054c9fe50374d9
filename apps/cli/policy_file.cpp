#include "apps/cli/policy_file.hpp"

#include "apps/cli/files.hpp"
#include "io/toml.hpp"
#include "strategy/policy_read.hpp"

namespace plimsoll::cli {

std::expected<strategy::Policy, std::vector<Error>> policy_file(const std::string& path,
                                                                Session& session) {
  const auto file = path == "-" ? read_stream(session.in) : read_file(path);
  if (!file) return std::unexpected{std::vector<Error>{file.error()}};
  const auto tree = io::read_toml(file->bytes, file->name);
  if (!tree) return std::unexpected{std::vector<Error>{tree.error()}};
  return strategy::read_policy(*tree, file->name);
}

}  // namespace plimsoll::cli
