// What a rate schedule may say, how it is refused, and which of a series is in force.

#include "market/rate_schedule.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"

namespace plimsoll {
namespace {

using testing::blended_file;
using testing::flat_file;
using testing::rate_rows;
using testing::with;
using testing::without;

const Node blended = blended_file({{"100000", "0.015"}, {"", "0.010"}});
const Node flat = flat_file("0.08325", {{"10000", "0.0125"}, {"inf", "not_said"}});

std::string refusal(const Node& file) {
  const auto read = rate_schedule(file, "r.toml");
  return read ? "read" : read.error().where + ": " + read.error().what;
}

TEST(RateSchedules, KeepWhatTheFileSays) {
  const RateSchedule one = rate_schedule(blended, "r.toml").value();
  EXPECT_EQ(one.currency, usd);
  EXPECT_EQ(one.benchmark, RateBenchmark::fed_funds);
  EXPECT_EQ(one.method, RateMethod::blended);
  EXPECT_EQ(one.basis, 360);
  EXPECT_EQ(one.floor, 0_d);
  EXPECT_EQ(one.posting_business_day, 3);
  EXPECT_FALSE(one.base_rate);
  ASSERT_EQ(one.tiers.size(), 2u);
  EXPECT_EQ(one.tiers[0].up_to, 100'000_d);
  EXPECT_EQ(one.tiers[0].spread, 0.015_d);
  EXPECT_EQ(one.tiers[0].line, 20u);
  EXPECT_FALSE(one.tiers[1].up_to);

  const RateSchedule other = rate_schedule(flat, "r.toml").value();
  EXPECT_EQ(other.base_rate, 0.08325_d);
  EXPECT_EQ(name_of(other.method), "flat");
  EXPECT_EQ(name_of(other.benchmark), "broker_base");
  EXPECT_FALSE(other.floor);
  EXPECT_FALSE(other.posting_business_day);
  EXPECT_FALSE(other.tiers[1].spread);
  EXPECT_EQ(refusal(blended_file({{"", "-0.5"}})), "read");
}

TEST(RateSchedules, MaySayWhoseHouseRulesGoWithThem) {
  EXPECT_EQ(rate_schedule(blended, "r.toml")->house, "");
  EXPECT_EQ(rate_schedule(with(blended, "house", "broker"), "r.toml")->house, "broker");
}

TEST(RateSchedules, AreRefusedWithTheirLine) {
  struct Row {
    Node file;
    std::string says;
  };
  for (const Row& row : std::vector<Row>{
           {with(blended, "spread", "0.1"),
            "r.toml:9: \"spread\" is no key of a rate schedule; it has: schema, name, title, "
            "source, retrieved, effective_from, grade, house, currency, benchmark, base_rate, "
            "method, basis, floor, posting, posting_business_day, tiers"},
           {with(blended, "house", ""), "r.toml:9: house is not text; write it in quotes"},
           {with(blended, "currency", "dollars"),
            "r.toml:9: currency \"dollars\" is no currency code; write one like \"USD\""},
           {with(blended, "benchmark", "sofr"),
            "r.toml:9: benchmark \"sofr\" is unknown; write one of: fed_funds, broker_base"},
           {with(blended, "method", "tiered"),
            "r.toml:9: method \"tiered\" is unknown; write one of: blended, flat"},
           {with(blended, "basis", "364"), "r.toml:9: basis is 364; write 360 or 365"},
           {without(blended, "basis"),
            "r.toml:1: \"basis\" is missing; write basis = 360 or basis = 365"},
           {with(blended, "floor", "-0.01"),
            "r.toml:9: floor is -0.01; write a fraction of one a year, from 0 to 1: 5.3 % is "
            "\"0.053\""},
           {with(blended, "base_rate", "0.05"),
            "r.toml:9: base_rate is the broker's own; leave it out, or write benchmark = "
            "\"broker_base\""},
           {without(flat, "base_rate"),
            "r.toml:1: \"base_rate\" is missing; write the broker's base rate of that day, "
            "base_rate = \"0.1\" for 10 %"},
           {with(blended, "posting", "daily"),
            "r.toml:9: posting \"daily\" is unknown; write one of: monthly"},
           {with(blended, "posting_business_day", "11"),
            "r.toml:9: posting_business_day is 11; write 1 to 10"},
           {without(blended, "tiers"),
            "r.toml:1: no tiers; write tiers = [[\"100000\", \"0.015\"], [\"\", \"0.01\"]]"},
           {blended_file({{"100000", "0.015"}}),
            "r.toml:20: the last tier ends; write one more for all beyond it, [\"\", "
            "\"not_said\"] where the source names no rate"},
           {blended_file({{"", "0.015"}, {"100000", "0.01"}}),
            "r.toml:21: a tier stands behind the one for all beyond"},
           {blended_file({{"100000", "0.015"}, {"100000", "0.01"}, {"", "0"}}),
            "r.toml:21: it overlaps the tier before, which goes to 100000; write tiers in "
            "ascending order, each bound once"},
           {blended_file({{"0", "0.015"}, {"", "0.01"}}),
            "r.toml:20: a tier's bound is 0; write one above it"},
           {blended_file({{"-5", "0.015"}, {"", "0.01"}}),
            "r.toml:20: a tier's bound is -5; write a number from 0 to 1000000000"},
           {blended_file({{"", "1.5"}}),
            "r.toml:20: a tier's spread is 1.5; write a fraction: 1.5 % is \"0.015\", or "
            "\"not_said\""},
           {blended_file({{"", "-1.000000001"}}),
            "r.toml:20: a tier's spread is -1.000000001; write a fraction: 1.5 % is \"0.015\", "
            "or \"not_said\""},
           {with(blended, "tiers", "none"),
            "r.toml:9: no tiers; write tiers = [[\"100000\", \"0.015\"], [\"\", \"0.01\"]]"}})
    EXPECT_EQ(refusal(row.file), row.says);
  Node one_sided = rate_rows({{"1", "0"}});
  one_sided.items[0].items.pop_back();
  EXPECT_EQ(refusal(with(blended, "tiers", one_sided)),
            "r.toml:20: a tier is a bound and a spread: [\"100000\", \"0.015\"]");
  EXPECT_TRUE(refusal(blended_file({{"", "call"}})).starts_with("r.toml:20: a tier's spread: "));
}

TEST(RateSchedules, OfOneNameAreASeries) {
  RateScheduleList list;
  ASSERT_TRUE(list.add(rate_schedule(flat, "new.toml").value()));
  ASSERT_TRUE(
      list.add(rate_schedule(with(flat, "effective_from", "2018-01-01"), "old.toml").value()));
  ASSERT_TRUE(list.add(rate_schedule(with(blended, "name", "b-usd"), "b.toml").value()));
  EXPECT_EQ(list.find("a-usd", 2025y / December / 31)->about.file, "old.toml");
  EXPECT_EQ(list.find("a-usd", 2026y / January / 1)->about.file, "new.toml");
  EXPECT_EQ(list.names(), (std::vector<std::string>{"a-usd", "b-usd"}));
  EXPECT_EQ(list.all().size(), 3u);
  EXPECT_EQ(list.in_force(2018y / June / 1).size(), 1u);
  EXPECT_EQ(list.in_force(2017y / June / 1).size(), 0u);
  EXPECT_EQ(list.in_force(2026y / June / 1).size(), 2u);

  const auto early = list.find("a-usd", 2017y / December / 31);
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().reason, Reason::not_in_force);
  EXPECT_EQ(early.error().what,
            "rate schedule \"a-usd\" has no file for 2017-12-31; the first is of 2018-01-01; "
            "write the rate itself, or add a file for that day");
  const auto unknown = list.find("c-usd", 2026y / June / 1);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().what,
            "there is no rate schedule \"c-usd\"; write one of: a-usd, b-usd, or leave it out "
            "and write the rate itself");
  const auto twice = list.add(rate_schedule(flat, "copy.toml").value());
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().where, "copy.toml");
  EXPECT_TRUE(twice.error().what.contains("already given from 2026-01-01 by new.toml"));
  const auto euros = list.add(
      rate_schedule(with(with(flat, "currency", "EUR"), "effective_from", "2019-01-01"), "e.toml")
          .value());
  ASSERT_FALSE(euros);
  EXPECT_TRUE(euros.error().what.contains("give the other currency its own name"));
}

}  // namespace
}  // namespace plimsoll
