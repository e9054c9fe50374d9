#pragma once
// A broker's history to an activity: what happened in an account, entry by entry. Every row is
// accounted for: read, skipped with a reason, or refused with its line. What an action means is
// taken from a closed list (fidelity_actions.hpp, schwab_history.cpp, ibkr_moves.cpp); one that is
// not on it is refused and never guessed.

#include <string>
#include <vector>

#include "io/import.hpp"
#include "model/activity.hpp"

namespace plimsoll::io {

/// One account's history, of one file.
struct ImportedActivity {
  Activity activity;  // in time order
  FileRows rows;
  std::vector<std::string> notes;  // readings a user should know of: one sentence each
  std::string number;              // the account's, as the file writes it; empty where it does not
};

struct ActivityOptions {
  std::string broker;   // a name in `history_brokers()`; empty: told from the content
  std::string account;  // which of several: its number, or the end of it
};

/// "fidelity", "ibkr-activity", "ibkr-flex", "schwab".
std::vector<std::string> history_brokers();

/// Reads any known history. Nothing that moved cash or securities is counted twice: a reinvestment
/// is a purchase beside its dividend, the core fund is cash, and shares that came of an option are
/// brought by its exercise or assignment, so the broker's own row of them is skipped. Files that
/// know only days say `DayOrder::unknown`, and a day's entries then stand in an order in which they
/// can have happened. A file that is no known history, or holds several accounts with none chosen,
/// is refused as a whole: no rows, and what is wrong.
Loaded<ImportedActivity> import_activity(const Input& file, const ActivityOptions& options);

/// Whether the file is a history and nothing else: what `import` writes an activity of. A statement
/// that holds positions too is an account first.
bool is_history(const Input& file);

}  // namespace plimsoll::io
