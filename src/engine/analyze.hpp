#pragma once
// The framework's answers about an account, under each method and house asked for.

#include "engine/evaluate.hpp"
#include "market/rate_path.hpp"
#include "market/rate_schedule.hpp"
#include "model/financing.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::engine {

struct AnalysisRequest {
  MarginRequest margin = {};
  strategy::Members members = strategy::Members::all();
  strategy::Policy policy = {};
  std::optional<double> target = {};  // of a cure, over the requirement; otherwise the buffer's
  Financing financing = {};
  RateScheduleList schedules = {};
  std::vector<RatePath> paths = {};
  int threads = 1;
};

/// Errors as of margin(): what cannot be margined is not analysed. A member that cannot be answered
/// says why, and the others are.
std::expected<strategy::AnalysisReport, std::vector<Error>> analyze(const AnalysisRequest& request,
                                                                    const SecurityList& lists);

}  // namespace plimsoll::engine
