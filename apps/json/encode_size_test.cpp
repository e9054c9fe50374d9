#include "apps/json/encode_size.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::json {
namespace {

using strategy::testing::BookOf;

std::string written(const strategy::Book& book) {
  const auto made = strategy::size(book, {}, {});
  EXPECT_TRUE(made) << made.error().what;
  Writer out{Layout::one_line};
  write_size(out, *made);
  return std::move(out).finish();
}

BookOf levered() {
  BookOf book{30_pct};
  book.shares("AAA", 1500, 100_d).shares("BBB", 500, 100_d).cash(-100'000_d);
  return book;
}

TEST(EncodeSize, WhatItStoodOnComesFirst) {
  const std::string text = written(levered());
  EXPECT_EQ(text.find(R"({"inputs":{"equity":"100000.00","requirement":"60000.00")"), 0u) << text;
  EXPECT_NE(text.find(R"("gross_value":"200000.00","buffer_target":2,"market_volatility":null)"),
            std::string::npos)
      << text;
}

TEST(EncodeSize, EveryCapHasItsInputsOrWhatItLacks) {
  const std::string text = written(levered());
  EXPECT_NE(text.find(R"("leverage":2,"binding":"requirement","binding_limit":"requirement")"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(R"({"rule":"policy","leverage":2,"room":"0.00","inputs":{)"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(R"({"rule":"kelly","leverage":null,"room":null,"missing":"the market's)"),
            std::string::npos)
      << text;
}

TEST(EncodeSize, TradesNameWhatStopsThem) {
  const std::string text = written(levered());
  EXPECT_NE(text.find(R"({"symbol":"AAA","side":"buy","quantity":"0","lot":"1","cost":"0.00")"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(R"("at_most":{"limit":"single_name","of":"AAA","value":0.75,"allowed":0.1})"),
            std::string::npos)
      << text;
}

TEST(EncodeSize, WeightsAndWhatIsNotApplied) {
  const std::string text = written(levered());
  EXPECT_NE(text.find(R"("concentration":{"name":{"limit":0.1,"hhi":0.625,"effective":1.6,)"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(R"("state":"not_stated")"), std::string::npos);
  EXPECT_NE(text.find(R"("missing_input":"price history")"), std::string::npos);
  EXPECT_NE(text.find(R"("rebalance":{"move":"cut","trade":"-50000.00")"), std::string::npos)
      << text;
}

TEST(EncodeSize, WithoutEquity) {
  BookOf book{30_pct};
  book.shares("AAA", 10, 100_d).cash(-2'000_d);
  const std::string text = written(book);
  EXPECT_NE(text.find(R"("rebalance":null,"no_rebalance":{"reason":"bad_input")"),
            std::string::npos)
      << text;
}

}  // namespace
}  // namespace plimsoll::json
