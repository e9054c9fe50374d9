#include <gtest/gtest.h>

#include "io/import.hpp"
#include "tests/import_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

const std::string fidelity_heading =
    "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Type\n";
const std::string fidelity_end = "\"Date downloaded Nov-20-2026 at 4:15 p.m ET\"\n";

/// A part of an account: rows of Fidelity's positions.
Input fidelity(const std::string& name, const std::string& rows) {
  return {name, fidelity_heading + rows + fidelity_end};
}
/// The same of our own CSV, with a heading of its own.
Input own(const std::string& name, const std::string& heading, const std::string& rows) {
  return {name, heading + "\n" + rows + "\n"};
}

const Input stock = fidelity("stock.csv", "Z1,Mine,KO,COCA-COLA CO,100,$70.00,$7000.00,Margin\n");
const Input option =
    fidelity("option.csv", "Z1,Mine, -KO270115C70,CALL KO,-1,$5.00,-$500.00,Margin\n");
const Input balances{"balances.csv",
                     "Balance,,Day change\nTotal account value,6000.00,\nNet debit,-1000.00,\n"};

std::string all_refused(const std::vector<Input>& files, const ImportOptions& options = {}) {
  const auto [imported, refused] = import_files(files, options);
  EXPECT_EQ(imported.rows_total, 0u);
  std::string text;
  for (const Error& error : refused)
    text += (text.empty() ? "" : " | ") + error.where + ": " + error.what;
  return text;
}

TEST(ImportFiles, PutsThePartsOfAnAccountTogether) {
  for (const auto& files : {std::vector{stock, option}, {option, stock}}) {
    const auto [imported, refused] = import_files(files, {});
    EXPECT_EQ(refused_lines(refused), Lines{});
    EXPECT_EQ(row_count(imported), "4 read + 0 skipped + 0 refused = 4");
    EXPECT_EQ(account_line(imported.account), "fidelity-z1 margin 2026-11-20 USD cash unknown");
    EXPECT_EQ(imported.recognised, "Fidelity positions CSV");
    ASSERT_EQ(imported.files.size(), 2u);
    EXPECT_EQ(imported.files[0].name, files[0].name);
    EXPECT_EQ(imported.files[1].rows_total, 2u);
    Lines positions = position_lines(imported);
    std::ranges::sort(positions);
    EXPECT_EQ(positions,
              (Lines{"KO    270115C00070000 -1 margin at 5.00", "KO 100 margin at 70.00"}));
    EXPECT_EQ(imported.account.positions[1].where, files[1].name + ":2");
  }
}

TEST(ImportFiles, FindsTheBalancesInAnyOrder) {
  for (const auto& files : {std::vector{stock, balances}, {balances, stock}}) {
    const auto [imported, refused] = import_files(files, {});
    EXPECT_EQ(refused_lines(refused), Lines{});
    EXPECT_EQ(account_line(imported.account),
              "fidelity-z1 margin 2026-11-20 USD cash -1000.00 USD");
    ASSERT_EQ(imported.files.size(), 2u);
    EXPECT_EQ(imported.files[1].recognised, "Fidelity balances CSV");
    EXPECT_EQ(imported.files[1].rows_total, 0u);
  }
}

TEST(ImportFiles, OneFileIsAsAlone) {
  EXPECT_EQ(account_line(import_files({stock}, {}).value.account),
            account_line(import_file(stock, {}).value.account));
  EXPECT_EQ(all_refused({balances}),
            "balances.csv: this is Fidelity's balances file; give the positions file, and this one "
            "as --balances");
}

TEST(ImportFiles, ARefusedRowLeavesTheOthers) {
  const Input bad = fidelity("bad.csv", "Z1,Mine,PEP,PEPSICO,x,$70.00,$7000.00,Margin\n");
  const auto [imported, refused] = import_files({stock, bad}, {});
  EXPECT_EQ(refused_lines(refused), Lines{"bad.csv:2 \"x\" is not a number"});
  EXPECT_EQ(row_count(imported), "3 read + 0 skipped + 1 refused = 4");
}

TEST(ImportFiles, OtherFormatsAddWhatTheyKnow) {
  const Input cash = own("cash.csv", "as_of,symbol,type,quantity", "2026-11-20,USD,cash,-250.00");
  const auto [imported, refused] = import_files({cash, stock}, {});
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(account_line(imported.account), "fidelity-z1 margin 2026-11-20 USD cash -250.00 USD");
  EXPECT_EQ(imported.recognised, "plimsoll positions CSV and Fidelity positions CSV");
  EXPECT_EQ(imported.notes,
            Lines{"taken for a margin account: the file has no kind (--kind says it)"});
}

/// The kind that is stated counts more than the one taken, in either order.
TEST(ImportFiles, TakesTheKindThatIsBestKnown) {
  const Input plain = fidelity("plain.csv", "Z1,Mine,PEP,PEPSICO,1,$70.00,$70.00,Cash\n");
  const Input roth = fidelity("roth.csv", "Z1,ROTH IRA,IBM,INTL,1,$70.00,$70.00,Cash\n");
  const Input stated =
      own("own.csv", "as_of,kind,symbol,quantity", "2026-11-20,portfolio_margin,XYZ,1");
  const std::vector<std::pair<std::vector<Input>, std::string>> table{
      {{plain, plain}, "cash"},
      {{plain, stock}, "margin"},
      {{stock, roth}, "retirement"},
      {{roth, stock}, "retirement"},
      {{stock, stated}, "portfolio_margin"},
      {{stated, stock}, "portfolio_margin"}};
  for (auto [files, kind] : table) {
    if (files[0].name == files[1].name)  // another row of the same sort
      files[1] = fidelity("more.csv", "Z1,Mine,IBM,INTL,1,$70.00,$70.00,Cash\n");
    const auto [imported, refused] = import_files(files, {});
    EXPECT_EQ(refused_lines(refused), Lines{});
    EXPECT_EQ(kind_name(imported.account.kind), kind) << files[0].name << " " << files[1].name;
  }
}

TEST(ImportFiles, WhatTheUserSaysHoldsForTheWhole) {
  ImportOptions options;
  options.kind = AccountKind::portfolio_margin;
  options.cash = -5_d;
  EXPECT_EQ(account_line(import_files({stock, option}, options).value.account),
            "fidelity-z1 portfolio_margin 2026-11-20 USD cash -5.00 USD");
  options.kind = AccountKind::cash;
  EXPECT_EQ(all_refused({stock, option}, options),
            "--kind: a cash account cannot have rows of type Margin; write margin");
}

TEST(ImportFiles, RefusesFilesThatContradictEachOther) {
  const auto holding = [](const std::string& name, const std::string& row) {
    return fidelity(name, row + "\n");
  };
  const Input other_account = holding("b.csv", "Z2,Mine,PEP,PEPSICO,1,$70.00,$70.00,Margin");
  const Input other_price = holding("b.csv", "Z1,Mine,KO,COCA-COLA CO,1,$71.00,$71.00,Cash");
  const Input other_day{"b.csv", fidelity_heading +
                                     "Z1,Mine,PEP,PEPSICO,1,$70.00,$70.00,Margin\n"
                                     "\"Date downloaded Nov-19-2026 at 4:15 p.m ET\"\n"};
  const auto ours = [](const std::string& name, const std::string& rest) {
    return own(name, "as_of,kind,symbol,type,quantity,bid", "2026-11-20," + rest);
  };
  struct Row {
    std::vector<Input> files;
    std::string refused;
  };
  const std::vector<Row> table{
      {{stock, other_account},
       "b.csv: it is of account Z2, and stock.csv of Z1; import each account to a document of its "
       "own"},
      {{stock, other_day},
       "b.csv: it is of 2026-11-19, and stock.csv of 2026-11-20; export both on one day"},
      {{stock, other_price},
       "b.csv: KO costs 71.00 here and 70.00 in an earlier file; export both at one moment, or "
       "leave one price out"},
      {{stock, {"stock (1).csv", stock.bytes}},
       "stock (1).csv: it is stock.csv over again; give it once"},
      {{stock, {"stock (1).csv", stock.bytes + "\n"}},
       "stock (1).csv:2: \"KO\" stands at stock.csv:2 too; is it one export twice? leave one of "
       "them out"},
      {{ours("a.csv", "margin,XYZ,equity,1,5"), ours("b.csv", "cash,ABC,equity,1,5")},
       "b.csv: it states a cash account, and a.csv a margin account; correct the one that is "
       "wrong"},
      {{ours("a.csv", "cash,XYZ,equity,1,5"), stock},
       "stock.csv: one of the files states a cash account and the other has rows of type Margin; "
       "correct the one that is wrong"},
      {{ours("a.csv", "margin,USD,cash,1,"), ours("b.csv", "margin,USD,cash,2,")},
       "b.csv: its cash is 2.00 USD, and that of a.csv 1.00 USD; leave out the one that is wrong"},
      {{ours("a.csv", ",USD,cash,1,"), ours("b.csv", ",EUR,cash,1,")},
       "b.csv: its currency is EUR, and that of a.csv USD; import each account to a document of "
       "its own | b.csv: its cash is 1.00 EUR, and that of a.csv 1.00 USD; leave out the one that "
       "is wrong"},
      {{ours("a.csv", ",XYZ,etf,1,5"),
        own("b.csv", "as_of,symbol,type,quantity,holding", "2026-11-20,XYZ,equity,1,cash")},
       "b.csv:2: \"XYZ\" is described differently at a.csv:2; write the same in both files"},
      {{ours("a.csv", ",XYZ,,1,5"),
        own("b.csv", "as_of,symbol,quantity,holding,bid", "2026-11-20,XYZ,1,cash,6")},
       "b.csv: a quote of XYZ is not the one in an earlier file; leave out the one that is wrong"},
      {{stock, balances, {"b.csv", balances.bytes + "\n"}},
       "b.csv: it holds balances, and so does balances.csv; give the one that belongs to the "
       "positions"},
      {{stock, balances, option},
       "balances.csv: balances are checked against the values of one positions file, and there are "
       "2; give the whole account as one file, or its cash as --cash"},
      {{balances, {"a.xml", "<FlexQueryResponse/>"}},
       "balances.csv: a.xml is not Fidelity's, and only Fidelity has balances apart; leave the "
       "balances file out"},
      {{stock, {"unknown.txt", "hello\n"}, {"empty.csv", ""}},
       "unknown.txt: " + import_file({"unknown.txt", "hello\n"}, {}).refused[0].what +
           " | empty.csv: the file is empty; export it again"},
      {{}, ": there is no file to import"}};
  for (const Row& row : table) EXPECT_EQ(all_refused(row.files), row.refused);
}

TEST(ImportFiles, BalancesOnTheSideCountAsOne) {
  ImportOptions options;
  options.balances = balances;
  EXPECT_EQ(account_line(import_files({stock}, options).value.account),
            "fidelity-z1 margin 2026-11-20 USD cash -1000.00 USD");
  EXPECT_EQ(all_refused({stock, {"b.csv", balances.bytes + "\n"}}, options),
            "b.csv: it holds balances, and so does balances.csv; give the one that belongs to the "
            "positions");
}

}  // namespace
}  // namespace plimsoll::io
