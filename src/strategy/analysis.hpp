#pragma once
// The framework's answers about one account: what `plimsoll analyze` prints, member by member.

#include <bitset>
#include <optional>
#include <string>
#include <vector>

#include "margin/margin_report.hpp"
#include "strategy/buffer.hpp"
#include "strategy/carry.hpp"
#include "strategy/cascade.hpp"
#include "strategy/cure.hpp"
#include "strategy/distance.hpp"
#include "strategy/kpis.hpp"
#include "strategy/ladder.hpp"
#include "strategy/practices.hpp"
#include "strategy/rates.hpp"
#include "strategy/size.hpp"
#include "strategy/time_to_call.hpp"

namespace plimsoll::strategy {

/// Each worse than the one before; entered at the policy's multiples.
enum class AccountLevel : std::uint8_t { calm, watch, warn, critical, breach };

/// Figures that the policy has levels of.
enum class LevelOf : std::uint8_t { multiple, debit_use, coverage, breakeven };

/// A figure that is worse than calm (levels_reached.hpp).
struct LevelReached {
  LevelOf of = LevelOf::multiple;
  AccountLevel level = AccountLevel::calm;
  double value = 0;
  std::string text = {};  // with the figure and where its level begins
};

/// The morning in a few sentences (verdict.hpp).
struct Verdict {
  AccountLevel level = AccountLevel::calm;
  std::vector<LevelReached> levels = {};  // what is worse than calm, and so why
  std::string headline = {};              // one sentence
  std::vector<std::string> facts = {};    // one each: distance, chance, crisis, carry
  std::vector<std::string> next = {};     // what to do, the first first
};

enum class Member : std::uint8_t { carry, buffer, distance, time_to_call, cure, size, rates };
inline constexpr std::size_t member_count = 7;

class Members {
 public:
  static Members all() {
    Members every;
    every.asked_.set();
    return every;
  }
  static Members of(std::initializer_list<Member> members) {
    Members some;
    for (const Member one : members) some.asked_.set(static_cast<std::size_t>(one));
    return some;
  }
  bool has(Member member) const { return asked_.test(static_cast<std::size_t>(member)); }

 private:
  std::bitset<member_count> asked_;
};

/// A member's answer, or why there is none; nothing where it was not asked for.
template <class T>
using Part = std::optional<Result<T>>;

/// One account under one method and house.
struct Analysis {
  Label method = "";
  std::string house = {};
  bool law_alone = false;  // brokers may ask for more than this, and none was named
  AccountKind kind = AccountKind::margin;
  std::vector<Call> calls = {};   // today's, as the method has them
  std::optional<Room> room = {};  // nothing where the equity is unknown
  Part<Carry> carry = {};
  Part<Buffer> buffer = {};
  Part<Distance> distance = {};
  Part<TimeToCall> time_to_call = {};
  Part<Cure> cure = {};
  Part<Ladder> ladder = {};
  Part<Cascade> cascade = {};  // of the cure's sale
  Part<Size> size = {};
  std::vector<Kpi> kpis = {};                   // where all members were asked for
  std::vector<PracticeFinding> practices = {};  // likewise
  std::vector<Warning> warnings = {};           // likewise
  std::optional<Verdict> verdict = {};          // likewise, where the equity is known
  Part<Rates> rates = {};
  std::vector<Caveat> caveats = {};
};

struct AnalysisReport {
  MarginReport margin = {};  // what the answers stand on; refusals are told there
  std::vector<Analysis> results =
      {};  // one for each of its results; the first is the account's own
};

}  // namespace plimsoll::strategy
