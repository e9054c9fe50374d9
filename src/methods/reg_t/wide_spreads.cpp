#include "methods/reg_t/wide_spreads.hpp"

#include <algorithm>

#include "methods/reg_t/grouping_chosen.hpp"
#include "methods/reg_t/offsets_spreads.hpp"
#include "methods/reg_t/rates.hpp"

namespace plimsoll::reg_t {
namespace {

bool is_apart(const Plan& plan) {
  return plan.strategy == Strategy::uncovered_option || plan.strategy == Strategy::long_option;
}

/// The options that stand apart, as a question of their own.
Result<Question> question_of_apart(const Cluster& apart, const std::vector<Plan>& plans,
                                   const Book& book, const Account& account, Day day) {
  Question question;
  for (const std::uint32_t place : apart) {
    const auto plan = std::ranges::find_if(
        plans, [&](const Plan& other) { return is_apart(other) && other.legs[0].entry == place; });
    question.plans.push_back(alone(place, book, Quantity::of(std::int64_t{1})));
    PLIMSOLL_TRY(margin, margin_of<Money>(question.plans.back(), book, day));
    const auto leg = static_cast<std::uint32_t>(question.problem.available.size());
    question.problem.available.push_back(plan->legs[0].quantity.units());
    question.problem.offsets.push_back({{{leg, Decimal{1}}}, cost_of(margin), true});
  }
  add_spreads_as_uncovered(apart, book, account, question.problem);
  return question;
}

}  // namespace

Result<void> join_wide_spreads(std::vector<Plan>& plans, const Book& book, const Account& account,
                               Day day) {
  const auto any = [&](Strategy strategy) {
    return std::ranges::find(plans, strategy, &Plan::strategy) != plans.end();
  };
  if (!any(Strategy::uncovered_option) || !any(Strategy::long_option)) return {};
  if (!universal_spread.at(day.rules)) return {};
  Cluster apart;
  for (const Plan& plan : plans)
    if (is_apart(plan)) apart.push_back(plan.legs[0].entry);
  std::ranges::sort(apart);
  PLIMSOLL_TRY(question, question_of_apart(apart, plans, book, account, day));
  if (question.problem.families.empty()) return {};
  const PairingAnswer answer = cheapest_pairing(question.problem);
  std::erase_if(plans, is_apart);
  for (Plan& plan : chosen(apart, book, question, answer)) plans.push_back(std::move(plan));
  return {};
}

}  // namespace plimsoll::reg_t
