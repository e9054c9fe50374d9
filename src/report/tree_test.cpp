#include "report/tree.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

using namespace std::chrono_literals;

constexpr Citation rule{.source = "FINRA Rule 4210", .paragraph = "(f)(2)(E)(i)", .gist = "gist"};
constexpr Citation table{.source = "FINRA Rule 4210", .paragraph = "(f)(2)(D)", .gist = "gist"};

InForce<Percent> rate(Percent value, const Citation& law) {
  return {.since = Date{1989y / 1 / 3}, .value = value, .law = &law};
}

Amount sum_of(Label label, std::vector<Amount> parts) {
  Total<Amount> sum{usd};
  for (Amount& part : parts) sum.add(std::move(part));
  return std::move(sum).named(label);
}

constexpr Paper plain_paper{};

/// The short put of 80 on a stock at 95, at 2.00: the floor governs.
Amount short_put() {
  Amount reached = plus(
      known<Amount>("option market value", 200_usd),
      greater_of(
          reduced_by(percent_of(rate(20_pct, rule), known<Amount>("underlying value", 9500_usd)),
                     known<Amount>("out-of-the-money amount", 1500_usd)),
          percent_of(rate(10_pct, table), known<Amount>("exercise price", 8000_usd))));
  Amount explained = about("XYZ 2026-06-19 80 P", under(rule, "short equity option", reached));
  explained.where = {.file = "src/methods/reg_t/short_option.cpp", .line = 30};
  return sum_of("all positions", {explained});
}

TEST(Tree, EveryStepOnItsLine) {
  EXPECT_EQ(
      tree(short_put(), plain_paper),
      "all positions                                          1000.00 USD\n"
      "  short equity option  XYZ 2026-06-19 80 P             1000.00 USD   [FINRA Rule 4210 "
      "(f)(2)(E)(i)]\n"
      "    at src/methods/reg_t/short_option.cpp:30\n"
      "    plus                                               1000.00 USD\n"
      "      option market value                               200.00 USD\n"
      "      greater of                                        800.00 USD\n"
      "        reduced by                                      400.00 USD\n"
      "          20% of                                       1900.00 USD   [since 1989-01-03]\n"
      "            underlying value                           9500.00 USD\n"
      "          out-of-the-money amount                      1500.00 USD\n"
      "        10% of                                          800.00 USD   <- governs   "
      "[FINRA Rule "
      "4210 (f)(2)(D), since 1989-01-03]\n"
      "          exercise price                               8000.00 USD\n");
}

TEST(Tree, ALongSubjectStandsBelowAndLongFiguresWidenTheirColumn) {
  const Amount parts = sum_of(
      "sum", {about(std::string(40, 'x') + " " + std::string(60, 'y'), known<Amount>("a", 1_usd)),
              known<Amount>("b", 123456789012345678.5_usd)});
  EXPECT_EQ(tree(parts, plain_paper),
            "sum" + std::string(47, ' ') + " 123456789012345679.50 USD\n" +  //
                "  a" + std::string(47 + 18, ' ') + "1.00 USD\n" +           //
                "    " + std::string(40, 'x') + "\n" +                       //
                "    " + std::string(60, 'y') + "\n" +                       //
                "  b" + std::string(47, ' ') + " 123456789012345678.50 USD\n");
}

TEST(Tree, AnOptionIsSpoken) {
  EXPECT_TRUE(
      tree(about("SPY   261218C00740000", known<Amount>("short option", 1_usd)), plain_paper)
          .starts_with("short option  SPY 2026-12-18 740 C  "));
}

TEST(Tree, ExactFiguresAreNotRounded) {
  EXPECT_NE(tree(known<Amount>("a", 0.123456789_usd), plain_paper).find(" 0.123456789 USD\n"),
            std::string::npos);
}

TEST(Tree, ColourAddsCodesAndNothingElse) {
  std::string coloured = tree(short_put(), {.ink = Ink::colour});
  EXPECT_NE(coloured.find("\x1b[1m1000.00 USD\x1b[0m"), std::string::npos);
  for (std::size_t at; (at = coloured.find('\x1b')) != std::string::npos;)
    coloured.erase(at, coloured.find('m', at) - at + 1);
  EXPECT_EQ(coloured, tree(short_put(), plain_paper));
}

}  // namespace
}  // namespace plimsoll::report
