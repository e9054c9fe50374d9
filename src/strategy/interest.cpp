#include "strategy/interest.hpp"

#include <algorithm>
#include <span>

namespace plimsoll::strategy {
namespace {

constexpr int year_days = 365;

/// The part of a debit in one tier.
struct Part {
  std::size_t tier = 0;
  Money amount = {};
  Percent rate = {};
};

Money over_days(const Part& part, int days, int basis) {
  const auto divisor = static_cast<std::uint64_t>(Decimal::scale) * static_cast<unsigned>(basis);
  return {Decimal::from_nano(multiply_divide(part.amount.amount.nano() * days,
                                             part.rate.fraction.nano(), divisor,
                                             Round::away_from_zero)),
          part.amount.currency};
}

Decimal from_of(const RateSchedule& schedule, std::size_t tier) {
  return tier == 0 ? Decimal{} : *schedule.tiers[tier - 1].up_to;
}

/// The tier a debit of exactly this much is in; at a bound, the one that begins there.
std::size_t tier_at(const RateSchedule& schedule, Decimal amount) {
  std::size_t tier = 0;
  while (schedule.tiers[tier].up_to && *schedule.tiers[tier].up_to <= amount) ++tier;
  return tier;
}

std::string place_of(const RateSchedule& schedule, std::size_t tier) {
  return schedule.about.file + ":" + std::to_string(schedule.tiers[tier].line);
}

Result<Percent> rate_of(const RateSchedule& schedule, std::size_t tier, Decimal base) {
  const auto& [up_to, spread, line] = schedule.tiers[tier];
  if (!spread)
    return fail(Reason::missing_price,
                "what " + schedule.about.title + " charges on a debit of " +
                    to_text(from_of(schedule, tier), 0) +
                    " and more is not in its source; write "
                    "the rate you are charged as financing.rate, or name another schedule",
                place_of(schedule, tier));
  const Decimal rate = base + *spread;
  if (rate.is_negative())
    return fail(Reason::bad_input,
                "a base of " + to_text(base, 0) + " and a spread of " + to_text(*spread, 0) +
                    " come to a rate below zero: the schedule's spreads are of another time; write "
                    "the rate you are charged as financing.rate",
                place_of(schedule, tier));
  return Percent{rate};
}

Decimal counted(const RateSchedule& schedule, Decimal base) {
  return schedule.floor ? std::max(base, *schedule.floor) : base;
}

Result<void> admissible(const RateSchedule& schedule, Money debit) {
  if (debit.currency != schedule.currency)
    return fail(Reason::bad_input,
                "the debit is in " + std::string{debit.currency.code()} + " and " +
                    schedule.about.name + " is for " + std::string{schedule.currency.code()} +
                    "; name a schedule of the debit's currency, or write financing.rate",
                schedule.about.name);
  if (debit.amount.is_negative())
    return fail(Reason::bad_input,
                "the debit is " + to_text(debit) + "; a debit is what is owed, zero or above",
                schedule.about.name);
  return {};
}

/// The debit's parts, each above zero; none of a debit of zero. `base` is as counted.
Result<std::vector<Part>> parts_of(const RateSchedule& schedule, Decimal base, Money debit) {
  std::vector<Part> parts;
  if (debit.amount.is_zero()) return parts;
  if (schedule.method == RateMethod::flat) {
    const std::size_t tier = tier_at(schedule, debit.amount);
    PLIMSOLL_TRY(rate, rate_of(schedule, tier, base));
    parts.push_back({tier, debit, rate});
    return parts;
  }
  for (std::size_t tier = 0; tier < schedule.tiers.size(); ++tier) {
    const Decimal from = from_of(schedule, tier);
    if (debit.amount <= from) break;
    const auto& up_to = schedule.tiers[tier].up_to;
    PLIMSOLL_TRY(rate, rate_of(schedule, tier, base));
    parts.push_back(
        {tier,
         {(up_to ? std::min(*up_to, debit.amount) : debit.amount) - from, debit.currency},
         rate});
  }
  return parts;
}

InterestCost cost_of(const RateSchedule& schedule, std::span<const Part> parts) {
  InterestCost cost{zero(schedule.currency), zero(schedule.currency)};
  for (const Part& part : parts) {
    cost.a_day = cost.a_day + over_days(part, 1, schedule.basis);
    cost.a_year = cost.a_year + over_days(part, year_days, schedule.basis);
  }
  return cost;
}

/// The bound beyond the debit that saves most, where one does.
std::optional<CheaperDebit> cheaper_than(const RateSchedule& schedule, const Interest& at) {
  std::optional<CheaperDebit> best;
  if (schedule.method != RateMethod::flat || at.tiers.empty()) return best;
  for (std::size_t tier = tier_at(schedule, at.debit.amount) + 1; tier < schedule.tiers.size();
       ++tier) {
    const Money bound{from_of(schedule, tier), schedule.currency};
    const auto cost = interest_cost(schedule, at.base, bound);
    if (!cost || !(cost->a_year < at.a_year)) continue;  // no rate is named there, or it is dearer
    const Money saves = at.a_year - cost->a_year;
    if (best && !(best->saves_a_year < saves)) continue;
    // Where this tier's rate on a smaller debit comes to the bound's cost.
    const Decimal rate = at.tiers.front().rate.fraction;
    const Decimal there = at.base + *schedule.tiers[tier].spread;
    best = {.debit = bound,
            .more = bound - at.debit,
            .saves_a_year = saves,
            .cheaper_above = {multiply(bound.amount, divide(there, rate, Round::away_from_zero),
                                       Round::away_from_zero),
                              schedule.currency}};
  }
  return best;
}

}  // namespace

Result<Decimal> base_of(const RateSchedule& schedule, const Financing& financing) {
  switch (schedule.benchmark) {
    case RateBenchmark::fed_funds:
      if (financing.benchmark_rate) return *financing.benchmark_rate;
      return fail(Reason::missing_price,
                  schedule.about.title +
                      " charges a spread on the federal funds rate, which is not said; add "
                      "\"benchmark_rate\": 0.0363 for 3.63 % to the account's financing",
                  "financing.benchmark_rate");
    case RateBenchmark::broker_base:
      return financing.base_rate ? *financing.base_rate : *schedule.base_rate;
  }
  return fail(Reason::bad_input, "an unknown benchmark", schedule.about.name);
}

RateSchedule flat_at(Decimal rate, const RateSchedule& like) {
  RateSchedule schedule = like;
  schedule.benchmark = RateBenchmark::broker_base;
  schedule.base_rate = rate;
  schedule.method = RateMethod::flat;
  schedule.tiers = {{.up_to = {}, .spread = Decimal{}, .line = like.about.line}};
  return schedule;
}

Result<InterestCost> interest_cost(const RateSchedule& schedule, Decimal base, Money debit) {
  PLIMSOLL_TRY_VOID(admissible(schedule, debit));
  PLIMSOLL_TRY(parts, parts_of(schedule, counted(schedule, base), debit));
  return cost_of(schedule, parts);
}

Result<Interest> interest(const RateSchedule& schedule, Decimal base, Money debit) {
  PLIMSOLL_TRY_VOID(admissible(schedule, debit));
  const Currency currency = schedule.currency;
  Interest at{.debit = debit, .base = counted(schedule, base), .tiers = {}};
  PLIMSOLL_TRY(parts, parts_of(schedule, at.base, debit));
  Decimal rate_sum;  // rate times amount, a year of the schedule's own basis
  for (const Part& part : parts) {
    const auto& up_to = schedule.tiers[part.tier].up_to;
    InterestTier row{.from = {from_of(schedule, part.tier), currency},
                     .amount = part.amount,
                     .rate = part.rate,
                     .a_day = over_days(part, 1, schedule.basis)};
    if (up_to) row.up_to = Money{*up_to, currency};
    at.tiers.push_back(row);
    rate_sum += multiply(part.amount.amount, part.rate.fraction, Round::away_from_zero);
  }
  const InterestCost cost = cost_of(schedule, parts);
  at.a_day = cost.a_day;
  at.a_year = cost.a_year;
  // In billionths, as a debit may be larger than what decimals are divided by.
  if (!debit.amount.is_zero())
    at.effective = Percent{Decimal::from_nano(
        divide(rate_sum.nano() * Decimal::scale, debit.amount.nano(), Round::half_even))};

  const std::size_t next = tier_at(schedule, debit.amount);
  if (const auto rate = rate_of(schedule, next, at.base)) at.marginal = *rate;
  if (const auto& bound = schedule.tiers[next].up_to)
    at.to_next_tier = Money{*bound - debit.amount, currency};
  // A blended debit at a bound is all in the tiers below it already.
  std::size_t reached = next;
  if (schedule.method == RateMethod::blended && !parts.empty()) reached = parts.back().tier;
  if (reached > 0) at.to_lower_tier = Money{debit.amount - from_of(schedule, reached), currency};
  at.cheaper = cheaper_than(schedule, at);
  return at;
}

}  // namespace plimsoll::strategy
