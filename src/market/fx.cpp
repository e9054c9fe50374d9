#include "market/fx.hpp"

namespace plimsoll {

Result<Decimal> exchange_rate(const MarketSnapshot& market, Currency from, Currency base) {
  if (from == base) return Decimal{1};
  const auto found = market.currencies.find(from);
  if (found != market.currencies.end()) return found->second;
  const std::string name{from.code()};
  return fail(Reason::missing_price,
              "no rate from " + name + " to " + std::string{base.code()} +
                  "; add \"currencies\": {\"" + name + "\": \"...\"} to the market, one unit in " +
                  std::string{base.code()},
              name);
}

Result<Money> in_currency(Money money, Currency base, const MarketSnapshot& market) {
  PLIMSOLL_TRY(rate, exchange_rate(market, money.currency, base));
  return Money{multiply(money.amount, rate, Round::half_even), base};
}

Result<Price> in_currency(Price price, Currency base, const MarketSnapshot& market) {
  PLIMSOLL_TRY(rate, exchange_rate(market, price.currency, base));
  return Price{multiply(price.per_unit, rate, Round::half_even), base};
}

}  // namespace plimsoll
