#pragma once
// The answer to a margin request whose account is already admitted: for whoever changes the account
// in between.

#include "engine/admitted.hpp"
#include "engine/evaluate.hpp"

namespace plimsoll::engine {

Submitted submitted(const MarginRequest& request);

/// As margin() (evaluate.hpp), about `in`; of the request only what it asks for is read, and where
/// its parts stand.
std::expected<MarginReport, Errors> answered(const Admitted& in, const MarginRequest& request);

}  // namespace plimsoll::engine
