#include "methods/reg_t/grouping_chosen.hpp"

namespace plimsoll::reg_t {
namespace {

/// `times` uses of a plan of one use.
Plan scaled(const Plan& once, Decimal times) {
  Plan plan = once;
  for (Taken& leg : plan.legs)
    leg.quantity.atto =
        multiply_divide(leg.quantity.atto, times.nano(), Decimal::scale, Round::toward_zero);
  return plan;
}

Strategy spread_strategy(const Entry& entry) {
  return entry.standing == Standing::paid_in_cash ? Strategy::cash_spread : Strategy::spread;
}

}  // namespace

std::vector<Plan> chosen(const Cluster& cluster, const Book& book, const Question& question,
                         const PairingAnswer& answer) {
  std::vector<Plan> plans;
  plans.reserve(cluster.size());
  for (std::size_t i = 0; i < question.plans.size(); ++i)
    if (!answer.times[i].is_zero()) plans.push_back(scaled(question.plans[i], answer.times[i]));
  for (std::size_t f = 0; f < answer.in_spread.size(); ++f) {
    Plan plan{Strategy::spread, {}};
    for (std::size_t place = 0; place < answer.in_spread[f].size(); ++place) {
      const std::int64_t contracts = answer.in_spread[f][place];
      if (contracts == 0) continue;
      const std::uint32_t leg =
          question.problem.spread_legs[question.problem.families[f].legs[place]].leg;
      plan.legs.push_back({cluster[leg], Quantity::of(contracts)});
    }
    if (plan.legs.empty()) continue;
    plan.strategy = spread_strategy(book.entries[plan.legs[0].entry]);
    plans.push_back(std::move(plan));
  }
  return plans;
}

}  // namespace plimsoll::reg_t
