#include "methods/span/contract_terms.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

const RiskFiles files{testing::two_commodities().built()};

TEST(ContractTerms, AreTheFiles) {
  Instrument future = testing::future("YY", testing::december, 1).instrument;
  const auto terms = contract_terms(future, files);
  ASSERT_TRUE(terms);
  EXPECT_EQ(terms->value_factor, 50_d);
  EXPECT_EQ(terms->settlement, 95.5_d);
  EXPECT_TRUE(terms->settled_daily);
  complete(future, *terms);
  EXPECT_EQ(std::get<Future>(future).multiplier, 50_d);
  EXPECT_EQ(std::get<Future>(future).currency, usd);
}

TEST(ContractTerms, OptionsSayHowTheyArePaid) {
  Instrument option = testing::option(Right::call, 3600_d, 1).instrument;
  const auto terms = contract_terms(option, files);
  ASSERT_TRUE(terms);
  EXPECT_FALSE(terms->settled_daily);
  complete(option, *terms);
  EXPECT_FALSE(std::get<FutureOption>(option).settled_daily);
  EXPECT_EQ(std::get<FutureOption>(option).future.multiplier, 100_d);
}

TEST(ContractTerms, WhatTheAccountStatesStays) {
  Future stated{InstrumentId{"YYZ5"}, InstrumentId{"YY"}, {}, testing::december, 7_d};
  Instrument future = stated;
  complete(future, *contract_terms(future, files));
  EXPECT_EQ(std::get<Future>(future).multiplier, 7_d);
}

TEST(ContractTerms, NothingOfWhatNoFileHolds) {
  EXPECT_FALSE(contract_terms(testing::future("QQ", testing::december, 1).instrument, files));
  EXPECT_FALSE(contract_terms(Stock{.id = InstrumentId{"AAPL"}}, files));
}

}  // namespace
}  // namespace plimsoll::span
