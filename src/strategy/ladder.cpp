#include "strategy/ladder.hpp"

#include <algorithm>
#include <cmath>

#include "strategy/buffer.hpp"
#include "strategy/crossings.hpp"
#include "strategy/curve.hpp"

namespace plimsoll::strategy {
namespace {

bool sells(RungAction action) {
  switch (action) {
    case RungAction::sell:
    case RungAction::sell_with_gains:
    case RungAction::flatten:
      return true;
    case RungAction::stop_adding:
    case RungAction::stop_draws:
    case RungAction::broker_liquidates:
      return false;
  }
  return false;
}

/// Decided on exact sums, as a broker would.
bool below(const Room& room, double level) {
  const Decimal multiple = Decimal::from_nano(
      static_cast<Int128>(std::nearbyint(level * static_cast<double>(Decimal::scale))));
  return room.equity.amount < multiply(multiple, room.requirement.amount, Round::away_from_zero);
}

/// What the rungs of a ladder have in common.
class Outward {
 public:
  Outward(const Book& book, const Policy& policy, const LadderTerms& terms, MovedMarket& moved)
      : book_{book},
        policy_{policy},
        terms_{terms},
        moved_{moved},
        curve_{book, moved, {}},
        kinks_{moved.kinks({})} {}

  void reach(RungReached& rung, Ladder& all) {
    if (below(all.today, rung.rung.level)) {
      rung.state = RungState::due_now;
      rung.there = all.today;
    } else {
      go_outward(rung, all);
    }
    if (rung.state == RungState::never || !sells(rung.rung.action)) return;
    auto plan = this->plan(rung);
    if (plan) rung.plan = *std::move(plan);
    else rung.no_plan = std::move(plan).error();
  }

 private:
  void go_outward(RungReached& rung, Ladder& all) {
    const auto found = crossings([&](double move) { return curve_.excess(move, rung.rung.level); },
                                 {.from = terms_.from, .to = terms_.to, .kinks = kinks_});
    all.from = std::min(all.from, found.from);
    all.to = std::max(all.to, found.to);
    if (!all.stopped) all.stopped = found.stopped_below ? found.stopped_below : found.stopped_above;
    const Crossing *down = nullptr, *up = nullptr;
    for (const Crossing& one : found.all) {
      if (one.at < 0) down = &one;  // the nearest is the last
      else if (up == nullptr) up = &one;
    }
    const bool is_down = down && (!up || -down->at <= up->at);
    const Crossing *near = is_down ? down : up, *far = is_down ? up : down;
    if (near == nullptr) return;
    const auto there = curve_.at(passed(near->at));
    if (!there) return;
    rung.state = RungState::ahead;
    rung.move = near->at;
    rung.jump = near->jump;
    rung.there = *there;
    if (far != nullptr) rung.other_side = far->at;
  }

  /// Where the rung has been passed.
  double passed(double move) const {
    return move < 0 ? std::max(move - past, terms_.from) : std::min(move + past, terms_.to);
  }

  Result<Cure> plan(const RungReached& rung) {
    if (!rung.restore)
      return fail(Reason::bad_input,
                  "the rung says to sell and not what to restore; add the multiple to it");
    Book there = book_;
    if (rung.state == RungState::ahead) {
      PLIMSOLL_TRY(market, moved_.at({}, passed(rung.move)));
      there.market = *market;
      remark(there.market);
    }
    const bool flatten = rung.rung.action == RungAction::flatten;
    return cure(there, policy_,
                {.target_multiple = *rung.restore,
                 .order = flatten ? SaleOrder::highest_requirement : SaleOrder::least_cost,
                 .gains = rung.rung.action == RungAction::sell ? Gains::avoided : Gains::realised});
  }

  /// Bid and ask as wide, for what they are of, as they are today.
  void remark(MarketSnapshot& market) const {
    for (auto& [id, quote] : market.quotes) {
      const Quote* today = book_.market.find(id);
      if (!quote.price || !quote.bid || !quote.ask || today == nullptr || !today->price ||
          today->price->is_zero() || *today->price == *quote.price)
        continue;
      const double part = to_double(*quote.price) / to_double(*today->price);
      const Decimal width = Decimal::from_nano(
          static_cast<Int128>(std::ceil(to_double(*today->ask - *today->bid) * part * 1e9)));
      const Decimal half = divide(width, Decimal{2}, Round::away_from_zero);
      quote.bid = *quote.price < half ? Decimal{} : *quote.price - half;
      quote.ask = *quote.price + half;
    }
  }

  static constexpr double past = 1e-9;  // roots are narrowed to a tenth of this

  const Book& book_;
  const Policy& policy_;
  const LadderTerms& terms_;
  MovedMarket& moved_;
  RoomCurve curve_;
  std::vector<double> kinks_;
};

Result<std::vector<RungReached>> rungs_of(const LadderPolicy& policy) {
  std::vector<RungReached> rungs;
  for (const Rung& rung : policy.rungs) {
    if (!(rung.level > 0))
      return fail(Reason::bad_input, "a rung's level is a multiple above zero; write 1.5");
    rungs.push_back({.rung = rung, .restore = rung.restore});
  }
  std::ranges::stable_sort(rungs, [](const RungReached& a, const RungReached& b) {
    return b.rung.level < a.rung.level;
  });
  for (std::size_t i = 1; i < rungs.size(); ++i)
    if (rungs[i].rung.action == RungAction::flatten && !rungs[i].restore)
      rungs[i].restore = rungs[i - 1].rung.level;
  return rungs;
}

}  // namespace

std::optional<std::size_t> Ladder::due() const {
  std::optional<std::size_t> lowest;
  for (std::size_t i = 0; i < rungs.size(); ++i)
    if (rungs[i].state == RungState::due_now) lowest = i;
  return lowest;
}

Result<Ladder> ladder(const Book& book, const Policy& policy, const LadderTerms& terms) {
  if (is_fully_paid(book.account.kind))
    return fail(Reason::not_covered,
                "not applicable: what is held is paid for in full, and no fall brings a call");
  PLIMSOLL_TRY(today, room(book));
  PLIMSOLL_TRY(rungs, rungs_of(policy.ladder));
  const std::vector<Mover> all = movers(book.account, book.market, terms.default_beta);
  PLIMSOLL_TRY(moved, MovedMarket::of(book, all, terms.volatility));
  Ladder made{.today = today, .rungs = std::move(rungs)};
  Outward outward{book, policy, terms, moved};
  for (RungReached& rung : made.rungs) outward.reach(rung, made);
  return made;
}

}  // namespace plimsoll::strategy
