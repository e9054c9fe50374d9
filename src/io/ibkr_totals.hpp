#pragma once
// The totals Interactive Brokers prints of positions, against the rows it prints of them.

#include <map>
#include <string>
#include <string_view>

#include "base/decimal.hpp"
#include "base/result.hpp"

namespace plimsoll::io {

/// Sums of rows by group. A group is whatever a total is printed of: "Stocks|USD", "stock".
class IbkrTotals {
 public:
  /// A row's value, as written, and what one unit of its currency is in the total's, as written
  /// ("1": the same currency). A blank or unreadable one makes the group's sum unknown.
  void add(const std::string& group, std::string_view value, std::string_view rate);
  /// Nothing is known of the group's sum: a row was refused, or may belong elsewhere.
  void lose(const std::string& group) { sums_[group].known = false; }
  void lose_all() { known_ = false; }

  /// Refused: a printed total that is not the sum of the group's rows, beyond what the printed
  /// digits of values and rates leave open. A blank total, and a sum that is unknown, pass.
  Result<void> check(const std::string& group, std::string_view printed) const;

 private:
  struct Sum {
    Decimal value, slack;
    bool known = true;
  };
  std::map<std::string, Sum> sums_;
  bool known_ = true;
};

/// Where a Flex query's summary by day counts a category ("STK"): "stock", "options", "bonds", ...;
/// empty where that is not certain, as for warrants.
std::string_view ibkr_summary_group(std::string_view category);

}  // namespace plimsoll::io
