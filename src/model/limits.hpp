#pragma once
// How large anything from outside may be. Inside these bounds no product or sum in a method can
// overflow a Decimal, so a typing error is refused where it is read and can never stop a server.
// Held by tests/bounds_test.cpp.

#include "money/money.hpp"

namespace plimsoll::limits {

inline constexpr Decimal price_max{1'000'000'000};  // per unit, in any currency
inline constexpr Quantity quantity_max = Quantity::of(std::int64_t{10'000'000'000});
// Of a token in a lending pool: some are counted in hundreds of trillions.
inline constexpr Quantity tokens_max = Quantity::of(std::int64_t{1'000'000'000'000'000});
inline constexpr Decimal multiplier_max{10'000};               // units of underlying per contract
inline constexpr Decimal futures_multiplier_max{100'000'000};  // 12,500,000 yen are one contract
inline constexpr Decimal leverage_max{10};
inline constexpr Decimal margin_rate_max{10};  // of market value: a broker's own rate for one name
inline constexpr Decimal cash_max{1'000'000'000'000'000};
inline constexpr Decimal exchange_rate_max{1'000'000};
// Of one position, at any price it may be reckoned at, in the account's currency.
inline constexpr Decimal value_max{1'000'000'000'000'000'000};
inline constexpr std::size_t positions_max = 10'000;  // in one account
inline constexpr std::size_t symbol_length_max = 32;
inline constexpr std::size_t name_length_max = 200;

}  // namespace plimsoll::limits
