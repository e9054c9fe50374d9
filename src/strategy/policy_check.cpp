#include "strategy/policy_check.hpp"

#include <algorithm>
#include <set>

#include "model/instrument.hpp"
#include "strategy/policy_values.hpp"

namespace plimsoll::strategy {
namespace {

/// A number of the policy, and the name of its key.
struct Said {
  std::string_view name;
  double value;
};

std::string words(const Said& said) {
  return std::string{said.name} + " " + value_text(said.value);
}

class Check {
 public:
  std::vector<Contradiction> found;

  void in(std::string_view section) { section_ = section; }
  void add(std::string_view key, std::string what) {
    found.push_back({section_, key, std::move(what)});
  }
  /// `first.name` is the key of the section that is spoken of.
  void not_above(const Said& first, const Said& second) {
    if (second.value < first.value)
      add(first.name, words(first) + " is above " + words(second) + "; exchange or change them");
  }
  void not_below(const Said& first, const Said& second) {
    if (first.value < second.value)
      add(first.name, words(first) + " is below " + words(second) + "; exchange or change them");
  }

 private:
  std::string_view section_;
};

void check_buffer(const Policy& policy, Check& check) {
  const BufferPolicy& buffer = policy.buffer;
  check.in("buffer");
  const Said target{"target_multiple", buffer.target_multiple};
  check.not_above(target, {"multiple_most", buffer.multiple_most});
  check.not_below(target, {"levels.breach", policy.levels.breach});
  if (policy.levels.breach <= buffer.target_multiple)
    check.not_below(target, {"levels.watch", policy.levels.watch});
  check.not_above({"stress_multiple_least", buffer.stress_multiple_least}, target);
  double vix = 0, multiple = 0;
  for (const RegimeStep& step : buffer.regime) {
    if (step.vix_up_to <= vix)
      check.add("regime", "VIX " + value_text(step.vix_up_to) +
                              " does not come after the row before; write rows in ascending order");
    if (step.multiple < multiple)
      check.add("regime", "it asks less, " + value_text(step.multiple) +
                              ", at a higher VIX; write multiples that do not fall");
    vix = step.vix_up_to;
    multiple = step.multiple;
  }
  check.not_below({"regime_beyond", buffer.regime_beyond}, {"the last row of regime", multiple});
}

void check_carry(const Policy& policy, Check& check) {
  const CarryPolicy& carry = policy.carry;
  check.in("carry");
  const Said critical{"critical_distance", carry.critical_distance};
  check.not_above(critical, {"warn_distance", carry.warn_distance});
  check.not_above({"breach_distance", carry.breach_distance}, critical);
}

void check_tokens(const DistancePolicy& policy, Check& check) {
  const auto symbol = [&](std::string_view key, const std::string& name) {
    if (name.empty() || !InstrumentId::fits(name))
      check.add(key, "\"" + name.substr(0, 40) + "\" is no symbol; write one of 1 to 32 letters");
  };
  for (const std::string& token : policy.steady) symbol("steady", token);
  std::set<std::string> followers, followed;
  for (const Follower& row : policy.follows) {
    symbol("follows", row.symbol);
    symbol("follows", row.follows);
    followed.insert(row.follows);
    if (!followers.insert(row.symbol).second)
      check.add("follows", "there are two of \"" + row.symbol + "\"; leave one out");
    if (std::ranges::find(policy.steady, row.symbol) != policy.steady.end())
      check.add("follows", "\"" + row.symbol + "\" is in steady too; leave it in one of the two");
  }
  for (const std::string& name : followed)
    if (followers.contains(name))
      check.add("follows", "\"" + name +
                               "\" is followed and follows another; write what it follows "
                               "instead of it");
}

void check_distance(const Policy& policy, Check& check) {
  check.in("distance");
  const auto& table = policy.distance.volatility_table;
  if (table.empty() && policy.distance.volatility_move == VolatilityMove::spot_volatility)
    check.add("volatility_table",
              "it is empty, and volatility_move is spot_volatility; write rows");
  for (std::size_t i = 1; i < table.size(); ++i)
    if (table[i - 1].move <= table[i].move)
      check.add("volatility_table",
                "move " + value_text(table[i].move) +
                    " is not below the row before; write rows from the highest to the lowest");
  for (std::size_t i = 1; i < table.size(); ++i)
    if (table[i].move < table[i - 1].move && table[i - 1].move <= 0 &&
        table[i].volatility < table[i - 1].volatility)
      check.add("volatility_table",
                "volatility is less, " + value_text(table[i].volatility) +
                    ", where the market is " + "lower, " + value_text(table[i].move) +
                    "; it rises as markets fall: write volatilities that do not fall with the "
                    "market");
  check_tokens(policy.distance, check);
}

void check_time(const Policy& policy, Check& check) {
  check.in("time_to_call");
  const auto& horizons = policy.time_to_call.horizon_days;
  if (horizons.empty()) check.add("horizon_days", "it is empty; write one horizon at least");
  for (std::size_t i = 1; i < horizons.size(); ++i)
    if (horizons[i] <= horizons[i - 1])
      check.add("horizon_days", std::to_string(horizons[i]) +
                                    " does not come after the one before; write them in order");
  std::set<std::string> names;
  for (const NamedVolatility& one : policy.time_to_call.regimes)
    if (!names.insert(one.name).second)
      check.add("regimes", "there are two called \"" + one.name + "\"; leave one out");
}

void check_cure(const Policy& policy, Check& check) {
  check.in("cure");
  const CurePolicy& cure = policy.cure;
  std::set<std::string> symbols;
  for (const LotSize& one : cure.lot_sizes)
    if (!symbols.insert(one.symbol).second)
      check.add("lot_sizes", "there are two of \"" + one.symbol + "\"; leave one out");
  for (const std::string& symbol : cure.keep)
    if (std::ranges::find(cure.liquidate_last, symbol) != cure.liquidate_last.end())
      check.add("keep", "\"" + symbol +
                            "\" is in liquidate_last too, and what is kept is never "
                            "sold; leave it in one of the two");
}

bool sells(RungAction action) {
  return action == RungAction::sell || action == RungAction::sell_with_gains;
}

void check_ladder(const Policy& policy, Check& check) {
  check.in("ladder");
  const auto& rungs = policy.ladder.rungs;
  for (std::size_t i = 0; i < rungs.size(); ++i) {
    const Rung& rung = rungs[i];
    const std::string at = "the rung at " + value_text(rung.level);
    if (i > 0 && rungs[i - 1].level <= rung.level)
      check.add("rungs", at + " is not below the one before; write levels in descending order");
    if (sells(rung.action) && !rung.restore)
      check.add("rungs", at + " does not say what its sale restores; write [level, action, "
                              "multiple]");
    if (!sells(rung.action) && rung.restore)
      check.add("rungs", at + " sells to no target, so it restores none; leave " +
                             value_text(*rung.restore) + " out");
    if (rung.restore && *rung.restore <= rung.level)
      check.add("rungs", at + " restores " + value_text(*rung.restore) +
                             ", which is not above it; write a higher multiple");
  }
}

void check_size(const Policy& policy, Check& check) {
  const SizePolicy& size = policy.size;
  check.in("size");
  const Said single{"single_name_most", size.single_name_most};
  check.not_above(single, {"issuer_most", size.issuer_most});
  check.not_above(single, {"sector_most", size.sector_most});
  if (size.throttle_none <= size.throttle_full)
    check.add("throttle_none", "throttle_none " + value_text(size.throttle_none) +
                                   " is not above throttle_full " + value_text(size.throttle_full) +
                                   "; write a higher multiple");
}

void check_levels(const Policy& policy, Check& check) {
  const RatesPolicy& rates = policy.rates;
  check.in("rates");
  const Said low{"coverage_warn", rates.coverage_warn};
  check.not_above(low, {"coverage_watch", rates.coverage_watch});
  check.not_above({"coverage_critical", rates.coverage_critical}, low);
  const LevelsPolicy& levels = policy.levels;
  check.in("levels");
  check.not_above({"warn", levels.warn}, {"watch", levels.watch});
  check.not_above({"critical", levels.critical}, {"warn", levels.warn});
  check.not_above({"breach", levels.breach}, {"critical", levels.critical});
  const Said high{"utilisation_warn", levels.utilisation_warn};
  check.not_below(high, {"utilisation_watch", levels.utilisation_watch});
  check.not_below({"utilisation_critical", levels.utilisation_critical}, high);
}

void check_milestones(const std::vector<Milestone>& milestones, Check& check) {
  if (milestones.empty() || milestones.front().month != 0)
    check.add("milestones", "it has no row of month 0; begin with one");
  for (std::size_t i = 1; i < milestones.size(); ++i) {
    const std::string at = "month " + std::to_string(milestones[i].month);
    if (milestones[i].month <= milestones[i - 1].month)
      check.add("milestones",
                at + " does not come after the row before; write months in ascending order");
    if (milestones[i - 1].value_over_debt < milestones[i].value_over_debt)
      check.add("milestones", at + " allows less debt than the row before; write ratios that do "
                                   "not rise");
  }
}

void check_deployment(const Policy& policy, Check& check) {
  const DeploymentPolicy& deployment = policy.deployment;
  check.in("deployment");
  const Said target{"target_leverage", deployment.target_leverage};
  check.not_above({"start_leverage", deployment.start_leverage}, target);
  check.not_above(target, {"size.leverage_most", policy.size.leverage_most});
  check_milestones(deployment.milestones, check);
  const ReviewsPolicy& reviews = policy.reviews;
  check.in("reviews");
  Said before{"daily", static_cast<double>(reviews.daily)};
  for (const auto& [name, days] :
       {std::pair{"weekly", reviews.weekly}, std::pair{"monthly", reviews.monthly},
        std::pair{"quarterly", reviews.quarterly}, std::pair{"annual", reviews.annual}}) {
    const Said here{name, static_cast<double>(days)};
    check.not_below(here, before);
    before = here;
  }
}

}  // namespace

std::vector<Contradiction> contradictions(const Policy& policy) {
  Check check;
  check_buffer(policy, check);
  check_carry(policy, check);
  check_distance(policy, check);
  check_time(policy, check);
  check_cure(policy, check);
  check_ladder(policy, check);
  check_size(policy, check);
  check_levels(policy, check);
  check_deployment(policy, check);
  return std::move(check.found);
}

}  // namespace plimsoll::strategy
