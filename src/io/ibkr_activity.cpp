#include <algorithm>
#include <map>
#include <set>

#include "io/brokers.hpp"
#include "io/dates.hpp"
#include "io/headings.hpp"
#include "io/ibkr_account.hpp"
#include "io/ibkr_held.hpp"
#include "io/ibkr_totals.hpp"
#include "io/reading.hpp"
#include "io/symbols.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

/// A row of open positions, kept until the instruments described below it are known.
struct OpenRow {
  IbkrRow row;
  std::string account, text;
  std::uint32_t line = 0;
};

constexpr std::size_t cells_min = 3;

/// What a total is printed of: a category in one of the sections.
struct Part {
  std::string section, category;
  auto operator<=>(const Part&) const = default;

  std::string group(const std::string& currency) const {
    return section + "|" + category + "|" + currency;
  }
};

/// A total of positions, kept until they are all known.
struct PrintedTotal {
  Part part;
  std::string currency, value, text;
  std::uint32_t line = 0;
  bool whole = false;  // not one of a part of the category
};

/// The total of all currencies, likewise.
struct BaseSummary {
  std::string text;
  std::uint32_t line = 0;
};

bool holds_positions(std::string_view section) {
  return section == "Open Positions" || section == "Long Open Positions" ||
         section == "Short Open Positions";
}

/// Some statements have a section for each side.
std::string_view side_of(std::string_view section) {
  if (section == "Long Open Positions") return "Long";
  if (section == "Short Open Positions") return "Short";
  return {};
}

class IbkrActivity {
 public:
  IbkrActivity(const Input& file, std::string_view text, const ImportOptions& options)
      : text_{text},
        options_{options},
        reading_{file, options, "Interactive Brokers activity statement CSV"} {}

  Loaded<Imported> read() {
    CsvReader reader{text_};
    CsvRow row;
    while (reader.next(row)) {
      if (row.is_blank()) continue;
      if (row.wrong == nullptr && is_heading(row))
        headings_[std::string{row.at(0)}] = Headings{row};
      else if (row.wrong == nullptr && is_open_position(row)) take_position(row);
      else if (row.wrong == nullptr && is_printed_total(row)) printed_.push_back(printed_in(row));
      else if (row.wrong == nullptr && is_base_summary(row)) take_base_summary(row);
      else reading_.account_for(row.line, row.text, outcome(row));
    }
    const std::vector<std::string> found = accounts();
    accounts_ = found.size();
    auto account = chosen(found, options_.account, reading_.file());
    if (!account) return refused_file(std::move(account).error().what, reading_.file());
    for (const OpenRow& position : open_) {
      RowOutcome became = hold(position, *account);
      if (!became) totals_.lose_all();
      reading_.account_for(position.line, position.text, std::move(became));
    }
    for (const PrintedTotal& total : printed_)
      reading_.account_for(total.line, total.text, outcome_of(total));
    note_categories_without_total();
    if (base_summary_)
      reading_.account_for(base_summary_->line, base_summary_->text, base_summary_outcome());
    leave_shared_cash();
    account_.settle(*account, reading_);
    return std::move(reading_).finished();
  }

 private:
  static bool is_heading(const CsvRow& row) { return lower(row.at(1)) == "header"; }

  static bool is_total(const CsvRow& row) {
    const std::string kind = letters(row.at(1)), discriminator = letters(row.at(2));
    return kind == "total" || kind == "subtotal" || discriminator == "total" ||
           discriminator == "subtotal";
  }

  bool is_open_position(const CsvRow& row) const {
    return holds_positions(row.at(0)) && lower(row.at(1)) == "data" && !is_total(row) &&
           lower(row.at(2)) != "lot" && headings_.contains(std::string{row.at(0)});
  }

  const Headings& headings_of(const CsvRow& row) const {
    const auto found = headings_.find(std::string{row.at(0)});
    return found == headings_.end() ? none_ : found->second;
  }

  OpenRow open_row(const CsvRow& row) const {
    const Headings& headings = headings_of(row);
    const auto text = [&](std::initializer_list<std::string_view> names) {
      return std::string{headings.in(row, names)};
    };
    return {.row = {.category = text({"assetcategory", "assetclass"}),
                    .subcategory = {},
                    .symbol = text({"symbol"}),
                    .name = text({"description"}),
                    .currency = text({"currency"}),
                    .underlying = {},
                    .right = {},
                    .strike = {},
                    .expiry = {},
                    .maturity = {},
                    .multiplier = text({"mult", "multiplier"}),
                    .exchange = {},
                    .quantity = text({"quantity"}),
                    .price = text({"closeprice", "price"}),
                    .value = text({"value"}),
                    .average_cost = text({"costprice"}),
                    .side = std::string{side_of(row.at(0))}},
            .account = text({"account"}),
            .text = std::string{row.text.substr(0, 200)},
            .line = row.line};
  }

  void take_position(const CsvRow& row) {
    if (const auto whole = headings_of(row).cover(row); !whole) {
      totals_.lose_all();
      return reading_.account_for(row.line, row.text, std::unexpected{whole.error()});
    }
    open_.push_back(open_row(row));
    const IbkrRow& open = open_.back().row;
    const Part part{std::string{row.at(0)}, open.category};
    held_in_[part].insert(open.currency);
    totals_.add(part.group(open.currency), open.value, "1");
  }

  bool is_printed_total(const CsvRow& row) const {
    const std::string kind = lower(row.at(1));
    return holds_positions(row.at(0)) && (kind == "total" || kind == "subtotal") &&
           headings_.contains(std::string{row.at(0)});
  }

  PrintedTotal printed_in(const CsvRow& row) const {
    const Headings& headings = headings_of(row);
    return {.part = {std::string{row.at(0)},
                     std::string{headings.in(row, {"assetcategory", "assetclass"})}},
            .currency = std::string{headings.in(row, {"currency"})},
            .value = std::string{headings.in(row, {"value"})},
            .text = std::string{row.text.substr(0, 200)},
            .line = row.line,
            .whole = lower(row.at(1)) == "total"};
  }

  /// The total of a category in its currency, where all of it is in that: behind others stands one
  /// of them all, converted, which no row can be compared with. Nor can one of several accounts.
  RowOutcome outcome_of(const PrintedTotal& total) const {
    const auto held = held_in_.find(total.part);
    const bool alone =
        held != held_in_.end() && held->second.size() == 1 && held->second.contains(total.currency);
    const bool comparable = total.whole && alone && accounts_ == 1;
    if (comparable) PLIMSOLL_TRY_VOID(totals_.check(total.part.group(total.currency), total.value));
    return row_passed_over("a total");
  }

  void note_categories_without_total() {
    std::set<Part> totalled;
    for (const PrintedTotal& total : printed_) totalled.insert(total.part);
    std::string missing;
    for (const auto& [part, currencies] : held_in_)
      if (!totalled.contains(part)) missing += (missing.empty() ? "" : ", ") + shown(part.category);
    if (!missing.empty())
      reading_.note("the file has no total of its " + missing +
                    ", so nothing shows whether they are whole");
  }

  bool is_base_summary(const CsvRow& row) const {
    const Headings& headings = headings_of(row);
    return !base_summary_ && row.at(0) == "Cash Report" &&
           letters(headings.in(row, {"currencysummary"})) == "endingcash" &&
           IbkrAccount::is_base_summary(headings.in(row, {"currency"}));
  }

  void take_base_summary(const CsvRow& row) {
    if (RowOutcome became = cash(row); !became)
      return reading_.account_for(row.line, row.text, std::move(became));
    base_summary_ = BaseSummary{std::string{row.text.substr(0, 200)}, row.line};
  }

  RowOutcome base_summary_outcome() const {
    PLIMSOLL_TRY_VOID(account_.adds_up());
    return row_read();
  }

  /// A consolidated statement has one cash report for all its accounts.
  void leave_shared_cash() {
    if (accounts_ == 1 || (account_.cash.empty() && !account_.base_cash)) return;
    account_.cash.clear();
    account_.base_cash.reset();
    reading_.note(
        "the cash report is of several accounts together, so it is not taken for this one's");
  }

  RowOutcome outcome(const CsvRow& row) {
    if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong);
    const std::string_view section = row.at(0);
    if (row.fields.size() < cells_min)
      return fail(Reason::bad_input, "the row is cut short: it has " +
                                         std::to_string(row.fields.size()) +
                                         " cells, and every row has a section, a word for what it "
                                         "is, and more; export the file again");
    if (is_total(row)) return row_passed_over("a total");
    if (lower(row.at(1)) != "data") return row_passed_over("neither a heading nor a row of data");
    if (section == "Statement") return statement(row);
    if (section == "Account Information") return about_account(row);
    if (section == "Financial Instrument Information") return instrument(row);
    if (section == "Cash Report") return cash(row);
    if (section == "Base Currency Exchange Rate") return rate(row, {"currency"}, {"exchangerate"});
    if (section == "Forex Balances") return rate(row, {"description"}, {"closeprice"});
    if (!holds_positions(section)) return row_passed_over("of " + shown(section));
    if (lower(row.at(2)) == "lot") return row_passed_over("a lot of the position above");
    return fail(Reason::bad_input, "a position above its heading; is the top of the file missing?");
  }

  /// The period may be one quoted field or spill over several; its last day counts.
  RowOutcome statement(const CsvRow& row) {
    if (letters(row.at(2)) == "period") {
      const auto days = days_in(row.text);
      if (!days.empty()) reading_.dated(days.back());
    }
    return row_read();
  }

  RowOutcome about_account(const CsvRow& row) {
    const std::string name = letters(row.at(2));
    if (name == "account") own_account_ = row.at(3);
    if (name == "basecurrency") PLIMSOLL_TRY_VOID(account_.take_base(row.at(3)));
    if (name == "accounttype" || name == "customertype" || name == "accountcapabilities")
      account_.words += (account_.words.empty() ? "" : " ") + std::string{row.at(3)};
    return row_read();
  }

  /// What the positions above leave out: expiry, multiplier, type.
  RowOutcome instrument(const CsvRow& row) {
    const Headings& headings = headings_of(row);
    const auto text = [&](std::initializer_list<std::string_view> names) {
      return std::string{headings.in(row, names)};
    };
    const std::string symbol = text({"symbol"});
    if (symbol.empty()) return row_passed_over("a description of nothing");
    IbkrRow& known = instruments_[text({"assetcategory"}) + "|" + symbol];
    known.subcategory = text({"type"});
    known.name = text({"description"});
    known.underlying = text({"underlying"});
    known.multiplier = text({"multiplier"});
    known.expiry = text({"expiry"});
    known.maturity = text({"maturity"});
    known.strike = text({"strike"});
    known.exchange = text({"listingexch", "listingexchange"});
    // For options the type is the right; for others it is a kind of share.
    const std::string type = lower(known.subcategory);
    if (type == "c" || type == "p" || type == "call" || type == "put") known.right = type;
    return row_read();
  }

  RowOutcome cash(const CsvRow& row) {
    const Headings& headings = headings_of(row);
    PLIMSOLL_TRY_VOID(headings.cover(row));
    if (letters(headings.in(row, {"currencysummary"})) != "endingcash")
      return row_passed_over("a movement of cash");
    PLIMSOLL_TRY_VOID(
        account_.add_cash(headings.in(row, {"currency"}), headings.in(row, {"total"})));
    return row_read();
  }

  RowOutcome rate(const CsvRow& row, std::initializer_list<std::string_view> currency,
                  std::initializer_list<std::string_view> price) {
    const Headings& headings = headings_of(row);
    PLIMSOLL_TRY_VOID(account_.add_rate(headings.in(row, currency), headings.in(row, price)));
    return row_read();
  }

  std::vector<std::string> accounts() const {
    std::vector<std::string> found;
    for (const OpenRow& position : open_)
      if (!position.account.empty() && std::ranges::find(found, position.account) == found.end())
        found.push_back(position.account);
    if (found.empty()) found.push_back(own_account_);
    return found;
  }

  RowOutcome hold(const OpenRow& position, const std::string& account) {
    if (!position.account.empty() && position.account != account)
      return row_passed_over("of account " + shown(position.account));
    if (is_ibkr_currency(position.row.category))
      return row_passed_over("a currency balance; cash comes from the cash report");
    IbkrRow row = position.row;
    const auto known = instruments_.find(row.category + "|" + row.symbol);
    if (known != instruments_.end()) complete(row, known->second);
    PLIMSOLL_TRY(held, ibkr_held(row, account_.base.empty() ? "USD" : account_.base));
    const bool short_share = held.quantity.is_negative() && !is_option_word(held.symbol);
    PLIMSOLL_TRY_VOID(reading_.hold(std::move(held), position.line));
    account_.short_shares = account_.short_shares || short_share;
    return row_read();
  }

  static void complete(IbkrRow& row, const IbkrRow& known) {
    for (const auto field : {&IbkrRow::subcategory, &IbkrRow::name, &IbkrRow::underlying,
                             &IbkrRow::right, &IbkrRow::strike, &IbkrRow::expiry,
                             &IbkrRow::maturity, &IbkrRow::multiplier, &IbkrRow::exchange})
      if ((row.*field).empty()) row.*field = known.*field;
  }

  std::string_view text_;
  const ImportOptions& options_;
  Reading reading_;
  const Headings none_;
  std::map<std::string, Headings> headings_;    // by section; the last one read
  std::map<std::string, IbkrRow> instruments_;  // by category and symbol
  std::vector<OpenRow> open_;
  std::vector<PrintedTotal> printed_;
  IbkrTotals totals_;                              // by part and currency
  std::map<Part, std::set<std::string>> held_in_;  // in which currencies
  std::size_t accounts_ = 0;
  std::optional<BaseSummary> base_summary_;
  std::string own_account_;
  IbkrAccount account_;
};

}  // namespace

Loaded<Imported> read_ibkr_activity(const Input& file, std::string_view text,
                                    const ImportOptions& options) {
  return IbkrActivity{file, text, options}.read();
}

}  // namespace plimsoll::io
