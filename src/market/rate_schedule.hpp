#pragma once
// What a broker charges on borrowed money, as data: one file of profiles/rates/*.toml, dated and
// cited. Rates are simple, fractions of one a year, on the schedule's own basis.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "market/rate_source.hpp"
#include "money/currency.hpp"

namespace plimsoll {

/// What a tier's spread is on top of.
enum class RateBenchmark : std::uint8_t {
  fed_funds,    // the market's overnight rate: the account says it
  broker_base,  // the broker's own base rate, which the file carries as of its day
};
/// Which part of a debit pays which rate.
enum class RateMethod : std::uint8_t {
  blended,  // each part pays its own tier's
  flat,     // the whole debit pays the rate of the tier it falls in
};
/// When interest becomes part of the debit.
enum class RatePosting : std::uint8_t {
  monthly,  // a month's, on a business day of the next; where that is not said, as the month ends
};
std::string_view name_of(RateBenchmark benchmark);
std::string_view name_of(RateMethod method);

/// Debits from the tier before's `up_to` to below this one's. No bound: all beyond.
struct RateTier {
  std::optional<Decimal> up_to = {};
  std::optional<Decimal> spread =
      {};  // below zero for a discount; nothing: the source names no rate
  std::uint32_t line = 0;
};

struct RateSchedule {
  RateSource about = {};
  std::string house = {};  // the profile of this broker's house rules; empty: none is at hand
  Currency currency = usd;
  RateBenchmark benchmark = RateBenchmark::fed_funds;
  std::optional<Decimal> base_rate = {};  // broker_base only: as of the file's day
  RateMethod method = RateMethod::blended;
  int basis = 360;                    // days of a year that interest is reckoned with: 360 or 365
  std::optional<Decimal> floor = {};  // the benchmark counts as no less
  RatePosting posting = RatePosting::monthly;
  std::optional<int> posting_business_day = {};  // of the next month, 1 to 10
  std::vector<RateTier> tiers = {};  // ascending, at least one; the last alone has no bound
};

/// Decodes one parsed file of schema "plimsoll.rates/1"; `file` stands in errors. Refused with its
/// line: unknown keys and words; tiers unsorted, doubled or without an end; a spread above 1 in
/// size; a floor below zero; a broker's base where the benchmark is the market's, or none where it
/// is the broker's.
Result<RateSchedule> rate_schedule(const Node& tree, const std::string& file);

/// Schedules by name; files of one name form a series by their first day.
class RateScheduleList {
 public:
  /// Refused: two files of one name and first day; a series that changes its currency.
  Result<void> add(RateSchedule schedule);
  /// The one file of its name from now on.
  void put_first(RateSchedule schedule);
  /// The one in force on `day`. Refused: a name there is not, a day before its first.
  Result<RateSchedule> find(std::string_view name, Date day) const;
  /// Of each name the one in force on `day`, by name; names that begin later are left out.
  std::vector<RateSchedule> in_force(Date day) const;
  std::vector<std::string> names() const;
  /// Every file, by name and first day.
  std::vector<RateSchedule> all() const;

 private:
  std::map<std::string, std::map<Date, RateSchedule>, std::less<>> by_name_;
};

}  // namespace plimsoll
