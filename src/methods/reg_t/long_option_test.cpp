#include "methods/reg_t/option.hpp"
#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

std::string line(const OptionLeg& bought, Day day = on_the_day) {
  return PLIMSOLL_LINE(long_option, bought, day);
}
std::string one_expiring(Date expiry, Day day = on_the_day) {
  const OneOption call{Right::call, 1, 100_usd_each, 10_usd_each, 100_usd_each, expiry};
  return line(call.leg, day);
}

const std::string paid_in_full = "1000.00 0.00 risk 0.00 0.00 equity 0.00 premium 0.00";
/// Three quarters to open and to keep; the last quarter is equity, none of it is risk.
const std::string lent_against = "750.00 750.00 risk 0.00 0.00 equity 250.00 premium 0.00";

TEST(LongOption, LendsOnlyOverNineMonths) {
  EXPECT_EQ(one_expiring(spring), paid_in_full);
  EXPECT_EQ(one_expiring(2026y / December / 1), paid_in_full);
  EXPECT_EQ(one_expiring(2026y / December / 2), paid_in_full);  // nine months to the day
  EXPECT_EQ(one_expiring(2026y / December / 3), lent_against);
  EXPECT_EQ(one_expiring(far), lent_against);
}

TEST(LongOption, NineMonthsEndWithAShorterMonth) {
  const Day last_of_may{2026y / May / 31, 2026y / May / 31};  // nine months on: 28 February
  EXPECT_EQ(one_expiring(2027y / February / 28, last_of_may), paid_in_full);
  EXPECT_EQ(one_expiring(2027y / March / 1, last_of_may), lent_against);
}

TEST(LongOption, LeapsOnAnIndex) {
  // Cboe's manual: 20 months, 16.80: 1,260.
  OneOption call{Right::call, 1, 1325_usd_each, 16.80_usd_each, 1290_usd_each, far};
  EXPECT_EQ(line(call.on({.broad_index = true}).leg),
            "1260.00 1260.00 risk 0.00 0.00 equity 420.00 premium 0.00");
}

TEST(LongOption, OnANoteIsPaidInFull) {
  OneOption call{Right::call, 1, 100_usd_each, 10_usd_each, 100_usd_each, far};
  EXPECT_EQ(line(call.on({.note = true}).leg), paid_in_full);
}

TEST(LongOption, CostsWhatWasPaidToday) {
  OneOption soon{Right::put, 1, 100_usd_each, 10_usd_each, 100_usd_each, spring};
  EXPECT_EQ(line(soon.opened_at(8_usd_each).leg),
            "800.00 0.00 risk 0.00 0.00 equity 0.00 premium 0.00");
  OneOption late{Right::put, 1, 100_usd_each, 10_usd_each, 100_usd_each, far};
  EXPECT_EQ(line(late.opened_at(8_usd_each).leg),
            "600.00 750.00 risk 0.00 0.00 equity 250.00 premium 0.00");
}

TEST(LongOption, LoanValueIsKnownFromApril2000) {
  EXPECT_EQ(one_expiring(far, {today, 2000y / April / 29}), paid_in_full);
  EXPECT_EQ(one_expiring(far, {today, 2000y / April / 30}), lent_against);
}

TEST(LongOption, HasNoRuleBefore1988) {
  for (const Date expiry : {spring, far}) {
    EXPECT_EQ(one_expiring(expiry, {today, 1988y / June / 5}),
              "refused: no text on file for 1988-06-05; the first is of 1988-06-06");
    EXPECT_EQ(one_expiring(expiry, {today, 1988y / June / 6}), paid_in_full);
  }
}

TEST(LongOption, NeedsNoPriceOfItsUnderlying) {
  OneOption call{Right::call, 1, 100_usd_each, 10_usd_each, 100_usd_each};
  call.leg.underlying.reset();
  EXPECT_EQ(line(call.leg), paid_in_full);
}

}  // namespace
}  // namespace plimsoll::reg_t
