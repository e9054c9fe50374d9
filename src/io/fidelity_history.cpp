#include <algorithm>
#include <set>
#include <utility>

#include "io/dates.hpp"
#include "io/fidelity_actions.hpp"
#include "io/fidelity_core.hpp"
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

constexpr std::string_view unknown_action =
    "is no action known here; write what it did as an entry of an activity document (plimsoll "
    "schema activity), or remove the row if nothing moved";

/// One row's cells, by meaning.
struct Cells {
  std::string account;
  std::string_view action, symbol, description, price, quantity, commission, fees, accrued, amount,
      currency;
  std::optional<Date> run;
  std::optional<Date> as_of;  // named in the action: when it happened, where it was posted later

  Date happened() const { return as_of.value_or(*run); }
};

/// "as of Nov-20-2025", "AS OF 02-20-26".
std::optional<Date> as_of_in(std::string_view action) {
  constexpr std::string_view before = " as of ";
  constexpr std::size_t date_length = 12;
  const std::size_t at = lower(action).find(before);
  if (at == std::string::npos) return {};
  return day_in(action.substr(at + before.size(), date_length));
}

/// The number in "History_for_Account_X12345678.csv" and "... (1).csv".
std::string number_in(std::string_view file) {
  constexpr std::string_view before = "History_for_Account_";
  if (!begins_with(file, before)) return {};
  file.remove_prefix(before.size());
  return std::string{file.substr(0, file.find_first_of(" .("))};
}

std::string_view without_marks(std::string_view symbol) {
  symbol = trimmed(symbol);
  if (symbol.starts_with('-')) symbol.remove_prefix(1);
  while (symbol.ends_with('*')) symbol.remove_suffix(1);
  return trimmed(symbol);
}

class FidelityHistory {
 public:
  FidelityHistory(const Input& file, std::string_view text, const ActivityOptions& options)
      : text_{text}, options_{options}, reading_{file, "Fidelity history CSV", DayOrder::unknown} {}

  Loaded<ImportedActivity> read() {
    auto account = chosen_account();
    if (!account) return refused_history(std::move(account).error());
    account_ = *account;
    reading_.number(account_);
    if (auto looked = look(); !looked) return refused_history(std::move(looked).error());
    each_row(
        [&](const CsvRow& row) { reading_.rows().account_for(row.line, row.text, outcome(row)); });
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
      if (row.wrong == nullptr && found.has("rundate") && found.has("action")) headings_ = found;
      else if (!headings_.names().empty()) handle(row);
    }
  }

  Cells cells_of(const CsvRow& row) const {
    Cells cells;
    cells.account = headings_.in(row, {"accountnumber", "account"});
    cells.run = day_in(headings_.in(row, {"rundate"}));
    cells.action = headings_.in(row, {"action"});
    cells.as_of = as_of_in(cells.action);
    cells.symbol = headings_.in(row, {"symbol"});
    cells.description = headings_.in(row, {"description", "securitydescription"});
    cells.price = headings_.in(row, {"price"});
    cells.quantity = headings_.in(row, {"quantity"});
    cells.commission = headings_.in(row, {"commission"});
    cells.fees = headings_.in(row, {"fees"});
    cells.accrued = headings_.in(row, {"accruedinterest"});
    cells.amount = headings_.in(row, {"amount"});
    cells.currency = headings_.in(row, {"currency"});
    return cells;
  }

  /// Where neither rows nor the file's name say whose it is, it is whose the user says.
  Result<std::string> chosen_account() {
    std::vector<std::string> found;
    bool any = false;
    each_row([&](const CsvRow& row) {
      any = true;
      const Cells cells = cells_of(row);
      if (row.wrong == nullptr && cells.run && !cells.account.empty() &&
          std::ranges::find(found, cells.account) == found.end())
        found.push_back(cells.account);
    });
    if (headings_.names().empty())
      return fail(Reason::bad_input,
                  "it has no heading with Run Date and Action; export the history again",
                  reading_.file());
    if (found.empty() && !any) return std::string{};  // a heading alone: nothing happened
    if (!found.empty()) return chosen(found, options_.account, reading_.file());
    const std::string own = number_in(reading_.file());
    if (own.empty()) return std::string{};
    return chosen({own}, options_.account, reading_.file());
  }

  bool is_of_another(const Cells& cells) const {
    return !cells.account.empty() && cells.account != account_;
  }

  bool is_core(std::string_view symbol) const {
    const std::string plain = upper(without_marks(symbol));
    return is_fidelity_core_fund(plain) || core_.contains(plain);
  }

  /// What has to be known before any row is read: which fund is the core, which options ended.
  Result<void> look() {
    Result<void> whole;
    each_row([&](const CsvRow& row) {
      const Cells cells = cells_of(row);
      if (row.wrong != nullptr || is_of_another(cells)) return;
      if (fidelity_meaning(cells.action).action == FidelityAction::core_account &&
          !cells.symbol.empty())
        core_.insert(upper(without_marks(cells.symbol)));
    });
    each_row([&](const CsvRow& row) {
      const Cells cells = cells_of(row);
      if (row.wrong != nullptr || is_of_another(cells)) return;
      if (auto upright = price_under_its_name(cells, row.line); !upright && whole)
        whole = std::unexpected{upright.error()};
      if (const auto end = option_end(cells, row))
        shares_.expect(end->event.kind, end->option, end->event.contracts, cells.happened());
    });
    return whole;
  }

  /// Some exports have Price and Quantity under each other's names. A core fund costs one dollar,
  /// and nothing costs less than none.
  Result<void> price_under_its_name(const Cells& cells, std::uint32_t line) const {
    const auto price = amount_in(cells.price), quantity = amount_in(cells.quantity);
    if (!price || !*price || !quantity || !*quantity) return {};
    const FidelityAction action = fidelity_meaning(cells.action).action;
    const bool trade = action == FidelityAction::bought || action == FidelityAction::sold ||
                       action == FidelityAction::reinvested;
    const bool dear_core = is_core(cells.symbol) && **price != 1_d && **quantity == 1_d;
    if (!trade || (!dear_core && !price.value()->is_negative())) return {};
    return fail(Reason::bad_input,
                "the columns Price and Quantity stand under each other's headings, as in some of "
                "Fidelity's exports; exchange the two names in the heading",
                place(reading_.file(), line));
  }

  struct End {
    OptionEnd event;
    OsiSymbol option;
  };

  /// Nothing where the row is no such end, or cannot be read as one.
  std::optional<End> option_end(const Cells& cells, const CsvRow& row) const {
    const auto kind = end_kind(fidelity_meaning(cells.action).action);
    if (!kind || !cells.run || !is_option(cells.symbol) || !headings_.cover(row)) return {};
    const auto end = end_of(*kind, cells);
    return end ? std::optional{*end} : std::nullopt;
  }

  static std::optional<OptionEndKind> end_kind(FidelityAction action) {
    if (action == FidelityAction::assigned) return OptionEndKind::assignment;
    if (action == FidelityAction::exercised) return OptionEndKind::exercise;
    if (action == FidelityAction::expired) return OptionEndKind::expiration;
    return {};
  }

  static Result<End> end_of(OptionEndKind kind, const Cells& cells) {
    PLIMSOLL_TRY(option, option_in(cells.symbol, cells.description));
    PLIMSOLL_TRY(contracts, quantity_in(cells.quantity));
    if (!contracts || contracts->is_zero())
      return fail(Reason::bad_input, "the quantity is blank or zero; write how many contracts");
    return End{{kind, osi_id(option), abs(*contracts), {}}, option};
  }

  RowOutcome outcome(const CsvRow& row) {
    if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong);
    const Cells cells = cells_of(row);
    if (is_footnote(row)) return row_passed_over("a footnote");
    if (!cells.run)
      return fail(Reason::bad_input, "the run date is no day; write it as MM/DD/YYYY");
    if (is_of_another(cells)) return row_passed_over("of account " + shown(cells.account));
    PLIMSOLL_TRY_VOID(headings_.cover(row));
    if (!cells.currency.empty() && upper(cells.currency) != "USD")
      return fail(Reason::not_covered,
                  "the row is in " + shown(cells.currency) +
                      "; write it as an entry of an activity document, with its currency");
    return by_action(cells, row.line);
  }

  RowOutcome by_action(const Cells& cells, std::uint32_t line) {
    const FidelityMeaning meaning = fidelity_meaning(cells.action);
    switch (meaning.action) {
      case FidelityAction::option_shares:
        return option_shares(cells, line);
      case FidelityAction::bought:
      case FidelityAction::sold:
      case FidelityAction::reinvested:
        return trade(meaning.action, cells, line);
      case FidelityAction::dividend:
        return cash(CashKind::dividend, cells, line);
      case FidelityAction::interest:
        return cash(CashKind::interest, cells, line);
      case FidelityAction::fee:
        return cash(CashKind::fee, cells, line);
      case FidelityAction::deposit:
        return cash(CashKind::deposit, cells, line);
      case FidelityAction::withdrawal:
        return cash(CashKind::withdrawal, cells, line);
      case FidelityAction::transfer:
        return transfer(cells, line);
      case FidelityAction::within_account:
        return row_passed_over("between the cash and the margin side of the account");
      case FidelityAction::core_account:
        return row_passed_over("the core fund, which is cash");
      case FidelityAction::assigned:
      case FidelityAction::exercised:
      case FidelityAction::expired:
        return option_end(*end_kind(meaning.action), cells, line);
      case FidelityAction::split:
        return split(cells, line);
      case FidelityAction::redeemed:
        return redeemed(cells, line);
      case FidelityAction::not_booked:
        return fail(Reason::not_covered, "\"" + shown(cells.action) + "\" is not booked; " +
                                             std::string{meaning.instead});
      case FidelityAction::unknown:
        break;
    }
    return fail(Reason::bad_input,
                "\"" + shown(cells.action) + "\" " + std::string{unknown_action});
  }

  RowOutcome add(Date day, Event event, std::uint32_t line) {
    PLIMSOLL_TRY_VOID(reading_.add({.day = day}, std::move(event), line));
    return row_read();
  }

  /// Commission and fees.
  static Result<Decimal> costs_of(const Cells& cells) {
    PLIMSOLL_TRY(commission, bounded_amount(cells.commission, limits::cash_max, "commission"));
    PLIMSOLL_TRY(fees, bounded_amount(cells.fees, limits::cash_max, "fee"));
    return commission.value_or(Decimal{}) + fees.value_or(Decimal{});
  }

  static Result<TradeRow> trade_row(const Cells& cells) {
    TradeRow row;
    PLIMSOLL_TRY(quantity, quantity_in(cells.quantity));
    PLIMSOLL_TRY(price, amount_in(cells.price));
    PLIMSOLL_TRY(amount, bounded_amount(cells.amount, limits::cash_max, "amount"));
    PLIMSOLL_TRY(accrued, bounded_amount(cells.accrued, limits::cash_max, "interest"));
    PLIMSOLL_TRY(costs, costs_of(cells));
    row.named.symbol = without_marks(cells.symbol);
    row.named.name = cells.description;
    row.named.worth.quantity = quantity;
    row.named.worth.price = price;
    row.named.worth.quantity_rounding = units_rounding_in(cells.quantity);
    row.named.worth.price_rounding = rounding_in(cells.price);
    row.amount = amount;
    row.amount_rounding = rounding_in(cells.amount);
    row.costs = costs;
    row.accrued = accrued.value_or(Decimal{});
    return row;
  }

  RowOutcome trade(FidelityAction action, const Cells& cells, std::uint32_t line) {
    if (is_core(cells.symbol)) return row_passed_over("the core fund, which is cash");
    if (cells.symbol.empty())
      return fail(Reason::bad_input, "the symbol is blank; write what was traded");
    PLIMSOLL_TRY(row, trade_row(cells));
    const bool sale = action == FidelityAction::sold;
    if (row.named.worth.quantity && row.named.worth.quantity->is_negative() != sale)
      return fail(Reason::bad_input, "the action is a " + std::string{sale ? "sale" : "purchase"} +
                                         " and the quantity is " +
                                         to_text(*row.named.worth.quantity) +
                                         "; one of them is wrong, export the file again");
    const FidelityEffect effect = fidelity_effect(cells.action);
    if (effect == FidelityEffect::opens) row.effect = Effect::open;
    if (effect == FidelityEffect::closes) row.effect = Effect::close;
    const Decimal interest = sale ? row.accrued : -row.accrued;
    PLIMSOLL_TRY(made, traded(std::move(row), reading_, line));
    const InstrumentId symbol = made.symbol;
    PLIMSOLL_TRY_VOID(reading_.add({.day = cells.happened()}, std::move(made), line));
    if (!interest.is_zero())
      PLIMSOLL_TRY_VOID(reading_.add({.day = cells.happened()},
                                     CashMove{CashKind::interest, interest, {}, symbol}, line));
    return row_read();
  }

  /// What a bond pays back at the end: its face for its principal.
  RowOutcome redeemed(const Cells& cells, std::uint32_t line) {
    PLIMSOLL_TRY(row, trade_row(cells));
    const bool whole = row.named.worth.quantity && row.amount &&
                       row.named.worth.quantity->is_negative() &&
                       -row.named.worth.quantity->units() == *row.amount;
    row.named.said = SaidKind::bond;
    row.named.worth.price = 100_d;
    row.named.worth.price_rounding = {};
    if (!whole)
      return fail(Reason::bad_input,
                  "a redemption of other than the face of a bond is not booked; write a \"trade\" "
                  "that sells it for what was paid");
    PLIMSOLL_TRY(made, traded(std::move(row), reading_, line));
    return add(cells.happened(), std::move(made), line);
  }

  RowOutcome cash(CashKind kind, const Cells& cells, std::uint32_t line) {
    PLIMSOLL_TRY(amount, bounded_amount(cells.amount, limits::cash_max, "amount"));
    if (!amount) return fail(Reason::bad_input, "the amount is blank; write the cash that moved");
    if (amount->is_zero()) return row_passed_over("no cash moved");
    const bool in = !amount->is_negative();
    if ((kind == CashKind::deposit && !in) || (kind == CashKind::withdrawal && in))
      return fail(Reason::bad_input, "the action takes cash " + std::string{in ? "out" : "in"} +
                                         " and the amount is " + to_text(*amount, 2) +
                                         "; if it undoes another row, remove both");
    CashMove move{kind, *amount};
    if (kind == CashKind::dividend)
      if (const auto id = instrument_id(share_symbol(without_marks(cells.symbol))))
        move.symbol = *id;
    return add(*cells.run, std::move(move), line);
  }

  /// Cash where no security is named, or the core fund.
  RowOutcome transfer(const Cells& cells, std::uint32_t line) {
    PLIMSOLL_TRY(quantity, quantity_in(cells.quantity));
    const bool securities =
        !cells.symbol.empty() && !is_core(cells.symbol) && quantity && !quantity->is_zero();
    if (!securities) return cash(CashKind::transfer, cells, line);
    PLIMSOLL_TRY(amount, amount_in(cells.amount));
    if (amount && !amount->is_zero())
      reading_.rows().note(
          "amounts beside securities that were transferred are what they were worth, and no cash");
    NamedHolding named{.symbol = std::string{without_marks(cells.symbol)},
                       .name = std::string{cells.description},
                       .worth = {.quantity = quantity, .price = {}, .value = {}}};
    if (is_option(named.symbol)) PLIMSOLL_TRY_VOID(option_in(named.symbol, named.name));
    PLIMSOLL_TRY(held, held_as(named, reading_.rows()));
    PLIMSOLL_TRY(symbol, instrument_id(held.symbol));
    if (held.description) {
      held.description->symbol = std::string{symbol.view()};
      PLIMSOLL_TRY_VOID(reading_.rows().describe(*std::move(held.description), line));
    }
    return add(*cells.run, Delivery{symbol, held.quantity}, line);
  }

  RowOutcome option_end(OptionEndKind kind, const Cells& cells, std::uint32_t line) {
    if (is_option(cells.symbol)) {
      PLIMSOLL_TRY(end, end_of(kind, cells));
      return add(cells.happened(), std::move(end.event), line);
    }
    return fail(Reason::not_covered,
                "it is no option that ended; write a \"transfer\" of what went, below zero");
  }

  /// The shares are brought by the option's own row; what was charged for them is not.
  RowOutcome option_shares(const Cells& cells, std::uint32_t line) {
    PLIMSOLL_TRY(row, trade_row(cells));
    const Worth& worth = row.named.worth;
    if (!worth.quantity || !worth.price)
      return fail(Reason::bad_input, "the quantity or the price is blank; export the file again");
    const std::string symbol = share_symbol(row.named.symbol);
    if (!shares_.claim(symbol, *worth.quantity, *worth.price, cells.happened()))
      return fail(
          Reason::bad_input,
          "it moves shares of an option that was assigned or exercised, and the file has no "
          "such row of the option (" +
              shown(symbol) + " at " + to_text(*worth.price, 2) +
              ") for as many shares; export a period that holds both");
    if (row.costs.is_zero()) return row_passed_over("shares that the option's own row brings");
    return add(cells.happened(), CashMove{CashKind::fee, -row.costs}, line);
  }

  RowOutcome split(const Cells& cells, std::uint32_t line) {
    const std::string words = std::string{cells.action} + " " + std::string{cells.description};
    const auto ratio = split_ratio(words);
    const auto symbol = instrument_id(share_symbol(without_marks(cells.symbol)));
    if (!ratio || !symbol)
      return fail(Reason::bad_input,
                  "a split whose ratio or symbol the row does not state; write {\"kind\": "
                  "\"split\", \"symbol\": ..., \"ratio\": \"4:1\"} in an activity document");
    if (!splits_.insert({cells.happened(), std::string{symbol->view()}}).second)
      return row_passed_over("the same split as another row");
    return add(cells.happened(), Split{*symbol, ratio->new_shares, ratio->old_shares}, line);
  }

  std::string_view text_;
  const ActivityOptions& options_;
  HistoryReading reading_;
  Headings headings_;
  std::string account_;
  std::set<std::string> core_;  // what the file itself calls the core account
  OptionShares shares_;
  std::set<std::pair<Date, std::string>> splits_;
};

}  // namespace

Loaded<ImportedActivity> read_fidelity_history(const Input& file, std::string_view text,
                                               const ActivityOptions& options) {
  return FidelityHistory{file, text, options}.read();
}

}  // namespace plimsoll::io
