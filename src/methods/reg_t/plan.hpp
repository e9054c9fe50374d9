#pragma once
// One group of legs and the rule it stands under: the bridge from what the search chose to the
// formulas.

#include <vector>

#include "methods/reg_t/book.hpp"

namespace plimsoll::reg_t {

enum class Strategy : std::uint8_t {
  long_stock,
  short_stock,
  boxed_stock,
  boxed_bond,
  money_market,
  warrants,
  bond,
  long_option,
  uncovered_option,
  short_straddle,
  covered_call,
  covered_put,
  protected_index_call,
  protected_index_put,
  convertible_covered_call,
  warrant_covered_call,
  exchangeable_pair,
  protective_put,
  protective_call,
  conversion,
  reverse_conversion,
  collar,
  spread,
  long_european_box,
  cash_long_option,
  cash_short_option,
  cash_spread,
};

/// Part of an entry.
struct Taken {
  std::uint32_t entry = 0;
  Quantity quantity;  // positive
  bool operator==(const Taken&) const = default;
};

/// Legs in the order their rule names them: stock (or what covers) first, then the option bought,
/// then the one sold; of one security on both sides what is held first; for a straddle the call
/// first; for a box the lower call, higher put, lower put, higher call; spreads in book order.
struct Plan {
  Strategy strategy = Strategy::long_stock;
  std::vector<Taken> legs;
};

/// What the group owes. `not_in_force` where its rule has no text on the day.
template <Reading R>
Result<Margin<R>> margin_of(const Plan& plan, const Book& book, Day day);

/// What people call it: "covered call", "iron condor", "uncovered put".
Label name_of(const Plan& plan, const Book& book);

}  // namespace plimsoll::reg_t
