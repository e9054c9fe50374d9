#include "methods/reg_t/pairing/transport.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/wide.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr std::int64_t far = std::int64_t{1} << 61;
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

}  // namespace

// Staying alone costs nothing once costs are counted from there. A pair that then costs something
// is never used; it is kept, at a cost that no path takes, so that the loops stay plain.
void Transport::take_savings(const TransportProblem& problem) {
  n_ = problem.units_a.size();
  m_ = problem.units_b.size();
  PLIMSOLL_CHECK(problem.pair.size() == n_ * m_ && problem.alone_a.size() == n_);
  PLIMSOLL_CHECK(problem.alone_b.size() == m_);
  saving_.resize(n_ * m_);
  for (std::size_t a = 0; a < n_; ++a)
    for (std::size_t b = 0; b < m_; ++b) {
      const std::int64_t cost = problem.pair[a * m_ + b];
      const std::int64_t alone = problem.alone_a[a] + problem.alone_b[b];
      saving_[a * m_ + b] = cost < alone ? cost - alone : far / 2;
    }
}

/// Each row in turn to its cheapest column while that has room. With no price on any column this is
/// the cheapest there is for the units placed.
void Transport::pair_at_row_minima(std::vector<std::int64_t>& paired) {
  for (std::size_t a = 0; a < n_; ++a) {
    const std::int64_t* row = saving_.data() + a * m_;
    std::int64_t least = 0;
    std::size_t at = nowhere;
    for (std::size_t b = 0; b < m_; ++b) {
      if (row[b] > least || row[b] >= 0) continue;
      if (row[b] == least && left_b_[b] <= left_b_[at]) continue;
      least = row[b];
      at = b;
    }
    price_a_[a] = least;
    if (at == nowhere) {
      left_a_[a] = 0;  // alone
      continue;
    }
    const std::int64_t units = std::min(left_a_[a], left_b_[at]);
    paired[a * m_ + at] = units;
    left_a_[a] -= units;
    left_b_[at] -= units;
  }
}

void Transport::relax(std::size_t a, std::int64_t distance) {
  const std::int64_t* row = saving_.data() + a * m_;
  const std::int64_t base = distance - price_a_[a];
  for (const std::size_t b : open_b_) {
    const std::int64_t through = base + row[b] - price_b_[b];
    if (through >= distance_b_[b]) continue;
    distance_b_[b] = through;
    from_a_[b] = a;
  }
}

void Transport::reach(std::size_t a, std::int64_t distance) {
  distance_a_[a] = distance;
  reached_a_.push_back(a);
  if (distance - price_a_[a] < alone_distance_) {
    alone_distance_ = distance - price_a_[a];
    alone_at_ = a;
  }
  relax(a, distance);
}

/// Dijkstra from row a to the nearest place with room: a column, or staying alone.
void Transport::shortest_path_from(std::size_t a, const std::vector<std::int64_t>& paired) {
  std::fill(distance_b_.begin(), distance_b_.end(), far);
  std::fill(distance_a_.begin(), distance_a_.end(), far);
  open_b_.clear();
  for (std::size_t b = 0; b < m_; ++b) open_b_.push_back(b);
  settled_b_.clear();
  reached_a_.clear();
  alone_distance_ = far;
  from_b_[a] = nowhere;
  reach(a, 0);
  for (;;) {
    std::size_t nearest = nowhere;
    std::int64_t least = alone_distance_;
    for (std::size_t i = 0; i < open_b_.size(); ++i) {
      const std::size_t b = open_b_[i];
      if (distance_b_[b] > least || (distance_b_[b] == least && left_b_[b] == 0)) continue;
      least = distance_b_[b];
      nearest = i;
      if (left_b_[b] > 0) end_b_ = b;
    }
    end_distance_ = least;
    ends_alone_ = nearest == nowhere;
    if (ends_alone_) return;
    const std::size_t b = open_b_[nearest];
    if (left_b_[b] > 0) {
      end_b_ = b;
      return;
    }
    open_b_[nearest] = open_b_.back();
    open_b_.pop_back();
    settled_b_.push_back(b);
    for (std::size_t other = 0; other < n_; ++other) {
      if (paired[other * m_ + b] == 0 || distance_a_[other] != far) continue;
      from_b_[other] = b;
      reach(other, least);
    }
  }
}

void Transport::shift_prices() {
  for (const std::size_t a : reached_a_) price_a_[a] += end_distance_ - distance_a_[a];
  for (const std::size_t b : settled_b_) price_b_[b] -= end_distance_ - distance_b_[b];
}

void Transport::augment(std::size_t a, std::vector<std::int64_t>& paired) {
  std::int64_t units = ends_alone_ ? left_a_[a] : std::min(left_a_[a], left_b_[end_b_]);
  const std::size_t last = ends_alone_ ? alone_at_ : from_a_[end_b_];
  for (std::size_t at = last; at != a; at = from_a_[from_b_[at]])
    units = std::min(units, paired[at * m_ + from_b_[at]]);
  if (!ends_alone_) {
    paired[last * m_ + end_b_] += units;
    left_b_[end_b_] -= units;
  }
  for (std::size_t at = last; at != a; at = from_a_[from_b_[at]]) {
    const std::size_t b = from_b_[at];
    paired[at * m_ + b] -= units;
    paired[from_a_[b] * m_ + b] += units;
  }
  left_a_[a] -= units;
}

void Transport::solve(const TransportProblem& problem, TransportAnswer& answer) {
  take_savings(problem);
  left_a_ = problem.units_a;
  left_b_ = problem.units_b;
  price_a_.resize(n_);
  price_b_.assign(m_, 0);
  distance_a_.resize(n_);
  distance_b_.resize(m_);
  from_a_.resize(m_);
  from_b_.resize(n_);
  answer.paired.assign(n_ * m_, 0);
  pair_at_row_minima(answer.paired);
  for (std::size_t a = 0; a < n_; ++a)
    while (left_a_[a] > 0) {
      shortest_path_from(a, answer.paired);
      shift_prices();
      augment(a, answer.paired);
    }
  Int128 cost = 0;
  for (std::size_t a = 0; a < n_; ++a) cost += Int128{problem.units_a[a]} * problem.alone_a[a];
  for (std::size_t b = 0; b < m_; ++b) cost += Int128{problem.units_b[b]} * problem.alone_b[b];
  for (std::size_t i = 0; i < n_ * m_; ++i)
    if (answer.paired[i] != 0) cost += Int128{answer.paired[i]} * saving_[i];
  answer.cost = static_cast<std::int64_t>(cost);
  PLIMSOLL_CHECK(answer.cost == cost);
}

}  // namespace plimsoll::reg_t
