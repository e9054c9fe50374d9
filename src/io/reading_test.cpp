#include "io/reading.hpp"

#include <gtest/gtest.h>

#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

const Date day{2026y / November / 20};

Reading reading_of(std::optional<Date> asked = day) {
  ImportOptions options;
  options.as_of = asked;
  return Reading{Input{"f.csv", ""}, options, "test"};
}

HeldRow shares(std::string symbol, Quantity quantity) {
  return {.symbol = std::move(symbol), .quantity = quantity};
}

TEST(Reading, CountsEveryRowOnce) {
  Reading reading = reading_of();
  reading.account_for(1, "a", row_read());
  reading.account_for(2, "b,\x01", row_passed_over("a total"));
  reading.account_for(3, "c", fail(Reason::bad_input, "no", "elsewhere"));
  const auto done = std::move(reading).finished();
  EXPECT_EQ(done.value.rows_total, 3u);
  EXPECT_EQ(done.value.rows_read, 1u);
  EXPECT_EQ(done.value.rows_refused, 1u);
  ASSERT_EQ(done.value.skipped.size(), 1u);
  EXPECT_EQ(done.value.skipped[0].where, "f.csv:2");
  EXPECT_EQ(done.value.skipped[0].text, "b,?");
  EXPECT_EQ(done.value.skipped[0].why, "a total");
  EXPECT_EQ(done.refused, (std::vector<Error>{{Reason::bad_input, "no", "f.csv:3"}}));
}

TEST(Reading, RefusesWhatNoAccountCanHold) {
  const Quantity one = Quantity::of(std::int64_t{1});
  const Quantity most = limits::quantity_max;
  HeldRow below_zero = shares("A", one), too_dear = shares("A", one),
          short_but_long = shares("A", one);
  below_zero.price = -0.01_d;
  too_dear.price = limits::price_max + 0.01_d;
  short_but_long.holding = Holding::short_sale;
  HeldRow dearest = shares("A", one);
  dearest.price = limits::price_max;
  HeldRow adjusted = shares("AAPL7 270115C00025000", one);
  HeldRow stated = adjusted;
  stated.description = Description{};
  stated.description->multiplier = 10_d;
  const std::vector<std::tuple<HeldRow, std::string>> table{
      {shares("A", one), ""},
      {shares("A", Quantity{}), "the quantity is zero"},
      {shares("A", most), ""},
      {shares("A", most + Quantity{1}), "the quantity 10000000000.000000000000000001 is above"},
      {shares("", one), ""},  // whatever model/osi.hpp says
      {below_zero, "the price -0.01 is below zero"},
      {too_dear, "the price is above 1000000000 a unit"},
      {dearest, ""},
      {short_but_long, "the row is a short holding"},
      {adjusted, "\"AAPL7 270115C00025000\" is an adjusted option"},
      {stated, ""}};
  for (const auto& [row, start] : table) {
    Reading reading = reading_of();
    const auto held = reading.hold(row, 1);
    if (row.symbol.empty()) {
      EXPECT_FALSE(held);
      continue;
    }
    EXPECT_EQ(held.has_value(), start.empty()) << start;
    if (!held) { EXPECT_EQ(held.error().what.substr(0, start.size()), start); }
  }
}

TEST(Reading, ASecondPriceOfOneSymbolIsRefused) {
  Reading reading = reading_of();
  const InstrumentId id{"A"};
  EXPECT_TRUE(reading.quote(id, 5_d));
  EXPECT_TRUE(reading.quote(id, 5_d));
  const auto second = reading.quote(id, 6_d);
  ASSERT_FALSE(second);
  EXPECT_EQ(
      second.error().what,
      "A has two prices in this file, 5.00 and 6.00; write one and the same in each of its rows");
}

TEST(Reading, NeedsADay) {
  const auto none = reading_of(std::nullopt).finished();
  EXPECT_EQ(none.value.rows_total, 0u);
  ASSERT_EQ(none.refused.size(), 1u);
  EXPECT_EQ(none.refused[0].what,
            "the file does not say of which day it is; give it with --as-of YYYY-MM-DD");
  Reading dated = reading_of(std::nullopt);
  dated.dated(day);
  EXPECT_EQ(std::move(dated).finished().value.account.as_of, day);
  Reading both = reading_of(Date{2026y / November / 21});
  both.dated(day);
  const auto asked = std::move(both).finished();
  EXPECT_EQ(asked.value.account.as_of, Date{2026y / November / 21});
  EXPECT_EQ(asked.value.notes.size(), 1u);
}

TEST(Reading, ChoosesAnAccount) {
  const std::vector<std::string> two{"Z11112222", "Y33332222"};
  const std::vector<std::tuple<std::vector<std::string>, std::string, std::string>> table{
      {{"Z1"}, "", "Z1"},
      {two, "Z11112222", "Z11112222"},
      {two, "z11112222", "Z11112222"},
      {two, "12222", "Z11112222"},
      {{"1", "11"}, "1", "1"},
      {two, "", "the file holds several accounts; choose one with --account: Z11112222, Y33332222"},
      {two, "2222",
       "\"2222\" is more than one of the file's accounts; they are: Z11112222, Y33332222"},
      {two, "9", "\"9\" is not one of the file's accounts; they are: Z11112222, Y33332222"},
      {{"Z1"}, "9", "\"9\" is not one of the file's accounts; they are: Z1"},
      {{}, "", "the file holds no account: nothing stands below a heading; export it again"}};
  for (const auto& [accounts, wanted, expected] : table) {
    const auto account = chosen(accounts, wanted, "f.csv");
    EXPECT_EQ(account ? *account : account.error().what, expected);
  }
}

TEST(Reading, NamesAccountsByTheirLastFigures) {
  EXPECT_EQ(account_id("fidelity", "Z12344821"), "fidelity-4821");
  EXPECT_EQ(account_id("schwab", "...123"), "schwab-123");
  EXPECT_EQ(account_id("schwab", ""), "schwab");
  for (const std::string_view name : {"ROTH IRA", "Rollover", "My 401(k)", "BrokerageLink IRA"})
    EXPECT_TRUE(names_retirement(name)) << name;
  for (const std::string_view name : {"Individual - TOD", "Miranda", "X24019"})
    EXPECT_FALSE(names_retirement(name)) << name;
}

}  // namespace
}  // namespace plimsoll::io
