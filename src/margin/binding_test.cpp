#include "margin/binding.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

Answer<Money> asking(Money maintenance, std::optional<Money> equity) {
  Answer<Money> answer;
  answer.initial = answer.maintenance = maintenance;
  answer.risk_initial = answer.risk_maintenance = maintenance;
  answer.proceeds = zero(usd);
  answer.equity = equity;
  return answer;
}

MarginReport with(std::vector<Answer<Money>> answers) {
  MarginReport report;
  for (Answer<Money>& answer : answers)
    report.results.push_back({.method = "some method", .answer = std::move(answer)});
  return report;
}

TEST(Binding, TheLeastExcessBinds) {
  EXPECT_EQ(binding_result(with({asking(100_usd, 500_usd), asking(200_usd, 500_usd)})), 1u);
  EXPECT_EQ(binding_result(with({asking(100_usd, 200_usd), asking(200_usd, 500_usd)})), 0u);
}

TEST(Binding, WithoutCashTheGreatestMaintenanceBinds) {
  EXPECT_EQ(binding_result(with({asking(100_usd, {}), asking(200_usd, {}), asking(150_usd, {})})),
            1u);
}

TEST(Binding, TheEarlierOfEqualsBindsAndNothingIsNothing) {
  EXPECT_EQ(binding_result(with({asking(100_usd, {}), asking(100_usd, {})})), 0u);
  EXPECT_EQ(binding_result(with({})), std::nullopt);
}

}  // namespace
}  // namespace plimsoll
