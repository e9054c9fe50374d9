#pragma once
// For tests: a pool of a few banks, and accounts in it.

#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

#include "methods/cross_margin/transition.hpp"

namespace plimsoll::cross_margin::testing {

inline constexpr Date day{2026y / July / 24};

inline Fixed48 number(const char* text) { return parse_fixed48(text).value(); }

/// Weights of one, no confidence, a limit of it of ten per cent.
class PoolBuilder {
 public:
  Bank& bank(const char* name, const char* price, int decimals = 6) {
    const InstrumentId id{name};
    Bank& made = pool.banks[id];
    made.name = id;
    made.decimals = decimals;
    made.price = made.time_weighted_price = number(price);
    made.confidence_ratio_max = number("0.1");
    made.asset_weight_init = made.asset_weight_maint = Fixed48::of(1);
    made.liability_weight_init = made.liability_weight_maint = Fixed48::of(1);
    return made;
  }
  const Bank& at(const char* name) const { return pool.banks.at(InstrumentId{name}); }
  Bank& at(const char* name) { return pool.banks.at(InstrumentId{name}); }
  Fixed48 units(const char* name, const char* tokens) const {
    return native_units(parse_quantity(tokens).value(), at(name)).value();
  }

  /// Tokens by bank, owed where below zero.
  State state(std::initializer_list<std::pair<const char*, const char*>> held) const {
    State made{.pool = &pool};
    for (const auto& [name, tokens] : held) {
      const Quantity quantity = parse_quantity(tokens).value();
      const Side side = quantity.is_negative() ? Side::liability : Side::asset;
      made = with_balance(std::move(made),
                          {&at(name), side, native_units(abs(quantity), at(name)).value()});
    }
    return made;
  }

  Pool pool{.name = "test"};
};

inline Bank bank(const char* name, int decimals, const char* price) {
  return PoolBuilder{}.bank(name, price, decimals);
}
inline std::shared_ptr<Pool> pool(std::vector<Bank> banks) {
  auto made = std::make_shared<Pool>();
  made->name = "pool.json";
  for (Bank& one : banks) made->banks.emplace(one.name, one);
  return made;
}
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

inline void weigh_assets(Bank& bank, const char* init, const char* maint) {
  bank.asset_weight_init = number(init);
  bank.asset_weight_maint = number(maint);
}
inline void weigh_liabilities(Bank& bank, const char* init, const char* maint) {
  bank.liability_weight_init = number(init);
  bank.liability_weight_maint = number(maint);
}
inline void widen(Bank& bank, const char* confidence) {
  bank.confidence = bank.time_weighted_confidence = number(confidence);
}
inline void reprice(Bank& bank, Fixed48 price) { bank.price = bank.time_weighted_price = price; }

/// The protocol's name of a refusal; empty where there is none.
template <class T>
std::string refusal(const Result<T>& result) {
  return result ? "" : result.error().what.substr(0, result.error().what.find(':'));
}

inline bool near(Fixed48 a, Fixed48 b, Fixed48 apart) {
  const Int128 difference = a.bits() - b.bits();
  return -apart.bits() <= difference && difference <= apart.bits();
}

}  // namespace plimsoll::cross_margin::testing
