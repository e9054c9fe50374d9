#include "apps/cli/read_activity.hpp"

#include "apps/cli/files.hpp"
#include "apps/json/decode_activity.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::cli {

std::expected<Activity, std::vector<Error>> read_activity(const std::string& path, const Settings&,
                                                          Session&) {
  const auto file = read_file(path);
  if (!file) return std::unexpected{std::vector{file.error()}};
  const auto parsed = json::parse(file->bytes, file->name);
  if (!parsed) return std::unexpected{std::vector{parsed.error()}};
  return json::decode_activity(*parsed, file->name);
}

}  // namespace plimsoll::cli
