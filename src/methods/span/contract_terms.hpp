#pragma once
// What a clearing house's file knows of a contract that a trade in it needs.

#include "methods/span/places.hpp"

namespace plimsoll::span {

struct ContractTerms {
  Decimal value_factor{1};  // money for one point of price
  std::optional<Decimal> settlement = {};
  Currency currency = usd;
  bool settled_daily = true;  // false: its price is paid and owned
};

/// Nothing where no file holds the instrument, and of combinations that are taken apart.
std::optional<ContractTerms> contract_terms(const Instrument& instrument, const RiskFiles& files);

/// Fills in what the instrument does not state; how it is paid is the clearing house's to say.
void complete(Instrument& instrument, const ContractTerms& terms);

}  // namespace plimsoll::span
