#include "apps/cli/profile_files.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "apps/cli/files.hpp"
#include "apps/embedded.hpp"
#include "io/toml.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

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

/// Adds a file of the schema; passes over those of other plimsoll schemas.
Result<void> add(Result<ProfileFile> file, std::string_view schema,
                 std::vector<ProfileFile>& files) {
  if (!file) return std::unexpected{std::move(file).error()};
  const Node* own = file->tree.find("schema");
  if (own == nullptr)
    return fail(Reason::bad_input,
                "it has no schema; write schema = \"" + std::string{schema} + "\"", file->name);
  if (own->text == schema) files.push_back(*std::move(file));
  else if (!own->text.starts_with("plimsoll."))
    return fail(Reason::bad_input,
                "schema \"" + own->text.substr(0, 40) + "\"; write \"" + std::string{schema} + "\"",
                file->name + ":" + std::to_string(own->line));
  return {};
}

Result<ProfileFile> embedded(const EmbeddedFile& file) {
  PLIMSOLL_TRY(tree, io::read_toml(file.text, std::string{file.path}));
  return ProfileFile{std::string{file.path}, std::move(tree)};
}

}  // namespace

bool is_path(std::string_view name) {
  return name.ends_with(".toml") || name.find('/') != std::string_view::npos;
}

Result<ProfileFile> profile_file(const std::string& path) {
  PLIMSOLL_TRY(file, read_file(path));
  PLIMSOLL_TRY(tree, io::read_toml(file.bytes, file.name));
  return ProfileFile{file.name, std::move(tree)};
}

Loaded<std::vector<ProfileFile>> profile_files(std::string_view schema,
                                               const std::optional<std::string>& folder) {
  Loaded<std::vector<ProfileFile>> files;
  const auto keep = [&](const Result<void>& added) {
    if (!added) files.refused.push_back(added.error());
  };
  for (const EmbeddedFile& file : embedded_profiles())
    keep(add(embedded(file), schema, files.value));
  if (!folder) return files;
  const auto paths = toml_files(*folder);
  if (!paths) files.refused.push_back(paths.error());
  else
    for (const fs::path& path : *paths) keep(add(profile_file(path.string()), schema, files.value));
  return files;
}

}  // namespace plimsoll::cli
