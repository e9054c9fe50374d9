#include "strategy/name_loss.hpp"

#include <algorithm>
#include <map>

#include "market/fx.hpp"

namespace plimsoll::strategy {
namespace {

/// As the name falls by x, min(multiple × x, 1) of `all` is lost.
struct Part {
  double all = 0, multiple = 1;
};

struct Losing {
  std::vector<Part> parts = {};
  double slope_up = 0;  // lost as the name doubles
  Money exposure;

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

/// What an option is worth where what it is on is worth nothing: a put its strike.
Result<Money> at_nothing(const Position& position, const Account& account,
                         const MarketSnapshot& market) {
  const auto* option = std::get_if<ListedOption>(&position.instrument);
  if (option == nullptr || option->right == Right::call) return zero(account.base);
  const Price whole{multiply(option->strike.per_unit, option->multiplier, Round::half_even),
                    option->strike.currency};
  return in_currency(whole * position.quantity, account.base, market);
}

bool is_call(const Instrument& instrument) {
  const auto* option = std::get_if<ListedOption>(&instrument);
  return std::holds_alternative<Warrant>(instrument) || (option && option->right == Right::call);
}

Result<void> add(Losing& name, const Held& held, const Book& book) {
  const Position& position = book.account.positions[held.position];
  const double exposure = to_double(held.notional.amount);
  const double multiple = held.moves.multiple;
  name.exposure = name.exposure + held.notional;
  const bool option = std::holds_alternative<ListedOption>(position.instrument) ||
                      std::holds_alternative<Warrant>(position.instrument);
  if (!option || multiple < 0) {
    name.parts.push_back({exposure, multiple});
    name.slope_up -= exposure * multiple;
    return {};
  }
  PLIMSOLL_TRY(left, at_nothing(position, book.account, book.market));
  name.parts.push_back({to_double((held.value - left).amount), multiple});
  if (is_call(position.instrument)) name.slope_up -= exposure * multiple;
  return {};
}

}  // namespace

Result<void> add_name_losses(Concentration& made, const std::vector<Held>& held, const Book& book,
                             const Room& room) {
  std::map<InstrumentId, Losing> names;
  for (const Held& one : held) {
    if (std::holds_alternative<FutureOption>(book.account.positions[one.position].instrument)) {
      made.not_applied.push_back({"loss of one name alone, without options on futures",
                                  "a model of " + std::string{one.id.view()}});
      continue;
    }
    Losing& name = names.try_emplace(one.moves.name, Losing{.exposure = zero(book.account.base)})
                       .first->second;
    PLIMSOLL_TRY_VOID(add(name, one, book));
  }
  const double equity = to_double(room.net_liquidation.value_or(room.equity).amount);
  for (const auto& [id, name] : names) {
    NameLoss loss{.name = id,
                  .exposure = name.exposure,
                  .loss_at_nothing = {decimal_of(name.falling(1)), book.account.base}};
    if (equity > 0) {
      loss.fall = name.fall(equity);
      if (name.slope_up > 0) loss.rise = equity / name.slope_up;
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
