#pragma once
// Finance Guru's margin numbers under its names, for dashboards that read them: a ratio of net
// value over debt, a coverage, a month's interest, and its colours.

#include <cstdint>
#include <optional>
#include <string_view>

#include "money/money.hpp"

namespace plimsoll::strategy {

enum class MarginColour : std::uint8_t { green, yellow, red, critical };
std::string_view name_of(MarginColour colour);

/// Below 2.5 critical, below 3 red, below 4 yellow.
MarginColour colour_of(double portfolio_margin_ratio);

struct GuruPosed {
  Money total_account_value = {};  // net of the debit, as brokers print it
  Money net_debit = {};            // below zero where it is owed, as brokers print it
  std::optional<Money> interest_a_year = {};
  std::optional<Money> dividends_a_year = {};  // in cash, return of capital with them
};

struct GuruFigures {
  std::optional<double> portfolio_margin_ratio = {};  // value / |net debit|; nothing without one
  std::optional<double> coverage_ratio =
      {};  // a month's dividends / a month's interest, above zero
  std::optional<Money> monthly_interest_cost = {};  // a twelfth of the year's
  std::optional<MarginColour> colour = {};
};

GuruFigures guru_figures(const GuruPosed& posed);

}  // namespace plimsoll::strategy
