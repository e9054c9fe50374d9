#include "report/cited_laws.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(CitedLaws, EachRuleOnceWithItsRates) {
  static constexpr Citation b{.source = "B", .paragraph = "1", .gist = "b"};
  static constexpr Citation a{.source = "A", .paragraph = "2", .gist = "a"};
  DocumentSources sources = one_share();
  auto& answer = std::get<Answer<Amount>>(sources.analysis.margin.results[0].answer);
  answer.proceeds.parts = {
      {.label = "x", .money = 1_usd, .law = &b},
      {.label = "x", .money = 1_usd, .rate = 25_pct, .since = Date{2020y / May / 1}, .law = &a},
      {.label = "x", .money = 1_usd, .rate = 25_pct, .since = Date{2020y / May / 1}, .law = &a},
      {.label = "x",
       .money = 1_usd,
       .rate = 20_pct,
       .since = Date{2019y / May / 1},
       .first_day = FirstDay::at_least_since,
       .law = &a}};
  const auto laws = cited_laws(sources.analysis.margin.results[0].answer);
  ASSERT_EQ(laws.size(), 3u);
  EXPECT_EQ(laws[0].law->source.text(), "A");
  EXPECT_EQ(laws[0].rates,
            (std::vector<std::string>{"20% at least since 2019-05-01", "25% since 2020-05-01"}));
  EXPECT_EQ(laws[1].law->source.text(), "A rulebook");
  EXPECT_EQ(laws[2].law->source.text(), "B");
  EXPECT_TRUE(laws[2].rates.empty());
}

TEST(CitedLaws, OfAnAnswerThatIsNotExplainedThereAreNone) {
  const Answer<Money> plain{.initial = 1_usd,
                            .maintenance = 1_usd,
                            .risk_initial = 1_usd,
                            .risk_maintenance = 1_usd,
                            .proceeds = 0_usd};
  EXPECT_TRUE(cited_laws(AnyAnswer{plain}).empty());
}

}  // namespace
}  // namespace plimsoll::report
