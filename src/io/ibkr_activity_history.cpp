#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "io/csv.hpp"
#include "io/headings.hpp"
#include "io/history_brokers.hpp"
#include "io/ibkr_moves.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

constexpr std::size_t cells_min = 3;

// Seen in public statements. Their rows are of a currency, a date and an amount.
constexpr std::array<std::string_view, 10> cash_sections{"Deposits & Withdrawals",
                                                         "Dividends",
                                                         "Payment In Lieu Of Dividends",
                                                         "Withholding Tax",
                                                         "871(m) Withholding",
                                                         "Interest",
                                                         "Fees",
                                                         "Transaction Fees",
                                                         "Commission Adjustments",
                                                         "Bond Interest Received"};
/// Movements that would be lost if their rows were passed over.
constexpr std::array<std::string_view, 2> not_booked{"Transfers", "Incentive Coupon Accrual"};

bool is_cash(std::string_view section) {
  return std::ranges::find(cash_sections, section) != cash_sections.end();
}

bool is_heading(const CsvRow& row) { return lower(row.at(1)) == "header"; }

bool is_total(const CsvRow& row) {
  const std::string kind = letters(row.at(1));
  return kind == "total" || kind == "subtotal" || begins_with(row.at(2), "total") ||
         letters(row.at(2)) == "subtotal";
}

/// "AAPL" from "AAPL(US0378331005) Cash Dividend USD 0.25 per Share".
std::string symbol_in(std::string_view description) {
  const std::size_t bracket = description.find('(');
  return bracket == std::string_view::npos ? std::string{}
                                           : std::string{trimmed(description.substr(0, bracket))};
}

class ActivityHistory {
 public:
  ActivityHistory(const Input& file, std::string_view text, const ActivityOptions& options)
      : text_{text},
        options_{options},
        reading_{file, "Interactive Brokers activity statement CSV", DayOrder::as_written},
        moves_{reading_} {}

  Loaded<ImportedActivity> read() {
    each_row([&](const CsvRow& row) { look(row); });
    if (accounts_.empty()) accounts_.push_back(own_account_);
    if (!accounts_.front().empty() || accounts_.size() > 1) {
      auto account = chosen(accounts_, options_.account, reading_.file());
      if (!account) return refused_history(std::move(account).error());
      account_ = *account;
    }
    reading_.number(account_);
    each_row([&](const CsvRow& row) { take(row); });
    moves_.settle();
    return std::move(reading_).finished();
  }

 private:
  template <class Handle>
  void each_row(Handle handle) {
    CsvReader reader{text_};
    CsvRow row;
    headings_.clear();
    while (reader.next(row)) {
      if (row.is_blank()) continue;
      if (row.wrong == nullptr && is_heading(row))
        headings_[std::string{row.at(0)}] = Headings{row};
      else handle(row);
    }
  }

  const Headings& headings_of(const CsvRow& row) const {
    const auto found = headings_.find(std::string{row.at(0)});
    return found == headings_.end() ? none_ : found->second;
  }

  std::string_view cell(const CsvRow& row, std::initializer_list<std::string_view> names) const {
    return headings_of(row).in(row, names);
  }

  /// What has to be known before any row is read.
  void look(const CsvRow& row) {
    if (row.wrong != nullptr || lower(row.at(1)) != "data" || is_total(row)) return;
    const std::string_view section = row.at(0);
    if (section == "Account Information") {
      if (letters(row.at(2)) == "account") own_account_ = row.at(3);
      if (letters(row.at(2)) == "basecurrency") moves_.base(std::string{row.at(3)});
    }
    if (section == "Financial Instrument Information") describe(row);
    if (section == "Trades" && letters(row.at(2)) == "order") orders_ = true;
    if (section != "Trades" && !is_cash(section)) return;
    const std::string account{cell(row, {"account"})};
    if (!account.empty() && std::ranges::find(accounts_, account) == accounts_.end())
      accounts_.push_back(account);
  }

  /// What the trades leave out: expiry, multiplier, type.
  void describe(const CsvRow& row) {
    const std::string symbol{cell(row, {"symbol"})};
    if (symbol.empty()) return;
    IbkrRow& known = instruments_[std::string{cell(row, {"assetcategory"})} + "|" + symbol];
    known.subcategory = cell(row, {"type"});
    known.name = cell(row, {"description"});
    known.underlying = cell(row, {"underlying"});
    known.multiplier = cell(row, {"multiplier"});
    known.expiry = cell(row, {"expiry"});
    known.maturity = cell(row, {"maturity"});
    known.strike = cell(row, {"strike"});
    const std::string type = lower(known.subcategory);
    if (type == "c" || type == "p" || type == "call" || type == "put") known.right = type;
  }

  void take(const CsvRow& row) {
    if (row.wrong == nullptr && row.fields.size() >= cells_min && row.at(0) == "Trades" &&
        lower(row.at(1)) == "data" && !is_total(row) && headings_.contains("Trades"))
      return take_trade(row);
    account_for(row, outcome(row));
  }

  void account_for(const CsvRow& row, RowOutcome outcome) {
    reading_.rows().account_for(row.line, row.text, std::move(outcome));
  }

  bool is_of_another(const CsvRow& row) const {
    const std::string_view account = cell(row, {"account"});
    return !account.empty() && account != account_;
  }

  /// Orders and their executions ("Trade") stand beside each other, and lots that were closed.
  void take_trade(const CsvRow& row) {
    if (const auto whole = headings_of(row).cover(row); !whole)
      return account_for(row, std::unexpected{whole.error()});
    const std::string level = letters(row.at(2));
    if (is_of_another(row))
      return account_for(row, row_passed_over("of account " + shown(cell(row, {"account"}))));
    if (level != "order" && level != "trade")
      return account_for(row, row_passed_over("of " + shown(row.at(2)) + ", which repeats trades"));
    if (level == "trade" && orders_)
      return account_for(row, row_passed_over("an execution of the order above"));
    IbkrTrade trade{.row = {.category = std::string{cell(row, {"assetcategory", "assetclass"})},
                            .subcategory = {},
                            .symbol = std::string{cell(row, {"symbol"})},
                            .name = {},
                            .currency = std::string{cell(row, {"currency"})},
                            .underlying = {},
                            .right = {},
                            .strike = {},
                            .expiry = {},
                            .maturity = {},
                            .multiplier = {},
                            .exchange = {},
                            .quantity = std::string{cell(row, {"quantity"})},
                            .price = std::string{cell(row, {"tprice", "price"})},
                            .value = {},
                            .average_cost = {}},
                    .when = std::string{cell(row, {"datetime"})},
                    .proceeds = std::string{cell(row, {"proceeds"})},
                    .commission = std::string{cell(row, {"commfee", "comm"})},
                    .taxes = {},
                    .codes = std::string{cell(row, {"code"})},
                    .open_close = {},
                    .text = std::string{row.text.substr(0, 200)},
                    .line = row.line};
    const auto known = instruments_.find(trade.row.category + "|" + trade.row.symbol);
    if (known != instruments_.end())
      for (const auto field :
           {&IbkrRow::subcategory, &IbkrRow::name, &IbkrRow::underlying, &IbkrRow::right,
            &IbkrRow::strike, &IbkrRow::expiry, &IbkrRow::maturity, &IbkrRow::multiplier})
        trade.row.*field = known->second.*field;
    // Commissions of exchanges of currencies are in the base currency.
    if (trade.commission.empty()) trade.commission = commission_in_base(row);
    moves_.take(std::move(trade));
  }

  std::string commission_in_base(const CsvRow& row) const {
    const Headings& headings = headings_of(row);
    for (std::size_t i = 0; i < headings.names().size(); ++i)
      if (headings.names()[i].starts_with("commin")) return std::string{row.at(i)};
    return {};
  }

  RowOutcome outcome(const CsvRow& row) {
    if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong);
    const std::string_view section = row.at(0);
    if (row.fields.size() < cells_min)
      return fail(Reason::bad_input, "the row is cut short: it has " +
                                         std::to_string(row.fields.size()) +
                                         " cells; export the file again");
    if (is_total(row)) return row_passed_over("a total");
    if (lower(row.at(1)) != "data") return row_passed_over("neither a heading nor a row of data");
    const bool moves = section == "Trades" || section == "Corporate Actions" || is_cash(section);
    if (moves && !headings_.contains(std::string{section}))
      return fail(Reason::bad_input, "a row above its heading; is the top of the file missing?");
    if (std::ranges::find(not_booked, section) != not_booked.end())
      return fail(Reason::not_covered,
                  "a row of " + shown(section) +
                      " is not booked; write a \"transfer\" in an activity document");
    if (!moves) return row_passed_over("of " + shown(section) + ", which is no movement");
    PLIMSOLL_TRY_VOID(headings_of(row).cover(row));
    if (is_of_another(row)) return row_passed_over("of account " + shown(cell(row, {"account"})));
    if (section == "Corporate Actions")
      return moves_.corporate_action(cell(row, {"description"}),
                                     cell(row, {"datetime", "reportdate"}), row.line);
    const std::string_view description = cell(row, {"description"});
    return moves_.cash({.type = std::string{section},
                        .currency = std::string{cell(row, {"currency"})},
                        .when = std::string{cell(row, {"date", "settledate", "datetime"})},
                        .amount = std::string{cell(row, {"amount"})},
                        .symbol = symbol_in(description),
                        .line = row.line});
  }

  std::string_view text_;
  const ActivityOptions& options_;
  HistoryReading reading_;
  IbkrMoves moves_;
  const Headings none_;
  std::map<std::string, Headings> headings_;    // by section; the last one read
  std::map<std::string, IbkrRow> instruments_;  // by category and symbol
  std::vector<std::string> accounts_;
  std::string own_account_, account_;
  bool orders_ = false;
};

}  // namespace

Loaded<ImportedActivity> read_ibkr_activity_history(const Input& file, std::string_view text,
                                                    const ActivityOptions& options) {
  return ActivityHistory{file, text, options}.read();
}

}  // namespace plimsoll::io
