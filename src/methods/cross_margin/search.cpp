#include "methods/cross_margin/search.hpp"

#include <algorithm>

namespace plimsoll::cross_margin {
namespace {

/// `passing` is known to pass or is zero, `failing` to fail or is one beyond the most.
struct Between {
  Int128 passing = 0, failing = 0;
  bool found() const { return failing - passing <= 1; }
};

Fixed48 whole(Int128 units) { return Fixed48::from_bits(units << Fixed48::fraction_bits); }

Result<bool> tried(Between& between, Int128 at, const Passes& passes) {
  PLIMSOLL_TRY(good, passes(whole(at)));
  (good ? between.passing : between.failing) = at;
  return good;
}

}  // namespace

Result<Fixed48> largest_passing(Fixed48 guess, Fixed48 most, const Passes& passes) {
  const Int128 last = most.bits() >> Fixed48::fraction_bits;
  if (last < 1) return Fixed48{};
  Between between{.passing = 0, .failing = last + 1};
  const Int128 first = std::clamp<Int128>(guess.bits() >> Fixed48::fraction_bits, 1, last);
  PLIMSOLL_TRY(good, tried(between, first, passes));
  const bool upward = good;
  // Away from the guess in doubled steps until the answer lies between two tries.
  for (Int128 step = 1; !between.found(); step *= 2) {
    const Int128 at = upward ? between.passing + step : between.failing - step;
    if (at <= between.passing || at >= between.failing) break;
    PLIMSOLL_TRY(here, tried(between, at, passes));
    if (here != upward) break;
  }
  while (!between.found()) {
    const Int128 middle = between.passing + (between.failing - between.passing) / 2;
    PLIMSOLL_TRY_VOID(tried(between, middle, passes));
  }
  return whole(between.passing);
}

Result<std::optional<Fixed48>> least_passing(Fixed48 guess, Fixed48 most, const Passes& passes) {
  const Passes fails = [&](Fixed48 at) -> Result<bool> {
    PLIMSOLL_TRY(good, passes(at));
    return !good;
  };
  PLIMSOLL_TRY(last, largest_passing(guess, most, fails));
  const Int128 next = (last.bits() >> Fixed48::fraction_bits) + 1;
  if ((most.bits() >> Fixed48::fraction_bits) < next) return std::optional<Fixed48>{};
  return std::optional{whole(next)};
}

Result<std::optional<Fixed48>> least_of(Fixed48 debt, Fixed48 guess, const Passes& passes) {
  PLIMSOLL_TRY(least, least_passing(guess, Fixed48::from_bits(debt.bits() - 1), passes));
  if (least) return least;
  PLIMSOLL_TRY(whole, passes(debt));
  return whole ? std::optional{debt} : std::nullopt;
}

}  // namespace plimsoll::cross_margin
