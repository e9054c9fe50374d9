#pragma once
// Law and house, joined: whichever asks for more.

#include <span>

#include "methods/reg_t/house/terms.hpp"
#include "methods/reg_t/option.hpp"

namespace plimsoll::reg_t {

/// The greater of the two; the law where both ask the same.
template <Reading R>
R stricter(R law, R house);

/// What the law comes to for shares, and what the house asks of them where they count for `value`.
template <Reading R>
R with_house(R law, const Shares& shares, const R& value, Phase phase);

/// What the house asks of an option sold with nothing against it, its market value inside; by the
/// law's percentages where it has none of its own.
template <Reading R>
R asked_uncovered(const OptionLeg& sold, Phase phase, const OptionRates& law);

/// What the law comes to for a spread, and what the house asks of it.
template <Reading R>
R with_house_of_spread(R law, std::span<const OptionLeg> bought, std::span<const OptionLeg> sold,
                       Phase phase);

/// Shares the house gives no credit on.
template <Reading R>
R asked_in_full(const Shares& held, Phase phase);

}  // namespace plimsoll::reg_t
