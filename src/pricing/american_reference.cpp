#include "pricing/american_reference.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "pricing/european.hpp"
#include "pricing/normal.hpp"

namespace plimsoll::pricing {
namespace {

/// The put that is worth the same.
Option as_put(Option option) {
  if (option.payoff == Payoff::put) return option;
  option.payoff = Payoff::put;
  std::swap(option.spot, option.strike);
  std::swap(option.rate, option.dividend_yield);
  return option;
}

UnitPut unit_put(const Option& option) {
  const Option put = as_put(option);
  return {put.rate, put.dividend_yield, put.volatility};
}

/// Whether exercise ever earns more interest than it gives up yield, and enough of either to be
/// seen in a double.
bool is_exercised_early(const UnitPut& put, double years) {
  constexpr double unseen = 1e-16;
  if (years * std::max(std::abs(put.rate), std::abs(put.yield)) < unseen) return false;
  return put.rate > 0 || put.rate > put.yield;
}

/// The shortest time in which anything happens to the boundary, as its root: until chance has moved
/// the price by much, until drift outweighs chance, until the boundary has left its start.
double natural_root(const UnitPut& put, double root_years) {
  const double variance = put.volatility * put.volatility;
  const double drift = std::abs(put.rate - put.yield) + 0.5 * variance;
  double root = std::min({root_years, 1 / put.volatility, put.volatility / drift,
                          put.volatility / std::max(std::abs(put.rate), std::abs(put.yield))});
  if (put.rate != 0 && put.yield / put.rate > 0) {
    const double apart = std::abs(std::log(put.rate / put.yield)) / put.volatility;
    if (apart > 1e-6 * root_years) root = std::min(root, apart);
  }
  return root;
}

}  // namespace

AmericanReference::AmericanReference(const Option& option, const ReferenceAccuracy& accuracy)
    : option_{option},
      unit_{unit_put(option)},
      accuracy_{accuracy},
      gauss_{accuracy.points},
      root_years_{std::sqrt(option.years)} {
  if (!is_exercised_early(unit_, option.years)) return;
  upper_.emplace(unit_, Kept::above, accuracy);
  if (unit_.rate < 0) lower_.emplace(unit_, Kept::below, accuracy);
  solve(std::ldexp(natural_root(unit_, root_years_), -accuracy.doublings));
}

std::optional<double> AmericanReference::meeting() const {
  const auto gap = [&](double root) { return upper_->log_at(root) - lower_->log_at(root); };
  const double end = upper_->root_years();
  const double begin = upper_->ends()[upper_->ends().size() - 2];
  double apart = begin, past = -1;
  constexpr int looks = 32;
  for (int look = 1; look <= looks && past < 0; ++look) {
    const double root = begin + (end - begin) * look / looks;
    (gap(root) > 0 ? apart : past) = root;
  }
  if (past < 0) return std::nullopt;
  for (int step = 0; step < 60; ++step) {
    const double middle = 0.5 * (apart + past);
    (gap(middle) > 0 ? apart : past) = middle;
  }
  return apart;
}

bool AmericanReference::extend(double root) {
  if (!upper_->extend(root)) return false;
  if (!lower_ || lower_->extend(root)) return true;
  upper_->shorten();
  return false;
}

void AmericanReference::solve(double first) {
  const double shortest = 1e-3 * first;
  // A boundary this far below the strike is there for no spot that a double tells from none.
  constexpr double log_least = -40;
  double at = 0, next = std::min(first, root_years_);
  while (at < root_years_ && upper_->log_at(at) > log_least) {
    is_solved_ = next - at >= shortest;
    if (!is_solved_) break;
    if (!extend(next)) {
      next = at > 0 ? 0.5 * (at + next) : 0.25 * next;
      continue;
    }
    const auto met = lower_ ? meeting() : std::nullopt;
    if (met && *met - at < 0.01 * at) {
      exercised_root_ = *met;
      return;
    }
    if (met) {
      // The upper boundary turns sharply there: go up to it in short stretches.
      upper_->shorten();
      lower_->shorten();
      next = at + 0.7 * (*met - at);
      continue;
    }
    at = next;
    next = 2 * at > 0.9 * root_years_ ? root_years_ : 2 * at;
  }
  exercised_root_ = lower_ && !is_solved_ ? at : root_years_;
}

bool AmericanReference::is_exercised_now(double log_spot) const {
  if (!upper_ || root_years_ > exercised_root_) return false;
  return log_spot <= upper_->log_at(root_years_) &&
         (!lower_ || log_spot >= lower_->log_at(root_years_));
}

std::optional<AmericanReference::Exercised> AmericanReference::exercised(double years) const {
  const double root = std::sqrt(years);
  if (!upper_ || root > exercised_root_) return std::nullopt;
  const double most = std::exp(upper_->log_at(root));
  const double least = lower_ ? std::exp(lower_->log_at(root)) : 0;
  if (option_.payoff == Payoff::put)
    return Exercised{option_.strike * least, option_.strike * most};
  return Exercised{option_.strike / most,
                   least > 0 ? option_.strike / least : std::numeric_limits<double>::infinity()};
}

double AmericanReference::earned(double log_spot, double angle, By by) const {
  const double spot = std::exp(log_spot);
  const double root = root_years_ * std::sin(angle), left = root_years_ * std::cos(angle);
  const double later = root * root, deviation = unit_.volatility * root;
  const double drift = (unit_.rate - unit_.yield) * later;
  const double interest = unit_.rate * std::exp(-unit_.rate * later);
  const double given_up = unit_.yield * spot * std::exp(-unit_.yield * later);
  const auto below = [&](double log_boundary) {
    const double plus = (log_spot - log_boundary + drift) / deviation + 0.5 * deviation;
    const double minus = plus - deviation;
    const double strike = interest * normal_density(minus) / deviation;
    const double underlying = given_up * normal_density(plus) / deviation;
    switch (by) {
      case By::nothing:
        return interest * normal_below(-minus) - given_up * normal_below(-plus);
      case By::log_spot:
        return underlying - strike - given_up * normal_below(-plus);
      case By::log_spot_twice:
        return strike * minus / deviation + underlying * (2 - plus / deviation) -
               given_up * normal_below(-plus);
    }
    return 0.0;
  };
  double worth = below(upper_->log_at(left));
  if (lower_) worth -= below(lower_->log_at(left));
  return worth * 2 * root * left;
}

double AmericanReference::premium(double log_spot, double european, By by) const {
  const auto over = [&](double from, double to) {
    const double half = 0.5 * (to - from), middle = 0.5 * (to + from);
    double sum = 0;
    for (std::size_t k = 0; k < gauss_.points.size(); ++k)
      sum += gauss_.weights[k] * half * earned(log_spot, middle + half * gauss_.points[k], by);
    return sum;
  };
  const double tolerance = accuracy_.tolerance * std::max(1.0, european);
  const auto refined = [&](auto& self, double from, double to, double whole, int deeper) -> double {
    const double middle = 0.5 * (from + to);
    const double left = over(from, middle), right = over(middle, to);
    if (deeper == 0 || std::abs(left + right - whole) <= tolerance) return left + right;
    return self(self, from, middle, left, deeper - 1) + self(self, middle, to, right, deeper - 1);
  };
  const double away = std::abs(log_spot - upper_->log_at(root_years_)) / unit_.volatility;
  const double scale = std::clamp(away, 1e-4 * root_years_, root_years_);
  const double begin = std::acos(std::min(1.0, exercised_root_ / root_years_));
  double sum = 0, from = begin;
  for (const double to : cuts(upper_->ends(), root_years_, scale)) {
    if (to <= from) continue;
    constexpr int halvings_most = 16;
    sum += refined(refined, from, to, over(from, to), halvings_most);
    from = to;
  }
  return sum;
}

double AmericanReference::price(double spot) const {
  Option at = option_;
  at.spot = spot;
  const Option put = as_put(at);
  const double european = european_price(at);
  const double exercise = put.strike - put.spot;
  if (!upper_) return std::max(european, exercise);
  const double log_spot = std::log(put.spot / put.strike);
  if (is_exercised_now(log_spot)) return std::max(exercise, european);
  return std::max({european + put.strike * premium(log_spot, european / put.strike, By::nothing),
                   european, exercise});
}

AmericanReference::Slopes AmericanReference::slopes(double spot) const {
  Option at = option_;
  at.spot = spot;
  const Option put = as_put(at);
  const double european = european_price(at);
  const double log_spot = std::log(put.spot / put.strike);
  const double sign = option_.payoff == Payoff::put ? -1 : 1;
  if (is_exercised_now(log_spot) || (!upper_ && put.strike - put.spot > european)) return {sign, 0};
  const Greeks greeks = european_greeks(at);
  if (!upper_) return {greeks.delta, greeks.gamma};
  const double once = premium(log_spot, european / put.strike, By::log_spot);
  const double twice = premium(log_spot, european / put.strike, By::log_spot_twice);
  if (option_.payoff == Payoff::put)
    return {greeks.delta + once * put.strike / spot,
            greeks.gamma + (twice - once) * put.strike / (spot * spot)};
  // The spot is the strike of the put, which the premium is in proportion to.
  const double itself = premium(log_spot, european / put.strike, By::nothing);
  return {greeks.delta + itself - once, greeks.gamma + (twice - once) / spot};
}

Result<double> american_reference(const Option& option, const ReferenceAccuracy& accuracy) {
  PLIMSOLL_TRY_VOID(check(option));
  return AmericanReference{option, accuracy}.price(option.spot);
}

}  // namespace plimsoll::pricing
