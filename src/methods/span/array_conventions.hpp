#pragma once
// How clearing houses make arrays, as terms with what is the convention's own filled in. What is
// the contract's and the day's is the caller's: price, strike, years, volatility, rate, scans.

#include "base/date.hpp"
#include "methods/span/arrays.hpp"

namespace plimsoll::span {

/// Values follow the price one for one: exactly the parts of the scan range. Whole money.
ArrayTerms cme_style_future();
/// American options on a future, the volatility scan a part of the volatility. Approximate, see
/// `flat_volatility_caveat`. Whole money.
ArrayTerms cme_style_option();

/// NSE Clearing (India), index futures: the spot is moved and the future priced anew by the cost of
/// carry, two days on. To the paisa, for one unit.
ArrayTerms nse_future();
/// Index options: European on the spot with one volatility for the underlying, two days on. The
/// short side's worst value is what `worst_loss_sold` says, rounded to the paisa.
ArrayTerms nse_option();

/// Calendar days and the day itself, of 365.
double nse_years(Date day, Date expiry);
/// Options of more than nine months have a price scan of their own.
bool nse_long_dated(Date day, Date expiry);
/// A quarter of the volatility and at least four points of it, to a whole point: 0.1843 makes 0.05.
/// The quarter and the least are published; the rounding is what the arrays show.
double nse_volatility_scan(double volatility);
/// As parts of the spot. What the house published in 2024 as the least; a file states its own.
inline constexpr double nse_price_scan = 0.093, nse_price_scan_long_dated = 0.177;

}  // namespace plimsoll::span
