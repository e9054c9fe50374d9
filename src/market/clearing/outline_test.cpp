#include "market/clearing/outline.hpp"

#include <gtest/gtest.h>

#include "market/clearing/file_for_tests.hpp"

namespace plimsoll::clearing {
namespace {

TEST(Outline, CountsWhatIsThere) {
  const FileOutline outline = outline_of(testing::small_file());
  EXPECT_EQ(outline.exchanges, std::vector{Code{"XYZ"}});
  EXPECT_EQ(outline.records, 6u);
  EXPECT_EQ(outline.unknown_records, 2u);
  EXPECT_EQ(outline.contracts, 4u);
  EXPECT_EQ(outline.without_array, 1u);
  EXPECT_EQ(outline.without_price, 1u);
  EXPECT_EQ(outline.unlinked, 0u);
  EXPECT_EQ(outline.scanning_spreads, 1u);
  ASSERT_EQ(outline.commodities.size(), 2u);
  EXPECT_EQ(outline.commodities[0].contracts, 3u);
  EXPECT_EQ(outline.commodities[0].tiers, 1u);
  EXPECT_EQ(outline.commodities[0].calendar_spreads, 1u);
  EXPECT_EQ(outline.commodities[0].short_option_rates, std::vector{Decimal{50}});
  EXPECT_EQ(outline.commodities[1].contracts, 1u);
}

TEST(Outline, AContractOfNoCommodityIsCounted) {
  RiskFile file = testing::small_file();
  file.commodities.pop_back();
  EXPECT_EQ(outline_of(file).unlinked, 1u);
  EXPECT_EQ(outline_of(RiskFile{}).contracts, 0u);
}

TEST(Outline, ContractsByProductAndMonth) {
  const RiskFile file = testing::small_file();
  struct Row {
    const char *product, *month;
    std::vector<Index> chosen;
  };
  for (const Row& row : {
           Row{"", "", {0, 1, 2, 3}},
           Row{"ZZ", "", {0, 1}},
           Row{"ZZ", "202512", {1}},
           Row{"", "202512", {1, 2, 3}},
           Row{"OZ", "202511", {2}},
           Row{"OZ", "202511W1", {2}},
           Row{"OZ", "202511W2", {}},
           Row{"zz", "", {}},
       })
    EXPECT_EQ(contracts_chosen(file, contract_filter(row.product, row.month).value()), row.chosen)
        << row.product << " " << row.month;
}

TEST(Outline, RefusesWhatIsNoMonth) {
  for (const char* month : {"2025", "202513", "202500", "2025-12", "202512W", "202512w1", "Dec 25"})
    EXPECT_TRUE(contract_filter("", month).error().what.contains("is not a contract month"))
        << month;
  EXPECT_FALSE(contract_filter(std::string(33, 'A'), ""));
}

TEST(Outline, KeysAreReadable) {
  const RiskFile file = testing::small_file();
  EXPECT_EQ(key_text(file, file.contracts[1]), "ZZ FUT 202512");
  EXPECT_EQ(key_text(file, file.contracts[2]), "OZ OOF 202511W1 P 3600 on 202512");
  EXPECT_EQ(to_text(Month{}), "");
}

}  // namespace
}  // namespace plimsoll::clearing
