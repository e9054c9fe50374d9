#include "methods/cross_margin/price.hpp"

#include <algorithm>

#include "methods/cross_margin/rates.hpp"

namespace plimsoll::cross_margin {
namespace {

std::unexpected<std::pair<PriceFault, Error>> fault(PriceFault kind, std::string what,
                                                    const Bank& bank) {
  return std::unexpected{std::pair{
      kind, Error{Reason::missing_price, std::move(what), std::string{bank.name.view()}}}};
}

/// Without the last bits of a number that 48 of them only come near to.
std::string to_places(Fixed48 value) {
  constexpr int beyond_eight = 10;
  const Int128 eighth = divide(to_decimal(value).nano(), beyond_eight, Round::half_even);
  return plimsoll::to_text(Decimal::from_nano(eighth * beyond_eight), 0);
}

}  // namespace

Result<PriceRules> price_rules(Date rules) {
  PLIMSOLL_TRY(most, confidence_most.at(rules));
  PLIMSOLL_TRY(limit, confidence_limit.at(rules));
  return PriceRules{fixed(most.value.fraction), fixed(limit.value.fraction)};
}

std::expected<BiasedPrice, std::pair<PriceFault, Error>> biased_price(const Bank& bank,
                                                                      Requirement requirement,
                                                                      Date rules) {
  const auto own = price_rules(rules);
  if (!own) return std::unexpected{std::pair{PriceFault::uncertain, own.error()}};
  return biased_price(bank, requirement, *own);
}

std::expected<BiasedPrice, std::pair<PriceFault, Error>> biased_price(const Bank& bank,
                                                                      Requirement requirement,
                                                                      const PriceRules& rules) {
  if (bank.price_age_seconds && *bank.price_age_seconds > bank.price_age_seconds_max)
    return fault(PriceFault::stale,
                 "StaleOracle: its price is " + std::to_string(*bank.price_age_seconds) +
                     " seconds old, and the bank admits " +
                     std::to_string(bank.price_age_seconds_max) + "; give a later one",
                 bank);
  const bool latest = requirement == Requirement::maintenance;
  const Fixed48 price = latest ? bank.price : bank.time_weighted_price;
  Fixed48 confidence = latest ? bank.confidence : bank.time_weighted_confidence;
  const Fixed48 ratio =
      bank.confidence_ratio_max.is_zero() ? rules.confidence_limit : bank.confidence_ratio_max;
  const auto most = times(price, ratio);
  if (!most || *most < confidence)
    return fault(PriceFault::uncertain,
                 std::string{"OracleMaxConfidenceExceeded: its "} +
                     (latest ? "" : "time-weighted ") + "confidence of " + to_places(confidence) +
                     " is beyond " + to_places(ratio) + " of the price of " + to_places(price) +
                     ", the bank's limit; give a price that is surer",
                 bank);
  if (const auto clamp = times(price, rules.confidence_most))
    confidence = std::min(confidence, *clamp);
  const auto low = minus(price, confidence), high = plus(price, confidence);
  if (!low || !high) return fault(PriceFault::uncertain, "its price does not fit", bank);
  return BiasedPrice{*low, *high};
}

}  // namespace plimsoll::cross_margin
