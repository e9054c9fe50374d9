#pragma once
// A house's rules, met with the facts of each position: what it asks of each.

#include "methods/reg_t/house/facts.hpp"
#include "methods/reg_t/house/terms.hpp"

namespace plimsoll::reg_t {

/// A rule that could not be applied to these, for want of an input.
struct HouseLack {
  const HouseRule* rule = nullptr;
  Label input;
  std::vector<InstrumentId> symbols = {};
};

/// Points every entry of the book at what the house asks of it; where it gives no credit, the
/// entry is paid in full. `lacks` are in the order of the profile, symbols in the book's.
struct HouseAttached {
  HouseMeasures measures;
  std::vector<HouseLack> lacks;
};
Result<HouseAttached> attach(const House& house, const Account& account,
                             const MarketSnapshot& market, Date rules, Book& book);

/// What the house asks of shares with these facts; `law` is what an add-on starts from where no
/// rule before it gives a percentage.
HouseAsk asked_of_value(const HouseProfile& house, const HouseFacts& facts, HouseOf of,
                        const RaisedRate& law);

std::vector<NotApplied> not_applied(const HouseProfile& house, const std::vector<HouseLack>& lacks);

}  // namespace plimsoll::reg_t
