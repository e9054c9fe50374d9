#pragma once
// What happened in an account of Interactive Brokers, whichever of their formats it came in.

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "io/history_reading.hpp"
#include "io/ibkr_held.hpp"
#include "io/option_shares.hpp"

namespace plimsoll::io {

/// One execution or order, as text, by meaning. Empty where the file does not say.
struct IbkrTrade {
  IbkrRow row;  // with the quantity, sold < 0, and the price
  std::string when, proceeds, commission, taxes;
  std::string codes;       // "A;C", "Ex", "Ep", "O;P"
  std::string open_close;  // "O", "C", "C;O"
  std::string text;
  std::uint32_t line = 0;
};

/// Cash that moved. `type` is the broker's word: "Deposits/Withdrawals", "Broker Interest Paid".
struct IbkrCash {
  std::string type, currency, when, amount, symbol;
  std::uint32_t line = 0;
};

/// A moment as these files write one: "20260717;120440", "2026-07-17, 12:04:40", "20260717". Times
/// are New York's, as the statements say. Refused: no day, or a time with another zone.
Result<Moment> ibkr_moment(std::string_view text);

class IbkrMoves {
 public:
  explicit IbkrMoves(HistoryReading& reading) : reading_{reading} {}

  void base(std::string currency) { base_ = std::move(currency); }

  /// A trade, the end of an option, or an exchange of currencies; shares of an exercise or an
  /// assignment are kept for `settle`. Refused: futures, which pay no price.
  void take(IbkrTrade trade);

  /// The option of an exercise, an assignment or an expiration in a list of its own, which repeats
  /// what the trades say: booked where they do not.
  void take_end(IbkrTrade end, std::string_view type);

  RowOutcome cash(const IbkrCash& cash);

  /// "AAPL(US0378331005) SPLIT 4 FOR 1 (...)". Anything but a split is refused.
  RowOutcome corporate_action(std::string_view description, std::string_view when,
                              std::uint32_t line);

  /// Books what had to wait for the rest of the file.
  void settle();

 private:
  struct Waiting {
    IbkrTrade trade;
    OptionEndKind kind = OptionEndKind::expiration;  // of a list of ends
  };
  RowOutcome outcome(const IbkrTrade& trade);
  RowOutcome currencies(const IbkrTrade& trade);
  RowOutcome end(const IbkrTrade& trade, OptionEndKind kind, Moment moment);
  RowOutcome bought_or_sold(const IbkrTrade& trade, Moment moment);
  RowOutcome shares(const IbkrTrade& trade);
  void account_for(const IbkrTrade& trade, RowOutcome outcome);

  HistoryReading& reading_;
  std::string base_ = "USD";
  OptionShares due_;
  std::set<std::pair<InstrumentId, OptionEndKind>> ended_;
  std::vector<IbkrTrade> shares_;
  std::vector<Waiting> ends_;
  std::set<std::pair<Date, std::string>> splits_;
};

}  // namespace plimsoll::io
