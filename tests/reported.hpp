#pragma once
// One method's report of a random request, and what must hold of any, for property tests.

#include <rapidcheck/gtest.h>

#include "engine/evaluate.hpp"
#include "tests/explained.hpp"

namespace plimsoll::testing {

inline MarginReport report_of(engine::MarginRequest request, engine::Detail detail) {
  request.detail = detail;
  auto report = engine::margin(request, SecurityList{});
  RC_ASSERT(report.has_value());
  RC_ASSERT(report->results.size() == 1u);
  return *std::move(report);
}

inline Answer<Money> plain_answer(const engine::MarginRequest& request) {
  return std::get<Answer<Money>>(report_of(request, engine::Detail::plain).results[0].answer);
}

/// Explaining changes no number, and every tree adds up.
inline void assert_explains(const Answer<Amount>& explained, const Answer<Money>& plain) {
  RC_ASSERT(plain.initial == explained.initial.money);
  RC_ASSERT(plain.maintenance == explained.maintenance.money);
  RC_ASSERT(plain.risk_initial == explained.risk_initial.money);
  RC_ASSERT(plain.risk_maintenance == explained.risk_maintenance.money);
  RC_ASSERT(plain.equity == money_of(explained.equity));
  RC_ASSERT(plain.net_liquidation == money_of(explained.net_liquidation));
  RC_ASSERT(plain.groups.size() == explained.groups.size());
  for (const Amount* tree : trees_of(explained)) RC_ASSERT(wrong_steps(*tree).empty());
}

}  // namespace plimsoll::testing
