#include "model/pool_step.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace plimsoll {
namespace {

PoolAmount of(const char* tokens, const char* bank) {
  return {parse_quantity(tokens).value(), InstrumentId{bank}};
}
PoolAmount all_of(const char* bank) { return {{}, InstrumentId{bank}}; }

TEST(PoolStep, Read) {
  struct Row {
    const char* typed;
    PoolStep step;
    const char* told;
  };
  const InstrumentId sol{"SOL"}, usdc{"USDC"};
  const Row rows[] = {
      {"deposit 5 SOL", MoveStep{PoolMove::deposit, of("5", "SOL")}, "deposit 5 SOL"},
      {" Withdraw  ALL\tSOL ", MoveStep{PoolMove::withdraw, all_of("SOL")}, "withdraw all SOL"},
      {"BORROW 10.50 SOL", MoveStep{PoolMove::borrow, of("10.5", "SOL")}, "borrow 10.5 SOL"},
      {"REPAY all USDC", MoveStep{PoolMove::repay, all_of("USDC")}, "repay all USDC"},
      {"LIQUIDATE 2 USDC for SOL", LiquidateStep{of("2", "USDC"), sol}, "liquidate 2 USDC for SOL"},
      {"REPAY 250 USDC FOR SOL", RepayForStep{of("250", "USDC"), sol}, "repay 250 USDC for SOL"},
      {"REPAY ALL USDC FOR SOL", RepayForStep{all_of("USDC"), sol}, "repay all USDC for SOL"},
      {"RECEIVE SEIZE 2 SOL, 1 JITOSOL REPAY 250 USDC",
       ReceiveStep{{of("2", "SOL"), of("1", "JITOSOL")}, {of("250", "USDC")}},
       "receive seize 2 SOL, 1 JITOSOL repay 250 USDC"},
      {"receive seize ALL SOL,ALL X", ReceiveStep{{all_of("SOL"), all_of("X")}, {}},
       "receive seize all SOL, all X"},
      {"RECEIVE REPAY 1 SOL , 2 X", ReceiveStep{{}, {of("1", "SOL"), of("2", "X")}},
       "receive repay 1 SOL, 2 X"},
      {"BANKRUPT USDC", BankruptStep{usdc}, "bankrupt USDC"},
      {"ACCRUE 30 DAYS", AccrueStep{2'592'000}, "accrue 30 days"},
      {"accrue 1.5 hours", AccrueStep{5'400}, "accrue 5400 seconds"},
      {"ACCRUE 25 HOURS", AccrueStep{90'000}, "accrue 25 hours"},
      {"ACCRUE 1 SECOND", AccrueStep{1}, "accrue 1 second"},
      {"ACCRUE 36500 DAYS", AccrueStep{3'153'600'000}, "accrue 36500 days"},
      {"ACCRUE 0 DAYS", AccrueStep{0}, "accrue 0 days"},
  };
  for (const Row& row : rows) {
    const auto step = parse_pool_step(row.typed);
    ASSERT_TRUE(step) << step.error().what;
    EXPECT_EQ(*step, row.step) << row.typed;
    EXPECT_EQ(to_text(*step), row.told);
    EXPECT_TRUE(is_pool_step(row.typed));
  }
  EXPECT_FALSE(is_pool_step("BUY 1 X"));
  EXPECT_FALSE(is_pool_step(""));
}

TEST(PoolStep, RefusedWithWhatToWrite) {
  struct Row {
    const char *typed, *why, *instead;
  };
  const Row rows[] = {
      {"", "it is no step in a pool", "\"BORROW 10 SOL\""},
      {"BUY 1 SOL", "DEPOSIT, WITHDRAW, BORROW", "\"BORROW 10 SOL\""},
      {"BORRW 1 SOL", "is BORROW meant?", "\"BORROW 10 SOL\""},
      {"BORROW", "how many tokens is missing", "\"BORROW 10 SOL\""},
      {"BORROW SOL", "\"SOL\"", "\"BORROW 10 SOL\""},
      {"BORROW 1", "a bank's name is missing", "\"BORROW 10 SOL\""},
      {"BORROW 1 , SOL", "a bank's name is missing", "\"BORROW 10 SOL\""},
      {"BORROW 1 SOL NOW", "\"NOW\" is one word too many", "\"BORROW 10 SOL\""},
      {"BORROW 0 SOL", "above zero", "\"BORROW 10 SOL\""},
      {"BORROW -1 SOL", "above zero", "\"BORROW 10 SOL\""},
      {"BORROW 1,000 SOL", "\"1,000\"", "\"BORROW 10 SOL\""},
      {"BORROW ALL SOL", "ALL is not known here", "\"BORROW 10 SOL\""},
      {"DEPOSIT ALL SOL", "ALL is not known here", "\"DEPOSIT 5 SOL\""},
      {"WITHDRAW ALL", "a bank's name is missing", "\"WITHDRAW ALL SOL\""},
      {"REPAY 1.1234567890123456789 SOL", "decimal", "\"REPAY 5 USDC\""},
      {"REPAY 1 SOL FOR", "a bank's name is missing", "\"REPAY 5 USDC FOR SOL\""},
      {"LIQUIDATE 1 SOL", "FOR and the bank of the debt", "\"LIQUIDATE 2 SOL FOR USDC\""},
      {"LIQUIDATE 1 SOL OF USDC", "FOR and the bank", "\"LIQUIDATE 2 SOL FOR USDC\""},
      {"LIQUIDATE ALL SOL FOR X", "ALL is not known here", "\"LIQUIDATE 2 SOL FOR USDC\""},
      {"RECEIVE", "SEIZE or REPAY comes next", "\"RECEIVE SEIZE 2 SOL"},
      {"RECEIVE 2 SOL", "SEIZE or REPAY comes next", "\"RECEIVE SEIZE 2 SOL"},
      {"RECEIVE SEIZE 2 SOL 1 X", "\"1\" is one word too many", "\"RECEIVE SEIZE 2 SOL"},
      {"RECEIVE SEIZE 2 SOL,", "how many tokens is missing", "\"RECEIVE SEIZE 2 SOL"},
      {"RECEIVE REPAY 2 X SEIZE 1 SOL", "\"SEIZE\" is one word too many", "\"RECEIVE SEIZE"},
      {"BANKRUPT", "a bank's name is missing", "\"BANKRUPT USDC\""},
      {"BANKRUPT 5 USDC", "\"USDC\" is one word too many", "\"BANKRUPT USDC\""},
      {"ACCRUE", "how many days, hours or seconds is missing", "\"ACCRUE 30 DAYS\""},
      {"ACCRUE 30", "DAYS, HOURS or SECONDS is missing", "\"ACCRUE 30 DAYS\""},
      {"ACCRUE 3 WEEKS", "DAYS, HOURS or SECONDS is missing", "\"ACCRUE 30 DAYS\""},
      {"ACCRUE -1 DAYS", "forward in time", "\"ACCRUE 30 DAYS\""},
      {"ACCRUE 0.5 SECONDS", "a whole number of seconds", "\"ACCRUE 30 DAYS\""},
      {"ACCRUE 36500.00002 DAYS", "36,500 days are the most", "\"ACCRUE 30 DAYS\""},
      {"ACCRUE 100000000000000000000 DAYS", "too large", "\"ACCRUE 30 DAYS\""},
      {"BORROW 1 SOLSOLSOLSOLSOLSOLSOLSOLSOLSOLSOL", "more than 32 characters",
       "\"BORROW 10 SOL\""},
      {"BORROW 1 S\nL", "a control character", "\"BORROW 10 SOL\""},
      {"BORROW 1 S\xC3\x96L", "not plain ASCII", "\"BORROW 10 SOL\""},
      {"BORROW 1 AAPL270115C00250000", "is no bank's name", "\"BORROW 10 SOL\""},
  };
  for (const Row& row : rows) {
    const auto step = parse_pool_step(row.typed);
    ASSERT_FALSE(step) << row.typed;
    EXPECT_TRUE(step.error().what.contains(row.why)) << step.error().what;
    EXPECT_TRUE(step.error().what.contains(row.instead)) << step.error().what;
  }
}

RC_GTEST_PROP(PoolStep, IsReadBackAsItIsTold, ()) {
  const auto name = [] {
    const auto letters = *rc::gen::resize(
        8, rc::gen::container<std::string>(rc::gen::inRange('A', static_cast<char>('Z' + 1))));
    return InstrumentId{"T" + letters};
  };
  const auto amount = [&](bool all) {
    const auto tokens = *rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000);
    return PoolAmount{all ? std::nullopt : std::optional{Quantity{Int128{tokens} * 1'000'000}},
                      name()};
  };
  const auto any = [&] { return amount(*rc::gen::arbitrary<bool>()); };
  const PoolStep steps[] = {MoveStep{PoolMove::deposit, amount(false)},
                            MoveStep{PoolMove::withdraw, any()},
                            MoveStep{PoolMove::repay, any()},
                            LiquidateStep{amount(false), name()},
                            RepayForStep{any(), name()},
                            ReceiveStep{{any(), any()}, {any()}},
                            BankruptStep{name()},
                            AccrueStep{*rc::gen::inRange<std::int64_t>(0, 3'153'600'001)}};
  for (const PoolStep& step : steps) RC_ASSERT(parse_pool_step(to_text(step)).value() == step);
}

}  // namespace
}  // namespace plimsoll
