#include "strategy/name_loss.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "strategy/crossings.hpp"
#include "strategy/moved_market.hpp"
#include "strategy/tokens.hpp"
#include "strategy/within_reach.hpp"

namespace plimsoll::strategy {
namespace {

/// As the name falls by x, min(multiple × x, 1) of `all` is lost.
struct Part {
  double all = 0, multiple = 1;
};

struct Losing {
  std::vector<Part> parts = {};
  double slope_up = 0;  // lost as the name doubles

  double falling(double by) const {
    double lost = 0;
    for (const Part& part : parts) lost += part.all * std::min(part.multiple * by, 1.0);
    return lost;
  }

  /// The least fall at which `equity` is lost: linear between where something is worth nothing.
  std::optional<double> fall(double equity) const {
    std::vector<double> kinks{0, 1};
    for (const Part& part : parts)
      if (part.multiple > 1) kinks.push_back(1 / part.multiple);
    std::ranges::sort(kinks);
    for (std::size_t i = 1; i < kinks.size(); ++i) {
      const double before = falling(kinks[i - 1]), after = falling(kinks[i]);
      if (after >= equity && after > before)
        return kinks[i - 1] + (kinks[i] - kinks[i - 1]) * (equity - before) / (after - before);
    }
    return std::nullopt;
  }
};

bool is_option(const Instrument& instrument) {
  return std::holds_alternative<ListedOption>(instrument) ||
         std::holds_alternative<Warrant>(instrument);
}

/// The positions of one name.
struct Name {
  std::vector<const Held*> held = {};
  bool has_options = false;
};

Losing in_proportion(const Name& name) {
  Losing losing;
  for (const Held* one : name.held) {
    const double exposure = to_double(one->exposure.amount);
    losing.parts.push_back({exposure, one->moves.multiple});
    losing.slope_up -= exposure * one->moves.multiple;
  }
  return losing;
}

double cents(double amount) { return std::round(amount * 100) / 100; }

/// A name on which options are held: what is lost at a move is what its positions, valued again
/// there, are worth less.
class Revalued {
 public:
  /// Refused: an option that cannot be valued.
  static Result<Revalued> of(const InstrumentId& id, const Name& name, const Book& book,
                             const DistancePolicy& policy) {
    Revalued made{id, book, policy};
    made.book_.account.positions.clear();
    for (const Held* one : name.held)
      made.book_.account.positions.push_back(book.account.positions[one->position]);
    std::vector<Mover> own = movers(book.account, book.market, policy.default_beta);
    std::erase_if(own, [&](const Mover& mover) { return mover.moves.name != id; });
    PLIMSOLL_TRY(moved, MovedMarket::of(made.book_, own, rule_of(policy)));
    made.moved_ = std::make_unique<MovedMarket>(std::move(moved));
    PLIMSOLL_TRY(today, made.worth(0));
    made.today_ = today;
    return made;
  }

  /// Written where equity, which may be nothing, is lost.
  void write(NameLoss& loss, double equity) {
    const std::vector<double> kinks = moved_->kinks({id_});
    double greatest = 0;
    const auto left = [&](double move) -> Result<double> {
      PLIMSOLL_TRY(there, worth(move));
      if (move <= 0) greatest = std::max(greatest, today_ - there);
      return equity + there - today_;
    };
    // Every end of an interval is looked at, so that the greatest loss is seen.
    const Crossings all =
        crossings(left, {.from = least_part - 1, .to = rise_most, .kinks = kinks, .step = 0.1});
    for (const Crossing& one : all.all) {
      if (equity <= 0) break;
      if (one.at < 0) loss.fall = -one.at;  // the nearest is the last
      else if (!loss.rise) loss.rise = one.at;
    }
    // An option needs a price to be on: two of next to nothing are followed to none.
    const auto little = worth(-1), less = worth(2 * least_part - 1);
    if (little && less) {
      const double lost = today_ - (2 * *little - *less);
      greatest = std::max(greatest, lost);
      if (const auto amount = within_reach(cents(lost))) loss.loss_at_nothing.amount = *amount;
    }
    if (const auto amount = within_reach(cents(greatest)); amount && greatest > 0)
      loss.exposure.amount = *amount;
  }

 private:
  static constexpr double rise_most = 99;  // a hundred times its price

  Revalued(InstrumentId id, const Book& book, const DistancePolicy& policy)
      : id_{id}, book_{book}, policy_{policy} {}

  Result<double> worth(double move) {
    PLIMSOLL_TRY(market, moved_->at({id_}, move));
    PLIMSOLL_TRY(there, holdings(book_.account, *market, policy_.default_beta));
    double sum = 0;
    for (const Held& one : there) sum += to_double(one.exposure.amount);
    return sum;
  }

  InstrumentId id_;
  Book book_;
  DistancePolicy policy_;
  std::unique_ptr<MovedMarket> moved_ = {};
  double today_ = 0;
};

}  // namespace

Result<void> add_name_losses(Concentration& made, const std::vector<Held>& held, const Book& book,
                             const Policy& policy, const Room& room) {
  std::map<InstrumentId, Name> names;
  for (const Held& one : held) {
    const Instrument& instrument = book.account.positions[one.position].instrument;
    if (std::holds_alternative<FutureOption>(instrument)) {
      made.not_applied.push_back(
          {"loss of one name alone, without options on futures",
           "a price of " + std::string{one.id.view()} +
               " where its future is worth nothing: its clearing house's scenarios "
               "end before"});
      continue;
    }
    if (is_lending(book.account.kind) && is_steady(one.id, policy.distance)) continue;
    Name& name = names[one.moves.name];
    name.held.push_back(&one);
    name.has_options = name.has_options || is_option(instrument);
  }
  const double equity = to_double(room.net_liquidation.value_or(room.equity).amount);
  for (const auto& [id, name] : names) {
    NameLoss loss{.name = id,
                  .exposure = zero(book.account.base),
                  .loss_at_nothing = zero(book.account.base)};
    for (const Held* one : name.held) loss.exposure = loss.exposure + one->notional;
    if (name.has_options) {
      auto again = Revalued::of(id, name, book, policy.distance);
      if (!again) {
        made.not_applied.push_back({"loss of " + std::string{id.view()} + " alone",
                                    again.error().what + " (" + again.error().where + ")"});
        continue;
      }
      again->write(loss, equity);
    } else {
      const Losing losing = in_proportion(name);
      if (const auto all = within_reach(losing.falling(1))) loss.loss_at_nothing.amount = *all;
      if (equity > 0) {
        loss.fall = losing.fall(equity);
        if (losing.slope_up > 0) loss.rise = equity / losing.slope_up;
      }
    }
    made.wiping.push_back(std::move(loss));
  }
  const auto nearest = [](const NameLoss& one) {
    return std::min(one.fall.value_or(1e300), one.rise.value_or(1e300));
  };
  std::ranges::stable_sort(
      made.wiping, [&](const NameLoss& a, const NameLoss& b) { return nearest(a) < nearest(b); });
  return {};
}

}  // namespace plimsoll::strategy
