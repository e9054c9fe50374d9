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

}  // namespace

std::string told(double number) { return shortened(number, 2); }

std::string told_percent(double fraction) {
  const double percent = 100 * fraction;
  if (percent != 0 && std::abs(percent) < 0.01) return "under 0.01 %";
  return shortened(percent, std::abs(percent) < 1 ? 2 : 1) + " %";
}

std::string told_down(double number) {
  constexpr double hair = 1e-9;  // a multiple meant to be 1.67 may be a little less
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
