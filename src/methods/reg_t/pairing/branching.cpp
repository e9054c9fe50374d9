#include "methods/reg_t/pairing/branching.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::reg_t {
namespace {

constexpr int known_after = 2;             // trials of each half
constexpr int tries_most = 8;              // columns at one node
constexpr std::int64_t trial_pivots = 20;  // of one half; its least so far holds anyway
constexpr double gain_least = 1e-6;        // so that one half's gain still tells columns apart

double distance(const PairingRelaxation::Fraction& at, Half half) {
  const double below = at.value - std::floor(at.value);
  return half == Half::below ? below : 1 - below;
}

}  // namespace

void PairingBranching::forget() {
  std::ranges::fill(known_, std::array<Gains, 2>{});
  all_ = {};
}

void PairingBranching::learn(int column, Half half, double distance, double gain) {
  const auto h = static_cast<std::size_t>(half);
  for (Gains* gains : {&known_[static_cast<std::size_t>(column)][h], &all_[h]}) {
    gains->sum += std::max(0.0, gain) / std::max(distance, 1e-3);
    ++gains->count;
  }
}

bool PairingBranching::is_known(int column) const {
  return std::min(gains(column, Half::below).count, gains(column, Half::above).count) >=
         known_after;
}

double PairingBranching::expected(const Fraction& at, Half half) const {
  const Gains& own = gains(at.column, half);
  const Gains& some = own.count > 0 ? own : all_[static_cast<std::size_t>(half)];
  const double each = some.count > 0 ? some.sum / some.count : 1;
  return each * distance(at, half);
}

double PairingBranching::score(const Fraction& at) const {
  return std::max(expected(at, Half::below), gain_least) *
         std::max(expected(at, Half::above), gain_least);
}

/// Solves a little way into both halves.
void PairingBranching::try_both(PairingRelaxation& relaxation, Aim aim, const Fraction& at,
                                double least, double give_up_at, std::int64_t& pivots_left) {
  Simplex& program = relaxation.program();
  const double lower = program.lower(at.column);
  const double upper = program.upper(at.column);
  for (const Half half : {Half::below, Half::above}) {
    const double whole = std::floor(at.value);
    program.bound(at.column, half == Half::below ? lower : whole + 1,
                  half == Half::below ? whole : upper);
    std::int64_t pivots = std::min(pivots_left, trial_pivots);
    pivots_left -= pivots;
    const auto outcome = program.solve(pivots);
    pivots_left += std::max<std::int64_t>(pivots, 0);
    const double gain = outcome == Simplex::Outcome::infeasible
                            ? give_up_at - least
                            : std::min(relaxation.least(aim), give_up_at) - least;
    learn(at.column, half, distance(at, half), gain);
  }
  program.bound(at.column, lower, upper);
}

std::optional<PairingRelaxation::Fraction> PairingBranching::choose(PairingRelaxation& relaxation,
                                                                    Aim aim, double give_up_at,
                                                                    std::int64_t& pivots_left) {
  relaxation.find_fractions(fractions_);
  if (fractions_.empty()) return std::nullopt;
  const double least = relaxation.least(aim);
  const auto likelier = [&](const Fraction& a, const Fraction& b) {
    const double x = score(a), y = score(b);
    return x != y ? x > y : a.column < b.column;
  };
  if (fractions_.size() > 1) {
    std::ranges::sort(fractions_, likelier);
    int tries = 0;
    for (const Fraction& at : fractions_) {
      if (tries >= tries_most || pivots_left <= 0) break;
      if (is_known(at.column)) continue;
      try_both(relaxation, aim, at, least, give_up_at, pivots_left);
      ++tries;
    }
  }
  return *std::ranges::min_element(fractions_, likelier);
}

}  // namespace plimsoll::reg_t
