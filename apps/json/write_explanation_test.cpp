#include "apps/json/write_explanation.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace plimsoll::json {
namespace {

using namespace literals;

constexpr Citation rate_law{.source = "FINRA Rule 4210",
                            .paragraph = "(f)(2)(E)(i)",
                            .gist = "twenty percent",
                            .reading = "of the underlying",
                            .grade = Grade::secondary};
constexpr Citation option_law{
    .source = "FINRA Rule 4210", .paragraph = "(f)(2)", .gist = "short options"};

std::string written(const Amount& amount) {
  Writer out{Layout::one_line};
  write_explanation(out, amount);
  return std::move(out).finish();
}

TEST(WriteExplanation, ALeafIsItsLabelAndAmount) {
  EXPECT_EQ(written({.label = "option market value", .money = 200_usd}),
            "{\"label\":\"option market value\",\"amount\":\"200.00\",\"parts\":[]}\n");
}

TEST(WriteExplanation, ARateHasItsLawAndFirstDay) {
  const InForce<Percent> rate{Date{1988y / June / 6}, 20_pct, &rate_law};
  EXPECT_EQ(written(percent_of(rate, known<Amount>("underlying value", 9500_usd))),
            "{\"label\":\"percent of\",\"amount\":\"1900.00\",\"rate\":0.2,"
            "\"law\":{\"source\":\"FINRA Rule 4210\",\"paragraph\":\"(f)(2)(E)(i)\","
            "\"since\":\"1988-06-06\",\"first_day\":\"known\",\"grade\":\"secondary\",\"gist\":"
            "\"twenty percent\","
            "\"reading\":\"of the underlying\"},"
            "\"parts\":[{\"label\":\"underlying value\",\"amount\":\"9500.00\",\"parts\":[]}]}\n");
}

TEST(WriteExplanation, ARuleHasItsLineAndAChoiceItsWinner) {
  const Amount choice{.label = "greater of",
                      .money = 800_usd,
                      .governs = 1,
                      .parts = {{.label = "a", .money = 1_usd}, {.label = "b", .money = 800_usd}}};
  const Amount rule{.label = "short equity option",
                    .money = 800_usd,
                    .law = &option_law,
                    .where = {"src/methods/reg_t/short_option.cpp", 30},
                    .subject = "XYZ 2026-06-19 P 80",
                    .parts = {choice}};
  EXPECT_EQ(written(rule),
            "{\"label\":\"short equity option\",\"amount\":\"800.00\","
            "\"law\":{\"source\":\"FINRA Rule 4210\",\"paragraph\":\"(f)(2)\","
            "\"grade\":\"text_read\",\"gist\":\"short options\"},"
            "\"where\":\"src/methods/reg_t/short_option.cpp:30\","
            "\"subject\":\"XYZ 2026-06-19 P 80\",\"parts\":["
            "{\"label\":\"greater of\",\"amount\":\"800.00\",\"governs\":1,\"parts\":["
            "{\"label\":\"a\",\"amount\":\"1.00\",\"parts\":[]},"
            "{\"label\":\"b\",\"amount\":\"800.00\",\"parts\":[]}]}]}\n");
}

}  // namespace
}  // namespace plimsoll::json
