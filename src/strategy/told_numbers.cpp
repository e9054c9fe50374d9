#include "strategy/told_numbers.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace plimsoll::strategy {
namespace {

std::string shortened(double number, int places) {
  std::array<char, 400> digits{};
  const auto [end, problem] = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                            std::chars_format::fixed, places);
  std::string text{digits.data(), end};
  if (text.find('.') != std::string::npos) {
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

/// Of thousandths: roots are good to 1e-10.
constexpr double hair = 1e-6;

}  // namespace

std::string told(double number) { return shortened(number, 2); }

std::string told_percent(double fraction) {
  const double percent = 100 * fraction;
  if (percent != 0 && std::abs(percent) < 0.01) return "under 0.01 %";
  return shortened(percent, std::abs(percent) < 1 ? 2 : 1) + " %";
}

double tenths_cut(double fraction) {
  return std::trunc(fraction * 1000 + std::copysign(hair, fraction));
}

double tenths_up(double fraction) { return std::ceil(fraction * 1000 - hair); }

std::string told_far(double fraction) {
  const double far = std::abs(fraction);
  if (far == 0) return "0 %";
  if (0.01 <= far) return shortened(tenths_cut(far) / 10, 1) + " %";
  const double hundredths = std::floor(far * 10'000 + hair);
  return hundredths == 0 ? "under 0.01 %" : shortened(hundredths / 100, 2) + " %";
}

std::string told_chance(double fraction) {
  if (fraction == 0) return "0 %";
  if (fraction < 0.0001) return "under 0.01 %";
  if (0.01 <= fraction) return shortened(tenths_up(fraction) / 10, 1) + " %";
  return shortened(std::ceil(fraction * 10'000 - hair) / 100, 2) + " %";
}

std::string told_down(double number) {
  // A multiple meant to be 1.67 may be a little less.
  return told(std::floor(number * 100 + hair) / 100);
}

std::string told_many(double number, std::string_view word) {
  const std::string text = told(number);
  return text + " " + std::string{word} + (text == "1" ? "" : "s");
}

std::string told_money(Money money) {
  std::string text = to_text_rounded(money.amount, 2, Round::half_even);
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = text.find('.'); at > first + 3;) text.insert(at -= 3, 1, ',');
  return text + " " + std::string{money.currency.code()};
}

}  // namespace plimsoll::strategy
