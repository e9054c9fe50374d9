#include "pricing/contract.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace plimsoll::pricing {
namespace {

TEST(ContractCheck, EachMistakeHasItsOwnWords) {
  const Option option{Payoff::call, 100, 100, 1, 0.05, 0, 0.2};
  const auto says = [&](std::vector<CashDividend> dividends, const char* words) {
    const auto checked = check(Contract{option, Exercise::american, dividends});
    ASSERT_FALSE(checked) << words;
    EXPECT_EQ(checked.error().reason, Reason::bad_input);
    EXPECT_NE(checked.error().what.find(words), std::string::npos) << checked.error().what;
  };
  const std::vector<CashDividend> good{{0.25, 1}, {0.25, 1}, {1, 2}};
  EXPECT_TRUE(check(Contract{option, Exercise::american, good}));
  says({{0.5, 0}}, "a dividend is 0;");
  says({{0.5, -1}}, "a dividend is -1");
  says({{0, 1}}, "already paid");
  says({{0.5, 1}, {0.25, 1}}, "out of order");
  says({{1.5, 1}}, "after expiry");
  says({{0.5, 60}, {0.75, 60}}, "the spot or more");
}

TEST(ContractCheck, LooksAtTheOptionAndLeavesOutItsVolatility) {
  Contract contract{{Payoff::call, 100, 100, 1, 0.05, 0, 0}};
  EXPECT_FALSE(check(contract));
  EXPECT_TRUE(check_but_volatility(contract));
  contract.option.strike = -1;
  EXPECT_FALSE(check_but_volatility(contract));
}

}  // namespace
}  // namespace plimsoll::pricing
