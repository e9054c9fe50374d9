#pragma once
// Which fractional column to split the search at: the one whose two halves are expected to cost
// most, by what splitting it cost before, and by trying where little is known yet.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "methods/reg_t/pairing/relaxation.hpp"

namespace plimsoll::reg_t {

enum class Half : std::uint8_t { below, above };

class PairingBranching {
 public:
  explicit PairingBranching(int columns) : known_(static_cast<std::size_t>(columns)) {}

  /// Forgets everything: costs of one aim say nothing about another's.
  void forget();

  /// Going `distance` from a fractional value to a whole one added `gain` to the least.
  void learn(int column, Half half, double distance, double gain);

  /// The column to split at and its value, or nothing where all are whole. Tries halves on the
  /// relaxation, so its solution afterwards is another one; its bounds are not.
  std::optional<PairingRelaxation::Fraction> choose(PairingRelaxation& relaxation, Aim aim,
                                                    double give_up_at, std::int64_t& pivots_left);

 private:
  struct Gains {
    double sum = 0;  // for each one of distance
    int count = 0;
  };
  using Fraction = PairingRelaxation::Fraction;
  const Gains& gains(int column, Half half) const {
    return known_[static_cast<std::size_t>(column)][static_cast<std::size_t>(half)];
  }
  bool is_known(int column) const;
  double expected(const Fraction& at, Half half) const;
  double score(const Fraction& at) const;
  void try_both(PairingRelaxation& relaxation, Aim aim, const Fraction& at, double least,
                double give_up_at, std::int64_t& pivots_left);

  std::vector<std::array<Gains, 2>> known_;
  std::array<Gains, 2> all_{};
  std::vector<Fraction> fractions_;
};

}  // namespace plimsoll::reg_t
