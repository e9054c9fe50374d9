#include "report/ratios.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "strategy/told_numbers.hpp"

namespace plimsoll::report {
namespace {

constexpr double trading_days_a_year = 252;
/// What a double may fall short of a tenth of a per cent that it was meant to be.
constexpr double hair = 1e-9;

std::string printed(const char* form, double number) {
  char text[48];
  std::snprintf(text, sizeof text, form, number);
  return text;
}

}  // namespace

std::string distance_text(double fraction) {
  return printed("%.1f%%", strategy::tenths_cut(fraction) / 10 + 0.0);
}

std::string use_text(double fraction) {
  const double tenths = fraction * 1000;
  const double away = fraction < 0 ? std::floor(tenths + hair) : std::ceil(tenths - hair);
  return printed("%.1f%%", away / 10 + 0.0);
}

std::string times_text(double multiple) {
  return printed("%.2fx", std::floor(multiple * 100 + hair) / 100);
}

std::string chance_text(double probability) {
  if (probability > 0 && probability < 0.0001) return "< 0.01%";
  if (0.01 <= probability) return printed("%.1f%%", strategy::tenths_up(probability) / 10);
  return printed("%.2f%%", std::max(0.0, std::ceil(probability * 10'000 - hair)) / 100);
}

std::string days_text(double trading_days) {
  if (trading_days < trading_days_a_year) return printed("%.0f days", std::ceil(trading_days));
  return printed("%.1f years", trading_days / trading_days_a_year);
}

std::string bar_text(double part, std::size_t width) {
  const double within = std::clamp(part, 0.0, 1.0);
  const auto full = static_cast<std::size_t>(std::round(within * static_cast<double>(width)));
  return "[" + std::string(full, '#') + std::string(width - full, '.') + "]";
}

}  // namespace plimsoll::report
