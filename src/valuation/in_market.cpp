#include "valuation/in_market.hpp"

#include <algorithm>

namespace plimsoll::valuation {
namespace {

Result<Decimal> price_of(const InstrumentId& id, const MarketSnapshot& market) {
  const Quote* quote = market.find(id);
  if (quote && quote->price) return *quote->price;
  return std::unexpected{without_price({id}, market)};
}

}  // namespace

InstrumentId root_of(const ListedOption& option) {
  constexpr std::size_t longest = 6;  // of an OSI symbol
  const std::string_view symbol = option.id.view();
  return InstrumentId{
      symbol.substr(0, std::min(symbol.find(' '), std::min<std::size_t>(symbol.size(), longest)))};
}

Result<Decimal> level_under(const ListedOption& option, const MarketSnapshot& market) {
  const bool reduced = option.underlying_scale != Decimal{1};
  if (const InstrumentId root = root_of(option); reduced && root != option.underlying)
    if (const Quote* quote = market.find(root); quote && quote->price) return *quote->price;
  PLIMSOLL_TRY(level, price_of(option.underlying, market));
  return divide(level, option.underlying_scale, Round::half_even);
}

Result<Series> series_in(const ListedOption& option, Levels at, Date as_of,
                         const MarketSnapshot& market) {
  static const Quote unquoted;
  const Quote* own = market.find(option.id);
  const Quote* under = market.find(option.underlying);
  return series_of(option, at.price, at.level,
                   {as_of, own ? *own : unquoted, under ? *under : unquoted, market});
}

}  // namespace plimsoll::valuation
