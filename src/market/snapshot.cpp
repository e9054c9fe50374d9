#include "market/snapshot.hpp"

namespace plimsoll {

Result<Decimal> MarketSnapshot::price(const InstrumentId& id) const {
  if (const Quote* quote = find(id); quote && quote->price) return *quote->price;
  return fail(
      Reason::missing_price,
      "no price on " + to_text(as_of) + "; add it under market.quotes or in a --market file",
      std::string{id.view()});
}

}  // namespace plimsoll
