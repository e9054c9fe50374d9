// Which schedule an account's debit is charged under.

#include "strategy/financed.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using plimsoll::testing::flat_file;
using plimsoll::testing::ibkr_rates;
using plimsoll::testing::with;

RateScheduleList known() {
  RateScheduleList list;
  EXPECT_TRUE(list.add(ibkr_rates()));  // "a-usd", from 2026
  EXPECT_TRUE(list.add(
      rate_schedule(with(flat_file("0.1", {{"", "0.01"}}), "name", "b-usd"), "b.toml").value()));
  return list;
}
Result<Financed> asked(Financing financing, Date day = 2026y / November / 20, Currency in = usd) {
  return financed(known(), {.financing = std::move(financing), .day = day, .currency = in});
}

TEST(Financed, ByTheScheduleNamed) {
  const Financed one = asked({.schedule = "a-usd", .benchmark_rate = 0.0363_d}).value();
  EXPECT_EQ(one.schedule.about.file, "ibkr.toml");
  EXPECT_EQ(one.base, 0.0363_d);
  EXPECT_EQ(asked({.schedule = "b-usd"})->base, 0.1_d);
  EXPECT_EQ(asked({.schedule = "b-usd", .base_rate = 0.12_d})->base, 0.12_d);
}

TEST(Financed, ByTheRateAgreedBeforeTheSchedule) {
  // 10,000 at 12 %: 1,200 a year, 1,216.67 on a year of 360 days.
  const Financed alone = asked({.rate = 0.12_d}).value();
  EXPECT_EQ(interest(alone.schedule, alone.base, 10000_usd)->a_year, 1200_usd);
  const Financed agreed = asked({.schedule = "a-usd", .rate = 0.12_d}).value();
  const Interest at = interest(agreed.schedule, agreed.base, 10000_usd).value();
  EXPECT_EQ(at.effective, 12_pct);
  EXPECT_EQ(to_text_rounded(at.a_year.amount, 2, Round::half_even), "1216.67");
  // Any currency, where no schedule is named.
  EXPECT_EQ(asked({.rate = 0.12_d}, 2026y / November / 20, "EUR")->schedule.currency,
            Currency{"EUR"});
}

TEST(Financed, IsRefusedWhereItIsNotSaid) {
  struct Row {
    Result<Financed> answer;
    Reason reason;
    std::string where, says;
  };
  const Date day = 2026y / November / 20;
  for (const Row& row : std::vector<Row>{
           {asked({}), Reason::missing_price, "financing", "with one of: a-usd, b-usd"},
           {asked({.schedule = "c"}), Reason::bad_input, "financing.schedule",
            "there is no rate schedule \"c\""},
           {asked({.schedule = "a-usd"}), Reason::missing_price, "financing.benchmark_rate",
            "\"benchmark_rate\": 0.0363"},
           {asked({.schedule = "b-usd"}, 2025y / June / 1), Reason::not_in_force, "b.toml",
            "the first is of 2026-01-01"},
           {asked({.schedule = "b-usd"}, day, "EUR"), Reason::bad_input, "financing.schedule",
            "is for USD and the debit is in EUR"}}) {
    ASSERT_FALSE(row.answer) << row.says;
    EXPECT_EQ(row.answer.error().reason, row.reason);
    EXPECT_EQ(row.answer.error().where, row.where);
    EXPECT_TRUE(row.answer.error().what.contains(row.says)) << row.answer.error().what;
  }
}

}  // namespace
}  // namespace plimsoll::strategy
