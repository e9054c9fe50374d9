#include <algorithm>

#include "io/bonds.hpp"
#include "io/brokers.hpp"
#include "io/dates.hpp"
#include "io/headings.hpp"
#include "io/held.hpp"
#include "io/numbers.hpp"
#include "io/reading.hpp"
#include "io/text.hpp"
#include "io/worth.hpp"

namespace plimsoll::io {
namespace {

enum class Table : std::uint8_t { none, holdings, transactions };

Table table_under(const Headings& headings) {
  if (headings.has("tradedate")) return Table::transactions;
  if (headings.has("investmentname") && headings.has("shares")) return Table::holdings;
  return Table::none;
}

bool is_absent(std::string_view symbol) {
  const std::string word = lower(symbol);
  return word.empty() || word == "null" || word == "--" || word == "n/a";
}

/// The first number with a point in it: a coupon.
std::string_view coupon_in(std::string_view name) {
  constexpr std::string_view figures = "0123456789.";
  for (std::size_t i = name.find_first_of(figures); i < name.size();
       i = name.find_first_of(figures, i)) {
    const std::size_t end = std::min(name.find_first_not_of(figures, i), name.size());
    const std::string_view number = name.substr(i, end - i);
    if (number.size() > 2 && number.find('.') != std::string_view::npos) return number;
    i = end;
  }
  return {};
}

/// A symbol for a bond Vanguard names only in words: "2036-01-15 1.875 TREASURY".
std::string symbol_for(const Description& bond, std::string_view name) {
  const std::string_view coupon = coupon_in(name).substr(0, 8);
  return to_text(*bond.maturity) + " " + std::string{coupon} + (coupon.empty() ? "" : " ") +
         upper(bond.type);
}

class Vanguard {
 public:
  Vanguard(const Input& file, std::string_view text, const ImportOptions& options)
      : text_{text}, options_{options}, reading_{file, options, "Vanguard holdings CSV"} {}

  Loaded<Imported> read() {
    std::vector<std::string> accounts;
    each_row([&](const CsvRow& row) {
      const std::string account{headings_.in(row, {"accountnumber"})};
      if (table_ != Table::holdings || account.empty() || is_footnote(row)) return;
      if (std::ranges::find(accounts, account) == accounts.end()) accounts.push_back(account);
    });
    auto account = chosen(accounts, options_.account, reading_.file());
    if (!account) return not_chosen(std::move(account).error(), text_, reading_.file());
    account_ = *account;
    reading_.number(account_);
    each_row([&](const CsvRow& row) {
      RowOutcome became = outcome(row);
      if (!became) values_.lose();
      reading_.account_for(row.line, row.text, std::move(became));
    });
    finish_account();
    return std::move(reading_).finished();
  }

 private:
  template <class Handle>
  void each_row(Handle handle) {
    CsvReader reader{text_};
    CsvRow row;
    headings_ = {};
    table_ = Table::none;
    while (reader.next(row)) {
      if (row.is_blank()) continue;
      const Headings found{row};
      const Table table = row.wrong == nullptr ? table_under(found) : Table::none;
      if (table != Table::none) {
        headings_ = found;
        table_ = table;
      } else if (table_ == Table::none && row.wrong == nullptr) {
        reading_.dated(day_in(row.text));
      } else {
        handle(row);
      }
    }
  }

  RowOutcome outcome(const CsvRow& row) {
    if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong);
    if (is_footnote(row)) return row_passed_over("a footnote");
    const std::string_view account = headings_.in(row, {"accountnumber"});
    if (account.empty() && !is_total(row)) PLIMSOLL_TRY_VOID(headings_.cover(row));
    if (account != account_ && !(account.empty() && is_total(row)))
      return row_passed_over("of account " + shown(account));
    PLIMSOLL_TRY_VOID(headings_.cover(row));
    // Rows end in the comma the heading ends in, so that a last amount cut short is seen.
    if (row.fields.size() < headings_.names().size())
      return fail(Reason::bad_input,
                  "the row is cut short: it ends before the heading does; export the file again");
    if (table_ == Table::transactions) return transaction(row);
    if (is_total(row)) return total(row);
    return position(row);
  }

  bool is_total(const CsvRow& row) const {
    return is_absent(headings_.in(row, {"symbol"})) && headings_.in(row, {"shares"}).empty() &&
           begins_with(headings_.in(row, {"investmentname"}), "total");
  }

  RowOutcome total(const CsvRow& row) const {
    PLIMSOLL_TRY(printed, amount_in(headings_.in(row, {"totalvalue"})));
    if (printed && values_.is(*printed) == false) return not_the_total(*printed, values_.sum());
    return row_passed_over("a total");
  }

  /// Not a position, but it may say that the account has margin.
  RowOutcome transaction(const CsvRow& row) {
    if (lower(headings_.in(row, {"accounttype"})) == "margin") margin_ = true;
    return row_passed_over("a transaction");
  }

  RowOutcome position(const CsvRow& row) {
    PLIMSOLL_TRY(quantity, quantity_in(headings_.in(row, {"shares"})));
    if (!quantity)
      return fail(Reason::bad_input, "the number of shares is blank; write what is held");
    PLIMSOLL_TRY(price, amount_in(headings_.in(row, {"shareprice"})));
    PLIMSOLL_TRY(value, amount_in(headings_.in(row, {"totalvalue"})));
    NamedHolding named{
        .symbol = std::string{headings_.in(row, {"symbol"})},
        .name = std::string{headings_.in(row, {"investmentname"})},
        .worth = {quantity, price, value, units_rounding_in(headings_.in(row, {"shares"})),
                  rounding_in(headings_.in(row, {"shareprice"})),
                  rounding_in(headings_.in(row, {"totalvalue"}))}};
    PLIMSOLL_TRY_VOID(give_symbol(named));
    if (named.said == SaidKind::bond && !value)
      return fail(Reason::bad_input,
                  "the total value is blank, and nothing else tells in which units this bond is "
                  "counted; write it");
    PLIMSOLL_TRY(held, held_as(named, reading_));
    const bool short_share = held.quantity.is_negative();
    PLIMSOLL_TRY_VOID(reading_.hold(std::move(held), row.line));
    margin_ = margin_ || short_share;
    if (short_share) reading_.rules_out_cash("a position held short");
    values_.add(value);
    return row_read();
  }

  /// Vanguard leaves the symbol of bonds and of its settlement fund blank, or writes "null".
  static Result<void> give_symbol(NamedHolding& named) {
    if (!is_absent(named.symbol)) return {};
    if (const auto bond = bond_in(named.name)) {
      named.symbol = symbol_for(*bond, named.name);
      named.said = SaidKind::bond;
    } else if (holds(named.name, "settlement fund") || holds(named.name, "federal money market")) {
      named.symbol = "VMFXX";
    } else {
      return fail(Reason::bad_input, "\"" + shown(named.name) +
                                         "\" has no symbol; write the one it trades under, or "
                                         "describe it in an account document");
    }
    return {};
  }

  void finish_account() {
    AccountDraft& account = reading_.account();
    account.id = account_id("vanguard", account_);
    if (margin_)
      reading_.kind_taken(AccountKind::margin,
                          "a margin account: a transaction on margin or a short position");
    else
      reading_.kind_taken(AccountKind::cash,
                          "taken for a cash account; Vanguard's file does not say what kind it is "
                          "(--kind does)");
    reading_.cash_unknown(
        "Vanguard's file has no cash besides the settlement fund, which is held as a fund; cash is "
        "unknown until its amount is given (--cash)");
  }

  std::string_view text_;
  const ImportOptions& options_;
  Reading reading_;
  Headings headings_;
  Table table_ = Table::none;
  std::string account_;
  bool margin_ = false;
  ValueSum values_;  // of the account's holdings
};

}  // namespace

Loaded<Imported> read_vanguard(const Input& file, std::string_view text,
                               const ImportOptions& options) {
  return Vanguard{file, text, options}.read();
}

}  // namespace plimsoll::io
