#include "market/clearing/contract_text.hpp"

#include <gtest/gtest.h>

namespace plimsoll::clearing {
namespace {

TEST(ContractText, NamesFuturesAndOptions) {
  const auto future = std::get<Future>(contract_named(" ZZ  202512").value());
  EXPECT_EQ(future.product, Code{"ZZ"});
  EXPECT_EQ(future.month, (Month{2025, 12, {}}));
  const auto option = std::get<FutureOption>(contract_named("OZ 202512 C 3650.5").value());
  EXPECT_EQ(option.option_month, (Month{2025, 12, {}}));
  EXPECT_TRUE(option.future.month.empty());
  EXPECT_EQ(option.right, Right::call);
  EXPECT_EQ(option.strike.per_unit, 3650.5_d);
  const auto week = std::get<FutureOption>(contract_named("OZ 202511W1 P -5 on 202512").value());
  EXPECT_EQ(week.option_month, (Month{2025, 11, DayCode{"W1"}}));
  EXPECT_EQ(week.future.month, (Month{2025, 12, {}}));
  EXPECT_EQ(week.right, Right::put);
  EXPECT_EQ(week.strike.per_unit, -(5_d));
}

TEST(ContractText, RefusesWithHowToWriteOne) {
  for (const char* text : {"", "ZZ", "ZZ 2025", "ZZ 202513", "OZ 202512 X 1", "OZ 202512 C dear",
                           "OZ 202512 C", "OZ 202512 C 1 of 202512", "OZ 202512 C 1 on 2025",
                           "OZ 202512 C 1 on 202512 2", "OZ 202512 C 1000000000000000000000000"}) {
    const auto named = contract_named(text);
    ASSERT_FALSE(named) << text;
    EXPECT_TRUE(named.error().what.contains("OZ 202512 C 3650")) << named.error().what;
  }
}

}  // namespace
}  // namespace plimsoll::clearing
