#pragma once
// One contract's two lines: sixteen values, prices and deltas.

#include "io/clearing/positional_records.hpp"

namespace plimsoll::io {

/// How the digits of one product's contracts are to be read.
struct DigitsMeaning {
  PriceForm settlement;
  int array_power = 0;  // the array's values, times ten to this, are money
};

/// Fills the contract's price, deltas and own factor, and the array. `first` is an 81 or an 83
/// line, `second` the 82 or 84 that belongs to it; what is wrong either of them says.
void read_pair(Row& first, Row& second, const DigitsMeaning& meaning, clearing::Contract& contract,
               clearing::RiskArray& array);

/// The column of the sign of a strike, in an 82 or an 84 line.
Column strike_sign_column(bool is_wide);

}  // namespace plimsoll::io
