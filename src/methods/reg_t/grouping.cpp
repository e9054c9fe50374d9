#include "methods/reg_t/grouping.hpp"

#include <algorithm>
#include <tuple>

#include "methods/reg_t/grouping_chosen.hpp"
#include "methods/reg_t/wide_spreads.hpp"

namespace plimsoll::reg_t {
namespace {

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

constexpr std::size_t together_most = 200;  // positions that are looked at together
constexpr std::size_t portion_size = 24;    // of more than that, at the most
constexpr std::size_t unhurried = 60;       // positions up to which the search has all its pivots

/// Counted, so that the answer is the same anywhere; a pivot's price grows with the square of the
/// positions, so larger questions are given fewer.
PairingLimits limits_for(std::size_t positions, std::size_t cluster_size) {
  PairingLimits limits;
  if (cluster_size > together_most) return {.nodes = 100, .pivots = 1'000};
  if (positions > unhurried)
    limits.pivots = limits.pivots * static_cast<std::int64_t>(unhurried * unhurried) /
                    static_cast<std::int64_t>(positions * positions);
  return limits;
}

/// Where a portion that begins at `from` ends: as many whole expiries as fit into it, or part of
/// one that does not fit into any.
std::size_t end_of_portion(const Cluster& cluster, const Book& book, std::size_t from) {
  const auto expiry = [&](std::size_t place) -> std::optional<Date> {
    const OptionLeg* leg = option_in(book.entries[cluster[place]]);
    return leg ? std::optional{leg->option->expiry} : std::nullopt;
  };
  const std::size_t most = std::min(from + portion_size, cluster.size());
  if (most == cluster.size()) return most;
  std::size_t end = most;
  while (end > from && expiry(end - 1) == expiry(most)) --end;
  const bool stock_only = end > from && !expiry(end - 1);
  return end == from || stock_only ? most : end;
}

/// A cluster too large to be looked at together, in portions of neighbours: what covers first, then
/// options by expiry, right and exercise price.
std::vector<Cluster> portions_of(Cluster cluster, const Book& book) {
  std::ranges::stable_sort(cluster, [&](std::uint32_t a, std::uint32_t b) {
    const OptionLeg* x = option_in(book.entries[a]);
    const OptionLeg* y = option_in(book.entries[b]);
    if (!x || !y) return !x && y;
    return std::tuple{x->option->expiry, x->option->right, x->strike.per_unit} <
           std::tuple{y->option->expiry, y->option->right, y->strike.per_unit};
  });
  std::vector<Cluster> portions;
  for (std::size_t from = 0; from < cluster.size();) {
    const std::size_t end = end_of_portion(cluster, book, from);
    portions.emplace_back(cluster.begin() + static_cast<std::ptrdiff_t>(from),
                          cluster.begin() + static_cast<std::ptrdiff_t>(end));
    std::ranges::sort(portions.back());
    from = end;
  }
  return portions;
}

/// Groups one cluster, or one portion of it, and adds it to the rest.
Result<void> add_groups(const Cluster& cluster, const Book& book, const Account& account, Day day,
                        const PairingLimits& limits, Grouping& grouping) {
  if (cluster.size() == 1) {
    grouping.plans.push_back(alone(cluster[0], book, book.entries[cluster[0]].size));
    return {};
  }
  PLIMSOLL_TRY(question, question_of(cluster, book, account, day));
  const PairingAnswer answer = cheapest_pairing(question.problem, limits);
  if (!answer.proven) {
    grouping.proven = false;
    grouping.better_by_at_most =
        grouping.better_by_at_most + Money{answer.better_by_at_most, book.currency};
  }
  std::vector<Plan> plans = chosen(cluster, book, question, answer);
  PLIMSOLL_TRY_VOID(join_wide_spreads(plans, book, account, day));
  give_back_remainders(cluster, book, question, plans);
  std::ranges::stable_sort(plans, {}, [](const Plan& plan) {
    return std::ranges::min(plan.legs, {}, &Taken::entry).entry;
  });
  for (Plan& plan : plans) grouping.plans.push_back(std::move(plan));
  return {};
}

}  // namespace

Result<Grouping> least_margin(const Book& book, const Account& account, Day day) {
  Grouping grouping{.plans = {}, .better_by_at_most = zero(book.currency)};
  grouping.plans.reserve(book.entries.size());
  for (Cluster& cluster : clusters(book, account)) {
    const std::size_t size = cluster.size();
    const auto add = [&](const Cluster& together) {
      return add_groups(together, book, account, day, limits_for(together.size(), size), grouping);
    };
    if (size <= together_most) {
      PLIMSOLL_TRY_VOID(add(cluster));
      continue;
    }
    grouping.in_portions = true;
    grouping.proven = false;
    for (const Cluster& portion : portions_of(std::move(cluster), book))
      PLIMSOLL_TRY_VOID(add(portion));
  }
  return grouping;
}

}  // namespace plimsoll::reg_t
