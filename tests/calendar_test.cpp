// Walks the calendar: on every month from a method's first rule to the end of next year a dull
// account is answered, or refused by name. No amount is asserted here; a gap between two texts, or
// an answer that comes and goes, is what this test is for.

#include <gtest/gtest.h>

#include <map>

#include "tests/case_file.hpp"

namespace plimsoll::testing {
namespace {

constexpr Date last_month = std::chrono::sys_days{2027y / December / 1};

/// Dull accounts. Options are bought and sold a quarter ahead.
struct Dull {
  const char* name;
  const char* text;
};
constexpr Dull accounts[] = {
    {"stock", "hold XYZ 100\n"},
    {"stock sold short", "hold XYZ -100\n"},
    {"fund", "security FND type mutual_fund\nmark FND 10.00\nhold FND 100\n"},
    {"stock in a cash account", "kind cash\nhold XYZ 100\n"},
    {"treasury", "security TSY type treasury maturity 2060-01-01\nmark TSY 99.00\nhold TSY 1000\n"},
    {"covered call", "hold XYZ 100\nhold C20 -1\n"},
    {"uncovered put", "hold P20 -1\n"},
    {"spread", "hold P20 -1\nhold P15 1\n"},
    {"protective put", "hold XYZ 100\nhold P20 1\n"},
    {"tokens in a pool",
     "kind cross_margin\nbank SOL decimals 9 price 150 asset_weight_init 0.8 asset_weight_maint "
     "0.9\n"
     "bank USDC decimals 6 price 1\nhold SOL 10\nhold USDC -500\n"},
    {"leveraged fund", "security UPP type etf leverage 3\nmark UPP 50.00\nhold UPP 100\n"},
};

/// Options are described, since an OSI symbol cannot say a year before 2000.
std::string option(const char* symbol, const char* right, const char* strike, Date expiry) {
  return std::string{"security "} + symbol + " type option underlying XYZ multiplier 100 right " +
         right + " strike " + strike + " expiry " + to_text(expiry) + "\nmark " + symbol +
         " 1.00\nvolatility " + symbol + " 0.3\n";
}

std::string written(const Dull& account, Date day) {
  const Date expiry = plus_months(day, 3);
  return "source the calendar\nas_of " + to_text(day) + "\n" + option("C20", "call", "20", expiry) +
         option("P20", "put", "20", expiry) + option("P15", "put", "15", expiry) + account.text +
         "mark XYZ 20.00\nrate 0.03\ncash USD 0\nexpect initial 0\n";
}

engine::MarginRequest request(const Dull& account, Date day, Label method) {
  auto read = parse_case(written(account, day), account.name);
  EXPECT_TRUE(read) << account.name << ": " << (read ? "" : read.error().what);
  engine::MarginRequest asked = read ? read->request : engine::MarginRequest{};
  asked.methods = {std::string{method.text()}};
  return asked;
}

Date first_rule(Label method) {
  const auto rules = engine::rules(std::string{method.text()});
  Date first = last_month;
  if (rules)
    for (const engine::MethodRules& one : *rules)
      for (const RuleEntry& entry : one.rules)
        for (const RuleRow& row : entry.rows) first = std::min(first, row.since);
  return first;
}

bool refused_by_name(const std::vector<Error>& errors) {
  return !errors.empty() && std::ranges::all_of(errors, [](const Error& error) {
    return error.reason == Reason::not_in_force && !error.what.empty() && !error.where.empty();
  });
}

/// A method that by design does not margin such an account says so on every day.
bool declined(const std::vector<Error>& errors) {
  return !errors.empty() && std::ranges::all_of(errors, [](const Error& error) {
    return error.reason == Reason::not_covered && !error.what.empty() && !error.where.empty();
  });
}

class Calendar : public ::testing::TestWithParam<Dull> {};

TEST_P(Calendar, EveryMonthIsAnsweredOrRefusedByName) {
  for (const Label method : engine::method_names()) {
    bool answered = false;
    std::size_t months = 0, refusals = 0, declines = 0;
    for (Date day = first_rule(method); day <= last_month; day = plus_months(day, 1)) {
      ++months;
      const auto report = engine::margin(request(GetParam(), day, method), SecurityList{});
      const std::string place = std::string{method.text()} + " on " + to_text(day);
      if (report) {
        answered = true;
        EXPECT_EQ(report->results.size(), 1u) << place;
        continue;
      }
      EXPECT_FALSE(answered) << place
                             << ": answered before, and no longer: " << report.error().front().what;
      ++refusals;
      if (declined(report.error()) && ++declines == refusals) continue;
      EXPECT_TRUE(refused_by_name(report.error()))
          << place << ": " << report.error().front().where << ": " << report.error().front().what;
    }
    EXPECT_TRUE(answered || declines == months) << method.text() << " never answers";
    EXPECT_GT(months, 12u) << method.text();
  }
}

TEST_P(Calendar, BeforeTheFirstRuleThereIsNoAnswer) {
  for (const Label method : engine::method_names()) {
    const Date day = first_rule(method) - std::chrono::days{1};
    const auto report = engine::margin(request(GetParam(), day, method), SecurityList{});
    ASSERT_FALSE(report) << method.text() << " on " << to_text(day);
    EXPECT_TRUE(refused_by_name(report.error()) || declined(report.error()))
        << report.error().front().what;
  }
}

std::string name_of(const ::testing::TestParamInfo<Dull>& info) {
  std::string name = info.param.name;
  std::ranges::replace(name, ' ', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Dull, Calendar, ::testing::ValuesIn(accounts), name_of);

}  // namespace
}  // namespace plimsoll::testing
