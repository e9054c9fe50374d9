#include "pricing/option.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace plimsoll::pricing {
namespace {

TEST(PricingCheck, EachMistakeHasItsOwnWords) {
  const Option good{Payoff::call, 100, 100, 1, 0.05, 0, 0.2};
  EXPECT_TRUE(check(good));
  const auto says = [&](double Option::* member, double value, const char* words) {
    Option option = good;
    option.*member = value;
    const auto checked = check(option);
    ASSERT_FALSE(checked) << words;
    EXPECT_EQ(checked.error().reason, Reason::bad_input);
    EXPECT_NE(checked.error().what.find(words), std::string::npos) << checked.error().what;
  };
  says(&Option::spot, 0, "the spot is 0");
  says(&Option::spot, std::nan(""), "the spot is nan");
  says(&Option::strike, -5, "the strike is -5");
  says(&Option::strike, 1e-12, "the strike is 1e-12");
  says(&Option::spot, 1e300, "the spot is 1e+300");
  says(&Option::years, 0, "expired");
  says(&Option::years, -0.5, "expired: -0.5 years");
  says(&Option::years, std::nan(""), "the time left is nan");
  says(&Option::years, 201, "at most 200");
  says(&Option::rate, 5, "the rate is 5; write five per cent as 0.05");
  says(&Option::dividend_yield, -2, "the dividend yield is -2");
  says(&Option::volatility, 0, "the volatility is zero");
  says(&Option::volatility, -0.2, "the volatility is -0.2");
  says(&Option::volatility, 25, "write 20 per cent as 0.2");
}

}  // namespace
}  // namespace plimsoll::pricing
