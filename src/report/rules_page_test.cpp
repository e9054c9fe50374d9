#include "report/rules_page.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

using namespace std::chrono_literals;

constexpr Citation read{.source = "12 CFR 220.12", .paragraph = "(a)", .gist = "gist"};
constexpr Citation second{
    .source = "Notice", .paragraph = "", .gist = "gist", .grade = Grade::secondary};
constexpr Citation third{
    .source = "Rule", .paragraph = "1", .gist = "gist", .grade = Grade::recalled};

TEST(RulesPage, NumberSinceParagraphAndLine) {
  const std::vector<RuleEntry> rules{{.name = "initial, stock",
                                      .law = &read,
                                      .rows = {{.since = Date{1974y / 1 / 3}, .value = "50%"},
                                               {.since = Date{1999y / 1 / 1}, .value = "60%"}},
                                      .number = {.file = "src/reg_t/rates.hpp", .line = 12},
                                      .formula = {.file = "src/reg_t/stock.cpp", .line = 3}},
                                     {.name = "spread",
                                      .law = &read,
                                      .rows = {},
                                      .number = {},
                                      .formula = {.file = "src/reg_t/spread.cpp", .line = 30}}};
  EXPECT_EQ(rules_page("reg_t", rules, {}),
            "reg_t, 2 rules; places are in src/reg_t/\n"
            "\n"
            "rule            number  since       by                 at\n"
            "--------------  ------  ----------  -----------------  -------------\n"
            "initial, stock  50%     1974-01-03  12 CFR 220.12 (a)  rates.hpp:12\n"
            "                60%     1999-01-01\n"
            "spread                              12 CFR 220.12 (a)  spread.cpp:30\n");
}

TEST(RulesPage, WhatIsLessThanCertainIsMarked) {
  const std::vector<RuleEntry> rules{
      {.name = "a",
       .law = &second,
       .rows = {{.since = Date{2008y / 4 / 1},
                 .first_day = FirstDay::at_least_since,
                 .value = "1%"}},
       .number = {},
       .formula = {}},
      {.name = "b", .law = &third, .rows = {}, .number = {}, .formula = {}}};
  const std::string page = rules_page("reg_t", rules, {});
  EXPECT_NE(page.find("a     1%      2008-04-01*  Notice (b)\n"), std::string::npos) << page;
  EXPECT_NE(page.find("\nb                          Rule 1 (c)\n"), std::string::npos) << page;
  EXPECT_NE(page.find("\n*    in force on that day"), std::string::npos);
  EXPECT_NE(page.find("\n(b)  "), std::string::npos);
  EXPECT_NE(page.find("\n(c)  "), std::string::npos);
}

}  // namespace
}  // namespace plimsoll::report
