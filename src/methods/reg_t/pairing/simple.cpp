#include "methods/reg_t/pairing/simple.hpp"

#include <algorithm>

namespace plimsoll::reg_t {
namespace {

/// Legs already spoken for; a second claim on one says that there is something to share out.
class Claims {
 public:
  explicit Claims(std::size_t legs) : claimed_(legs, false) {}
  bool claim(std::uint32_t leg) {
    if (claimed_[leg]) return false;
    claimed_[leg] = true;
    return true;
  }

 private:
  std::vector<bool> claimed_;
};

/// Whether using it once saves (less than zero), costs, or neither.
enum class Effect : std::uint8_t { saves, costs, neither };
Effect effect_of(const PairingCost& added) {
  const PairingCost nothing;
  if (added < nothing) return Effect::saves;
  return nothing < added ? Effect::costs : Effect::neither;
}

/// A family of one bought and one sold option of one kind and size: what one contract of each adds,
/// and how many.
struct Vertical {
  PairingCost added;
  std::int64_t most = 0;
};
std::optional<Vertical> vertical_of(const PairingModel& model, const Family& family) {
  if (family.count != 2) return std::nullopt;
  const Member& a = model.members[family.first];
  const Member& b = model.members[family.first + 1];
  const SpreadLeg& x = leg_of(*model.problem, family, a);
  const SpreadLeg& y = leg_of(*model.problem, family, b);
  if (x.kind != y.kind || x.side == y.side || x.multiplier != y.multiplier) return std::nullopt;
  const SpreadLeg& sold = x.side == Side::sold ? x : y;
  const SpreadLeg& bought = x.side == Side::sold ? y : x;
  Decimal most;
  for (const Decimal strike : family.strikes)
    most = std::max(most, worth_at(sold, strike) - worth_at(bought, strike));
  const PairingCost loss = where_loss_counts(family.charge, {most, most});
  return Vertical{{a.saving.maintenance + b.saving.maintenance + loss.maintenance,
                   a.saving.initial + b.saving.initial + loss.initial},
                  std::min(a.most, b.most)};
}

}  // namespace

std::optional<PairingAnswer> pairing_without_search(const PairingModel& model) {
  Claims claims{model.problem->available.size()};
  PairingAnswer answer = nothing_chosen(*model.problem);
  for (const Choice& choice : model.choices) {
    for (const Use& use : model.problem->offsets[choice.offset].uses)
      if (!claims.claim(use.leg)) return std::nullopt;
    const Effect effect = effect_of(choice.saving);
    if (effect == Effect::neither) return std::nullopt;
    if (effect == Effect::saves) answer.times[choice.offset] = choice.most;
  }
  for (const Family& family : model.families) {
    const auto vertical = vertical_of(model, family);
    if (!vertical) return std::nullopt;
    const Member* members = &model.members[family.first];
    if (!claims.claim(members[0].leg) || !claims.claim(members[1].leg)) return std::nullopt;
    const Effect effect = effect_of(vertical->added);
    if (effect == Effect::neither) return std::nullopt;
    if (effect == Effect::costs) continue;
    answer.in_spread[family.family][members[0].place] = vertical->most;
    answer.in_spread[family.family][members[1].place] = vertical->most;
  }
  PLIMSOLL_CHECK(complete(model, answer));
  return answer;
}

}  // namespace plimsoll::reg_t
