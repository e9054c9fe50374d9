#pragma once
// How much may be borrowed against one asset or one book at one rate: leverage is value / equity.
//
// Ratios and rates are plain: 0.3 is 30 %. Each answer is a leverage; below one, part of the equity
// stays in cash. Each function is `bad_input` for a number outside of what its parameters say.

#include "base/result.hpp"
#include "risk/first_passage.hpp"

namespace plimsoll::strategy {

/// What equity must stay above: `buffer_multiple` × `rate` × value.
struct Requirement {
  double rate = 0;             // maintenance, of the value; above zero
  double buffer_multiple = 1;  // above zero; 1 is the call itself
};

/// The house's own: 1 / (multiple × rate), at which equity is at the requirement before anything
/// has moved.
Result<double> house_cap(const Requirement& requirement);

/// At which the requirement is still met after the value falls by `decline` (0.339 is a fall of
/// 33.9 %, from 0 to 1): L = 1 / (1 - (1 - multiple × rate)(1 - decline)).
Result<double> shock_survival_cap(const Requirement& requirement, double decline);

/// At which the value is `log_distance`, zero or more, above where the requirement is just met:
/// the same with a decline of 1 - exp(-log_distance). The least log distance that is reached with
/// no more than a probability is `risk::distance_for`.
Result<double> probability_cap(const Requirement& requirement, double log_distance);

/// The other way: ln(value / level) of a book at `leverage`, above one; of zero or less the
/// requirement is not met today. Needs multiple × rate below one: no value meets it otherwise.
Result<double> log_distance_at(const Requirement& requirement, double leverage);

/// Of a book held without borrowing, a positive loss as a share of the value; and what may be lost
/// as a share of equity.
struct ShortfallLimit {
  double expected_shortfall = 0;  // above zero
  double loss_most = 0;           // above zero
};

/// `loss_most` / `expected_shortfall`.
Result<double> shortfall_cap(const ShortfallLimit& limit);

/// What the growth of equity depends on, a year. Money is lent at one rate and borrowed at another,
/// no lower.
struct Growth {
  double mean = 0;        // arithmetic expected total return
  double volatility = 0;  // above zero
  double lending_rate = 0;
  double borrowing_rate = 0;
};

/// The leverage at which equity grows fastest in the long run (Kelly 1956; Thorp 2006), by which of
/// the two rates is paid there: (mean - lending rate) / volatility² up to one,
/// (mean - borrowing rate) / volatility² above it, and one where neither holds. Negative: the asset
/// is better sold short. It takes the mean as known; an estimate of it is not, which is why
/// `half_kelly` is usual.
Result<double> kelly_leverage(const Growth& growth);

/// Half of it: three quarters of the growth over the lending rate where nothing is borrowed, half
/// of the volatility.
Result<double> half_kelly(const Growth& growth);

/// The expected growth of the logarithm of equity a year, rebalanced all the time to `leverage`:
/// r + L (mean - r) - L² volatility² / 2, with r the rate of borrowing above one and of lending
/// below.
Result<double> growth_rate(const Growth& growth, double leverage);

struct VolatilityTarget {
  double target = 0;         // a year, above zero
  double forecast = 0;       // a year, zero or more
  double leverage_most = 0;  // above zero
};

/// The lesser of `leverage_most` and `target` / `forecast`.
Result<double> volatility_target_leverage(const VolatilityTarget& target);

}  // namespace plimsoll::strategy
