#include "methods/reg_t/pairing/two_legs.hpp"

#include <algorithm>
#include <cmath>

#include "methods/reg_t/pairing/transport.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr Decimal saving_most{1'000'000'000};  // dollars; the kernel takes no larger numbers

/// What falls with the underlying, or gains less than what it stands against, and what rises. Every
/// offset of two legs joins the two: a sold call with shares, a bought call or a sold put.
enum class Slope : std::uint8_t { unknown, falls, rises };

Slope opposite(Slope slope) { return slope == Slope::falls ? Slope::rises : Slope::falls; }

/// Where one use of a pair is written down in the answer.
struct Pair {
  const Choice* choice = nullptr;
  const Member* first = nullptr;
  const Member* second = nullptr;
};

class Matching {
 public:
  explicit Matching(const PairingModel& model)
      : model_{model},
        slope_(model.problem->available.size(), Slope::unknown),
        lot_(model.problem->available.size()) {
    for (const SpreadLeg& leg : model.problem->spread_legs) {
      slope_[leg.leg] =
          (leg.kind == Kind::call) == (leg.side == Side::sold) ? Slope::falls : Slope::rises;
      lot_[leg.leg] = Decimal{1};
    }
    for (const Choice& choice : model.choices) place_partners(offset(choice));
    place_legs();
    for (const Choice& choice : model.choices) add(choice);
    for (const Member& a : model.members)
      for (const Member& b : model.members) add(a, b);
  }

  PairingAnswer best() {
    PairingAnswer answer = nothing_chosen(*model_.problem);
    if (is_too_large()) return answer;
    TransportAnswer found;
    Transport{}.solve(problem_, found);
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      if (found.paired[i] == 0) continue;
      const auto& [choice, first, second] = pairs_[i];
      if (choice != nullptr) {
        answer.times[choice->offset] += Decimal{found.paired[i]};
      } else {
        auto& contracts = answer.in_spread[model_.families[first->family].family];
        contracts[first->place] += found.paired[i];
        contracts[second->place] += found.paired[i];
      }
    }
    return answer;
  }

 private:
  const Offset& offset(const Choice& choice) const {
    return model_.problem->offsets[choice.offset];
  }

  /// Whether the kernel's whole numbers could not hold what all pairs save: 100 billion dollars.
  bool is_too_large() const {
    double units = 0, largest = 0;
    for (const std::int64_t n : problem_.units_a) units += static_cast<double>(n);
    for (const std::int64_t cost : problem_.pair)
      if (cost != not_allowed) largest = std::max(largest, std::abs(static_cast<double>(cost)));
    return units * largest > 1e17;
  }

  /// Shares and the like stand opposite the first option they are used with, in its lots.
  void place_partners(const Offset& offset) {
    if (offset.uses.size() != 2 || !offset.whole) return;
    for (const std::size_t i : {0u, 1u}) {
      const Use& own = offset.uses[i];
      const Slope other = slope_[offset.uses[1 - i].leg];
      if (slope_[own.leg] != Slope::unknown || other == Slope::unknown) continue;
      slope_[own.leg] = opposite(other);
      lot_[own.leg] = own.amount;
    }
  }

  void place_legs() {
    place_.resize(slope_.size());
    for (std::uint32_t leg = 0; leg < slope_.size(); ++leg) {
      if (slope_[leg] == Slope::unknown) continue;
      const Decimal lots = divide(model_.problem->available[leg], lot_[leg], Round::toward_zero);
      auto& units = slope_[leg] == Slope::falls ? problem_.units_a : problem_.units_b;
      place_[leg] = units.size();
      units.push_back(static_cast<std::int64_t>(whole_part(lots).nano() / Decimal::scale));
    }
    problem_.alone_a.resize(problem_.units_a.size());
    problem_.alone_b.resize(problem_.units_b.size());
    problem_.pair.assign(problem_.units_a.size() * problem_.units_b.size(), not_allowed);
    pairs_.resize(problem_.pair.size());
  }

  void see(std::uint32_t a, std::uint32_t b, Decimal saving, const Pair& pair) {
    if (slope_[a] == Slope::rises) std::swap(a, b);
    if (slope_[a] != Slope::falls || slope_[b] != Slope::rises) return;
    if (abs(saving) > saving_most) return;
    const std::size_t at = place_[a] * problem_.units_b.size() + place_[b];
    const auto millionths = static_cast<std::int64_t>(saving.nano() / 1'000);
    if (problem_.pair[at] != not_allowed && problem_.pair[at] <= millionths) return;
    problem_.pair[at] = millionths;
    pairs_[at] = pair;
  }
  void add(const Choice& choice) {
    const auto& uses = offset(choice).uses;
    if (uses.size() != 2 || !offset(choice).whole) return;
    if (uses[0].amount != lot_[uses[0].leg] || uses[1].amount != lot_[uses[1].leg]) return;
    see(uses[0].leg, uses[1].leg, choice.saving.maintenance, {.choice = &choice});
  }
  void add(const Member& sold, const Member& bought) {
    if (sold.family != bought.family) return;
    const Family& family = model_.families[sold.family];
    const SpreadLeg& s = leg_of(*model_.problem, family, sold);
    const SpreadLeg& b = leg_of(*model_.problem, family, bought);
    if (s.side != Side::sold || b.side != Side::bought || s.kind != b.kind) return;
    if (s.multiplier != b.multiplier) return;
    Decimal loss;
    for (const Decimal strike : {s.strike, b.strike})
      loss = std::max(loss, worth_at(s, strike) - worth_at(b, strike));
    const Decimal counted = where_loss_counts(family.charge, {loss, loss}).maintenance;
    see(sold.leg, bought.leg, sold.saving.maintenance + bought.saving.maintenance + counted,
        {.first = &sold, .second = &bought});
  }

  const PairingModel& model_;
  std::vector<Slope> slope_;
  std::vector<Decimal> lot_;
  std::vector<std::size_t> place_;  // of each leg, on its side
  TransportProblem problem_;        // savings from all alone
  std::vector<Pair> pairs_;         // laid out like `problem_.pair`
};

}  // namespace

PairingAnswer two_leg_pairing(const PairingModel& model) { return Matching{model}.best(); }

}  // namespace plimsoll::reg_t
