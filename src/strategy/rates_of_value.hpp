#pragma once
// Whether a book's requirement is so much of each value, and how much: then its distance is
// arithmetic.

#include <optional>
#include <vector>

#include "strategy/book.hpp"
#include "strategy/holdings.hpp"
#include "strategy/linear_book.hpp"

namespace plimsoll::strategy {

struct RatesOfValue {
  std::vector<LinearHolding> holdings = {};  // one for each position
  std::vector<InstrumentId> names = {};      // what moves each
  std::vector<double> multiples = {};        // of what moves it
};

/// Nothing where it is not so: options or futures are held, positions are taken together, or the
/// requirement is more than the sum of its groups.
std::optional<RatesOfValue> rates_of_value(const Answer<Money>& answer,
                                           const std::vector<Held>& held, const Account& account);

/// Whether the same is asked of each, as far as requirements in whole cents tell. What is worth
/// less than a dollar, on either side, is passed over.
bool same_rates(const RatesOfValue& a, const RatesOfValue& b);

/// The market's fall at which excess is nothing, by them alone.
std::optional<double> closed_form_decline(const RatesOfValue& rates, const Room& today);
/// The same where one name alone moves.
std::optional<double> closed_form_decline(const RatesOfValue& rates, const Room& today,
                                          const InstrumentId& name);

}  // namespace plimsoll::strategy
