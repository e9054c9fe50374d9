#include "apps/cli/pool_file.hpp"

#include <utility>

#include "apps/cli/files.hpp"
#include "apps/json/decode_pool.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::cli {

std::expected<std::shared_ptr<const Pool>, std::vector<Error>> pool_file(const std::string& path) {
  const auto file = read_file(path);
  if (!file) return std::unexpected{std::vector{file.error()}};
  const auto parsed = json::parse(file->bytes, file->name);
  if (!parsed) return std::unexpected{std::vector{parsed.error()}};
  auto pool = json::decode_pool(*parsed, file->name);
  if (!pool) return std::unexpected{std::move(pool).error()};
  return std::make_shared<const Pool>(*std::move(pool));
}

}  // namespace plimsoll::cli
