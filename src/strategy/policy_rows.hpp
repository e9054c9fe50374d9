#pragma once
// What a policy's values are made of: words for its closed lists, columns for its tables. A value
// of a policy is a cell, a list of cells, or a list of rows of cells.

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "strategy/policy.hpp"

namespace plimsoll::strategy {

/// Which way a number has to go for the policy to allow more.
enum class Loosens : std::uint8_t { higher, lower, neither };

/// Where a number may be, ends included, and which way it loosens.
struct Range {
  double least = 0;
  double most = 0;
  Loosens loosens = Loosens::neither;
};

struct RowColumn {
  std::string_view name;
  Range range;  // of a number; words and names have none
};

template <class E>
struct Words;  // of a closed list, in the order of its enum

template <>
struct Words<BufferMode> {
  static constexpr std::array<std::string_view, 4> list{"fixed", "ratio", "regime", "probability"};
};
template <>
struct Words<VolatilityMove> {
  static constexpr std::array<std::string_view, 3> list{"sticky_strike", "sticky_delta",
                                                        "spot_volatility"};
};
template <>
struct Words<Monitoring> {
  static constexpr std::array<std::string_view, 2> list{"continuous", "daily"};
};
template <>
struct Words<RungAction> {
  static constexpr std::array<std::string_view, 6> list{
      "stop_adding", "stop_draws", "sell", "sell_with_gains", "flatten", "broker_liquidates"};
};
template <>
struct Words<DeploymentPlan> {
  static constexpr std::array<std::string_view, 2> list{"steps", "milestones"};
};

/// The word a file has for it.
template <class E>
constexpr std::string_view word_of(E value) {
  return Words<E>::list.at(static_cast<std::size_t>(value));
}

/// The columns of a row, and its cells in their order.
template <class Row>
struct Rows;

template <>
struct Rows<RegimeStep> {
  static constexpr std::array<RowColumn, 2> columns{
      {{"VIX", {0, 200, Loosens::higher}}, {"multiple", {1, 20, Loosens::lower}}}};
  static auto cells(auto& row) { return std::tie(row.vix_up_to, row.multiple); }
};
template <>
struct Rows<VolatilityPoint> {
  static constexpr std::array<RowColumn, 2> columns{
      {{"move", {-0.99, 5}}, {"volatility", {0.01, 5, Loosens::lower}}}};
  static auto cells(auto& row) { return std::tie(row.move, row.volatility); }
};
template <>
struct Rows<NamedVolatility> {
  static constexpr std::array<RowColumn, 2> columns{
      {{"name", {}}, {"volatility", {0.01, 5, Loosens::lower}}}};
  static auto cells(auto& row) { return std::tie(row.name, row.volatility); }
};
template <>
struct Rows<LotSize> {
  static constexpr std::array<RowColumn, 2> columns{
      {{"symbol", {}}, {"units", {0.000000001, 1'000'000}}}};
  static auto cells(auto& row) { return std::tie(row.symbol, row.units); }
};
template <>
struct Rows<Follower> {
  static constexpr std::array<RowColumn, 2> columns{{{"symbol", {}}, {"follows", {}}}};
  static auto cells(auto& row) { return std::tie(row.symbol, row.follows); }
};
template <>
struct Rows<Rung> {
  static constexpr std::array<RowColumn, 3> columns{
      {{"level", {1, 20, Loosens::lower}}, {"action", {}}, {"restore", {1, 20, Loosens::lower}}}};
  static auto cells(auto& row) { return std::tie(row.level, row.action, row.restore); }
};
template <>
struct Rows<Milestone> {
  static constexpr std::array<RowColumn, 2> columns{
      {{"month", {0, 1'200, Loosens::lower}}, {"value over debt", {1.01, 1'000, Loosens::lower}}}};
  static auto cells(auto& row) { return std::tie(row.month, row.value_over_debt); }
};

}  // namespace plimsoll::strategy
