#include <algorithm>
#include <array>
#include <utility>

#include "io/dates.hpp"
#include "io/history_brokers.hpp"
#include "io/ibkr_moves.hpp"
#include "io/text.hpp"
#include "io/xml.hpp"

namespace plimsoll::io {
namespace {

/// A statement: one account, over a period.
struct Period {
  std::string account;
  std::optional<Date> from, to;
};

/// Movements that would be lost if their rows were passed over.
constexpr std::array<std::string_view, 3> not_booked{"Transfer", "TransferLot", "GrantActivity"};

bool is_trade(std::string_view name) { return name == "Trade" || name == "Order"; }

/// Executions, orders, lots and sums of the same trades stand beside each other.
enum class Level : std::uint8_t { execution, order, other };
Level level_of(const XmlElement& element) {
  const std::string word = letters(element.at({"levelOfDetail"}));
  if (word == "order" || (word.empty() && element.name == "Order")) return Level::order;
  if (word.empty() || word == "execution") return Level::execution;
  return Level::other;
}

bool is_summary(const XmlElement& element) {
  return letters(element.at({"levelOfDetail"})) == "summary";
}

class FlexHistory {
 public:
  FlexHistory(const Input& file, std::string_view text, const ActivityOptions& options)
      : text_{text},
        options_{options},
        reading_{file, "Interactive Brokers Flex query XML", DayOrder::as_written},
        moves_{reading_} {}

  Loaded<ImportedActivity> read() {
    if (auto looked = look(); !looked) return refused_history(std::move(looked).error());
    std::vector<std::string> accounts;
    for (const Period& period : periods_)
      if (std::ranges::find(accounts, period.account) == accounts.end())
        accounts.push_back(period.account);
    auto account = chosen(accounts, options_.account, reading_.file());
    if (!account) return refused_history(std::move(account).error());
    account_ = *account;
    if (auto apart = periods_apart(); !apart) return refused_history(std::move(apart).error());
    reading_.number(account_);
    const auto read =
        read_xml(text_, reading_.file(), {[&](const XmlElement& element) { take(element); }, {}});
    PLIMSOLL_CHECK(read.has_value());  // look() has read it all before
    moves_.settle();
    return std::move(reading_).finished();
  }

 private:
  /// Reads it all once: the statements there are, and which of several levels of detail.
  Result<void> look() {
    const XmlHandler handler{
        [&](const XmlElement& element) {
          if (element.name == "FlexStatement")
            periods_.push_back({std::string{element.at({"accountId"})},
                                day_in(element.at({"fromDate"})), day_in(element.at({"toDate"}))});
          if (element.name == "AccountInformation")
            if (const auto base = element.at({"currency", "baseCurrency"}); !base.empty())
              moves_.base(std::string{base});
          if (is_trade(element.name) && level_of(element) == Level::execution) executions_ = true;
          if (element.name == "CashTransaction" && !is_summary(element)) cash_details_ = true;
        },
        {}};
    PLIMSOLL_TRY_VOID(read_xml(text_, reading_.file(), handler));
    if (!periods_.empty()) return {};
    return fail(Reason::bad_input,
                "there is no <FlexStatement> in it; run a Flex query with the sections Trades and "
                "Cash Transactions",
                reading_.file());
  }

  /// Two statements of one account that share days would count what happened twice.
  Result<void> periods_apart() const {
    std::vector<Period> own;
    for (const Period& period : periods_)
      if (period.account == account_) own.push_back(period);
    for (std::size_t i = 0; i < own.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const bool known = own[i].from && own[i].to && own[j].from && own[j].to;
        if (known && (own[i].to < own[j].from || own[j].to < own[i].from)) continue;
        return fail(Reason::bad_input,
                    "two statements of account " + shown(account_) +
                        " are of the same days, or do not say of which; run one query over all of "
                        "them",
                    reading_.file());
      }
    return {};
  }

  void take(const XmlElement& element) {
    if (element.name == "FlexStatement") {
      ++statement_;
      return;
    }
    if (statement_ == 0 || element.attributes.empty()) return;  // a wrapper, not a row
    const std::string& own = periods_[statement_ - 1].account;
    if (own != account_) return account_for(element, row_passed_over("of account " + shown(own)));
    if (is_trade(element.name)) return take_trade(element);
    if (element.name == "OptionEAE") {
      moves_.take_end(trade_of(element, {"date", "dateTime", "tradeDate"}),
                      element.at({"transactionType", "type"}));
      return;
    }
    account_for(element, outcome(element));
  }

  void take_trade(const XmlElement& element) {
    const Level level = level_of(element);
    if (level == Level::other || (level == Level::order && executions_))
      return account_for(element,
                         row_passed_over("of the detail " + shown(element.at({"levelOfDetail"})) +
                                         ", which repeats trades"));
    moves_.take(trade_of(element, {"dateTime", "tradeDate"}));
  }

  RowOutcome outcome(const XmlElement& element) {
    if (element.name == "CashTransaction") {
      if (is_summary(element) && cash_details_)
        return row_passed_over("a sum of cash transactions");
      return moves_.cash({.type = std::string{element.at({"type"})},
                          .currency = std::string{element.at({"currency"})},
                          .when = std::string{element.at({"dateTime", "reportDate", "settleDate"})},
                          .amount = std::string{element.at({"amount"})},
                          .symbol = std::string{element.at({"symbol"})},
                          .line = element.line});
    }
    if (element.name == "CorporateAction")
      return moves_.corporate_action(element.at({"actionDescription", "description"}),
                                     element.at({"dateTime", "reportDate"}), element.line);
    if (std::ranges::find(not_booked, element.name) != not_booked.end())
      return fail(Reason::not_covered,
                  "a row of " + shown(element.name) +
                      " is not booked; write a \"transfer\" in an activity document");
    return row_passed_over("a row of " + shown(element.name) + ", which is no movement");
  }

  void account_for(const XmlElement& element, RowOutcome outcome) {
    reading_.rows().account_for(element.line, element.text, std::move(outcome));
  }

  static IbkrTrade trade_of(const XmlElement& element,
                            std::initializer_list<std::string_view> when) {
    const auto text = [&](std::initializer_list<std::string_view> names) {
      return std::string{element.at(names)};
    };
    return {.row = {.category = text({"assetCategory", "assetClass"}),
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
                    .exchange = text({"listingExchange"}),
                    .quantity = text({"quantity"}),
                    .price = text({"tradePrice", "price"}),
                    .value = {},
                    .average_cost = {}},
            .when = text(when),
            .proceeds = text({"proceeds"}),
            .commission = text({"ibCommission", "commission"}),
            .taxes = text({"taxes"}),
            .codes = text({"notes", "code"}),
            .open_close = text({"openCloseIndicator"}),
            .text = std::string{element.text.substr(0, 200)},
            .line = element.line};
  }

  std::string_view text_;
  const ActivityOptions& options_;
  HistoryReading reading_;
  IbkrMoves moves_;
  std::vector<Period> periods_;
  std::size_t statement_ = 0;
  std::string account_;
  bool executions_ = false, cash_details_ = false;
};

}  // namespace

Loaded<ImportedActivity> read_ibkr_flex_history(const Input& file, std::string_view text,
                                                const ActivityOptions& options) {
  return FlexHistory{file, text, options}.read();
}

}  // namespace plimsoll::io
