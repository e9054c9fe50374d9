#include "methods/reg_t/ledger/cash_payment.hpp"

#include "methods/reg_t/ledger/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

constexpr Date monday = 2026y / July / 13;

std::string text_of(const CashPayment& state) {
  std::string text;
  for (const CashDue& due : state.open)
    text += to_text(due.unpaid.amount, 2) + " of " + to_text(due.since) + " due " +
            to_text(due.due) + "; ";
  if (state.frozen_until) text += "frozen until " + to_text(*state.frozen_until);
  return text;
}

CashPayment after_a_purchase() {
  DayOf day{monday};
  day.traded("XYZ", 100, {}, {}, {}).cash(1'000_d, -4'000_d);
  return advance({}, day.view()).value();
}

TEST(CashPayment, WhatIsNotPaidIsDueInOnePaymentPeriod) {
  EXPECT_EQ(text_of(after_a_purchase()), "4000.00 of 2026-07-13 due 2026-07-16; ");
  DayOf paid{monday};
  paid.traded("XYZ", 100, {}, {}, {}).cash(5'000_d, {});
  EXPECT_EQ(text_of(advance({}, paid.view()).value()), "");
}

TEST(CashPayment, DepositsPayTheOldestFirst) {
  DayOf more{2026y / July / 14};
  more.traded("ABC", 1, {}, {}, {}).cash(-4'000_d, -4'500_d);
  CashPayment state = advance(after_a_purchase(), more.view()).value();
  EXPECT_EQ(text_of(state),
            "4000.00 of 2026-07-13 due 2026-07-16; 500.00 of 2026-07-14 due 2026-07-17; ");
  DayOf deposit{2026y / July / 15};
  deposit.moved(CashKind::deposit, 4'200_d).cash(-4'500_d, -300_d);
  EXPECT_EQ(text_of(advance(state, deposit.view()).value()),
            "300.00 of 2026-07-14 due 2026-07-17; ");
}

TEST(CashPayment, SellingWhatIsNotPaidFreezesFromTheSale) {
  DayOf sale{2026y / July / 14};
  sale.traded("XYZ", -100, {}, {}, {}).cash(-4'000_d, 2'000_d);
  CashPayment state = advance(after_a_purchase(), sale.view()).value();
  EXPECT_EQ(text_of(state), "frozen until 2026-10-12");
  EXPECT_EQ(text_of(advance(state, DayOf{2026y / October / 12}.view()).value()),
            "frozen until 2026-10-12");
  EXPECT_EQ(text_of(advance(state, DayOf{2026y / October / 13}.view()).value()), "");
  // Something else may be sold.
  DayOf other{2026y / July / 14};
  other.traded("ABC", -1, {}, {}, {}).cash(-4'000_d, -3'000_d);
  EXPECT_EQ(text_of(advance(after_a_purchase(), other.view()).value()),
            "3000.00 of 2026-07-13 due 2026-07-16; ");
}

}  // namespace
}  // namespace plimsoll::reg_t
