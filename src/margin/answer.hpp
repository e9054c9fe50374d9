#pragma once
// What every method answers. The contract's margin answer is this, written as JSON.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "market/snapshot.hpp"
#include "model/account.hpp"
#include "rules/amount.hpp"

namespace plimsoll {

/// A part of a position that stands in a group. Every contract and share of an account stands in
/// exactly one.
struct Leg {
  InstrumentId id;
  Quantity quantity;  // signed as held
  Holding holding = Holding::unstated;
};

/// Legs taken together under one rule.
template <Reading R>
struct Group {
  Label strategy;
  std::vector<Leg> legs;
  R initial;
  R maintenance;
  Money proceeds;     // premium of its short options
  Money net_deposit;  // initial - proceeds
};

/// A demand for money: what kind, how much, by when where that is known, and what would meet it.
struct Call {
  Label kind;
  Money amount;
  std::optional<Date> due;
  std::string cure;
};

/// A refinement that could not be applied, so that the answer is a lower bound: what, and the input
/// it lacks.
struct NotApplied {
  std::string what;
  std::string missing_input;
};

/// Something a reader must know before trusting the number.
struct Caveat {
  std::string text;
  bool operator==(const Caveat&) const = default;
};

/// A position the method does not margin, and why.
struct NotCovered {
  std::string symbol;
  std::string reason;
};

/// A plain tree of named values: any codec prints it, none knows the method.
struct Detail {
  std::string name = {};
  std::string text = {};  // leaves: a number or text, as printed
  bool number = false;    // a leaf to be printed as JSON prints numbers, true and false
  bool list = false;      // children are items, not members
  std::vector<Detail> children = {};
};

/// Sums are in the account's currency. See docs/guide/requirement.md and the contract for what is
/// inside each.
template <Reading R>
struct Answer {
  R initial;
  R maintenance;
  R risk_initial;      // initial, less what it holds for short stock's value and for the cost of
                       // long options
  R risk_maintenance;  // the same of maintenance
  R proceeds;
  std::optional<R> equity = {};           // with loan value; empty where cash is unknown
  std::optional<R> net_liquidation = {};  // the same
  std::vector<Group<R>> groups =
      {};  // binding group first is the report's doing; here: as the method orders them
  std::optional<Date> rules = {};  // whose rulebook was read, where the method has rulebooks
  std::vector<Call> calls = {};
  std::vector<NotApplied> not_applied = {};
  std::vector<Error> refused =
      {};  // positions whose inputs are missing; non-empty: they are in no sum
  std::vector<NotCovered> not_covered =
      {};  // non-empty: there is no total, and the sums above mean nothing
  Detail detail = {};
  std::vector<Caveat> caveats = {};
  std::vector<std::shared_ptr<const void>> owners =
      {};  // what labels and citations point into, where it was loaded

  /// Whether every position is in the sums. Only the engine may pass on an answer that is not.
  bool complete() const { return refused.empty() && not_covered.empty(); }
  Money net_deposit() const { return money_of(initial) - money_of(proceeds); }
  std::optional<Money> excess_initial() const { return excess_over(risk_initial); }
  std::optional<Money> excess_maintenance() const { return excess_over(risk_maintenance); }

 private:
  std::optional<Money> excess_over(const R& risk) const {
    return equity ? std::optional{money_of(*equity) - money_of(risk)} : std::nullopt;
  }
};

/// Every explained sum of an answer, those that are known.
inline std::vector<const Amount*> trees_of(const Answer<Amount>& answer) {
  std::vector<const Amount*> trees{&answer.initial, &answer.maintenance, &answer.risk_initial,
                                   &answer.risk_maintenance, &answer.proceeds};
  if (answer.equity) trees.push_back(&*answer.equity);
  if (answer.net_liquidation) trees.push_back(&*answer.net_liquidation);
  return trees;
}

}  // namespace plimsoll
