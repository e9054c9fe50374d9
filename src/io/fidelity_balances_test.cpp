#include "io/fidelity_balances.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

std::string amount(const std::optional<Decimal>& value) {
  return value ? to_text(*value, 2) : "none";
}

TEST(FidelityBalances, ReadsAmountsHoweverTheyAreSigned) {
  const std::vector<std::tuple<std::string, std::string, std::string>> table{
      {"Net debit,$(7822.71)\n", "-7822.71", "none"},
      {"\xEF\xBB\xBF"
       "Balance,Day change\nTotal account value,\"228,809.41\",3447.61\nNet debit,-2992.70,-1.00\n",
       "-2992.70", "228809.41"},
      {"\"Total account value\",\"$1,000.00\"\r\n", "none", "1000.00"},
      {"Net debit,--\nTotal account value,5\n", "none", "5.00"}};
  for (const auto& [bytes, debit, total] : table) {
    const auto read = read_fidelity_balances({"b.csv", bytes});
    ASSERT_TRUE(read) << bytes;
    EXPECT_EQ(amount(read->net_debit), debit);
    EXPECT_EQ(amount(read->total_account_value), total);
  }
}

TEST(FidelityBalances, RefusesWithTheLine) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"Symbol,Quantity\nKO,1\n", "b.csv: this is not Fidelity's balances file"},
      {"a,b\nNet debit,1.2.3\n", "b.csv:2: \"1.2.3\" is not a number"},
      {"Net debit,1e19\n", "b.csv:1: \"1e19\" is too large to be a balance"},
      {"Net debit,-1\nNet debit,-2\n",
       "b.csv:2: \"Net debit\" stands twice with different amounts"},
      {"Net debit,\"-1\n", "b.csv:1: a quote that is never closed"},
      {"", "b.csv: the file is empty"}};
  for (const auto& [bytes, start] : table) {
    const auto read = read_fidelity_balances({"b.csv", bytes});
    ASSERT_FALSE(read) << bytes;
    EXPECT_EQ((read.error().where + ": " + read.error().what).substr(0, start.size()), start);
  }
}

TEST(FidelityBalances, FindsTheCashThatAddsUp) {
  // Core 500, pending -200, holdings worth 10'000.
  const FidelityCashRows rows{500_d, -200_d, 10'000_d, true};
  //                             total     debit      credit   settled    cash
  const std::vector<std::tuple<std::optional<Decimal>, std::optional<Decimal>,
                               std::optional<Decimal>, std::optional<Decimal>, std::string>>
      table{{9'000_d, -1'000_d, {}, {}, "-1000.00"},
            {9'500_d, -1'000_d, {}, {}, "-500.00"},
            {9'300_d, -1'000_d, {}, {}, "-700.00"},
            {8'800_d, -1'000_d, {}, {}, "-1200.00"},
            {11'000_d, -1'000_d, 2'000_d, {}, "1000.00"},
            {7'777_d, -1'000_d, {}, {}, "-1000.00"},  // nothing adds up
            {{}, -1'000_d, {}, {}, "-1000.00"},
            {10'300_d, {}, {}, 500_d, "300.00"},
            {4'000_d, {}, {}, 500_d, "unknown"},  // nothing adds up, and a debit is not shown
            {10'500_d, {}, {}, 500_d, "500.00"},
            {10'500_d, {}, {}, {}, "refused"}};
  for (const auto& [total, debit, credit, settled, expected] : table) {
    FidelityBalances balances;
    balances.total_account_value = total;
    balances.net_debit = debit;
    balances.short_credit = credit;
    balances.settled_cash = settled;
    const auto cash = fidelity_cash(balances, rows, "b.csv");
    EXPECT_EQ(cash ? cash->amount ? to_text(*cash->amount, 2) : "unknown" : "refused", expected)
        << amount(total);
  }
}

std::string note(std::optional<Decimal> total, std::optional<Decimal> debit,
                 std::optional<Decimal> settled, const FidelityCashRows& rows) {
  FidelityBalances balances;
  balances.total_account_value = total;
  balances.net_debit = debit;
  balances.settled_cash = settled;
  return fidelity_cash(balances, rows, "b.csv")->note;
}

TEST(FidelityBalances, NoAmountVanishesUnsaid) {
  const FidelityCashRows core{500_d, {}, 10'000_d, true}, both{500_d, -200_d, 10'000_d, true};
  EXPECT_EQ(note(9'000_d, -1'000_d, {}, core),
            "cash is -1000.00 USD: the net debit; the core fund's 500.00 is inside the net debit: "
            "with the holdings it is the total account value");
  EXPECT_EQ(note(9'000_d, -1'000_d, {}, both),
            "cash is -1000.00 USD: the net debit; the core fund's 500.00 and pending activity's "
            "-200.00 are inside the net debit: with the holdings it is the total account value");
  EXPECT_EQ(note(9'300_d, -1'000_d, {}, both),
            "cash is -700.00 USD: the net debit, the core fund and pending activity; with the "
            "holdings it is the total account value");
  EXPECT_EQ(note(10'600_d, {}, 600_d, core),
            "cash is 600.00 USD: settled cash; the core fund's 500.00 is inside settled cash: with "
            "the holdings it is the total account value");
  EXPECT_EQ(note(7'777_d, -1'000_d, {}, core),
            "cash is -1000.00 USD: the net debit; the total account value less the holdings is "
            "-2223.00, so the two files may be of different moments; the core fund's 500.00 is not "
            "added");
  EXPECT_EQ(note({}, -1'000_d, {}, core),
            "cash is -1000.00 USD: the net debit; nothing was there to check it against; the core "
            "fund's 500.00 is not added");
}

TEST(FidelityBalances, WhatContradictsItselfIsSaid) {
  EXPECT_EQ(note(4'000_d, {}, 500_d, {500_d, -200_d, 10'000_d, true}),
            "cash is unknown: the total account value less the holdings is -6000.00, which is "
            "neither settled cash, 500.00, nor the core fund, 500.00, with or without pending "
            "activity, -200.00, so the two files may be of different moments; download both again");
}

}  // namespace
}  // namespace plimsoll::io
