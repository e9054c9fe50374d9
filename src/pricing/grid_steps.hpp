#pragma once
// When the grids of cash-dividend options step: each lane where its own kinks in time are.

#include "pricing/grid_kernel.hpp"

namespace plimsoll::pricing {

/// When, before a dividend of so much on a day, a put is no longer exercised but kept until the
/// dividend is out, in years from today; the day itself where it is never exercised before. Far in
/// the money nothing but the strike's interest and the dividend decide, so that it is one moment
/// for all spots, and a kink in time.
double wait_begins(double strike, double rate, const CashDividend& dividend);

/// From expiry to today, in steps that end at every date and, of puts, where waiting for it begins.
/// `times` of them over a time without dividends; with them, more.
std::vector<GridStep> steps_of(const GridPlan& plan, const GridOptions& options, int times);

}  // namespace plimsoll::pricing
