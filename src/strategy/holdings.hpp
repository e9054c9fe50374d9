#pragma once
// What each position is worth and what moves it.

#include <vector>

#include "market/snapshot.hpp"
#include "model/account.hpp"

namespace plimsoll::strategy {

/// How an instrument's price follows others: by `multiple` of what moves `name`, by `beta` of what
/// the whole market does.
struct Moves {
  InstrumentId name;  // itself, what it is on, or what several funds track
  double multiple = 1;
  double beta = 0;
};

enum class BetaFrom : std::uint8_t {
  quote,      // its own
  reference,  // its multiple of what it tracks
  assumed,    // the default, because nothing states it
  none,       // it does not follow the market: cash, bonds
};

/// Of everything a catalog names that has a price of its own: options, which have their price from
/// what they are on, are not among them.
struct Mover {
  InstrumentId id;
  Moves moves;
  BetaFrom from = BetaFrom::assumed;
};

/// In order of symbol. `default_beta` is of shares and funds whose beta nothing states; of what
/// tracks an index that has none stated, its multiple. Bonds do not follow the market; Treasuries
/// and money market funds do not move at all.
std::vector<Mover> movers(const Account& account, const MarketSnapshot& market,
                          double default_beta);

/// A position with its worth in the account's currency.
struct Held {
  std::size_t position = 0;  // of Account::positions
  InstrumentId id;
  Moves moves;     // of an option: of what it is on
  Money value;     // at the market, below zero for what is short; futures have none
  Money notional;  // what it is on: of options and futures what they deliver, of puts the other
                   // way; of everything else the value
  Money exposure;  // what stands in the market, signed: the value; of what is settled every day and
                   // so has none, what it is on
};

/// Every position, in the account's order. Refused: no price, no currency rate.
Result<std::vector<Held>> holdings(const Account& account, const MarketSnapshot& market,
                                   double default_beta);

/// Sums over them.
struct Totals {
  Money long_value, short_value;  // short below zero
  /// What is settled every day, of one name together, without signs: months of one product offset
  /// each other as nothing else here does.
  Money settled_daily;
  Money gross() const { return long_value - short_value; }
  /// What leverage is of: a future moves an account as what it is on does.
  Money exposure() const { return gross() + settled_daily; }
};
Totals totals(const std::vector<Held>& held, Currency currency);

/// Whether what is owed is a position among those held, and no cash is.
bool is_lending(AccountKind kind);

/// What leverage is of: in a lending pool, where what is owed is the loan, what is deposited.
Money exposure_of(const Totals& totals, AccountKind kind);

/// All cash in the account's currency, below zero where it is owed. Refused: unknown, no rate.
Result<Money> cash_of(const Account& account, const MarketSnapshot& market);

}  // namespace plimsoll::strategy
