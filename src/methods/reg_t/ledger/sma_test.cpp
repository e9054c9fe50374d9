#include "methods/reg_t/ledger/sma.hpp"

#include "methods/reg_t/ledger/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

constexpr Date monday = 2026y / July / 13;

std::string text_of(const Sma& sma) {
  std::string text = to_text(sma.credit().amount, 2);
  for (const RegTCall& call : sma.calls)
    text += " call " + to_text(call.unmet.amount, 2) + " of " + to_text(call.since) + " due " +
            to_text(call.due);
  return text;
}

TEST(Sma, OpensWithTheExcessOrWhatIsStated) {
  EXPECT_EQ(text_of(opening_sma(level(14'000_d, 12'000_d, 6'000_d), {})), "2000.00");
  EXPECT_EQ(text_of(opening_sma(level(6'000_d, 8'000_d, 4'000_d), {})), "0.00");
  EXPECT_EQ(text_of(opening_sma(level(6'000_d, 8'000_d, 4'000_d), 750_d)), "750.00");
}

// 20,000 bought at 50 %, worth 24,000 a day later and 18,000 the next.
TEST(Sma, RisesWithTheMarketAndNeverFallsWithIt) {
  Sma sma = opening_sma(level({}, {}, {}), {});
  sma = advance(sma, DayOf{monday}
                         .moved(CashKind::deposit, 10'000_d)
                         .traded("XYZ", 200, {}, 10'000_d, 5'000_d)
                         .closed(level(10'000_d, 10'000_d, 5'000_d))
                         .view());
  EXPECT_EQ(text_of(sma), "0.00");
  sma = advance(sma, DayOf{2026y / July / 14}.closed(level(14'000_d, 12'000_d, 6'000_d)).view());
  EXPECT_EQ(text_of(sma), "2000.00");
  sma = advance(sma, DayOf{2026y / July / 15}.closed(level(8'000_d, 9'000_d, 4'500_d)).view());
  EXPECT_EQ(text_of(sma), "2000.00");
}

TEST(Sma, ASaleReleasesHalfOfItsProceedsEvenWhereRestricted) {
  Sma sma{dollars(2'000_d)};
  sma = advance(sma, DayOf{monday}
                         .traded("XYZ", -20, {}, -1'000_d, -500_d)
                         .closed(level(8'000_d, 9'000_d, 4'500_d))
                         .view());
  EXPECT_EQ(text_of(sma), "3000.00");
}

TEST(Sma, DividendsAndInterestComeInAndChargesTakeNothing) {
  Sma sma{dollars(100_d)};
  sma = advance(sma, DayOf{monday}
                         .moved(CashKind::dividend, 30_d)
                         .moved(CashKind::interest, 5_d)
                         .moved(CashKind::interest, -20_d)
                         .moved(CashKind::fee, -1_d)
                         .closed(level({}, 1'000_d, 500_d))
                         .view());
  EXPECT_EQ(text_of(sma), "135.00");
}

TEST(Sma, WhatADayTakesBeyondItIsACallDueInOnePaymentPeriod) {
  Sma sma{dollars(2'000_d)};
  // 10,000 bought: 5,000 against 2,000. T+1 and two days.
  sma = advance(sma, DayOf{monday}
                         .traded("XYZ", 100, {}, 5'000_d, 2'500_d)
                         .closed(level(8'000_d, 14'000_d, 7'000_d))
                         .view());
  EXPECT_EQ(text_of(sma), "0.00 call 3000.00 of 2026-07-13 due 2026-07-16");
  // The market does not meet it while a deficiency stays; a deposit does, and the rest is balance.
  sma = advance(sma, DayOf{2026y / July / 14}.closed(level(8'500_d, 14'000_d, 7'000_d)).view());
  EXPECT_EQ(text_of(sma), "0.00 call 3000.00 of 2026-07-13 due 2026-07-16");
  sma = advance(sma, DayOf{2026y / July / 15}
                         .moved(CashKind::deposit, 1'000_d)
                         .closed(level(9'500_d, 14'000_d, 7'000_d))
                         .view());
  EXPECT_EQ(text_of(sma), "0.00 call 2000.00 of 2026-07-13 due 2026-07-16");
  sma = advance(sma, DayOf{2026y / July / 16}
                         .traded("XYZ", -100, {}, -5'000_d, -2'500_d)
                         .closed(level(9'500_d, 9'000_d, 4'500_d))
                         .view());
  EXPECT_EQ(text_of(sma), "3000.00");
}

TEST(Sma, ACallIsNotMoreThanTheDeficiencyAtTheClose) {
  const Sma sma = advance(Sma{dollars({})}, DayOf{monday}
                                                .traded("XYZ", 100, {}, 5'000_d, 2'500_d)
                                                .closed(level(9'000_d, 10'000_d, 5'000_d))
                                                .view());
  EXPECT_EQ(text_of(sma), "0.00 call 1000.00 of 2026-07-13 due 2026-07-16");
}

TEST(Sma, CallsOfTwoDaysAreMetOldestFirst) {
  Sma sma{dollars({})};
  for (const Date day : {monday, Date{2026y / July / 14}})
    sma = advance(sma, DayOf{day}
                           .traded("XYZ", 100, {}, 1'000_d, 500_d)
                           .closed(level({}, 9'000_d, 4'500_d))
                           .view());
  sma = advance(sma, DayOf{2026y / July / 15}
                         .moved(CashKind::deposit, 1'200_d)
                         .closed(level({}, 9'000_d, 4'500_d))
                         .view());
  EXPECT_EQ(text_of(sma), "0.00 call 800.00 of 2026-07-14 due 2026-07-17");
}

}  // namespace
}  // namespace plimsoll::reg_t
