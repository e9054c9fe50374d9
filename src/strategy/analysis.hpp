#pragma once
// The framework's answers about one account: what `plimsoll analyze` prints, member by member.

#include <bitset>
#include <optional>
#include <string>
#include <vector>

#include "margin/margin_report.hpp"
#include "strategy/buffer.hpp"
#include "strategy/distance.hpp"
#include "strategy/rates.hpp"
#include "strategy/time_to_call.hpp"

namespace plimsoll::strategy {

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
  std::optional<Room> room = {};  // nothing where the equity is unknown
  Part<Buffer> buffer = {};
  Part<Distance> distance = {};
  Part<TimeToCall> time_to_call = {};
  Part<Rates> rates = {};
  std::vector<Caveat> caveats = {};
};

struct AnalysisReport {
  MarginReport margin = {};            // what the answers stand on; refusals are told there
  std::vector<Analysis> results = {};  // one for each of its results; the first is the account's own
};

}  // namespace plimsoll::strategy
