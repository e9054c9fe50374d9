#include "strategy/leverage_caps.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "strategy/ranges.hpp"

namespace plimsoll::strategy {
namespace {

Result<void> check(const Requirement& requirement) {
  PLIMSOLL_TRY_VOID(check_positive({"the maintenance rate", requirement.rate}));
  return check_positive({"the buffer multiple", requirement.buffer_multiple});
}

Result<void> check(const Growth& growth) {
  PLIMSOLL_TRY_VOID(check_finite({"the expected return", growth.mean}));
  PLIMSOLL_TRY_VOID(check_positive({"the volatility", growth.volatility}));
  PLIMSOLL_TRY_VOID(check_finite({"the lending rate", growth.lending_rate}));
  PLIMSOLL_TRY_VOID(check_finite({"the borrowing rate", growth.borrowing_rate}));
  if (growth.lending_rate <= growth.borrowing_rate) return {};
  return fail(Reason::bad_input,
              "the lending rate " + pricing::written(growth.lending_rate) +
                  " is above the borrowing rate " + pricing::written(growth.borrowing_rate) +
                  ": whoever earns that need not own the asset; write what idle cash earns");
}

/// The most with which a fall is survived: 1 - (1 - held)(1 - fall), written so that small numbers
/// keep their digits.
double leverage_that_survives(const Requirement& requirement, double fall) {
  return 1 / (fall + requirement.buffer_multiple * requirement.rate * (1 - fall));
}

}  // namespace

Result<double> house_cap(const Requirement& requirement) {
  PLIMSOLL_TRY_VOID(check(requirement));
  return 1 / (requirement.buffer_multiple * requirement.rate);
}

Result<double> shock_survival_cap(const Requirement& requirement, double decline) {
  PLIMSOLL_TRY_VOID(check(requirement));
  if (0 <= decline && decline <= 1) return leverage_that_survives(requirement, decline);
  return fail(Reason::bad_input, "the decline is " + pricing::written(decline) +
                                     "; write a fall of 30 per cent as 0.3, from 0 to 1");
}

Result<double> probability_cap(const Requirement& requirement, double log_distance) {
  PLIMSOLL_TRY_VOID(check(requirement));
  if (log_distance >= 0) return leverage_that_survives(requirement, -std::expm1(-log_distance));
  return fail(Reason::bad_input, "the log distance is " + pricing::written(log_distance) +
                                     "; it is ln(value / level), zero or more");
}

Result<double> log_distance_at(const Requirement& requirement, double leverage) {
  PLIMSOLL_TRY_VOID(check(requirement));
  const double lent = 1 - requirement.buffer_multiple * requirement.rate;
  if (lent <= 0)
    return fail(Reason::bad_input,
                "a requirement of " + pricing::written(1 - lent) +
                    " of the value is met by no loan, at any value; there is no distance to it");
  if (1 < leverage && std::isfinite(leverage)) return std::log(lent * leverage / (leverage - 1));
  return fail(Reason::bad_input, "the leverage is " + pricing::written(leverage) +
                                     "; it is value / equity, above 1: without a loan there is "
                                     "no call");
}

Result<double> shortfall_cap(const ShortfallLimit& limit) {
  PLIMSOLL_TRY_VOID(check_positive({"the expected shortfall", limit.expected_shortfall}));
  PLIMSOLL_TRY_VOID(check_positive({"the most that may be lost", limit.loss_most}));
  return limit.loss_most / limit.expected_shortfall;
}

Result<double> kelly_leverage(const Growth& growth) {
  PLIMSOLL_TRY_VOID(check(growth));
  const double square = growth.volatility * growth.volatility;
  const double lending = (growth.mean - growth.lending_rate) / square;
  const double borrowing = (growth.mean - growth.borrowing_rate) / square;
  if (lending <= 1) return lending;
  return std::max(1.0, borrowing);
}

Result<double> half_kelly(const Growth& growth) {
  PLIMSOLL_TRY(whole, kelly_leverage(growth));
  return whole / 2;
}

Result<double> growth_rate(const Growth& growth, double leverage) {
  PLIMSOLL_TRY_VOID(check(growth));
  PLIMSOLL_TRY_VOID(check_finite({"the leverage", leverage}));
  const double rate = leverage > 1 ? growth.borrowing_rate : growth.lending_rate;
  const double deviation = leverage * growth.volatility;
  return rate + leverage * (growth.mean - rate) - deviation * deviation / 2;
}

Result<double> volatility_target_leverage(const VolatilityTarget& target) {
  PLIMSOLL_TRY_VOID(check_positive({"the target volatility", target.target}));
  PLIMSOLL_TRY_VOID(check_positive({"the most leverage", target.leverage_most}));
  PLIMSOLL_TRY_VOID(check_not_negative({"the forecast volatility", target.forecast}));
  // Not divided where the quotient could overflow.
  if (target.forecast * target.leverage_most <= target.target) return target.leverage_most;
  return target.target / target.forecast;
}

}  // namespace plimsoll::strategy
