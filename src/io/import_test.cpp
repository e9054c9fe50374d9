#include "io/import.hpp"

#include <gtest/gtest.h>

#include "tests/import_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

TEST(Import, TellsFormatsFromTheirContent) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"fidelity/margin.csv", "Fidelity positions CSV"},
      {"fidelity/lower_case.csv", "Fidelity positions CSV"},
      {"schwab/margin.csv", "Schwab positions CSV"},
      {"schwab/older_heading.csv", "Schwab positions CSV"},
      {"vanguard/holdings_and_transactions.csv", "Vanguard holdings CSV"},
      {"ibkr_flex/margin.xml", "Interactive Brokers Flex query XML"},
      {"ibkr_activity/margin.csv", "Interactive Brokers activity statement CSV"},
      {"positions_csv/minimal.csv", "plimsoll positions CSV"}};
  ImportOptions options;
  options.as_of = Date{2026y / November / 20};
  for (const auto& [name, recognised] : table)
    EXPECT_EQ(import_file(fixture(name), options).value.recognised, recognised) << name;
}

TEST(Import, SaysWhatAnUnknownFileIsNot) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"unknown.csv", "unknown.csv no known format. Looked for: Fidelity"},
      {"account.json", "account.json this is JSON"},
      {"statement.ofx", "statement.ofx this is OFX"},
      {"other.xml", "other.xml XML, but no Flex query"},
      {"fidelity/utf16.csv", "utf16.csv the file is UTF-16 text"},
      {"fidelity/empty.csv", "empty.csv the file is empty"}};
  for (const auto& [name, start] : table) {
    const auto [imported, refused] = import_file(fixture(name), {});
    ASSERT_EQ(refused.size(), 1u) << name;
    EXPECT_EQ((refused[0].where + " " + refused[0].what).substr(0, start.size()), start);
    EXPECT_EQ(row_count(imported), "0 read + 0 skipped + 0 refused = 0");
  }
}

TEST(Import, ReadsAsTheBrokerNamed) {
  ImportOptions options;
  options.broker = "Schwab";
  EXPECT_EQ(refused_lines(import_file(fixture("schwab/no_title.csv"), options).refused),
            Lines{"no_title.csv the file does not say of which day it is"});
  options.broker = "robinhood";
  EXPECT_EQ(refused_lines(import_file(fixture("schwab/margin.csv"), options).refused),
            Lines{"--broker \"robinhood\" is no broker"});
  EXPECT_EQ(brokers(),
            (Lines{"fidelity", "ibkr-activity", "ibkr-flex", "plimsoll", "schwab", "vanguard"}));
}

TEST(Import, TheWrongBrokerIsRefusedAndNothingIsLost) {
  ImportOptions options;
  options.as_of = Date{2026y / November / 20};
  for (const std::string& broker : brokers())
    for (const std::string name :
         {"fidelity/margin.csv", "schwab/all_accounts.csv", "vanguard/bad_rows.csv",
          "ibkr_flex/margin.xml", "ibkr_activity/margin.csv", "positions_csv/full.csv"}) {
      options.broker = broker;
      const auto [imported, refused] = import_file(fixture(name), options);
      EXPECT_EQ(imported.rows_read + imported.skipped.size() + imported.rows_refused,
                imported.rows_total)
          << broker << " " << name;
      EXPECT_GE(refused.size(), imported.rows_refused);
    }
}

TEST(Import, ATenMegabyteFieldIsOneRefusedRow) {
  Input file = fixture("fidelity/margin.csv");
  const std::string row = "Z90000001,x,KO," + std::string(10'000'000, 'x') + ",1,$70.00\r\n";
  file.bytes.insert(file.bytes.find("Z90000001"), row);
  const auto [imported, refused] = import_file(file, {});
  EXPECT_EQ(refused_lines(refused), Lines{"margin.csv:2 a field longer than 64 KB"});
  EXPECT_EQ(row_count(imported), "9 read + 1 skipped + 1 refused = 11");
}

/// What a file that was cut short may still do: be refused, say that nothing shows it is whole, or
/// hold nothing that the whole file does not hold.
bool is_honest(const Loaded<Imported>& cut, const Imported& whole) {
  const auto& [imported, refused] = cut;
  if (!refused.empty()) return true;
  for (const std::string& note : imported.notes)
    if (note.find("nothing shows whether") != std::string::npos ||
        note.find("cash is known as one total") != std::string::npos)
      return true;
  const Lines known = position_lines(whole);
  for (const std::string& line : position_lines(imported))
    if (std::ranges::find(known, line) == known.end()) return false;
  return !imported.account.cash || account_line(imported.account) == account_line(whole.account);
}

TEST(Import, AFileCutShortAnywhereIsRefusedOrSaysSo) {
  ImportOptions options;
  options.as_of = Date{2026y / November / 20};
  for (const std::string name :
       {"fidelity/margin.csv", "fidelity/bonds_and_funds.csv", "schwab/margin.csv",
        "schwab/older_heading.csv", "vanguard/holdings_and_transactions.csv",
        "ibkr_activity/margin.csv", "ibkr_flex/margin.xml"}) {
    Input file = fixture(name);
    const auto whole = import_file(file, options);
    ASSERT_TRUE(whole.refused.empty()) << name;
    // Nothing behind the heading is missing in the first cut; every byte is the end of one.
    for (std::size_t size = file.bytes.size() - 1; size > 0; --size) {
      file.bytes.resize(size);
      EXPECT_TRUE(is_honest(import_file(file, options), whole.value))
          << name << " cut to " << size << ": ..."
          << file.bytes.substr(size - std::min<std::size_t>(size, 60));
    }
  }
}

TEST(Import, TheFaultOfAnOnlyRowIsNamed) {
  const std::vector<std::pair<std::string, std::string>> headings{
      {"fidelity",
       "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Type\n"},
      {"schwab",
       "\"Positions for account Individual ...123 as of 04:05 PM ET, 2026/11/20\"\n"
       "\"Symbol\",\"Description\",\"Qty (Quantity)\",\"Price\",\"Mkt Val (Market Value)\"\n"},
      {"vanguard", "Account Number,Investment Name,Symbol,Shares,Share Price,Total Value,\n"},
      {"plimsoll", "as_of,symbol,quantity\n"},
      {"ibkr-activity",
       "Statement,Data,Period,\"November 20, 2026\"\n"
       "Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Value\n"}};
  const std::vector<std::pair<std::string, std::string>> faults{
      {std::string("a,b,K\0O,1\n", 10), "a NUL or another control character"},
      {"a,b," + std::string(10'000'000, 'x') + ",1\n", "a field longer than 64 KB"},
      {"a,b,\"never closed,1\n", "a quote that is never closed"}};
  ImportOptions options;
  options.as_of = Date{2026y / November / 20};
  for (const auto& [broker, heading] : headings)
    for (const auto& [row, fault] : faults) {
      const std::string line =
          std::to_string(std::ranges::count(heading, '\n') + 1);  // the first below the heading
      const auto [imported, refused] = import_file({"f.csv", heading + row}, options);
      EXPECT_EQ(refused_lines(refused), Lines{"f.csv:" + line + " " + fault}) << broker;
      EXPECT_TRUE(imported.account.positions.empty());
    }
}

}  // namespace
}  // namespace plimsoll::io
