#pragma once
// What a rise of rates can be met with: owing less, borrowing for a fixed term through options, or
// selling futures. Each says what it locks and what one basis point more still costs.

#include <cstdint>
#include <string_view>

#include "strategy/accrual.hpp"

namespace plimsoll::strategy {

struct PayDown {
  Money debit = {};         // after
  Money saves_a_year = {};  // below zero where a flat schedule charges a smaller debit more
  Money residual_per_basis_point = {};  // a year
};

/// `amount` is above zero and no more than the debit. Refused otherwise, and as `interest` refuses.
Result<PayDown> pay_down(const RateSchedule& schedule, Decimal base, Money debit, Money amount);

/// A short box on an index whose options are European and settled in cash: a call spread sold at
/// the two exercise prices and a put spread with it. What it brings in is repaid as the difference
/// of the exercise prices at expiry, whatever the index does.
struct BoxQuote {
  Decimal low_strike = {}, high_strike = {};
  Decimal credit = {};  // for one unit of the index, of the whole box
  Decimal multiplier = Decimal{100};
  int contracts = 1;
  Date today = {}, expiry = {};
};

struct ShortBox {
  Money raises = {};    // today
  Money repays = {};    // at expiry
  Money interest = {};  // repaid less raised
  int days = 0;
  Percent rate = {};  // simple, for a year of 365 days: (strikes / credit - 1) × 365 / days
  Percent rate_on_basis = {};  // the same on the schedule's basis, beside its rates
  Money debit = {};            // what still floats
  /// What the schedule would charge over the term at today's base on what the box replaces, less
  /// the box's interest; below zero where the box is dearer. Interest on what it raises above the
  /// debit is charged here with nothing to set against it.
  Money saves_over_term = {};
  Money residual_per_basis_point = {};  // a year, until expiry; then all floats again
};

/// Refused: exercise prices out of order, a credit that is not between zero and their difference,
/// an expiry that is not ahead, no contracts; and as `interest` refuses.
Result<ShortBox> short_box(const RateSchedule& schedule, Decimal base, Money debit,
                           const BoxQuote& quote);

/// A future on a short rate, quoted as 100 less the rate: sold, it gains as rates rise.
struct RateFuture {
  std::string_view name;
  Decimal per_basis_point = {};  // dollars a contract: CME's contract specifications
};
/// 1,000,000 for a quarter of a year.
inline constexpr RateFuture sofr_three_months{"three-month SOFR", 25_d};
/// 5,000,000 for thirty days, as the exchange rounds it.
inline constexpr RateFuture fed_funds_thirty_days{"30-day federal funds", 41.67_d};

struct FuturesAsked {
  Money debit = {};
  Decimal years = {};         // to be covered, above zero
  Decimal beta = Decimal{1};  // how far the rate that is paid moves for one of the future's
  RateFuture future = sofr_three_months;
};

struct FuturesHedge {
  Decimal exact = {};                   // debit × years × beta × 0.0001 / per_basis_point
  std::int64_t contracts = 0;           // to sell, the nearest whole number
  Money per_basis_point = {};           // what one costs over the years, without
  Money residual_per_basis_point = {};  // with; below zero where more is sold than needed
};

/// Against a debit held as it is; the futures' own margin is not counted. Refused: a debit not in
/// dollars or below zero, years or beta not above zero or above 100.
Result<FuturesHedge> futures_hedge(const FuturesAsked& asked);

}  // namespace plimsoll::strategy
