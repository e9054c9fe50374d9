#pragma once
#include <span>
#include <string_view>
#include <utility>

#include "model/account.hpp"

namespace plimsoll::cli {

/// The kinds of account a broker's file may be of, which --kind takes, by the contract's words.
std::span<const std::pair<std::string_view, AccountKind>> kinds();

}  // namespace plimsoll::cli
