#include "market/fx.hpp"

namespace plimsoll {

Result<Decimal> exchange_rate(const MarketSnapshot& market, Currency from, Currency base) {
  if (from == base) return Decimal{1};
  const auto found = market.currencies.find(from);
  if (found != market.currencies.end()) return found->second;
  return std::unexpected{without_rate({from}, base)};
}

Error without_rate(const std::set<Currency>& from, Currency base) {
  std::string names, entries;
  for (const Currency currency : from) {
    const std::string code{currency.code()};
    names += (names.empty() ? "" : ", ") + code;
    entries += (entries.empty() ? "\"" : ", \"") + code + "\": \"...\"";
  }
  const std::string own{base.code()};
  return {Reason::missing_price,
          "no rate from " + names + " to " + own + "; add \"currencies\": {" + entries +
              "} to the market, one unit " + (from.size() == 1 ? "in " : "of each in ") + own,
          from.size() == 1 ? names : std::string{}};
}

Result<Money> in_currency(Money money, Currency base, const MarketSnapshot& market) {
  if (money.currency == base) return money;
  PLIMSOLL_TRY(rate, exchange_rate(market, money.currency, base));
  return Money{multiply(money.amount, rate, Round::half_even), base};
}

Result<Price> in_currency(Price price, Currency base, const MarketSnapshot& market) {
  if (price.currency == base) return price;
  PLIMSOLL_TRY(rate, exchange_rate(market, price.currency, base));
  return Price{multiply(price.per_unit, rate, Round::half_even), base};
}

}  // namespace plimsoll
