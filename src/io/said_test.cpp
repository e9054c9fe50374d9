#include "io/said.hpp"

#include <gtest/gtest.h>

#include "tests/import_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

struct Row {
  std::string file;
  std::optional<AccountKind> kind;
  std::optional<Decimal> cash;
  std::string becomes;  // kind and cash, or what is refused
};

std::string said(const Row& row) {
  ImportOptions options;
  options.as_of = Date{2026y / November / 20};
  options.kind = row.kind;
  options.cash = row.cash;
  const auto [imported, refused] = import_file(fixture(row.file), options);
  if (refused.empty()) {
    const std::string line = account_line(imported.account);
    return line.substr(line.find(' ') + 1);
  }
  EXPECT_EQ(imported.rows_total, 0u) << row.file;
  std::string text;
  for (const Error& error : refused)
    text += (text.empty() ? "" : " | ") + error.where + ": " + error.what;
  return text;
}

using enum AccountKind;

TEST(Said, SaysWhatTheFileDoesNotState) {
  const std::vector<Row> table{
      {"fidelity/lower_case.csv", {}, {}, "cash 2026-11-20 USD cash unknown"},
      {"fidelity/lower_case.csv", margin, {}, "margin 2026-11-20 USD cash unknown"},
      {"fidelity/lower_case.csv", {}, 100_d, "cash 2026-11-20 USD cash 100.00 USD"},
      {"fidelity/lower_case.csv", {}, -100_d, "margin 2026-11-20 USD cash -100.00 USD"},
      {"fidelity/lower_case.csv", {}, 0_d, "cash 2026-11-20 USD cash 0.00 USD"},
      {"fidelity/lower_case.csv", retirement, -100_d, "retirement 2026-11-20 USD cash -100.00 USD"},
      {"fidelity/margin.csv", portfolio_margin, {}, "portfolio_margin 2026-11-20 USD cash unknown"},
      {"schwab/older_heading.csv", margin, {}, "margin 2026-11-20 USD cash 61.04 USD"},
      {"vanguard/holdings_and_transactions.csv", retirement, 5_d,
       "retirement 2026-11-20 USD cash 5.00 USD"},
      {"ibkr_flex/margin.xml", margin, {}, "margin 2026-11-20 USD cash 1000.00 EUR -21208.00 USD"},
      {"ibkr_flex/lots_only.xml", portfolio_margin, 1_d,
       "portfolio_margin 2026-11-20 USD cash 1.00 USD"},
      {"positions_csv/minimal.csv", cash, 1_d, "cash 2026-11-20 USD cash 1.00 USD"}};
  for (const Row& row : table) EXPECT_EQ(said(row), row.becomes) << row.file;
}

TEST(Said, RefusesWhatTheFileContradicts) {
  const std::vector<Row> table{
      {"ibkr_flex/margin.xml",
       retirement,
       {},
       "--kind: the file states a margin account, which is not retirement; leave it out"},
      {"fidelity/margin.csv",
       cash,
       {},
       "--kind: a cash account cannot have rows of type Margin; write margin"},
      {"schwab/margin.csv",
       cash,
       {},
       "--kind: a cash account cannot have shares held short; write margin"},
      {"fidelity/lower_case.csv", cash, -1_d,
       "--kind: a cash account cannot have cash below zero; write margin"},
      {"schwab/margin.csv",
       {},
       -12'000.50_d,
       "--cash: the file states its cash, -12000.50 USD; leave it out"},
      {"ibkr_activity/margin.csv", retirement, 1_d,
       "--cash: the file states its cash, 1000.00 EUR, -10000.00 USD; leave it out | "
       "--kind: the file states a margin account, which is not retirement; leave it out"},
      {"fidelity/lower_case.csv",
       {},
       1'000'000'000'000'001_d,
       "--cash: 1000000000000001.00 is too large; is it a typing error?"}};
  for (const Row& row : table) EXPECT_EQ(said(row), row.becomes) << row.file;
}

TEST(Said, NotesWhatWasSaidAndWhatWasTaken) {
  ImportOptions options;
  EXPECT_EQ(import_file(fixture("fidelity/lower_case.csv"), options).value.notes,
            (Lines{"a cash account: nothing in the file is on margin",
                   "Fidelity's positions do not say what is owed; cash is unknown until the "
                   "balances file is given (--balances), or the amount (--cash)"}));
  options.kind = margin;
  options.cash = -50_d;
  EXPECT_EQ(import_file(fixture("fidelity/lower_case.csv"), options).value.notes,
            (Lines{"a margin account, as --kind says", "cash is -50.00 USD, as --cash says"}));
  options.cash.reset();
  // What the file states needs no note.
  EXPECT_EQ(import_file(fixture("ibkr_flex/margin.xml"), options).value.notes, Lines{});
}

TEST(Said, KindsHaveTheContractsWords) {
  for (const AccountKind kind : {margin, cash, retirement, portfolio_margin, futures, cross_margin})
    EXPECT_EQ(word_of(kind), kind_name(kind));
}

}  // namespace
}  // namespace plimsoll::io
