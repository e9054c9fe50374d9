#pragma once
// Which methods an account is put to: by name, by what its kind implies, or all there are.

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/label.hpp"
#include "market/pool.hpp"
#include "methods/all.hpp"
#include "model/account.hpp"

namespace plimsoll::engine {

/// The method an account of this kind is margined under unless another is named.
Label implied_method(AccountKind kind);

/// What was asked for as names, each once, in the order asked; "all" is every method there is.
/// `asked` empty: the one `kind` implies. Refused, all of them: names no method has.
std::expected<std::vector<Label>, std::vector<Error>> chosen_methods(
    const std::vector<std::string>& asked, AccountKind kind);

/// How much a method's answers say: where there is a choice, `sums` leaves caveats and detail out.
enum class Told : std::uint8_t { whole, sums };

/// What a method stands on; each takes what it has use for.
struct MethodTerms {
  Date rules;  // the rulebook of that day
  House house = {};
  ParameterPacks packs = {};
  RiskParameters risk = {};
  std::shared_ptr<const Pool> pool = {};
  std::shared_ptr<const ValuedMarket> valued = {};         // the market already valued, where it is
  std::shared_ptr<pricing::BoundaryMemo> boundaries = {};  // of options, known from before
  Told told = Told::whole;
};
/// The method called `name`, which is one of `method_names()`.
AnyMethod method_called(Label name, const MethodTerms& terms);
/// The market valued once for all positions of an account that the method admits, for methods that
/// can stand on that; otherwise nothing.
std::shared_ptr<const ValuedMarket> valued_market(Label method, const MethodTerms& terms,
                                                  const Account& account,
                                                  const MarketSnapshot& market);
/// Whether brokers add requirements to that method's.
bool has_houses(Label method);
/// Whether that method stands on parameter packs.
bool has_packs(Label method);
/// Whether that method stands on clearing houses' risk parameter files.
bool has_risk_files(Label method);
/// Whether that method stands on a lending pool.
bool has_pool(Label method);

}  // namespace plimsoll::engine
