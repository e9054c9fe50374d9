#include "apps/cli/prices_csv.hpp"

#include <gtest/gtest.h>

namespace plimsoll::cli {
namespace {

TEST(PricesCsv, TheRowsAsGivenWithWhatTheyAreWorth) {
  io::OptionsCsv options{.name = "o.csv", .columns = {"spot", "strike"}, .rows = {}};
  options.rows.push_back({2, "100,\"1,0\"", OptionRow{}});
  options.rows.push_back({3, "x,", OptionRow{}});
  engine::PricesReport report;
  report.rows.push_back(
      {2, OptionRow{},
       engine::OptionPrices{
           .value = 2.5,
           .greeks =
               {.delta = 0.5, .gamma = 1e-7, .vega = -0.0, .theta = -12.25, .rho = 1e21, .phi = 3},
           .implied_volatility = 0.2}});
  report.rows.push_back({3, OptionRow{}, {}});
  EXPECT_EQ(prices_csv(options, report),
            "spot,strike,value,delta,gamma,vega,theta,rho,phi,implied_volatility\n"
            "100,\"1,0\",2.5,0.5,1e-7,0,-12.25,1e+21,3,0.2\n"
            "x,,,,,,,,,\n");
}

}  // namespace
}  // namespace plimsoll::cli
