#include "base/fixed48.hpp"

namespace plimsoll {
namespace {

constexpr int bits_behind = Fixed48::fraction_bits;
constexpr UInt128 most = ~UInt128{0} >> 1;

std::optional<Fixed48> signed_bits(UInt128 size, bool negative) {
  if (size > most) return std::nullopt;
  return Fixed48::from_bits(detail::with_sign(size, negative));
}

/// (top << 48) / bottom, cut; nothing where it takes more than 127 bits.
std::optional<UInt128> divided_with_fraction(UInt128 top, UInt128 bottom) {
  UInt128 quotient = top / bottom, rest = top % bottom;
  if (quotient > most >> bits_behind) return std::nullopt;
  for (int i = 0; i < bits_behind; ++i) {
    rest <<= 1;
    quotient <<= 1;
    if (rest < bottom) continue;
    rest -= bottom;
    quotient |= 1;
  }
  return quotient;
}

}  // namespace

std::optional<Fixed48> plus(Fixed48 a, Fixed48 b) {
  Int128 sum{};
  if (__builtin_add_overflow(a.bits(), b.bits(), &sum)) return std::nullopt;
  return Fixed48::from_bits(sum);
}

std::optional<Fixed48> minus(Fixed48 a, Fixed48 b) {
  Int128 difference{};
  if (__builtin_sub_overflow(a.bits(), b.bits(), &difference)) return std::nullopt;
  return Fixed48::from_bits(difference);
}

std::optional<Fixed48> times(Fixed48 a, Fixed48 b) {
  const auto [high, low] =
      detail::full_product(detail::magnitude(a.bits()), detail::magnitude(b.bits()));
  if ((high >> (bits_behind - 1)) != 0) return std::nullopt;
  const UInt128 size = (high << (128 - bits_behind)) | (low >> bits_behind);
  return signed_bits(size, a.is_negative() != b.is_negative());
}

std::optional<Fixed48> over(Fixed48 a, Fixed48 b) {
  if (b.is_zero()) return std::nullopt;
  const bool negative = a.is_negative() != b.is_negative();
  const UInt128 top = detail::magnitude(a.bits()), bottom = detail::magnitude(b.bits());
  constexpr UInt128 behind = (UInt128{1} << bits_behind) - 1;
  // By a whole number, such as a power of ten: no fraction has to be made.
  const UInt128 whole = bottom >> bits_behind;
  if ((bottom & behind) == 0 && (whole >> 64) == 0)
    return signed_bits(detail::divided(top, static_cast<std::uint64_t>(whole)).quotient, negative);
  const auto size = divided_with_fraction(top, bottom);
  return size ? signed_bits(*size, negative) : std::nullopt;
}

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
  if (quotient > most >> bits_behind) return std::nullopt;
  const auto fraction = detail::divided(static_cast<UInt128>(rest) << bits_behind, unit).quotient;
  return signed_bits((quotient << bits_behind) | fraction, value < 0);
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
