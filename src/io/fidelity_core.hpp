#pragma once
// The funds Fidelity keeps an account's cash in. In positions and in histories they are cash.

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll::io {

inline constexpr std::array<std::string_view, 5> fidelity_core_funds{"SPAXX", "FDRXX", "FZFXX",
                                                                     "FCASH", "CORE"};

inline bool is_fidelity_core_fund(std::string_view symbol) {
  return std::ranges::find(fidelity_core_funds, symbol) != fidelity_core_funds.end();
}

}  // namespace plimsoll::io
