#include "report/policy_register.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"
#include "strategy/policy_keys.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(PolicyRegister, EveryKeyStandsInIt) {
  const std::string page = policy_register({}, markdown_paper());
  expect_well_formed(page);
  for (const strategy::PolicySection& section : strategy::policy_sections()) {
    EXPECT_TRUE(page.contains("### " + std::string{section.name} + ": ")) << section.name;
    for (const strategy::PolicyKey& key : section.keys) {
      const std::size_t row = page.find("\n| " + std::string{key.name} + " | ");
      ASSERT_NE(row, std::string::npos) << key.path();
      EXPECT_FALSE(key.unit.empty() || key.reason.empty() || key.source.empty()) << key.path();
    }
  }
  expect_holds(page, {"of which none differs"});
}

TEST(PolicyRegister, WhatDiffersIsMarked) {
  strategy::Policy policy;
  policy.buffer.target_multiple = 1.5;
  const std::string page = policy_register(policy, markdown_paper());
  expect_well_formed(page);
  expect_holds(page, {"of which 1 differ",
                      "| **target_multiple** | **1.5** | **differs, loosens** | **2.0** |"});
}

TEST(PolicyRegister, ReviewsAreDatedFromTheAccountsDay) {
  const std::string page = review_calendar({}, Date{2026y / November / 20}, markdown_paper());
  expect_well_formed(page);
  expect_holds(page, {"| weekly | 7 | 2026-11-27 |", "| annual | 366 | 2027-11-21 |",
                      "when each was last done is not"});
}

}  // namespace
}  // namespace plimsoll::report
