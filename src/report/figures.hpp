#pragma once
// Money as a person reads it: two decimals and separators. What does not fit two decimals is
// rounded against the account's headroom, never for it; exact figures are in the explained tree and
// in JSON.

#include <optional>
#include <string>

#include "money/money.hpp"

namespace plimsoll::report {

/// Away from zero: "57,525.01".
std::string requirement_text(Money requirement);
/// Toward zero.
std::string equity_text(Money equity);
/// Toward minus infinity: half a cent too little is a cent too little.
std::string excess_text(Money excess);

/// equity / requirement, as many times as it covers it, cut to two decimals: "3.13x". "no
/// requirement" where there is none; nothing where the equity is unknown.
std::optional<std::string> multiple_text(std::optional<Money> equity, Money requirement);

/// Every digit there is, at least two decimals: "1,234.567".
std::string exact_text(Money money);
std::string price_text(Price price);

/// Units as written in a sentence: "1,000", "0.5".
std::string quantity_text(Quantity quantity);

}  // namespace plimsoll::report
