#include "apps/cli/security_lists.hpp"

#include <algorithm>
#include <filesystem>

#include "apps/cli/files.hpp"
#include "apps/embedded.hpp"
#include "io/toml.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

Result<void> add(SecurityList& lists, std::string_view text, const std::string& name) {
  PLIMSOLL_TRY(file, io::read_toml(text, name));
  const Node* schema = file.find("schema");
  if (schema == nullptr)
    return fail(Reason::bad_input, "it has no schema; write schema = \"plimsoll.securities/1\"",
                name);
  if (schema->text.starts_with("plimsoll.") && schema->text != "plimsoll.securities/1") return {};
  return lists.add(file, name);
}

Result<std::vector<fs::path>> toml_files(const std::string& folder) {
  std::error_code problem;
  if (!fs::is_directory(folder, problem))
    return fail(Reason::bad_input, "it is not a folder; name one with profiles in it", folder);
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator at{folder, problem}, end; !problem && at != end;
       at.increment(problem))
    if (at->path().extension() == ".toml") paths.push_back(at->path());
  if (problem) return fail(Reason::bad_input, "it cannot be read to its end", folder);
  std::ranges::sort(paths);
  return paths;
}

Result<void> add_file(SecurityList& lists, const fs::path& path) {
  PLIMSOLL_TRY(file, read_file(path.string()));
  return add(lists, file.bytes, file.name);
}

}  // namespace

std::expected<SecurityList, std::vector<Error>> security_lists(
    const std::optional<std::string>& folder) {
  SecurityList lists;
  std::vector<Error> errors;
  const auto keep = [&](const Result<void>& added) {
    if (!added) errors.push_back(added.error());
  };
  for (const EmbeddedFile& file : embedded_profiles())
    keep(add(lists, file.text, std::string{file.path}));
  if (folder) {
    const auto paths = toml_files(*folder);
    if (!paths) errors.push_back(paths.error());
    else
      for (const fs::path& path : *paths) keep(add_file(lists, path));
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return lists;
}

}  // namespace plimsoll::cli
