#pragma once
// The last whole number of native units that still passes a test of the protocol.

#include <functional>
#include <optional>

#include "base/fixed48.hpp"
#include "base/result.hpp"

namespace plimsoll::cross_margin {

using Passes = std::function<Result<bool>(Fixed48)>;

/// From 1 to `most`, cut to a whole number; zero where none passes. What passes has to pass for
/// every smaller number too. A `guess` near it, of any size, only saves steps.
Result<Fixed48> largest_passing(Fixed48 guess, Fixed48 most, const Passes& passes);

/// The least that passes, where whatever is larger passes too; nothing where `most` does not.
Result<std::optional<Fixed48>> least_passing(Fixed48 guess, Fixed48 most, const Passes& passes);

/// The least part of a debt that passes: of all but the last of it, and then all, which may change
/// e-mode. Nothing where all of it does not.
Result<std::optional<Fixed48>> least_of(Fixed48 debt, Fixed48 guess, const Passes& passes);

}  // namespace plimsoll::cross_margin
