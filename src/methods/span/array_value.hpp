#pragma once
// What one contract is worth, and its delta, at one point of a scan.

#include "methods/span/arrays.hpp"

namespace plimsoll::span {

/// Where a contract is looked at.
struct ScanState {
  double underlying = 0, volatility = 0, years = 0;
};

/// Points of price, of one unit, before cabinet and value factor. Takes terms that `check_terms`
/// accepts.
Result<double> value_at(const ArrayTerms& terms, const ScanState& state);
/// By the underlying. Of a future: one.
Result<double> delta_at(const ArrayTerms& terms, const ScanState& state);

/// `bad_input` naming the first of the terms that cannot be.
Result<void> check_terms(const ArrayTerms& terms);

}  // namespace plimsoll::span
