#include "methods/span/requirement.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using namespace clearing;
using testing::december, testing::FileBuilder, testing::future, testing::october, testing::option,
    testing::Reckoned, testing::september, testing::two_commodities, testing::wrong_steps;

/// The maintenance of ZZ, whose explanation follows step by step.
Money asked(const std::vector<Position>& book, const FileBuilder& builder = two_commodities()) {
  Reckoned reckoned{book, builder};
  const Work& work = reckoned.of("CC-ZZ");
  const House& house = reckoned.houses.front();
  const Required<Money> plain = required<Money>(work, house);
  const Required<Amount> explained = required<Amount>(work, house);
  EXPECT_EQ(explained.maintenance.money, plain.maintenance);
  EXPECT_EQ(explained.initial.money, plain.initial);
  EXPECT_EQ(wrong_steps(explained.maintenance), 0u);
  EXPECT_EQ(wrong_steps(explained.initial), 0u);
  return plain.maintenance;
}

TEST(Requirement, IsNetOfOptionValue) {
  EXPECT_EQ(asked({future("ZZ", december, 1)}), 12'000_usd);
  EXPECT_EQ(asked({option(Right::put, 3200_d, -1)}), 200_usd);
  EXPECT_EQ(asked({option(Right::call, 3600_d, 1)}), -4'400_usd);
}

TEST(Requirement, OptionValueMayBeLimitedToItsCommodity) {
  FileBuilder commodity = two_commodities(), house = two_commodities();
  commodity.file.commodities[0].limit_option_value = true;
  house.file.limit_option_value = true;
  for (const FileBuilder& builder : {commodity, house}) {
    EXPECT_EQ(asked({option(Right::call, 3600_d, 1)}, builder), 0_usd);
    EXPECT_EQ(asked({option(Right::put, 3200_d, -1)}, builder), 200_usd);
  }
}

TEST(Requirement, EveryFigureFollowsFromItsParts) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].spot_method = SpotMethod::table;
  builder.file.commodities[0].spot_rates = {
      {.month = september, .in_spreads = 5.5_d, .outright = 7.25_d}};
  const std::vector<Position> book{future("ZZ", september, 3), future("ZZ", october, -1),
                                   option(Right::call, 3600_d, -1), option(Right::put, 3200_d, 7),
                                   future("YY", december, -2)};
  asked(book, builder);
  for (const bool months : {false, true}) {
    builder.file.commodities[0].months_are_tiers = months;
    builder.file.commodities[0].scan_tiers = {
        {.name = Code{"1"}, .first = september, .last = october},
        {.name = Code{"2"}, .first = october, .last = october}};
    asked(book, builder);
  }
  builder.file.inter_spreads[0].flat = true;
  asked(book, builder);
  builder.file.inter_spreads[0].method = InterMethod::scanning;
  builder.file.inter_spreads[0].flat = false;
  builder.file.inter_spreads[0].target = InterLeg{.commodity = Code{"CC-ZZ"}};
  asked(book, builder);
}

TEST(Requirement, ConvertsWithItsParts) {
  EXPECT_EQ(converted<Money>(100_usd, 0.5_d, Currency{"EUR"}), (Money{50_d, Currency{"EUR"}}));
  const Amount explained =
      converted<Amount>(known<Amount>("so much", 100_usd), 0.5_d, Currency{"EUR"});
  EXPECT_EQ(explained.money, (Money{50_d, Currency{"EUR"}}));
  EXPECT_EQ(explained.subject, "USD");
  EXPECT_EQ(explained.parts.size(), 1u);
}

}  // namespace
}  // namespace plimsoll::span
