#pragma once
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "market/pool.hpp"

namespace plimsoll::cli {

/// The pool document at `path`; every mistake in it.
std::expected<std::shared_ptr<const Pool>, std::vector<Error>> pool_file(const std::string& path);

}  // namespace plimsoll::cli
