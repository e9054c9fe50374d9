#pragma once
// Whether the rate somebody pays, and the table it is compared with, can be believed.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "strategy/interest.hpp"

namespace plimsoll::strategy {

enum class RateSeverity : std::uint8_t { warning, error };
std::string_view name_of(RateSeverity severity);
enum class RateFinding : std::uint8_t {
  off_schedule,     // the rate paid is not what the schedule comes to
  below_benchmark,  // cheaper than the market lends overnight, and no promotion
  stale,            // the table was retrieved too long before or after the day it is used
  no_source,        // nothing says where the table is from
  old_base,         // a broker's own base of more than a year ago, and no newer one said
  floored,          // the benchmark is below what the schedule counts it as
  unlikely,         // so high that a percentage may have been written for a fraction
};
std::string_view name_of(RateFinding finding);

struct RateRemark {
  RateFinding finding = RateFinding::stale;
  RateSeverity severity = RateSeverity::warning;
  std::string text = {};  // one sentence with the figures, and what to do
};

struct RateCheckAsked {
  Date as_of = {};
  Money debit = {};
  Decimal base = {};  // of the schedule's benchmark, as `base_of` gives it
  Financing financing = {};
  /// What other brokers would charge on the same debit, effective; none: not ranked.
  std::vector<Percent> others = {};
  Percent tolerance = {0.001_d};  // off the schedule by no more: 10 basis points
  int stale_days = 45;            // between retrieved and as_of, whichever is first; no more
};

/// Days between the day a table was looked up and the one it is used on, whichever is first.
int days_apart(Date retrieved, Date as_of);

struct RateCheck {
  std::optional<Percent> paid = {};          // the account's rate, or what the schedule comes to
  std::optional<Percent> published = {};     // what the schedule comes to on the debit
  std::optional<Decimal> deviation_bp = {};  // paid less published, in basis points; both known
  /// The part of `others` that charge less than is paid, those that charge the same counted half;
  /// 0 is the cheapest. Nothing where there is none to compare with.
  std::optional<double> percentile = {};
  std::vector<RateRemark> remarks = {};
};

/// A debit of zero is charged nothing: then only the table itself is looked at. Refused as
/// `interest` refuses, but for a tier whose rate the source does not name where the account says
/// its own.
Result<RateCheck> check_rate(const RateSchedule& schedule, const RateCheckAsked& asked);

/// What each schedule of the debit's currency would charge on it, effective; those that cannot tell
/// (a tier not named, no benchmark, no debit) are left out.
std::vector<Percent> rates_elsewhere(const std::vector<RateSchedule>& schedules,
                                     const Financing& financing, Money debit);

}  // namespace plimsoll::strategy
