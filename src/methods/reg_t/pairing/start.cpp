#include "methods/reg_t/pairing/start.hpp"

#include <algorithm>
#include <utility>

namespace plimsoll::reg_t {
namespace {

/// An offset, or one sold contract against one bought.
struct Candidate {
  PairingCost saving;
  const Choice* choice = nullptr;
  const Member* sold = nullptr;
  const Member* bought = nullptr;
  std::size_t order = 0;  // as listed, between equal savings
};

const SpreadLeg& leg_of(const PairingModel& model, const Member& member) {
  return leg_of(*model.problem, model.families[member.family], member);
}

void add_spreads(const PairingModel& model, std::vector<Candidate>& candidates) {
  for (const Member& sold : model.members)
    for (const Member& bought : model.members) {
      const SpreadLeg& s = leg_of(model, sold);
      const SpreadLeg& b = leg_of(model, bought);
      if (s.side != Side::sold || b.side != Side::bought || sold.family != bought.family) continue;
      if (s.kind != b.kind || s.multiplier != b.multiplier) continue;
      Decimal most;
      for (const Decimal strike : {s.strike, b.strike})
        most = std::max(most, worth_at(s, strike) - worth_at(b, strike));
      const PairingCost loss = where_loss_counts(model.families[sold.family].charge, {most, most});
      const PairingCost saving{
          sold.saving.maintenance + bought.saving.maintenance + loss.maintenance,
          sold.saving.initial + bought.saving.initial + loss.initial};
      if (saving < PairingCost{})
        candidates.push_back({.saving = saving, .sold = &sold, .bought = &bought});
    }
}

}  // namespace

PairingAnswer greedy_pairing(const PairingModel& model) {
  const PairingProblem& problem = *model.problem;
  std::vector<Candidate> candidates;
  for (const Choice& choice : model.choices)
    candidates.push_back({.saving = choice.saving, .choice = &choice});
  add_spreads(model, candidates);
  for (std::size_t i = 0; i < candidates.size(); ++i) candidates[i].order = i;
  std::ranges::sort(candidates, {},
                    [](const Candidate& c) { return std::pair{c.saving, c.order}; });
  PairingAnswer answer = nothing_chosen(problem);
  std::vector<Decimal> left = problem.available;
  for (const Candidate& candidate : candidates) {
    if (candidate.choice != nullptr) {
      const Offset& offset = problem.offsets[candidate.choice->offset];
      Decimal count = candidate.choice->most;
      for (const Use& use : offset.uses)
        count = std::min(count, divide(left[use.leg], use.amount, Round::toward_zero));
      if (offset.whole) count = whole_part(count);
      answer.times[candidate.choice->offset] = count;
      for (const Use& use : offset.uses)
        left[use.leg] -= multiply(use.amount, count, Round::half_even);
    } else {
      const auto& [saving, choice, sold, bought, order] = candidate;
      const Decimal count = whole_part(std::min(left[sold->leg], left[bought->leg]));
      auto& contracts = answer.in_spread[model.families[sold->family].family];
      const auto whole = static_cast<std::int64_t>(count.nano() / Decimal::scale);
      contracts[sold->place] += whole;
      contracts[bought->place] += whole;
      left[sold->leg] -= count;
      left[bought->leg] -= count;
    }
  }
  return answer;
}

}  // namespace plimsoll::reg_t
