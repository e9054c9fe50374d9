#pragma once
// The least that must be sold, or deposited, so that equity is again so many times the requirement.

#include <optional>
#include <string>
#include <vector>

#include "strategy/book.hpp"
#include "strategy/policy.hpp"
#include "strategy/sale_search.hpp"

namespace plimsoll::strategy {

struct CureTerms {
  double target_multiple = 2;  // equity over maintenance, >= 1
  SaleOrder order = SaleOrder::least_cost;
  Gains gains = Gains::realised;
};

/// One order to give.
struct CureTrade {
  InstrumentId symbol;
  Quantity quantity;  // bought > 0, sold < 0
  Price price;        // as quoted, in its own currency
  Money proceeds;     // before costs, in the account's currency; below zero where it is bought
  SaleCost cost;
  Money requirement_freed;  // by this one, after those before it
  SpreadFrom spread_from = SpreadFrom::quote;
  MissingCosts missing = {};                // what the cost is without
  std::optional<double> days = {};          // at the policy's part of a day's volume
  std::vector<InstrumentId> together = {};  // legs that go with it, so that no hedge goes alone
};

enum class CureState : std::uint8_t {
  at_target,  // nothing to do
  cured,      // by the trades
  short_of,   // everything that helps is sold, and `deposit_besides` is still needed
};

struct Cure {
  double target = 0;
  CureState state = CureState::at_target;
  Room today;
  Money deficit;                      // target x requirement - equity; not below zero
  std::optional<Money> owed = {};     // equity is below zero by this
  std::optional<Money> deposit = {};  // alone restores the target, as the method confirms; to cents
  std::vector<CureTrade> trades = {};  // in order
  Room after;
  SaleCost cost;
  Money proceeds;
  std::optional<Money> deposit_besides = {};                      // where it is short of the target
  std::optional<Error> no_deposit = {}, no_deposit_besides = {};  // why either is not known
  std::vector<NotSold> not_sold = {};
  int evaluations = 0;  // of the method
  Account account;      // after the trades, the tax lots that are left in it

  std::optional<double> multiple_today() const;  // nothing where nothing is required
  std::optional<double> multiple_after() const;
};

/// Trades at the prices of the book's market. What is paid for them on the day is out of equity;
/// tax counts in what is least, and is due later. Refused: a target below 1, cash unknown,
/// no price or currency rate, a method that refuses the account as it is.
Result<Cure> cure(const Book& book, const Policy& policy, const CureTerms& terms);

}  // namespace plimsoll::strategy
