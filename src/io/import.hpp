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

/// How a file came to its kind of account and its cash, for whoever knows better (said.hpp).
struct Grounds {
  std::optional<AccountKind> kind_stated;  // in so many words, so that nothing else may be said
  std::string not_cash;   // what a cash account cannot have: "rows of type Margin"; else empty
  std::string kind_note;  // why the kind was taken, where the file does not state it
  std::string cash_note;  // why cash is unknown; empty where it is known
};

/// What one file held. Rows are records that are neither blank nor a heading (column names, the
/// file's title); always rows_read + skipped.size() + rows_refused == rows_total. A file without
/// positions (balances) counts none.
struct FileRows {
  std::string name, recognised;
  std::size_t rows_total = 0, rows_read = 0, rows_refused = 0;
  std::vector<Skipped> skipped;
};

/// One account, of one file or of several; the counts are those of all of them together.
struct Imported {
  AccountDraft account;    // cash is empty where the file cannot know it
  MarketSnapshot market;   // the file's own prices, each in its instrument's currency
  std::string recognised;  // "Fidelity positions CSV"
  std::size_t rows_total = 0, rows_read = 0, rows_refused = 0;
  std::vector<Skipped> skipped;
  std::vector<std::string> notes;  // readings a user should know of: one sentence each
  std::string number;              // the account's, as its file writes it; empty where it does not
  Grounds grounds;
  std::vector<FileRows> files;  // in the order given
};

struct ImportOptions {
  std::string broker;               // a name in `brokers()`; empty: told from the content
  std::string account;              // which of several: its number, or the end of it
  std::optional<Input> balances;    // Fidelity: the balances file, where the debit stands
  std::optional<Date> as_of;        // wins over the file's own date
  std::optional<AccountKind> kind;  // what the file does not state
  std::optional<Decimal> cash;      // in the account's currency, likewise; below zero: owed
};

/// The names `ImportOptions::broker` may have: "fidelity", "ibkr-activity", "ibkr-flex",
/// "plimsoll", "schwab", "vanguard".
std::vector<std::string> brokers();

/// Reads any known format. A row that cannot be understood is refused with file and line, and the
/// rest is still read: whoever asks decides whether a partial account is of use. A file that is no
/// known format, holds several accounts with none chosen, or has no date is refused as a whole: no
/// rows, and what is wrong. So is what the options say against the file: a kind or cash it states,
/// balances beside a file that is not Fidelity's.
Loaded<Imported> import_file(const Input& file, const ImportOptions& options);

/// Reads several exports of one account: its positions in parts, in any of the formats, and among
/// them its Fidelity balances, in any order. Positions are put together in the order given. Refused
/// as a whole: files of different accounts, days or currencies, cash or a kind stated differently,
/// a price or a description that differs, a position that stands in two of them, two balances
/// files, or one beside several files of positions, whose values it could not be checked against.
Loaded<Imported> import_files(const std::vector<Input>& files, ImportOptions options);

}  // namespace plimsoll::io
