#pragma once
// The pairing problem with everything said relative to "all of it alone": what is left to choose,
// what choosing it saves, and the exact worth of a complete choice.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "methods/reg_t/pairing/pairing.hpp"

namespace plimsoll::reg_t {

/// A way that is worth considering: an offset of several legs that does not cost more than its legs
/// alone. `saving` is negative or zero in the order of costs: what one use adds to "all alone".
struct Choice {
  std::uint32_t offset = 0;
  PairingCost saving;
  Decimal most;  // how many times its legs allow; whole if the offset is
};

/// A leg of a family that something of the family could be bought or sold against.
struct Member {
  std::uint32_t family = 0;  // index into PairingModel::families
  std::uint32_t place = 0;   // place in the problem's family
  std::uint32_t leg = 0;
  PairingCost saving;  // of one contract, before the family's loss; of a sold one only where the
                       // loss counts
  std::int64_t most = 0;
};

struct Family {
  std::uint32_t family = 0;  // index into PairingProblem::families
  std::uint32_t first = 0;   // its members are [first, first + count)
  std::uint32_t count = 0;
  std::vector<Decimal> strikes;  // rising, those of its members
  Charge charge = Charge::loss;
};

constexpr bool loss_counts_to_keep(Charge charge) {
  return charge == Charge::loss || charge == Charge::loss_to_keep;
}
constexpr bool loss_counts_to_open(Charge charge) {
  return charge == Charge::loss || charge == Charge::loss_to_open;
}
/// The members of a cost that the loss counts in; the others are zero.
constexpr PairingCost where_loss_counts(Charge charge, const PairingCost& cost) {
  return {loss_counts_to_keep(charge) ? cost.maintenance : Decimal{},
          loss_counts_to_open(charge) ? cost.initial : Decimal{}};
}

struct PairingModel {
  const PairingProblem* problem = nullptr;
  std::vector<std::uint32_t> alone;  // of each leg, the offset that is the leg alone
  PairingCost all_alone;
  std::vector<Choice> choices;
  std::vector<Member> members;
  std::vector<Family> families;
};

inline const SpreadLeg& leg_of(const PairingProblem& problem, const Family& family,
                               const Member& member) {
  return problem.spread_legs[problem.families[family.family].legs[member.place]];
}

PairingModel model_of(const PairingProblem& problem);

/// Any two choices worth considering differ by a multiple of this; not below a millionth.
PairingCost step_of(const PairingModel& model);

/// Cut back to a whole number; `value` is not negative.
Decimal whole_part(Decimal value);

/// The largest number both are multiples of; of zero and another, the other.
Decimal greatest_common(Decimal a, Decimal b);

/// What one contract of the leg is worth to its holder when the underlying stands at `price`.
Decimal worth_at(const SpreadLeg& leg, Decimal price);

/// A choice of times and spreads, whose "alone" are still to be filled in.
PairingAnswer nothing_chosen(const PairingProblem& problem);

/// What the answer's offsets of several legs and its spreads leave of a leg; negative where they
/// use more than there is.
Decimal left_of(const PairingModel& model, const PairingAnswer& answer, std::uint32_t leg);

/// Leaves everything unused alone and adds up the cost. False, where more is used than there is or
/// a spread does not balance.
bool complete(const PairingModel& model, PairingAnswer& answer);

/// Offsets and families in use.
std::int64_t groups_in_use(const PairingAnswer& answer);

}  // namespace plimsoll::reg_t
