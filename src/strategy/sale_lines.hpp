#pragma once
// What of an account may be sold or bought back, in which lots, and what that costs.

#include <string>
#include <vector>

#include "strategy/book.hpp"
#include "strategy/sale_costs.hpp"

namespace plimsoll::strategy {

/// Whether gains that are taxed may be realised.
enum class Gains : std::uint8_t { realised, avoided };
enum class Turn : std::uint8_t { first, last };

/// All of one symbol on one side, in whichever sub-accounts it is.
struct SaleLine {
  InstrumentId id;
  InstrumentId name;                   // what moves it
  const Position* position = nullptr;  // the first, of the book's account
  bool is_short = false;               // bought back, not sold
  Price price;
  SaleCosts costs;
  Quantity held;           // > 0
  Quantity sellable;       // not above that
  Quantity lot;            // > 0
  std::int64_t most = 0;   // lots in what may be sold, the last perhaps broken
  std::int64_t least = 1;  // lots in the smallest ticket; all of it is never too small
  Turn turn = Turn::first;

  Quantity units(std::int64_t lots) const;
  double cost(std::int64_t lots) const;
  double paid(std::int64_t lots) const;
  /// The nearest number of lots that may be sold, not below `lots`.
  std::int64_t admitted(std::int64_t lots) const;
  /// The next smaller sale than one of `lots` > 0; perhaps none.
  std::int64_t below(std::int64_t lots) const;
};

struct NotSold {
  InstrumentId id;
  std::string reason;
  bool operator==(const NotSold&) const = default;
};

struct SaleLines {
  std::vector<SaleLine> lines = {};  // as the account has them
  std::vector<NotSold> not_sold = {};
};

/// Lots are the policy's; options and futures in whole contracts. What the policy keeps, what is
/// on a chain, and what cannot be booked are not sold, and said with the reason; so is what has no
/// lot without a gain, where gains are avoided. Refused: cash unknown, no price, no
/// currency rate.
Result<SaleLines> sale_lines(const Book& book, const CurePolicy& policy, Gains gains);

}  // namespace plimsoll::strategy
