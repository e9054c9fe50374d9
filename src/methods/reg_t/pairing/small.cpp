#include "methods/reg_t/pairing/small.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::reg_t {
namespace {

std::int64_t whole_number(Decimal value) {
  return static_cast<std::int64_t>(value.nano() / Decimal::scale);
}

/// Every number of times of every choice, every balanced number of contracts of every member.
class Enumeration {
 public:
  explicit Enumeration(const PairingModel& model)
      : model_{model},
        left_{model.problem->available},
        count_(model.choices.size() + model.members.size()),
        balances_(model.members.size(), false) {
    for (const Family& family : model_.families)
      for (const Kind kind : {Kind::call, Kind::put})
        for (std::uint32_t m = family.first + family.count; m-- > family.first;)
          if (leg(m).kind == kind) {
            balances_[m] = true;  // the last of its kind has no choice
            break;
          }
  }

  bool has_no_more_ways_than(std::int64_t ways_most) const {
    std::int64_t ways = 1;
    const auto see = [&](std::int64_t most) {
      if (ways <= ways_most) ways *= std::min(most, ways_most) + 1;
    };
    for (const Choice& choice : model_.choices) {
      if (!model_.problem->offsets[choice.offset].whole) return false;
      see(whole_number(choice.most));
    }
    for (std::size_t m = 0; m < model_.members.size(); ++m)
      if (!balances_[m]) see(model_.members[m].most);
    return ways <= ways_most;
  }

  PairingAnswer best() {
    find_losses();
    take_choice(0, {});
    PairingAnswer answer = nothing_chosen(*model_.problem);
    for (std::size_t c = 0; c < model_.choices.size(); ++c)
      answer.times[model_.choices[c].offset] = Decimal{best_count_[c]};
    for (std::size_t m = 0; m < model_.members.size(); ++m) {
      const Member& member = model_.members[m];
      answer.in_spread[model_.families[member.family].family][member.place] =
          best_count_[model_.choices.size() + m];
    }
    PLIMSOLL_CHECK(complete(model_, answer));
    return answer;
  }

 private:
  const SpreadLeg& leg(std::size_t m) const {
    const Member& member = model_.members[m];
    return leg_of(*model_.problem, model_.families[member.family], member);
  }
  static void add(PairingCost& cost, const PairingCost& more) {
    cost.maintenance += more.maintenance;
    cost.initial += more.initial;
  }

  void take_choice(std::size_t c, PairingCost cost) {
    if (c == model_.choices.size()) {
      take_member(0, cost, {});
      return;
    }
    const auto& uses = model_.problem->offsets[model_.choices[c].offset].uses;
    const auto there_is = [&] {
      return std::ranges::all_of(uses, [&](const Use& u) { return u.amount <= left_[u.leg]; });
    };
    for (count_[c] = 0;; ++count_[c]) {
      take_choice(c + 1, cost);
      if (!there_is()) break;
      for (const Use& use : uses) left_[use.leg] -= use.amount;
      add(cost, model_.choices[c].saving);
    }
    for (const Use& use : uses)
      for (std::int64_t i = 0; i < count_[c]; ++i) left_[use.leg] += use.amount;
  }

  using Balance = std::array<Decimal, 2>;  // units bought less units sold, by kind
  void take_member(std::size_t m, PairingCost cost, Balance balance) {
    if (m == model_.members.size()) {
      weigh(cost);
      return;
    }
    const Member& member = model_.members[m];
    const SpreadLeg& terms = leg(m);
    Decimal& units = balance[static_cast<std::size_t>(terms.kind)];
    std::int64_t& count = count_[model_.choices.size() + m];
    Decimal& left = left_[member.leg];
    for (count = 0;; ++count) {
      if (!balances_[m] || units.is_zero()) take_member(m + 1, cost, balance);
      if (count == member.most || left < Decimal{1}) break;
      left -= Decimal{1};
      add(cost, member.saving);
      if (terms.side == Side::bought) units += terms.multiplier;
      else units -= terms.multiplier;
    }
    left += Decimal{count};
  }

  void weigh(PairingCost cost) {
    std::int64_t groups = 0;
    const Int128* losses = losses_.data();
    for (const Family& family : model_.families) {
      const Decimal loss = greatest_loss(family, losses);
      if (!is_used(family)) continue;
      add(cost, where_loss_counts(family.charge, {loss, loss}));
      ++groups;
    }
    if (best_cost_ && *best_cost_ < cost) return;
    for (std::size_t c = 0; c < model_.choices.size(); ++c) groups += count_[c] != 0 ? 1 : 0;
    for (const Decimal left : left_) groups += left.is_zero() ? 0 : 1;
    if (best_cost_ && *best_cost_ == cost && best_groups_ <= groups) return;
    best_cost_ = cost;
    best_groups_ = groups;
    best_count_ = count_;
  }
  std::int64_t contracts(std::size_t m) const { return count_[model_.choices.size() + m]; }
  bool is_used(const Family& family) const {
    for (std::size_t m = family.first; m < family.first + family.count; ++m)
      if (contracts(m) != 0) return true;
    return false;
  }
  void find_losses() {
    for (const Family& family : model_.families)
      for (const Decimal strike : family.strikes)
        for (std::size_t m = family.first; m < family.first + family.count; ++m) {
          const Int128 worth = worth_at(leg(m), strike).nano();
          losses_.push_back(leg(m).side == Side::sold ? worth : -worth);
        }
  }
  /// `loss` points at the family's losses, and is moved to the next family's.
  Decimal greatest_loss(const Family& family, const Int128*& loss) const {
    Int128 worst = 0;
    for (std::size_t strike = 0; strike < family.strikes.size(); ++strike) {
      Int128 sum = 0;
      for (std::size_t m = family.first; m < family.first + family.count; ++m)
        sum += *loss++ * contracts(m);
      worst = std::max(worst, sum);
    }
    return Decimal::from_nano(worst);
  }

  const PairingModel& model_;
  std::vector<Decimal> left_;
  std::vector<std::int64_t> count_, best_count_;  // of each choice, then of each member
  std::vector<bool> balances_;                    // of each member: it takes what balances
  std::vector<Int128> losses_;                    // by family, strike, member: of one contract
  std::optional<PairingCost> best_cost_;          // from all alone
  std::int64_t best_groups_ = 0;
};

}  // namespace

std::optional<PairingAnswer> pairing_by_enumeration(const PairingModel& model,
                                                    std::int64_t ways_most) {
  Enumeration ways{model};
  if (!ways.has_no_more_ways_than(ways_most)) return std::nullopt;
  return ways.best();
}

}  // namespace plimsoll::reg_t
