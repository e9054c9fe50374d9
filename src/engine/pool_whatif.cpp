#include "engine/pool_whatif.hpp"

#include <utility>

#include "engine/answered.hpp"

namespace plimsoll::engine {
namespace {

Quantity held(const Account& account, const InstrumentId& bank) {
  for (const Position& position : account.positions)
    if (id_of(position.instrument) == bank) return position.quantity;
  return {};
}

/// By how much each bank's balance changes; of a liquidation two do.
void add_moves(const Account& before, const Account& after, const PoolStep& step, const Pool& pool,
               WhatIfReport& report) {
  for (const InstrumentId& bank : {step.bank, step.against}) {
    const auto known = pool.banks.find(bank);
    if (known == pool.banks.end()) continue;
    report.trades.push_back({bank, held(after, bank) - held(before, bank),
                             Price{to_decimal(known->second.price), before.base},
                             zero(before.base)});
  }
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
  if (!in.refused.empty())
    return std::unexpected{placed(std::move(in.refused), submitted(request), in.account)};
  WhatIfReport report;
  auto before = answered(in, request);
  if (!before) return std::unexpected{std::move(before).error()};
  report.before = *std::move(before);
  report.cash_before = report.cash_after = zero(in.account.base);
  const Date rules = request.rules.value_or(in.account.as_of);
  for (const PoolStep& step : steps) {
    auto later = stepped(in.account, *request.pool, step, rules);
    if (!later) return std::unexpected{Errors{std::move(later).error()}};
    add_moves(in.account, *later, step, *request.pool, report);
    in.account = *std::move(later);
  }
  auto after = answered(in, request);
  if (!after) return std::unexpected{std::move(after).error()};
  report.after = *std::move(after);
  return report;
}

}  // namespace plimsoll::engine
