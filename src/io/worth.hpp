#pragma once
// What a row says a holding is worth, and whether its numbers agree with each other.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "money/money.hpp"

namespace plimsoll::io {

/// What a row says of one holding's worth; any of them may be missing. A rounding is how far the
/// broker's own figure may be from the printed one (numbers.hpp).
struct Worth {
  std::optional<Quantity> quantity;
  std::optional<Decimal> price, value;
  Decimal quantity_rounding = {}, price_rounding = 0.005_d, value_rounding = 0.005_d;
};

/// Refused, naming both amounts: a value that is not quantity * price * factor, or has the other
/// sign. Allowed is what printing rounds away: half a unit of the last digit of the price, times
/// the units held; of the value; and of a quantity with a point in it, times the price. Nothing is
/// refused where one of the three is missing or beyond model/limits.hpp.
Result<void> agrees(const Worth& worth, Decimal factor);

/// Whether value = quantity * price * factor, signs aside, to a cent of price and a unit of value:
/// which of several units a bond is counted in. Nothing where one of the three is missing or beyond
/// its bounds.
std::optional<bool> worth_fits(const Worth& worth, Decimal factor);

/// A bond's principal. Brokers count it in units of 1, of 100 and of 1'000; the value tells which.
/// Where there is no value the quantity is the principal. Refused: a value that fits none.
Result<Quantity> principal_of(const Worth& worth);

/// The values of an account's rows, for comparing with the total a broker prints below them.
class ValueSum {
 public:
  void add(const std::optional<Decimal>& value);
  /// A row whose value is not known, because it was refused.
  void lose() { complete_ = false; }

  Decimal sum() const { return sum_; }
  /// Whether the sum may stand for `printed`: nothing where a value is missing. Allowed is half a
  /// cent for each row and for the total, which are rounded each on its own.
  std::optional<bool> is(Decimal printed) const;

 private:
  Decimal sum_;
  std::size_t rows_ = 0;
  bool complete_ = true;
};

/// The refusal of a total that is not the sum of the rows above it: rows are missing.
std::unexpected<Error> not_the_total(Decimal printed, Decimal sum);

}  // namespace plimsoll::io
