#include "apps/json/encode_size.hpp"

#include <gtest/gtest.h>

#include "apps/json/schema_walk.hpp"
#include "apps/json/testing.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::json {
namespace {

using strategy::testing::BookOf;
using strategy::testing::two_names;

std::string written(const strategy::Book& book) {
  const auto made = strategy::size(book, {}, {});
  EXPECT_TRUE(made) << made.error().what;
  std::string text = testing::encoded([&](Writer& out) { write_size(out, *made); });
  EXPECT_EQ(schema::AnalysisMember("size", text).wrong(), std::vector<std::string>{});
  return text;
}

TEST(EncodeSize, WhatItStoodOnComesFirst) {
  const std::string text = written(two_names());
  EXPECT_EQ(text.find(R"({"inputs":{"equity":"100000.00","requirement":"60000.00")"), 0u) << text;
  EXPECT_NE(text.find(R"("gross_value":"200000.00","exposure":"200000.00",)"
                      R"("buffer_target":2,"market_volatility":null)"),
            std::string::npos)
      << text;
}

TEST(EncodeSize, EveryCapHasItsInputsOrWhatItLacks) {
  const std::string text = written(two_names());
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
  const std::string text = written(two_names());
  EXPECT_NE(text.find(R"({"symbol":"AAA","side":"buy","quantity":"0","lot":"1","cost":"0.00")"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(R"("at_most":{"limit":"single_name","of":"AAA","value":0.75,"allowed":0.1})"),
            std::string::npos)
      << text;
}

TEST(EncodeSize, WeightsAndWhatIsNotApplied) {
  const std::string text = written(two_names());
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

/// Every member there may be, and nothing but what is said to be absent at times may lack.
TEST(EncodeSize, TheSchemaKnowsEveryMember) {
  BookOf book = two_names();
  Stock unquoted{.id = InstrumentId{"NEW"}};
  strategy::SizeTerms terms{
      .correlations = std::vector<strategy::Correlation>{},
      .candidates = {{unquoted},
                     {book.book().account.positions[0].instrument, strategy::TradeSide::sell}}};
  auto made = strategy::size(book, {}, terms);
  ASSERT_TRUE(made) << made.error().what;
  made->rebalance->add_from = strategy::testing::day;
  made->no_rebalance = Error{Reason::bad_input, "no", ""};
  made->concentration.liquidity = {{.id = unquoted.id, .gross = 0_usd, .room = 0_usd}};
  const schema::AnalysisMember size{"size",
                                    testing::encoded([&](Writer& out) { write_size(out, *made); })};
  EXPECT_EQ(size.wrong(), std::vector<std::string>{});
  schema::Tried tried = size.tried();
  EXPECT_EQ(tried.let_in, std::set<std::string>{});
  EXPECT_EQ(tried.of_any_type, std::set<std::string>{});
  // Every rule has inputs of its own, by name.
  std::erase_if(tried.not_missed,
                [](const std::string& place) { return place.starts_with("#/caps/inputs/"); });
  EXPECT_EQ(tried.not_missed, (std::set<std::string>{
                                  "#/caps/missing", "#/concentration/cluster",
                                  "#/largest_trades/at_most/of", "#/largest_trades/one_lot_more/of",
                                  "#/no_rebalance", "#/rebalance/add_from", "#/throttle/hardest"}));
}

}  // namespace
}  // namespace plimsoll::json
