#include "apps/cli/answer.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

struct Asked {
  std::expected<Answered, std::vector<Error>> answered;
  std::string err;
};

Asked asked(const std::string& input, std::vector<std::string> options = {},
            std::optional<std::string> profiles = {}) {
  std::vector<std::string> words{"margin", "-"};
  words.insert(words.end(), options.begin(), options.end());
  std::istringstream in{input};
  std::ostringstream out, err;
  Session session{.in = in, .out = out, .err = err, .paper = {}, .profiles = std::move(profiles)};
  auto answered = answer(settings_of(parse_arguments(words).value()).value(), session);
  return {std::move(answered), err.str()};
}

TEST(Answer, OptionsReachTheEngine) {
  const auto plain = asked(one_stock);
  ASSERT_TRUE(plain.answered);
  EXPECT_TRUE(std::holds_alternative<Answer<Money>>(plain.answered->report.results.at(0).answer));
  const auto explained = asked(one_stock, {"--explain"});
  EXPECT_TRUE(
      std::holds_alternative<Answer<Amount>>(explained.answered->report.results.at(0).answer));
  EXPECT_EQ(asked(one_stock, {"--rules", "1900-01-01"}).answered.error().at(0).reason,
            Reason::not_in_force);
  EXPECT_EQ(asked(one_stock, {"--method", "span"}).answered.error().at(0).reason,
            Reason::not_covered);
  const std::string undescribed = one_stock_but("\"XYZ\": {\"type\": \"equity\"}", "");
  EXPECT_TRUE(asked(undescribed).answered);
  EXPECT_FALSE(asked(undescribed, {"--strict"}).answered);
  const std::string broken = one_stock_but("100}", "100}, {\"symbol\": \"ABC\", \"quantity\": 0}");
  EXPECT_FALSE(asked(broken).answered);
  EXPECT_TRUE(asked(broken, {"--allow-partial"}).answered->report.partial);
}

TEST(Answer, APoolIsReadWhereAMethodStandsOnIt) {
  EXPECT_TRUE(asked(one_stock, {"--pool", "/no/such/file"}).answered);
  const auto refused = asked(one_stock, {"--method", "cross_margin", "--pool", "/no/such/file"});
  ASSERT_FALSE(refused.answered);
  EXPECT_EQ(refused.answered.error().at(0).where, "/no/such/file");
}

TEST(Answer, RemarksAreSaidEvenWhereTheAnswerIsRefused) {
  const auto refused = asked("symbol,quantity\nXYZ,100\n", {"--as-of", "2026-11-20"});
  ASSERT_FALSE(refused.answered);
  EXPECT_EQ(refused.answered.error().at(0).reason, Reason::missing_price);
  EXPECT_TRUE(holds(refused.err, "1 row: 1 read")) << refused.err;
}

TEST(Answer, TheFolderOfProfilesIsTheOptionsOrTheEnvironments) {
  EXPECT_FALSE(asked(one_stock, {"--profiles", "/no/such/folder"}).answered);
  EXPECT_FALSE(asked(one_stock, {}, "/no/such/folder").answered);
  EXPECT_TRUE(asked(one_stock, {"--profiles", "docs"}, "/no/such/folder").answered);
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

TEST(Status, NothingOwedIsNoAlarm) {
  const auto bought_in = [](const char* kind, const char* cash) {
    std::string text = one_stock_but("\"margin\"", "\"" + std::string{kind} + "\"");
    return text.replace(text.find("-1000"), 5, cash);
  };
  for (const char* kind : {"cash", "retirement"}) {
    const Ran paid = ran({"margin", "-", "--fail-on", "watch"}, bought_in(kind, "0"));
    EXPECT_EQ(paid.exit, Exit::answered) << kind << paid.err;
    EXPECT_EQ(paid.err, "");
    EXPECT_EQ(ran({"margin", "-", "--fail-on", "watch"}, bought_in(kind, "-6000")).exit,
              Exit::level_reached);
  }
}

TEST(Status, TheAdviceOnCashFitsTheFile) {
  const auto said = [](const std::string& input) {
    return ran({"margin", "-", "--fail-on", "watch", "--as-of", "2026-11-20"}, input).err;
  };
  EXPECT_TRUE(holds(said(one_stock_but("\"cash\": \"-1000\", ", "")),
                    "cash is unknown; give it under cash\n"));
  EXPECT_TRUE(holds(said("symbol,type,quantity,price\nXYZ,equity,100,50\n"),
                    "cash is unknown; give the amount with --cash\n"));
  EXPECT_TRUE(holds(
      said("Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current "
           "Value,Type\nX1,Mine,XYZ,XYZ INC,100,$50.00,$5000.00,Margin\n"),
      "cash is unknown; give the balances file with --balances, or the amount with --cash\n"));
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
