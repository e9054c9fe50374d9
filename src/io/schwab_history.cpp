#include <algorithm>
#include <array>
#include <utility>

#include "io/dates.hpp"
#include "io/headings.hpp"
#include "io/history_brokers.hpp"
#include "io/history_trade.hpp"
#include "io/numbers.hpp"
#include "io/option_shares.hpp"
#include "io/split_ratio.hpp"
#include "io/symbols.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

enum class Kind : std::uint8_t {
  buy,
  sell,
  expired,
  assigned,
  exercised,
  dividend,
  interest,
  fee,
  bank,      // in or out by the sign
  transfer,  // of cash or of securities
  split,
  cancel,
};

struct Action {
  std::string_view word;  // its letters
  Kind kind;
  std::optional<Effect> effect = {};
};

// Seen in public samples and parsers of several people, unless marked.
constexpr std::array actions{
    Action{"buy", Kind::buy},
    Action{"sell", Kind::sell},
    Action{"reinvestshares", Kind::buy},
    Action{"sellshort", Kind::sell, Effect::open},
    Action{"shortsale", Kind::sell, Effect::open},  // recalled
    Action{"buytocover", Kind::buy, Effect::close},
    Action{"buytoopen", Kind::buy, Effect::open},
    Action{"selltoopen", Kind::sell, Effect::open},
    Action{"buytoclose", Kind::buy, Effect::close},
    Action{"selltoclose", Kind::sell, Effect::close},
    Action{"expired", Kind::expired},
    Action{"assigned", Kind::assigned},
    Action{"exchangeorexercise", Kind::exercised},
    Action{"qualifieddividend", Kind::dividend},
    Action{"cashdividend", Kind::dividend},
    Action{"nonqualifieddiv", Kind::dividend},
    Action{"specialdividend", Kind::dividend},
    Action{"specialqualdiv", Kind::dividend},
    Action{"specialnonqualdiv", Kind::dividend},  // recalled
    Action{"pryrcashdiv", Kind::dividend},
    Action{"pryrdivreinvest", Kind::dividend},  // recalled
    Action{"reinvestdividend", Kind::dividend},
    Action{"qualdivreinvest", Kind::dividend},
    Action{"longtermcapgain", Kind::dividend},
    Action{"shorttermcapgain", Kind::dividend},
    Action{"longtermcapgainreinvest", Kind::dividend},
    Action{"shorttermcapgainreinvest", Kind::dividend},
    Action{"returnofcapital", Kind::dividend},  // recalled
    Action{"margininterest", Kind::interest},
    Action{"creditinterest", Kind::interest},
    Action{"bankinterest", Kind::interest},
    Action{"bondinterest", Kind::interest},
    Action{"adrmgmtfee", Kind::fee},
    Action{"servicefee", Kind::fee},
    Action{"foreigntaxpaid", Kind::fee},
    Action{"nrataxadj", Kind::fee},
    Action{"moneylinktransfer", Kind::bank},
    Action{"moneylinkdeposit", Kind::bank},
    Action{"wirefunds", Kind::bank},
    Action{"wiresent", Kind::bank},
    Action{"wirereceived", Kind::bank},
    Action{"wirefundsreceived", Kind::bank},
    Action{"fundsreceived", Kind::bank},
    Action{"journal", Kind::transfer},
    Action{"journaledshares", Kind::transfer},
    Action{"securitytransfer", Kind::transfer},
    Action{"internaltransfer", Kind::transfer},
    Action{"stocksplit", Kind::split},
    Action{"reversesplit", Kind::split},
    Action{"cancelbuy", Kind::cancel},
    Action{"cancelsell", Kind::cancel},
};

/// One row's cells, by meaning.
struct Cells {
  std::string_view action, symbol, description, quantity, price, fees, amount;
  std::optional<Date> posted, happened;  // "08/24/2026 as of 08/21/2026"
};

/// "Individual ...123" from "Transactions  for account Individual ...123 as of 10/15/2026 ...".
std::string account_in_title(std::string_view title) {
  constexpr std::string_view before = "account ";
  const std::size_t at = lower(title).find(before);
  if (at == std::string::npos) return {};
  title.remove_prefix(at + before.size());
  return std::string{trimmed(title.substr(0, title.find(" as of ")))};
}

bool is_title(const CsvRow& row) {
  return row.wrong == nullptr && begins_with(row.at(0), "Transactions ") &&
         holds(row.at(0), "account");
}

class SchwabHistory {
 public:
  SchwabHistory(const Input& file, std::string_view text, const ActivityOptions& options)
      : text_{text},
        options_{options},
        reading_{file, "Schwab transactions CSV", DayOrder::unknown} {}

  Loaded<ImportedActivity> read() {
    each_row([&](const CsvRow& row) { expect_shares(row); });
    if (headings_.names().empty())
      return refused_history({Reason::bad_input,
                              "it has no heading with Date, Action and Amount; export the "
                              "transactions again",
                              reading_.file()});
    if (!account_.empty())
      if (auto account = chosen({account_}, options_.account, reading_.file()); !account)
        return refused_history(std::move(account).error());
    reading_.number(account_);
    each_row([&](const CsvRow& row) {
      RowOutcome became = outcome(row);
      if (!became) values_.lose();
      reading_.rows().account_for(row.line, row.text, std::move(became));
    });
    if (!total_)
      reading_.rows().note(
          "the file does not end in the line \"Transactions Total\", so nothing shows whether it "
          "is whole");
    return std::move(reading_).finished();
  }

 private:
  template <class Handle>
  void each_row(Handle handle) {
    CsvReader reader{text_};
    CsvRow row;
    headings_ = {};
    while (reader.next(row)) {
      if (row.is_blank()) continue;
      const Headings found{row};
      if (row.wrong == nullptr && found.has("date") && found.has("action") && found.has("amount"))
        headings_ = found;
      else if (is_title(row)) account_ = account_in_title(row.at(0));
      else if (!headings_.names().empty()) handle(row);
    }
  }

  Cells cells_of(const CsvRow& row) const {
    Cells cells;
    const auto days = days_in(headings_.in(row, {"date"}));
    if (!days.empty()) cells.posted = days.front();
    if (!days.empty()) cells.happened = days.back();
    cells.action = headings_.in(row, {"action"});
    cells.symbol = headings_.in(row, {"symbol"});
    cells.description = headings_.in(row, {"description"});
    cells.quantity = headings_.in(row, {"quantity"});
    cells.price = headings_.in(row, {"price"});
    cells.fees = headings_.in(row, {"feescomm", "fees"});
    cells.amount = headings_.in(row, {"amount"});
    return cells;
  }

  static const Action* action_of(std::string_view word) {
    const auto found = std::ranges::find(actions, letters(word), &Action::word);
    return found == actions.end() ? nullptr : &*found;
  }

  static std::optional<OptionEndKind> end_kind(Kind kind) {
    if (kind == Kind::assigned) return OptionEndKind::assignment;
    if (kind == Kind::exercised) return OptionEndKind::exercise;
    if (kind == Kind::expired) return OptionEndKind::expiration;
    return {};
  }

  /// The shares of an option that ended come in a row of their own, as a plain purchase or sale.
  void expect_shares(const CsvRow& row) {
    if (row.wrong != nullptr || !headings_.cover(row)) return;
    const Cells cells = cells_of(row);
    const Action* action = action_of(cells.action);
    const auto kind = action == nullptr ? std::nullopt : end_kind(action->kind);
    if (!kind || !cells.happened || !is_option(cells.symbol)) return;
    const auto option = option_in(cells.symbol, cells.description);
    const auto contracts = quantity_in(cells.quantity);
    if (option && contracts && *contracts)
      shares_.expect(*kind, *option, **contracts, *cells.happened);
  }

  RowOutcome outcome(const CsvRow& row) {
    if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong);
    if (begins_with(row.at(0), "Transactions Total")) return total(row);
    const Cells cells = cells_of(row);
    if (!cells.posted && is_footnote(row)) return row_passed_over("a footnote");
    if (!cells.posted) return fail(Reason::bad_input, "the date is no day; write it as MM/DD/YYYY");
    PLIMSOLL_TRY_VOID(headings_.cover(row));
    PLIMSOLL_TRY(amount, bounded_amount(cells.amount, limits::cash_max, "amount"));
    values_.add(amount.value_or(Decimal{}));
    const Action* action = action_of(cells.action);
    if (action == nullptr)
      return fail(Reason::bad_input,
                  "\"" + shown(cells.action) +
                      "\" is no action known here; write what it did as an entry of an activity "
                      "document (plimsoll schema activity), or remove the row if nothing moved");
    return by_kind(*action, cells, amount, row.line);
  }

  RowOutcome by_kind(const Action& action, const Cells& cells, const std::optional<Decimal>& amount,
                     std::uint32_t line) {
    switch (action.kind) {
      case Kind::buy:
      case Kind::sell:
        return trade(action, cells, amount, line);
      case Kind::expired:
      case Kind::assigned:
      case Kind::exercised:
        return option_end(*end_kind(action.kind), cells, line);
      case Kind::dividend:
        return cash(CashKind::dividend, cells, amount, line);
      case Kind::interest:
        return cash(CashKind::interest, cells, amount, line);
      case Kind::fee:
        return cash(CashKind::fee, cells, amount, line);
      case Kind::bank: {
        const bool out = amount && amount->is_negative();
        return cash(out ? CashKind::withdrawal : CashKind::deposit, cells, amount, line);
      }
      case Kind::transfer:
        return transfer(cells, amount, line);
      case Kind::split:
        return split(cells, line);
      case Kind::cancel:
        break;
    }
    return fail(Reason::not_covered, "it cancels another row; remove both");
  }

  RowOutcome add(Date day, Event event, std::uint32_t line) {
    PLIMSOLL_TRY_VOID(reading_.add({.day = day}, std::move(event), line));
    return row_read();
  }

  RowOutcome trade(const Action& action, const Cells& cells, const std::optional<Decimal>& amount,
                   std::uint32_t line) {
    if (cells.symbol.empty())
      return fail(Reason::bad_input, "the symbol is blank; write what was traded");
    const bool sale = action.kind == Kind::sell;
    TradeRow row;
    PLIMSOLL_TRY(quantity, quantity_in(cells.quantity));
    PLIMSOLL_TRY(price, amount_in(cells.price));
    PLIMSOLL_TRY(fees, bounded_amount(cells.fees, limits::cash_max, "fee"));
    if (quantity && !sale && quantity->is_negative())
      return fail(Reason::bad_input, "the action is a purchase and the quantity is below zero");
    row.named = {.symbol = std::string{cells.symbol},
                 .name = std::string{cells.description},
                 .worth = {.quantity = quantity,
                           .price = price,
                           .value = {},
                           .quantity_rounding = units_rounding_in(cells.quantity),
                           .price_rounding = rounding_in(cells.price)}};
    if (quantity && sale) row.named.worth.quantity = -abs(*quantity);
    row.amount = amount;
    row.amount_rounding = rounding_in(cells.amount);
    row.costs = fees.value_or(Decimal{});
    row.effect = action.effect;
    const bool plain = !action.effect && quantity && price && !is_option(cells.symbol);
    if (plain && shares_.claim(share_symbol(cells.symbol), *row.named.worth.quantity, *price,
                               *cells.happened)) {
      if (row.costs.is_zero()) return row_passed_over("shares that the option's own row brings");
      return add(*cells.happened, CashMove{CashKind::fee, -row.costs}, line);
    }
    PLIMSOLL_TRY(made, traded(std::move(row), reading_, line));
    return add(*cells.happened, std::move(made), line);
  }

  RowOutcome cash(CashKind kind, const Cells& cells, const std::optional<Decimal>& amount,
                  std::uint32_t line) {
    if (!amount) return fail(Reason::bad_input, "the amount is blank; write the cash that moved");
    if (amount->is_zero()) return row_passed_over("no cash moved");
    CashMove move{kind, *amount};
    if (kind == CashKind::dividend)
      if (const auto id = instrument_id(share_symbol(cells.symbol))) move.symbol = *id;
    return add(*cells.posted, std::move(move), line);
  }

  RowOutcome transfer(const Cells& cells, const std::optional<Decimal>& amount,
                      std::uint32_t line) {
    PLIMSOLL_TRY(quantity, quantity_in(cells.quantity));
    if (cells.symbol.empty() || !quantity || quantity->is_zero())
      return cash(CashKind::transfer, cells, amount, line);
    if (amount && !amount->is_zero())
      reading_.rows().note(
          "amounts beside securities that were transferred are what they were worth, and no cash");
    const NamedHolding named{.symbol = std::string{cells.symbol},
                             .name = std::string{cells.description},
                             .worth = {.quantity = quantity, .price = {}, .value = {}}};
    if (is_option(named.symbol)) PLIMSOLL_TRY_VOID(option_in(named.symbol, named.name));
    PLIMSOLL_TRY(held, held_as(named, reading_.rows()));
    PLIMSOLL_TRY(symbol, instrument_id(held.symbol));
    if (held.description) {
      held.description->symbol = std::string{symbol.view()};
      PLIMSOLL_TRY_VOID(reading_.rows().describe(*std::move(held.description), line));
    }
    return add(*cells.posted, Delivery{symbol, held.quantity}, line);
  }

  RowOutcome option_end(OptionEndKind kind, const Cells& cells, std::uint32_t line) {
    if (!is_option(cells.symbol))
      return fail(Reason::not_covered,
                  "it is no option that ended; write a \"transfer\" of what went and what came");
    PLIMSOLL_TRY(option, option_in(cells.symbol, cells.description));
    PLIMSOLL_TRY(contracts, quantity_in(cells.quantity));
    if (!contracts || contracts->is_zero())
      return fail(Reason::bad_input, "the quantity is blank or zero; write how many contracts");
    return add(*cells.happened, OptionEnd{kind, osi_id(option), abs(*contracts), {}}, line);
  }

  RowOutcome split(const Cells& cells, std::uint32_t line) {
    const auto ratio = split_ratio(cells.description);
    const auto symbol = instrument_id(share_symbol(cells.symbol));
    if (!ratio || !symbol)
      return fail(Reason::bad_input,
                  "a split whose ratio the row does not state; write {\"kind\": \"split\", "
                  "\"symbol\": ..., \"ratio\": \"4:1\"} in an activity document");
    return add(*cells.happened, Split{*symbol, ratio->new_shares, ratio->old_shares}, line);
  }

  /// Of all amounts in the file.
  RowOutcome total(const CsvRow& row) {
    total_ = true;
    PLIMSOLL_TRY(printed, amount_in(headings_.in(row, {"amount"})));
    if (printed && values_.is(*printed) == false) return not_the_total(*printed, values_.sum());
    return row_passed_over("a total");
  }

  std::string_view text_;
  const ActivityOptions& options_;
  HistoryReading reading_;
  Headings headings_;
  std::string account_;
  OptionShares shares_;
  ValueSum values_;
  bool total_ = false;
};

}  // namespace

Loaded<ImportedActivity> read_schwab_history(const Input& file, std::string_view text,
                                             const ActivityOptions& options) {
  return SchwabHistory{file, text, options}.read();
}

}  // namespace plimsoll::io
