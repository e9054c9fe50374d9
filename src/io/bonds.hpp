#pragma once
// Bonds by the way brokers name them: "UNITED STATES TREAS BILLS ZERO CPN 0.00000% 03/18/2027".

#include <optional>
#include <string_view>

#include "model/draft.hpp"

namespace plimsoll::io {

/// What a bond's name says: treasury or not, maturity (the last day named, as issue dates come
/// beside it), bills and strips as zero coupon. Nothing where the name is not a bond's: no maturity
/// in it, or neither a bond's word nor a coupon. A certificate of deposit is described as a bond
/// that is not marginable.
std::optional<Description> bond_in(std::string_view name);

}  // namespace plimsoll::io
