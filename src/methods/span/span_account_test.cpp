// The method as a whole: what is refused, gross accounts, currencies, equity, numbers from
// elsewhere.

#include <gtest/gtest.h>

#include "methods/span/span.hpp"
#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::account, testing::december, testing::FileBuilder, testing::future, testing::option,
    testing::parameters, testing::two_commodities;

constexpr Currency eur{"EUR"};

Result<Answer<Money>> answered(const Account& account, const Parameters& given = parameters(),
                               const MarketSnapshot& market = {}) {
  return Span{given}.compute(account, market);
}

TEST(SpanAccount, WithoutAFileIsNotCovered) {
  const auto none = answered(account({}), Parameters{.policies = {testing::whole_numbers()}});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().reason, Reason::not_covered);
}

TEST(SpanAccount, FilesOfSeveralDaysAreRefused) {
  FileBuilder other = two_commodities();
  other.file.day = Date{2025y / September / 15};
  Parameters given = parameters();
  given.files.push_back(other.built());
  const auto none = answered(account({}), given);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().reason, Reason::bad_input);
  EXPECT_NE(none.error().what.find("2025-09-15"), std::string::npos);
}

TEST(SpanAccount, BeforeSpanThereIsNone) {
  Account early = account({});
  early.as_of = Date{1988y / December / 15};
  EXPECT_FALSE(answered(early));
  early.as_of = Date{1988y / December / 16};
  EXPECT_TRUE(answered(early));
}

TEST(SpanAccount, NamesWhatItDoesNotKnow) {
  const auto answer = answered(account({future("QQ", december, 1), future("ZZ", december, 1)}));
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->refused.size(), 1u);
  EXPECT_FALSE(answer->complete());
  EXPECT_EQ(answer->maintenance, 12'000_usd);
}

TEST(SpanAccount, OfAGrossAccountEveryPositionStandsAlone) {
  Account gross =
      account({future("ZZ", december, 2), future("ZZ", december, -1), future("YY", december, -1)});
  gross.positions[1].holding = Holding::margin;
  EXPECT_EQ(answered(gross)->maintenance, 7'500_usd);  // one and one, half credited
  gross.bond.gross = true;
  EXPECT_EQ(answered(gross)->maintenance, 39'000_usd);
}

FileBuilder in_euro() {
  FileBuilder builder = two_commodities();
  builder.file.commodities[1].currency = eur;
  return builder;
}

TEST(SpanAccount, AddsUpInTheAccountsCurrency) {
  const Account held = account({future("ZZ", december, 1), future("YY", december, 1)});
  MarketSnapshot market;
  market.currencies[eur] = 1.25_d;
  EXPECT_EQ(answered(held, parameters(in_euro()), market)->maintenance, 15'750_usd);
  FileBuilder with_rate = in_euro();
  with_rate.file.conversions = {{usd, eur, 0.8_d}};
  EXPECT_EQ(answered(held, parameters(with_rate))->maintenance, 15'750_usd);
  const auto explained = Span{parameters(with_rate)}.explain(held, {});
  EXPECT_EQ(testing::wrong_steps(explained->maintenance), 0u);
  const auto missing = answered(held, parameters(in_euro()));
  ASSERT_FALSE(missing);
  EXPECT_NE((missing.error().what + missing.error().where).find("EUR"), std::string::npos);
}

// The call is worth 12,000, of which 7,600 meet its own risk.
TEST(SpanAccount, SurplusOptionValueMeetsOtherRiskUnlessLimited) {
  const Account held = account({option(Right::call, 3600_d, 1), future("YY", december, 2)});
  FileBuilder apart = two_commodities();
  apart.file.inter_spreads.clear();
  EXPECT_EQ(answered(held, parameters(apart))->maintenance, 1'600_usd);
  apart.file.limit_option_value = true;
  EXPECT_EQ(answered(held, parameters(apart))->maintenance, 6'000_usd);
}

TEST(SpanAccount, EquityIsCashAndOpenGains) {
  Account held = account({future("ZZ", december, 1), option(Right::call, 3600_d, 1)});
  held.positions[0].average_cost = 3'590_usd_each;
  const auto answer = answered(held);
  EXPECT_EQ(answer->equity, 101'000_usd);
  EXPECT_EQ(answer->net_liquidation, 113'000_usd);
  held.cash.reset();
  EXPECT_EQ(answered(held)->equity, std::nullopt);
}

TEST(SpanAccount, ANumberFromElsewhereIsTakenAsGiven) {
  Account held = account({future("ZZ", december, 1), future("YY", december, 1)});
  held.positions[0].average_cost = 3'590_usd_each;
  held.bond.external = {{InstrumentId{"CC-ZZ"}, 5'000_usd, 5'500_usd}};
  held.bond.external_source = "CORE";
  const auto part = answered(held);
  EXPECT_EQ(part->maintenance, 8'000_usd);
  EXPECT_EQ(part->initial, 8'800_usd);
  EXPECT_EQ(part->equity, 101'000_usd) << "it has gained all the same";
  held.bond.external = {{{}, 7'000_usd, {}}};
  const auto whole = answered(held);
  EXPECT_EQ(whole->maintenance, 7'000_usd);
  EXPECT_EQ(whole->initial, 7'000_usd);
}

TEST(SpanAccount, ANumberFromElsewhereForWhatIsNotHeldIsSaid) {
  Account held = account({future("ZZ", december, 1)});
  held.bond.external = {{InstrumentId{"CC-QQ"}, 5'000_usd, {}}};
  held.bond.external_source = "CORE";
  const auto answer = answered(held);
  EXPECT_EQ(answer->maintenance, 17'000_usd);
  const auto is_said = [](const Caveat& caveat) {
    return caveat.text.find("CC-QQ, of which nothing is held") != std::string::npos;
  };
  EXPECT_TRUE(std::ranges::any_of(answer->caveats, is_said));
  held.bond.external[0].commodity = InstrumentId{"CC-ZZ"};
  EXPECT_FALSE(std::ranges::any_of(answered(held)->caveats, is_said));
}

TEST(SpanAccount, GroupsNameTheirPositions) {
  const auto answer = answered(account(
      {future("ZZ", december, 1), option(Right::call, 3600_d, 1), future("YY", december, 1)}));
  ASSERT_EQ(answer->groups.size(), 2u);
  EXPECT_EQ(answer->groups[0].legs.size(), 2u);
  EXPECT_EQ(answer->groups[1].legs.size(), 1u);
}

TEST(SpanAccount, SumsAloneAreTheSame) {
  Parameters brief = parameters();
  brief.told = AnswerTold::sums;
  const Account held = account({future("ZZ", december, 1), future("YY", december, -1)});
  const auto sums = answered(held, brief);
  EXPECT_EQ(sums->maintenance, answered(held)->maintenance);
  EXPECT_TRUE(sums->detail.children.empty());
}

// Each of them is reckoned alone, against every definition of a spread.
TEST(SpanAccount, ALargeGrossAccountAddsUp) {
  FileBuilder builder = two_commodities();
  builder.file.inter_spreads.assign(2'000, builder.file.inter_spreads[0]);
  for (clearing::InterSpread& spread : builder.file.inter_spreads)
    spread.legs[0].commodity = spread.legs[1].commodity = clearing::Code{"OTHER"};
  std::vector<Position> positions;
  for (int i = 0; i < 2'000; ++i) {
    positions.push_back(future("ZZ", december, 1));
    std::get<Future>(positions.back().instrument).id = InstrumentId{std::to_string(i)};
  }
  Account gross = account(positions);
  gross.bond.gross = true;
  EXPECT_EQ(answered(gross, parameters(builder))->maintenance, 24'000'000_usd);
}

}  // namespace
}  // namespace plimsoll::span
