#include "methods/span/array_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "pricing/option.hpp"

namespace plimsoll::span {
namespace {

struct Guess {
  double volatility = 0, rate = 0;
};

constexpr double rate_step = 1e-5;
constexpr int rounds_most = 100;

Result<std::vector<double>> errors_at(std::span<const PrintedLoss> printed, const Guess& guess) {
  std::vector<double> errors;
  errors.reserve(printed.size());
  for (const PrintedLoss& one : printed) {
    ArrayTerms terms = one.terms;
    terms.volatility = guess.volatility;
    terms.rate = guess.rate;
    PLIMSOLL_TRY(made, generated_array(terms));
    if (one.scenario && *one.scenario >= made.losses.size())
      return fail(Reason::bad_input, "there is no scenario " + std::to_string(*one.scenario + 1) +
                                         "; an array has sixteen");
    errors.push_back((one.scenario ? made.losses[*one.scenario] : worst_loss_sold(made)) -
                     one.loss);
  }
  return errors;
}

double squares(const std::vector<double>& errors) {
  double sum = 0;
  for (const double error : errors) sum += error * error;
  return sum;
}

bool has_volatility(FitOf what) { return what != FitOf::rate; }
bool has_rate(FitOf what) { return what != FitOf::volatility; }

/// The best of a few volatilities: least squares of option values have one valley near it.
Result<Guess> start(std::span<const PrintedLoss> printed, FitOf what) {
  const Guess given{printed[0].terms.volatility, printed[0].terms.rate};
  if (!has_volatility(what)) return given;
  Guess best;
  double least = std::numeric_limits<double>::infinity();
  for (double volatility = 0.04; volatility < 4; volatility *= 1.5) {
    PLIMSOLL_TRY(errors, errors_at(printed, {volatility, given.rate}));
    if (squares(errors) < least) {
      least = squares(errors);
      best = {volatility, given.rate};
    }
  }
  return best;
}

/// Sums of products of the errors and their slopes: what a step solves.
struct Normal {
  double vv = 0, vr = 0, rr = 0, ve = 0, re = 0;
};

Result<Normal> normal_at(std::span<const PrintedLoss> printed, const Guess& guess,
                         const std::vector<double>& errors, FitOf what) {
  std::vector<double> by_volatility(errors.size()), by_rate(errors.size());
  const double volatility_step = std::max(guess.volatility * 1e-5, 1e-8);
  if (has_volatility(what)) {
    PLIMSOLL_TRY(moved, errors_at(printed, {guess.volatility + volatility_step, guess.rate}));
    for (std::size_t i = 0; i < errors.size(); ++i)
      by_volatility[i] = (moved[i] - errors[i]) / volatility_step;
  }
  if (has_rate(what)) {
    PLIMSOLL_TRY(moved, errors_at(printed, {guess.volatility, guess.rate + rate_step}));
    for (std::size_t i = 0; i < errors.size(); ++i) by_rate[i] = (moved[i] - errors[i]) / rate_step;
  }
  Normal sums;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    sums.vv += by_volatility[i] * by_volatility[i];
    sums.vr += by_volatility[i] * by_rate[i];
    sums.rr += by_rate[i] * by_rate[i];
    sums.ve += by_volatility[i] * errors[i];
    sums.re += by_rate[i] * errors[i];
  }
  return sums;
}

/// A step of least squares, shortened by `damping` of its own diagonal.
Guess stepped(const Guess& from, const Normal& sums, double damping, FitOf what) {
  const double vv = has_volatility(what) ? sums.vv * (1 + damping) : 1;
  const double rr = has_rate(what) ? sums.rr * (1 + damping) : 1;
  const double determinant = vv * rr - sums.vr * sums.vr;
  const double volatility = -(sums.ve * rr - sums.re * sums.vr) / determinant;
  const double rate = -(sums.re * vv - sums.ve * sums.vr) / determinant;
  return {std::clamp(from.volatility + volatility, volatility_floor, pricing::volatility_most / 4),
          std::clamp(from.rate + rate, -pricing::rate_most / 2, pricing::rate_most / 2)};
}

bool has_settled(const Guess& a, const Guess& b) {
  return std::abs(a.volatility - b.volatility) < 1e-10 && std::abs(a.rate - b.rate) < 1e-10;
}

ArrayFit said_of(const Guess& guess, const std::vector<double>& errors) {
  ArrayFit fit{.volatility = guess.volatility, .rate = guess.rate};
  for (const double error : errors) {
    fit.largest_error = std::max(fit.largest_error, std::abs(error));
    fit.mean_error += std::abs(error) / static_cast<double>(errors.size());
  }
  return fit;
}

}  // namespace

Result<ArrayFit> fitted(std::span<const PrintedLoss> printed, FitOf what) {
  const std::size_t unknowns = what == FitOf::both ? 2 : 1;
  if (printed.size() < unknowns)
    return fail(Reason::bad_input, "there are " + std::to_string(printed.size()) +
                                       " printed values for " + std::to_string(unknowns) +
                                       " unknowns; give at least as many");
  PLIMSOLL_TRY(guess, start(printed, what));
  PLIMSOLL_TRY(errors, errors_at(printed, guess));
  double damping = 1e-3;
  for (int round = 0; round < rounds_most; ++round) {
    PLIMSOLL_TRY(sums, normal_at(printed, guess, errors, what));
    if ((has_volatility(what) && !(sums.vv > 0)) || (has_rate(what) && !(sums.rr > 0)))
      return fail(Reason::bad_input,
                  std::string{"the printed values do not depend on the "} +
                      (has_volatility(what) && !(sums.vv > 0) ? "volatility" : "rate") +
                      "; give options, or a value it moves");
    const Guess next = stepped(guess, sums, damping, what);
    PLIMSOLL_TRY(there, errors_at(printed, next));
    const bool settled = has_settled(guess, next);
    if (squares(there) <= squares(errors)) {
      guess = next;
      errors = there;
      damping = std::max(damping / 10, 1e-12);
    } else {
      damping *= 10;
    }
    if (settled) return said_of(guess, errors);
  }
  return fail(Reason::bad_input,
              "no one volatility and rate explain the printed values; check the underlying, the "
              "scan ranges and the days");
}

}  // namespace plimsoll::span
