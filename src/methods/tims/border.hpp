#pragma once
// Where a model's numbers become money.

#include "money/money.hpp"

namespace plimsoll::tims {

/// To the millionth, half to even: what two processors may differ by is gone. Requirements are then
/// rounded away from zero as everywhere (docs/decisions/0010-rounding-against-headroom.md).
Money from_model(double amount, Currency currency);

/// What is held, as a model's number.
double to_model(Quantity quantity);

}  // namespace plimsoll::tims
