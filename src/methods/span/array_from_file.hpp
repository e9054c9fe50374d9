#pragma once
// Arrays of contracts a clearing house's file does not hold, from the file's own parameters.

#include "methods/span/array_fit.hpp"

namespace plimsoll::span {

/// Whose parameters a contract takes: those of its own expiry, or, asked for by name, of the
/// nearest expiry the file has any for.
enum class TermsFrom : std::uint8_t { own_expiry, nearest_expiry };

/// What the caller knows better than the file, or the file does not say.
struct ArrayChoices {
  TermsFrom from = TermsFrom::own_expiry;
  std::optional<double> underlying = {}, years = {}, volatility = {}, rate = {},
                        dividend_yield = {}, value_factor = {}, lookahead = {};
  std::optional<Style> style = {};
};

struct ArrayFromFile {
  GeneratedArray generated;
  ArrayTerms terms;                            // what it was made with
  clearing::Index series = clearing::nowhere;  // in the file's list: whose parameters
  bool of_own_expiry = true;
};

/// The terms of a contract, of which only the key is read. `bad_input` naming what is missing: the
/// series' parameters, the price of the underlying, years, volatility, rate, scan ranges, how an
/// option is exercised; and products that are no future and no option on one or on a spot. The
/// volatility is the series' or the caller's, never one of another strike; the years of another
/// expiry are never taken.
Result<ArrayFromFile> array_from_file(const clearing::RiskFile& file, const clearing::Contract& key,
                                      const ArrayChoices& choices);

/// What the file's own arrays of the contract's series were made with, where the file says it of
/// the volatility or the rate not at all or too roughly (one house writes 0.07 for 0.0662): fitted
/// to up to so many of them, each at one of the sixteen scenarios in turn. Give both to
/// `array_from_file` with the choices. `bad_input`: what `fitted` refuses, and a series of fewer
/// than two arrays.
inline constexpr std::size_t fitted_arrays_most = 48;
Result<ArrayFit> fitted_to_series(const clearing::RiskFile& file, const clearing::Contract& key,
                                  const ArrayChoices& choices);

}  // namespace plimsoll::span
