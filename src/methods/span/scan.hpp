#pragma once
// Sixteen scenarios: what a group of positions loses in each, the worst, and what it is made of.

#include <array>
#include <span>

#include "market/clearing/risk_file.hpp"
#include "methods/span/policy.hpp"

namespace plimsoll::span {

inline constexpr std::size_t scenarios_count = clearing::RiskArray::size;
/// Losses above zero, in the performance bond currency.
using Scenarios = std::array<Decimal, scenarios_count>;

/// So many contracts of an array.
struct ScannedPosition {
  const clearing::RiskArray* array = nullptr;
  Decimal contracts = {};
};

/// Exact where contracts are whole and the array's digits are money's.
Scenarios summed(std::span<const ScannedPosition> positions);

struct Scan {
  Scenarios scenarios{};
  std::size_t active = 0;  // place, from 0
  Decimal risk = {}, time_risk = {}, volatility_risk = {}, price_risk = {};
};

/// `points` say which scenario is whose opposite.
Scan scan(const Scenarios& losses, std::span<const clearing::ScanPoint> points,
          const RoundingProfile& rounding);

/// As tiers add up: risks are summed, and the scenarios shown are the sums of theirs.
Scan added(const Scan& a, const Scan& b);

/// What a file's points are; those it does not name are the usual ones.
std::vector<clearing::ScanPoint> points_of(const clearing::RiskFile& file);

/// "price -0.3333 of its range, volatility +1".
std::string move_text(const clearing::ScanPoint& point);

}  // namespace plimsoll::span
