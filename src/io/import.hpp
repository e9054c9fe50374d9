#pragma once
// A broker's file to an account draft and the prices it carries. Every row is accounted for: read,
// skipped with a reason, or refused with its line. Nothing is guessed that a margin would stand on.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "market/snapshot.hpp"
#include "model/draft.hpp"

namespace plimsoll::io {

/// A file's bytes. `name` appears in messages and is never opened.
struct Input {
  std::string name;
  std::string bytes;
};

/// A row that holds nothing for an account: a total, a footnote, another account's position.
struct Skipped {
  std::string where;  // "positions.csv:12"
  std::string text;   // its beginning, as written
  std::string why;
};

/// What one file held. Rows are records that are neither blank nor a heading (column names, the
/// file's title); always rows_read + skipped.size() + rows_refused == rows_total.
struct Imported {
  AccountDraft account;    // cash is empty where the file cannot know it
  MarketSnapshot market;   // the file's own prices, each in its instrument's currency
  std::string recognised;  // "Fidelity positions CSV"
  std::size_t rows_total = 0, rows_read = 0, rows_refused = 0;
  std::vector<Skipped> skipped;
  std::vector<std::string> notes;  // readings a user should know of: one sentence each
};

struct ImportOptions {
  std::string broker;             // a name in `brokers()`; empty: told from the content
  std::string account;            // which of several: its number, or the end of it
  std::optional<Input> balances;  // Fidelity: the balances file, where the debit stands
  std::optional<Date> as_of;      // wins over the file's own date
};

/// The names `ImportOptions::broker` may have: "fidelity", "ibkr-activity", "ibkr-flex",
/// "plimsoll", "schwab", "vanguard".
std::vector<std::string> brokers();

/// Reads any known format. A row that cannot be understood is refused with file and line, and the
/// rest is still read: whoever asks decides whether a partial account is of use. A file that is no
/// known format, holds several accounts with none chosen, or has no date is refused as a whole:
/// one error, no rows.
Loaded<Imported> import_file(const Input& file, const ImportOptions& options);

}  // namespace plimsoll::io
