#pragma once
// The rate a bank's deposits earn and its borrowings pay.

#include "methods/cross_margin/state.hpp"

namespace plimsoll::cross_margin {

/// Rates a year, simple.
struct InterestRates {
  Fixed48 utilisation = {}, base = {}, lending = {}, borrowing = {}, fees = {};
};

/// Along the curve at that part of deposits which is borrowed, cut to between 0 and 1. Refused: a
/// curve of no points, points that do not rise, rates that fall.
Result<Fixed48> base_rate(const InterestTerms& terms, Fixed48 utilisation, const Bank& bank);

/// At the bank's own utilisation. Refused: totals that are not stated, and as `base_rate` says.
Result<InterestRates> interest_rates(const Bank& bank);

/// The bank once so many seconds of interest are accrued: share values and totals grow. Refused as
/// `interest_rates` says.
Result<Bank> accrued(const Bank& bank, std::int64_t seconds);

}  // namespace plimsoll::cross_margin
