#include "methods/reg_t/ledger/calls.hpp"

#include "methods/reg_t/ledger/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

constexpr Date monday = 2026y / July / 13;

/// A state with a call of every kind.
LedgerState every_call() {
  LedgerState state{.sma = {dollars(-3'000_d), {{monday, 2026y / July / 16, 3'000_usd}}}};
  state.min_equity = MinimumEquityCall{monday, 2026y / August / 3, 2'000_usd, 500_usd};
  state.maintenance = MaintenanceCall{monday, 2026y / August / 3, 250_usd};
  state.house = MaintenanceCall{monday, 2026y / August / 3, 750_usd};
  state.intraday.open = {{.since = monday,
                          .amount = 2'500_usd,
                          .level_at_close = zero(usd),
                          .unmet = 2'000_usd,
                          .prompt_by = 2026y / July / 20,
                          .ends = 2026y / August / 3}};
  state.day_trading.pattern = true;
  state.day_trading.call = DayTradingCall{monday, 2026y / July / 20, 100_usd};
  state.cash.open = {{monday, 2026y / July / 16, 4'000_usd, {}}};
  return state;
}

TEST(Calls, EachSaysItsAmountItsLawAndItsCure) {
  const DayOf day = DayOf{monday}.closed(level(24'000_d, {}, {}));
  const std::vector<LedgerCall> calls = calls_of(every_call(), day.view());
  std::string text;
  for (const LedgerCall& call : calls) {
    text += std::string{call.kind.text()} + " " + to_text(call.amount.amount, 2) + " " +
            (call.due ? to_text(*call.due) : "-") + "\n";
    ASSERT_NE(call.law, nullptr);
    EXPECT_TRUE(call.where.file.text().ends_with("ledger/calls.cpp"));
    EXPECT_FALSE(call.cause.empty());
    EXPECT_TRUE(call.cure.starts_with("deposit ")) << call.cure;
  }
  EXPECT_EQ(text,
            "reg_t 3000.00 2026-07-16\n"
            "min_equity 500.00 2026-08-03\n"
            "maintenance 250.00 2026-08-03\n"
            "house 750.00 -\n"
            "intraday 2000.00 2026-07-20\n"
            "day_trade 100.00 2026-07-20\n"
            "day_trade 1000.00 -\n"
            "cash_due 4000.00 2026-07-16\n");
}

std::string cause_of(Money unmet, Date day) {
  LedgerState state{.sma = {-unmet, {{monday, 2026y / July / 16, unmet}}}};
  return calls_of(state, DayOf{day}.view()).at(0).cause;
}

TEST(Calls, ASmallDeficiencyNeedsNoAction) {
  EXPECT_TRUE(cause_of(1'000_usd, monday)
                  .ends_with("; no action need be taken on 1,000 dollars or "
                             "less"));
  EXPECT_TRUE(cause_of(1'000.01_usd, monday).ends_with("memorandum account held"));
}

TEST(Calls, PastItsDayACallSaysSo) {
  EXPECT_FALSE(cause_of(5'000_usd, 2026y / July / 16).contains("past due"));
  EXPECT_TRUE(cause_of(5'000_usd, 2026y / July / 17).contains("past due"));
}

TEST(Calls, NoneWhereNothingIsOpen) {
  EXPECT_TRUE(calls_of({.sma = {dollars(100_d)}}, DayOf{monday}.view()).empty());
}

}  // namespace
}  // namespace plimsoll::reg_t
