#pragma once
// SPAN: what a clearing house asks for a book of futures and options on them, from its own risk
// parameter file.

#include "margin/method.hpp"
#include "market/clearing/risk_file.hpp"
#include "methods/span/places.hpp"
#include "methods/span/policy.hpp"
#include "rules/rulebook.hpp"

namespace plimsoll::span {

/// How much an answer says: with `sums`, for searches and batches, its `detail` is empty and so are
/// its caveats.
enum class AnswerTold : std::uint8_t { whole, sums };

/// What becomes of a contract no file lists: refused by name, or given a model's array, with a
/// caveat.
enum class Unlisted : std::uint8_t { refused, generated };

/// Risk parameters of one or more clearing houses, and how what they leave open is read.
struct Parameters {
  std::vector<std::shared_ptr<const clearing::RiskFile>> files = {};
  std::vector<PolicyRef> policies = {};  // the usual one first, or the one asked for alone
  /// Instruments already looked up in these files, where every position of the account is among
  /// them; otherwise each account's are looked up by themselves.
  std::shared_ptr<const Places> places = {};
  Unlisted unlisted = Unlisted::refused;
  AnswerTold told = AnswerTold::whole;
};

class Span {
 public:
  using Parameters = span::Parameters;
  static constexpr Label id = "span";

  explicit Span(Parameters parameters) : parameters_{std::move(parameters)} {}

  /// Refused as a whole: no file; files of several days. Files of another day than the account's
  /// are said in a caveat. A position no file knows is refused by name, with the nearest keys; one
  /// that is no contract of a clearing house is not covered.
  Result<Answer<Money>> compute(const Account& account, const MarketSnapshot& market) const;
  Result<Answer<Amount>> explain(const Account& account, const MarketSnapshot& market) const;

  static std::vector<RuleEntry> rulebook();

 private:
  Parameters parameters_;
};
static_assert(Method<Span>);

}  // namespace plimsoll::span
