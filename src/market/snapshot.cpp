#include "market/snapshot.hpp"

namespace plimsoll {
namespace {

bool has_bid_or_ask(const InstrumentId& id, const MarketSnapshot& market) {
  const Quote* quote = market.find(id);
  return quote && (quote->bid || quote->ask);
}

/// Nothing where there is no such name.
std::string about_bid_or_ask(const std::string& names) {
  if (names.empty()) return {};
  return " as \"price\": a bid or an ask of " + names + " is given, and not taken for one";
}

}  // namespace

Result<Decimal> MarketSnapshot::price(const InstrumentId& id) const {
  if (const Quote* quote = find(id); quote && quote->price) return *quote->price;
  return fail(Reason::missing_price,
              "no price on " + to_text(as_of) +
                  "; add it under market.quotes or in a --market file" +
                  about_bid_or_ask(has_bid_or_ask(id, *this) ? "it" : ""),
              std::string{id.view()});
}

Error without_price(const std::set<InstrumentId>& ids, const MarketSnapshot& market) {
  std::string names, half_quoted;
  for (const InstrumentId& id : ids) {
    const std::string name{id.view()};
    names += (names.empty() ? "" : ", ") + name;
    if (has_bid_or_ask(id, market)) half_quoted += (half_quoted.empty() ? "" : ", ") + name;
  }
  return {Reason::missing_price,
          "no price on " + to_text(market.as_of) + " for " + names + "; add " +
              (ids.size() == 1 ? "it" : "them") + " under market.quotes or in a --market file" +
              about_bid_or_ask(half_quoted),
          ids.size() == 1 ? names : std::string{}};
}

}  // namespace plimsoll
