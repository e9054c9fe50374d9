#include "strategy/tokens.hpp"

#include <algorithm>
#include <map>

namespace plimsoll::strategy {
namespace {

/// What the policy says `id` follows; itself where it says nothing.
InstrumentId leader_of(const InstrumentId& id, const DistancePolicy& policy) {
  const auto row = std::ranges::find(policy.follows, id.view(), &Follower::symbol);
  return row == policy.follows.end() ? id : InstrumentId{row->follows};
}

}  // namespace

bool is_steady(const InstrumentId& id, const DistancePolicy& policy) {
  return std::ranges::find(policy.steady, id.view()) != policy.steady.end();
}

void keep_steady(Book& book, const DistancePolicy& policy) {
  for (const auto& [id, instrument] : book.account.catalog) {
    if (!std::holds_alternative<Token>(instrument) || !is_steady(id, policy)) continue;
    std::optional<double>& beta = book.market.quotes[id].beta;
    if (!beta) beta = 0;
  }
}

std::vector<InstrumentId> steady_in(const Book& book, const DistancePolicy& policy) {
  std::vector<InstrumentId> all;
  for (const Position& position : book.account.positions) {
    const InstrumentId id = id_of(position.instrument);
    const Quote* quote = book.market.find(id);
    if (std::holds_alternative<Token>(position.instrument) && is_steady(id, policy) && quote &&
        quote->beta == 0.0)
      all.push_back(id);
  }
  std::ranges::sort(all);
  return all;
}

void let_follow(const DistancePolicy& policy, const Account& account, std::vector<Held>& held,
                std::vector<Mover>& movers) {
  std::map<InstrumentId, int> kin;
  for (const Held& one : held) ++kin[leader_of(one.id, policy)];
  const auto follow = [&](const InstrumentId& id, Moves& moves) {
    const InstrumentId leader = leader_of(id, policy);
    const Instrument* instrument = described(account, id);
    if (instrument && std::holds_alternative<Token>(*instrument) && 1 < kin[leader])
      moves.name = leader;
  };
  for (Held& one : held) follow(one.id, one.moves);
  for (Mover& one : movers) follow(one.id, one.moves);
}

}  // namespace plimsoll::strategy
