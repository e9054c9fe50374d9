#pragma once
// How much a book moves a year: with the market, and by what its names do besides.
//
// A name's own volatility, where its quote states one, is taken apart: beta times the market's, and
// the rest, which is its own and independent of others'. Of names whose quote states none, only
// what follows the market is known; so the sum is no less than what was known before, and may be
// too low.

#include <optional>
#include <span>

namespace plimsoll::strategy {

struct NameRisk {
  double exposure = 0;                    // what is gained for a move of it of one, in money
  double beta = 0;                        // to the market
  std::optional<double> volatility = {};  // a year, as its quote states it
};

/// A name's volatility beside the market's, a year: the root of volatility² - (beta market)², zero
/// at the least; all of it where the market's is not known. Nothing where none is stated.
std::optional<double> volatility_beside(const NameRisk& name,
                                        const std::optional<double>& market_volatility);

/// The same of a book of names, as a share of `gross`, what exposures are a share of; zero where no
/// name states one.
double volatility_beside(std::span<const NameRisk> names,
                         const std::optional<double>& market_volatility, double gross);

/// A market's volatility times a book's beta, and what the book moves besides.
double with_beside(double of_the_market, double beside);

}  // namespace plimsoll::strategy
