#include "methods/span/currencies.hpp"

#include "market/fx.hpp"
#include "methods/span/work.hpp"

namespace plimsoll::span {

Result<Decimal> rate_to_base(Currency from, const Account& account, const MarketSnapshot& market,
                             const RiskFiles& files) {
  auto rate = exchange_rate(market, from, account.base);
  if (rate) return rate;
  for (const auto& file : files)
    for (const clearing::Conversion& known : file->conversions) {
      if (!(Decimal{} < known.factor)) continue;
      if (known.from == from && known.to == account.base) return known.factor;
      if (known.to != from || known.from != account.base) continue;
      // One so small that no decimal is left of it would make a debt nothing.
      const Decimal reverse = quotient(Decimal{1}, known.factor, Round::half_even);
      if (!reverse.is_zero()) return reverse;
    }
  return rate;
}

}  // namespace plimsoll::span
