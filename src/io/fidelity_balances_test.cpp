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
            {10'500_d, {}, {}, 500_d, "500.00"},
            {10'500_d, {}, {}, {}, "refused"}};
  for (const auto& [total, debit, credit, settled, expected] : table) {
    FidelityBalances balances;
    balances.total_account_value = total;
    balances.net_debit = debit;
    balances.short_credit = credit;
    balances.settled_cash = settled;
    const auto cash = fidelity_cash(balances, rows, "b.csv");
    EXPECT_EQ(cash ? to_text(cash->amount, 2) : "refused", expected) << amount(total);
  }
}

}  // namespace
}  // namespace plimsoll::io
