#pragma once
// Whether an activity can be walked, and which entries belong to which day.

#include <map>
#include <vector>

#include "model/activity.hpp"

namespace plimsoll::engine {

/// What is wrong with the activity as a list: entries not after the opening day, out of order, the
/// same twice, trades on a day the exchanges were closed. Each with the entry's place.
std::vector<Error> mistakes_in(const Activity& activity, Date opening);

/// Entries by the day of the exchanges they count on: what is dated on a closed day counts on the
/// next open one. In order.
std::map<Date, std::vector<Entry>> by_day(const Activity& activity);

}  // namespace plimsoll::engine
