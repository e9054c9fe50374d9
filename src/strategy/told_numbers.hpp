#pragma once
// Model numbers in sentences: few digits, as a person says them.

#include <string>
#include <string_view>

#include "money/money.hpp"

namespace plimsoll::strategy {

/// A fraction of 1: 0.41 is "41 %", 0.3454 is "34.5 %", 0.0004 is "0.04 %". Not a number that is
/// too small to show is called 0: 0.00001 is "under 0.01 %".
std::string told_percent(double fraction);

/// A distance, cut toward zero: 0.3796 is "37.9 %", 0.0004 is "0.04 %"; no sign.
std::string told_far(double fraction);

/// A chance, or another use, rounded up: 0.13501 is "13.6 %", 0.00001 is "under 0.01 %".
std::string told_chance(double fraction);

/// What the two above show, as the pages do: tenths of a per cent as a whole number, cut toward
/// zero or up. What a double falls short of a tenth it was meant to be is not taken for less.
double tenths_cut(double fraction);
double tenths_up(double fraction);

/// At most two decimals: "1.84", "2", "0.4".
std::string told(double number);

/// The same, cut: what covers 1.6666 times is not told as 1.67.
std::string told_down(double number);

/// "12,827.40 USD": two decimals, half to even.
std::string told_money(Money money);

/// "1 time", "2 times"; "1 name", "2.5 names": the word in the singular, which an s makes many.
std::string told_many(double number, std::string_view word);

}  // namespace plimsoll::strategy
