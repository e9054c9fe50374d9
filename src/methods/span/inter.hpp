#pragma once
// Credits for deltas that offset between commodities, and between clearing houses.

#include <deque>

#include "methods/span/work.hpp"

namespace plimsoll::span {

/// The commodities of one clearing house that are held. A deque: what points at one stays good.
struct House {
  const RiskFile* file = nullptr;
  const Policy* policy = nullptr;
  std::int16_t rate_class = 0;
  BondClass account_class = BondClass::speculator;
  bool customer = true;
  std::deque<Work> works = {};
  /// Places among the works, by code, where they are many; made by `find` as they grow.
  std::vector<std::pair<clearing::Code, std::size_t>> places = {};

  /// The one called so; nothing where none of it is held.
  Work* find(const clearing::Code& commodity);
};

/// Tiers of spreads between commodities; those of scanning, then of calendars, stand in where a
/// file has no others. Nothing where none is called so.
const clearing::Tier* credit_tier(const clearing::CombinedCommodity& commodity,
                                  const clearing::Code& name);
/// Whether a leg is of one tier: 0 is the whole commodity.
bool names_a_tier(const clearing::InterLeg& leg);

/// What one delta of a commodity, or of one of its tiers, is worth in price risk, by its deltas
/// before any spread.
Decimal weighted_price_risk(const Work& work, const ScannedTier* tier, const Policy& policy);

/// Says so where the file holds price risk to a scan range it does not state.
void remark_on_range(Work& work);

/// Forms one spread by delta as often as every leg allows, takes its deltas and adds up its
/// credits.
void credit_by_delta(const clearing::InterSpread& spread, House& house);

/// Spreads between two houses, in order of priority.
void credit_between(House& one, House& other);

}  // namespace plimsoll::span
