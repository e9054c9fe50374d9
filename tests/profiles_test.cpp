// The security lists the program carries: every file decodes, and what they say of the names
// everybody holds.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "io/toml.hpp"
#include "market/resolve.hpp"
#include "market/securities.hpp"

namespace plimsoll {
namespace {

const std::filesystem::path root{PLIMSOLL_SOURCE_DIR};
constexpr Date day = 2026y / November / 20;

std::vector<std::filesystem::path> files() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator{root / "profiles/securities"})
    if (entry.path().extension() == ".toml") found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

Node tree_of(const std::filesystem::path& path) {
  std::ifstream stream{path, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  auto node = io::read_toml(text, path.filename().string());
  EXPECT_TRUE(node.has_value()) << node.error().where << ": " << node.error().what;
  return node.value_or(Node{});
}

SecurityList all_lists() {
  SecurityList lists;
  for (const auto& path : files()) {
    const auto added = lists.add(tree_of(path), path.filename().string());
    EXPECT_TRUE(added.has_value()) << added.error().where << ": " << added.error().what;
  }
  return lists;
}

TEST(Profiles, EveryFileDecodesAndSaysWhereItIsFrom) {
  EXPECT_GE(files().size(), 5u);
  for (const auto& path : files()) {
    const Node tree = tree_of(path);
    for (const char* key : {"schema", "name", "source", "retrieved", "effective_from", "grade"}) {
      const Node* node = tree.find(key);
      ASSERT_NE(node, nullptr) << path << " lacks " << key;
      EXPECT_FALSE(node->text.empty()) << path << ": " << key;
    }
    EXPECT_EQ(tree.find("name")->text, path.stem().string());
    EXPECT_LE(parse_date(tree.find("effective_from")->text).value(),
              parse_date(tree.find("retrieved")->text).value())
        << path << " speaks of days it cannot know";
  }
  EXPECT_GT(all_lists().size(), 300u);
}

TEST(Profiles, LeveragedProductsHaveTheirMultiple) {
  struct Row {
    const char* symbol;
    Decimal leverage;
  };
  const SecurityList lists = all_lists();
  for (const auto& [symbol, leverage] :
       {Row{"UPRO", 3_d}, Row{"TQQQ", 3_d}, Row{"SOXL", 3_d}, Row{"SSO", 2_d}, Row{"SH", -(1_d)},
        Row{"SDS", -(2_d)}, Row{"SQQQ", -(3_d)}, Row{"SOXS", -(3_d)}, Row{"UVXY", 1.5_d},
        Row{"NVDL", 2_d}, Row{"FNGU", 3_d}}) {
    const ListedSecurity* listed = lists.find(symbol, day);
    ASSERT_NE(listed, nullptr) << symbol;
    EXPECT_EQ(listed->description.leverage, leverage) << symbol;
  }
}

TEST(Profiles, IndexOptionsOfTheFirstYearsOfPortfolioMarginAreThemselves) {
  const SecurityList lists = all_lists();
  for (const Date when : {Date{2005y / July / 1}, Date{2009y / December / 31}}) {
    for (const char* symbol : {"SPX", "NDX", "RUT", "MID", "DJIA"}) {
      const ListedSecurity* listed = lists.find(symbol, when);
      ASSERT_NE(listed, nullptr) << symbol;
      EXPECT_EQ(listed->description.style, "european") << symbol;
      EXPECT_EQ(listed->description.index_class, "broad") << symbol;
    }
    EXPECT_EQ(lists.find("OEX", when)->description.style, "american");
    EXPECT_EQ(lists.find("XEO", when)->description.style, "european");
    EXPECT_EQ(lists.find("XSP", when)->description.underlying_scale, 10_d);
    EXPECT_EQ(lists.find("DJX", when)->description.underlying_scale, 100_d);
    EXPECT_EQ(lists.find("SPY", when)->description.reference, "SPX");
    EXPECT_EQ(lists.find("SPX", Date{2005y / June / 30}), nullptr);
  }
  EXPECT_EQ(lists.find("SPX", Date{2010y / January / 1})->list, "index-options");
}

TEST(Profiles, OptionRootsLeadToTheirIndex) {
  struct Row {
    const char* symbol;
    const char* underlying;
    Decimal scale;
    Style style;
  };
  AccountDraft draft;
  draft.as_of = day;
  const SecurityList lists = all_lists();
  for (const auto& [symbol, underlying, scale, style] :
       {Row{"SPX261218C06000000", "SPX", 1_d, Style::european},
        Row{"SPXW261218C06000000", "SPX", 1_d, Style::european},
        Row{"XSP261218C00600000", "SPX", 10_d, Style::european},
        Row{"NDXP261218C25000000", "NDX", 1_d, Style::european},
        Row{"XND261218C00250000", "NDX", 100_d, Style::european},
        Row{"NQX261218C05000000", "NDX", 5_d, Style::european},
        Row{"RUTW261218C02400000", "RUT", 1_d, Style::european},
        Row{"MRUT261218C00240000", "RUT", 10_d, Style::european},
        Row{"DJX261218C00460000", "DJIA", 100_d, Style::european},
        Row{"OEX261218C03300000", "OEX", 1_d, Style::american},
        Row{"XEO261218C03300000", "OEX", 1_d, Style::european},
        Row{"VIXW261218C00020000", "VIX", 1_d, Style::european}}) {
    draft.positions = {{.symbol = symbol,
                        .quantity = Quantity::of(1),
                        .average_cost = {},
                        .trade_price = {},
                        .trade_date = {},
                        .lots = {},
                        .where = "row"}};
    const auto answer = resolve(draft, lists, Strictness::strict);
    ASSERT_TRUE(answer.refused.empty()) << symbol << ": " << answer.refused[0].what;
    const auto& option = std::get<ListedOption>(answer.value.account.positions.at(0).instrument);
    EXPECT_EQ(option.underlying.view(), underlying) << symbol;
    EXPECT_EQ(option.underlying_scale, scale) << symbol;
    EXPECT_EQ(option.style, style) << symbol;
    EXPECT_EQ(option.multiplier, 100_d) << symbol;
    const Instrument* index = described(answer.value.account, option.underlying);
    ASSERT_NE(index, nullptr);
    EXPECT_EQ(std::get<Index>(*index).index_class == IndexClass::narrow,
              option.underlying == InstrumentId{"VIX"})
        << symbol;
  }
}

TEST(Profiles, EveryIndexThatAFundTracksAndOptionsAreOnIsOneSymbol) {
  // Funds cover index options only where their reference is the options' underlying.
  const SecurityList lists = all_lists();
  for (const auto& [fund, index] : {std::pair{"SPY", "SPX"},
                                    {"VOO", "SPX"},
                                    {"QQQ", "NDX"},
                                    {"IWM", "RUT"},
                                    {"DIA", "DJIA"},
                                    {"OEF", "OEX"},
                                    {"UPRO", "SPX"}}) {
    const ListedSecurity* listed = lists.find(fund, day);
    ASSERT_NE(listed, nullptr) << fund;
    EXPECT_EQ(listed->description.reference, index) << fund;
    EXPECT_EQ(listed->description.index_class, "broad") << fund;
    const ListedSecurity* tracked = lists.find(index, day);
    ASSERT_NE(tracked, nullptr) << index;
    EXPECT_EQ(tracked->description.type, "index");
  }
}

TEST(Profiles, CashFundsAreMoneyMarketFunds) {
  const SecurityList lists = all_lists();
  for (const char* symbol : {"SPAXX", "FDRXX", "FZFXX", "VMFXX", "SWVXX"}) {
    ASSERT_NE(lists.find(symbol, day), nullptr) << symbol;
    EXPECT_EQ(lists.find(symbol, day)->description.type, "money_market") << symbol;
  }
}

}  // namespace
}  // namespace plimsoll
