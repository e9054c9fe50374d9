#include "apps/json/encode_rates.hpp"

#include <gtest/gtest.h>

#include "apps/json/schema_walk.hpp"
#include "apps/json/testing.hpp"
#include "market/rates_for_tests.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::json {
namespace {

using plimsoll::testing::blended_file;
using plimsoll::testing::path_file;
using strategy::RatesTerms;
using strategy::testing::add_bill;
using strategy::testing::BookOf;
using strategy::testing::day;
using strategy::testing::owing;
using testing::expect_parts;

RatesTerms terms_of(Financing financing) {
  RatesTerms terms{.financing = std::move(financing)};
  EXPECT_TRUE(terms.schedules.add(
      rate_schedule(blended_file({{"100000", "0.015"}, {"", "0.010"}}), "a.toml").value()));
  terms.paths = {
      rate_path(path_file("0.01", {{"2004-06-30", "0.015"}, {"2004-12-30", "0.03"}}), "p.toml")
          .value()};
  return terms;
}
const Financing over{.schedule = "a-usd", .benchmark_rate = 0.0532_d};

std::string written(const BookOf& of, const RatesTerms& terms) {
  const auto made = strategy::rates(of, terms);
  EXPECT_TRUE(made) << made.error().what;
  std::string text =
      testing::encoded([&](Writer& out) { write_rates(out, made.value_or(strategy::Rates{})); });
  EXPECT_EQ(schema::AnalysisMember("rates", text).wrong(), std::vector<std::string>{});
  return text;
}

TEST(EncodeRates, TheDebitWithItsInputs) {
  const std::string text = written(owing(600'000_d), terms_of(over));
  expect_parts(text,
               {R"({"inputs":{"as_of":"2026-11-20","currency":"USD","debit":"600000.00",)"
                R"("other_debits":[],"charged_by":"schedule","schedule":{"name":"a-usd",)"
                R"("title":"A Broker","source":"its page","retrieved":"2026-11-20",)"
                R"("effective_from":"2026-01-01","grade":"text_read","file":"a.toml",)"
                R"("benchmark":"fed_funds","method":"blended","basis":360},"base_rate":0.0532,)"
                R"("income_a_year":null,"interest_posted":"paid_in_cash","without_income":[]},)"
                R"("applicable":true,)",
                R"json("interest_a_day":"106.722222223",)json",
                R"json("effective_rate":0.064033333,"marginal_rate":0.0632,)json",
                R"("tiers":[{"from":"0.00","up_to":"100000.00","amount":"100000.00",)"
                R"("rate":0.0682,"a_day":"18.944444445"},{"from":"100000.00","up_to":null,)"
                R"("amount":"500000.00","rate":0.0632,"a_day":"87.777777778"}],)"
                R"("to_next_tier":null,"to_lower_tier":"500000.00","cheaper_debit":null,)"
                R"("per_basis_point":{"held":")",
                R"("check":{"paid":0.064033333,"published":0.064033333,"deviation_bp":0,)"
                R"("percentile":null,"other_brokers":[],"remarks":[]})",
                R"({"trigger":"reassess","state":"unknown","threshold":0.01,"value":null,)"
                R"("rate_at":null,"rise_left":null,"missing":"the rate)",
                R"("future":"three-month SOFR","future_per_basis_point":"25.00","years":1,)"
                R"("contracts_exact":2.4,"contracts":2,"per_basis_point":"60.00",)"
                R"("residual_per_basis_point":"10.00"})",
                R"json("box":{"cheaper_below":)json", R"json("bonds":[]})json"});
}

TEST(EncodeRates, ScenariosAndGrid) {
  RatesTerms terms = terms_of({.rate = 0.05_d});
  terms.income_a_year = 6500_usd;
  terms.excess = [](double move) -> std::optional<Money> {
    return move < -0.3 ? std::nullopt : std::optional{1000_usd};
  };
  const std::string text = written(owing(100'000_d), terms);
  expect_parts(text,
               {R"json("charged_by":"agreed_rate")json",
                R"json({"name":"+2%","kind":"parallel","months":12,)json",
                R"("peak_a_year":"7000.00","coverage_at_end":0.9285714285714286,)"
                R"("carry_flip":{"date":"2026-11-20","months":0},"reassess":"2026-11-20"})",
                R"("carry_flip":{"date":"2027-05-22","months":6},"reassess":"2027-05-22",)"
                R"("by_month":[{"first":"2026-11-20","base_rate":0.055,)",
                R"({"rate_shift":0.01,"price_move":0,"dividend_cut":0.3,)"
                R"("interest_a_year":"6000.00","income_a_year":"4550.00",)"
                R"("carry_a_year":"-1450.00","coverage":0.7583333333333333,"excess":"1000.00",)"
                R"("excess_in_a_year":"-450.00"})",
                R"json("excess":null,"excess_in_a_year":null)json"});
  EXPECT_FALSE(text.contains("grid_without_excess"));
  EXPECT_FALSE(text.contains(R"json("published":0)json"));
}

TEST(EncodeRates, WhatIsNotKnownSaysWhy) {
  RatesTerms terms = terms_of({.schedule = "a-usd", .rate = 0.07_d});
  terms.no_excess = "an option has no price";
  BookOf of = owing(60'000_d);
  of.book().account.cash->push_back({-2000_d, "EUR"});
  of.book().market.currencies[Currency{"EUR"}] = 1.1_d;
  terms.without_income = {InstrumentId{"XYZ"}};
  expect_parts(written(of, terms),
               {R"json("other_debits":[{"currency":"EUR","debit":"2000.00"}])json",
                R"json("without_income":["XYZ"])json",
                R"json("check":{"paid":null,"published":null,"deviation_bp":null,)json",
                R"json("missing":"A Broker charges a spread on the federal funds rate)json",
                R"json("grid_without_excess":"an option has no price")json"});
}

TEST(EncodeRates, RemarksAreTold) {
  Financing cheap = over;
  cheap.rate = 0.05_d;
  expect_parts(written(owing(50'000_d), terms_of(cheap)),
               {R"json("deviation_bp":-182,)json",
                R"json({"finding":"off_schedule","severity":"warning","text":"the rate of 5%)json",
                R"json({"finding":"below_benchmark","severity":"error","text":)json"});
}

TEST(EncodeRates, WithoutADebitNotApplicable) {
  BookOf of;
  of.cash(10'000_d);
  add_bill(of);
  EXPECT_EQ(written(of, {}),
            R"({"inputs":{"as_of":"2026-11-20","currency":"USD","debit":"0.00",)"
            R"("other_debits":[],"without_income":[]},"applicable":false,)"
            R"("not_applicable":"nothing is owed, and so no rate is charged",)"
            R"("bonds":[{"symbol":"BILL","value":"9600.00","maturity":"2027-11-20",)"
            R"("years":1,"modified_duration":0.96,"from":"price",)"
            R"("per_basis_point":"0.9216"}]})"
            "\n");
}

/// Every member there may be, and nothing but what is said to be absent at times may lack.
TEST(EncodeRates, TheSchemaKnowsEveryMember) {
  RatesTerms terms = terms_of(over);
  terms.no_excess = "an option has no price";
  BookOf of = owing(600'000_d);
  add_bill(of);
  of.book().account.cash->push_back({-2000_d, "EUR"});
  of.book().market.currencies[Currency{"EUR"}] = 1.1_d;
  terms.financing.rate = 0.05_d;
  const schema::AnalysisMember rates{"rates", written(of, terms)};
  const schema::Tried tried = rates.tried();
  EXPECT_EQ(tried.let_in, std::set<std::string>{});
  EXPECT_EQ(tried.of_any_type, std::set<std::string>{});
  EXPECT_EQ(tried.not_missed,
            (std::set<std::string>{"#/bonds/from", "#/grid_without_excess", "#/scenarios/by_month",
                                   "#/triggers/missing"}));
  BookOf owing_nothing;
  add_bill(owing_nothing);
  const schema::AnalysisMember none{"rates", written(owing_nothing, {})};
  const schema::Tried of_none = none.tried();
  EXPECT_EQ(of_none.let_in, std::set<std::string>{});
  EXPECT_EQ(of_none.of_any_type, std::set<std::string>{});
  EXPECT_EQ(of_none.not_missed, std::set<std::string>{"#/bonds/from"});
}

}  // namespace
}  // namespace plimsoll::json
