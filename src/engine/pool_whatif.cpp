#include "engine/pool_whatif.hpp"

#include <utility>

#include "engine/answered.hpp"

namespace plimsoll::engine {
namespace {

/// By how much each bank's balance changes, at the price the pool has of it.
void add_moves(const std::vector<BalanceMoved>& moved, const Pool& pool, WhatIfReport& report) {
  const Currency base = report.before.currency;
  for (const BalanceMoved& one : moved)
    report.trades.push_back({.symbol = one.bank,
                             .quantity = one.after - one.before,
                             .price = Price{to_decimal(pool.banks.at(one.bank).price), base},
                             .cash = zero(base)});
}

}  // namespace

std::expected<WhatIfReport, Errors> whatif(const MarginRequest& request,
                                           const std::vector<PoolStep>& steps,
                                           const SecurityList& lists) {
  Admitted in = admitted(submitted(request), lists);
  if (!request.pool)
    add(in.refused, Error{Reason::bad_input,
                          "a step is done in a lending pool, and none was given: name it with "
                          "--pool",
                          in.account.id});
  auto begun = before_of(in, request);
  if (!begun) return std::unexpected{std::move(begun).error()};
  WhatIfReport report = *std::move(begun);
  report.cash_before = report.cash_after = zero(in.account.base);
  const Date rules = request.rules.value_or(in.account.as_of);
  PoolAccount now{.account = in.account, .pool = request.pool};
  for (const PoolStep& step : steps) {
    auto done = stepped(now, step, rules);
    if (!done) return std::unexpected{Errors{std::move(done).error()}};
    add_moves(done->told.moved, *now.pool, report);
    report.steps.push_back(std::move(done->told));
    now = std::move(done->later);
  }
  in.account = std::move(now.account);
  MarginRequest later = request;
  later.pool = std::move(now.pool);
  auto after = answered(in, later);
  if (!after) return std::unexpected{std::move(after).error()};
  report.after = *std::move(after);
  return report;
}

}  // namespace plimsoll::engine
