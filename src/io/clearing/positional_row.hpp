#pragma once
// One line of a positional file: what stands in its columns, and the first thing wrong with it.

#include <array>
#include <cstring>
#include <optional>
#include <string>

#include "io/clearing/positional_layout.hpp"

namespace plimsoll::io {

/// Ten to this, for 0 to 18.
inline constexpr std::array<std::int64_t, 19> powers_of_ten = [] {
  std::array<std::int64_t, 19> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// `digits` times ten to `power`; nothing where it has more than nine places, or is more than a
/// price may be (model/limits.hpp).
std::optional<Decimal> scaled(std::int64_t digits, int power);

/// Blank where the line has ended, so any column may be asked. Questions about a column with
/// something wrong in it answer with nothing; ask `is_sound` once all have been put.
class Row {
 public:
  Row() { text_.fill(' '); }
  Row(std::string_view line, std::uint32_t number) : Row{} { load(line, number); }

  void load(std::string_view line, std::uint32_t number) {
    const std::size_t size = line.size() < row_width ? line.size() : row_width;
    std::memcpy(text_.data() + margin, line.data(), size);
    if (size < size_) std::memset(text_.data() + margin + size, ' ', size_ - size);
    size_ = size;
    number_ = number;
    wrong_.reset();
  }

  std::uint32_t number() const { return number_; }  // the line's, from 1
  std::string_view line() const { return {text_.data() + margin, size_}; }
  std::string_view raw(const Column& column) const {
    return {text_.data() + margin + column.first - 1, column.width()};
  }

  /// Where it begins; at least eight characters stand before it.
  const char* start(const Column& column) const { return text_.data() + margin + column.first - 1; }

  std::string_view text(const Column& column) const { return cell_of(line(), column); }
  char letter(const Column& column) const { return raw(column)[0]; }
  clearing::Code code(const Column& column) const { return clearing::Code{text(column)}; }
  /// Refused where blank.
  clearing::Code code_needed(const Column& column);

  /// Whole digits of up to 18 columns; nothing where all are blank.
  std::optional<std::int64_t> digits(const Column& column);
  std::int64_t digits_needed(const Column& column);
  /// Blank and "+" are 1, "-" is -1.
  int sign(const Column& column);
  /// With the column's own implied decimals.
  std::optional<Decimal> number(const Column& column);
  Decimal number_needed(const Column& column);
  /// The same times ten to a signed exponent.
  std::optional<Decimal> number(const Column& value, const Column& exponent,
                                const Column& exponent_sign);
  /// In double: model inputs.
  std::optional<double> real(const Column& column);
  std::optional<double> real(const Column& value, const Column& exponent,
                             const Column& exponent_sign);
  /// A number with a minus somewhere before its digits: "-05", "002"; nothing where blank.
  std::optional<int> signed_text(const Column& column);

  /// CCYYMM and two characters of a day or a week, of which "00" is none. Empty where blank or
  /// zeros.
  Month month(const Column& month, const Column& day);
  Month month_needed(const Column& month, const Column& day);
  /// CCYYMMDD; nothing where blank or zeros.
  std::optional<Date> date(const Column& column);
  /// Two digits without the leading zero, "1"; empty where blank or "00".
  clearing::Code tier(const Column& column);
  clearing::Side side(const Column& column);
  std::optional<Currency> currency(const Column& column);

  void complain(const Column& column, const std::string& what);  // "is no number"
  void complain(std::string what);                               // of the whole line
  bool is_sound() const { return !wrong_; }
  /// The first thing wrong: "cme.pa2:14:55-59".
  Error error(const std::string& file) const;

 private:
  struct Wrong {
    std::optional<Column> column;
    std::string what;
  };
  static constexpr std::size_t margin = 8;  // so that eight characters up to any column can be read

  std::optional<std::int64_t> slow_digits(const Column& column);
  int exponent(const Column& exponent, const Column& sign);

  std::array<char, margin + row_width> text_{};
  std::size_t size_ = 0;
  std::uint32_t number_ = 0;
  std::optional<Wrong> wrong_;
};

/// The digits that stand in up to eight columns, below zero where anything else does. All eight are
/// looked at together: each byte less '0' is a digit if nothing is left of its upper half, also
/// with six added.
inline std::int64_t quick_digits(const char* end, std::size_t width) {
  std::uint64_t word = 0;
  std::memcpy(&word, end - 8, 8);
  word ^= 0x3030303030303030u;
  const std::size_t unused = (8 - width) * 8;
  word = unused == 64 ? 0 : (word >> unused) << unused;
  if (((word | (word + 0x0606060606060606u)) & 0xF0F0F0F0F0F0F0F0u) != 0) return -1;
  word = (word * 10 + (word >> 8)) & 0x00FF00FF00FF00FFu;
  word = (word * 100 + (word >> 16)) & 0x0000FFFF0000FFFFu;
  return static_cast<std::int64_t>((word * 10000 + (word >> 32)) & 0xFFFFFFFFu);
}

inline std::optional<std::int64_t> Row::digits(const Column& column) {
  const char* end = text_.data() + margin + column.last;
  if (column.width() <= 8)
    if (const std::int64_t quick = quick_digits(end, column.width()); quick >= 0) return quick;
  return slow_digits(column);
}

inline std::int64_t Row::digits_needed(const Column& column) {
  const auto number = digits(column);
  if (!number) complain(column, "; write its digits");
  return number.value_or(0);
}

inline int Row::sign(const Column& column) {
  const char c = letter(column);
  if (c == '-') return -1;
  if (c != '+' && c != ' ') complain(column, "is no sign; write +, - or leave it blank");
  return 1;
}

}  // namespace plimsoll::io
