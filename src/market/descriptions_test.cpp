#include "market/descriptions.hpp"

#include <gtest/gtest.h>

#include "market/list_for_tests.hpp"

namespace plimsoll {
namespace {

Description said(const char* symbol, const char* type) {
  Description description;
  description.symbol = symbol;
  description.type = type;
  description.where = std::string{"account.json#/instruments/"} + symbol;
  return description;
}

AccountDraft draft_of(std::vector<Description> instruments,
                      std::vector<const char*> positions = {}) {
  AccountDraft draft;
  draft.as_of = 2026y / November / 20;
  draft.instruments = std::move(instruments);
  for (const char* symbol : positions) draft.positions.emplace_back().symbol = symbol;
  return draft;
}

const SecurityList lists = testing::well_known();

Description option_described(const AccountDraft& draft, const char* symbol) {
  const OsiSymbol osi = parse_osi(symbol).value();
  return Descriptions{draft, lists}.of_option(osi_id(osi), osi).value();
}

TEST(Descriptions, TheAccountIsBelievedBeforeTheLists) {
  Description upro = said("UPRO", "etf");
  upro.leverage = 2_d;
  const AccountDraft draft = draft_of({upro});
  const Descriptions descriptions{draft, lists};
  const Description merged = descriptions.of(InstrumentId{"UPRO"}).value();
  EXPECT_EQ(merged.leverage, 2_d);
  EXPECT_EQ(merged.reference, "SPX");  // the list knows the rest
  EXPECT_EQ(descriptions.of(InstrumentId{"SPAXX"})->type, "money_market");
  EXPECT_TRUE(descriptions.of(InstrumentId{"AAPL"})->type.empty());
}

TEST(Descriptions, ListsDatedAfterTheAccountAreNotRead) {
  AccountDraft draft = draft_of({});
  draft.as_of = 2019y / December / 31;
  EXPECT_TRUE(Descriptions(draft, lists).of(InstrumentId{"UPRO"})->type.empty());
}

TEST(Descriptions, AnOptionIsDescribedByItsSymbolThenItsRootThenTheLists) {
  Description exact = said("XSP261218P00600000", "option");
  exact.multiplier = 10_d;
  Description root = said("XSP", "option");
  root.multiplier = 50_d;
  root.style = "american";
  const Description merged = option_described(draft_of({exact, root}), "XSP261218P00600000");
  EXPECT_EQ(merged.multiplier, 10_d);
  EXPECT_EQ(merged.style, "american");
  EXPECT_EQ(merged.underlying, "SPX");
  EXPECT_EQ(merged.underlying_scale, 10_d);
  const Description other = option_described(draft_of({exact, root}), "XSP261218P00610000");
  EXPECT_EQ(other.multiplier, 50_d);
}

TEST(Descriptions, WhoDescribesTheThingCalledLikeTheRootMeansOptionsOnThat) {
  const Description merged =
      option_described(draft_of({said("XSP", "index")}), "XSP261218P00600000");
  EXPECT_TRUE(merged.underlying.empty());
  EXPECT_FALSE(merged.underlying_scale.has_value());
  EXPECT_EQ(option_described(draft_of({}), "AAPL261218P00600000").type, "option");
}

TEST(Descriptions, ShareClassesAreFoundByTheirLetters) {
  const auto underlying = [](std::vector<const char*> positions) {
    const AccountDraft draft = draft_of({}, std::move(positions));
    return std::string{Descriptions{draft, lists}.underlying_of("BRKB").view()};
  };
  EXPECT_EQ(underlying({}), "BRKB");
  EXPECT_EQ(underlying({"BRK.B"}), "BRK.B");
  EXPECT_EQ(underlying({"BRK B", "AAPL"}), "BRK B");
  EXPECT_EQ(underlying({"BRK/B", "BRK/B"}), "BRK/B");
  EXPECT_EQ(underlying({"BRKB"}), "BRKB");
  EXPECT_EQ(underlying({"BRK.B", "BRKB"}), "BRKB");   // two candidates: the plain spelling
  EXPECT_EQ(underlying({"BRK.B", "BRK B"}), "BRKB");  // and where neither is plain, too
  const AccountDraft described = draft_of({said("BRK.B", "equity")});
  EXPECT_EQ(Descriptions(described, lists).underlying_of("BRKB").view(), "BRK.B");
}

TEST(Descriptions, KnowsWhatIsDescribedAsAThing) {
  const AccountDraft draft = draft_of({said("AAPL", "equity"), said("ABC", "option")});
  const Descriptions descriptions{draft, lists};
  EXPECT_TRUE(descriptions.names(InstrumentId{"AAPL"}));
  EXPECT_TRUE(descriptions.names(InstrumentId{"SPX"}));
  EXPECT_FALSE(descriptions.names(InstrumentId{"ABC"}));
  EXPECT_FALSE(descriptions.names(InstrumentId{"SPXW"}));
  EXPECT_FALSE(descriptions.names(InstrumentId{"MSFT"}));
}

TEST(Descriptions, FaultyOnesAreRefusedAndWhatHangsOnThem) {
  Description bond = said("ABC", "bond");
  bond.leverage = 2_d;
  Description root = said("XYZ", "option");
  root.multiplier = 0_d;
  const AccountDraft draft =
      draft_of({bond, root, said("", "equity"), said("DEF", "equity"), said("DEF ", "etf")});
  const Descriptions descriptions{draft, lists};
  ASSERT_EQ(descriptions.refused().size(), 4u);
  EXPECT_EQ(descriptions.refused()[0].where, "account.json#/instruments/ABC");
  EXPECT_NE(descriptions.refused()[3].what.find("DEF is described twice, also at "
                                                "account.json#/instruments/DEF"),
            std::string::npos);
  for (const char* symbol : {"ABC", "DEF"}) {
    const auto description = descriptions.of(InstrumentId{symbol});
    ASSERT_FALSE(description.has_value());
    EXPECT_NE(description.error().what.find("correct that first"), std::string::npos);
  }
  const OsiSymbol osi = parse_osi("XYZ261218P00600000").value();
  EXPECT_FALSE(descriptions.of_option(osi_id(osi), osi).has_value());
}

TEST(Descriptions, FieldsWithoutATypeMustFitWhatTheListSays) {
  Description fund = said("SPAXX", "");
  fund.leverage = 2_d;
  const AccountDraft draft = draft_of({fund});
  const Descriptions descriptions{draft, lists};
  EXPECT_TRUE(descriptions.refused().empty());
  const auto description = descriptions.of(InstrumentId{"SPAXX"});
  ASSERT_FALSE(description.has_value());
  EXPECT_NE(description.error().what.find("leverage does not belong on type \"money_market\""),
            std::string::npos);
}

}  // namespace
}  // namespace plimsoll
