#pragma once
#include <vector>

#include "apps/json/writer.hpp"
#include "strategy/comparison.hpp"

namespace plimsoll::json {

/// The member `brokers` of `compare`: key and value. What is null says why under `unanswered`.
void write_brokers(Writer& out, const std::vector<strategy::Broker>& brokers);

}  // namespace plimsoll::json
