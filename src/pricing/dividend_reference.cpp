#include "pricing/dividend_reference.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pricing/european.hpp"
#include "pricing/heat_grid.hpp"

namespace plimsoll::pricing {
namespace {

/// Of the dividends paid after `now`, or at it too.
enum class At { after, at_or_after };
double present_value(std::span<const CashDividend> dividends, double rate, double now, At at) {
  double present = 0;
  for (const auto& [years, amount] : dividends)
    if (years > now || (at == At::at_or_after && years == now))
      present += amount * std::exp(-rate * (years - now));
  return present;
}

/// What the option brings through time, in money of expiry, at points that drift with the
/// underlying.
class Payoffs {
 public:
  Payoffs(const Option& option, std::span<const CashDividend> dividends,
          const std::vector<double>& log_spots)
      : option_{option}, dividends_{dividends} {
    for (const double log_spot : log_spots) spots_.push_back(std::exp(log_spot));
  }

  /// Of the ends alone, and nothing to hold the rest.
  const std::vector<double>& ends(double now) {
    exercise(now, At::after);
    std::fill(payoff_.begin() + 1, payoff_.end() - 1, std::numeric_limits<double>::lowest());
    return payoff_;
  }

  /// Of exercise, `now` years from today.
  const std::vector<double>& exercise(double now, At at) {
    const double variance = option_.volatility * option_.volatility;
    const double grown = std::exp((option_.rate - option_.dividend_yield - 0.5 * variance) * now);
    const double still = present_value(dividends_, option_.rate, now, at);
    const double left = option_.years - now, to_expiry = std::exp(option_.rate * left);
    const double sign = option_.payoff == Payoff::call ? 1 : -1;
    payoff_.resize(spots_.size());
    for (std::size_t i = 0; i < spots_.size(); ++i)
      payoff_[i] = to_expiry * sign * (spots_[i] * grown + still - option_.strike);
    // At the ends the option is as good as certain: worth nothing, or its payoff at expiry, or what
    // it brings on the best of the dates still to come.
    for (const std::size_t end : {std::size_t{0}, spots_.size() - 1})
      payoff_[end] = std::max({payoff_[end], later(spots_[end] * grown, now, at), 0.0});
    return payoff_;
  }

 private:
  /// The most that exercise brings at expiry or on a date after `now`, if the spot only grows: a
  /// call's before the dividend is paid, a put's after.
  double later(double spot, double now, At at) const {
    const bool call = option_.payoff == Payoff::call;
    const auto on = [&](double then, double still) {
      const double growth = std::exp((option_.rate - option_.dividend_yield) * (then - now));
      const double worth = spot * growth + still - option_.strike;
      return std::exp(option_.rate * (option_.years - then)) * (call ? worth : -worth);
    };
    double best = on(option_.years, 0);
    for (const auto& [then, amount] : dividends_)
      if (then > now || (at == At::at_or_after && then == now))
        best = std::max(best, on(then, present_value(dividends_, option_.rate, then,
                                                     call ? At::at_or_after : At::after)));
    return best;
  }

  Option option_;
  std::span<const CashDividend> dividends_;
  std::vector<double> spots_, payoff_;
};

}  // namespace

DividendReference::DividendReference(const Contract& contract, const GridSize& size)
    : option_{contract.option},
      dividends_{contract.dividends.begin(), contract.dividends.end()},
      present_{present_value(dividends_, option_.rate, 0, At::after)} {
  option_.spot -= present_;
  // In so short a time there is nothing to wait for that a double would see.
  constexpr double least_deviation = 1e-9;
  if (option_.volatility * std::sqrt(option_.years) < least_deviation) return;
  coarse_ = solved(size.spots / 2, size.times / 2, size.deviations);
  fine_ = solved(size.spots, size.times, size.deviations);
}

DividendReference::Grid DividendReference::solved(int spots, int times, double deviations) const {
  const double reach = std::min(deviations * option_.volatility * std::sqrt(option_.years), 100.0);
  const double variance = option_.volatility * option_.volatility;
  // With a point on the strike at expiry, where the payoff has its kink.
  const double log_drift = (option_.rate - option_.dividend_yield - 0.5 * variance) * option_.years;
  const int half = spots / 2;
  const double apart = reach / half, middle = std::log(option_.spot);
  const double to_strike = (std::log(option_.strike) - log_drift - middle) / apart;
  const double aside = std::clamp(to_strike - std::round(to_strike), -0.5, 0.5);
  Grid grid;
  for (int i = -half; i <= half; ++i) grid.log_spots.push_back(middle + (i + aside) * apart);
  Payoffs payoffs{option_, dividends_, grid.log_spots};
  HeatGrid heat{std::vector<double>(grid.log_spots.size(), 0.0), apart};
  heat.raise_to(payoffs.exercise(option_.years, At::after));
  double later = option_.years;
  for (auto paid = dividends_.rbegin();; ++paid) {
    const double until = paid == dividends_.rend() ? 0 : paid->years;
    const double length = later - until;
    const int steps =
        std::max(times / 16, static_cast<int>(times * std::sqrt(length / option_.years)));
    constexpr int calmed = 2;  // each as two steps that are all implicit
    for (int step = 0; step < steps && length > 0; ++step) {
      const auto reached = [&](double count) {
        return later - length * count * count / steps / steps;
      };
      const double begin = reached(step);
      const double end = step + 1 == steps ? until : reached(step + 1);
      if (step >= calmed) {
        heat.spread(variance * (begin - end), 0.5, payoffs.exercise(end, At::after));
        continue;
      }
      const double halfway = 0.5 * (begin + end);
      heat.spread(variance * (begin - halfway), 1, payoffs.ends(halfway));
      heat.spread(variance * (halfway - end), 1, payoffs.ends(end));
    }
    if (paid == dividends_.rend()) break;
    heat.raise_to(payoffs.exercise(until, At::at_or_after));
    later = until;
  }
  grid.values = heat.values();
  for (double& value : grid.values) value *= std::exp(-option_.rate * option_.years);
  return grid;
}

/// Through the six points around it.
double DividendReference::Grid::at(double log_spot) const {
  const double apart = log_spots[1] - log_spots[0];
  const double place = (log_spot - log_spots[0]) / apart;
  const double first =
      std::clamp(std::floor(place) - 2, 0.0, static_cast<double>(values.size() - 6));
  double sum = 0;
  for (int i = 0; i < 6; ++i) {
    double weight = 1;
    for (int j = 0; j < 6; ++j)
      if (j != i) weight *= (place - first - j) / (i - j);
    sum += weight * values[static_cast<std::size_t>(first) + static_cast<std::size_t>(i)];
  }
  return sum;
}

/// What a sure exercise on the best of the dates brings today: a call's before the dividend is
/// paid, a put's after. Beyond the grid there is nothing but this.
double DividendReference::exercised_on_a_date(double stock) const {
  const bool call = option_.payoff == Payoff::call;
  double best = 0;
  for (const auto& [years, amount] : dividends_) {
    const At still = call ? At::at_or_after : At::after;
    const double discount = std::exp(-option_.rate * years);
    const double spot = stock * std::exp(-option_.dividend_yield * years) +
                        discount * present_value(dividends_, option_.rate, years, still);
    const double strike = discount * option_.strike;
    best = std::max(best, call ? spot - strike : strike - spot);
  }
  return best;
}

double DividendReference::price(double spot) const {
  Option at = option_;
  at.spot = spot - present_;
  const bool call = at.payoff == Payoff::call;
  const double least = std::max({european_price(at), call ? spot - at.strike : at.strike - spot,
                                 exercised_on_a_date(at.spot)});
  const double most =
      call ? present_ + at.spot * std::exp(std::max(-at.dividend_yield, 0.0) * at.years)
           : at.strike * std::exp(std::max(-at.rate, 0.0) * at.years);
  if (fine_.values.empty()) return least;
  const double log_spot = std::log(at.spot);
  for (const Grid* grid : {&coarse_, &fine_})
    if (log_spot <= grid->log_spots.front() || log_spot >= grid->log_spots.back()) return least;
  const double fine = fine_.at(log_spot);
  return std::max(std::min(fine + (fine - coarse_.at(log_spot)) / 3, most), least);
}

Result<double> dividend_reference(const Contract& contract, const GridSize& size) {
  PLIMSOLL_TRY_VOID(check(contract));
  if (contract.exercise == Exercise::american)
    return DividendReference{contract, size}.price(contract.option.spot);
  Option option = contract.option;
  option.spot -= present_value(contract.dividends, option.rate, 0, At::after);
  return european_price(option);
}

}  // namespace plimsoll::pricing
