#include "apps/cli/kinds.hpp"

#include <array>

namespace plimsoll::cli {
namespace {

constexpr std::array<std::pair<std::string_view, AccountKind>, 4> table{
    {{"margin", AccountKind::margin},
     {"cash", AccountKind::cash},
     {"retirement", AccountKind::retirement},
     {"portfolio_margin", AccountKind::portfolio_margin}}};

}  // namespace

std::span<const std::pair<std::string_view, AccountKind>> kinds() { return table; }

}  // namespace plimsoll::cli
