#pragma once
// What a SPAN XML element says in its children: numbers, months, codes, rates. Empty where the
// child is missing or blank; refused with line and path where it says something else than it should
// or is out of bounds, so that no sum of a method overflows.

#include <optional>

#include "io/clearing/spn_tree.hpp"
#include "market/clearing/commodity.hpp"

namespace plimsoll::io::spn {

inline constexpr Decimal price_max{1'000'000'000};      // of a price, a strike, a factor
inline constexpr Decimal money_max{1'000'000'000'000};  // of an array's value, a charge
inline constexpr Decimal ratio_max{1'000'000};          // of deltas, credits, multipliers
inline constexpr double real_max = 1e12;                // of a model's input

Result<std::optional<Decimal>> decimal(Element of, Tag tag, Decimal size_max);
/// Rounded half to even at the ninth place: for deltas and conversions, which are quotients.
Result<std::optional<Decimal>> quotient(Element of, Tag tag, Decimal size_max);
Result<std::optional<double>> real(Element of, Tag tag);
/// From 0 to 2^32 - 1.
Result<std::optional<std::uint32_t>> number(Element of, Tag tag);
/// 0 or 1.
Result<bool> flag(Element of, Tag tag, bool otherwise);
Result<std::int16_t> rate_id(Element of, Tag tag = Tag::r);

/// At most 32 bytes.
Result<clearing::Code> code(Element of, Tag tag);
Result<clearing::Code> needed_code(Element of, Tag tag);
/// A tier's number without leading zeros; empty for 0, which is the whole commodity.
Result<clearing::Code> tier_code(Element of, Tag tag);
Result<std::optional<Currency>> currency(Element of, Tag tag);
/// One line of at most 200 bytes.
std::string words(Element of, Tag tag);

/// "202512", "20251215", "202512W1"; empty where there is none or it is 0. Month 99 is the last.
Result<Month> month(Element of, Tag tag);
/// YYYYMMDD; empty where it is 0.
Result<std::optional<Date>> day(Element of, Tag tag);
Result<clearing::Side> side(Element of, Tag tag);

/// Every `rate{r,val}`.
Result<clearing::Rates> rates(Element of, Decimal size_max);
/// An `ra`.
Result<clearing::RiskArray> risk_array(Element ra);
/// The first `scanRate`, into what it fills of the terms.
Result<void> scan_ranges(Element of, clearing::SeriesTerms& terms);

}  // namespace plimsoll::io::spn
