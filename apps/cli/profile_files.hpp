#pragma once
// The profiles of one schema: those compiled in, and those of a folder.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/node.hpp"
#include "base/result.hpp"

namespace plimsoll::cli {

struct ProfileFile {
  std::string name;  // "profiles/house/fidelity.toml", or the file's own
  Node tree;
};

/// Those compiled in, then every *.toml in and below `folder`, in order of path, whose schema is
/// `schema`. Files of other plimsoll schemas are left alone; anything else is refused, each with
/// its place.
Loaded<std::vector<ProfileFile>> profile_files(std::string_view schema,
                                               const std::optional<std::string>& folder);

/// Whether a profile is named by its path: it ends in .toml, or has a slash.
bool is_path(std::string_view name);

/// One file, whatever its schema.
Result<ProfileFile> profile_file(const std::string& path);

}  // namespace plimsoll::cli
