#pragma once
// What has been read of one file so far: the one place where rows are counted, sizes are bounded
// and prices become quotes, whatever the broker.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/import.hpp"

namespace plimsoll::io {

/// A row that was understood and holds nothing for the account.
struct PassedOver {
  std::string why;
};
/// What became of a row: read (empty), passed over, or refused (the error).
using RowOutcome = Result<std::optional<PassedOver>>;

inline RowOutcome row_read() { return std::optional<PassedOver>{}; }
inline RowOutcome row_passed_over(std::string why) { return PassedOver{std::move(why)}; }

/// One position as a row states it.
struct HeldRow {
  std::string symbol;  // the project's spelling
  Quantity quantity;
  Holding holding = Holding::unstated;
  std::optional<Decimal> average_cost = {}, price = {};
  std::optional<Description> description = {};  // what the row says the instrument is
  std::string name = {};  // what the broker calls it: "PROSHARES ULTRA S&P500"
};

class Reading {
 public:
  Reading(const Input& file, const ImportOptions& options, std::string recognised);

  /// Counts one row, and keeps its text where it was not read. `line` is where it began.
  void account_for(std::uint32_t line, std::string_view text, RowOutcome outcome);

  /// Adds a position, its price and its description, or nothing of it. Refused: a quantity of zero
  /// or a size beyond model/limits.hpp, a price below zero, a short holding of more than zero, a
  /// symbol no instrument has, an option on an adjusted root with no multiplier stated, a symbol
  /// that stands there with the same holding already.
  Result<void> hold(HeldRow row, std::uint32_t line);

  /// A price of something, held or not. Refused: out of bounds, or not the one known already.
  Result<void> quote(const InstrumentId& id, Decimal price);

  /// What the file says a symbol is. Refused: a second description that differs from the first.
  Result<void> describe(Description description, std::uint32_t line);
  void note(std::string sentence);  // once each

  /// Whose account the file is of: its number as written, which is compared and not shown in
  /// answers (account_id).
  void number(std::string_view text) { imported_.number = text; }
  /// The kind the file states in so many words, or the one it was taken for and why.
  void kind_stated(AccountKind kind);
  void kind_taken(AccountKind kind, std::string why);
  /// What a cash account cannot have: "rows of type Margin".
  void rules_out_cash(std::string what);
  /// Why cash is not known.
  void cash_unknown(std::string why) { imported_.grounds.cash_note = std::move(why); }
  void dated(std::optional<Date> day);  // the file's own date; the first stands

  AccountDraft& account() { return imported_.account; }
  MarketSnapshot& market() { return imported_.market; }
  const std::string& file() const { return name_; }

  /// The whole. Without a date of its own or from the options: no rows, what was refused of them,
  /// and that the date is missing.
  Loaded<Imported> finished() &&;

 private:
  std::string name_;
  std::optional<Date> asked_, own_;
  Imported imported_;
  std::map<std::pair<std::string, Holding>, std::uint32_t> held_;  // where each stands
  std::vector<std::pair<std::uint32_t, Skipped>> skipped_;         // each with its line
  std::vector<std::pair<std::uint32_t, Error>> refused_;
};

/// Whether they say the same of a symbol, wherever they stand.
bool same_description(const Description& one, const Description& other);

/// A file that is refused as a whole: one error, no rows.
Loaded<Imported> refused_file(std::string what, std::string where);

/// Where no account could be chosen: the errors of rows that could not be taken apart, in one of
/// which it may stand, and `why` (an error of `chosen`), unless those rows are all there is.
Loaded<Imported> not_chosen(Error why, std::string_view text, const std::string& file);

/// The one of `accounts` that is meant: the only one, or the one whose number is `wanted` or ends
/// with it. Otherwise an error that lists them.
Result<std::string> chosen(const std::vector<std::string>& accounts, const std::string& wanted,
                           const std::string& file);

/// An account's name in answers: the broker and the last four figures of the number, as answers
/// are shown to more people than account numbers should be. "fidelity-4821".
std::string account_id(std::string_view broker, std::string_view number);

/// What `name` says the account is for; nothing where it names no retirement or savings plan.
bool names_retirement(std::string_view name);

}  // namespace plimsoll::io
