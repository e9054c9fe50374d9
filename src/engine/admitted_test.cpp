#include "engine/admitted.hpp"

#include <gtest/gtest.h>

namespace plimsoll::engine {
namespace {

const std::vector<Error> none_refused;
const std::vector<Caveat> no_caveats;

AccountDraft draft_of(std::vector<const char*> symbols) {
  AccountDraft draft;
  draft.id = "desk";
  draft.as_of = 2026y / July / 10;
  for (const char* symbol : symbols) {
    DraftPosition position;
    position.symbol = symbol;
    position.quantity = Quantity::of(std::int64_t{1});
    position.where = "a.json#/positions/" + std::to_string(draft.positions.size());
    draft.positions.push_back(position);
  }
  return draft;
}

TEST(Admitted, APositionWhosePriceCannotBeIsLeftOutAndNamed) {
  const AccountDraft draft = draft_of({"AAA", "BBB"});
  MarketSnapshot market;
  market.as_of = draft.as_of;
  market.quotes[InstrumentId{"AAA"}].price = Decimal{-1};
  market.quotes[InstrumentId{"BBB"}].price = Decimal{10};
  const Admitted in = admitted({draft, market, Strictness::lenient, none_refused, no_caveats}, {});
  ASSERT_EQ(in.account.positions.size(), 1u);
  EXPECT_EQ(to_text(in.account.positions[0].instrument), "BBB");
  EXPECT_FALSE(in.market.quotes.contains(InstrumentId{"AAA"}));
  ASSERT_EQ(in.refused.size(), 1u);
  EXPECT_EQ(in.refused[0].where, "AAA");
  const auto nobody = [](const InstrumentId&) { return false; };
  const std::vector<Caveat> caveats = caveats_on_assumed(in, nobody);
  ASSERT_EQ(caveats.size(), 1u);
  EXPECT_TRUE(caveats[0].text.ends_with("describe them under instruments or use --strict"));
  EXPECT_TRUE(caveats_on_assumed(in, [](const InstrumentId&) { return true; }).empty());
}

// An option may be on a future that is not held and yet priced.
TEST(Admitted, FuturesDescribedAndQuotedAreInTheCatalog) {
  AccountDraft draft = draft_of({});
  draft.kind = AccountKind::futures;
  Description quoted;
  quoted.symbol = "ZZZ6";
  quoted.type = "future";
  quoted.product = "ZZ";
  quoted.month = "202612";
  Description unquoted = quoted;
  unquoted.symbol = "ZZH7";
  unquoted.month = "202703";
  draft.instruments = {quoted, unquoted};
  MarketSnapshot market;
  market.as_of = draft.as_of;
  market.quotes[InstrumentId{"ZZZ6"}].price = Decimal{3'700};
  const Admitted in = admitted({draft, market, Strictness::lenient, none_refused, no_caveats}, {});
  EXPECT_TRUE(in.refused.empty());
  EXPECT_TRUE(in.account.catalog.contains(InstrumentId{"ZZZ6"}));
  EXPECT_FALSE(in.account.catalog.contains(InstrumentId{"ZZH7"}));
}

TEST(Admitted, ErrorsAboutASymbolAreGivenItsPlace) {
  const AccountDraft draft = draft_of({"AAA"});
  const MarketSnapshot market;
  const Submitted submitted{draft, market, Strictness::lenient, none_refused, no_caveats};
  const Errors errors = placed({{Reason::missing_price, "no price", "AAA"}}, submitted, {});
  EXPECT_EQ(errors, (Errors{{Reason::missing_price, "AAA: no price", "a.json#/positions/0"}}));
}

TEST(Admitted, EachErrorStandsOnce) {
  Errors all;
  const Error one{Reason::bad_input, "x", "y"};
  add(all, Errors{one, one});
  EXPECT_EQ(all.size(), 1u);
}

}  // namespace
}  // namespace plimsoll::engine
