#pragma once
// One method's report of a random request, for property tests.

#include <rapidcheck/gtest.h>

#include "engine/evaluate.hpp"

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

}  // namespace plimsoll::testing
