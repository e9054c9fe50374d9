#include "apps/json/encode_rules.hpp"

#include <gtest/gtest.h>

namespace plimsoll::json {
namespace {

constexpr Citation law{.source = "FINRA Rule 4210",
                       .paragraph = "(f)(2)(E)(i)",
                       .gist = "a percentage of the underlying",
                       .reading = "at its close",
                       .grade = Grade::recalled};

TEST(EncodeRules, NumbersAndFormulas) {
  const RuleEntry number{.name = "short equity option, basic percentage",
                         .law = &law,
                         .rows = {{Date{1988y / June / 6}, FirstDay::at_least_since, "15%"},
                                  {Date{1999y / January / 1}, FirstDay::known, "20%"}},
                         .number = {"src/methods/reg_t/rates.hpp", 40},
                         .formula = {"src/methods/reg_t/short_option.cpp", 30}};
  const RuleEntry formula{
      .name = "short option", .law = &law, .rows = {}, .number = {}, .formula = {}};
  const std::vector<engine::MethodRules> methods{{.method = "reg_t", .rules = {number, formula}}};
  EXPECT_EQ(encode_rules(methods), R"json({
  "schema": "plimsoll.rules/1",
  "methods": [
    {
      "method": "reg_t",
      "rules": [
        {
          "name": "short equity option, basic percentage",
          "source": "FINRA Rule 4210",
          "paragraph": "(f)(2)(E)(i)",
          "grade": "recalled",
          "gist": "a percentage of the underlying",
          "reading": "at its close",
          "rows": [
            {
              "since": "1988-06-06",
              "first_day": "at_least_since",
              "value": "15%"
            },
            {
              "since": "1999-01-01",
              "first_day": "known",
              "value": "20%"
            }
          ],
          "number": "src/methods/reg_t/rates.hpp:40",
          "formula": "src/methods/reg_t/short_option.cpp:30"
        },
        {
          "name": "short option",
          "source": "FINRA Rule 4210",
          "paragraph": "(f)(2)(E)(i)",
          "grade": "recalled",
          "gist": "a percentage of the underlying",
          "reading": "at its close",
          "rows": [],
          "number": null,
          "formula": null
        }
      ]
    }
  ]
}
)json");
}

TEST(EncodeRules, NoMethods) {
  EXPECT_EQ(encode_rules({}), "{\n  \"schema\": \"plimsoll.rules/1\",\n  \"methods\": []\n}\n");
}

TEST(EncodeRulesDeath, ARuleWithoutALawIsOurMistake) {
  const std::vector<engine::MethodRules> methods{
      {.method = "reg_t",
       .rules = {{.name = "x", .law = nullptr, .rows = {}, .number = {}, .formula = {}}}}};
  EXPECT_DEATH(encode_rules(methods), "law");
}

}  // namespace
}  // namespace plimsoll::json
