#include "apps/json/write_ratios.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace plimsoll::json {
namespace {

TEST(WriteRatios, UnknownAndInfiniteAreNull) {
  Writer out{Layout::one_line};
  out.begin_object();
  write_ratio(out, "a", 0.25);
  write_ratio(out, "b", std::optional<double>{});
  write_ratio(out, "c", std::numeric_limits<double>::infinity());
  out.end_object();
  EXPECT_EQ(std::move(out).finish(), "{\"a\":0.25,\"b\":null,\"c\":null}\n");
}

TEST(WriteRatios, ARoomIsItsFiveSums) {
  Writer out{Layout::one_line};
  out.begin_object();
  write_room(out, {.equity = 100_usd, .requirement = 25_usd, .initial = 50_usd});
  out.end_object();
  EXPECT_EQ(std::move(out).finish(),
            "{\"equity\":\"100.00\",\"requirement\":\"25.00\",\"initial\":\"50.00\",\"excess\":"
            "\"75.00\",\"net_liquidation\":null}\n");
}

TEST(WriteRatios, TiersSayWhatEachPartIsCharged) {
  Writer out{Layout::one_line};
  out.begin_object();
  write_tiers(
      out,
      {.tiers = {
           {.from = 0_usd, .up_to = 100_usd, .amount = 60_usd, .rate = 5_pct, .a_day = 0.01_usd}}});
  out.end_object();
  EXPECT_EQ(
      std::move(out).finish(),
      "{\"tiers\":[{\"from\":\"0.00\",\"up_to\":\"100.00\",\"amount\":\"60.00\",\"rate\":0.05,"
      "\"a_day\":\"0.01\"}]}\n");
}

}  // namespace
}  // namespace plimsoll::json
