#pragma once
// The activity document `plimsoll.activity/1`, and what an account document says for a ledger.

#include <expected>
#include <string_view>
#include <vector>

#include "apps/json/decode_account.hpp"
#include "base/node.hpp"
#include "margin/ledger.hpp"
#include "model/activity.hpp"

namespace plimsoll::json {

/// What happened, entry by entry. Times become the exchanges' days; sizes are bounded; whether
/// entries are in order and possible is the engine's to say. Every mistake, not the first, with a
/// JSON pointer: "activity.json#/entries/3/price".
std::expected<Activity, std::vector<Error>> decode_activity(const Node& document,
                                                            std::string_view name);

/// `sma` and `margin` of a decoded account.
LedgerTerms ledger_terms(const AccountDocument& document);

}  // namespace plimsoll::json
