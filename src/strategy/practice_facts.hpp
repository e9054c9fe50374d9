#pragma once
// What the other answers know of an account, as the practices ask for it.

#include "market/rate_schedule.hpp"
#include "strategy/buffer.hpp"
#include "strategy/carry.hpp"
#include "strategy/distance.hpp"
#include "strategy/practices.hpp"
#include "strategy/size.hpp"
#include "strategy/time_to_call.hpp"

namespace plimsoll::strategy {

/// Null: not answered.
struct PracticeSources {
  const Carry* carry = nullptr;
  const Buffer* buffer = nullptr;
  const Distance* distance = nullptr;
  const TimeToCall* time_to_call = nullptr;
  const Size* size = nullptr;
  const RateSchedule* schedule = nullptr;
  Date as_of = {};
};

/// A fact of an answer that is not there is not known.
PracticeFacts practice_facts(const PracticeSources& sources);

}  // namespace plimsoll::strategy
