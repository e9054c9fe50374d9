#pragma once
// Listed options on their own: bought, sold uncovered, a put and a call sold together.

#include "methods/reg_t/rates.hpp"
#include "methods/reg_t/terms.hpp"

namespace plimsoll::reg_t {

/// Whether an option bought may be borrowed against: listed, more than nine calendar months left,
/// not on a note.
bool has_loan_value(const OptionLeg& bought, Day day);

/// Percentages of the underlying, and at least, for contracts sold with nothing against them.
struct OptionRates {
  RaisedRate basic, floor;
};
Result<OptionRates> option_rates(const OptionLeg& sold, Date rules);

/// Requirement of contracts sold with nothing against them, their market value inside.
template <Reading R>
Result<R> uncovered_requirement(const OptionLeg& sold, Phase phase, Day day);

template <Reading R>
Result<Margin<R>> long_option(const OptionLeg& bought, Day day);

template <Reading R>
Result<Margin<R>> uncovered_option(const OptionLeg& sold, Day day);

/// As many units of the one as of the other.
template <Reading R>
Result<Margin<R>> short_straddle(const OptionLeg& call, const OptionLeg& put, Day day);

}  // namespace plimsoll::reg_t
