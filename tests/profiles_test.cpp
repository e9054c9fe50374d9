// The security lists, rate schedules and rate paths the program carries: every file decodes, and
// what they say of the names everybody holds and of what brokers published.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "io/toml.hpp"
#include "market/rate_path.hpp"
#include "market/rate_schedule.hpp"
#include "market/resolve.hpp"
#include "market/securities.hpp"

namespace plimsoll {
namespace {

const std::filesystem::path root{PLIMSOLL_SOURCE_DIR};
constexpr Date day = 2026y / November / 20;

std::vector<std::filesystem::path> files(const char* folder = "profiles/securities") {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator{root / folder})
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

RateScheduleList all_rates() {
  RateScheduleList list;
  for (const auto& path : files("profiles/rates")) {
    auto schedule = rate_schedule(tree_of(path), path.filename().string());
    EXPECT_TRUE(schedule) << schedule.error().where << ": " << schedule.error().what;
    if (!schedule) continue;
    EXPECT_FALSE(schedule->about.source.empty()) << path << " does not say where it is from";
    EXPECT_TRUE(path.stem().string().starts_with(schedule->about.name)) << path;
    const auto added = list.add(*std::move(schedule));
    EXPECT_TRUE(added) << added.error().what;
  }
  return list;
}

TEST(RateProfiles, ComeToTheRatesThatWerePublished) {
  struct Row {
    const char* name;
    Date day;
    Decimal base;
    std::vector<const char*> rates;  // of each tier in order, per cent; empty: not said
  };
  const RateScheduleList list = all_rates();
  for (const Row& row : std::vector<Row>{
           {"ibkr-pro-usd", 2026y / August / 7, 0.0363_d, {"5.13", "4.63", "4.38", "4.13", "5.13"}},
           {"fidelity-usd",
            2018y / June / 1,
            0.08325_d,
            {"9.575", "9.075", "8.125", "8.075", "7.825", "5.50", "5.25"}},
           {"fidelity-usd", 2023y / July / 28, 0.12325_d, {"13.575", "", "9.25"}},
           {"fidelity-usd", 2026y / November / 20, 0.10575_d, {"11.825", ""}},
           {"schwab-usd",
            2020y / March / 23,
            0.065_d,
            {"8.325", "7.825", "6.875", "6.825", "6.575", ""}},
           {"schwab-usd",
            2024y / June / 1,
            0.1175_d,
            {"13.575", "13.075", "12.125", "12.075", "11.825", ""}},
           {"m1-usd", 2026y / February / 1, 0.0565_d, {"5.65"}}}) {
    const auto schedule = list.find(row.name, row.day);
    ASSERT_TRUE(schedule) << schedule.error().what;
    EXPECT_EQ(schedule->base_rate.value_or(row.base), row.base) << row.name;
    ASSERT_EQ(schedule->tiers.size(), row.rates.size()) << row.name;
    for (std::size_t i = 0; i < row.rates.size(); ++i) {
      const auto& spread = schedule->tiers[i].spread;
      ASSERT_EQ(spread.has_value(), *row.rates[i] != '\0') << row.name << " " << i;
      if (spread) {
        EXPECT_EQ(multiply(row.base + *spread, 100_d, Round::half_even),
                  parse_decimal(row.rates[i]).value())
            << row.name << " " << i;
      }
    }
  }
}

TEST(RateProfiles, NameHousesThereAre) {
  for (const RateSchedule& schedule : all_rates().all()) {
    EXPECT_EQ(schedule.house.empty(), schedule.about.name == "m1-usd") << schedule.about.name;
    if (schedule.house.empty()) continue;
    const auto profile = root / "profiles/house" / (schedule.house + ".toml");
    EXPECT_TRUE(std::filesystem::exists(profile)) << schedule.about.file;
  }
}

TEST(RateProfiles, PathsRiseAsFarAsTheyDid) {
  struct Row {
    const char* name;
    Decimal total;
    std::size_t changes;
    int months;
  };
  std::size_t at = 0;
  const std::vector<Row> rows{{"fed-2004-2006", 0.0425_d, 17, 24},
                              {"fed-2015-2018", 0.0225_d, 9, 37},
                              {"fed-2022-2023", 0.0525_d, 11, 17}};
  for (const auto& path : files("profiles/paths")) {
    const auto read = rate_path(tree_of(path), path.filename().string());
    ASSERT_TRUE(read) << read.error().where << ": " << read.error().what;
    ASSERT_LT(at, rows.size()) << path << " is not in this test";
    const Row& row = rows[at++];
    EXPECT_EQ(read->about.name, row.name);
    EXPECT_EQ(read->about.name, path.stem().string());
    EXPECT_EQ(read->about.effective_from, read->first());
    EXPECT_EQ(read->total(), row.total) << row.name;
    EXPECT_EQ(read->changes.size(), row.changes) << row.name;
    EXPECT_EQ(read->months(), row.months) << row.name;
  }
  EXPECT_EQ(at, rows.size());
}

}  // namespace
}  // namespace plimsoll
