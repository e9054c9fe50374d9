#include "apps/cli/schemas.hpp"

#include "apps/embedded.hpp"

namespace plimsoll::cli {
namespace {

/// "apps/json/schemas/account.json" to "account".
std::string_view stem(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

}  // namespace

std::vector<std::string> schema_names() {
  std::vector<std::string> names;
  for (const EmbeddedFile& file : embedded_schemas()) names.emplace_back(stem(file.path));
  return names;
}

Result<std::string_view> schema_text(std::string_view name) {
  for (const EmbeddedFile& file : embedded_schemas()) {
    const std::string_view known = stem(file.path);
    if (name == known || name == "plimsoll." + std::string{known} + "/1") return file.text;
  }
  std::string names;
  for (const std::string& known : schema_names()) names += (names.empty() ? "" : ", ") + known;
  return fail(Reason::bad_input, "there is no schema \"" + std::string{name.substr(0, 40)} +
                                     "\"; there are: " + names);
}

}  // namespace plimsoll::cli
