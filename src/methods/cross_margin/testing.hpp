#pragma once
// For tests: banks and accounts of a small pool.

#include "methods/cross_margin/cross_margin.hpp"
#include "methods/cross_margin/health.hpp"

namespace plimsoll::cross_margin::testing {

inline constexpr Date day{2026y / November / 20};

inline Fixed48 fixed48(const char* text) { return parse_fixed48(text).value(); }

/// Weights one, no confidence.
inline Bank bank(const char* name, int decimals, const char* price) {
  const Fixed48 one = Fixed48::of(1);
  Bank made{.name = InstrumentId{name}, .decimals = decimals};
  made.price = made.time_weighted_price = fixed48(price);
  made.confidence_ratio_max = fixed48("0.1");
  made.asset_weight_init = made.asset_weight_maint = one;
  made.liability_weight_init = made.liability_weight_maint = one;
  return made;
}

inline std::shared_ptr<Pool> pool(std::vector<Bank> banks) {
  auto made = std::make_shared<Pool>();
  made->name = "pool.json";
  for (Bank& one : banks) made->banks.emplace(one.name, one);
  return made;
}

/// Tokens by bank, owed below zero.
inline Account account(std::initializer_list<std::pair<const char*, const char*>> held) {
  Account made;
  made.id = "lender";
  made.as_of = day;
  made.kind = AccountKind::cross_margin;
  for (const auto& [name, tokens] : held)
    made.positions.push_back(
        {.instrument = Token{InstrumentId{name}}, .quantity = parse_quantity(tokens).value()});
  return made;
}

}  // namespace plimsoll::cross_margin::testing
