#include "methods/reg_t/offsets_spreads.hpp"

#include <algorithm>
#include <tuple>

namespace plimsoll::reg_t {
namespace {

class Spreads {
 public:
  Spreads(const Cluster& cluster, const Book& book, const Account& account, PairingProblem& problem)
      : cluster_{cluster}, book_{book}, account_{account}, problem_{problem} {
    problem.spread_legs.reserve(cluster.size());
    for (std::uint32_t leg = 0; leg < cluster.size(); ++leg) {
      if (!option_in(entry(leg))) continue;
      const OptionLeg& terms = option(leg);
      problem.spread_legs.push_back({leg, is_sold(leg) ? Side::sold : Side::bought,
                                     terms.option->right == Right::call ? Kind::call : Kind::put,
                                     terms.strike.per_unit, terms.option->multiplier});
    }
  }

  /// One family for each time at which a bought option expires, unless an earlier one's has all
  /// the same sold ones.
  void add_families(Charge charge) {
    std::vector<std::uint32_t> seen;  // one place of each kind of option that may be spread
    for (std::uint32_t place = 0; place < problem_.spread_legs.size(); ++place) {
      if (std::ranges::any_of(seen, [&](std::uint32_t other) { return alike(other, place); }))
        continue;
      seen.push_back(place);
      add_families_of(place, charge);
    }
  }

  /// Whether any sold option asks more to keep than to open, and the other way round.
  bool any_dearer_to_keep() const {
    return any_sold([](const PairingCost& cost) { return cost.initial < cost.maintenance; });
  }
  bool any_dearer_to_open() const {
    return any_sold([](const PairingCost& cost) { return cost.maintenance < cost.initial; });
  }

 private:
  const Entry& entry(std::uint32_t leg) const { return book_.entries[cluster_[leg]]; }
  const OptionLeg& option(std::uint32_t leg) const { return *option_in(entry(leg)); }
  std::uint32_t leg_at(std::uint32_t place) const { return problem_.spread_legs[place].leg; }
  bool is_sold(std::uint32_t leg) const { return entry(leg).direction == Direction::owed; }
  Expiration expiration(std::uint32_t place) const {
    return option(leg_at(place)).option->expiration();
  }

  /// Options that may be spread against one another: one underlying at one scale, one style.
  bool alike(std::uint32_t place, std::uint32_t other) const {
    const ListedOption& a = *option(leg_at(place)).option;
    const ListedOption& b = *option(leg_at(other)).option;
    return a.style == b.style && a.underlying_scale == b.underlying_scale &&
           entry(leg_at(place)).underlying == entry(leg_at(other)).underlying;
  }

  void add_families_of(std::uint32_t first, Charge charge) {
    std::vector<Expiration> times;
    for (std::uint32_t place = first; place < problem_.spread_legs.size(); ++place)
      if (problem_.spread_legs[place].side == Side::bought && alike(first, place))
        times.push_back(expiration(place));
    std::ranges::sort(times);
    times.erase(std::ranges::unique(times).begin(), times.end());
    std::size_t sold_before = 0;
    for (const Expiration& time : times) {
      SpreadFamily family{.legs = {}, .charge = charge};
      std::size_t sold = 0;
      for (std::uint32_t place = first; place < problem_.spread_legs.size(); ++place) {
        if (!alike(first, place) || !may_stand(place, time)) continue;
        family.legs.push_back(place);
        sold += problem_.spread_legs[place].side == Side::sold ? 1 : 0;
      }
      const bool more = in_cash(first) ? sold != 0 : sold_before < sold;
      if (more) problem_.families.push_back(std::move(family));
      sold_before = std::max(sold_before, sold);
    }
  }

  bool in_cash(std::uint32_t place) const {
    return entry(leg_at(place)).standing == Standing::paid_in_cash;
  }
  /// In a margin account: sold not after that time, bought not before. In a cash account: European
  /// index options of that time.
  bool may_stand(std::uint32_t place, const Expiration& time) const {
    const Expiration own = expiration(place);
    if (in_cash(place)) {
      const Instrument* on = described(account_, entry(leg_at(place)).underlying);
      return own == time && option(leg_at(place)).option->style == Style::european && on &&
             std::holds_alternative<Index>(*on);
    }
    return is_sold(leg_at(place)) ? own <= time : time <= own;
  }

  template <class Test>
  bool any_sold(Test test) const {
    return std::ranges::any_of(problem_.spread_legs, [&](const SpreadLeg& leg) {
      return leg.side == Side::sold && entry(leg.leg).standing != Standing::paid_in_cash &&
             test(problem_.offsets[leg.leg].cost);
    });
  }

  const Cluster& cluster_;
  const Book& book_;
  const Account& account_;
  PairingProblem& problem_;
};

}  // namespace

void add_spreads(const Cluster& cluster, const Book& book, const Account& account,
                 PairingProblem& problem) {
  Spreads spreads{cluster, book, account, problem};
  spreads.add_families(Charge::loss);
  if (spreads.any_dearer_to_keep()) spreads.add_families(Charge::loss_to_keep);
  if (spreads.any_dearer_to_open()) spreads.add_families(Charge::loss_to_open);
}

void add_spreads_as_uncovered(const Cluster& cluster, const Book& book, const Account& account,
                              PairingProblem& problem) {
  Spreads{cluster, book, account, problem}.add_families(Charge::sold_legs_alone);
}

}  // namespace plimsoll::reg_t
