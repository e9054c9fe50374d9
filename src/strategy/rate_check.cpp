#include "strategy/rate_check.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::strategy {
namespace {

constexpr std::array<std::string_view, 7> findings{
    "off_schedule", "below_benchmark", "stale", "no_source", "old_base", "floored", "unlikely"};
constexpr int base_days_most = 365;
// Above what any broker or currency with a schedule here has charged.
constexpr Decimal likely_most = 0.25_d;

Decimal in_basis_points(Decimal fraction) {
  return multiply(fraction, Decimal{10'000}, Round::half_even);
}

std::optional<double> percentile_of(Percent paid, const std::vector<Percent>& others) {
  if (others.empty()) return {};
  double below = 0;
  for (const Percent other : others) below += other < paid ? 1.0 : other == paid ? 0.5 : 0.0;
  return below / static_cast<double>(others.size());
}

/// Bases follow the market, and a table of another year carries that year's.
void look_at_base(const RateSchedule& schedule, const RateCheckAsked& asked, RateCheck& check) {
  const auto& benchmark = asked.financing.benchmark_rate;
  if (schedule.benchmark == RateBenchmark::fed_funds) {
    if (benchmark && schedule.floor && *benchmark < *schedule.floor)
      check.remarks.push_back({RateFinding::floored, RateSeverity::warning,
                               "the benchmark of " + to_text(Percent{*benchmark}) + " counts as " +
                                   to_text(Percent{*schedule.floor}) + ": " + schedule.about.name +
                                   " has that floor"});
    return;
  }
  const int age = days_apart(schedule.about.effective_from, asked.as_of);
  if (asked.financing.base_rate || asked.financing.rate || age <= base_days_most) return;
  const Decimal base = schedule.base_rate.value_or(Decimal{});
  std::string text = "the base of " + to_text(Percent{base}) + " in " + schedule.about.name +
                     " is of " + to_text(schedule.about.effective_from) + ", " +
                     std::to_string(age) + " days before the account's day";
  if (benchmark)
    text += ", and stands " + to_text(in_basis_points(base - *benchmark), 0) +
            " basis points above the benchmark of " + to_text(Percent{*benchmark});
  check.remarks.push_back({RateFinding::old_base, RateSeverity::warning,
                           text + "; bases follow the market: write the one the broker publishes "
                                  "now as financing.base_rate"});
}

void look_at_table(const RateSchedule& schedule, const RateCheckAsked& asked, RateCheck& check) {
  const int age = days_apart(schedule.about.retrieved, asked.as_of);
  const bool later = asked.as_of < schedule.about.retrieved;
  if (asked.stale_days < age)
    check.remarks.push_back(
        {RateFinding::stale, RateSeverity::warning,
         "the rates of " + schedule.about.name + " were retrieved on " +
             to_text(schedule.about.retrieved) + ", " + std::to_string(age) + " days " +
             (later ? "after" : "before") + " the account's day; more than " +
             std::to_string(asked.stale_days) + " is stale: look at the broker's " +
             (later ? "statement of that time" : "page again")});
  look_at_base(schedule, asked, check);
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
  if (check.paid && likely_most < check.paid->fraction)
    check.remarks.push_back(
        {RateFinding::unlikely, RateSeverity::warning,
         "the rate of " + to_text(*check.paid) +
             " a year is above what brokers charge; rates are "
             "fractions: where " +
             to_text(check.paid->fraction, 0) + " % is meant, write " +
             to_text(divide(check.paid->fraction, Decimal{100}, Round::half_even), 0)});
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

int days_apart(Date retrieved, Date as_of) {
  return static_cast<int>(std::chrono::abs(as_of - retrieved).count());
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
