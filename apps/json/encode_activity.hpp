#pragma once
// The activity document `plimsoll.activity/1`, as text: what `import` answers of a history.

#include <string>

#include "model/activity.hpp"

namespace plimsoll::json {

/// Reading the text gives the same activity back, but for where its entries stand. Times are New
/// York's with their offset; instruments are in symbol order; what is empty is left out.
std::string encode_activity(const Activity& activity);

}  // namespace plimsoll::json
