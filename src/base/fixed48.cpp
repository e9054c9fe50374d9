#include "base/fixed48.hpp"

namespace plimsoll {
namespace {

constexpr int bits_behind = Fixed48::fraction_bits;

}  // namespace

namespace detail {

std::optional<UInt128> divided_with_fraction(UInt128 top, UInt128 bottom) {
  UInt128 quotient = top / bottom, rest = top % bottom;
  if (quotient > fixed48_most >> bits_behind) return std::nullopt;
  if (bottom >> (128 - bits_behind) == 0)  // and so is the rest, which is below it
    return (quotient << bits_behind) | ((rest << bits_behind) / bottom);
  for (int i = 0; i < bits_behind; ++i) {
    rest <<= 1;
    quotient <<= 1;
    if (rest < bottom) continue;
    rest -= bottom;
    quotient |= 1;
  }
  return quotient;
}

}  // namespace detail

Result<Fixed48> parse_fixed48(std::string_view text) {
  PLIMSOLL_TRY(scaled, parse_scaled(text, 18));
  const auto value = scaled_to_fixed48(scaled, 18);
  if (!value) return fail(Reason::bad_input, "it is too large for 80 bits before the point");
  return *value;
}

std::optional<Fixed48> scaled_to_fixed48(Int128 value, int places) {
  PLIMSOLL_CHECK(0 <= places && places <= 18);
  std::uint64_t unit = 1;
  for (int i = 0; i < places; ++i) unit *= 10;
  const auto [quotient, rest] = detail::divided(detail::magnitude(value), unit);
  if (quotient > detail::fixed48_most >> bits_behind) return std::nullopt;
  const auto fraction = detail::divided(static_cast<UInt128>(rest) << bits_behind, unit).quotient;
  return detail::fixed48_of((quotient << bits_behind) | fraction, value < 0);
}

Decimal to_decimal(Fixed48 value) {
  return Decimal::from_nano(multiply_divide(value.bits(), Decimal::scale,
                                            std::uint64_t{1} << bits_behind, Round::toward_zero));
}

std::string to_text(Fixed48 value) {
  const UInt128 size = detail::magnitude(value.bits());
  std::string text = scaled_to_text(static_cast<Int128>(size >> bits_behind), 0, 0);
  std::uint64_t fraction =
      static_cast<std::uint64_t>(size) & ((std::uint64_t{1} << bits_behind) - 1);
  if (fraction != 0) text += '.';
  while (fraction != 0) {
    fraction *= 10;
    text += static_cast<char>('0' + (fraction >> bits_behind));
    fraction &= (std::uint64_t{1} << bits_behind) - 1;
  }
  return value.is_negative() ? "-" + text : text;
}

double to_double(Fixed48 value) {
  return static_cast<double>(value.bits()) / static_cast<double>(std::uint64_t{1} << bits_behind);
}

}  // namespace plimsoll
