#include "apps/cli/level.hpp"

#include <gtest/gtest.h>

namespace plimsoll::cli {
namespace {

MarginReport report_of(const char* equity, const char* requirement) {
  Answer<Money> answer;
  answer.initial = answer.maintenance = answer.risk_initial =
      answer.risk_maintenance = {parse_decimal(requirement).value(), usd};
  answer.proceeds = 0_usd;
  if (*equity != '\0') answer.equity = Money{parse_decimal(equity).value(), usd};
  MarginReport report;
  report.currency = usd;
  report.results.push_back({.method = "reg_t", .answer = answer});
  return report;
}

TEST(Level, OnEitherSideOfEachLine) {
  struct Line {
    const char *equity, *requirement;
    Level level;
  };
  const Line lines[] = {
      {"1750", "1000", Level::calm},
      {"1749.999999999", "1000", Level::watch},
      {"1500", "1000", Level::watch},
      {"1499.999999999", "1000", Level::warn},
      {"1250", "1000", Level::warn},
      {"1249.999999999", "1000", Level::critical},
      {"1000.000000001", "1000", Level::critical},
      {"1000", "1000", Level::breach},
      {"-5", "1000", Level::breach},
      {"0.000000002", "0.000000001", Level::calm},
      {"0", "0", Level::calm},
      {"5", "0", Level::calm},
      {"-0.01", "0", Level::breach},
      {"5", "-1", Level::calm},
  };
  for (const Line& line : lines)
    EXPECT_EQ(level_of(report_of(line.equity, line.requirement), AccountKind::margin), line.level)
        << line.equity << " / " << line.requirement;
}

TEST(Level, AnyCallIsABreach) {
  MarginReport report = report_of("5000", "1000");
  std::get<Answer<Money>>(report.results[0].answer).calls = {
      {.kind = "initial", .amount = 1_usd, .due = {}, .cure = ""}};
  EXPECT_EQ(level_of(report, AccountKind::margin), Level::breach);
}

TEST(Level, AFullyPaidAccountIsOnlyEverInBreachByACall) {
  struct Line {
    const char *equity, *requirement;
    Level level;
  };
  const Line lines[] = {{"1000", "1000", Level::calm},
                        {"1200", "1000", Level::calm},
                        {"999.999999999", "1000", Level::breach},
                        {"-0.01", "0", Level::breach},
                        {"0", "0", Level::calm}};
  for (const AccountKind kind : {AccountKind::cash, AccountKind::retirement})
    for (const Line& line : lines)
      EXPECT_EQ(level_of(report_of(line.equity, line.requirement), kind), line.level)
          << line.equity << " / " << line.requirement;
  EXPECT_EQ(level_of(report_of("", "1000"), AccountKind::cash), std::nullopt);
  EXPECT_EQ(level_of(report_of("1000", "1000"), AccountKind::portfolio_margin), Level::breach);
}

TEST(Level, TheWorstOfTheMethodsCounts) {
  MarginReport report = report_of("5000", "1000");
  report.results.push_back(report_of("1300", "1000").results[0]);
  report.results.push_back(report_of("1600", "1000").results[0]);
  EXPECT_EQ(level_of(report, AccountKind::margin), Level::warn);
}

TEST(Level, NothingIsSaidOfWhatIsNotKnown) {
  EXPECT_EQ(level_of(report_of("", "1000"), AccountKind::margin), std::nullopt);
  MarginReport partial = report_of("5000", "1000");
  partial.partial = true;
  EXPECT_EQ(level_of(partial, AccountKind::margin), std::nullopt);
}

TEST(Level, Words) {
  for (const std::string_view word : level_words()) EXPECT_EQ(word_of(*parse_level(word)), word);
  EXPECT_EQ(*parse_level("watch"), Level::watch);
  EXPECT_EQ(*parse_level("breach"), Level::breach);
  for (const char* word : {"", "Watch", "calm", "1.5"})
    EXPECT_EQ(parse_level(word).error().what, "there is no level \"" + std::string{word} +
                                                  "\"; write watch, warn, critical or breach");
}

}  // namespace
}  // namespace plimsoll::cli
