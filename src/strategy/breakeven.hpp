#pragma once
// Where carry turns: three breakevens, the coverage of interest by income, and how near the first
// is. Money is a year's and in one currency.

#include <cstdint>
#include <optional>
#include <string>

#include "money/money.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

/// A number, or why there is none: never infinity.
struct Figure {
  std::optional<double> value = {};
  std::string missing = {};  // where there is no value
};

/// All zero or above, but for income, which yields below zero may take there.
struct CarryCosts {
  Money interest = {};
  Money account_fee = {};
  Money borrow_fees = {};
  Money substitute_payments = {};
};

struct CarryPosed {
  Money long_value = {};
  Money debit = {};
  Money income = {};  // of what is held long, before tax
  Money tax = {};     // on it
  CarryCosts costs = {};
};

enum class CarryAlert : std::uint8_t { none, warn, critical, breach };
std::string_view name_of(CarryAlert alert);

struct Breakevens {
  Figure financed = {};      // phi: debit / long value
  Figure income_yield = {};  // y: income / long value
  Figure rate = {};          // r: a year's interest / debit
  /// y*: the yield at which carry is nothing: (interest + fee + borrow fees + substitute payments)
  /// / (long value (1 - tax rate)); of a book without shorts and tax phi r + f.
  Figure breakeven_yield = {};
  /// r*: the yearly rate at which it is: (income - tax - every cost but interest) / debit; without
  /// shorts and tax (y - f) V / D. Nothing where that is below zero: no rate is low enough.
  Figure breakeven_rate = {};
  /// -carry / long value: the price return that makes up for it; below zero, the fall it pays for.
  Figure breakeven_return = {};
  Figure coverage = {};                  // income / interest: V y / (D r)
  Figure distance = {};                  // (y - y*) / y*
  std::optional<CarryAlert> alert = {};  // of the distance; nothing without one
  /// The debit that income carries `safety_multiple` times over at today's rate: V y / (k r).
  std::optional<Money> self_sustaining_debit = {};
  std::string no_self_sustaining_debit = {};  // why, where there is none
};

/// `first_rate` is what a year of the next dollar costs, for an account that owes nothing.
Breakevens breakevens(const CarryPosed& posed, const CarryPolicy& policy,
                      std::optional<double> first_rate);

/// Breached at and below its threshold, critical and warned below theirs. Held exactly: (y - y*) /
/// y* against a threshold t is income after tax against (1 + t) times all costs, which are above 0.
CarryAlert alert_at(const CarryPosed& posed, const CarryPolicy& policy);

}  // namespace plimsoll::strategy
