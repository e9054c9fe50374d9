#include <algorithm>
#include <array>

#include "io/brokers.hpp"
#include "io/dates.hpp"
#include "io/headings.hpp"
#include "io/held.hpp"
#include "io/numbers.hpp"
#include "io/reading.hpp"
#include "io/symbols.hpp"
#include "io/text.hpp"
#include "io/worth.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

bool is_heading(const Headings& headings) {
  return headings.has("symbol") && headings.find({"qtyquantity", "quantity", "qty"}) &&
         headings.find({"mktvalmarketvalue", "marketvalue", "mktval"});
}

/// "Individual ...123" from "Positions for account Individual ...123 as of 12:33 PM ET, ...".
std::string account_in_title(std::string_view title) {
  constexpr std::string_view before = "Positions for account ";
  if (!begins_with(title, before)) return {};
  title.remove_prefix(before.size());
  return std::string{trimmed(title.substr(0, title.find(" as of ")))};
}

/// The figures at the end of "Individual ...123" or "Brokerage XXXX-1234".
std::string number_in(std::string_view account) {
  const std::size_t last = account.find_last_of(" .-");
  return std::string{last == std::string_view::npos ? account : account.substr(last + 1)};
}

SaidKind said_kind(std::string_view word) {
  if (holds(word, "option")) return SaidKind::option;
  if (holds(word, "fixed income") || holds(word, "bond")) return SaidKind::bond;
  if (holds(word, "mutual fund")) return SaidKind::mutual_fund;
  if (holds(word, "money market")) return SaidKind::money_market;
  if (word.empty() || word == "--") return SaidKind::nothing;
  return SaidKind::share;
}

class Schwab {
 public:
  Schwab(const Input& file, std::string_view text, const ImportOptions& options)
      : text_{text}, options_{options}, reading_{file, options, "Schwab positions CSV"} {}

  Loaded<Imported> read() {
    std::vector<std::string> accounts;
    each_row(
        [&](const CsvRow&) {
          if (std::ranges::find(accounts, section_) == accounts.end()) accounts.push_back(section_);
        },
        [](std::uint32_t, std::string_view) {});
    auto account = chosen(accounts, options_.account, reading_.file());
    if (!account) return not_chosen(std::move(account).error(), text_, reading_.file());
    account_ = *account;
    reading_.number(number_in(account_));
    each_row([&](const CsvRow& row) { take(row); },
             [&](std::uint32_t line, std::string_view alone) {
               reading_.account_for(line, alone, outcome_alone(alone));
             });
    finish_account();
    return std::move(reading_).finished();
  }

 private:
  /// Calls `handle` with every row below a heading, `section_` naming its account, and `footnote`
  /// with lines that stand alone. A lone line names an account only where a heading follows it.
  template <class Handle, class Footnote>
  void each_row(Handle handle, Footnote footnote) {
    CsvReader reader{text_};
    CsvRow row;
    headings_ = {};
    section_.clear();
    std::string lone;
    std::uint32_t lone_line = 0;
    const auto let_go = [&] {
      if (!lone.empty()) footnote(lone_line, lone);
      lone.clear();
    };
    while (reader.next(row)) {
      if (row.is_blank()) continue;
      const Headings found{row};
      if (row.wrong == nullptr && begins_with(row.at(0), "Positions for ")) {
        reading_.dated(day_in(row.text));
        section_ = account_in_title(row.text.substr(row.text.starts_with('"') ? 1 : 0));
      } else if (row.wrong == nullptr && is_heading(found)) {
        headings_ = found;
        if (!lone.empty()) section_ = lone;
        lone.clear();
      } else if (stands_alone(row)) {
        let_go();
        lone = row.at(0);
        lone_line = row.line;
      } else {
        let_go();
        handle(row);
      }
    }
    let_go();
  }

  static bool stands_alone(const CsvRow& row) {
    if (row.wrong != nullptr || row.at(0).empty()) return false;
    return std::ranges::count_if(
               row.fields, [](std::string_view field) { return !trimmed(field).empty(); }) == 1;
  }

  /// A lone sentence is a footnote; a symbol is what a row cut short leaves, and some have blanks.
  static RowOutcome outcome_alone(std::string_view alone) {
    const bool symbol = alone.find(' ') == std::string_view::npos || is_option_phrase(alone) ||
                        is_total(alone) || is_cash(alone);
    if (!symbol) return row_passed_over("a footnote");
    return fail(Reason::bad_input, "the row is cut short; export the file again");
  }

  static bool is_total(std::string_view symbol) {
    return begins_with(symbol, "account total") || begins_with(symbol, "positions total") ||
           lower(symbol) == "total";
  }
  static bool is_cash(std::string_view symbol) {
    return begins_with(symbol, "cash & cash") || begins_with(symbol, "cash and cash");
  }

  void take(const CsvRow& row) {
    RowOutcome became = outcome(row);
    if (!became) values_.lose();
    reading_.account_for(row.line, row.text, std::move(became));
  }

  RowOutcome outcome(const CsvRow& row) {
    if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong);
    if (headings_.names().empty())
      return fail(Reason::bad_input, "a row above the heading; is the top of the file missing?");
    if (section_ != account_) return row_passed_over("of account " + shown(section_));
    PLIMSOLL_TRY_VOID(headings_.cover(row));
    const std::string_view symbol = headings_.in(row, {"symbol"});
    if (symbol.empty()) return fail(Reason::bad_input, "the symbol is blank; write what is held");
    if (is_total(symbol)) return total(value_cell(row));
    const auto value = amount_in(value_cell(row));
    if (is_cash(symbol)) return cash(value);
    return position(row, symbol, value);
  }

  std::string_view quantity_cell(const CsvRow& row) const {
    return headings_.in(row, {"qtyquantity", "quantity", "qty"});
  }
  std::string_view value_cell(const CsvRow& row) const {
    return headings_.in(row, {"mktvalmarketvalue", "marketvalue", "mktval"});
  }

  /// Of positions and cash.
  RowOutcome total(std::string_view cell) {
    PLIMSOLL_TRY(printed, amount_in(cell));
    if (!printed) return row_passed_over("a total");
    total_ = true;
    if (values_.is(*printed) == false) return not_the_total(*printed, values_.sum());
    return row_passed_over("a total");
  }

  RowOutcome cash(const Result<std::optional<Decimal>>& value) {
    if (!value) return std::unexpected{value.error()};
    if (!*value) return fail(Reason::bad_input, "the cash is blank; write its dollars");
    if (abs(**value) > limits::cash_max)
      return fail(Reason::bad_input, "the cash is too large; is it a typing error?");
    cash_ = cash_.value_or(Decimal{}) + **value;
    values_.add(*value);
    return row_read();
  }

  RowOutcome position(const CsvRow& row, std::string_view symbol,
                      const Result<std::optional<Decimal>>& value) {
    if (!value) return std::unexpected{value.error()};
    PLIMSOLL_TRY(quantity, quantity_in(quantity_cell(row)));
    if (!quantity)
      return fail(Reason::bad_input, "the quantity is blank; write -1 for one short contract");
    PLIMSOLL_TRY(price, amount_in(headings_.in(row, {"price"})));
    PLIMSOLL_TRY(cost, amount_in(headings_.in(row, {"costbasis"})));
    PLIMSOLL_TRY(share_cost, quotient_in(headings_.in(row, {"costshare", "costpershare"})));
    const NamedHolding named{
        .symbol = std::string{symbol},
        .name = std::string{headings_.in(row, {"description"})},
        .said = said_kind(headings_.in(row, {"securitytype", "assettype"})),
        .worth = {quantity, price, *value, units_rounding_in(quantity_cell(row)),
                  rounding_in(headings_.in(row, {"price"})), rounding_in(value_cell(row))},
        .cost_basis_total = cost};
    PLIMSOLL_TRY(held, held_as(named, reading_));
    if (share_cost) held.average_cost = share_cost;
    const bool short_share = held.quantity.is_negative() && named.said != SaidKind::option;
    PLIMSOLL_TRY_VOID(reading_.hold(std::move(held), row.line));
    short_shares_ = short_shares_ || short_share;
    if (short_share) reading_.rules_out_cash("shares held short");
    values_.add(*value);
    return row_read();
  }

  void finish_account() {
    AccountDraft& account = reading_.account();
    account.id = account_id("schwab", number_in(account_));
    if (cash_) account.cash = std::vector<DraftCash>{{"USD", *cash_}};
    else
      reading_.cash_unknown(
          "the file has no row for cash, so cash is unknown until its amount is given (--cash)");
    if (!total_)
      reading_.note("the file has no total of the account, so nothing shows whether it is whole");
    const bool owed = cash_ && cash_->is_negative();
    if (owed) reading_.rules_out_cash("a debit");
    if (names_retirement(account_)) {
      reading_.kind_taken(AccountKind::retirement, "a retirement account, by its name");
    } else if (owed || short_shares_ || holds(account_, "margin")) {
      reading_.kind_taken(AccountKind::margin,
                          "a margin account: cash is owed, shares are short, or its name says so");
    } else {
      reading_.kind_taken(AccountKind::cash,
                          "taken for a cash account: nothing is owed and no share is short; "
                          "Schwab's file does not say whether it has margin (--kind does)");
    }
  }

  std::string_view text_;
  const ImportOptions& options_;
  Reading reading_;
  Headings headings_;
  std::string section_, account_;
  std::optional<Decimal> cash_;
  bool short_shares_ = false, total_ = false;
  ValueSum values_;  // of the account's rows
};

}  // namespace

Loaded<Imported> read_schwab(const Input& file, std::string_view text,
                             const ImportOptions& options) {
  return Schwab{file, text, options}.read();
}

}  // namespace plimsoll::io
