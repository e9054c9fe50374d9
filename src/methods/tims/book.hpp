#pragma once
// An account's positions, each with its place in the valued market.

#include <optional>
#include <vector>

#include "margin/answer.hpp"
#include "methods/tims/valued.hpp"

namespace plimsoll::tims {

struct HeldPosition {
  std::size_t instrument = 0;  // of Valued::instruments
  double quantity = 0;         // signed as held; 0 where what is held can neither lose nor gain
  const Position* position = nullptr;
};

struct Book {
  std::vector<HeldPosition> in_grid;    // by class group, symbol, holding
  std::vector<HeldPosition> no_margin;  // by symbol, holding
  std::vector<const Position*> by_strategy;
  std::vector<Error> refused;
  std::vector<NotCovered> not_covered;
};

/// Every position of the account in one of its lists; nothing where one is not among the valued
/// instruments.
std::optional<Book> placed(const Account& account, const Valued& valued);

/// What a position would bring, in the account's currency; of a future, what it has gained since it
/// was opened, nothing where that is not stated.
Money value_of(const HeldPosition& held, const Valued& valued);

}  // namespace plimsoll::tims
