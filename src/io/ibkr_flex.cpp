#include <algorithm>
#include <array>
#include <set>

#include "io/brokers.hpp"
#include "io/dates.hpp"
#include "io/ibkr_account.hpp"
#include "io/ibkr_held.hpp"
#include "io/ibkr_totals.hpp"
#include "io/numbers.hpp"
#include "io/reading.hpp"
#include "io/symbols.hpp"
#include "io/text.hpp"
#include "io/xml.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

/// A statement: one account, up to one day.
struct Statement {
  std::string account;
  std::optional<Date> to;
};

/// An open position, kept until the whole statement is known: summaries and lots come in any order.
struct OpenPosition {
  IbkrRow row;
  std::string key;  // what a summary and its lots have in common
  std::string_view text;
  std::uint32_t line = 0;
  bool lot = false;
  std::string opened, fx_rate;
  std::optional<Date> reported;
};

/// A row that can only be judged once the others are known.
struct Later {
  std::uint32_t line = 0;
  std::string text;
};

/// One day of the account in its base currency, as text.
struct Summary : Later {
  std::optional<Date> day;
  std::string cash, stock, options;
};

class IbkrFlex {
 public:
  IbkrFlex(const Input& file, std::string_view text, const ImportOptions& options)
      : text_{text},
        options_{options},
        reading_{file, options, "Interactive Brokers Flex query XML"} {}

  Loaded<Imported> read() {
    if (auto looked = look(); !looked)
      return refused_file(std::move(looked).error().what, std::move(looked).error().where);
    std::vector<std::string> accounts;
    for (const Statement& statement : statements_)
      if (std::ranges::find(accounts, statement.account) == accounts.end())
        accounts.push_back(statement.account);
    auto account = chosen(accounts, options_.account, reading_.file());
    if (!account) return refused_file(std::move(account).error().what, reading_.file());
    choose_statement(*account);
    const auto read =
        read_xml(text_, reading_.file(), {[&](const XmlElement& element) { take(element); }, {}});
    PLIMSOLL_CHECK(read.has_value());  // look() has read it all before
    hold_positions();
    settle_days();
    if (base_summary_)
      reading_.account_for(base_summary_->line, base_summary_->text, base_summary_outcome());
    account_.settle(statements_[chosen_].account, reading_);
    reading_.dated(statements_[chosen_].to);
    return std::move(reading_).finished();
  }

 private:
  /// Reads it all once: the statements there are, or why there are none.
  Result<void> look() {
    std::string code, message;
    bool flex = false;
    const XmlHandler handler{
        [&](const XmlElement& element) {
          if (element.depth == 0) flex = element.name.starts_with("Flex");
          if (element.name == "FlexStatement")
            statements_.push_back({std::string{element.at({"accountId"})},
                                   day_in(element.at({"toDate", "whenGenerated"}))});
        },
        [&](std::string_view name, std::string_view characters) {
          if (name == "ErrorCode" && code.size() < 20) code += characters;
          if (name == "ErrorMessage" && message.size() < 200) message += characters;
        }};
    PLIMSOLL_TRY_VOID(read_xml(text_, reading_.file(), handler));
    const auto refused = [&](std::string what) {
      return fail(Reason::bad_input, std::move(what), reading_.file());
    };
    if (!trimmed(code).empty())
      return refused(
          "Interactive Brokers sent an error instead of a statement: " + shown(trimmed(code)) +
          " " + shown(trimmed(message)) + "; fetch it again later");
    if (!flex || statements_.empty())
      return refused(
          "there is no <FlexStatement> in it; run a Flex query with the section Open Positions");
    return {};
  }

  /// Of several statements of one account, the latest.
  void choose_statement(const std::string& account) {
    bool any = false;
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      if (statements_[i].account != account) continue;
      if (!any || statements_[i].to > statements_[chosen_].to) chosen_ = i;
      any = true;
    }
  }

  void take(const XmlElement& element) {
    if (element.name == "FlexStatement") {
      ++statement_;
      return;
    }
    if (statement_ == 0 || element.attributes.empty()) return;  // a wrapper, not a row
    const Statement& own = statements_[statement_ - 1];
    if (statement_ - 1 != chosen_) {
      const bool other = own.account != statements_[chosen_].account;
      account_for(element, row_passed_over(other ? "of account " + shown(own.account)
                                                 : "of an earlier statement"));
    } else if (element.name == "OpenPosition") {
      positions_.push_back(position_of(element));
    } else if (element.name == "EquitySummaryByReportDateInBase") {
      take_day(element);
    } else if (IbkrAccount::is_base_summary(element.at({"currency"})) && !base_summary_) {
      take_base_summary(element);
    } else {
      account_for(element, about_account(element));
    }
  }

  void account_for(const XmlElement& element, RowOutcome outcome) {
    reading_.account_for(element.line, element.text, std::move(outcome));
  }

  RowOutcome about_account(const XmlElement& element) {
    if (element.name == "AccountInformation") {
      PLIMSOLL_TRY_VOID(account_.take_base(element.at({"currency", "baseCurrency"})));
      for (const char* name : {"accountCapabilities", "accountType", "customerType", "type"})
        account_.words += std::string{element.at({name})} + " ";
      account_.words = trimmed(account_.words);
      return row_read();
    }
    if (element.name == "CashReportCurrency") {
      PLIMSOLL_TRY_VOID(account_.add_cash(element.at({"currency"}), element.at({"endingCash"})));
      return row_read();
    }
    if (element.name == "ConversionRate") return conversion_rate(element);
    return row_passed_over("a row of " + shown(element.name) + ", which is not read");
  }

  /// A query over many days has a rate for each; the latest is the account's.
  RowOutcome conversion_rate(const XmlElement& element) {
    if (!account_.base.empty() && element.at({"toCurrency"}) != account_.base)
      return row_passed_over("a rate into another currency");
    const std::string currency{element.at({"fromCurrency"})};
    const auto day = day_in(element.at({"reportDate"}));
    const auto known = rate_days_.find(currency);
    if (known != rate_days_.end() && day < known->second)
      return row_passed_over("a rate of an earlier day");
    account_.rates.erase(currency);
    rate_days_.insert_or_assign(currency, day);
    PLIMSOLL_TRY_VOID(account_.add_rate(currency, element.at({"rate"})));
    return row_read();
  }

  /// Compared once the rates are known.
  void take_base_summary(const XmlElement& element) {
    const auto added = account_.add_cash(element.at({"currency"}), element.at({"endingCash"}));
    if (!added) return account_for(element, std::unexpected{added.error()});
    base_summary_ = Later{element.line, std::string{element.text.substr(0, 200)}};
  }

  RowOutcome base_summary_outcome() const {
    PLIMSOLL_TRY_VOID(account_.adds_up());
    return row_read();
  }

  /// The account by days, in the base currency; compared once the positions are known. What is lent
  /// or borrowed is counted apart, and then no sum of positions is the total.
  void take_day(const XmlElement& element) {
    Summary day{{element.line, std::string{element.text.substr(0, 200)}},
                day_in(element.at({"reportDate"})),
                std::string{element.at({"cash"})},
                std::string{element.at({"stock"})},
                std::string{element.at({"options"})}};
    for (const auto& [name, value] : element.attributes)
      if (name.starts_with("slb") && quotient_in(value) != std::optional{Decimal{}})
        day.stock.clear();
    summaries_.push_back(std::move(day));
  }

  /// The latest day's cash serves where there is no cash report.
  RowOutcome outcome(const Summary& day, const std::optional<Date>& latest) {
    PLIMSOLL_TRY(cash, quotient_in(day.cash));
    if (cash && abs(*cash) > limits::cash_max)
      return fail(Reason::bad_input, "the cash is too large; is it a typing error?");
    if (day.day < latest) return row_read();
    if (!account_.base_cash && account_.cash.empty()) account_.base_cash = cash;
    if (day.day != statements_[chosen_].to) return row_read();
    PLIMSOLL_TRY_VOID(totals_.check("stock", day.stock));
    PLIMSOLL_TRY_VOID(totals_.check("options", day.options));
    return row_read();
  }

  void settle_days() {
    std::optional<Date> latest;
    for (const Summary& day : summaries_) latest = std::max(latest, day.day);
    for (const Summary& day : summaries_)
      reading_.account_for(day.line, day.text, outcome(day, latest));
  }

  static OpenPosition position_of(const XmlElement& element) {
    const auto text = [&](std::initializer_list<std::string_view> names) {
      return std::string{element.at(names)};
    };
    OpenPosition position;
    position.row = {.category = text({"assetCategory", "assetClass"}),
                    .subcategory = text({"subCategory"}),
                    .symbol = text({"symbol"}),
                    .name = text({"description"}),
                    .currency = text({"currency"}),
                    .underlying = text({"underlyingSymbol"}),
                    .right = text({"putCall"}),
                    .strike = text({"strike"}),
                    .expiry = text({"expiry", "expirationDate"}),
                    .maturity = text({"maturity", "maturityDate"}),
                    .multiplier = text({"multiplier"}),
                    .exchange = text({"listingExchange", "exchange"}),
                    .quantity = text({"position", "quantity"}),
                    .price = text({"markPrice", "closePrice"}),
                    .value = text({"positionValue"}),
                    .average_cost = text({"costBasisPrice", "openPrice"}),
                    .side = text({"side"})};
    position.key = text({"conid"}) + "|" + position.row.symbol + "|" + position.row.currency;
    position.text = element.text;
    position.line = element.line;
    position.lot = lower(element.at({"levelOfDetail"})) == "lot";
    position.opened = text({"openDateTime", "holdingPeriodDateTime"});
    position.fx_rate = text({"fxRateToBase"});
    position.reported = day_in(element.at({"reportDate"}));
    return position;
  }

  /// Summaries are positions and take their lots along; where there are only lots, their sum is
  /// one.
  void hold_positions() {
    std::optional<Date> latest;
    std::set<std::string> summarised;
    for (const OpenPosition& position : positions_) latest = std::max(latest, position.reported);
    for (const OpenPosition& position : positions_)
      if (!position.lot && !is_earlier(position, latest)) summarised.insert(position.key);
    if (!statements_[chosen_].to) statements_[chosen_].to = latest;
    for (const OpenPosition& position : positions_) {
      const bool summarised_lot = position.lot && summarised.contains(position.key);
      RowOutcome became = outcome(position, latest, summarised.contains(position.key));
      if (!became) totals_.lose_all();
      else if (!*became && !summarised_lot) count(position);
      reading_.account_for(position.line, position.text, std::move(became));
    }
    for (auto& [key, index] : held_)
      if (auto lots = lots_.find(key); lots != lots_.end())
        take_lots(std::move(lots->second), reading_.account().positions[index]);
  }

  /// Its value into the total it is part of.
  void count(const OpenPosition& position) {
    const std::string_view group = ibkr_summary_group(position.row.category);
    if (group.empty()) return totals_.lose_all();
    const std::string& currency = position.row.currency;
    const std::string own = account_.base.empty() ? "USD" : account_.base;
    const bool foreign = !currency.empty() && currency != own;
    totals_.add(std::string{group}, position.row.value,
                foreign ? std::string_view{position.fx_rate} : "1");
  }

  /// A lot without a cost or a day is not known as one; without it the others are not the position.
  void take_lots(std::vector<DraftLot> lots, DraftPosition& position) {
    Quantity sum;
    for (const DraftLot& lot : lots) sum = sum + lot.quantity;
    if (sum == position.quantity) position.lots = std::move(lots);
    else
      reading_.note(
          "the lots of " + position.symbol +
          " do not add up to its quantity; they are left out, which no requirement reads");
  }

  static bool is_earlier(const OpenPosition& position, const std::optional<Date>& latest) {
    return position.reported && position.reported != latest;
  }

  RowOutcome outcome(const OpenPosition& position, const std::optional<Date>& latest,
                     bool summarised) {
    if (is_earlier(position, latest)) return row_passed_over("of an earlier day");
    if (is_ibkr_currency(position.row.category))
      return row_passed_over("a currency balance; cash comes from the cash report");
    const std::string base = account_.base.empty() ? "USD" : account_.base;
    PLIMSOLL_TRY(held, ibkr_held(position.row, base));
    if (!position.row.currency.empty() && position.row.currency != base)
      PLIMSOLL_TRY_VOID(account_.add_rate(position.row.currency, position.fx_rate));
    if (position.lot) add_lot(position, held);
    if (position.lot && summarised) return row_read();
    if (const auto known = held_.find(position.key); position.lot && known != held_.end()) {
      DraftPosition& sum = reading_.account().positions[known->second];
      const Quantity whole = sum.quantity + held.quantity;
      if (abs(held.quantity) > limits::quantity_max || abs(whole) > limits::quantity_max)
        return fail(Reason::bad_input, "the quantity is too large; is it a typing error?");
      if (whole.is_zero())
        return fail(Reason::bad_input,
                    "with this lot nothing is held; export the positions as a summary");
      if (held.price) PLIMSOLL_TRY_VOID(reading_.quote(InstrumentId{sum.symbol}, *held.price));
      sum.quantity = whole;
      sum.average_cost.reset();
      return row_read();
    }
    const bool short_share = held.quantity.is_negative() && !is_option_word(held.symbol);
    PLIMSOLL_TRY_VOID(reading_.hold(std::move(held), position.line));
    account_.short_shares = account_.short_shares || short_share;
    held_.emplace(position.key, reading_.account().positions.size() - 1);
    return row_read();
  }

  void add_lot(const OpenPosition& position, const HeldRow& held) {
    const auto opened = day_in(position.opened);
    if (opened && held.average_cost)
      lots_[position.key].push_back({held.quantity, *held.average_cost, *opened});
  }

  std::string_view text_;
  const ImportOptions& options_;
  Reading reading_;
  std::vector<Statement> statements_;
  std::size_t chosen_ = 0, statement_ = 0;
  std::vector<OpenPosition> positions_;
  std::map<std::string, std::size_t> held_;  // by key: which of the account's positions
  std::map<std::string, std::vector<DraftLot>> lots_;
  IbkrAccount account_;
  std::optional<Later> base_summary_;
  std::vector<Summary> summaries_;
  IbkrTotals totals_;                                     // in the base currency
  std::map<std::string, std::optional<Date>> rate_days_;  // by currency
};

}  // namespace

Loaded<Imported> read_ibkr_flex(const Input& file, std::string_view text,
                                const ImportOptions& options) {
  return IbkrFlex{file, text, options}.read();
}

}  // namespace plimsoll::io
