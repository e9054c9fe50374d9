#pragma once
// What a lending pool's method says of an account: what each balance counts for, how far the
// account may go, and what a liquidator may take.

#include <string>

#include "margin/answer.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

enum class LendingRows : std::uint8_t {
  some,  // banks the account has a balance in, and a few others
  all,   // and the rest, and why nothing may be borrowed or withdrawn
};

/// Whether the answer is of a lending pool: nothing is sold short there, and there are no groups.
bool is_lending(const Detail& detail);

/// The measure the protocol itself shows, and how much is owed of what is held.
struct LendingFigures {
  std::string measure = {};        // "health of assets", "health factor"
  std::string measured = {};       // "58.62%", "1.0312": cut
  std::string loan_to_value = {};  // "35.34%": rounded up; "none" where nothing is held
};
LendingFigures lending_figures(const Detail& detail);

/// A line that warns where the account may be liquidated; else nothing.
std::string liquidation_notice(const Detail& detail, const Paper& paper);

/// The section, or nothing where the answer is of no lending pool.
std::string lending_section(const Detail& detail, LendingRows rows, const Paper& paper);

}  // namespace plimsoll::report
