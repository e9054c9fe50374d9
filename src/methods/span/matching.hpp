#pragma once
// Which contract of a risk file a description means.

#include "methods/span/places.hpp"

namespace plimsoll::span {

/// What is looked for. What is left empty the file decides, where it leaves no choice.
struct Sought {
  clearing::Code exchange = {}, product = {};
  std::vector<clearing::ProductType> types = {};
  Month month = {};  // of the future; of an option, of the future it is on
  std::optional<Month> option_month = {};
  std::optional<Date> expiry = {};  // of options described by their day
  std::optional<Right> right = {};
  Decimal strike = {};
};

extern const std::vector<clearing::ProductType> option_types;
Sought sought_of(const Future& future);
Sought sought_of(const FutureOption& option);

struct Found {
  std::size_t file = 0;
  Index contract = clearing::nowhere;
};

/// Refused with what is there instead: products of the same name elsewhere, the nearest keys.
Result<Found> matched(const Sought& sought, const RiskFiles& files);

}  // namespace plimsoll::span
