#pragma once
// An account with its prices looked up: what the formulas and the search read. Sorted by symbol, so
// that nothing after it depends on the order positions were written in.

#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "margin/answer.hpp"
#include "methods/reg_t/debt.hpp"
#include "methods/reg_t/terms.hpp"

namespace plimsoll::reg_t {

enum class Direction : std::uint8_t { held, owed };

/// A money-market fund: margined apart from other shares.
struct MoneyMarketShares {
  Shares shares;
};

/// Warrants, which are margined as shares and may cover calls.
struct WarrantShares {
  Shares shares;
  Price exercise;
  Decimal shares_each;  // of stock, for one warrant
};

using Terms = std::variant<Shares, MoneyMarketShares, WarrantShares, Debt, OptionLeg>;

/// A position and everything its rules read, for the whole of it.
struct Entry {
  const Position* position = nullptr;
  InstrumentId id;
  InstrumentId underlying;  // of options, convertibles and warrants; the stock's own id otherwise
  Direction direction = Direction::held;
  Quantity size;  // positive
  Standing standing = Standing::marginable;
  Money value;  // at the mark, positive
  Terms terms;
};

/// Cash in one currency, and what one unit of it is in the account's.
struct CashHeld {
  Quantity amount;  // negative: borrowed
  Price rate;
  Currency currency;
};

struct HouseTerms;  // house_terms.hpp

struct Book {
  Currency currency;
  std::optional<std::vector<CashHeld>> cash;  // empty: unknown, or of unknown worth
  std::vector<Entry> entries;                 // by symbol, then holding
  std::vector<Error> refused;
  std::vector<NotCovered> not_covered;
  std::vector<Caveat> caveats;
  std::shared_ptr<const HouseTerms> house = {};  // what the entries' `house` point into
};

Book priced(const Account& account, const MarketSnapshot& market);

/// The terms of `quantity` (positive, at most the entry's size) of an entry.
Shares shares_of(const Entry& entry, Quantity quantity);
OptionLeg option_of(const Entry& entry, Quantity contracts);
Debt debt_of(const Entry& entry, Quantity quantity);

inline const OptionLeg* option_in(const Entry& entry) {
  return std::get_if<OptionLeg>(&entry.terms);
}
inline const Shares* shares_in(const Entry& entry) { return std::get_if<Shares>(&entry.terms); }

}  // namespace plimsoll::reg_t
