#pragma once
// For tests: books, and what is asked of them, that the answers, their pages and their documents
// are all tried on, so that one number is followed from the sum to the print.

#include "strategy/buffer.hpp"
#include "strategy/carry.hpp"
#include "strategy/policy.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy::testing {

/// 200,000 held at a yield of 3.5 %, 80,000 owed, a quarter asked.
inline BookOf levered() {
  BookOf of;
  of.shares("XYZ", 2000, 100_d).cash(-80'000_d);
  of.book().market.quotes[InstrumentId{"XYZ"}].yield = 0.035;
  return of;
}

/// What it is charged: 6 %, and 0.09 % of what is held.
inline CarryTerms at_six() {
  CarryTerms terms{.financing = {.financing = {.rate = 0.06_d}}};
  terms.policy.account_fee_rate = 0.0009_d;
  return terms;
}

/// The buffer of levered(), with no crisis yet.
inline Buffer levered_buffer() {
  return {.room = {.equity = 120'000_usd,
                   .requirement = 50'000_usd,
                   .initial = 100'000_usd,
                   .net_liquidation = 120'000_usd},
          .cash = -80'000_usd,
          .debit = 80'000_usd,
          .long_value = 200'000_usd,
          .gross_value = 200'000_usd,
          .exposure = 200'000_usd,
          .targets = {{.mode = BufferMode::fixed, .multiple = 2.0},
                      {.mode = BufferMode::ratio, .missing = "the VIX"}}};
}

/// A quarter is asked: 20,000 of equity for 25,000. One of two names shows a gain.
inline BookOf called() {
  BookOf of{25_pct};
  of.shares("XYZ", 600, 100_d).shares("UPP", 400, 100_d).cash(-80'000_d);
  of.book().account.positions[0].average_cost = 80_usd_each;
  return of;
}

/// The usual policy, whose sales may be as small as they come.
inline Policy any_ticket() {
  Policy policy;
  policy.cure.minimum_ticket = {};
  return policy;
}

/// Two names on twice the equity, three quarters in one of them; 30 % asked.
inline BookOf two_names() {
  BookOf of{30_pct};
  of.shares("AAA", 1500, 100_d).shares("BBB", 500, 100_d).cash(-100'000_d);
  return of;
}

/// A million held and `debit` owed, for what the debit alone decides.
inline BookOf owing(Decimal debit) {
  BookOf of;
  of.shares("XYZ", 10'000, 100_d).cash(-debit);
  return of;
}

/// 10,000 of a Treasury bill at 96, a year before it is repaid.
inline void add_bill(BookOf& of) {
  const Bond bill{.id = InstrumentId{"BILL"},
                  .kind = BondKind::treasury,
                  .maturity = day + std::chrono::days{365},
                  .zero_coupon = true};
  of.book().market.quotes[bill.id].price = 96_d;
  of.book().account.catalog.emplace(bill.id, bill);
  of.book().account.positions.push_back({.instrument = bill, .quantity = Quantity::of(10'000)});
}

}  // namespace plimsoll::strategy::testing
