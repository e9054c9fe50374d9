#pragma once
// Refusals of model numbers that mean nothing, in the words of who wrote them.

#include <cmath>
#include <string>

#include "base/result.hpp"
#include "pricing/written.hpp"

namespace plimsoll::strategy {

struct NamedNumber {
  const char* name;  // "the volatility"
  double number = 0;
};

inline Result<void> check_finite(NamedNumber named) {
  if (std::isfinite(named.number)) return {};
  return fail(Reason::bad_input, std::string{named.name} + " is " + pricing::written(named.number) +
                                     "; write a finite number");
}

inline Result<void> check_positive(NamedNumber named) {
  if (named.number > 0 && std::isfinite(named.number)) return {};
  return fail(Reason::bad_input, std::string{named.name} + " is " + pricing::written(named.number) +
                                     "; write a number above zero, 20 per cent as 0.2");
}

inline Result<void> check_not_negative(NamedNumber named) {
  if (named.number >= 0 && std::isfinite(named.number)) return {};
  return fail(Reason::bad_input, std::string{named.name} + " is " + pricing::written(named.number) +
                                     "; write zero or more, 20 per cent as 0.2");
}

}  // namespace plimsoll::strategy
