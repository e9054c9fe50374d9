#include "methods/cross_margin/reckoning.hpp"

#include <utility>

#include "methods/cross_margin/laws.hpp"
#include "methods/cross_margin/leaves.hpp"

namespace plimsoll::cross_margin {
namespace {

/// "120 SOL x 0.8 x 149.65".
std::string subject_of(const ValuedBalance& one) {
  const Bank& bank = *one.balance.bank;
  const std::string held =
      plimsoll::to_text(tokens_of(one.balance.amount, bank)) + " " + std::string{bank.name.view()};
  switch (one.counted) {
    case Counted::by_bank:
    case Counted::by_emode:
    case Counted::over_limit:
      return held + " x " + number_text(one.weight) + " x " + number_text(one.price);
    case Counted::isolated:
    case Counted::reduce_only:
    case Counted::stale:
      return held;
  }
  return held;
}

template <Reading R>
R under_health(PoolProtocol protocol, Label label, R sum) {
  switch (protocol) {
    case PoolProtocol::marginfi:
      return under(health_law, label, std::move(sum));
    case PoolProtocol::aave_v3:
      return under(aave_law, label, std::move(sum));
  }
  return sum;
}

/// Why a balance counts as it does.
template <Reading R>
R counted_by_marginfi(Counted counted, R value) {
  switch (counted) {
    case Counted::by_bank:
      return under(price_law, "at its biased price", std::move(value));
    case Counted::by_emode:
      return under(emode_law, "at the weight of e-mode", std::move(value));
    case Counted::over_limit:
      return under(limit_law, "less, as the bank is over its limit", std::move(value));
    case Counted::isolated:
      return under(isolated_law, "nothing, of the isolated tier", std::move(value));
    case Counted::reduce_only:
      return under(health_law, "nothing, of a bank that only shrinks", std::move(value));
    case Counted::stale:
      return under(price_law, "nothing, without a price in time", std::move(value));
  }
  return value;
}

template <Reading R>
R counted_by_aave(Counted counted, R value) {
  if (counted == Counted::by_emode)
    return under(aave_emode_law, "at the weight of e-mode", std::move(value));
  return under(aave_law, "at the oracle's price", std::move(value));
}

template <Reading R>
class Reckoning {
 public:
  Reckoning(const Healths& healths, PoolProtocol protocol, Currency currency)
      : healths_{healths}, protocol_{protocol}, currency_{currency} {}

  R equity() const { return named("equity", between(Requirement::equity)); }

  /// What equity has to be above: equity less health.
  R required(Requirement requirement) const {
    const bool initial = requirement == Requirement::initial;
    const Label health = initial ? Label{"initial health"} : Label{"maintenance health"};
    const Label whole =
        initial ? Label{"equity less initial health"} : Label{"equity less maintenance health"};
    return named(whole, reduced_by(equity(), named(health, between(requirement))));
  }

 private:
  Money money(Decimal value) const { return {value, currency_}; }

  R named(Label label, R sum) const { return under_health(protocol_, label, std::move(sum)); }

  R between(Requirement requirement) const {
    const Health& health = healths_.of(requirement);
    // Plain, the parts cancel out: what they add up to is rounded to the health itself.
    if constexpr (std::same_as<R, Money>) return money(cut_to_places(health.health()));
    const bool weighted = requirement != Requirement::equity;
    R assets = side(health, Side::asset, weighted ? Label{"weighted assets"} : Label{"assets"});
    R liabilities = side(health, Side::liability,
                         weighted ? Label{"weighted liabilities"} : Label{"liabilities"});
    return rounded_to(money(cut_to_places(health.health())),
                      reduced_by(std::move(assets), std::move(liabilities)));
  }

  /// The chain's numbers have more places than money: what is cut off them is a part of its own.
  R rounded_to(Money shown, R exact) const {
    const Money difference = shown - money_of(exact);
    if (difference.amount.is_zero()) return exact;
    return plus(std::move(exact), known<R>("beyond nine places", difference));
  }

  R side(const Health& health, Side wanted, Label name) const {
    Total<R> total{currency_};
    for (const ValuedBalance& one : health.balances)
      if (one.balance.side == wanted) total.add(part(one));
    const Fixed48 sum = wanted == Side::asset ? health.assets : health.liabilities;
    return rounded_to(money(to_decimal(sum)), std::move(total).named(name));
  }

  R part(const ValuedBalance& one) const {
    R value = known<R>("amount x weight x price", money(to_decimal(one.value)));
    switch (protocol_) {
      case PoolProtocol::marginfi:
        return about(subject_of(one), counted_by_marginfi(one.counted, std::move(value)));
      case PoolProtocol::aave_v3:
        return about(subject_of(one), counted_by_aave(one.counted, std::move(value)));
    }
    return value;
  }

  const Healths& healths_;
  PoolProtocol protocol_;
  Currency currency_;
};

}  // namespace

template <Reading R>
Reckoned<R> reckoned(const Healths& healths, PoolProtocol protocol, Currency currency) {
  const Reckoning<R> reckoning{healths, protocol, currency};
  return {reckoning.equity(), reckoning.required(Requirement::initial),
          reckoning.required(Requirement::maintenance)};
}

template Reckoned<Money> reckoned(const Healths&, PoolProtocol, Currency);
template Reckoned<Amount> reckoned(const Healths&, PoolProtocol, Currency);

}  // namespace plimsoll::cross_margin
