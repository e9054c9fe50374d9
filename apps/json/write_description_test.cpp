#include "apps/json/write_description.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace plimsoll::json {
namespace {

using namespace literals;

std::string written(const Description& description) {
  Writer out{Layout::one_line};
  write_description(out, description);
  return std::move(out).finish();
}

TEST(WriteDescription, NothingIsAnEmptyObject) { EXPECT_EQ(written({}), "{}\n"); }

TEST(WriteDescription, EveryMemberInTheContractsOrder) {
  Description said;
  said.symbol = "XYZ";
  said.type = "option";
  said.currency = "USD";
  said.leverage = Decimal{-1};
  said.reference = "SPX";
  said.index_class = "broad";
  said.underlying = "SPX";
  said.underlying_scale = 10_d;
  said.expiry = Date{2027y / January / 15};
  said.right = "call";
  said.strike = 250_d;
  said.multiplier = 100_d;
  said.style = "european";
  said.settlement = "am";
  said.marginable = true;
  said.marginable_from = Date{2026y / December / 1};
  said.maturity = Date{2030y / June / 15};
  said.zero_coupon = false;
  said.rating = "high_yield";
  said.conversion_ratio = 12.5_d;
  said.issuer = "Apple Inc.";
  said.sector = "Technology";
  said.industry = "Hardware";
  said.shares_outstanding = 15'000'000'000_d;
  said.expense_ratio = 0.0095;
  said.return_of_capital_ratio = 0.4;
  said.product = "ES";
  said.month = "202512";
  said.day = "3";
  said.exchange = "CME";
  said.option_month = "202511";
  said.option_day = "W1";
  EXPECT_EQ(written(said),
            "{\"type\":\"option\",\"currency\":\"USD\",\"leverage\":-1,\"reference\":\"SPX\","
            "\"index_class\":\"broad\",\"underlying\":\"SPX\",\"underlying_scale\":10,"
            "\"expiry\":\"2027-01-15\",\"right\":\"call\",\"strike\":\"250.00\","
            "\"multiplier\":100,\"style\":\"european\",\"settlement\":\"am\",\"marginable\":true,"
            "\"marginable_from\":\"2026-12-01\",\"maturity\":\"2030-06-15\","
            "\"zero_coupon\":false,\"rating\":\"high_yield\",\"conversion_ratio\":12.5,"
            "\"issuer\":\"Apple Inc.\",\"sector\":\"Technology\",\"industry\":\"Hardware\","
            "\"shares_outstanding\":15000000000,\"expense_ratio\":0.0095,"
            "\"return_of_capital_ratio\":0.4,\"product\":\"ES\",\"month\":\"202512\",\"day\":\"3\","
            "\"exchange\":\"CME\",\"option_month\":\"202511\",\"option_day\":\"W1\"}\n");
}

}  // namespace
}  // namespace plimsoll::json
