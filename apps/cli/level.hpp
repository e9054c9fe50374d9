#pragma once
// How near an account is to a call, for scripts: --fail-on.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.hpp"
#include "margin/margin_report.hpp"
#include "model/account.hpp"

namespace plimsoll::cli {

/// Each worse than the one before.
enum class Level : std::uint8_t { calm, watch, warn, critical, breach };

/// "watch", "warn", "critical", "breach".
std::span<const std::string_view> level_words();
Result<Level> parse_level(std::string_view word);
std::string_view word_of(Level level);

/// Equity as a multiple of the maintenance requirement: entered below these, breach at and below
/// its own. A policy may move them.
struct Levels {
  Decimal watch = 1.75_d;
  Decimal warn = 1.5_d;
  Decimal critical = 1.25_d;
  Decimal breach = 1_d;
};

/// The worst level over the report's results, by equity as a multiple of the maintenance
/// requirement (`risk_maintenance`): at 1 or below, or with any call, breach. An account of cash or
/// retirement is fully paid, so that the ratio is 1 by construction: there it is breach where the
/// excess over maintenance is below zero, else calm. Nothing where some equity is unknown or the
/// report is partial: then it cannot be told.
std::optional<Level> level_of(const MarginReport& report, AccountKind kind,
                              const Levels& levels = {});

}  // namespace plimsoll::cli
