#include "apps/json/encode_buffer.hpp"

#include <gtest/gtest.h>

#include "apps/json/testing.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::json {
namespace {

using strategy::Buffer;
using strategy::testing::BookOf;

std::string written(const Buffer& buffer) {
  return testing::encoded([&](Writer& out) { write_buffer(out, buffer); });
}

/// Equity 120,000 over a requirement of 50,000, with 80,000 owed.
Buffer levered() {
  Buffer made = strategy::testing::levered_buffer();
  made.stressed = {
      {.name = "fall",
       .market_move = -0.4,
       .room =
           strategy::Room{.equity = 40'000_usd, .requirement = 30'000_usd, .initial = 60'000_usd}},
      {.name = "crash", .market_move = -0.5, .reason = "no rate"}};
  return made;
}

TEST(EncodeBuffer, EveryFigureWithItsInputs) {
  EXPECT_EQ(
      written(levered()),
      "{\"inputs\":{\"equity\":\"120000.00\",\"requirement\":\"50000.00\",\"initial\":"
      "\"100000.00\",\"excess\":\"70000.00\",\"net_liquidation\":\"120000.00\",\"cash\":"
      "\"-80000.00\",\"long_value\":\"200000.00\",\"gross_value\":\"200000.00\","
      "\"market_volatility\":null},\"multiple\":2.4,\"target\":2,\"cushion\":0.5833333333333334,"
      "\"utilisation\":0.4166666666666667,\"debit_use\":0.5333333333333333,"
      "\"leverage\":1.6666666666666667,\"debit\":\"80000.00\",\"over_target\":\"20000.00\","
      "\"deposit\":\"0.00\",\"targets\":[{\"by\":\"fixed\",\"multiple\":2},{\"by\":\"ratio\","
      "\"multiple\":null,\"missing\":\"the VIX\"}],\"stressed\":[{\"name\":\"fall\","
      "\"market_move\":-0.4,\"multiple\":1.3333333333333333,\"equity\":\"40000.00\","
      "\"requirement\":\"30000.00\",\"initial\":\"60000.00\",\"excess\":\"10000.00\","
      "\"net_liquidation\":null},{\"name\":\"crash\",\"market_move\":-0.5,\"multiple\":null,"
      "\"reason\":\"no rate\"}],\"hardest\":\"fall\"}\n");
}

TEST(EncodeBuffer, WhatDoesNotApplyIsNull) {
  Buffer called = levered();
  called.room.equity = -1'000_usd;
  called.room.net_liquidation.reset();
  called.stressed.clear();
  const std::string text = written(called);
  testing::expect_parts(
      text, {"\"multiple\":-0.02", "\"cushion\":null", "\"utilisation\":null", "\"leverage\":null",
             "\"over_target\":\"-101000.00\"", "\"deposit\":\"101000.00\"", "\"hardest\":null"});
  Buffer free = levered();
  free.room.requirement = 0_usd;
  free.cash = 5_usd;
  free.debit = 0_usd;
  EXPECT_TRUE(written(free).contains("\"market_volatility\":null},\"multiple\":null"));
  EXPECT_TRUE(written(free).contains("\"debit_use\":null"));
}

TEST(EncodeBuffer, OfALendingPoolCashIsNullAndDebtsAreTokens) {
  Buffer pool = levered();
  pool.cash.reset();
  pool.gross_value = 280'000_usd;  // 80,000 of it owed in tokens
  const std::string text = written(pool);
  EXPECT_TRUE(text.contains("\"cash\":null")) << text;
  EXPECT_TRUE(text.contains("\"debit_use\":null")) << text;
  EXPECT_TRUE(text.contains("\"debit\":\"80000.00\"")) << text;
}

TEST(EncodeBuffer, EveryModeHasItsWord) {
  EXPECT_EQ(word_of(strategy::BufferMode::fixed), "fixed");
  EXPECT_EQ(word_of(strategy::BufferMode::ratio), "ratio");
  EXPECT_EQ(word_of(strategy::BufferMode::regime), "regime");
  EXPECT_EQ(word_of(strategy::BufferMode::probability), "probability");
}

}  // namespace
}  // namespace plimsoll::json
