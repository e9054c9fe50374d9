#pragma once
// The framework's best practices, held against a policy and an account, and its warnings, each with
// the reader's own number in it.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "money/money.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

struct Practice {
  std::string_view id;  // "conservative_start"
  std::string_view title;
  std::string_view text;
  std::string_view source;
};

/// Twelve of each; the framework's order.
std::span<const Practice> best_practices();
std::span<const Practice> warnings();

/// A number that may not apply: no coverage without debt, no call at any fall.
struct Measure {
  std::optional<double> value = {};
};

/// What is known of an account. Nothing: not known, which a finding says. Fractions are of 1.
struct PracticeFacts {
  std::optional<double> leverage = {};                 // gross market value over equity
  std::optional<double> effective_names = {};          // 1 / sum of squared weights
  std::optional<double> liquidation_days = {};         // to sell 95 % of the book
  std::optional<Measure> decline_to_call = {};         // above zero: how far the market falls
  std::optional<Measure> rise_to_call = {};            // how far it rises
  std::optional<Measure> coverage = {};                // income over interest
  std::optional<double> call_probability = {};         // within a year, by a fall or a rise
  std::optional<double> call_probability_wilder = {};  // the same at twice the volatility
  /// Of what the account is worth, where the market falls or rises by a tenth; below zero it gains.
  std::optional<double> lost_by_fall = {}, lost_by_rise = {};
  std::optional<double> largest_weight = {};          // of the gross market value
  std::optional<double> buffer_multiple = {};         // equity over maintenance
  bool fully_paid = false;                            // so that no fall brings a call
  std::optional<Money> net_carry = {};                // a year; below zero it costs
  std::optional<int> rates_age_days = {};             // since the table of rates was retrieved
  std::optional<double> calculations_differ_by = {};  // two distances, in fractions of the market
};

enum class Outcome : std::uint8_t { kept, violated, unknown };

std::string_view word_of(Outcome outcome);

struct PracticeFinding {
  const Practice* practice;
  Outcome outcome;
  std::string text;  // with the number, and what it is held against
};

/// The practices the policy itself violates, each with its number.
std::vector<PracticeFinding> violated_practices(const Policy& policy);

/// One for each practice, in order: what the account does. A fact that is missing is named.
std::vector<PracticeFinding> practice_findings(const Policy& policy, const PracticeFacts& facts);

/// A warning as it is told.
struct Warning {
  const Practice* warning;
  std::string text;     // with the account's number, or which number is missing
  std::string missing;  // the fact that is not known; empty where there is one
};

/// One for each warning, in order.
std::vector<Warning> told_warnings(const Policy& policy, const PracticeFacts& facts);

}  // namespace plimsoll::strategy
