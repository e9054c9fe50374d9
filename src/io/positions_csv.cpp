// Our own CSV: a heading with the contract's names in any order, one position a row. Columns of a
// position, of its quote and of its instrument's description may all be there; "type" "cash" is an
// amount of the currency named as the symbol.

#include <algorithm>
#include <array>
#include <iterator>

#include "io/brokers.hpp"
#include "io/headings.hpp"
#include "io/named_row.hpp"
#include "io/reading.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"
#include "model/osi.hpp"

namespace plimsoll::io {
namespace {

constexpr std::array<std::string_view, 10> others{
    "account", "as_of",   "kind",         "symbol",      "quantity",
    "price",   "holding", "average_cost", "trade_price", "trade_date"};

std::vector<std::string_view> known_columns() {
  std::vector<std::string_view> names(others.begin(), others.end());
  std::ranges::copy(description_columns(), std::back_inserter(names));
  std::ranges::copy(quote_columns(), std::back_inserter(names));
  return names;
}

class PositionsCsv {
 public:
  PositionsCsv(const Input& file, std::string_view text, const ImportOptions& options)
      : text_{text}, options_{options}, reading_{file, options, "plimsoll positions CSV"} {}

  Loaded<Imported> read() {
    CsvReader reader{text_};
    CsvRow row;
    while (reader.next(row) && row.is_blank()) continue;
    if (auto heading = read_heading(row); !heading)
      return refused_file(std::move(heading).error().what, place(reading_.file(), row.line));
    const CsvReader below = reader;
    std::vector<std::string> accounts;
    while (reader.next(row)) {
      const std::string account{NamedRow{columns_, row}.at("account")};
      if (row.is_blank() || row.wrong != nullptr) continue;
      if (std::ranges::find(accounts, account) == accounts.end()) accounts.push_back(account);
    }
    if (accounts.empty()) accounts.emplace_back();
    auto account = chosen(accounts, options_.account, reading_.file());
    if (!account) return refused_file(std::move(account).error().what, reading_.file());
    account_ = *account;
    reader = below;
    while (reader.next(row))
      if (!row.is_blank()) reading_.account_for(row.line, row.text, outcome(row));
    finish_account();
    return std::move(reading_).finished();
  }

 private:
  Result<void> read_heading(const CsvRow& row) {
    if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong);
    headings_ = Headings{row};
    const auto known = known_columns();
    for (const std::string_view field : row.fields) {
      const std::string name = lower(trimmed(field));
      if (name.empty()) continue;
      if (std::ranges::find(known, name) == known.end()) {
        std::string listed;
        for (const auto column : known)
          listed += (listed.empty() ? "" : ", ") + std::string{column};
        return fail(Reason::bad_input,
                    "the column \"" + shown(field) + "\" is unknown; the columns are: " + listed);
      }
      if (std::ranges::count(columns_, name) != 0)
        return fail(Reason::bad_input, "the column \"" + name + "\" stands twice");
      columns_.push_back(name);
    }
    // A blank heading in the middle would shift the names from their cells.
    if (columns_.size() != row.fields.size() && !trimmed(row.fields.back()).empty())
      return fail(Reason::bad_input, "a column without a name; name it or remove it");
    for (const std::string_view needed : {"symbol", "quantity"})
      if (std::ranges::count(columns_, needed) == 0)
        return fail(Reason::bad_input,
                    "the column \"" + std::string{needed} + "\" is missing; add it");
    return {};
  }

  RowOutcome outcome(const CsvRow& row) {
    if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong);
    PLIMSOLL_TRY_VOID(headings_.cover(row));
    const NamedRow named{columns_, row};
    if (named.at("account") != account_)
      return row_passed_over("of account " + shown(named.at("account")));
    PLIMSOLL_TRY_VOID(about_account(named));
    const std::string_view symbol = named.at("symbol");
    if (symbol.empty()) return fail(Reason::bad_input, "the symbol is blank; write what is held");
    if (named.at("quantity").empty())
      return fail(Reason::bad_input, "the quantity is blank; write -1 for one short contract");
    if (named.at("type") == "cash") return cash(named, symbol);
    return position(named, symbol, row.line);
  }

  /// "as_of" and "kind" say the same in every row that says anything.
  Result<void> about_account(const NamedRow& row) {
    if (const std::string_view cell = row.at("as_of"); !cell.empty()) {
      PLIMSOLL_TRY(day, parse_date(cell));
      if (as_of_ && *as_of_ != day)
        return fail(Reason::bad_input, "as_of differs from an earlier row's, " + to_text(*as_of_));
      as_of_ = day;
      reading_.dated(day);
    }
    const std::string_view kind = row.at("kind");
    if (kind.empty()) return {};
    if (!kind_.empty() && kind != kind_)
      return fail(Reason::bad_input, "kind differs from an earlier row's, " + kind_);
    constexpr std::array<std::pair<std::string_view, AccountKind>, 6> kinds{
        {{"margin", AccountKind::margin},
         {"cash", AccountKind::cash},
         {"retirement", AccountKind::retirement},
         {"portfolio_margin", AccountKind::portfolio_margin},
         {"futures", AccountKind::futures},
         {"cross_margin", AccountKind::cross_margin}}};
    const auto found =
        std::ranges::find(kinds, kind, &std::pair<std::string_view, AccountKind>::first);
    if (found == kinds.end())
      return fail(Reason::bad_input, "kind \"" + shown(kind) +
                                         "\" is unknown; write margin, cash, retirement, "
                                         "portfolio_margin, futures or cross_margin");
    kind_ = kind;
    reading_.kind_stated(found->second);
    return {};
  }

  RowOutcome cash(const NamedRow& row, std::string_view currency) {
    if (!Currency::is_code(currency))
      return fail(Reason::bad_input, "cash in \"" + shown(currency) +
                                         "\", which is no currency; write its code as the symbol");
    PLIMSOLL_TRY(amount, parse_decimal(row.at("quantity")));
    if (abs(amount) > limits::cash_max)
      return fail(Reason::bad_input, "the cash is too large; is it a typing error?");
    auto& known = reading_.account().cash;
    if (!known) known.emplace();
    for (const DraftCash& other : *known)
      if (other.currency == currency)
        return fail(Reason::bad_input, "cash in " + other.currency + " stands twice; add it up");
    known->push_back({std::string{currency}, amount});
    if (amount.is_negative()) reading_.rules_out_cash("cash below zero");
    return row_read();
  }

  RowOutcome position(const NamedRow& row, std::string_view symbol, std::uint32_t line) {
    HeldRow held{.symbol = std::string{symbol}, .quantity = {}};
    PLIMSOLL_TRY(quantity, parse_quantity(row.at("quantity")));
    held.quantity = quantity;
    PLIMSOLL_TRY(holding, holding_of(row.at("holding")));
    held.holding = holding;
    PLIMSOLL_TRY(price, row.decimal("price"));
    held.price = price;
    PLIMSOLL_TRY(average_cost, row.decimal("average_cost"));
    held.average_cost = average_cost;
    PLIMSOLL_TRY(trade_price, row.decimal("trade_price"));
    if (trade_price && (trade_price->is_negative() || *trade_price > limits::price_max))
      return fail(Reason::bad_input, "the trade_price is below zero or too large");
    PLIMSOLL_TRY(trade_date, row.day("trade_date"));
    PLIMSOLL_TRY(description, row.description());
    held.description = description;
    PLIMSOLL_TRY(quote, row.quote());
    PLIMSOLL_TRY_VOID(reading_.hold(std::move(held), line));
    if (holding == Holding::margin) reading_.rules_out_cash("rows held on margin");
    if (holding == Holding::short_sale) reading_.rules_out_cash("rows held short");
    DraftPosition& draft = reading_.account().positions.back();
    draft.trade_price = trade_price;
    draft.trade_date = trade_date;
    if (quote) keep(InstrumentId{draft.symbol}, *quote);
    return row_read();
  }

  static Result<Holding> holding_of(std::string_view word) {
    if (word.empty()) return Holding::unstated;
    if (word == "margin") return Holding::margin;
    if (word == "cash") return Holding::cash;
    if (word == "short") return Holding::short_sale;
    return fail(Reason::bad_input,
                "holding \"" + shown(word) + "\" is unknown; write margin, cash or short");
  }

  /// The price is there already.
  void keep(const InstrumentId& id, const Quote& quote) {
    Quote& known = reading_.market().quotes[id];
    const std::optional<Decimal> price = known.price;
    known = quote;
    known.price = price;
  }

  void finish_account() {
    AccountDraft& account = reading_.account();
    account.id = account_.empty() ? "positions" : one_line(account_, limits::name_length_max);
    reading_.number(account_);
    const bool one_currency = account.cash && account.cash->size() == 1;
    if (one_currency) account.currency = account.cash->front().currency;
    if (kind_.empty())
      reading_.kind_taken(AccountKind::margin,
                          "taken for a margin account: the file has no kind (--kind says it)");
    if (!account.cash)
      reading_.cash_unknown(
          "the file has no row of type cash, so cash is unknown; add \"USD\" with it, or give it "
          "as --cash");
  }

  std::string_view text_;
  const ImportOptions& options_;
  Reading reading_;
  Headings headings_;
  std::vector<std::string> columns_;
  std::string account_, kind_;
  std::optional<Date> as_of_;
};

}  // namespace

Loaded<Imported> read_positions_csv(const Input& file, std::string_view text,
                                    const ImportOptions& options) {
  return PositionsCsv{file, text, options}.read();
}

}  // namespace plimsoll::io
