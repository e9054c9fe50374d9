#include "io/ibkr_totals.hpp"

#include <array>
#include <optional>
#include <utility>

#include "io/numbers.hpp"
#include "io/text.hpp"
#include "io/worth.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

constexpr Decimal row_rounding = 0.01_d;

/// An amount inside the bounds of cash; nothing for any other text.
std::optional<Decimal> bounded(std::string_view text, Decimal size_max) {
  const auto amount = quotient_in(text);
  if (!amount || !*amount || abs(**amount) > size_max) return {};
  return **amount;
}

}  // namespace

void IbkrTotals::add(const std::string& group, std::string_view value, std::string_view rate) {
  Sum& sum = sums_[group];
  const auto amount = bounded(value, limits::cash_max);
  const auto factor = bounded(rate, limits::exchange_rate_max);
  if (!amount || !factor || abs(sum.value) > limits::value_max) {
    sum.known = false;
    return;
  }
  sum.value += multiply(*amount, *factor, Round::half_even);
  sum.slack += row_rounding;
  if (rate != "1") sum.slack += multiply(abs(*amount), rounding_in(rate), Round::away_from_zero);
}

Result<void> IbkrTotals::check(const std::string& group, std::string_view printed) const {
  const auto total = bounded(printed, limits::cash_max);
  if (!total || !known_) return {};
  const auto found = sums_.find(group);
  const Sum sum = found == sums_.end() ? Sum{} : found->second;
  if (!sum.known || abs(sum.value - *total) <= sum.slack + row_rounding) return {};
  return not_the_total(*total, sum.value);
}

std::string_view ibkr_summary_group(std::string_view category) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> groups{
      {{"stk", "stock"},
       {"stock", "stock"},
       {"stocks", "stock"},
       {"opt", "options"},
       {"options", "options"},
       {"bond", "bonds"},
       {"bill", "bonds"},
       {"fund", "funds"},
       {"fut", "futures"},
       {"crypto", "crypto"}}};
  const std::string word = letters(category);
  for (const auto& [name, group] : groups)
    if (name == word) return group;
  return {};
}

}  // namespace plimsoll::io
