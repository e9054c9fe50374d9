#pragma once
// From what was handed in to what may be reckoned with: symbols resolved, the market checked, what
// cannot be believed left out and named.

#include <functional>
#include <string>
#include <vector>

#include "margin/answer.hpp"
#include "market/resolve.hpp"

namespace plimsoll::engine {

using Errors = std::vector<Error>;

/// An account and its market as they were handed in, with what their readers found.
struct Submitted {
  const AccountDraft& account;
  const MarketSnapshot& market;
  Strictness strictness = Strictness::lenient;
  const std::vector<Error>& refused;
  const std::vector<Caveat>& caveats;
};

/// The account and the market a method may look at, and what was left out on the way.
struct Admitted {
  Account account;
  MarketSnapshot market;
  std::vector<Caveat> caveats;
  Errors refused;
  /// What nothing describes, and what its name says of a multiple that nothing states: each method
  /// says what it took them for.
  std::vector<std::string> assumed = {};
  std::vector<NamedMultiple> multiples = {};
};

/// What a method that knows `described` by itself has to say of what was assumed.
std::vector<Caveat> caveats_on_assumed(const Admitted& in,
                                       const std::function<bool(const InstrumentId&)>& described);

Admitted admitted(const Submitted& submitted, const SecurityList& lists);

/// Each once, in the order first met: two methods that lack the same price say so together.
void add(Errors& all, const Error& one);
void add(Errors& all, const Errors& more);

/// Errors about a symbol, with the place it was written at in front.
Errors placed(Errors errors, const Submitted& submitted, const Account& account);

}  // namespace plimsoll::engine
