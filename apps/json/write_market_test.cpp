#include "apps/json/write_market.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace plimsoll::json {
namespace {

using namespace literals;

std::string written(const MarketSnapshot& market) {
  Writer out{Layout::one_line};
  write_market(out, market);
  return std::move(out).finish();
}

TEST(WriteMarket, NothingIsAnEmptyObject) { EXPECT_EQ(written({}), "{}\n"); }

TEST(WriteMarket, EveryMemberInTheContractsOrder) {
  MarketSnapshot market;
  market.quotes[InstrumentId{"A"}] = {.price = 230.1_d,
                                      .bid = 230.08_d,
                                      .ask = 230.125_d,
                                      .volatility = 0.28,
                                      .beta = 1.2,
                                      .yield = 0.0043,
                                      .borrow_rate = 0.0025,
                                      .adv = 51'000'000,
                                      .margin_rate = 0.3_d,
                                      .dividends = {{Date{2027y / February / 10}, 0.26_d}},
                                      .stale_after = "2026-11-21"};
  market.currencies = {{Currency{"GBP"}, 1.3_d}, {Currency{"EUR"}, 1.0845_d}};
  market.risk_free_rate = 0.041;
  market.rate_curve = {{30, 0.042}, {365, -0.001}};
  EXPECT_EQ(written(market),
            "{\"quotes\":{\"A\":{\"price\":\"230.10\",\"bid\":\"230.08\",\"ask\":\"230.125\","
            "\"volatility\":0.28,\"beta\":1.2,\"yield\":0.0043,"
            "\"dividends\":[{\"ex_date\":\"2027-02-10\",\"amount\":\"0.26\"}],"
            "\"borrow_rate\":0.0025,\"adv\":51000000,\"margin_rate\":0.3,"
            "\"stale_after\":\"2026-11-21\"}},"
            "\"currencies\":{\"EUR\":\"1.0845\",\"GBP\":\"1.30\"},\"risk_free_rate\":0.041,"
            "\"rate_curve\":[{\"days\":30,\"rate\":0.042},{\"days\":365,\"rate\":-0.001}]}\n");
}

TEST(WriteMarket, QuotesInSymbolOrderHoweverTheyCame) {
  MarketSnapshot forwards, backwards;
  for (const char* symbol : {"AA", "A", "BRK/B", "Z", "AAPL  270115C00250000", "AAPL"})
    forwards.quotes[InstrumentId{symbol}] = {};
  for (const char* symbol : {"AAPL", "AAPL  270115C00250000", "Z", "BRK/B", "A", "AA"})
    backwards.quotes[InstrumentId{symbol}] = {};
  EXPECT_EQ(written(forwards),
            "{\"quotes\":{\"A\":{},\"AA\":{},\"AAPL\":{},\"AAPL  270115C00250000\":{},"
            "\"BRK/B\":{},\"Z\":{}}}\n");
  EXPECT_EQ(written(backwards), written(forwards));
}

}  // namespace
}  // namespace plimsoll::json
