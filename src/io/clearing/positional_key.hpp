#pragma once
// What a contract is as one number, so that a million of them are sorted quickly.

#include <array>
#include <cstdint>
#include <optional>

#include "base/wide.hpp"
#include "market/clearing/product.hpp"

namespace plimsoll::io {

/// Compares as `clearing::Contract::key` does. From the top: product (24 bits, a place in a list),
/// month of the future, month of the option (34 each: year, month, two characters of a day), right
/// (2), the digits of the strike with their sign (25).
using PackedKey = UInt128;

inline constexpr int strike_bits = 25, right_bits = 2, month_bits = 34;
inline constexpr int right_at = strike_bits, option_month_at = right_at + right_bits,
                     month_at = option_month_at + month_bits, product_at = month_at + month_bits;
inline constexpr std::int64_t strike_zero = std::int64_t{1} << (strike_bits - 1);

constexpr std::uint64_t bits_of(PackedKey key, int at, int count) {
  return static_cast<std::uint64_t>(key >> at) & ((std::uint64_t{1} << count) - 1);
}

inline PackedKey packed(const Month& month) {
  const std::string_view day = month.day.view();
  const auto character = [&](std::size_t i) {
    return i < day.size() ? static_cast<unsigned char>(day[i]) : std::uint64_t{0};
  };
  return (std::uint64_t{month.year} << 20) | (std::uint64_t{month.month} << 16) |
         (character(0) << 8) | character(1);
}

inline Month month_in(PackedKey key, int at) {
  const std::uint64_t bits = bits_of(key, at, month_bits);
  const std::array<char, 2> day{static_cast<char>(bits >> 8 & 0xFF),
                                static_cast<char>(bits & 0xFF)};
  Month month{static_cast<std::uint16_t>(bits >> 20), static_cast<std::uint8_t>(bits >> 16 & 0xF)};
  if (day[0] != '\0') month.day = DayCode{std::string_view{day.data(), day.size()}};
  return month;
}

inline std::optional<Right> right_in(PackedKey key) {
  const std::uint64_t bits = bits_of(key, right_at, right_bits);
  if (bits == 0) return std::nullopt;
  return bits == 1 ? Right::call : Right::put;
}

inline std::int64_t strike_in(PackedKey key) {
  return static_cast<std::int64_t>(bits_of(key, 0, strike_bits)) - strike_zero;
}

/// The same with its strike below zero.
inline PackedKey with_negative_strike(PackedKey key) {
  const auto strike = static_cast<std::uint64_t>(strike_zero - strike_in(key));
  return key >> strike_bits << strike_bits | strike;
}

}  // namespace plimsoll::io
