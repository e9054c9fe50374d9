// What every file of rates says of itself, and how a wrong heading is refused.

#include "market/rate_source.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"

namespace plimsoll {
namespace {

using testing::path_file;
using testing::with;
using testing::without;

const Node good = path_file("0.01", {{"2004-06-30", "0.0125"}});

std::string refusal(const Node& file) {
  const auto read = rate_path(file, "p.toml");
  return read ? "read" : read.error().where + ": " + read.error().what;
}

TEST(RateSource, SaysWhereItIsFrom) {
  const RateSource about = rate_path(good, "p.toml").value().about;
  EXPECT_EQ(about.name, "a-usd");
  EXPECT_EQ(about.title, "A Broker");
  EXPECT_EQ(about.source, "its page");
  EXPECT_EQ(about.retrieved, Date{2026y / November / 20});
  EXPECT_EQ(about.effective_from, Date{2026y / January / 1});
  EXPECT_EQ(about.grade, RateGrade::text_read);
  EXPECT_EQ(name_of(RateGrade::secondary), "secondary");
  EXPECT_EQ(about.file, "p.toml");
  EXPECT_EQ(about.line, 2u);
  EXPECT_EQ(rate_path(without(good, "source"), "p.toml").value().about.source, "");
}

TEST(RateSource, IsRefusedWithItsLine) {
  struct Row {
    Node file;
    std::string says;
  };
  for (const Row& row : std::vector<Row>{
           {without(good, "name"), "p.toml:1: \"name\" is missing; write name = \"...\""},
           {with(good, "name", "a usd"), "p.toml:9: a name has no comma, slash or blank"},
           {with(good, "source", ""), "p.toml:9: source is not text; write it in quotes"},
           {with(good, "grade", "sure"),
            "p.toml:9: grade \"sure\" is unknown; write one of: text_read, secondary, recalled"},
           {with(good, "schema", "plimsoll.rates/1"),
            "p.toml:9: schema \"plimsoll.rates/1\"; write \"plimsoll.rate_path/1\""},
           {with(good, "effective_from", "2026-11-21"),
            "p.toml:9: it holds from 2026-11-21, after it was retrieved on 2026-11-20; a file "
            "speaks of no day it cannot know"},
           {with(good, "before", "5.25"),
            "p.toml:9: before is 5.25; write a fraction of one a year, from 0 to 1: 5.3 % is "
            "\"0.053\""},
           {with(good, "before", "-0.001"),
            "p.toml:9: before is -0.001; write a fraction of one a year, from 0 to 1: 5.3 % is "
            "\"0.053\""}})
    EXPECT_EQ(refusal(row.file), row.says);
}

}  // namespace
}  // namespace plimsoll
