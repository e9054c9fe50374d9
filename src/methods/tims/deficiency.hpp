#pragma once
// What follows where equity is too low: calls on one day, and the states an account goes through.

#include "margin/answer.hpp"
#include "methods/tims/rates.hpp"

namespace plimsoll::tims {

/// Equity against what it must cover, on one day.
struct Standings {
  Money equity, requirement;
};

/// The calls of a customer's account kept under portfolio margin. Errors: a day before the first
/// rule.
Result<std::vector<Call>> calls_on(Date day, const Standings& standings, Date rules);

/// How far equity is below the least an account needs to be kept this way; zero where it is not.
Result<Money> below_minimum_equity(Money equity, Date rules);

enum class State : std::uint8_t {
  ok,
  below_minimum,  // of equity: three business days
  deficient,      // of margin: three business days
  restricted,     // nothing that adds risk
  liquidate,      // the firm must cure the margin deficiency
};

/// Where an account is, and since which day.
struct Deficiency {
  State state = State::ok;
  Date since = {};
  bool operator==(const Deficiency&) const = default;
};

/// The state at the close of `day`, from that at the close before. A deficiency that is met ends
/// whatever state it led to; one still there after its business days restricts the account, and of
/// margin has the firm liquidate. A deficiency of margin goes before one of equity.
Result<Deficiency> advanced(const Deficiency& before, Date day, const Standings& standings,
                            Date rules);

}  // namespace plimsoll::tims
