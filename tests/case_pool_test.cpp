#include "tests/case_pool.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plimsoll::testing {
namespace {

using Words = std::vector<std::string>;

TEST(CasePool, BanksAreWhatTheDocumentsReaderMakesOfThem) {
  CasePool pool;
  ASSERT_TRUE(add_bank(Words{"bank", "SOL", "decimals", "9", "price", "10", "emode", "101/0.5/0.75",
                             "emode", "7/0.25/0.5"},
                       pool));
  ASSERT_TRUE(add_bank(Words{"bank", "USDC", "decimals", "6", "price", "1"}, pool));
  const auto made = pool_of(pool, "x.case");
  ASSERT_TRUE(made) << made.error().what;
  ASSERT_EQ((*made)->banks.size(), 2u);
  const Bank& sol = (*made)->banks.at(InstrumentId{"SOL"});
  EXPECT_EQ(sol.price, Fixed48::of(10));
  EXPECT_EQ(sol.liability_weight_init, Fixed48::of(1));
  ASSERT_EQ(sol.emode.size(), 2u);
  EXPECT_EQ(sol.emode[0].collateral_tag, 101);
  EXPECT_EQ(sol.emode[0].asset_weight_maint, parse_fixed48("0.75").value());
}

TEST(CasePool, RefusesWithThePlace) {
  CasePool pool;
  EXPECT_EQ(add_bank(Words{"bank", "SOL", "decimals"}, pool).error().what,
            "write: bank NAME key value ...");
  EXPECT_EQ(add_bank(Words{"bank", "SOL", "emode", "101/0.5"}, pool).error().what,
            "write: emode TAG/INIT/MAINT");
  EXPECT_EQ(add_bank(Words{"bank", "SOL", "price", "1", "price", "2"}, pool).error().what,
            "'price' stands twice");
  ASSERT_TRUE(add_bank(Words{"bank", "SOL", "decimals", "9", "price", "0"}, pool));
  EXPECT_EQ(add_bank(Words{"bank", "SOL", "decimals", "9"}, pool).error().what,
            "the bank 'SOL' stands twice");
  EXPECT_EQ(pool_of(pool, "x.case").error().where, "x.case#/banks/SOL/price");
  pool.protocol = "compound";
  EXPECT_EQ(pool_of(pool, "x.case").error().where, "x.case#/protocol");
}

TEST(CasePool, OfNoBanksThereIsNone) { EXPECT_EQ(pool_of({}, "x.case").value(), nullptr); }

TEST(CasePool, OfADocumentOfTheProject) {
  EXPECT_TRUE(pool_document("examples/lending/pool.json"));
  EXPECT_FALSE(pool_document("examples/lending/none.json"));
}

}  // namespace
}  // namespace plimsoll::testing
