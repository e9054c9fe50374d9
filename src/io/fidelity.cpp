#include <algorithm>

#include "io/brokers.hpp"
#include "io/dates.hpp"
#include "io/fidelity_balances.hpp"
#include "io/fidelity_core.hpp"
#include "io/headings.hpp"
#include "io/held.hpp"
#include "io/numbers.hpp"
#include "io/reading.hpp"
#include "io/text.hpp"
#include "io/worth.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

bool is_heading(const Headings& headings) {
  return headings.has("symbol") && headings.has("quantity") &&
         (headings.has("currentvalue") || headings.has("lastprice"));
}

/// A total the file prints, compared once everything else is known.
struct Total {
  std::uint32_t line;
  std::string text, account, value;
};

/// One row's cells, by meaning.
struct Cells {
  std::string account, account_name, symbol, description, type;
  std::string_view quantity, price, value, average_cost;
};

class Fidelity {
 public:
  Fidelity(const Input& file, std::string_view text, const ImportOptions& options)
      : text_{text}, options_{options}, reading_{file, options, "Fidelity positions CSV"} {}

  Loaded<Imported> read() {
    auto account = chosen(accounts(), options_.account, reading_.file());
    if (!account) return not_chosen(std::move(account).error(), text_, reading_.file());
    account_ = *account;
    reading_.number(account_);
    each_row([&](const CsvRow& row) { take(row); });
    if (auto known = cash(); !known)
      return refused_file(std::move(known).error().what, std::move(known).error().where);
    check_totals();
    if (options_.as_of && !dated_)
      reading_.note(
          "the file does not end in the line \"Date downloaded\", so nothing shows whether it is "
          "whole");
    name_account();
    return std::move(reading_).finished();
  }

 private:
  /// Calls `handle` with every row under the first heading; what stands above it is the title.
  template <class Handle>
  void each_row(Handle handle) {
    CsvReader reader{text_};
    CsvRow row;
    headings_ = {};
    while (reader.next(row)) {
      if (row.is_blank()) continue;
      const Headings found{row};
      if (row.wrong == nullptr && is_heading(found)) {
        headings_ = found;
      } else if (headings_.names().empty() && row.wrong == nullptr) {
        reading_.dated(day_in_title(row));
      } else {
        handle(row);
      }
    }
  }

  static std::optional<Date> day_in_title(const CsvRow& row) { return day_in(row.text); }

  Cells cells_of(const CsvRow& row) const {
    Cells cells;
    cells.account = headings_.in(row, {"accountnumber", "accountnamenumber", "account"});
    cells.account_name = headings_.in(row, {"accountname", "accountnamenumber"});
    cells.symbol = headings_.in(row, {"symbol"});
    cells.description = headings_.in(row, {"description"});
    cells.type = headings_.in(row, {"type"});
    cells.quantity = headings_.in(row, {"quantity"});
    cells.price = headings_.in(row, {"lastprice"});
    cells.value = headings_.in(row, {"currentvalue"});
    cells.average_cost = headings_.in(row, {"averagecostbasis"});
    return cells;
  }

  std::vector<std::string> accounts() {
    std::vector<std::string> found;
    bool any = false;
    each_row([&](const CsvRow& row) {
      const Cells cells = cells_of(row);
      if (row.wrong != nullptr || cells.symbol.empty()) return;
      any = true;
      if (!cells.account.empty() && std::ranges::find(found, cells.account) == found.end())
        found.push_back(cells.account);
    });
    if (found.empty() && any) found.emplace_back();
    return found;
  }

  RowOutcome outcome(const CsvRow& row) {
    if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong);
    const Cells cells = cells_of(row);
    if (cells.symbol.empty()) return without_symbol(row, cells);
    if (!cells.account.empty() && cells.account != account_)
      return row_passed_over("of account " + shown(cells.account));
    account_name_ = cells.account_name;
    if (begins_with(cells.symbol, "pending")) return pending_activity(row);
    PLIMSOLL_TRY_VOID(headings_.cover(row));
    if (is_core(cells)) return core_cash(cells);
    return position(row, cells);
  }

  void take(const CsvRow& row) {
    const bool total = row.wrong == nullptr && holds(headings_.in(row, {"symbol"}), "total");
    if (total) {
      const Cells cells = cells_of(row);
      totals_.push_back({row.line, std::string{row.text.substr(0, 200)}, cells.account,
                         std::string{cells.value}});
      return;
    }
    RowOutcome became = outcome(row);
    if (!became) values_.lose();
    reading_.account_for(row.line, row.text, std::move(became));
  }

  RowOutcome without_symbol(const CsvRow& row, const Cells& cells) {
    if (begins_with(row.at(0), "date downloaded")) {
      dated_ = true;
      reading_.dated(day_in_title(row));
      return row_read();
    }
    if (begins_with(cells.description, "pending")) return pending_activity(row);
    if (is_footnote(row)) return row_passed_over("a footnote");
    PLIMSOLL_TRY_VOID(headings_.cover(row));
    return fail(Reason::bad_input, "the symbol is blank; write what is held");
  }

  /// The amount stands in a different column in different years: the first one behind the name. The
  /// row may end before the heading does, but not with its amount, which may then be cut short.
  RowOutcome pending_activity(const CsvRow& row) {
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      const std::string_view cell = row.at(i);
      if (cell.find_first_of("$.") == std::string_view::npos || cell == account_) continue;
      const auto amount = amount_in(cell);
      if (!amount || !*amount) continue;
      if (abs(**amount) > limits::cash_max) break;
      if (i + 1 == row.fields.size()) PLIMSOLL_TRY_VOID(headings_.cover(row));
      cash_.pending += **amount;
      return row_read();
    }
    return row_passed_over("pending activity without an amount");
  }

  /// The `**` marks a money-market fund; the core one has no quantity, or is one of the known.
  static bool is_core(const Cells& cells) {
    std::string_view symbol = cells.symbol;
    if (!symbol.ends_with('*')) return begins_with(cells.description, "held in");
    while (symbol.ends_with('*')) symbol.remove_suffix(1);
    return cells.quantity.empty() || begins_with(cells.description, "held in") ||
           is_fidelity_core_fund(trimmed(symbol));
  }

  RowOutcome core_cash(const Cells& cells) {
    PLIMSOLL_TRY(value, amount_in(cells.value));
    if (!value)
      return fail(Reason::bad_input, "the core fund's current value is blank; write its dollars");
    if (abs(*value) > limits::cash_max || abs(cash_.core) > limits::cash_max)
      return fail(Reason::bad_input, "the core fund's current value is too large");
    cash_.core += *value;
    values_.add(value);
    return row_read();
  }

  RowOutcome position(const CsvRow& row, const Cells& cells) {
    PLIMSOLL_TRY(quantity, quantity_in(cells.quantity));
    if (!quantity)
      return fail(Reason::bad_input, "the quantity is blank; write -1 for one short contract");
    PLIMSOLL_TRY(price, amount_in(cells.price));
    PLIMSOLL_TRY(value, amount_in(cells.value));
    PLIMSOLL_TRY(average_cost, quotient_in(cells.average_cost));
    const Worth worth{quantity,
                      price,
                      value,
                      units_rounding_in(cells.quantity),
                      rounding_in(cells.price),
                      rounding_in(cells.value)};
    PLIMSOLL_TRY(held, held_as(named(cells, worth), reading_));
    held.average_cost = average_cost;
    PLIMSOLL_TRY(holding, holding_of(cells.type));
    held.holding = holding;
    PLIMSOLL_TRY_VOID(reading_.hold(std::move(held), row.line));
    if (holding == Holding::margin) reading_.rules_out_cash("rows of type Margin");
    if (holding == Holding::short_sale) reading_.rules_out_cash("rows of type Short");
    if (holding == Holding::margin || holding == Holding::short_sale) margin_ = true;
    values_.add(value);
    if (value && abs(*value) <= limits::cash_max) cash_.holdings += *value;
    else cash_.holdings_known = false;
    return row_read();
  }

  static Result<Holding> holding_of(const std::string& type) {
    const std::string word = lower(type);
    if (word == "margin") return Holding::margin;
    if (word == "cash") return Holding::cash;
    if (word == "short") return Holding::short_sale;
    if (word.empty() || word == "--" || word == "n/a") return Holding::unstated;
    return fail(Reason::bad_input,
                "\"" + shown(type) + "\" is no type; write Cash, Margin or Short");
  }

  /// Fidelity marks options with a leading "-" and money-market funds with "**".
  static NamedHolding named(const Cells& cells, const Worth& worth) {
    std::string_view symbol = trimmed(cells.symbol);
    NamedHolding holding{.symbol = {}, .name = cells.description, .worth = worth};
    if (symbol.starts_with('-')) {
      symbol.remove_prefix(1);
      holding.said = SaidKind::option;
    }
    if (symbol.ends_with('*')) holding.said = SaidKind::money_market;
    while (symbol.ends_with('*')) symbol.remove_suffix(1);
    holding.symbol = symbol;
    return holding;
  }

  Result<void> cash() {
    if (!options_.balances) {
      reading_.cash_unknown(
          "Fidelity's positions do not say what is owed; cash is unknown until the balances file "
          "is given (--balances), or the amount (--cash)");
      return {};
    }
    PLIMSOLL_TRY(balances, read_fidelity_balances(*options_.balances));
    PLIMSOLL_TRY(known, fidelity_cash(balances, cash_, options_.balances->name));
    if (known.amount) reading_.account().cash = std::vector<DraftCash>{{"USD", *known.amount}};
    if (known.amount) reading_.note(std::move(known.note));
    else reading_.cash_unknown(std::move(known.note));
    owed_ = known.amount && known.amount->is_negative();
    if (owed_) reading_.rules_out_cash("a net debit");
    margin_ = margin_ || owed_ || balances.names_margin;
    total_account_value_ = balances.total_account_value;
    return {};
  }

  /// A total may count the core fund, pending activity and what is owed, or not: Fidelity's own
  /// word for it is no more than "total". It has to be one of these.
  void check_totals() {
    for (const Total& total : totals_)
      reading_.account_for(total.line, total.text, outcome_of(total));
  }

  RowOutcome outcome_of(const Total& total) const {
    if (!total.account.empty() && total.account != account_)
      return row_passed_over("of account " + shown(total.account));
    PLIMSOLL_TRY(printed, amount_in(total.value));
    if (!printed || !values_.is(*printed)) return row_passed_over("a total");
    if (total_account_value_ == *printed) return row_passed_over("a total");
    for (const Decimal part : {Decimal{}, -cash_.core, cash_.pending, cash_.pending - cash_.core})
      if (*values_.is(*printed - part)) return row_passed_over("a total");
    // What is owed lowers a total, and only the balances file knows it.
    if (margin_ && !options_.balances && *printed < values_.sum())
      return row_passed_over("a total, which may be less of what is owed");
    return not_the_total(*printed, values_.sum());
  }

  void name_account() {
    AccountDraft& account = reading_.account();
    account.id = account_id("fidelity", account_);
    // An IRA's "Margin" rows are limited margin: unsettled money, nothing borrowed.
    if (names_retirement(account_name_) && !owed_) {
      reading_.kind_taken(AccountKind::retirement, "a retirement account, by its name");
    } else if (margin_) {
      reading_.kind_taken(AccountKind::margin,
                          "a margin account: the file shows margin, short or owed amounts");
    } else {
      reading_.kind_taken(AccountKind::cash, "a cash account: nothing in the file is on margin");
    }
  }

  std::string_view text_;
  const ImportOptions& options_;
  Reading reading_;
  Headings headings_;
  std::string account_, account_name_;
  FidelityCashRows cash_;
  bool margin_ = false, owed_ = false, dated_ = false;
  ValueSum values_;  // of the account's rows, pending activity apart
  std::vector<Total> totals_;
  std::optional<Decimal> total_account_value_;
};

}  // namespace

Loaded<Imported> read_fidelity(const Input& file, std::string_view text,
                               const ImportOptions& options) {
  return Fidelity{file, text, options}.read();
}

}  // namespace plimsoll::io
