#pragma once
// How a book moves: what it gains for a small move of the market and of each name, options valued
// again, and what a fall takes. What caps on leverage stand on.

#include <optional>
#include <string>
#include <vector>

#include "strategy/book.hpp"
#include "strategy/book_volatility.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

struct NameMoves {
  InstrumentId id;
  NameRisk risk = {};
};

/// In the account's currency.
struct BookMoves {
  std::vector<NameMoves> names = {};  // by symbol
  double market = 0;                  // gained for a move of the market of one
  double shock = 0;                   // lost where it falls by policy.size.shock_decline
  /// So much more of a name, at a beta and with no option in it.
  void add(const NameMoves& more, double decline);
};

/// Refused: no price of what is held, an option that cannot be valued.
Result<BookMoves> book_moves(const Book& book, const Policy& policy);

/// The book as one asset.
struct BookRisk {
  double exposure = 0;                    // what leverage is of
  double beta = 0;                        // gained with the market / exposure
  double requirement = 0;                 // maintenance / exposure
  std::optional<double> volatility = {};  // a year: |beta| × the market's, and names' own besides
  std::optional<double> shock_loss = {};  // lost in the policy's shock / exposure; else by beta
  std::string unknown = {};               // why it is not known how the book moves
};

/// `requirement` and `exposure` in money. Of a book of one name with a volatility of its own, that;
/// of several, nothing without the market's.
struct RiskTerms {
  double exposure = 0, requirement = 0;
  std::optional<double> market_volatility = {};
};
BookRisk risk_of(const Result<BookMoves>& moves, const RiskTerms& terms);

}  // namespace plimsoll::strategy
