#include "strategy/dynamic_buffer.hpp"

#include <algorithm>
#include <string>

#include "strategy/leverage_caps.hpp"
#include "strategy/ranges.hpp"

namespace plimsoll::strategy {
namespace {

using pricing::written;

Result<void> check(std::span<const BufferStep> steps) {
  if (steps.empty())
    return fail(Reason::bad_input, "there are no buffer steps; write the first from 0 on");
  if (steps.front().index_above != 0)
    return fail(Reason::bad_input, "the first buffer step is from " +
                                       written(steps.front().index_above) +
                                       " on; write the multiple from 0 on first");
  for (std::size_t i = 0; i < steps.size(); ++i) {
    PLIMSOLL_TRY_VOID(check_positive({"a buffer multiple", steps[i].multiple}));
    if (i == 0) continue;
    PLIMSOLL_TRY_VOID(check_finite({"the level of a buffer step", steps[i].index_above}));
    if (steps[i].index_above <= steps[i - 1].index_above)
      return fail(Reason::bad_input, "the buffer step above " + written(steps[i].index_above) +
                                         " comes after " + written(steps[i - 1].index_above) +
                                         "; write the levels rising");
    if (steps[i].multiple < steps[i - 1].multiple)
      return fail(Reason::bad_input, "the buffer falls to " + written(steps[i].multiple) +
                                         " above " + written(steps[i].index_above) +
                                         "; in wilder markets it is no less");
  }
  return {};
}

}  // namespace

Result<double> buffer_by_ratio(const RatioBuffer& buffer) {
  PLIMSOLL_TRY_VOID(check_positive({"the base multiple", buffer.base_multiple}));
  PLIMSOLL_TRY_VOID(check_positive({"the most multiple", buffer.most_multiple}));
  PLIMSOLL_TRY_VOID(check_positive({"the reference volatility", buffer.reference_volatility}));
  PLIMSOLL_TRY_VOID(check_not_negative({"the volatility", buffer.volatility}));
  if (buffer.most_multiple < buffer.base_multiple)
    return fail(Reason::bad_input, "the most multiple " + written(buffer.most_multiple) +
                                       " is under the base multiple " +
                                       written(buffer.base_multiple));
  return std::clamp(buffer.base_multiple * (buffer.volatility / buffer.reference_volatility),
                    buffer.base_multiple, buffer.most_multiple);
}

Result<double> buffer_by_regime(std::span<const BufferStep> steps, double index) {
  PLIMSOLL_TRY_VOID(check(steps));
  if (!(index > 0) || !std::isfinite(index))
    return fail(Reason::bad_input, "the volatility index is " + written(index) +
                                       "; write its points, 20 for 20 per cent");
  const auto beyond = std::ranges::find_if(
      steps, [&](const BufferStep& step) { return index <= step.index_above; });
  return (beyond - 1)->multiple;  // the first step is below any index
}

Result<ProbabilityBuffer> buffer_by_probability(const CallProbability& call) {
  const risk::Horizon& horizon = call.horizon;
  if (!(0 < call.most && call.most <= 1))
    return fail(Reason::bad_input, "the probability of a call is " + written(call.most) +
                                       "; write one per cent as 0.01, above 0 and at most 1");
  PLIMSOLL_TRY_VOID(check_positive({"the horizon in years", horizon.years}));
  PLIMSOLL_TRY_VOID(risk::check({0, horizon.drift, horizon.volatility}));
  if (call.requirement_rate >= 1)
    return fail(Reason::bad_input, "a requirement of " + written(call.requirement_rate) +
                                       " of the value is met by no loan; write one below 1");
  const double distance = risk::distance_for(call.most, horizon);
  PLIMSOLL_TRY(leverage, probability_cap({.rate = call.requirement_rate}, distance));
  return ProbabilityBuffer{.log_distance = distance,
                           .leverage_most = leverage,
                           .multiple = 1 / (call.requirement_rate * leverage)};
}

}  // namespace plimsoll::strategy
