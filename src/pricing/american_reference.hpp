#pragma once
// American options to the last digits, slowly: what everything faster is held against.
//
// The early exercise boundary solves an integral equation (Kim 1990), here in the form and with the
// collocation of Andersen, Lake and Offengenden (2016); a call is a put on the strike with rate and
// yield exchanged (McDonald and Schroder 1998).

#include "pricing/option.hpp"

namespace plimsoll::pricing {

/// Points of the method. The defaults give the price to 1e-8 of the strike where the volatility is
/// not small beside the rates.
struct ReferenceAccuracy {
  int nodes = 24;         // at which the boundary is found
  int quadrature = 48;    // of the integrals in its equation
  int price_points = 96;  // of the integral of the price
};

/// Dollars for one unit of the underlying, of an option that `check` accepts. `not_covered` where
/// exercise is bounded from both sides: a put with yield < rate < 0, a call with rate < yield < 0.
Result<double> american_reference(const Option& option, const ReferenceAccuracy& accuracy = {});

}  // namespace plimsoll::pricing
