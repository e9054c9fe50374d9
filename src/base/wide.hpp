#pragma once
// 128-bit integers, and the one operation that needs 256: a product divided before it is cut back
// to 128.

#include <cstdint>
#include <type_traits>

#include "base/check.hpp"

namespace plimsoll {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

/// Which way a result that does not fit its last place goes. There is no default anywhere in the
/// project.
enum class Round { toward_zero, away_from_zero, half_even };

namespace detail {

constexpr UInt128 magnitude(Int128 value) {
  return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

constexpr Int128 with_sign(UInt128 size, bool negative) {
  PLIMSOLL_CHECK((size >> 127) == 0);
  return negative ? -static_cast<Int128>(size) : static_cast<Int128>(size);
}

constexpr UInt128 rounded(UInt128 quotient, UInt128 rest, UInt128 divisor, Round round) {
  if (rest == 0 || round == Round::toward_zero) return quotient;
  if (round == Round::away_from_zero) return quotient + 1;
  const bool up = rest > divisor - rest || (rest == divisor - rest && (quotient & 1) != 0);
  return up ? quotient + 1 : quotient;
}

/// A 128-bit number divided by a 64-bit one. The compiler's own routine takes any divisor and is
/// several times slower; the processor's takes this one in at most two steps.
struct Divided {
  UInt128 quotient;
  std::uint64_t rest;
};
constexpr Divided divided(UInt128 top, std::uint64_t bottom) {
  const auto high = static_cast<std::uint64_t>(top >> 64);
  const auto low = static_cast<std::uint64_t>(top);
  if (high == 0) return {low / bottom, low % bottom};
#if defined(__x86_64__)
  if (!std::is_constant_evaluated()) {
    // Mostly the quotient fits one word, and one step is enough.
    const std::uint64_t upper = high < bottom ? 0 : high / bottom;
    const std::uint64_t left = high - upper * bottom;
    std::uint64_t lower = 0, rest = 0;
    __asm__("divq %4" : "=a"(lower), "=d"(rest) : "a"(low), "d"(left), "r"(bottom) : "cc");
    return {(static_cast<UInt128>(upper) << 64) | lower, rest};
  }
#endif
  return {top / bottom, static_cast<std::uint64_t>(top % bottom)};
}

/// |a|*|b| as two 128-bit halves.
struct Product {
  UInt128 high;
  UInt128 low;
};
constexpr Product full_product(UInt128 a, UInt128 b) {
  constexpr auto lower = [](UInt128 x) {
    return static_cast<UInt128>(static_cast<std::uint64_t>(x));
  };
  const UInt128 low = lower(a) * lower(b);
  const UInt128 left = (a >> 64) * lower(b);
  const UInt128 right = lower(a) * (b >> 64);
  const UInt128 middle = (low >> 64) + lower(left) + lower(right);
  return {(a >> 64) * (b >> 64) + (left >> 64) + (right >> 64) + (middle >> 64),
          (middle << 64) | lower(low)};
}

}  // namespace detail

/// Divides, rounding the way the caller chose.
constexpr Int128 divide(Int128 top, Int128 bottom, Round round) {
  PLIMSOLL_CHECK(bottom != 0);
  const UInt128 size = detail::magnitude(top);
  const UInt128 divisor = detail::magnitude(bottom);
  return detail::with_sign(detail::rounded(size / divisor, size % divisor, divisor, round),
                           (top < 0) != (bottom < 0));
}

/// a * b / divisor with a 256-bit product in between; only the result must fit. `divisor` is
/// positive and below 2^64.
constexpr Int128 multiply_divide(Int128 a, Int128 b, std::uint64_t divisor, Round round) {
  const auto [high, low] = detail::full_product(detail::magnitude(a), detail::magnitude(b));
  const bool negative = (a < 0) != (b < 0);
  if (high == 0) {
    const auto [quotient, rest] = detail::divided(low, divisor);
    return detail::with_sign(detail::rounded(quotient, rest, divisor, round), negative);
  }
  PLIMSOLL_CHECK(high < divisor);
  const auto upper = detail::divided((high << 64) | (low >> 64), divisor);
  PLIMSOLL_CHECK(upper.quotient >> 64 == 0);
  const auto lower = detail::divided(
      (static_cast<UInt128>(upper.rest) << 64) | static_cast<std::uint64_t>(low), divisor);
  const UInt128 quotient = (upper.quotient << 64) | lower.quotient;
  return detail::with_sign(detail::rounded(quotient, lower.rest, divisor, round), negative);
}

}  // namespace plimsoll
