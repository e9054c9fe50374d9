#pragma once
// The two-leg kernel: units of side A are paired with units of side B, or stay alone, at the least
// total cost. Covers every rulebook whose offsets have two legs, one of each side.

#include <cstdint>
#include <limits>
#include <vector>

namespace plimsoll::reg_t {

inline constexpr std::int64_t not_allowed = std::numeric_limits<std::int64_t>::max();

/// Costs are per unit, in any integer unit of money, of either sign, below 2^55 in size; so is
/// every total. Units are not negative.
struct TransportProblem {
  std::vector<std::int64_t> units_a, units_b;  // of each leg
  std::vector<std::int64_t> alone_a, alone_b;  // cost of a unit by itself
  std::vector<std::int64_t> pair;  // cost of a unit of a with one of b, a by a, or not_allowed
};

struct TransportAnswer {
  std::vector<std::int64_t> paired;  // units of a with b, laid out like `pair`
  std::int64_t cost = 0;             // of everything, the units alone included
};

/// Solves one problem after the other without asking for memory again. Exact.
class Transport {
 public:
  void solve(const TransportProblem& problem, TransportAnswer& answer);

 private:
  void take_savings(const TransportProblem& problem);
  void pair_at_row_minima(std::vector<std::int64_t>& paired);
  void shortest_path_from(std::size_t a, const std::vector<std::int64_t>& paired);
  void relax(std::size_t a, std::int64_t distance);
  void reach(std::size_t a, std::int64_t distance);
  void shift_prices();
  void augment(std::size_t a, std::vector<std::int64_t>& paired);

  std::size_t n_ = 0, m_ = 0;
  std::vector<std::int64_t> saving_;           // negative: what pairing adds to both alone
  std::vector<std::int64_t> left_a_, left_b_;  // units not placed yet
  std::vector<std::int64_t> price_a_, price_b_;
  std::vector<std::int64_t> distance_a_, distance_b_;
  std::vector<std::size_t> from_a_;  // of each b, the a before it on the path
  std::vector<std::size_t> from_b_;  // of each a, the b before it
  std::vector<std::size_t> open_b_;  // not settled yet, in any order
  std::vector<std::size_t> settled_b_, reached_a_;
  std::int64_t alone_distance_ = 0;  // of the nearest place to stay alone
  std::size_t alone_at_ = 0;
  std::int64_t end_distance_ = 0;
  std::size_t end_b_ = 0;
  bool ends_alone_ = false;
};

}  // namespace plimsoll::reg_t
