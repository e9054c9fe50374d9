#pragma once
// Shares that come and go because an option was exercised or assigned. The option's own row brings
// them, so the broker's second row, of the shares, has to be found and left out.

#include <string>
#include <string_view>
#include <vector>

#include "model/activity.hpp"
#include "model/osi.hpp"

namespace plimsoll::io {

class OptionShares {
 public:
  /// An exercise or an assignment, which brings 100 shares a contract at the strike.
  void expect(OptionEndKind kind, const OsiSymbol& option, Quantity contracts, Date day);

  /// Whether these shares (bought > 0) are of such an option: the same symbol, side and strike,
  /// within a week, and not more of them than are still due. They are then no longer due.
  bool claim(std::string_view symbol, Quantity shares, Decimal price, Date day);

 private:
  struct Due {
    std::string symbol;
    Decimal strike;
    Quantity shares;  // bought > 0
    Date day;
  };
  std::vector<Due> due_;
};

}  // namespace plimsoll::io
