#pragma once
// For tests: a small file, as a reader leaves it.

#include "market/clearing/risk_file.hpp"

namespace plimsoll::clearing::testing {

/// Two commodities: futures ZZ of two months with an option on them, and futures YY, of which one
/// contract has neither array nor price.
inline RiskFile small_file() {
  RiskFile file{
      .name = "small.pa2", .clearing_house = Code{"SYN"}, .day = Date{2025y / September / 12}};
  file.created = "2025-09-12 19:00";
  const Code exchange{"XYZ"};
  const ProductKey zz{exchange, Code{"ZZ"}}, yy{exchange, Code{"YY"}};
  const ProductKey oz{exchange, Code{"OZ"}, ProductType::option_on_future};
  file.products = {
      {.key = zz, .name = "SYNTHETIC GOLD"}, {.key = oz, .underlying = Code{"ZZ"}}, {.key = yy}};
  file.commodities = {{.code = Code{"CC-ZZ"}, .exchange = exchange, .name = "GOLD"},
                      {.code = Code{"CC-YY"}, .exchange = exchange}};
  file.commodities[0].products = {{.product = zz}, {.product = oz}};
  file.commodities[0].calendar_tiers = {
      {.name = Code{"1"}, .first = {2025, 9}, .last = {2025, 10}}};
  file.commodities[0].calendar_spreads = {{.priority = 1, .charge = {}, .legs = {}}};
  file.commodities[0].short_option_rate = {{.value = Decimal{50}}};
  file.commodities[1].products = {{.product = yy}};
  file.conversions = {{.from = Currency{"EUR"}, .to = usd, .factor = Decimal{2}}};
  file.inter_spreads = {{.priority = 1, .legs = {}},
                        {.priority = 2, .method = InterMethod::scanning, .legs = {}}};
  RiskArray array;
  array.digits[12] = 12'000;
  array.exponent = -1;
  array.composite_delta = Decimal{1};
  file.arrays = {array, array, array};
  file.arrays[2].generated = true;
  const Month december{2025, 12, {}}, week{2025, 11, DayCode{"W1"}};
  const auto contract = [&](Index product, Month month, Index first) {
    Contract one;
    one.product = product, one.month = month;
    one.array = first, one.arrays = first == nowhere ? 0 : 1;
    return one;
  };
  file.contracts = {contract(0, {2025, 9, {}}, 0), contract(0, december, 1),
                    contract(1, december, 2), contract(2, december, nowhere)};
  file.contracts[0].price = Decimal{3600};
  file.contracts[1].price = Decimal{3640};
  Contract& option = file.contracts[2];
  option.option_month = week, option.right = Right::put;
  option.strike = Decimal{3600}, option.price = Decimal{95};
  file.counts = {{"B", 3}, {"P", 3}};
  file.unknown = {{"7", 2}};
  return file;
}

}  // namespace plimsoll::clearing::testing
