#include "market/stale.hpp"

#include <algorithm>

namespace plimsoll {
namespace {

constexpr std::size_t date_length = 10;

/// "T21:00:00Z", or with a fraction of a second.
bool is_time_of_day(std::string_view text) {
  constexpr std::string_view shape = "T00:00:00";
  if (text.size() <= shape.size() || text.back() != 'Z') return false;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (shape[i] == '0' ? !digit(text[i]) : text[i] != shape[i]) return false;
  if (text.substr(1, 2) > "23" || text.substr(4, 2) > "59" || text.substr(7, 2) > "60")
    return false;
  const std::string_view fraction = text.substr(shape.size(), text.size() - shape.size() - 1);
  if (fraction.empty()) return true;
  return fraction.size() > 1 && fraction.front() == '.' &&
         std::ranges::all_of(fraction.substr(1), digit);
}

}  // namespace

std::optional<Date> day_of(std::string_view stale_after) {
  const auto day = parse_date(stale_after.substr(0, date_length));
  if (!day) return {};
  const std::string_view time = stale_after.substr(date_length);
  if (!time.empty() && !is_time_of_day(time)) return {};
  return *day;
}

std::vector<StaleQuote> stale_quotes(const MarketSnapshot& market, const Account& account) {
  std::vector<StaleQuote> stale;
  for (const auto& [id, instrument] : account.catalog) {
    const Quote* quote = market.find(id);
    if (!quote || !quote->stale_after) continue;
    const auto last_day = day_of(*quote->stale_after);
    if (last_day && *last_day < account.as_of) stale.push_back({id, *last_day});
  }
  return stale;
}

}  // namespace plimsoll
