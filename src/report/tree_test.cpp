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
  EXPECT_EQ(tree(short_put(), plain_paper),
            "all positions                                     1,000.00 USD\n"
            "  short equity option  XYZ 2026-06-19 80 P        1,000.00 USD   "
            "[FINRA Rule 4210 (f)(2)(E)(i)]\n"
            "    at src/methods/reg_t/short_option.cpp:30\n"
            "    plus                                          1,000.00 USD\n"
            "      option market value                           200.00 USD\n"
            "      greater of                                    800.00 USD\n"
            "        reduced by                                  400.00 USD\n"
            "          20% of                                  1,900.00 USD   [since 1989-01-03]\n"
            "            underlying value                      9,500.00 USD\n"
            "          out-of-the-money amount                 1,500.00 USD\n"
            "        10% of                                      800.00 USD   <- governs\n"
            "          [FINRA Rule 4210 (f)(2)(D), since 1989-01-03]\n"
            "          exercise price                          8,000.00 USD\n");
}

TEST(Tree, MoneyThatIsAProductShowsWhatOf) {
  const auto line = [](const Amount& amount) {
    const std::string text = tree(amount, plain_paper);
    return text.substr(0, text.find("   "));
  };
  const Quantity shares = Quantity::of(200);
  EXPECT_EQ(line(worth<Amount>("market value", 250_usd_each, shares)),
            "market value  200 x 250.00");
  EXPECT_EQ(line(worth_of_difference<Amount>("in the money", 740_usd_each, 662_usd_each, shares)),
            "in the money  200 x (740.00 - 662.00)");
  EXPECT_EQ(line(worth_per<Amount>("market value", 98.7_usd_each, 100_d, Quantity::of(10'000))),
            "market value  10,000 x 98.70 / 100");
}

TEST(Tree, ARaisedRateShowsWhatRaisedIt) {
  const auto line = [](Percent from, Decimal times, Percent reached) {
    const std::string text = tree(percent_of(RaisedRate{rate(reached, rule), Raised{from, times}},
                                             known<Amount>("market value", 100_usd)),
                                  plain_paper);
    return text.substr(0, text.find("   "));
  };
  EXPECT_EQ(line(25_pct, 3_d, 75_pct), "75% of  (25% x 3)");
  EXPECT_EQ(line(25_pct, 1.5_d, 37.5_pct), "37.5% of  (25% x 1.5)");
  EXPECT_EQ(line(25_pct, 5_d, 100_pct), "100% of  (25% x 5, at most 100%)");
}

TEST(Tree, ALongSubjectStandsBelowAndLongFiguresWidenTheirColumn) {
  const Amount parts = sum_of(
      "sum", {about(std::string(40, 'x') + " " + std::string(60, 'y'), known<Amount>("a", 1_usd)),
              known<Amount>("b", 123456789012345678.5_usd)});
  EXPECT_EQ(tree(parts, plain_paper),
            "sum" + std::string(44, ' ') + "123,456,789,012,345,679.50 USD\n" +  //
                "  a" + std::string(66, ' ') + "1.00 USD\n" +                    //
                "    " + std::string(40, 'x') + "\n" +                           //
                "    " + std::string(60, 'y') + "\n" +                           //
                "  b" + std::string(44, ' ') + "123,456,789,012,345,678.50 USD\n");
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
  EXPECT_NE(coloured.find("\x1b[1m1,000.00 USD\x1b[0m"), std::string::npos);
  for (std::size_t at; (at = coloured.find('\x1b')) != std::string::npos;)
    coloured.erase(at, coloured.find('m', at) - at + 1);
  EXPECT_EQ(coloured, tree(short_put(), plain_paper));
}

}  // namespace
}  // namespace plimsoll::report
