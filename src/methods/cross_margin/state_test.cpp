#include "methods/cross_margin/state.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::number, testing::PoolBuilder;

Position position(const char* name, const char* tokens) {
  return {.instrument = Token{.id = InstrumentId{name}},
          .quantity = parse_quantity(tokens).value()};
}

TEST(State, StandsByTheBanksNameWithItsSide) {
  PoolBuilder pool;
  pool.bank("SOL", "10", 9);
  pool.bank("USDC", "1");
  Account account;
  account.positions = {position("USDC", "-1.5"), position("SOL", "2"), position("SOL", "0")};
  const auto state = state_of(account, pool.pool);
  EXPECT_TRUE(state.refused.empty());
  ASSERT_EQ(state.value.balances.size(), 2u);
  EXPECT_EQ(state.value.balances[0].bank, &pool.at("SOL"));
  EXPECT_EQ(state.value.balances[0].amount, Fixed48::of(2'000'000'000));
  EXPECT_EQ(state.value.balances[1].side, Side::liability);
  EXPECT_EQ(state.value.balances[1].amount, Fixed48::of(1'500'000));
}

TEST(State, RefusesWhatThePoolDoesNotKnow) {
  PoolBuilder pool;
  pool.bank("USDC", "1");
  Account account;
  account.positions = {position("USCD", "1")};
  const auto state = state_of(account, pool.pool);
  ASSERT_EQ(state.refused.size(), 1u);
  EXPECT_NE(state.refused[0].what.find("is USDC meant?"), std::string::npos);
}

TEST(State, RefusesTwoBalancesOfABankAndMoreThanSixteen) {
  PoolBuilder pool;
  pool.bank("USDC", "1");
  Account account;
  account.positions = {position("USDC", "1"), position("USDC", "-1")};
  EXPECT_EQ(state_of(account, pool.pool).refused.size(), 1u);
  account.positions.clear();
  for (char letter = 'A'; letter < 'A' + 17; ++letter) {
    const std::string name{letter};
    pool.bank(name.c_str(), "1");
    account.positions.push_back(position(name.c_str(), "1"));
  }
  EXPECT_EQ(state_of(account, pool.pool).refused.size(), 1u);
  account.positions.pop_back();
  EXPECT_TRUE(state_of(account, pool.pool).refused.empty());
}

TEST(State, AmountsAreExactOrRefused) {
  PoolBuilder pool;
  const Bank& six = pool.bank("USDC", "1");
  const Bank& eighteen = pool.bank("ETH", "1", 18);
  EXPECT_FALSE(native_units(parse_quantity("0.0000001").value(), six));
  const auto least = native_units(parse_quantity("0.000000000000000001").value(), eighteen);
  EXPECT_EQ(least, Fixed48::of(1));
  EXPECT_EQ(to_text(tokens_of(*least, eighteen)), "0.000000000000000001");
  EXPECT_EQ(to_text(tokens_of(number("1500000.5"), six)), "1.5000005");
  EXPECT_EQ(unit_of(eighteen), Fixed48::of(1'000'000'000'000'000'000));
}

TEST(State, ConstantsAreRoundedToTheNearestBit) {
  EXPECT_EQ(fixed(0.5_d), number("0.5"));
  EXPECT_EQ(fixed(0.025_d).bits(), Int128{7'036'874'417'766});  // .4 behind it
  EXPECT_EQ(fixed(0.05_d).bits(), Int128{14'073'748'835'533});  // .8 behind 532
  EXPECT_EQ(fixed(-(0.05_d)).bits(), Int128{-14'073'748'835'533});
}

}  // namespace
}  // namespace plimsoll::cross_margin
