#include "engine/risk_arrays.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "io/toml.hpp"
#include "market/clearing/file_for_tests.hpp"

namespace plimsoll::engine {
namespace {

using clearing::testing::small_file;

TEST(RiskArrays, AContractWithoutParametersStaysWithoutAndSaysWhy) {
  clearing::RiskFile file = small_file();
  const std::vector<clearing::Index> all{0, 1, 2, 3};
  const auto errors = generate_arrays(file, all);
  ASSERT_EQ(errors.size(), 1u) << "those that have an array keep it";
  EXPECT_EQ(errors[0].where, "YY FUT 202512");
  EXPECT_FALSE(errors[0].what.empty());
  EXPECT_EQ(file.contracts[3].arrays, 0);
  EXPECT_EQ(file.arrays.size(), 3u);
}

TEST(RiskArrays, AFutureIsMadeFromItsScanRange) {
  clearing::RiskFile file = small_file();
  clearing::Contract& contract = file.contracts[3];
  contract.price = Decimal{1000};
  clearing::SeriesTerms terms;
  terms.product = contract.product, terms.future_month = contract.month;
  terms.price_scan = 60, terms.extreme_multiplier = 3, terms.extreme_cover = 0.33;
  file.terms = {terms};
  contract.terms = 0;
  const std::vector<clearing::Index> place{3};
  const auto errors = generate_arrays(file, place);
  ASSERT_TRUE(errors.empty()) << errors[0].what;
  const clearing::Contract& made = file.contracts[3];
  ASSERT_EQ(made.arrays, 1);
  EXPECT_TRUE(file.arrays[made.array].generated);
  EXPECT_EQ(abs(value_of(file.arrays[made.array], 10)), Decimal{60});
}

TEST(RiskArrays, OfAUsersOwnList) {
  std::ifstream stream{PLIMSOLL_SOURCE_DIR "/examples/span/arrays.toml"};
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  const auto tree = io::read_toml(text, "arrays.toml");
  ASSERT_TRUE(tree);
  const auto arrays = listed_arrays(*tree, "arrays.toml");
  ASSERT_TRUE(arrays) << arrays.error().what;
  ASSERT_FALSE(arrays->empty());
  for (const ListedArray& one : *arrays) {
    EXPECT_FALSE(one.name.empty());
    EXPECT_TRUE(one.array.generated);
    EXPECT_FALSE(one.caveats.empty()) << one.name;
  }
  EXPECT_FALSE(listed_arrays(Node{}, "mine.toml"));
}

}  // namespace
}  // namespace plimsoll::engine
