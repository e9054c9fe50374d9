#pragma once
// One book asked of several: under each method, and at each broker with what it charges.

#include <optional>
#include <string>
#include <vector>

#include "margin/margin_report.hpp"
#include "strategy/debit.hpp"
#include "strategy/distance.hpp"

namespace plimsoll::strategy {

/// Where an account stands under one method and house.
struct MethodStanding {
  Money requirement = {};               // maintenance, on the side of the equity
  std::optional<Money> equity = {};     // nothing: cash is unknown
  bool lower_bound = false;             // some rule could not be applied
  std::optional<Reach> market = {};     // how far the whole market may go
  std::optional<Error> no_market = {};  // why that is not known
  std::optional<Money> excess() const;
  bool called() const;                     // the excess is below zero
  std::optional<double> multiple() const;  // equity / requirement; nothing without either
  /// Fractions above zero, of the whole market; nothing where it is not known, where there is no
  /// call within the policy's range, and where the account is called already.
  std::optional<double> decline() const;
  std::optional<double> rise() const;
};

/// Of an answer as it is; `market` is not asked.
MethodStanding standing_of(const AnyAnswer& answer);
/// How far the market may go by `book`'s method, or why that is not known.
void look_ahead(MethodStanding& standing, const Book& book, const DistancePolicy& policy);

/// Strategy margin beside portfolio margin, of one account.
struct PortfolioMargin {
  Money strategy = {}, portfolio = {};     // maintenance, each on the side of its own equity
  Money requirement_less = {};             // below zero: portfolio margin asks more
  std::optional<Money> frees = {};         // of excess; nothing where cash is unknown
  std::optional<Money> equity = {};        // as portfolio margin counts it
  std::optional<Money> equity_least = {};  // to be kept under it; nothing: none is asked
  /// How far the equity is below that, zero where it is not; nothing where either is unknown.
  std::optional<Money> equity_missing() const;
};
PortfolioMargin portfolio_margin(const MethodStanding& strategy, const MethodStanding& portfolio,
                                 std::optional<Money> equity_least);

/// The account at one broker: under its house rules, owing at its rates.
struct Broker {
  std::string name = {};  // of the house profile; of the rate schedule where there is no profile
  std::string title = {};
  std::string house = {};  // empty: the law alone, which is less than this broker asks
  std::optional<MethodStanding> standing = {};
  std::optional<Error> no_standing = {};  // why
  std::string schedule = {};              // of rates; empty: none
  RateSource rates = {};                  // where it is from
  std::optional<Money> cost_a_year = {};  // of today's debit, 365 days
  /// A year, of the debit in the account's currency, on the schedule's own basis; nothing where
  /// nothing, or another currency besides, is owed.
  std::optional<Percent> effective = {};
  std::optional<Error> no_cost = {};      // why
  std::vector<std::string> remarks = {};  // on the schedule: stale, of unknown origin
  bool own = false;  // the account's own schedule, at the rate it says it agreed to
  bool cheapest = false, farthest = false;
};

/// Marks the least cost, where two or more are known and something is owed; and the longest decline
/// of those whose house rules are known and who do not call already, none being the longest of all.
/// Equals are marked alike; nothing where all are equal.
void mark(std::vector<Broker>& brokers);

struct Comparison {
  MarginReport margin = {};
  std::vector<MethodStanding> standings = {};            // one for each of its results
  std::optional<PortfolioMargin> portfolio_margin = {};  // where both cover the book
  std::vector<Broker> brokers = {};  // houses by name, then schedules without one
  Label broker_method = "";          // what their house rules stand on
  std::optional<Money> debit = {};   // what is charged, in the account's currency
  Financing financing = {};
};

/// Answers as they stand; nothing else is filled in.
Comparison comparison_of(MarginReport report);

}  // namespace plimsoll::strategy
