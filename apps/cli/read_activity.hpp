#pragma once
// A file of what happened, an activity document or a broker's history, to what a ledger takes.

#include <expected>
#include <string>
#include <vector>

#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"
#include "io/history.hpp"
#include "margin/answer.hpp"
#include "model/activity.hpp"

namespace plimsoll::cli {

struct ReadActivity {
  Activity activity;
  std::vector<Caveat> caveats;  // what a reader of the answer must know
};

/// A broker's history, with what it was recognised as said on standard error.
struct ReadHistory {
  ReadActivity read;
  std::vector<Error> refused;  // rows that could not be read
};

/// Reads an activity document, or a broker's history by the settings' --broker and --account, of
/// which nothing is used while a row is refused. Of a history the entries up to `opening`, which
/// the account holds already, are left out, with a caveat.
std::expected<ReadActivity, std::vector<Error>> read_activity(const std::string& path,
                                                              const Settings& settings,
                                                              Date opening, Session& session);

/// Reads a broker's history whole.
std::expected<ReadHistory, std::vector<Error>> read_history(const io::Input& file,
                                                            const Settings& settings,
                                                            Session& session);

}  // namespace plimsoll::cli
