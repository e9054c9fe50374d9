#pragma once
// The least cost of a small book by looking at every way of dividing it: each contract and each lot
// of shares by itself, every set of them that is an offset or a spread, every partition into such.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "methods/reg_t/pairing/pairing.hpp"
#include "random_book.hpp"

namespace plimsoll::reg_t::random_book {

class Oracle {
 public:
  explicit Oracle(const Book& book) : book_{book} {
    const PairingProblem& problem = book.problem;
    for (std::uint32_t leg = 0; leg < problem.available.size(); ++leg) {
      const bool stock = leg >= problem.spread_legs.size();
      const Int128 lot = (stock ? Decimal{100} : Decimal{1}).nano();
      for (Int128 i = 0; i < problem.available[leg].nano() / lot; ++i) units_.push_back(leg);
      if (const Int128 odd = problem.available[leg].nano() % lot; odd != 0)
        odd_lot_ = times(Decimal::from_nano(odd), alone(leg));
    }
    for (const Offset& offset : problem.offsets) {
      std::multiset<std::uint32_t> legs;
      for (const Use& use : offset.uses) legs.insert(use.leg);
      if (offset.uses.size() > 1)
        offsets_.emplace(std::move(legs),
                         offset.whole ? offset.cost : times(Decimal{100}, offset.cost));
    }
  }

  std::size_t units() const { return units_.size(); }

  PairingCost least() {
    const std::uint32_t all = (1u << units_.size()) - 1;
    best_.assign(all + 1, std::nullopt);
    best_[0] = odd_lot_;
    for (std::uint32_t set = 1; set <= all; ++set) {
      const std::uint32_t lowest = set & (~set + 1);
      for (std::uint32_t block = set;; block = (block - 1) & set) {
        if ((block & lowest) == 0) continue;
        if (const auto cost = block_cost(block))
          if (const auto total = sum(*cost, *best_[set ^ block]);
              !best_[set] || total < *best_[set])
            best_[set] = total;
        if (block == lowest) break;
      }
    }
    return *best_[all];
  }

 private:
  static PairingCost sum(const PairingCost& a, const PairingCost& b) {
    return {a.maintenance + b.maintenance, a.initial + b.initial};
  }
  static PairingCost times(Decimal n, const PairingCost& cost) {
    return {multiply(n, cost.maintenance, Round::half_even),
            multiply(n, cost.initial, Round::half_even)};
  }
  const PairingCost& alone(std::uint32_t leg) const {
    for (const Offset& offset : book_.problem.offsets)
      if (offset.uses.size() == 1 && offset.uses[0].leg == leg) return offset.cost;
    std::abort();
  }

  std::optional<PairingCost> block_cost(std::uint32_t block) {
    if (const auto known = costs_.find(block); known != costs_.end()) return known->second;
    std::multiset<std::uint32_t> legs;
    for (std::size_t i = 0; i < units_.size(); ++i)
      if ((block >> i & 1u) != 0) legs.insert(units_[i]);
    std::optional<PairingCost> cost = spread_cost(legs);
    const auto see = [&](const PairingCost& other) {
      cost = cost ? std::min(*cost, other) : other;
    };
    for (auto [found, end] = offsets_.equal_range(legs); found != end; ++found) see(found->second);
    const bool stock = *legs.begin() >= book_.problem.spread_legs.size();
    if (legs.size() == 1) see(times(Decimal{stock ? 100 : 1}, alone(*legs.begin())));
    return costs_[block] = cost;
  }

  std::optional<PairingCost> spread_cost(const std::multiset<std::uint32_t>& legs) const {
    const auto& spread_legs = book_.problem.spread_legs;
    int latest_sold = -1;
    int first_bought = std::numeric_limits<int>::max();
    Decimal balance[2];
    for (const std::uint32_t leg : legs) {
      if (leg >= spread_legs.size()) return std::nullopt;
      const SpreadLeg& s = spread_legs[leg];
      Decimal& units = balance[static_cast<std::size_t>(s.kind)];
      if (s.side == Side::sold) {
        latest_sold = std::max(latest_sold, book_.expiry[leg]);
        units -= s.multiplier;
      } else {
        first_bought = std::min(first_bought, book_.expiry[leg]);
        units += s.multiplier;
      }
    }
    if (latest_sold > first_bought || !balance[0].is_zero() || !balance[1].is_zero())
      return std::nullopt;
    Decimal worst;
    for (const std::uint32_t at : legs) {
      Decimal loss;
      for (const std::uint32_t leg : legs) {
        const SpreadLeg& s = spread_legs[leg];
        const Decimal k = spread_legs[at].strike;
        const Decimal inside = s.kind == Kind::call ? k - s.strike : s.strike - k;
        if (inside.is_negative()) continue;
        const Decimal worth = multiply(inside, s.multiplier, Round::half_even);
        loss = s.side == Side::sold ? loss + worth : loss - worth;
      }
      worst = std::max(worst, loss);
    }
    PairingCost uncovered;
    for (const std::uint32_t leg : legs)
      if (spread_legs[leg].side == Side::sold) uncovered = sum(uncovered, alone(leg));
    return PairingCost{std::min(worst, uncovered.maintenance), std::min(worst, uncovered.initial)};
  }

  const Book& book_;
  std::vector<std::uint32_t> units_;
  PairingCost odd_lot_;
  std::multimap<std::multiset<std::uint32_t>, PairingCost> offsets_;
  std::map<std::uint32_t, std::optional<PairingCost>> costs_;
  std::vector<std::optional<PairingCost>> best_;
};

}  // namespace plimsoll::reg_t::random_book
