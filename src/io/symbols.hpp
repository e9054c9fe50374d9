#pragma once
// Symbols the way brokers spell them, to the one spelling the project uses.

#include <string>
#include <string_view>

#include "model/osi.hpp"

namespace plimsoll::io {

/// Whether text is an option in one word: root, yymmdd, C or P, strike ("AMAT260424C400",
/// "AAPL260116P00200000", "SPXW251219C6000.5").
bool is_option_word(std::string_view text);

/// Reads one. A strike of eight digits is in thousandths, as in an OSI symbol; any other is in the
/// currency.
Result<OsiSymbol> option_word(std::string_view text);

/// Whether text is an option in four words: root, expiry, strike, C or P ("AAPL 12/20/2024 150.00
/// C", "TQQQ 24AUG26 70 P").
bool is_option_phrase(std::string_view text);
Result<OsiSymbol> option_phrase(std::string_view text);

/// An option from its parts, checked: a root of one to six letters and digits once "BRK/B" and
/// "BRK B" are joined, a strike above zero that an OSI symbol can hold.
Result<OsiSymbol> option_of(std::string_view root, Date expiry, std::string_view right,
                            Decimal strike);

/// A share's symbol in upper case, classes joined as option roots join them: "BRK/B", "BRK.B" and
/// "BRK B" are "BRKB". Anything else as written.
std::string share_symbol(std::string_view text);

/// Nine characters whose last is the check digit of the others.
bool is_cusip(std::string_view text);

}  // namespace plimsoll::io
