#include "apps/json/write_answer.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "apps/json/sample_report.hpp"

namespace plimsoll::json {
namespace {

template <class Write>
std::string written(Write write) {
  Writer out{Layout::one_line};
  write(out);
  return std::move(out).finish();
}

TEST(WriteAnswer, Head) {
  EXPECT_EQ(written([](Writer& out) {
              out.begin_object();
              write_head(out, sample::report<Money>());
              out.end_object();
            }),
            "{\"account\":\"family-office\",\"as_of\":\"2026-11-20\",\"currency\":\"USD\","
            "\"partial\":true}\n");
}

TEST(WriteAnswer, SumsAreTheSameInBothReadings) {
  const auto sums = [](const auto& answer) {
    return written([&](Writer& out) {
      out.begin_object();
      write_sums(out, answer);
      out.end_object();
    });
  };
  EXPECT_EQ(sums(sample::answer<Money>()),
            "{\"rules\":\"2026-11-20\",\"initial\":\"115050.00\",\"maintenance\":\"57525.00\","
            "\"proceeds\":\"12350.00\","
            "\"net_deposit\":\"102700.00\",\"equity\":\"180100.00\","
            "\"net_liquidation\":\"167750.00\",\"risk_initial\":\"115050.00\","
            "\"risk_maintenance\":\"57525.00\",\"excess_initial\":\"65050.00\","
            "\"excess_maintenance\":\"122575.00\"}\n");
  EXPECT_EQ(sums(sample::answer<Amount>()), sums(sample::answer<Money>()));
}

TEST(WriteAnswer, CallsAndWhatIsLeftOut) {
  const auto answer = sample::answer<Money>();
  EXPECT_EQ(written([&](Writer& out) { write_call(out, answer.calls[0]); }),
            "{\"kind\":\"maintenance\",\"amount\":\"0.005\",\"due\":\"2026-11-25\","
            "\"cure\":\"deposit cash\"}\n");
  EXPECT_EQ(written([&](Writer& out) { write_call(out, answer.calls[1]); }),
            "{\"kind\":\"initial\",\"amount\":\"1.00\",\"due\":null,\"cure\":\"\"}\n");
  EXPECT_EQ(written([&](Writer& out) { write_not_applied(out, answer.not_applied[0]); }),
            "{\"what\":\"liquidity add-on\",\"missing_input\":\"adv\"}\n");
  EXPECT_EQ(
      written([](Writer& out) { write_not_covered(out, sample::report<Money>().not_covered[0]); }),
      "{\"method\":\"tims\",\"symbol\":\"ES\",\"reason\":\"a future\"}\n");
}

}  // namespace
}  // namespace plimsoll::json
