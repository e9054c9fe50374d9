#include "report/figures.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace plimsoll::report {
namespace {

/// "-1234567.50" to "-1,234,567.50".
std::string separated(std::string number) {
  const std::size_t first = number.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(number.find('.'), number.size());
  while (at > first + 3) number.insert(at -= 3, 1, ',');
  return number;
}

std::string rounded(Decimal amount, Round round) {
  std::string text = to_text_rounded(amount, 2, round);
  return text == "-0.00" ? "0.00" : separated(std::move(text));
}

}  // namespace

std::string requirement_text(Money requirement) {
  return rounded(requirement.amount, Round::away_from_zero);
}

std::string equity_text(Money equity) { return rounded(equity.amount, Round::toward_zero); }

std::string excess_text(Money excess) {
  return rounded(excess.amount,
                 excess.amount.is_negative() ? Round::away_from_zero : Round::toward_zero);
}

std::optional<std::string> multiple_text(std::optional<Money> equity, Money requirement) {
  if (!equity) return std::nullopt;
  if (!(zero(requirement.currency) < requirement)) return "no requirement";
  // A multiple shown as 1.00 must not hide a shortfall of a cent, so it is cut, not rounded.
  const double times = to_double(equity->amount) / to_double(requirement.amount);
  double shown = std::floor(times * 100.0) / 100.0;
  if (!(*equity < requirement)) shown = std::max(shown, 1.0);
  else shown = std::min(shown, 0.99);
  char text[64];
  std::snprintf(text, sizeof text, "%.2fx", shown);
  return separated(text);
}

std::string exact_text(Money money) { return separated(to_text(money.amount, 2)); }
std::string price_text(Price price) { return separated(to_text(price.per_unit, 2)); }

std::string quantity_text(Quantity quantity) { return separated(to_text(quantity)); }

}  // namespace plimsoll::report
