#pragma once
// An account day by day: what `plimsoll ledger` answers, and what it must be told. Plain values;
// the report and the codec print them.

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "margin/answer.hpp"

namespace plimsoll {

/// Which rule looks at the day's trades while a broker may still choose.
enum class IntradayRegime : std::uint8_t { intraday, legacy_day_trade };

/// What the account says of itself and no rule can know.
struct LedgerTerms {
  std::optional<Decimal> sma = {};            // at the opening
  std::optional<IntradayRegime> regime = {};  // between 2026-06-04 and 2027-10-20
  bool practice = false;                      // of not satisfying intraday deficits promptly
};

/// A demand that stands at the close of a day.
struct LedgerCall {
  Label kind;  // "reg_t", "maintenance", "min_equity", "house", "intraday", "day_trade", "cash_due"
  Money amount;                  // what is still missing
  Date since;                    // the day that made it
  std::optional<Date> due = {};  // close of this day; empty where no rule gives one
  std::string cause;
  std::string cure;
  const Citation* law = nullptr;
  SourceLine where = {};  // of the rule that made it
};

/// At the close of one day, in the account's currency.
struct LedgerDay {
  Date day;
  Money equity;                     // with loan value
  Money reg_t;                      // Regulation T requirement at the market, against that equity
  Money maintenance;                // the rule's, against that equity
  std::optional<Money> house = {};  // the broker's, where a house was asked for
  Money sma;                        // special memorandum account
  Money buying_power;               // of marginable stock, held overnight
  std::optional<Money> intraday_buying_power = {};
  bool restricted = false;  // equity is below the Regulation T requirement
  Money intraday_deficit;   // the day's; zero where the rule does not apply
  int reducing_transactions = 0;
  int day_trades = 0;  // in the five business days that end with this one
  bool pattern_day_trader = false;
  std::optional<Date> frozen_until = {};  // last day of a freeze
  std::vector<LedgerCall> calls = {};     // open at the close

  /// Over the stricter of the rule's maintenance and the house's.
  Money excess() const {
    const Money stricter = house && maintenance < *house ? *house : maintenance;
    return equity - stricter;
  }
  Money excess_reg_t() const { return equity - reg_t; }
};

struct LedgerReport {
  std::string account;
  Date as_of;  // of the opening state
  Currency currency;
  Label method;
  std::vector<LedgerDay> days;  // every day the exchanges were open, in order
  std::vector<Caveat> caveats;
};

}  // namespace plimsoll
