#include "methods/span/array_fit.hpp"

#include <gtest/gtest.h>

#include "methods/span/array_conventions.hpp"
#include "tests/span_arrays.hpp"

namespace plimsoll::span {
namespace {

TEST(ArrayFits, FindWhatARunWasMadeWith) {
  std::vector<PrintedLoss> printed;
  const auto rows = testing::published_options();
  for (std::size_t i = 0; i < rows.size(); i += 19) {
    printed.push_back({.terms = rows[i].terms, .scenario = {}, .loss = rows[i].worst_sold});
    printed.back().terms.volatility = 0;
    printed.back().terms.rate = 0;
  }
  const auto fit = fitted(printed, FitOf::both);
  ASSERT_TRUE(fit.has_value()) << fit.error().what;
  EXPECT_NEAR(fit->volatility, testing::nse_volatility, 5e-7);
  EXPECT_NEAR(fit->rate, testing::nse_rate, 5e-7);
  EXPECT_LT(fit->largest_error, 0.008);
  EXPECT_LT(fit->mean_error, 0.003);
}

/// A file shows the rate to two decimals, 0.07; its futures were made with another.
TEST(ArrayFits, FindTheRateOfAFuture) {
  const auto [terms, losses] = testing::published_future();
  std::vector<PrintedLoss> printed;
  for (std::size_t i = 0; i < losses.size(); ++i)
    printed.push_back({.terms = terms, .scenario = i, .loss = losses[i]});
  const auto fit = fitted(printed, FitOf::rate);
  ASSERT_TRUE(fit.has_value()) << fit.error().what;
  EXPECT_NEAR(fit->rate, 0.0662, 0.0001);
  EXPECT_LT(fit->largest_error, 0.01);
}

TEST(ArrayFits, RefuseWhatSaysNothing) {
  EXPECT_TRUE(fitted({}, FitOf::rate).error().what.starts_with("there are 0 printed values"));
  const PrintedLoss future{.terms = cme_style_future(), .scenario = 2, .loss = 1};
  EXPECT_TRUE(fitted({{future}}, FitOf::volatility)
                  .error()
                  .what.starts_with("the printed values do not depend on the volatility"));
  EXPECT_TRUE(fitted({{future}}, FitOf::rate)
                  .error()
                  .what.starts_with("the printed values do not depend on the rate"));
  const PrintedLoss beyond{.terms = cme_style_future(), .scenario = 16, .loss = 1};
  EXPECT_EQ(fitted({{beyond}}, FitOf::rate).error().what,
            "there is no scenario 17; an array has sixteen");
}

}  // namespace
}  // namespace plimsoll::span
