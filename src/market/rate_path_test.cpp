// How a rate went once: its changes by day, and how a wrong file is refused.

#include "market/rate_path.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"

namespace plimsoll {
namespace {

using testing::path_file;
using testing::with;
using testing::without;

TEST(RatePaths, AreChangesByDay) {
  const RatePath path =
      rate_path(path_file("0.0025", {{"2022-03-17", "0.0050"}, {"2022-05-05", "0.0100"}}), "p")
          .value();
  EXPECT_EQ(path.first(), Date{2022y / March / 17});
  EXPECT_EQ(path.total(), 0.0075_d);
  EXPECT_EQ(path.months(), 2);
  EXPECT_EQ(path.change_after(-1), 0_d);
  EXPECT_EQ(path.change_after(0), 0.0025_d);
  EXPECT_EQ(path.change_after(48), 0.0025_d);
  EXPECT_EQ(path.change_after(49), 0.0075_d);
  EXPECT_EQ(path.change_after(10'000), 0.0075_d);
  // A cut is below zero; a single change lasts a month.
  const RatePath cut = rate_path(path_file("0.02", {{"2008-12-16", "0.0025"}}), "p").value();
  EXPECT_EQ(cut.total(), -0.0175_d);
  EXPECT_EQ(cut.change_after(0), -0.0175_d);
  EXPECT_EQ(cut.months(), 1);
}

TEST(RatePaths, AreRefusedWithTheirLine) {
  const Node good = path_file("0.01", {{"2004-06-30", "0.0125"}});
  struct Row {
    Node file;
    std::string says;
  };
  for (const Row& row : std::vector<Row>{
           {with(good, "tiers", "x"),
            "p:9: \"tiers\" is no key of a rate path; it has: schema, name, title, source, "
            "retrieved, effective_from, grade, before, changes"},
           {without(good, "before"),
            "p:1: \"before\" is missing; write the rate before the first change"},
           {without(good, "changes"),
            "p:1: no changes; write changes = [[\"2022-03-17\", \"0.005\"]]"},
           {path_file("0.01", {{"2004-06-30", "0.01"}}),
            "p:20: the rate does not change; leave the row out"},
           {path_file("0.01", {{"2004-06-30", "0.02"}, {"2004-06-30", "0.03"}}),
            "p:21: it is not after the change before, of 2004-06-30; write changes in order"},
           {path_file("0.01", {{"2004-06-30", "1.25"}}),
            "p:20: a change's rate is 1.25; write a fraction of one a year, from 0 to 1: 5.3 % "
            "is \"0.053\""}}) {
    const auto read = rate_path(row.file, "p");
    ASSERT_FALSE(read) << row.says;
    EXPECT_EQ(read.error().where + ": " + read.error().what, row.says);
  }
  const auto day = rate_path(path_file("0.01", {{"30 June", "0.02"}}), "p");
  ASSERT_FALSE(day);
  EXPECT_TRUE(day.error().what.starts_with("a change's day: ")) << day.error().what;
}

}  // namespace
}  // namespace plimsoll
