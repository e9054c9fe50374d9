#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "methods/reg_t/rates.hpp"
#include "methods/reg_t/reg_t.hpp"

namespace plimsoll::reg_t {
namespace {

const RuleEntry* find(const std::vector<RuleEntry>& list, std::string_view name) {
  const auto found =
      std::ranges::find(list, name, [](const RuleEntry& entry) { return entry.name.text(); });
  return found == list.end() ? nullptr : &*found;
}

TEST(Rulebook, EveryRuleSaysWhereItStands) {
  const std::vector<RuleEntry> list = RegT::rulebook();
  std::set<std::string_view> names;
  for (const RuleEntry& entry : list) {
    EXPECT_TRUE(names.insert(entry.name.text()).second) << entry.name.text() << " stands twice";
    ASSERT_NE(entry.law, nullptr) << entry.name.text();
    EXPECT_FALSE(entry.law->source.empty());
    EXPECT_FALSE(entry.law->paragraph.empty());
    EXPECT_FALSE(entry.law->gist.empty());
    EXPECT_GT(entry.formula.line, 0u) << entry.name.text();
    EXPECT_TRUE(entry.formula.file.text().starts_with("src/methods/reg_t/")) << entry.name.text();
    EXPECT_EQ(entry.rows.empty(), entry.number.line == 0) << entry.name.text();
    const std::string_view numbers = entry.number.file.text();
    if (!entry.rows.empty()) {
      EXPECT_TRUE(numbers == "src/methods/reg_t/rates.hpp" ||
                  numbers == "src/methods/reg_t/ledger/rates.hpp")
          << entry.name.text();
    }
  }
}

TEST(Rulebook, RowsAreTheNumbersInForce) {
  const std::vector<RuleEntry> list = RegT::rulebook();
  const std::vector<std::tuple<std::string_view, std::string_view, std::string_view, std::string>>
      table{{"long stock, to open", "Regulation T", "12 CFR 220.12(a)", "1974-01-03 50%"},
            {"long stock, maintenance", "FINRA Rule 4210", "(c)(1)", "1974-01-03 25%"},
            {"short stock, to open", "Regulation T", "12 CFR 220.12(c)(1)", "1974-01-03 150%"},
            {"short stock, maintenance", "FINRA Rule 4210", "(c)(3)", "1974-01-03 30%"},
            {"short stock, least a share", "FINRA Rule 4210", "(c)(3)",
             "1974-01-03 5.00 USD a share"},
            {"low-priced short stock, least a share", "FINRA Rule 4210", "(c)(2)",
             "1974-01-03 2.50 USD a share"},
            {"short against the box", "FINRA Rule 4210", "(e)(1)", "1974-01-03 5%"},
            {"treasury, 10 to 20 years", "FINRA Rule 4210", "(e)(2)(A)", "2000-01-03 5%"},
            {"municipal bond", "FINRA Rule 4210", "(e)(2)(B)", "2000-01-03 7%"},
            {"long option over nine months", "FINRA Rule 4210", "(f)(2)(D)",
             "1988-06-06 100%, 2000-04-30 75%"},
            {"uncovered option on an equity or narrow index", "FINRA Rule 4210", "(f)(2)(E)(i)",
             "1988-06-06 20%"},
            {"uncovered option on a broad index or a fund on one", "FINRA Rule 4210",
             "(f)(2)(E)(i)", "1988-06-06 15%"},
            {"uncovered option, at least", "FINRA Rule 4210", "(f)(2)(E)(i)", "1988-06-06 10%"},
            {"conversion, of the exercise price", "FINRA Rule 4210", "(f)(2)(H)(v)b",
             "2000-04-30 10%"},
            {"reverse conversion, of the exercise price", "FINRA Rule 4210", "(f)(2)(H)(v)c",
             "2000-04-30 10%"},
            {"collar, of the put's exercise price", "FINRA Rule 4210", "(f)(2)(H)(v)d",
             "2000-04-30 10%"},
            {"spread of any number of legs", "FINRA Rule 4210", "(f)(2)(H)(i), (f)(2)(A)(xxxii)",
             "2012-10-26 100%"},
            {"long European box, of the difference", "FINRA Rule 4210", "(f)(2)(H)(v)e",
             "2000-04-30 50%"}};
  for (const auto& [name, source, paragraph, rows] : table) {
    const RuleEntry* entry = find(list, name);
    ASSERT_NE(entry, nullptr) << name;
    EXPECT_EQ(entry->law->source.text(), source) << name;
    EXPECT_EQ(entry->law->paragraph.text(), paragraph) << name;
    std::string said;
    for (const RuleRow& row : entry->rows)
      said += (said.empty() ? "" : ", ") + to_text(row.since) + " " + row.value;
    EXPECT_EQ(said, rows) << name;
  }
}

TEST(Rulebook, FormulasWithoutANumberAreListedToo) {
  const std::vector<RuleEntry> list = RegT::rulebook();
  for (const char* name : {"covered call", "covered put", "bond held and owed",
                           "uncovered put, at most its exercise price",
                           "short straddle or strangle", "cash account, put sold"}) {
    const RuleEntry* entry = find(list, name);
    ASSERT_NE(entry, nullptr) << name;
    EXPECT_TRUE(entry->rows.empty()) << name;
  }
}

TEST(Rulebook, FirstDaysThatAreOnlyKnownToBeInForceSaySo) {
  const std::vector<RuleEntry> list = RegT::rulebook();
  EXPECT_EQ(find(list, "spread of any number of legs")->rows.at(0).first_day, FirstDay::known);
  EXPECT_EQ(find(list, "long stock, maintenance")->rows.at(0).first_day, FirstDay::at_least_since);
}

}  // namespace
}  // namespace plimsoll::reg_t
