#pragma once
// The framework's figures by name: each with its unit, its formula and what went into it, so that
// it can be reckoned again by hand.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "strategy/buffer.hpp"
#include "strategy/carry.hpp"
#include "strategy/distance.hpp"
#include "strategy/finance_guru.hpp"

namespace plimsoll::strategy {

enum class KpiUnit : std::uint8_t {
  money,
  money_a_month,
  money_a_year,
  fraction,      // of 1
  multiple,      // so many times
  basis_points,  // of a year's rate
  names,
  daily_moves,  // typical ones
};
std::string_view name_of(KpiUnit unit);

using KpiNumber = std::variant<Money, double>;

struct KpiInput {
  std::string_view name;
  KpiNumber value;
};

struct Kpi {
  std::string_view name;
  KpiUnit unit = KpiUnit::money;
  std::string_view formula;
  std::optional<KpiNumber> value = {};
  std::string missing = {};                 // why there is no value
  std::vector<KpiInput> inputs = {};        // in the formula's order; those that are known
  Bound bound = Bound::exact;               // what the value says where something is left out
  std::optional<MarginColour> colour = {};  // of `portfolio_margin_ratio`
};

/// Answers the figures are taken from; those of an answer that is not there say so.
struct KpiSources {
  const Carry& carry;
  const Buffer* buffer = nullptr;
  const Distance* distance = nullptr;
};

/// Always the same names in the same order.
std::vector<Kpi> kpis(const KpiSources& sources);

/// One over the sum of squared weights: of how many names of equal size the book is as
/// concentrated. Weights are of the gross value, options with what they are on. Nothing where
/// nothing has a value.
std::optional<double> effective_names(const std::vector<PositionCarry>& positions);

}  // namespace plimsoll::strategy
