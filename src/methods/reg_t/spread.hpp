#pragma once
// Options against options.

#include <span>

#include "methods/reg_t/option.hpp"

namespace plimsoll::reg_t {

/// Greatest loss of the legs at expiry over every exercise price among them, zero where there is
/// none. Only the fall of intrinsic values counts; premiums do not.
template <Reading R>
R greatest_loss(std::span<const OptionLeg> bought, std::span<const OptionLeg> sold);

/// What the legs, one at least, are worth, each told under the name `each`.
template <Reading R>
R total_of_legs(Label label, Label each, std::span<const OptionLeg> legs,
                Phase phase = Phase::initial);

/// Options bought and sold together. Contract values are equal among calls and among puts, so the
/// payoff is flat outside the exercise prices.
template <Reading R>
Result<Margin<R>> spread(std::span<const OptionLeg> bought, std::span<const OptionLeg> sold,
                         Day day);

/// Long box of European options: bought the lower call and the higher put, sold the other two.
struct Box {
  OptionLeg lower_call, higher_put;  // bought
  OptionLeg lower_put, higher_call;  // sold
};
template <Reading R>
Result<Margin<R>> long_european_box(const Box& box, Day day);

}  // namespace plimsoll::reg_t
