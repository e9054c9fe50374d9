#pragma once
// What a clearing house's method says of its combined commodities: what each is charged and why.

#include <string>

#include "margin/answer.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

enum class CommodityRows : std::uint8_t {
  some,  // the dearest commodities
  all,   // and the rest, their deltas by month, and every spread that formed
};

/// Whether the answer is by combined commodity: equity then counts cash and open gains, and nothing
/// is lent on or received for an option.
bool is_by_commodity(const Detail& detail);

/// The section, or nothing where the answer has no commodities. Commodities are in their own
/// currencies; the dearest first.
std::string commodities_section(const Detail& detail, CommodityRows rows, const Paper& paper);

/// What options held are worth, less what options sold are: "-18,700.00".
std::string net_option_value_text(const Detail& detail);

}  // namespace plimsoll::report
