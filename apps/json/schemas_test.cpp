// The JSON Schemas say what is read and written, and in which order: the known keys of every
// decoder are a schema's `properties`, and every document written here keeps to its schema.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "apps/json/account_words.hpp"
#include "apps/json/decode_activity.hpp"
#include "apps/json/decode_pool.hpp"
#include "apps/json/encode_account.hpp"
#include "apps/json/encode_compare.hpp"
#include "apps/json/encode_error.hpp"
#include "apps/json/encode_ledger.hpp"
#include "apps/json/encode_margin.hpp"
#include "apps/json/encode_policy.hpp"
#include "apps/json/encode_prices.hpp"
#include "apps/json/encode_rules.hpp"
#include "apps/json/encode_span.hpp"
#include "apps/json/encode_whatif.hpp"
#include "apps/json/read_bank.hpp"
#include "apps/json/read_bond.hpp"
#include "apps/json/read_description.hpp"
#include "apps/json/read_emode.hpp"
#include "apps/json/read_financing.hpp"
#include "apps/json/read_interest.hpp"
#include "apps/json/read_market.hpp"
#include "apps/json/read_position.hpp"
#include "apps/json/sample_comparison.hpp"
#include "apps/json/sample_report.hpp"
#include "apps/json/schema_walk.hpp"
#include "market/clearing/file_for_tests.hpp"

namespace plimsoll::json {
namespace {

using namespace schema;

template <std::size_t n>
std::vector<std::string> listed(const std::array<std::string_view, n>& keys) {
  return {keys.begin(), keys.end()};
}

TEST(Schemas, EveryDocumentHasItsOwn) {
  std::vector<std::string> names;
  for (const auto& [name, schema] : schemas()) {
    names.push_back(name);
    EXPECT_EQ(at(schema, {"$schema"}).text, "https://json-schema.org/draft/2020-12/schema");
    EXPECT_EQ(at(schema, {"title"}).text, "plimsoll." + name + "/1");
    EXPECT_EQ(at(schema, {"properties", "schema", "const"}).text, "plimsoll." + name + "/1");
    EXPECT_EQ(at(schema, {"additionalProperties"}).text, "false");
  }
  EXPECT_EQ(names, (std::vector<std::string>{"account", "activity", "analysis", "error", "ledger",
                                             "margin", "market", "policy_diff", "policy_lint",
                                             "pool", "prices", "rules", "span"}));
}

TEST(Schemas, WhatIsReadIsWhatTheySay) {
  const Node account = schemas().at("account");
  const Node market = schemas().at("market");
  EXPECT_EQ(keys_of(at(account, {"properties"})), listed(account_keys));
  const Node& defined = at(account, {"$defs"});
  EXPECT_EQ(keys_of(at(defined, {"position", "properties"})), listed(position_keys));
  EXPECT_EQ(keys_of(at(defined, {"lot", "properties"})), listed(lot_keys));
  EXPECT_EQ(keys_of(at(defined, {"instrument", "properties"})), listed(description_keys));
  EXPECT_EQ(keys_of(at(defined, {"market", "properties"})), listed(market_keys));
  for (const Node* schema : {&account, &market}) {
    const Node& parts = at(*schema, {"$defs"});
    EXPECT_EQ(keys_of(at(parts, {"quote", "properties"})), listed(quote_keys));
    EXPECT_EQ(keys_of(at(parts, {"dividend", "properties"})), listed(dividend_keys));
    EXPECT_EQ(keys_of(at(parts, {"rate_point", "properties"})), listed(rate_point_keys));
  }
  std::vector<std::string> market_document{"schema", "as_of"};
  for (const std::string_view key : market_keys) market_document.emplace_back(key);
  EXPECT_EQ(keys_of(at(market, {"properties"})), market_document);

  const Node pool = schemas().at("pool");
  EXPECT_EQ(keys_of(at(pool, {"properties"})), listed(pool_keys));
  const Node& of_pool = at(pool, {"$defs"});
  EXPECT_EQ(keys_of(at(of_pool, {"bank", "properties"})), listed(bank_keys));
  EXPECT_EQ(keys_of(at(of_pool, {"emode", "properties"})), listed(emode_keys));
  EXPECT_EQ(keys_of(at(of_pool, {"interest", "properties"})), listed(interest_keys));
  EXPECT_EQ(keys_of(at(of_pool, {"rate_knot", "properties"})), listed(rate_knot_keys));

  std::vector<std::string> kinds;
  for (const Node& kind : at(account, {"properties", "kind", "enum"}).items)
    kinds.push_back(kind.text);
  std::vector<std::string> kinds_read;
  for (const auto& word : kind_words) kinds_read.emplace_back(word.text);
  EXPECT_EQ(kinds, kinds_read);
}

TEST(Schemas, WhatIsWrittenKeepsToThem) {
  const auto all = schemas();
  const std::vector<std::string> fine;
  const auto plain = sample::report<Money>();
  const auto explained = sample::report<Amount>();
  EXPECT_EQ(wrong_in(encode_margin(plain), all.at("margin")), fine);
  EXPECT_EQ(wrong_in(encode_margin(explained), all.at("margin")), fine);
  EXPECT_EQ(wrong_in(encode_margin(explained, Form::summary), all.at("margin")), fine);
  EXPECT_EQ(wrong_in(encode_compare(sample::comparison()), all.at("analysis")), fine);
  WhatIfReport whatif{
      .trades = {{InstrumentId{"AAPL"}, Quantity::of(std::int64_t{1}), 250_usd_each, -250_usd}},
      .before = plain,
      .after = plain,
      .cash_before = 0_usd,
      .cash_after = -250_usd};
  EXPECT_EQ(wrong_in(encode_whatif(whatif), all.at("analysis")), fine);
  whatif.steps = {{.step = "borrow 4 SOL",
                   .moved = {{InstrumentId{"SOL"}, {}, Quantity::of(std::int64_t{-4})}},
                   .facts = {{"fee", "0.05", "SOL"}, {"lending_rate", "0.125", "", "USDC"}}}};
  EXPECT_EQ(wrong_in(encode_whatif(whatif), all.at("analysis")), fine);
  LedgerDay day{.day = plain.as_of,
                .equity = 1_usd,
                .reg_t = 1_usd,
                .maintenance = 1_usd,
                .house = 2_usd,
                .sma = 0_usd,
                .buying_power = 0_usd,
                .intraday_deficit = 0_usd,
                .frozen_until = plain.as_of};
  day.calls = {{.kind = "house",
                .amount = 1_usd,
                .since = plain.as_of,
                .cause = "c",
                .cure = "d",
                .law = &sample::covered_law,
                .where = {"src/x.cpp", 1}}};
  const LedgerReport ledger{.account = "a",
                            .as_of = plain.as_of,
                            .currency = usd,
                            .method = "reg_t",
                            .days = {day},
                            .caveats = {{"x"}}};
  EXPECT_EQ(wrong_in(encode_ledger(ledger), all.at("ledger")), fine);
  EXPECT_EQ(wrong_in(encode_errors(plain.refused), all.at("error")), fine);
  const OptionRow by_volatility{.volatility = 0.2, .price = {}, .dividends = {{0.5, 1}}};
  const OptionRow by_price{.volatility = {}, .price = 2, .dividends = {}};
  const engine::PricesReport prices{
      .rows = {{2, by_volatility, engine::OptionPrices{}}, {3, by_price, {}}, {4, {}, {}}},
      .refused = plain.refused};
  EXPECT_EQ(wrong_in(encode_prices(prices), all.at("prices")), fine);
  const RuleEntry rule{.name = "covered call",
                       .law = &sample::covered_law,
                       .rows = {{Date{1988y / June / 6}, FirstDay::known, "50%"}},
                       .number = {"src/x.hpp", 1},
                       .formula = {}};
  const std::vector<engine::MethodRules> rules{{.method = "reg_t", .rules = {rule}}};
  EXPECT_EQ(wrong_in(encode_rules(rules), all.at("rules")), fine);
  const std::vector files{clearing::testing::small_file()};
  EXPECT_EQ(wrong_in(encode_risk_files(files), all.at("span")), fine);
  const std::vector<ChosenContracts> chosen{{files.data(), {0, 1, 2, 3}}};
  EXPECT_EQ(wrong_in(encode_risk_arrays(chosen), all.at("span")), fine);
  const std::vector<engine::ListedArray> own{{"mine", files[0].arrays[0], {"a model's"}}};
  EXPECT_EQ(wrong_in(encode_listed_arrays(own), all.at("span")), fine);
}

TEST(Schemas, WhatIsSaidOfAPolicyKeepsToThem) {
  const auto all = schemas();
  const std::vector<std::string> fine;
  strategy::Policy loose;
  loose.buffer.target_multiple = 1.8;
  EXPECT_EQ(
      wrong_in(encode_policy_lint(strategy::violated_practices(loose)), all.at("policy_lint")),
      fine);
  EXPECT_EQ(
      wrong_in(encode_policy_diff(strategy::policy_changes({}, loose)), all.at("policy_diff")),
      fine);
}

TEST(Schemas, AnAccountWithEveryMemberIsReadAndWrittenInTheirOrder) {
  const std::string document = R"json({"schema": "plimsoll.account/1", "id": "x",
    "as_of": "2026-11-20", "kind": "margin", "currency": "USD", "cash": {"USD": "1.00"},
    "sma": "1", "prior_close_equity": 2,
    "margin": {"intraday_regime": "intraday", "practice": false}, "role": "customer",
    "performance_bond": {"class": "hedger", "gross": true, "external":
      {"source": "s", "commodities": {"CL": {"maintenance": "2.00", "initial": "2.20",
       "currency": "EUR"}}}},
    "positions": [{"symbol": "A", "quantity": "-1", "holding": "short", "average_cost": "1.00",
      "lots": [{"quantity": "1", "cost": "2.00", "date": "2025-01-01"}], "trade_price": "2.00",
      "trade_date": "2026-11-20", "name": "A INC"}],
    "instruments": {"A": {"type": "option", "currency": "USD", "leverage": 1, "reference": "SPX",
      "index_class": "broad", "underlying": "B", "underlying_scale": 1, "expiry": "2027-01-15",
      "right": "put", "strike": "1.00", "multiplier": 100, "style": "american", "settlement": "pm",
      "marginable": true, "marginable_from": "2026-01-01", "maturity": "2030-01-01",
      "zero_coupon": false, "rating": "high_yield", "conversion_ratio": 2, "issuer": "i",
      "sector": "s", "industry": "d", "shares_outstanding": 5, "expense_ratio": 0.01,
      "return_of_capital_ratio": 0.5, "product": "ES", "month": "202512", "day": 3,
      "exchange": "CME", "option_month": "202511", "option_day": "W1"}},
    "market": {"quotes": {"A": {"price": "1.00", "bid": "1.00", "ask": "1.00",
        "volatility": 0.5, "beta": 1, "yield": 0, "dividends": [{"ex_date": "2027-01-01",
        "amount": "0.10"}], "borrow_rate": 0.1, "adv": 5, "margin_rate": 0.3,
        "stale_after": "2026-11-21"}}, "currencies": {"EUR": "1.08"}, "risk_free_rate": 0.04,
      "rate_curve": [{"days": 30, "rate": 0.04}]},
    "financing": {"schedule": "s", "benchmark_rate": 0.03, "base_rate": "0.1", "rate": 0.05,
      "promotional": true, "by_currency": {"EUR": {"schedule": "e", "benchmark_rate": 0.02,
        "base_rate": 0.03, "rate": 0.04, "promotional": false}}}, "notes": ["n"]})json";
  const Node schema = schemas().at("account");
  EXPECT_EQ(wrong_in(document, schema), std::vector<std::string>{});
  const auto read = decode_account(*parse(document, "a"), "a");
  ASSERT_TRUE(read.has_value()) << read.error()[0].where << ": " << read.error()[0].what;
  const std::string written = encode_account(read->value);
  EXPECT_EQ(wrong_in(written, schema), std::vector<std::string>{});
  // Nothing of it is lost: every key comes out again.
  const Node node = *parse(written, "b");
  EXPECT_EQ(keys_of(node), listed(account_keys));
  EXPECT_EQ(keys_of(at(node, {"performance_bond"})), listed(bond_keys));
  EXPECT_EQ(keys_of(at(node, {"performance_bond", "external", "commodities", "CL"})),
            listed(external_amount_keys));
  EXPECT_EQ(keys_of(at(node, {"instruments", "A"})), listed(description_keys));
  EXPECT_EQ(keys_of(at(node, {"market"})), listed(market_keys));
  EXPECT_EQ(keys_of(at(node, {"financing"})), listed(financing_keys));
  EXPECT_EQ(keys_of(at(node, {"financing", "by_currency", "EUR"})),
            listed(currency_financing_keys));
  EXPECT_EQ(keys_of(at(node, {"market", "quotes", "A"})), listed(quote_keys));
  EXPECT_EQ(keys_of(at(node, {"positions"}).items[0]), listed(position_keys));
}

TEST(Schemas, AnActivityWithEveryKindOfEntry) {
  const Node schema = schemas().at("activity");
  const std::string document = R"json({"schema": "plimsoll.activity/1", "order": "unknown",
    "entries": [
      {"time": "2026-07-13T14:00:00Z", "kind": "trade", "symbol": "A", "quantity": "-1",
       "price": 2, "fees": 1, "effect": "close"},
      {"time": "2026-07-13", "kind": "fee", "amount": -1, "currency": "USD", "symbol": "A"},
      {"time": "2026-07-13", "kind": "split", "symbol": "A", "ratio": "3:2"},
      {"time": "2026-07-13", "kind": "exercise", "symbol": "A", "quantity": 1, "price": 5},
      {"time": "2026-07-13", "kind": "transfer", "symbol": "A", "quantity": 1},
      {"time": "2026-07-13", "kind": "transfer", "amount": 1, "currency": "USD"},
      {"time": "2026-07-13", "kind": "mark", "symbol": "A", "price": 5}],
    "instruments": {"A": {"type": "equity"}}})json";
  EXPECT_EQ(wrong_in(document, schema), std::vector<std::string>{});
  EXPECT_TRUE(decode_activity(*parse(document, "a"), "a"));
}

TEST(Schemas, APoolWithEveryMember) {
  const Node schema = schemas().at("pool");
  const std::string document = R"json({"schema": "plimsoll.pool/1", "protocol": "marginfi",
    "banks": {"SOL": {"decimals": 9, "price": "150.25", "confidence": 0.1,
      "time_weighted_price": 150, "time_weighted_confidence": 0.2, "price_age_seconds": 4,
      "max_price_age_seconds": 60, "max_confidence_ratio": "0.10", "asset_weight_init": 0.8,
      "asset_weight_maint": 0.9, "liability_weight_init": 1.25, "liability_weight_maint": 1.1,
      "risk_tier": "collateral", "state": "reduce_only", "asset_tag": "sol", "emode_tag": 7,
      "emode": [{"collateral_tag": 8, "asset_weight_init": 0.85, "asset_weight_maint": 0.9}],
      "init_value_limit": 1000000, "total_assets": "10.000000001", "total_liabilities": 5,
      "asset_share_value": 1.1, "liability_share_value": 1.2,
      "interest": {"curve": [{"utilisation": 0, "rate": 0}, {"utilisation": 1, "rate": 3}],
        "protocol_fixed_fee": 0.01, "protocol_rate_fee": 0.1, "insurance_fixed_fee": 0,
        "insurance_rate_fee": 0, "group_fixed_fee": 0, "group_rate_fee": 0,
        "origination_fee": 0.001},
      "liquidation_max_fee": 0.1, "insurance_fund": 3}}})json";
  EXPECT_EQ(wrong_in(document, schema), std::vector<std::string>{});
  EXPECT_TRUE(decode_pool(*parse(document, "a"), "a"));
}

TEST(Schemas, TheWalkSeesWhatIsWrong) {
  const Node schema = *parse(
      R"json({"type": "object", "properties": {"a": {"type": "string"}, "b": {"$ref": "#/$defs/n"}},
      "required": ["a"], "additionalProperties": false,
      "$defs": {"n": {"anyOf": [{"type": "null"}, {"enum": ["x"]}]}}})json",
      "schema");
  for (const auto& [document, wrong] : {
           std::pair{R"({"a": "x", "b": null})", ""},
           std::pair{R"({"a": "x", "b": "x"})", ""},
           std::pair{R"({"b": "x"})", "# lacks a"},
           std::pair{R"({"a": 1})", "#/a is not of type string"},
           std::pair{R"({"b": null, "a": "x"})", "#/a is out of order"},
           std::pair{R"({"a": "x", "b": "y"})", "#/b has a word that is not listed: y"},
           std::pair{R"({"a": "x", "c": 1})", "#/c is not in the schema"},
           std::pair{"[]", "# is not of type object"},
       }) {
    const auto found = wrong_in(document, schema);
    EXPECT_EQ(found.empty() ? "" : found[0], wrong) << document;
  }
}

TEST(Schemas, WhatIsLooseIsFound) {
  const Node document = *parse(R"({"a": [{"b": 1, "c": {}}, {"b": 2, "c": {}}]})", "document");
  const Node loose = *parse(
      R"json({"properties": {"a": {"items": {"required": ["b"], "properties": {"b": {}, "c": {}},
      "additionalProperties": false}}}})json",
      "schema");
  const Tried tried{document, loose, loose};
  EXPECT_EQ(tried.let_in, (std::set<std::string>{"#", "#/a/c"}));
  EXPECT_EQ(tried.not_missed, (std::set<std::string>{"#/a", "#/a/c"}));
  EXPECT_EQ(tried.of_any_type, (std::set<std::string>{"#/a", "#/a/b", "#/a/c"}));
  const Node other = *parse(R"({"a": [{"c": {}}]})", "document");
  EXPECT_THROW((Tried{other, loose, loose}), std::runtime_error) << "it lacks what is required";
}

}  // namespace
}  // namespace plimsoll::json
