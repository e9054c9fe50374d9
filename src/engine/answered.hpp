#pragma once
// The answer to a margin request whose account is already admitted: for whoever changes the account
// in between.

#include "engine/admitted.hpp"
#include "engine/evaluate.hpp"
#include "margin/whatif_report.hpp"

namespace plimsoll::engine {

Submitted submitted(const MarginRequest& request);

/// As margin() (evaluate.hpp), about `in`; of the request only what it asks for is read, and where
/// its parts stand.
std::expected<MarginReport, Errors> answered(const Admitted& in, const MarginRequest& request);

/// A what-if of which nothing is done yet: the answer before. What is refused of the account is
/// refused here too, as nothing can be done to a part of it.
std::expected<WhatIfReport, Errors> before_of(const Admitted& in, const MarginRequest& request);

}  // namespace plimsoll::engine
