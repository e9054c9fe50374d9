#pragma once
// `plimsoll.ledger/1`: an account day by day.

#include <string>

#include "margin/ledger.hpp"

namespace plimsoll::json {

std::string encode_ledger(const LedgerReport& report);

}  // namespace plimsoll::json
