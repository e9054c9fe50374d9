#include "io/clearing/positional_arrays.hpp"

#include <algorithm>

namespace plimsoll::io {
namespace {

using namespace clearing;

/// Where the fields stand: in 81 and 82 lines, or in 83 and 84 ones.
struct ArrayColumns {
  std::array<Column, 9> first, first_sign;
  std::array<Column, 7> second, second_sign;
  Column long_price, long_price_flag, composite, composite_sign, volatility, volatility_power,
      volatility_power_sign, price, price_sign, strike_sign, delta, delta_sign, delta_flag, factor,
      factor_power, factor_power_sign;
};

consteval ArrayColumns array_columns(std::string_view one, std::string_view two) {
  return {.first = columns<9>(one, "array_", ""),
          .first_sign = columns<9>(one, "array_", "_sign"),
          .second = columns<7>(two, "array_", "", 10),
          .second_sign = columns<7>(two, "array_", "_sign", 10),
          .long_price = column(one, "hp_settlement"),
          .long_price_flag = column(one, "hp_settlement_flag"),
          .composite = column(two, "composite_delta"),
          .composite_sign = column(two, "composite_delta_sign"),
          .volatility = column(two, "implied_vol"),
          .volatility_power = column(two, "implied_vol_exponent"),
          .volatility_power_sign = column(two, "implied_vol_exponent_sign"),
          .price = column(two, "settlement_price"),
          .price_sign = column(two, "settlement_price_sign"),
          .strike_sign = column(two, "strike_sign"),
          .delta = column(two, "current_delta"),
          .delta_sign = column(two, "current_delta_sign"),
          .delta_flag = column(two, "current_delta_flag"),
          .factor = column(two, "contract_value_factor"),
          .factor_power = column(two, "contract_value_factor_exponent"),
          .factor_power_sign = column(two, "contract_value_factor_exponent_sign")};
}

constexpr ArrayColumns narrow = array_columns("81", "82"), wide = array_columns("83", "84");

/// Whether values and their signs take turns without a gap, `width` digits and a character each.
template <std::size_t count>
consteval bool is_even(const std::array<Column, count>& values,
                       const std::array<Column, count>& signs) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = values[0].first + i * (values[0].width() + 1);
    if (values[i].first != begin || values[i].width() != values[0].width() ||
        signs[i].first != values[i].last + 1)
      return false;
  }
  return true;
}
static_assert(is_even(narrow.first, narrow.first_sign));
static_assert(is_even(narrow.second, narrow.second_sign));
static_assert(is_even(wide.first, wide.first_sign));
static_assert(is_even(wide.second, wide.second_sign));

/// Most of what a file is. Whether all of them are digits with a sign.
template <std::size_t width>
bool read_quickly(const char* at, std::size_t count, std::int64_t* digits) {
  bool sound = true;
  for (std::size_t i = 0; i < count; ++i, at += width + 1) {
    const std::int64_t size = quick_digits(at + width, width);
    const char sign = at[width];
    sound &= size >= 0 && (sign == '+' || sign == '-' || sign == ' ');
    digits[i] = sign == '-' ? -size : size;
  }
  return sound;
}

/// More than this in money for one contract is no margin; sums of it are far from overflowing.
constexpr int array_power_max = 12;

template <std::size_t count>
void read_values(Row& row, const std::array<Column, count>& values,
                 const std::array<Column, count>& signs, int power, std::int64_t* digits) {
  const std::size_t width = values[0].width();
  const bool sound = width == 5 ? read_quickly<5>(row.start(values[0]), count, digits)
                                : read_quickly<8>(row.start(values[0]), count, digits);
  if (sound && static_cast<int>(width) + power <= array_power_max) return;
  const auto room = static_cast<std::size_t>(std::clamp(array_power_max - power, 0, 18));
  for (std::size_t i = 0; i < count; ++i) {
    digits[i] = row.digits_needed(values[i]) * row.sign(signs[i]);
    if (std::abs(digits[i]) > powers_of_ten[room])
      row.complain(values[i], "times ten to " + std::to_string(power) + " is beyond what is read");
  }
}

void read_array(Row& first, Row& second, const ArrayColumns& at, int power, RiskArray& array) {
  array.exponent = static_cast<std::int8_t>(power);
  read_values(first, at.first, at.first_sign, power, array.digits.data());
  read_values(second, at.second, at.second_sign, power, array.digits.data() + at.first.size());
  const std::int64_t composite =
      second.digits_needed(at.composite) * second.sign(at.composite_sign);
  const auto shift = static_cast<std::size_t>(Decimal::places - at.composite.places);
  array.composite_delta = Decimal::from_nano(Int128{composite} * powers_of_ten[shift]);
}

bool is_all_nines(std::int64_t digits, std::size_t width) {
  return digits == powers_of_ten[width] - 1;
}

/// Nothing where the file has none.
std::optional<Decimal> settlement(Row& first, Row& second, const ArrayColumns& at,
                                  const PriceForm& form) {
  Row* row = &second;
  Column column = at.price;
  auto digits = first.letter(at.long_price_flag) == 'Y' ? std::nullopt : second.digits(column);
  // What does not fit seven digits, or is filled with nines there, stands in the long field.
  if (!digits || is_all_nines(*digits, column.width())) {
    row = &first;
    column = at.long_price;
    digits = first.digits(column);
  }
  if (!digits || is_all_nines(*digits, column.width())) return std::nullopt;
  const auto price = price_of(*digits, form);
  if (!price) {
    row->complain(column, "is no price with " + in_words(form));
    return std::nullopt;
  }
  return second.sign(at.price_sign) < 0 ? -*price : *price;
}

void read_greeks(Row& second, const ArrayColumns& at, Contract& contract) {
  const auto volatility = second.real(at.volatility, at.volatility_power, at.volatility_power_sign);
  if (volatility && *volatility != 0 && second.raw(at.volatility) != "99999999")
    contract.volatility = volatility;
  const char flag = second.letter(at.delta_flag);
  const auto delta = second.real(at.delta);
  const int sign = second.sign(at.delta_sign);
  if (delta && (flag == 'C' || flag == 'I' || flag == 'P')) contract.delta = *delta * sign;
  const auto factor = second.number(at.factor, at.factor_power, at.factor_power_sign);
  if (factor && !factor->is_zero()) contract.value_factor = factor;
}

}  // namespace

void read_pair(Row& first, Row& second, const DigitsMeaning& meaning, Contract& contract,
               RiskArray& array) {
  const ArrayColumns& at = first.line()[1] == '3' ? wide : narrow;
  read_array(first, second, at, meaning.array_power, array);
  contract.price = settlement(first, second, at, meaning.settlement);
  read_greeks(second, at, contract);
  (void)second.sign(at.strike_sign);
}

Column strike_sign_column(bool is_wide) { return (is_wide ? wide : narrow).strike_sign; }

}  // namespace plimsoll::io
