#pragma once
// How far a call is if more were asked.

#include <optional>
#include <string_view>

#include "strategy/reach.hpp"

namespace plimsoll::strategy {

/// What if more were asked: what is asked now, times something; or at least a rate of what is held
/// long in shares and funds, as a broker states it for a security.
struct RequirementShock {
  double multiple = 1;
  std::optional<Percent> rate = {};
};

struct ShockedReach {
  RequirementShock shock;
  Money requirement;  // today, under it
  Money excess;
  std::optional<double> down = {}, up = {};
};

/// A least rate of shares and funds that the policy asks about and that changes nothing here.
struct RateWithoutEffect {
  Percent rate = {};
  std::string_view why;
};

/// What shocks are tried on: the book, what it holds and what moves it, all outliving it.
struct ShockTerms {
  const Book& book;
  const DistancePolicy& policy;
  const std::vector<Held>& held;
  const std::vector<Mover>& movers;
};

/// Requirements times so much, along the market's curve, which is known already.
ShockedReach multiplied(const Reaches& reaches, RoomCurve& curve, const Room& today,
                        double multiple);
/// At least `rate` asked of every share and fund held long; nothing where that changes no
/// requirement. Refused as the method and the revaluation refuse.
Result<std::optional<ShockedReach>> with_floor(const ShockTerms& terms, const Room& today,
                                               Decimal rate);
/// Why such a rate changes nothing.
Result<std::string_view> why_without_effect(const Book& book, const Room& today);

}  // namespace plimsoll::strategy
