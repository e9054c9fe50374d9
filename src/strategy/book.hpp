#pragma once
// What every answer of this folder stands on: an account, a market, and what margin it owes, by a
// method that nothing here knows by name.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "margin/method.hpp"
#include "pricing/boundary_memo.hpp"

namespace plimsoll::strategy {

/// What a lending pool's bank pays on deposits and charges on loans, a year, simple, at what is
/// borrowed of it today; or why the pool's file does not tell.
struct BankRates {
  Result<Decimal> lending;
  Result<Decimal> borrowing;
};

struct Book {
  Account account;        // resolved: every symbol known, nothing refused
  MarketSnapshot market;  // of the account's day
  MarginFunction margin;  // sums are enough
  Label method = "";      // as the reader asked for it
  std::string house = {};
  /// The price of an option on a future where that stands at a price, by its clearing house.
  std::function<Result<Decimal>(const FutureOption&, Decimal)> option_at = {};
  /// By bank, of a lending pool: it has no cash, and what is owed are positions. Nothing elsewhere.
  std::optional<std::map<InstrumentId, BankRates>> pool = {};
  /// What was worked out of its options before.
  std::shared_ptr<pricing::BoundaryMemo> boundaries = std::make_shared<pricing::BoundaryMemo>();
};

/// What an account has and what it must keep, in its own currency.
struct Room {
  Money equity;
  Money requirement;  // maintenance, on the side of the equity: what the contract calls
                      // risk_maintenance
  Money initial;      // likewise
  std::optional<Money> net_liquidation = {};
  Money excess() const { return equity - requirement; }
};

/// Refused: an answer in which positions are missing, or whose equity is unknown (no cash).
Result<Room> room_of(const Answer<Money>& answer, const Account& account);
/// The account in `market` under the book's method. Refused as the method refuses, and as above.
Result<Room> room(const Book& book, const Account& account, const MarketSnapshot& market);
Result<Room> room(const Book& book);

}  // namespace plimsoll::strategy
