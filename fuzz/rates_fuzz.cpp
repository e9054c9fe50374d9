// Any bytes through the TOML reader and the decoders of rate schedules and paths: a schedule under
// which any debit costs something or is refused, a path that is somewhere on every day, or an error
// that says where.

#include <string>

#include "base/check.hpp"
#include "io/toml.hpp"
#include "strategy/rate_scenarios.hpp"

namespace {

using namespace plimsoll;

void ask(const RateSchedule& schedule, Decimal amount) {
  const Money debit{amount, schedule.currency};
  const auto answer = strategy::interest(schedule, 0.05_d, debit);
  if (!answer) {
    PLIMSOLL_CHECK(!answer.error().what.empty());
    return;
  }
  Money sum = zero(schedule.currency);
  for (const strategy::InterestTier& tier : answer->tiers) sum = sum + tier.amount;
  PLIMSOLL_CHECK(sum == debit);
  PLIMSOLL_CHECK(!answer->a_year.amount.is_negative() && !answer->a_day.amount.is_negative());
  PLIMSOLL_CHECK(answer->effective.has_value() != amount.is_zero());
  if (answer->cheaper) PLIMSOLL_CHECK(!answer->cheaper->saves_a_year.amount.is_negative());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto tree = io::read_toml(text, "fuzz.toml");
  if (!tree) return 0;
  const auto schedule = rate_schedule(*tree, "fuzz.toml");
  if (schedule) {
    for (const Decimal amount : {0_d, 0.000000001_d, 25000_d, 123456.78_d, 1000000000000000_d})
      ask(*schedule, amount);
    for (const RateTier& tier : schedule->tiers)
      if (tier.up_to) ask(*schedule, *tier.up_to);
  } else {
    PLIMSOLL_CHECK(schedule.error().where.starts_with("fuzz.toml"));
  }
  const auto path = rate_path(*tree, "fuzz.toml");
  if (!path) return 0;
  PLIMSOLL_CHECK(path->change_after(0) == path->changes.front().rate - path->before);
  PLIMSOLL_CHECK(strategy::along(*path).months >= 12);
  return 0;
}
