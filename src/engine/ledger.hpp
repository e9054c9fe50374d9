#pragma once
// An account walked through its days.

#include <expected>
#include <vector>

#include "margin/ledger.hpp"
#include "market/resolve.hpp"
#include "model/activity.hpp"
#include "rules/house.hpp"

namespace plimsoll::engine {

struct LedgerRequest {
  AccountDraft account;   // the opening state, at the close of its day
  MarketSnapshot market;  // of that day
  Activity activity;
  LedgerTerms terms;
  House house = {};                // whose requirement stands beside the rule's; null: none
  std::optional<Date> rules = {};  // one rulebook for all days; otherwise each day's own
  std::optional<Date> until = {};  // last day walked; otherwise that of the last entry
  Strictness strictness = Strictness::lenient;
  std::vector<Error> refused = {};   // what the readers already refused
  std::vector<Caveat> caveats = {};  // what they found worth saying
};

/// Every day the exchanges were open, from the one after the account's. Prices stand until the next
/// mark or trade. Errors (all that can be known before walking; then the first met on the way)
/// where the account is refused, entries are out of order, twice, on the opening day or before it,
/// trades are on a day the exchanges are closed, or a day cannot be reckoned.
std::expected<LedgerReport, std::vector<Error>> ledger(const LedgerRequest& request,
                                                       const SecurityList& lists);

}  // namespace plimsoll::engine
