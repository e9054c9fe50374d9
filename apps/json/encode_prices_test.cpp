#include "apps/json/encode_prices.hpp"

#include <gtest/gtest.h>

namespace plimsoll::json {
namespace {

TEST(EncodePrices, EveryRowInItsPlace) {
  engine::PricesReport report;
  const OptionRow by_price{.spot = 100,
                           .strike = 95.5,
                           .years = 0.25,
                           .rate = 0.045,
                           .dividend_yield = 0,
                           .volatility = {},
                           .price = 2.9,
                           .is_put = true,
                           .is_american = true,
                           .dividends = {{.years = 0.1, .amount = 0.5}}};
  report.rows.push_back(
      {2, by_price,
       engine::OptionPrices{
           .value = 2.9,
           .greeks =
               {.delta = -0.5, .gamma = 0.025, .vega = 20, .theta = -1.5, .rho = -10.25, .phi = 9},
           .implied_volatility = 0.3}});
  report.rows.push_back({3, {}, {}});
  report.refused.push_back({Reason::bad_input, "spot is blank; write a number", "o.csv:3"});
  EXPECT_EQ(encode_prices(report), R"({
  "schema": "plimsoll.prices/1",
  "partial": true,
  "options": [
    {
      "line": 2,
      "spot": 100,
      "strike": 95.5,
      "years": 0.25,
      "rate": 0.045,
      "dividend_yield": 0,
      "price": 2.9,
      "is_put": true,
      "american": true,
      "dividends": [
        {
          "years": 0.1,
          "amount": 0.5
        }
      ],
      "value": 2.9,
      "delta": -0.5,
      "gamma": 0.025,
      "vega": 20,
      "theta": -1.5,
      "rho": -10.25,
      "phi": 9,
      "implied_volatility": 0.3
    },
    {
      "line": 3
    }
  ],
  "refused": [
    {
      "reason": "bad_input",
      "what": "spot is blank; write a number",
      "where": "o.csv:3"
    }
  ]
}
)");
}

}  // namespace
}  // namespace plimsoll::json
