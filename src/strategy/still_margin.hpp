#pragma once
// A method over a market that stands still. A search asks it of many accounts at the same prices;
// what each position gains or loses where prices move has then to be worked out once.

#include <functional>
#include <utility>

#include "strategy/book.hpp"

namespace plimsoll::strategy {

/// A margin function that can also be had over one market: quick for accounts that hold nothing
/// but what the given one does, and the same for all.
struct MarginOverMarkets {
  MarginFunction any;
  std::function<MarginFunction(const Account&, const MarketSnapshot&)> over;

  Result<Answer<Money>> operator()(const Account& account, const MarketSnapshot& market) const {
    return any(account, market);
  }
};

/// The book's method for accounts in the book's market; its own function where it has no other.
inline MarginFunction over_still_market(const Book& book) {
  const auto* both = book.margin.target<MarginOverMarkets>();
  return both != nullptr ? both->over(book.account, book.market) : book.margin;
}

}  // namespace plimsoll::strategy
