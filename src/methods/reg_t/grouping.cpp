#include "methods/reg_t/grouping.hpp"

#include <algorithm>

#include "methods/reg_t/wide_spreads.hpp"

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

/// What the search leaves of a holding finer than its nine places goes to the leg's own group, so
/// nothing is lost. A question's first plans are its legs alone, in their order.
void give_back_remainders(const Cluster& cluster, const Book& book, const Question& question,
                          std::vector<Plan>& plans) {
  for (std::size_t leg = 0; leg < cluster.size(); ++leg) {
    Quantity rest = book.entries[cluster[leg]].size;
    Plan* alone = nullptr;
    for (Plan& plan : plans)
      for (const Taken& taken : plan.legs)
        if (taken.entry == cluster[leg]) {
          rest = rest - taken.quantity;
          if (plan.legs.size() == 1) alone = &plan;
        }
    if (rest.is_zero()) continue;
    PLIMSOLL_CHECK(!rest.is_negative());
    if (alone) {
      alone->legs[0].quantity = alone->legs[0].quantity + rest;
    } else {
      plans.push_back(question.plans[leg]);
      plans.back().legs[0].quantity = rest;
    }
  }
}

Strategy spread_strategy(const Entry& entry) {
  return entry.standing == Standing::paid_in_cash ? Strategy::cash_spread : Strategy::spread;
}

std::vector<Plan> chosen(const Cluster& cluster, const Book& book, const Question& question,
                         const PairingAnswer& answer) {
  std::vector<Plan> plans;
  for (std::size_t i = 0; i < question.plans.size(); ++i)
    if (!answer.times[i].is_zero()) plans.push_back(scaled(question.plans[i], answer.times[i]));
  for (std::size_t f = 0; f < answer.in_spread.size(); ++f) {
    Plan plan{Strategy::spread, {}};
    for (std::size_t place = 0; place < answer.in_spread[f].size(); ++place) {
      const std::int64_t contracts = answer.in_spread[f][place];
      if (contracts == 0) continue;
      const std::uint32_t leg =
          question.problem.spread_legs[question.problem.families[f][place]].leg;
      plan.legs.push_back({cluster[leg], Quantity::of(contracts)});
    }
    if (plan.legs.empty()) continue;
    plan.strategy = spread_strategy(book.entries[plan.legs[0].entry]);
    plans.push_back(std::move(plan));
  }
  give_back_remainders(cluster, book, question, plans);
  std::ranges::stable_sort(plans, {}, [](const Plan& plan) {
    return std::ranges::min(plan.legs, {}, &Taken::entry).entry;
  });
  return plans;
}

}  // namespace

Result<Grouping> least_margin(const Book& book, const Account& account, Day day) {
  Grouping grouping{.plans = {}, .better_by_at_most = zero(book.currency)};
  for (const Cluster& cluster : clusters(book, account)) {
    if (cluster.size() == 1) {
      grouping.plans.push_back(alone(cluster[0], book, book.entries[cluster[0]].size));
      continue;
    }
    PLIMSOLL_TRY(question, question_of(cluster, book, account, day));
    const PairingAnswer answer = cheapest_pairing(question.problem);
    if (!answer.proven) {
      grouping.proven = false;
      grouping.better_by_at_most =
          grouping.better_by_at_most + Money{answer.better_by_at_most, book.currency};
    }
    std::vector<Plan> plans = chosen(cluster, book, question, answer);
    join_wide_spreads(plans, book, day);
    for (Plan& plan : plans) grouping.plans.push_back(std::move(plan));
  }
  return grouping;
}

}  // namespace plimsoll::reg_t
