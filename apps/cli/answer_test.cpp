#include "apps/cli/answer.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

struct Asked {
  std::expected<MarginReport, std::vector<Error>> report;
  std::string err;
};

Asked asked(const std::string& input, std::vector<std::string> options = {},
            std::optional<std::string> profiles = {}) {
  std::vector<std::string> words{"margin", "-"};
  words.insert(words.end(), options.begin(), options.end());
  std::istringstream in{input};
  std::ostringstream out, err;
  Session session{.in = in, .out = out, .err = err, .paper = {}, .profiles = std::move(profiles)};
  auto report = answer(settings_of(parse_arguments(words).value()).value(), session);
  return {std::move(report), err.str()};
}

TEST(Answer, OptionsReachTheEngine) {
  const auto plain = asked(one_stock);
  ASSERT_TRUE(plain.report);
  EXPECT_TRUE(std::holds_alternative<Answer<Money>>(plain.report->results.at(0).answer));
  const auto explained = asked(one_stock, {"--explain"});
  EXPECT_TRUE(std::holds_alternative<Answer<Amount>>(explained.report->results.at(0).answer));
  EXPECT_EQ(asked(one_stock, {"--rules", "1900-01-01"}).report.error().at(0).reason,
            Reason::not_in_force);
  EXPECT_EQ(asked(one_stock, {"--method", "span"}).report.error().at(0).reason,
            Reason::not_covered);
  const std::string undescribed = one_stock_but("\"XYZ\": {\"type\": \"equity\"}", "");
  EXPECT_TRUE(asked(undescribed).report);
  EXPECT_FALSE(asked(undescribed, {"--strict"}).report);
  const std::string broken = one_stock_but("100}", "100}, {\"symbol\": \"ABC\", \"quantity\": 0}");
  EXPECT_FALSE(asked(broken).report);
  EXPECT_TRUE(asked(broken, {"--allow-partial"}).report->partial);
}

TEST(Answer, RemarksAreSaidEvenWhereTheAnswerIsRefused) {
  const auto refused = asked("symbol,quantity\nXYZ,100\n", {"--as-of", "2026-11-20"});
  ASSERT_FALSE(refused.report);
  EXPECT_EQ(refused.report.error().at(0).reason, Reason::missing_price);
  EXPECT_TRUE(holds(refused.err, "1 row: 1 read")) << refused.err;
}

TEST(Answer, TheFolderOfProfilesIsTheOptionsOrTheEnvironments) {
  EXPECT_FALSE(asked(one_stock, {"--profiles", "/no/such/folder"}).report);
  EXPECT_FALSE(asked(one_stock, {}, "/no/such/folder").report);
  EXPECT_TRUE(asked(one_stock, {"--profiles", "docs"}, "/no/such/folder").report);
}

TEST(Status, FailOn) {
  struct Line {
    const char *level, *cash;
    Exit exit;
  };
  // 5,000 of stock; the requirement is 1,250.
  const Line lines[] = {
      {"watch", "-2812.50", Exit::answered},    {"watch", "-2812.51", Exit::level_reached},
      {"warn", "-3125", Exit::answered},        {"warn", "-3125.01", Exit::level_reached},
      {"critical", "-3437.50", Exit::answered}, {"critical", "-3437.51", Exit::level_reached},
      {"breach", "-3749.99", Exit::answered},   {"breach", "-3750", Exit::level_reached},
  };
  for (const Line& line : lines) {
    const Ran one = ran({"margin", "-", "--fail-on", line.level},
                        one_stock_but("\"-1000\"", "\"" + std::string{line.cash} + "\""));
    EXPECT_EQ(one.exit, line.exit) << line.level << " " << line.cash << " " << one.err;
    EXPECT_TRUE(one.out.starts_with("one stock, 2026-11-20"));
    EXPECT_EQ(one.err.empty(), line.exit == Exit::answered);
  }
}

TEST(Status, WhatCannotBeToldIsRefused) {
  const Ran unknown =
      ran({"margin", "-", "--fail-on", "watch"}, one_stock_but("\"cash\": \"-1000\", ", ""));
  EXPECT_EQ(unknown.exit, Exit::bad_input);
  EXPECT_TRUE(holds(unknown.err, "plimsoll: --fail-on: it stands on the equity"));
  EXPECT_EQ(unknown.out, "");
  const Ran partial = ran({"margin", "-", "--fail-on", "watch", "--allow-partial"},
                          one_stock_but("100}", "100}, {\"symbol\": \"ABC\", \"quantity\": 0}"));
  EXPECT_EQ(partial.exit, Exit::bad_input);
  EXPECT_TRUE(holds(partial.err, "a partial answer cannot tell"));
}

}  // namespace
}  // namespace plimsoll::cli
