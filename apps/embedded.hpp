#pragma once
// Text files of the project, compiled into the program so that it needs no installed files.
// Written by cmake/embed.cmake at build time; a file's path is as in the repository:
// "profiles/securities/index-options.toml", "apps/json/schemas/account.json".

#include <span>
#include <string_view>

namespace plimsoll {

struct EmbeddedFile {
  std::string_view path;
  std::string_view text;
};

/// profiles/**/*.toml, in order of path.
std::span<const EmbeddedFile> embedded_profiles();
/// apps/json/schemas/*.json, in order of path.
std::span<const EmbeddedFile> embedded_schemas();

}  // namespace plimsoll
