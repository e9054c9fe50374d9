#include "apps/cli/read_account.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "apps/cli/files.hpp"
#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* own_csv = "symbol,type,quantity,price\nXYZ,equity,100,50\nABC,equity,5,10\n";

std::expected<ReadAccount, std::vector<Error>> read(const std::string& input,
                                                    std::vector<std::string> options = {}) {
  std::vector<std::string> words{"margin", "-"};
  words.insert(words.end(), options.begin(), options.end());
  std::istringstream in{input};
  std::ostringstream out, err;
  Session session{.in = in, .out = out, .err = err};
  return read_account(settings_of(parse_arguments(words).value()).value(), session);
}

TEST(ReadAccount, ADocumentIsToldByItsBrace) {
  for (const char* before : {"", " \n\t", "\xEF\xBB\xBF", "\xEF\xBB\xBF\r\n"}) {
    const auto account = read(before + one_stock);
    ASSERT_TRUE(account) << account.error()[0].what;
    EXPECT_EQ(account->document.account.id, "one stock");
    EXPECT_TRUE(account->remarks.empty());
    EXPECT_TRUE(account->caveats.empty());
  }
}

TEST(ReadAccount, AnythingElseIsABrokersFile) {
  const auto account = read(own_csv, {"--as-of", "2026-11-20"});
  ASSERT_TRUE(account) << account.error()[0].what;
  EXPECT_EQ(account->document.account.positions.size(), 2u);
  EXPECT_EQ(account->document.account.as_of, (Date{2026y / 11 / 20}));
  ASSERT_FALSE(account->remarks.empty());
  EXPECT_TRUE(holds(account->remarks[0], "standard input: recognised as "));
  EXPECT_TRUE(holds(account->remarks[0], "2 rows: 2 read, 0 skipped, 0 refused"))
      << account->remarks[0];
}

TEST(ReadAccount, ARoleThatHasExceptionsIsSaidOfTheMethodWithoutThem) {
  const std::string maker =
      "{\"role\": \"market_maker\", " + one_stock.substr(one_stock.find('{') + 1);
  constexpr std::string_view said = "shown is what a customer owes";
  EXPECT_TRUE(holds(ran({"margin", "-"}, maker).out, said));
  EXPECT_FALSE(holds(ran({"margin", "-"}, one_stock).out, said));
  EXPECT_FALSE(holds(ran({"margin", "-", "--method", "tims"}, maker).out, said));
}

TEST(ReadAccount, AnotherDayWinsAndIsSaid) {
  const auto account = read(one_stock, {"--as-of", "2026-12-01"});
  ASSERT_TRUE(account);
  EXPECT_EQ(account->document.account.as_of, (Date{2026y / 12 / 1}));
  EXPECT_EQ(account->document.market.as_of, (Date{2026y / 12 / 1}));
  ASSERT_EQ(account->caveats.size(), 1u);
  EXPECT_EQ(account->caveats[0].text,
            "standard input is of 2026-11-20; what it says is taken as of 2026-12-01");
  EXPECT_TRUE(read(one_stock, {"--as-of", "2026-11-20"})->caveats.empty());
}

TEST(ReadAccount, OptionsOfABrokersFileAreRefusedBesideADocument) {
  const auto account =
      read(one_stock, {"--balances", "b.csv", "--account", "1", "--kind", "margin", "--cash", "5"});
  ASSERT_FALSE(account);
  ASSERT_EQ(account.error().size(), 4u);
  EXPECT_EQ(account.error()[0].where, "--balances");
  EXPECT_EQ(account.error()[1].where, "--account");
  EXPECT_EQ(account.error()[2].where, "--kind");
  EXPECT_EQ(account.error()[3].where, "--cash");
  EXPECT_EQ(account.error()[3].what,
            "standard input is an account document, which has its own member cash; leave --cash "
            "out");
  for (const char* broker : {"schwab", "fidelity", "ibkr-flex", "plimsoll"}) {
    const auto of_broker = read(one_stock, {"--broker", broker});
    ASSERT_FALSE(of_broker);
    ASSERT_EQ(of_broker.error().size(), 1u);
    EXPECT_EQ(of_broker.error()[0].where, "--broker");
    EXPECT_EQ(of_broker.error()[0].what,
              "standard input is an account document, which is of no broker's format; leave "
              "--broker out");
  }
}

TEST(ReadAccount, KindAndCashAreSaidOfABrokersFile) {
  const auto account =
      read(own_csv, {"--as-of", "2026-11-20", "--kind", "portfolio_margin", "--cash", "-7"});
  ASSERT_TRUE(account) << account.error()[0].what;
  EXPECT_EQ(account->document.account.kind, AccountKind::portfolio_margin);
  ASSERT_TRUE(account->document.account.cash);
  EXPECT_EQ(account->document.account.cash->at(0).amount, -(7_d));
  EXPECT_EQ(account->document.notes,
            (std::vector<std::string>{"a portfolio_margin account, as --kind says",
                                      "cash is -7.00 USD, as --cash says"}));
  ASSERT_EQ(account->caveats.size(), 2u);
  EXPECT_EQ(account->caveats[1].text, "cash is -7.00 USD, as --cash says");
}

TEST(ReadAccount, ADocumentsNotesAreCaveats) {
  std::string document = one_stock;
  document.insert(document.find('{') + 1, R"("notes": ["cash is guessed", "so is the rest"], )");
  const auto noted = read(document);
  ASSERT_TRUE(noted) << noted.error()[0].what;
  ASSERT_EQ(noted->caveats.size(), 2u);
  EXPECT_EQ(noted->caveats[0].text, "cash is guessed");
  EXPECT_EQ(noted->document.notes, (std::vector<std::string>{"cash is guessed", "so is the rest"}));
}

TEST(ReadAccount, NothingOnStandardInput) {
  const auto nothing = read("");
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error()[0].what, "nothing came on standard input");
  EXPECT_EQ(nothing.error()[0].where, "");
}

TEST(ReadAccount, ARefusedPositionLeavesTheOthers) {
  const auto account = read(one_stock_but("\"quantity\": 100}",
                                          "\"quantity\": 100}, {\"symbol\": "
                                          "\"ABC\", \"quantity\": \"x\"}"));
  ASSERT_TRUE(account);
  EXPECT_EQ(account->document.account.positions.size(), 1u);
  ASSERT_EQ(account->refused.size(), 1u);
  EXPECT_EQ(account->refused[0].where, "standard input#/positions/1/quantity");
}

TEST(ReadAccount, AMarketFileWins) {
  const fs::path path = fs::path{testing::TempDir()} / ("market_" + std::to_string(getpid()));
  ASSERT_TRUE(write_file(path.string(), R"({"schema": "plimsoll.market/1", "as_of": "2026-11-20",
                                            "quotes": {"XYZ": {"price": "51"}}})"));
  const auto account = read(one_stock, {"--market", path.string()});
  ASSERT_TRUE(account) << account.error()[0].what;
  EXPECT_EQ(account->document.market.price(InstrumentId{"XYZ"}), 51_d);
  ASSERT_TRUE(write_file(path.string(), "{}"));
  EXPECT_FALSE(read(one_stock, {"--market", path.string()}));
  fs::remove(path);
  EXPECT_EQ(read(one_stock, {"--market", path.string()}).error()[0].what, "there is no such file");
}

TEST(ReadAccount, OnlyTheFirstSkippedRowsAreShown) {
  std::string csv =
      "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Type\n"
      "X1,Mine,XYZ,XYZ INC,100,$50.00,$5000.00,Margin\n";
  csv += "\n";
  for (int i = 0; i < 7; ++i) csv += "\"A footnote.\"\n";
  const auto account = read(csv, {"--as-of", "2026-11-20", "--broker", "fidelity"});
  ASSERT_TRUE(account) << account.error()[0].what;
  EXPECT_TRUE(holds(account->remarks[0], "8 rows: 1 read, 7 skipped, 0 refused"))
      << account->remarks[0];
  EXPECT_EQ(account->remarks.size(), 7u);
  EXPECT_TRUE(holds(account->remarks.back(), "and 2 rows more skipped"));
}

}  // namespace
}  // namespace plimsoll::cli
