#include "io/ibkr_account.hpp"

#include <gtest/gtest.h>

#include "tests/import_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

std::string settled(const IbkrAccount& account) {
  ImportOptions options;
  options.as_of = Date{2026y / November / 20};
  Reading reading{Input{"f.xml", ""}, options, "test"};
  account.settle("U7654321 (Custom Consolidated)", reading);
  return account_line(std::move(reading).finished().value.account);
}

TEST(IbkrAccount, ReadsCashByCurrency) {
  IbkrAccount account;
  account.base = "USD";
  EXPECT_TRUE(account.add_cash("BASE_SUMMARY", "999"));
  EXPECT_TRUE(account.add_cash("USD",
                               "\xE2\x88\x92"
                               "1,000.50"));
  EXPECT_TRUE(account.add_cash("HKD", "0"));
  EXPECT_TRUE(account.add_cash("EUR", "12.5"));
  EXPECT_EQ(settled(account), "ibkr-4321 margin 2026-11-20 USD cash 12.50 EUR -1000.50 USD");
  for (const auto& [currency, amount] :
       {std::pair{"USD", "x"}, {"USD", ""}, {"USD", "1e16"}, {"usd", "1"}, {"", "1"}})
    EXPECT_FALSE(account.add_cash(currency, amount)) << currency << amount;
}

TEST(IbkrAccount, TakesTheTotalWhereThatIsAll) {
  IbkrAccount account;
  account.base = "EUR";
  EXPECT_TRUE(account.add_cash("Base Currency Summary", "10"));
  EXPECT_EQ(settled(account), "ibkr-4321 cash 2026-11-20 EUR cash 10.00 EUR");
  EXPECT_EQ(settled(IbkrAccount{}), "ibkr-4321 cash 2026-11-20 USD cash unknown");
}

TEST(IbkrAccount, ItsOwnCurrencyIsACode) {
  IbkrAccount account;
  EXPECT_TRUE(account.take_base("EUR"));
  EXPECT_EQ(account.take_base("US Dollar").error().what,
            "the base currency \"US Dollar\" is no currency; write three capitals, like USD");
  EXPECT_EQ(account.base, "EUR");
}

TEST(IbkrAccount, RefusesCashThatStandsTwice) {
  IbkrAccount account;
  EXPECT_TRUE(account.add_cash("USD", "5"));
  EXPECT_TRUE(account.add_cash("USD", "5.00"));
  EXPECT_EQ(account.add_cash("USD", "6").error().what,
            "cash in USD stands twice, as 5.00 and as 6.00; export the statement of one account "
            "and one day");
  EXPECT_TRUE(account.add_cash("BASE_SUMMARY", "5"));
  EXPECT_FALSE(account.add_cash("Base Currency Summary", "6"));
}

TEST(IbkrAccount, ComparesItsTotalWithItsCurrencies) {
  struct Row {
    std::string total, dollars, euros, rate;
    bool adds_up;
  };
  const Row table[] = {{"-8915.45", "-10000", "1000", "1.08455", true},
                       {"-8915.45", "-10000", "1000", "1.10", true},  // of another hour
                       {"-8915.45", "-10000", "", "1.08455", false},
                       {"-8915.45", "-10000", "10000", "1.08455", false},
                       {"8915.45", "-10000", "1000", "1.08455", false},
                       {"-8915.45", "-10000", "1000", "", true},  // at some rate
                       {"-8915.45", "", "1000", "", false},       // at none
                       {"-8915.45", "", "-1000", "", true},
                       {"5000", "5000.99", "", "", true},
                       {"5000", "5001.01", "", "", false},
                       {"5000", "", "", "", true}};  // the total is all there is
  for (const Row& row : table) {
    IbkrAccount account;
    account.base = "USD";
    EXPECT_TRUE(account.add_cash("BASE_SUMMARY", row.total));
    if (!row.dollars.empty()) { EXPECT_TRUE(account.add_cash("USD", row.dollars)); }
    if (!row.euros.empty()) { EXPECT_TRUE(account.add_cash("EUR", row.euros)); }
    EXPECT_TRUE(account.add_rate("EUR", row.rate));
    EXPECT_EQ(account.adds_up().has_value(), row.adds_up)
        << row.total << " " << row.dollars << " " << row.euros << " " << row.rate;
  }
}

TEST(IbkrAccount, KnowsItsKind) {
  const std::vector<std::tuple<std::string, bool, std::string>> table{
      {"Individual Margin", false, "margin"},
      {"Individual Cash", false, "cash"},
      {"Portfolio Margin", false, "portfolio_margin"},
      {"IRA Margin", false, "retirement"},
      {"Individual", true, "margin"},
      {"", false, "cash"}};
  for (const auto& [words, short_shares, kind] : table) {
    IbkrAccount account;
    account.words = words;
    account.short_shares = short_shares;
    EXPECT_EQ(settled(account), "ibkr-4321 " + kind + " 2026-11-20 USD cash unknown") << words;
  }
}

TEST(IbkrAccount, BoundsRates) {
  IbkrAccount account;
  EXPECT_TRUE(account.add_rate("EUR", "1.0845512345678901"));
  EXPECT_EQ(account.rates.at("EUR"), 1.084551235_d);
  EXPECT_TRUE(account.add_rate("EUR", "2"));  // the first stands
  EXPECT_EQ(account.rates.at("EUR"), 1.084551235_d);
  EXPECT_TRUE(account.add_rate("CHF", ""));
  EXPECT_FALSE(account.rates.contains("CHF"));
  for (const auto& [currency, rate] :
       {std::pair{"EUR", "0"}, {"EUR", "-1"}, {"EUR", "1000001"}, {"eur", "1"}})
    EXPECT_FALSE(account.add_rate(currency, rate)) << currency << rate;
}

}  // namespace
}  // namespace plimsoll::io
