#include "engine/evaluate.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/choice.hpp"
#include "rules/house_for_tests.hpp"
#include "tests/packs.hpp"

namespace plimsoll::engine {
namespace {

using namespace std::chrono_literals;

DraftPosition held(const char* symbol, std::int64_t quantity) {
  DraftPosition position;
  position.symbol = symbol;
  position.quantity = Quantity::of(quantity);
  position.where = "account.json#/positions/" + std::string{symbol};
  return position;
}

void quote(MarketSnapshot& market, const char* symbol, const char* price) {
  market.quotes[InstrumentId{symbol}].price = parse_decimal(price).value();
}

/// 100 shares at 50, described, with 1,000 borrowed: 2,500 initial, 1,250 maintenance, equity
/// 4,000.
MarginRequest one_stock() {
  MarginRequest request;
  request.account.id = "one stock";
  request.account.as_of = request.market.as_of = Date{2026y / 11 / 20};
  request.account.cash = {{{.currency = "USD", .amount = Decimal{-1000}}}};
  request.account.positions = {held("XYZ", 100)};
  Description equity;
  equity.symbol = "XYZ";
  equity.type = "equity";
  request.account.instruments = {equity};
  quote(request.market, "XYZ", "50");
  return request;
}

/// The same, and 10 shares nobody has a price for.
MarginRequest one_without_a_price() {
  MarginRequest request = one_stock();
  request.account.positions.push_back(held("ABC", 10));
  return request;
}

const Answer<Money>& plain(const MarginReport& report) {
  return std::get<Answer<Money>>(report.results.at(0).answer);
}

TEST(Margin, AWholeAccount) {
  const auto report = margin(one_stock(), {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->account, "one stock");
  EXPECT_EQ(report->as_of, (Date{2026y / 11 / 20}));
  EXPECT_EQ(report->currency, usd);
  EXPECT_FALSE(report->partial);
  ASSERT_EQ(report->results.size(), 1u);
  EXPECT_EQ(report->results[0].method, Label{"reg_t"});
  EXPECT_EQ(plain(*report).initial, 2500_usd);
  EXPECT_EQ(plain(*report).maintenance, 1250_usd);
  EXPECT_EQ(plain(*report).equity, 4000_usd);
  EXPECT_TRUE(plain(*report).caveats.empty());
}

TEST(Margin, ExplainedIsTheSameAnswer) {
  MarginRequest request = one_stock();
  request.detail = Detail::explained;
  const auto report = margin(request, {});
  ASSERT_TRUE(report);
  const auto& answer = std::get<Answer<Amount>>(report->results.at(0).answer);
  EXPECT_EQ(answer.initial.money, 2500_usd);
  EXPECT_EQ(answer.maintenance.money, 1250_usd);
  EXPECT_FALSE(answer.maintenance.parts.empty());
}

TEST(Margin, WhatTheReaderRefusedBlocksTheTotal) {
  MarginRequest request = one_stock();
  request.refused = {{Reason::bad_input, "quantity is blank", "positions.csv:12"},
                     {Reason::bad_input, "quantity is blank", "positions.csv:13"}};
  const auto blocked = margin(request, {});
  ASSERT_FALSE(blocked);
  EXPECT_EQ(blocked.error(), request.refused);

  request.completeness = Completeness::allow_partial;
  const auto partial = margin(request, {});
  ASSERT_TRUE(partial);
  EXPECT_TRUE(partial->partial);
  EXPECT_EQ(partial->refused, request.refused);
  EXPECT_EQ(plain(*partial).maintenance, 1250_usd);
}

TEST(Margin, AMissingPriceBlocksTheTotal) {
  const auto blocked = margin(one_without_a_price(), {});
  ASSERT_FALSE(blocked);
  ASSERT_EQ(blocked.error().size(), 1u);
  EXPECT_EQ(blocked.error()[0].reason, Reason::missing_price);

  MarginRequest request = one_without_a_price();
  request.completeness = Completeness::allow_partial;
  const auto partial = margin(request, {});
  ASSERT_TRUE(partial);
  EXPECT_TRUE(partial->partial);
  EXPECT_EQ(partial->refused, blocked.error());
  EXPECT_EQ(plain(*partial).maintenance, 1250_usd);
}

TEST(Margin, ABadPriceIsNoPrice) {
  MarginRequest request = one_without_a_price();
  quote(request.market, "ABC", "-1");
  const auto blocked = margin(request, {});
  ASSERT_FALSE(blocked);
  EXPECT_EQ(blocked.error()[0].reason, Reason::bad_input);

  request.completeness = Completeness::allow_partial;
  const auto partial = margin(request, {});
  ASSERT_TRUE(partial);
  EXPECT_TRUE(partial->partial);
  EXPECT_EQ(plain(*partial).maintenance, 1250_usd);
}

TEST(Margin, AllMistakesAtOnce) {
  MarginRequest request = one_without_a_price();
  request.refused = {{Reason::bad_input, "from the reader", "a:1"}};
  request.account.positions.push_back(held("XYZ", 5));  // a duplicate
  request.methods = {"nonsense", "regt"};
  const auto blocked = margin(request, {});
  ASSERT_FALSE(blocked);
  ASSERT_GE(blocked.error().size(), 4u);
  const auto says = [&](std::string_view text) {
    for (const Error& error : blocked.error())
      if (error.what.find(text) != std::string::npos) return true;
    return false;
  };
  EXPECT_TRUE(says("nonsense"));
  EXPECT_TRUE(says("regt"));
  EXPECT_TRUE(says("from the reader"));
}

TEST(Margin, APartialAnswerAboutNothingIsNoAnswer) {
  MarginRequest request = one_stock();
  request.account.positions[0].quantity = Quantity{};
  request.completeness = Completeness::allow_partial;
  EXPECT_FALSE(margin(request, {}));
}

TEST(Margin, WhatWasAssumedIsOneCaveat) {
  MarginRequest request = one_without_a_price();
  request.account.instruments.clear();
  quote(request.market, "ABC", "10");
  request.caveats = {{"from the reader"}};
  const auto report = margin(request, {});
  ASSERT_TRUE(report);
  ASSERT_EQ(plain(*report).caveats.size(), 2u);
  EXPECT_EQ(plain(*report).caveats[0].text, "from the reader");
  const std::string& text = plain(*report).caveats[1].text;
  EXPECT_TRUE(
      text.starts_with("taken as ordinary marginable equities, 1x, because nothing "
                       "describes them: "));
  EXPECT_NE(text.find("XYZ"), std::string::npos);
  EXPECT_NE(text.find("ABC"), std::string::npos);
  EXPECT_TRUE(text.ends_with("; describe them under instruments or use --strict"));

  request.strictness = Strictness::strict;
  const auto strict = margin(request, {});
  ASSERT_FALSE(strict);
  EXPECT_EQ(strict.error().size(), 2u);
}

TEST(Margin, ANameThatSaysAMultipleIsACaveat) {
  MarginRequest request = one_stock();
  request.account.positions[0].name = "DAILY XYZ 2X";
  const auto report = margin(request, {});
  ASSERT_TRUE(report);
  ASSERT_EQ(plain(*report).caveats.size(), 1u);
  EXPECT_EQ(
      plain(*report).caveats[0].text,
      "taken at 1x although their names say otherwise: XYZ (\"DAILY XYZ 2X\"); state leverage "
      "under instruments");
}

TEST(Margin, AStalePriceIsACaveatOrRefused) {
  MarginRequest request = one_stock();
  request.market.quotes[InstrumentId{"XYZ"}].stale_after = "2026-11-20T12:00:00Z";
  ASSERT_TRUE(margin(request, {}));
  EXPECT_TRUE(plain(*margin(request, {})).caveats.empty());
  request.market.quotes[InstrumentId{"XYZ"}].stale_after = "2026-11-19";
  const auto report = margin(request, {});
  ASSERT_TRUE(report);
  ASSERT_EQ(plain(*report).caveats.size(), 1u);
  EXPECT_EQ(plain(*report).caveats[0].text,
            "prices older than their stale_after are taken as they are: XYZ (2026-11-19)");
  request.strictness = Strictness::strict;
  const auto strict = margin(request, {});
  ASSERT_FALSE(strict);
  ASSERT_EQ(strict.error().size(), 1u);
  EXPECT_NE(strict.error()[0].what.find("stale after 2026-11-19"), std::string::npos);
}

TEST(Margin, AllNamesTheMethodsThatAreOfOtherAccounts) {
  MarginRequest request = one_stock();
  request.methods = {"all"};
  request.packs = {testing::usual_packs(request.account.as_of)};
  const auto report = margin(request, {});
  ASSERT_TRUE(report);
  EXPECT_FALSE(report->partial);
  // A stock is no contract of a clearing house, and in no lending pool.
  ASSERT_EQ(report->results.size() + 2, method_names().size());
  std::vector<std::string> absent;
  for (const auto& [method, what] : report->not_covered) absent.emplace_back(method.text());
  EXPECT_EQ(absent, (std::vector<std::string>{"span", "cross_margin"}));
  request.methods = {"reg_t"};
  EXPECT_TRUE(margin(request, {})->not_covered.empty());
}

TEST(Margin, AnAccountInALendingPoolIsDeclinedOnceByEachOtherMethod) {
  MarginRequest request = one_stock();
  request.account.kind = AccountKind::cross_margin;
  request.account.positions = {held("SOL", 5), held("USDC", -5)};
  Pool pool{.name = "pool.json"};
  for (const char* name : {"SOL", "USDC"}) {
    Bank& bank = pool.banks[InstrumentId{name}];
    bank.name = InstrumentId{name};
    bank.price = bank.time_weighted_price = Fixed48::of(2);
  }
  request.pool = std::make_shared<const Pool>(std::move(pool));
  request.packs = {testing::usual_packs(request.account.as_of)};
  request.methods = {"all"};
  const auto report = margin(request, {});
  ASSERT_TRUE(report) << report.error().front().what;
  ASSERT_EQ(report->results.size(), 1u);
  EXPECT_EQ(report->results.front().method, Label{"cross_margin"});
  ASSERT_EQ(report->not_covered.size(), method_names().size() - 1);
  for (const auto& [method, what] : report->not_covered) {
    EXPECT_EQ(what.symbol, request.account.id);
    EXPECT_EQ(what.reason, "an account in a lending pool is margined by the method cross_margin");
  }
}

TEST(Margin, AllPassesOverAMethodThatLacksAnInputWhereAnotherAnswers) {
  MarginRequest request = one_stock();
  request.account.positions.push_back(held("XYZ   270115C00060000", -1));
  request.market.quotes[InstrumentId{"XYZ   270115C00060000"}].price = 1_d;
  request.packs = {testing::usual_packs(request.account.as_of)};
  request.methods = {"all"};
  const auto all = margin(request, {});
  ASSERT_TRUE(all) << all.error().front().what;
  ASSERT_EQ(all->results.size(), 1u);
  EXPECT_EQ(all->results.front().method, Label{"reg_t"});
  const auto passed_over =
      std::ranges::find(all->not_covered, Label{"tims"}, &MethodNotCovered::method);
  ASSERT_NE(passed_over, all->not_covered.end());
  EXPECT_TRUE(passed_over->what.reason.contains("interest rate"));
  request.methods = {"reg_t", "tims"};
  EXPECT_FALSE(margin(request, {})) << "named, it must answer";
  request.market.risk_free_rate = 0.04;
  EXPECT_EQ(margin(request, {})->results.size(), 2u);
}

TEST(Margin, WhatAMethodNobodyNamedCannotBelieveIsRefusedAtItsPlaceBesideTheOtherAnswer) {
  MarginRequest request = one_stock();
  request.account.positions.push_back(held("XYZ   270115C00060000", -1));
  request.market.quotes[InstrumentId{"XYZ   270115C00060000"}].price = 1'000'000_d;
  request.market.risk_free_rate = 0.04;
  request.packs = {testing::usual_packs(request.account.as_of)};
  request.methods = {"all"};
  const auto all = margin(request, {});
  ASSERT_TRUE(all) << all.error().front().what;
  ASSERT_EQ(all->results.size(), 1u);
  ASSERT_EQ(all->refused.size(), 1u);
  EXPECT_TRUE(all->refused[0].what.contains("XYZ   270115C00060000: ")) << all->refused[0].what;
  EXPECT_FALSE(all->refused[0].where.empty());
  EXPECT_FALSE(all->partial) << "the answer there is, is whole";
}

TEST(Margin, WhatAPackMovesAsItsOwnIsNotSaidToBeAnOrdinaryEquity) {
  MarginRequest request = one_stock();
  request.account.instruments.clear();
  request.account.positions.push_back(held("UPRO", 1));
  quote(request.market, "UPRO", "100");
  request.packs = {testing::usual_packs(request.account.as_of)};
  request.methods = {"tims"};
  const auto said = [&] {
    std::string all;
    const MarginReport report = margin(request, {}).value();
    for (const Caveat& caveat : plain(report).caveats)
      if (caveat.text.contains("ordinary marginable")) all += caveat.text;
    return all;
  };
  EXPECT_TRUE(said().contains("XYZ"));
  EXPECT_FALSE(said().contains("UPRO")) << said();
  request.methods = {"reg_t"};
  EXPECT_TRUE(said().contains("UPRO")) << said();
}

TEST(Margin, AHouseIsNotAppliedToPortfolioMargin) {
  MarginRequest request = one_stock();
  auto house = std::make_shared<HouseProfile>();
  house->name = "ibkr";
  request.houses = {house};
  request.methods = {"tims"};
  request.packs = {testing::usual_packs(request.account.as_of)};
  const auto report = margin(request, {});
  ASSERT_TRUE(report) << report.error().front().what;
  ASSERT_EQ(plain(*report).not_applied.size(), 1u);
  EXPECT_TRUE(plain(*report).not_applied[0].what.contains("--tims-pack ibkr-style"));
  request.strictness = Strictness::strict;
  EXPECT_FALSE(margin(request, {}));
}

TEST(Margin, EachPackHasItsResult) {
  MarginRequest request = one_stock();
  const Date day = request.account.as_of;
  request.methods = {"tims"};
  request.packs = {testing::packs_called("occ-public", day),
                   testing::packs_called("ibkr-style", day)};
  const auto report = margin(request, {});
  ASSERT_TRUE(report);
  ASSERT_EQ(report->results.size(), 2u);
  EXPECT_EQ(report->results[0].house, "occ-public");
  EXPECT_EQ(report->results[1].house, "ibkr-style");
  EXPECT_EQ(plain(*report).maintenance, 750_usd);
  request.account.positions.push_back(held("VXX", 1));
  quote(request.market, "VXX", "20");
  request.completeness = Completeness::allow_partial;
  const auto partial = margin(request, {});
  ASSERT_TRUE(partial);
  ASSERT_EQ(partial->not_covered.size(), 2u);
  EXPECT_TRUE(partial->not_covered[0].what.reason.contains("(with the pack occ-public)"));
  EXPECT_TRUE(partial->not_covered[1].what.reason.contains("(with the pack ibkr-style)"));
  request.packs.clear();
  EXPECT_EQ(margin(request, {}).error().front().reason, Reason::not_covered);
}

TEST(Margin, AFuturesAccountAsksForItsClearingHousesFile) {
  MarginRequest request = one_stock();
  request.account.kind = AccountKind::futures;
  Description& future = request.account.instruments.emplace_back();
  future.symbol = "CLZ6", future.type = "future";
  future.product = "CL", future.month = "202612";
  request.account.positions = {held("CLZ6", 1)};
  quote(request.market, "CLZ6", "60");
  const auto refused = margin(request, {});
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error()[0].what.contains("--span-file")) << refused.error()[0].what;
}

TEST(Margin, TheRulebookIsTheAccountsDayUnlessAnotherIsNamed) {
  MarginRequest request = one_stock();
  request.rules = Date{1900y / 1 / 1};
  const auto refused = margin(request, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error()[0].reason, Reason::not_in_force);
}

TEST(Margin, AnEmptyAccountOwesNothing) {
  MarginRequest request = one_stock();
  request.account.positions.clear();
  const auto report = margin(request, {});
  ASSERT_TRUE(report);
  EXPECT_EQ(plain(*report).maintenance, 0_usd);
  EXPECT_TRUE(plain(*report).groups.empty());
}

House house_that_asks(const char* rate) {
  const Node rule = plimsoll::testing::house_rule(
      9, {{"scope", "position"}, {"mode", "floor"}, {"of", "market_value"}, {"rate", rate}});
  return house_profile(plimsoll::testing::house_file({rule}), "broker.toml").value();
}

TEST(Margin, OneResultForEachHouseAndTheLaw) {
  MarginRequest asked = one_stock();
  asked.houses = {House{}, house_that_asks("0.90")};
  const auto report = margin(asked, {});
  ASSERT_TRUE(report) << report.error().front().what;
  ASSERT_EQ(report->results.size(), 2u);
  EXPECT_EQ(report->results[0].house, "");
  EXPECT_EQ(report->results[1].house, "broker");
  EXPECT_FALSE(report->results[0].same_question(report->results[1]));
  const auto& law = std::get<Answer<Money>>(report->results[0].answer);
  const auto& house = std::get<Answer<Money>>(report->results[1].answer);
  EXPECT_TRUE(law.maintenance < house.maintenance);
}

TEST(Margin, UnderStrictALowerBoundIsNoAnswer) {
  MarginRequest asked = one_stock();
  const Node rule =
      plimsoll::testing::with_steps(plimsoll::testing::house_rule(9, {{"scope", "position"},
                                                                      {"mode", "add"},
                                                                      {"of", "market_value"},
                                                                      {"by", "days_to_liquidate"},
                                                                      {"beyond", "0.50"}}),
                                    {{"1", "0"}});
  asked.houses = {house_profile(plimsoll::testing::house_file({rule}), "broker.toml").value()};
  const auto lenient = margin(asked, {});
  ASSERT_TRUE(lenient);
  const auto& answer = std::get<Answer<Money>>(lenient->results[0].answer);
  ASSERT_EQ(answer.not_applied.size(), 1u);
  EXPECT_EQ(answer.not_applied[0].missing_input, "adv");
  asked.strictness = Strictness::strict;
  const auto strict = margin(asked, {});
  ASSERT_FALSE(strict);
  EXPECT_TRUE(std::ranges::any_of(strict.error(), [](const Error& error) {
    return error.what.starts_with("without adv the answer would be a lower bound: A Broker, ");
  }));
}

TEST(Rules, OfAHouse) {
  const House house = house_that_asks("0.90");
  const MethodRules listed = rules(*house);
  EXPECT_EQ(listed.method, Label{"reg_t"});
  EXPECT_EQ(listed.house.text(), "broker");
  ASSERT_EQ(listed.rules.size(), 1u);
  EXPECT_EQ(listed.rules[0].rows.at(0).value, "at least 90%");
  EXPECT_EQ(listed.rules[0].number.line, 9u);
}

TEST(Rules, OfOneMethodOrOfAll) {
  ASSERT_TRUE(rules(""));
  EXPECT_EQ(rules("")->size(), method_names().size());
  EXPECT_EQ(rules("all")->size(), method_names().size());
  const auto one = rules("reg_t");
  ASSERT_TRUE(one);
  ASSERT_EQ(one->size(), 1u);
  EXPECT_FALSE(one->front().rules.empty());
  for (const RuleEntry& rule : one->front().rules) {
    EXPECT_FALSE(rule.name.empty());
    EXPECT_NE(rule.law, nullptr) << rule.name.text();
  }
  EXPECT_EQ(rules("x").error().reason, Reason::bad_input);
}

}  // namespace
}  // namespace plimsoll::engine
