#include "io/clearing/positional_price.hpp"

#include <array>

#include "io/clearing/positional_row.hpp"

namespace plimsoll::io {
namespace {

/// By the digit that is left of it, in thousandths; below zero where none is.
constexpr std::array<std::int64_t, 10> eighths{0, 125, 250, 375, -1, 500, 625, 750, 875, -1};

constexpr std::int64_t parts_of(char alignment) { return alignment == 'C' ? 32 : 64; }

std::optional<Decimal> in_parts(std::int64_t digits, const PriceForm& form) {
  const std::int64_t eighth =
      form.places == 3 ? eighths[static_cast<std::size_t>(digits % 10)] : std::int64_t{0};
  if (form.places == 3) digits /= 10;
  const std::int64_t parts = digits % 100, whole = digits / 100;
  if (eighth < 0 || parts >= parts_of(form.alignment)) return std::nullopt;
  const auto sum = scaled(whole, 0);
  if (!sum) return std::nullopt;
  const std::int64_t nano_of_part = Decimal::scale / parts_of(form.alignment);
  return *sum + Decimal::from_nano((parts * 1000 + eighth) * nano_of_part / 1000);
}

}  // namespace

bool is_readable(const PriceForm& form) {
  switch (form.alignment) {
    case ' ':
    case '0':
      return true;
    case 'C':
    case 'K':
      return form.places <= 0 || form.places == 2 || form.places == 3;
    default:
      return false;
  }
}

std::optional<Decimal> price_of(std::int64_t digits, const PriceForm& form) {
  if (form.alignment == ' ' || form.places <= 0) return scaled(digits, -form.places);
  if (form.alignment != '0') return in_parts(digits, form);
  const std::int64_t eighth = eighths[static_cast<std::size_t>(digits % 10)];
  if (eighth < 0) return std::nullopt;
  // Fourteen digits and three more are within eighteen.
  return scaled(digits / 10 * 1000 + eighth, -(form.places + 2));
}

std::string in_words(const PriceForm& form) {
  const std::string places = std::to_string(form.places) + " decimals";
  switch (form.alignment) {
    case 'C':
      return places + " in 32nds";
    case 'K':
      return places + " in 64ths";
    case '0':
      return places + " in eighths";
    default:
      return places;
  }
}

}  // namespace plimsoll::io
