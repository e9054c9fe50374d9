#include "methods/reg_t/pairing/pairing.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "methods/reg_t/pairing/model.hpp"
#include "methods/reg_t/pairing/search.hpp"
#include "methods/reg_t/pairing/simple.hpp"
#include "methods/reg_t/pairing/small.hpp"

namespace plimsoll::reg_t {
namespace {

/// The problem of half of everything, where that is whole.
std::optional<PairingProblem> half_of(const PairingProblem& problem) {
  PairingProblem half = problem;
  for (const Offset& offset : problem.offsets) {
    if (offset.uses.size() != 1) continue;
    Decimal& amount = half.available[offset.uses[0].leg];
    const Int128 step = offset.whole ? 2 * offset.uses[0].amount.nano() : 2;
    if (amount.nano() % step != 0) return std::nullopt;
    amount = Decimal::from_nano(amount.nano() / 2);
  }
  return half;
}

PairingAnswer twice(const PairingModel& model, PairingAnswer answer) {
  for (Decimal& count : answer.times) count = count + count;
  for (auto& contracts : answer.in_spread)
    for (std::int64_t& n : contracts) n *= 2;
  PLIMSOLL_CHECK(complete(model, answer));
  return answer;
}

/// Where the limits were met, twice the best of half the book may be better than what was found; so
/// doubling a book never makes its grouping worse.
void compare_with_half(const PairingModel& model, const PairingLimits& limits,
                       PairingAnswer& found) {
  const auto half = half_of(*model.problem);
  if (!half) return;
  PairingAnswer other = twice(model, cheapest_pairing(*half, limits));
  if (other.cost >= found.cost) return;
  const Decimal gained = found.cost.maintenance - other.cost.maintenance;
  other.proven = false;
  other.better_by_at_most = std::max(Decimal{}, found.better_by_at_most - gained);
  found = std::move(other);
}

}  // namespace

PairingAnswer cheapest_pairing(const PairingProblem& problem, const PairingLimits& limits) {
  const PairingModel model = model_of(problem);
  if (model.choices.empty() && model.families.empty()) {
    PairingAnswer answer = nothing_chosen(problem);
    PLIMSOLL_CHECK(complete(model, answer));
    return answer;
  }
  if (auto answer = pairing_without_search(model)) return *std::move(answer);
  if (auto answer = pairing_by_enumeration(model, limits.ways)) return *std::move(answer);
  PairingAnswer found = searched_pairing(model, limits);
  if (!found.proven) compare_with_half(model, limits, found);
  return found;
}

}  // namespace plimsoll::reg_t
