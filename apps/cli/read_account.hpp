#pragma once
// A file of either kind, an account document or a broker's export, to what the engine takes.

#include <expected>
#include <string>
#include <vector>

#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"
#include "apps/json/decode_account.hpp"
#include "margin/answer.hpp"

namespace plimsoll::cli {

struct ReadAccount {
  json::AccountDocument document;
  std::vector<Error> refused;        // positions that could not be read
  std::vector<Caveat> caveats;       // what a reader of the answer must know, its notes among them
  std::vector<std::string> remarks;  // about the files: recognised, rows read and skipped
  std::string cash_advice;           // where the cash may be given, should that be unknown
};

/// Reads the settings' operand ("-": standard input) with its --market and --balances, on the day
/// of --as-of where that is given. Text that begins with a brace is an account document, as
/// is any file called *.json without --broker; anything else is a broker's. Several operands are
/// broker's files of one account.
std::expected<ReadAccount, std::vector<Error>> read_account(const Settings& settings,
                                                            Session& session);

}  // namespace plimsoll::cli
