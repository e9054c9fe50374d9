#pragma once
// A broker written down for this method's tests.

#include <utility>

#include "methods/reg_t/house/attach.hpp"
#include "methods/reg_t/testing.hpp"
#include "rules/house_for_tests.hpp"

namespace plimsoll::reg_t::testing {

using plimsoll::testing::house_rule;
using plimsoll::testing::HouseKeys;
using plimsoll::testing::with_steps;

inline House house_of(std::vector<Node> rules) {
  return house_profile(plimsoll::testing::house_file(std::move(rules)), "broker.toml").value();
}

/// 30 % of stock held long, and 10 % more above half of the account.
inline House base_and_concentration() {
  return house_of(
      {house_rule(
           10, {{"scope", "position"}, {"mode", "floor"}, {"of", "market_value"}, {"rate", "0.30"}},
           {{"side", "long"}, {"security", "equity"}}),
       with_steps(house_rule(20,
                             {{"scope", "position"},
                              {"mode", "add"},
                              {"of", "market_value"},
                              {"by", "concentration"}},
                             {{"security", "equity"}}),
                  {{"0.50", "0"}, {"1", "0.10"}})});
}

/// An account priced and met with a broker. Keeps both: the book points into the account.
struct Met {
  Met(Desk held, House asked)
      : desk{std::move(held)},
        house{std::move(asked)},
        book{priced(desk.account, desk.market)},
        attached{attach(house, desk.account, desk.market, today, book).value()} {}
  Met(const Met&) = delete;
  Met& operator=(const Met&) = delete;
  const Shares& shares(std::size_t place) const { return *shares_in(book.entries.at(place)); }
  const OptionLeg& option(std::size_t place) const { return *option_in(book.entries.at(place)); }

  Desk desk;
  House house;
  Book book;
  HouseAttached attached;
};

}  // namespace plimsoll::reg_t::testing
