#pragma once
// For tests: an account to compare, with two houses and their rates.

#include "engine/compare.hpp"
#include "market/rates_for_tests.hpp"
#include "rules/house_for_tests.hpp"

namespace plimsoll::engine::testing {

using namespace plimsoll::testing;

inline Node rates_of(const char* name, const char* title, const char* house, Node file) {
  file = with(with(std::move(file), "name", name), "title", title);
  return *house == '\0' ? file : with(std::move(file), "house", house);
}

inline House house_asking(const char* name, const char* rate,
                          const char* effective_from = "2020-01-01") {
  return house_profile(house_file({house_rule(7, {{"scope", "position"},
                                                  {"mode", "floor"},
                                                  {"of", "market_value"},
                                                  {"rate", rate}})},
                                  effective_from, name),
                       std::string{name} + ".toml")
      .value();
}

/// 2,000 shares at 100, in no list, with 100,000 borrowed: a quarter is 50,000. Houses "easy" (the
/// law's quarter), "hard" (40 %) and "plain" (30 %, without rates); schedules of easy (blended over
/// the federal funds rate), of hard (flat, 8 %), and one of a broker without a profile (flat, 5 %).
inline CompareRequest borrowed() {
  CompareRequest request;
  MarginRequest& margin = request.analysis.margin;
  margin.account.id = "borrowed";
  margin.account.as_of = margin.market.as_of = Date{2026y / November / 20};
  margin.account.cash = {{{.currency = "USD", .amount = Decimal{-100'000}}}};
  DraftPosition position;
  position.symbol = "XYZ";
  position.quantity = Quantity::of(2000);
  margin.account.positions = {position};
  Description equity;
  equity.symbol = "XYZ";
  equity.type = "equity";
  margin.account.instruments = {equity};
  margin.market.quotes[InstrumentId{"XYZ"}].price = Decimal{100};
  margin.market.risk_free_rate = 0.04;
  for (const House& house :
       {house_asking("easy", "0.25"), house_asking("hard", "0.4"), house_asking("plain", "0.3")})
    PLIMSOLL_CHECK(request.houses.add(house).has_value());
  for (const Node& file :
       {rates_of("easy-usd", "Easy Pro", "easy", blended_file({{"50000", "0.015"}, {"", "0.010"}})),
        rates_of("hard-usd", "Hard", "hard", flat_file("0.08", {{"", "0"}})),
        rates_of("other-usd", "Other", "", flat_file("0.05", {{"", "0"}}))})
    PLIMSOLL_CHECK(
        request.analysis.schedules.add(rate_schedule(file, "r.toml").value()).has_value());
  return request;
}

}  // namespace plimsoll::engine::testing
