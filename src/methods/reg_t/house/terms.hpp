#pragma once
// What the house asks of one position: its rules already chosen, their facts already read. The
// formulas read this; where it comes from is attach.hpp.

#include <deque>
#include <memory>
#include <vector>

#include "methods/reg_t/terms.hpp"
#include "rules/house.hpp"

namespace plimsoll::reg_t {

/// One percentage, and whose it is: a line of the profile, or the law's where a house only adds.
struct HousePart {
  RaisedRate rate;
  Label name = "";
  SourceLine where = {};
};
/// Dollars for one unit of the underlying or one share; or as a sum.
struct HouseDollars {
  Decimal dollars;
  const HouseRule* rule = nullptr;
};

/// Percentages that are added up, and dollars that are at least asked.
struct HouseAsk {
  std::vector<HousePart> parts;
  std::optional<HouseDollars> least = {};

  bool empty() const { return parts.empty() && !least; }
  Percent rate() const {
    Percent sum{};
    for (const HousePart& part : parts) sum.fraction += part.rate.rate.value.fraction;
    return sum;
  }
};

struct HouseShares {
  const HouseProfile* house = nullptr;
  HouseAsk to_keep = {};
  HouseAsk to_open = {};                 // besides what keeping asks
  bool at_most_value = false;            // held long: never more than the value
  const HouseRule* no_credit = nullptr;  // paid in full, by this rule
};

struct HouseOption {
  const HouseProfile* house = nullptr;
  HouseAsk underlying = {};  // less what it is out of the money
  HouseAsk least = {};       // of the underlying or, for puts, of the exercise price
  HouseAsk whole = {};       // its own value inside
  HouseAsk beside_premium = {};
  HouseAsk cost_to_close = {};            // of a spread it is sold in
  std::vector<HouseDollars> spread = {};  // for each spread it is sold in

  bool asks_alone() const {
    return !underlying.empty() || !least.empty() || !whole.empty() || !beside_premium.empty();
  }
  bool asks_of_spreads() const { return !cost_to_close.empty() || !spread.empty(); }
};

/// Everything a house asks of a book. The entries of the book point into it.
struct HouseTerms {
  House profile;
  std::deque<HouseShares> shares = {};
  std::deque<HouseOption> options = {};
  std::vector<HouseFacts> facts = {};  // of each entry, in the book's order
};

}  // namespace plimsoll::reg_t
