#pragma once
// Fractions and grades of a house profile, each refused with its line.

#include <array>
#include <string>
#include <string_view>

#include "base/profile_nodes.hpp"
#include "rules/house.hpp"
#include "rules/house_words.hpp"

namespace plimsoll {

class HouseNodes : protected ProfileNodes {
 protected:
  using ProfileNodes::ProfileNodes;

  Result<Decimal> fraction_of(const std::string& key, const Node& node) const {
    PLIMSOLL_TRY(number, number_of(key, node));
    if (Decimal{10} < number)
      return refuse(node, key + " is " + node.text +
                              ", more than ten times the value; write 25 % as \"0.25\"");
    return number;
  }
  Result<Grade> grade_in(const Node& table) const {
    static constexpr std::array<std::string_view, 3> grades{"text_read", "secondary", "recalled"};
    return word_in<Grade>(grades, table, "grade");
  }
};

}  // namespace plimsoll
