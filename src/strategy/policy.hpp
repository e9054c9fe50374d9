#pragma once
// What a family has decided about its margin before the day it matters: every threshold of the
// framework, one struct for each table of the file `plimsoll.policy/1`. The defaults here are the
// defaults of the file; what each key means, its unit, its bounds, why it is what it is and where
// that comes from stand in policy_keys_*.cpp. Fractions are of 1 (0.25 is 25 %).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"

namespace plimsoll::strategy {

/// What is asked of a broker's table of rates before it is believed.
struct SchedulePolicy {
  Decimal deviation_most = 0.0025_d;
  int stale_days = 45;
};

enum class BufferMode : std::uint8_t { fixed, ratio, regime, probability };

/// Up to and with this VIX, this multiple.
struct RegimeStep {
  double vix_up_to = 0;
  double multiple = 0;
  bool operator==(const RegimeStep&) const = default;
};

struct BufferPolicy {
  BufferMode mode = BufferMode::fixed;
  double target_multiple = 2.0;
  double multiple_most = 3.5;
  double stress_multiple_least = 1.0;
  double reference_volatility = 0.20;
  std::vector<RegimeStep> regime = {{20, 2.0}, {30, 2.5}, {40, 3.0}};
  double regime_beyond = 3.5;
  double probability = 0.01;
  int horizon_days = 21;
};

/// Distances are (yield - breakeven yield) / breakeven yield.
struct CarryPolicy {
  double warn_distance = 0.25;
  double critical_distance = 0.10;
  double breach_distance = 0;
  Decimal tax_rate = 0_d;
  Decimal account_fee_rate = 0_d;
  Decimal dividend_cut = 0.30_d;
  double safety_multiple = 1.5;
};

enum class VolatilityMove : std::uint8_t { sticky_strike, sticky_delta, spot_volatility };

/// When the market has moved by this return, this is the market's yearly volatility.
struct VolatilityPoint {
  double move = 0;
  double volatility = 0;
  bool operator==(const VolatilityPoint&) const = default;
};

/// A token whose price is another's times something that hardly moves: a staked form, a wrapped
/// one.
struct Follower {
  std::string symbol;
  std::string follows;
  bool operator==(const Follower&) const = default;
};

struct DistancePolicy {
  VolatilityMove volatility_move = VolatilityMove::sticky_strike;
  std::vector<VolatilityPoint> volatility_table = {
      {0, 0.18}, {-0.05, 0.28}, {-0.10, 0.38}, {-0.20, 0.55}, {-0.40, 0.80}};
  std::vector<double> requirement_multiples = {1.35};
  std::vector<Decimal> requirement_rates = {0.40_d};
  double default_beta = 1;
  std::vector<std::string> steady = {"USDC", "USDT", "DAI", "USDS", "PYUSD"};
  std::vector<Follower> follows = {{"JITOSOL", "SOL"}, {"MSOL", "SOL"},  {"BSOL", "SOL"},
                                   {"JUPSOL", "SOL"},  {"STETH", "ETH"}, {"WSTETH", "ETH"},
                                   {"WETH", "ETH"},    {"WEETH", "ETH"}, {"RETH", "ETH"},
                                   {"CBETH", "ETH"},   {"WBTC", "BTC"},  {"CBBTC", "BTC"}};
  double decline_most = 1.0;
  double rise_most = 1.0;
};

struct NamedVolatility {
  std::string name;
  double volatility = 0;
  bool operator==(const NamedVolatility&) const = default;
};

enum class Monitoring : std::uint8_t { continuous, daily };

struct TimeToCallPolicy {
  std::vector<int> horizon_days = {21, 63, 252};
  double expected_return = 0.07;
  std::vector<NamedVolatility> regimes = {{"calm", 0.112}, {"uneasy", 0.199}, {"crisis", 0.401}};
  Monitoring monitoring = Monitoring::daily;
};

struct LotSize {
  std::string symbol;
  Decimal units;
  bool operator==(const LotSize&) const = default;
};

struct CurePolicy {
  Decimal half_spread = 0.0005_d;
  double impact_coefficient = 1;
  double impact_exponent = 0.5;
  double participation = 0.10;
  Decimal tax_rate_short_term = 0.37_d;
  Decimal tax_rate_long_term = 0.20_d;
  Decimal deferral_share = 1_d;
  Decimal minimum_ticket = 100_d;
  Decimal lot_size = 1_d;
  std::vector<LotSize> lot_sizes = {};
  std::vector<std::string> keep = {};
  std::vector<std::string> liquidate_last = {};
};

enum class RungAction : std::uint8_t {
  stop_adding,
  stop_draws,       // draws end, dividends are no longer reinvested
  sell,             // without realising gains
  sell_with_gains,  // taxable gains too
  flatten,          // what has the highest requirement, first
  broker_liquidates,
};

/// Once equity over maintenance is below `level`, this is done; a sale is one that restores
/// `restore`.
struct Rung {
  double level = 0;
  RungAction action = RungAction::stop_adding;
  std::optional<double> restore = {};
  bool operator==(const Rung&) const = default;
};

struct LadderPolicy {
  std::vector<Rung> rungs = {
      {2.0, RungAction::stop_adding, {}}, {1.75, RungAction::stop_draws, {}},
      {1.5, RungAction::sell, 2.0},       {1.25, RungAction::sell_with_gains, 1.75},
      {1.1, RungAction::flatten, {}},     {1.0, RungAction::broker_liquidates, {}}};
};

/// Weights are of the gross market value.
struct SizePolicy {
  double leverage_most = 2.0;
  double shock_decline = 0.339;
  double expected_shortfall_most = 0.05;
  double volatility_target = 0.16;
  double kelly_fraction = 0.5;
  double single_name_most = 0.10;
  double issuer_most = 0.15;
  double sector_most = 0.30;
  double cluster_most = 0.35;
  double cluster_correlation = 0.85;
  double liquidity_days_most = 1;
  double throttle_none = 2.0;   // b_ok: from here on a trade is not cut
  double throttle_full = 1.25;  // b_crit: down here nothing is added
  double band = 0.20;
  int add_wait_days = 30;
};

struct RatesPolicy {
  Decimal reassess_rise = 0.01_d;
  Decimal breakeven_buffer = 0.005_d;
  std::vector<Decimal> parallel_shifts = {-0.01_d, 0.01_d, 0.02_d, 0.03_d};
  double coverage_watch = 2.0;
  double coverage_warn = 1.5;
  double coverage_critical = 1.0;
};

/// Entered below (multiples, coverage) or at and above (utilisation); left by `exit_margin` of the
/// level on the other side.
struct LevelsPolicy {
  double watch = 1.75;
  double warn = 1.5;
  double critical = 1.25;
  double breach = 1.0;
  double exit_margin = 0.10;
  double utilisation_watch = 0.75;
  double utilisation_warn = 0.90;
  double utilisation_critical = 1.0;
  int acknowledge_hours = 24;
};

/// Where a practice ends and a finding begins.
struct PracticesPolicy {
  double start_leverage_most = 1.15;
  double effective_names_least = 10;
  double liquidation_days_most = 1;  // for 95 % of the book
  double decline_least = 0.339;
  double call_probability_most = 0.01;
  double agreement_most = 1e-8;
};

enum class DeploymentPlan : std::uint8_t { steps, milestones };

/// From this month on, portfolio value over debt may be as low as this.
struct Milestone {
  int month = 0;
  double value_over_debt = 0;
  bool operator==(const Milestone&) const = default;
};

struct DeploymentPolicy {
  DeploymentPlan plan = DeploymentPlan::steps;
  double start_leverage = 1.15;
  double target_leverage = 1.5;
  double step = 0.05;
  std::vector<Milestone> milestones = {{0, 4}, {6, 4}, {12, 3.5}, {18, 3}, {28, 2.5}};
  int quiet_days = 63;
  double coverage_least = 1.5;
  double call_probability_most = 0.01;
  double drawdown_most = 0.10;
  double vix_most = 30;
  int breach_wait_days = 90;
};

/// The most days from one review to the next.
struct ReviewsPolicy {
  int daily = 1;
  int weekly = 7;
  int monthly = 31;
  int quarterly = 92;
  int annual = 366;
};

struct Policy {
  SchedulePolicy schedule = {};
  BufferPolicy buffer = {};
  CarryPolicy carry = {};
  DistancePolicy distance = {};
  TimeToCallPolicy time_to_call = {};
  CurePolicy cure = {};
  LadderPolicy ladder = {};
  SizePolicy size = {};
  RatesPolicy rates = {};
  LevelsPolicy levels = {};
  PracticesPolicy practices = {};
  DeploymentPolicy deployment = {};
  ReviewsPolicy reviews = {};
};

}  // namespace plimsoll::strategy
