#include "strategy/rate_check.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::strategy {
namespace {

constexpr std::array<std::string_view, 4> findings{"off_schedule", "below_benchmark", "stale",
                                                   "no_source"};

Decimal in_basis_points(Decimal fraction) {
  return multiply(fraction, Decimal{10'000}, Round::half_even);
}

std::optional<double> percentile_of(Percent paid, const std::vector<Percent>& others) {
  if (others.empty()) return {};
  double below = 0;
  for (const Percent other : others) below += other < paid ? 1.0 : other == paid ? 0.5 : 0.0;
  return below / static_cast<double>(others.size());
}

void look_at_table(const RateSchedule& schedule, const RateCheckAsked& asked, RateCheck& check) {
  const auto age = (asked.as_of - schedule.about.retrieved).count();
  if (asked.stale_days < age)
    check.remarks.push_back({RateFinding::stale, RateSeverity::warning,
                             "the rates of " + schedule.about.name + " were retrieved on " +
                                 to_text(schedule.about.retrieved) + ", " + std::to_string(age) +
                                 " days before the account's day; more than " +
                                 std::to_string(asked.stale_days) +
                                 " is stale: look at the broker's page again"});
  if (schedule.about.source.empty())
    check.remarks.push_back({RateFinding::no_source, RateSeverity::warning,
                             "nothing says where the rates of " + schedule.about.name +
                                 " are from; add source = \"...\" to " + schedule.about.file});
}

void look_at_rate(const RateSchedule& schedule, const RateCheckAsked& asked, RateCheck& check) {
  if (check.paid && check.published) {
    const Decimal off = check.paid->fraction - check.published->fraction;
    check.deviation_bp = in_basis_points(off);
    if (asked.tolerance.fraction < abs(off))
      check.remarks.push_back(
          {RateFinding::off_schedule, RateSeverity::warning,
           "the rate of " + to_text(*check.paid) + " is " + to_text(abs(*check.deviation_bp), 0) +
               " basis points " + (off.is_negative() ? "below" : "above") + " the " +
               to_text(*check.published) + " that " + schedule.about.name +
               " comes to on this debit; check the statement, or the schedule named"});
  }
  // Where only a broker's base is known it is no measure: brokers lend below their own.
  const auto& benchmark = asked.financing.benchmark_rate;
  if (check.paid && benchmark && check.paid->fraction < *benchmark &&
      asked.financing.terms == RateTerms::standard)
    check.remarks.push_back(
        {RateFinding::below_benchmark, RateSeverity::error,
         "the rate of " + to_text(*check.paid) + " is below the benchmark of " +
             to_text(Percent{*benchmark}) +
             ": nobody lends below it for long; check both, or write \"promotional\": true"});
}

}  // namespace

std::string_view name_of(RateSeverity severity) {
  return severity == RateSeverity::error ? "error" : "warning";
}

std::string_view name_of(RateFinding finding) {
  return findings[static_cast<std::size_t>(finding)];
}

Result<RateCheck> check_rate(const RateSchedule& schedule, const RateCheckAsked& asked) {
  RateCheck check{.remarks = {}};
  look_at_table(schedule, asked, check);
  const auto published = interest(schedule, asked.base, asked.debit);
  const bool unnamed = !published && published.error().reason == Reason::missing_price;
  if (!published && !(unnamed && asked.financing.rate)) return std::unexpected{published.error()};
  if (asked.debit.amount.is_zero()) return check;
  if (published) check.published = published->effective;
  check.paid =
      asked.financing.rate ? std::optional{Percent{*asked.financing.rate}} : check.published;
  look_at_rate(schedule, asked, check);
  if (check.paid) check.percentile = percentile_of(*check.paid, asked.others);
  return check;
}

std::vector<Percent> rates_elsewhere(const std::vector<RateSchedule>& schedules,
                                     const Financing& financing, Money debit) {
  // A base the account says is its own broker's, not every broker's.
  const Financing market{.benchmark_rate = financing.benchmark_rate};
  std::vector<Percent> rates;
  for (const RateSchedule& schedule : schedules) {
    if (schedule.currency != debit.currency) continue;
    const auto base = base_of(schedule, market);
    if (!base) continue;
    const auto there = interest(schedule, *base, debit);
    if (there && there->effective) rates.push_back(*there->effective);
  }
  return rates;
}

}  // namespace plimsoll::strategy
