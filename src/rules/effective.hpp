#pragma once
// Values that change on known days.

#include <array>
#include <span>

#include "base/check.hpp"
#include "base/date.hpp"
#include "rules/citation.hpp"

namespace plimsoll {

/// Whether `since` is the day the value came into force, or only a day it is known to have been in
/// force.
enum class FirstDay : std::uint8_t { known, at_least_since };

template <class T>
struct InForce {
  Date since;
  T value;
  const Citation* law = nullptr;
  FirstDay first_day = FirstDay::known;
};

/// A table of values by first day in force, oldest first. Each row ends where the next begins, so
/// gaps and overlaps cannot be written down. A day before the first row is refused, not guessed.
template <class T, std::size_t n>
struct Effective {
  std::array<InForce<T>, n> rows;

  consteval Effective(std::array<InForce<T>, n> ordered) : rows{ordered} {
    for (std::size_t i = 1; i < n; ++i) PLIMSOLL_CHECK(rows[i - 1].since < rows[i].since);
    for (const InForce<T>& row : rows) PLIMSOLL_CHECK(row.law != nullptr);
  }

  /// The row in force on `day`; `not_in_force` before the first.
  Result<InForce<T>> at(Date day) const {
    for (std::size_t i = n; i > 0; --i)
      if (rows[i - 1].since <= day) return rows[i - 1];
    return fail(
        Reason::not_in_force,
        "no text on file for " + to_text(day) + "; the first is of " + to_text(rows[0].since),
        std::string{rows[0].law->source.text()} + " " + std::string{rows[0].law->paragraph.text()});
  }
};
template <class T, std::size_t n>
Effective(std::array<InForce<T>, n>) -> Effective<T, n>;

}  // namespace plimsoll
