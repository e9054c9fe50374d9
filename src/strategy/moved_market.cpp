#include "strategy/moved_market.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace plimsoll::strategy {
namespace {

const Mover* mover_of(const InstrumentId& id, const std::vector<Mover>& movers) {
  const auto found = std::ranges::lower_bound(movers, id, {}, &Mover::id);
  return found != movers.end() && found->id == id ? &*found : nullptr;
}

Error named(Error error, const InstrumentId& id) {
  if (error.where.empty()) error.where = std::string{id.view()};
  return error;
}

}  // namespace

VolatilityRule rule_of(const DistancePolicy& policy) {
  return {policy.volatility_move, policy.volatility_table};
}

double VolatilityRule::shift(double market_move) const {
  if (mode != VolatilityMove::spot_volatility || table.empty()) return 0;
  const auto level = [&](double move) {
    if (table.front().move <= move) return table.front().volatility;
    for (std::size_t i = 1; i < table.size(); ++i) {
      const auto& [before, high] = table[i - 1];
      const auto& [after, low] = table[i];
      if (after <= move) return high + (low - high) * (move - before) / (after - before);
    }
    return table.back().volatility;
  };
  return level(market_move) - level(0);
}

double MovedMarket::part_left(const Moves& moves, const Driver& driver, double move) {
  if (driver.is_market()) return std::max(1 + moves.beta * move, least_part);
  return moves.name == driver.name ? std::max(1 + moves.multiple * move, least_part) : 1.0;
}

Result<MovedMarket> MovedMarket::of(const Book& book, const std::vector<Mover>& movers,
                                    VolatilityRule rule) {
  MovedMarket moved;
  moved.market_ = std::make_unique<MarketSnapshot>(book.market);
  moved.rule_ = std::move(rule);
  moved.movers_ = movers;
  moved.boundaries_ = book.boundaries;
  moved.option_at_ = book.option_at;
  for (const Mover& mover : movers) {
    const auto quote = moved.market_->quotes.find(mover.id);
    if (quote != moved.market_->quotes.end() && quote->second.price)
      moved.spots_.push_back({mover, &quote->second, *quote->second.price});
  }
  std::set<InstrumentId> roots;
  for (const Position& position : book.account.positions) {
    PLIMSOLL_TRY_VOID(moved.add(position.instrument, book, movers));
    const auto* option = std::get_if<ListedOption>(&position.instrument);
    if (option == nullptr || option->underlying_scale == Decimal{1}) continue;
    const InstrumentId root = valuation::root_of(*option);
    const Mover* mover = mover_of(option->underlying, movers);
    const auto quote = moved.market_->quotes.find(root);
    if (mover == nullptr || root == option->underlying || mover_of(root, movers) != nullptr ||
        quote == moved.market_->quotes.end() || !quote->second.price || !roots.insert(root).second)
      continue;
    moved.spots_.push_back(
        {{root, mover->moves, mover->from}, &quote->second, *quote->second.price});
  }
  PLIMSOLL_TRY_VOID(moved.value_today());
  return moved;
}

std::vector<Result<void>> MovedMarket::values(std::span<const double> spots,
                                              std::span<const double> volatilities,
                                              std::span<double> found) {
  // Most moves leave volatilities as they are, and what does not depend on the spot with them.
  if (!valued_ || !std::ranges::equal(valued_at_, volatilities)) {
    std::vector<valuation::SeriesAt> all;
    for (std::size_t i = 0; i < options_.size(); ++i)
      all.push_back({options_[i].series, volatilities[i]});
    valued_.emplace(std::move(all), 0, boundaries_.get());
    valued_at_.assign(volatilities.begin(), volatilities.end());
  }
  return valued_->values(spots, found);
}

/// What the model leaves of each price.
Result<void> MovedMarket::value_today() {
  std::vector<double> spots, volatilities, found(options_.size());
  for (const Option& option : options_) {
    spots.push_back(option.series.spot);
    volatilities.push_back(option.volatility);
  }
  const auto outcomes = values(spots, volatilities, found);
  for (std::size_t i = 0; i < options_.size(); ++i) {
    if (!outcomes[i]) return std::unexpected{named(outcomes[i].error(), options_[i].id)};
    options_[i].residue = options_[i].series.price - found[i];
  }
  return {};
}

Result<void> MovedMarket::add_following(const FutureOption& option, const Book& book,
                                        const std::vector<Mover>& movers) {
  const auto quote = market_->quotes.find(option.id);
  const auto under = market_->quotes.find(option.underlying);
  if (!book.option_at || under == market_->quotes.end() || !under->second.price)
    return fail(Reason::not_covered,
                "what it is worth where its future stands elsewhere is its clearing house's to "
                "say; give its file with --span-file",
                std::string{option.id.view()});
  if (quote == market_->quotes.end() || !quote->second.price)
    return std::unexpected{without_price({option.id}, *market_)};
  PLIMSOLL_TRY(today, book.option_at(option, *under->second.price));
  const Mover* mover = mover_of(option.underlying, movers);
  following_.push_back({.option = option,
                        .quote = &quote->second,
                        .price = *quote->second.price,
                        .under = *under->second.price,
                        .residue = *quote->second.price - today,
                        .moves = mover ? mover->moves : Moves{option.underlying, 1, 0}});
  return {};
}

Result<void> MovedMarket::move_following(const Driver& driver, double move) {
  for (Following& one : following_) {
    const double part = part_left(one.moves, driver, move);
    one.quote->price = one.price;
    if (part == 1) continue;
    PLIMSOLL_TRY(there, option_at_(one.option, decimal_of(to_double(one.under) * part)));
    one.quote->price = std::max(there + one.residue, Decimal{});
  }
  return {};
}

Result<void> MovedMarket::add(const Instrument& instrument, const Book& book,
                              const std::vector<Mover>& movers) {
  if (const auto* future_option = std::get_if<FutureOption>(&instrument))
    return add_following(*future_option, book, movers);
  ListedOption option;
  double scale = 1;
  if (const auto* listed = std::get_if<ListedOption>(&instrument)) option = *listed;
  else if (const auto* warrant = std::get_if<Warrant>(&instrument)) {
    option = {.id = warrant->id,
              .underlying = warrant->underlying,
              .expiry = warrant->expiry,
              .right = Right::call,
              .strike = warrant->exercise};
    scale = to_double(warrant->shares);
  } else return {};

  const auto quote = market_->quotes.find(option.id);
  if (quote == market_->quotes.end() || !quote->second.price)
    return std::unexpected{without_price({option.id}, *market_)};
  const auto level = valuation::level_under(option, *market_);
  if (!level) return std::unexpected{level.error()};
  auto series =
      valuation::series_in(option, {to_double(*quote->second.price) / scale, to_double(*level)},
                           market_->as_of, *market_);
  if (!series) return std::unexpected{named(std::move(series).error(), option.id)};
  const auto volatility = valuation::volatility_in(*series, 0);
  if (!volatility) return std::unexpected{named(volatility.error(), option.id)};
  const Mover* mover = mover_of(option.underlying, movers);
  options_.push_back({.id = option.id,
                      .quote = &quote->second,
                      .quoted = {quote->second.price, quote->second.volatility,
                                 quote->second.priced_by_volatility},
                      .series = *series,
                      .volatility = volatility->value,
                      .moves = mover ? mover->moves : Moves{option.underlying, 1, 0},
                      .scale = scale});
  return {};
}

double MovedMarket::volatility_of(const Option& option, double spot, double move) const {
  switch (rule_.mode) {
    case VolatilityMove::sticky_strike:
      return option.volatility;
    case VolatilityMove::spot_volatility:
      return option.volatility > 0 ? option.volatility + rule_.shift(move) : 0.0;
    case VolatilityMove::sticky_delta:
      break;
  }
  // The strike as far from the old price as this one is from the new, between the nearest held.
  const double wanted = std::log(option.series.strike / spot);
  const Option *below = nullptr, *above = nullptr;
  const auto distance = [](const Option& one) {
    return std::log(one.series.strike / one.series.spot);
  };
  for (const Option& one : options_) {
    if (one.moves.name != option.moves.name || one.series.days != option.series.days ||
        one.volatility <= 0)
      continue;
    const double at = distance(one);
    if (at <= wanted && (below == nullptr || distance(*below) < at)) below = &one;
    if (wanted <= at && (above == nullptr || at < distance(*above))) above = &one;
  }
  if (below == nullptr && above == nullptr) return option.volatility;
  if (below == nullptr || above == nullptr) return (below ? below : above)->volatility;
  const double from = distance(*below), to = distance(*above);
  if (to <= from) return below->volatility;
  return below->volatility +
         (above->volatility - below->volatility) * (wanted - from) / (to - from);
}

void MovedMarket::restore(Option& option) {
  option.quote->price = option.quoted.price;
  option.quote->volatility = option.quoted.volatility;
  option.quote->priced_by_volatility = option.quoted.priced_by_volatility;
}

bool MovedMarket::follows(const Option& option, const Driver& driver) {
  return driver.is_market() || option.moves.name == driver.name;
}

Result<void> MovedMarket::move_options(const Driver& driver, double move) {
  std::vector<double> spots, volatilities, found(options_.size());
  for (const Option& option : options_) {
    const double part = part_left(option.moves, driver, move);
    const double beta = option.moves.beta;
    const double market_move = driver.is_market() ? move : beta != 0 ? (part - 1) / beta : part - 1;
    spots.push_back(option.series.spot * part);
    volatilities.push_back(
        follows(option, driver)
            ? std::min(volatility_of(option, spots.back(), market_move), pricing::volatility_most)
            : option.volatility);
  }
  const auto outcomes = values(spots, volatilities, found);
  for (std::size_t i = 0; i < options_.size(); ++i) {
    Option& option = options_[i];
    restore(option);
    if (!follows(option, driver)) continue;
    if (!outcomes[i]) return outcomes[i];
    option.quote->price = decimal_of(std::max(found[i] + option.residue, 0.0) * option.scale);
    option.quote->priced_by_volatility = volatilities[i] > 0;
    if (volatilities[i] > 0) option.quote->volatility = volatilities[i];
  }
  return {};
}

Result<const MarketSnapshot*> MovedMarket::at(const Driver& driver, double move) {
  for (Spot& spot : spots_) {
    const double part = part_left(spot.mover.moves, driver, move);
    // Worth nothing, to the last digit of a price: arithmetic that stops there must agree.
    const bool gone = part <= least_part && std::ranges::none_of(options_, [&](const Option& one) {
                        return one.moves.name == spot.mover.moves.name;
                      });
    spot.quote->price = part == 1 ? spot.price
                        : gone    ? Decimal::from_nano(1)
                                  : decimal_of(to_double(spot.price) * part);
  }
  if (!options_.empty()) PLIMSOLL_TRY_VOID(move_options(driver, move));
  PLIMSOLL_TRY_VOID(move_following(driver, move));
  return market_.get();
}

std::optional<double> MovedMarket::implied(const InstrumentId& name) const {
  const Option* nearest = nullptr;
  const auto far = [](const Option& one) {
    return std::abs(std::log(one.series.strike / one.series.spot));
  };
  for (const Option& one : options_)
    if (one.moves.name == name && one.volatility > 0 && (!nearest || far(one) < far(*nearest)))
      nearest = &one;
  return nearest ? std::optional{nearest->volatility} : std::nullopt;
}

std::vector<double> MovedMarket::kinks(const Driver& driver) const {
  std::vector<double> moves;
  for (const Option& option : options_) {
    const bool follows = driver.is_market() || option.moves.name == driver.name;
    const double times = driver.is_market() ? option.moves.beta : option.moves.multiple;
    if (follows && times != 0)
      moves.push_back((option.series.strike / option.series.spot - 1) / times);
  }
  for (const Following& one : following_) {
    const bool follows = driver.is_market() || one.moves.name == driver.name;
    const double times = driver.is_market() ? one.moves.beta : one.moves.multiple;
    if (follows && times != 0)
      moves.push_back((to_double(one.option.strike.per_unit) / to_double(one.under) - 1) / times);
  }
  for (const Spot& spot : spots_) {  // where something would be worth nothing
    const bool follows = driver.is_market() || spot.mover.moves.name == driver.name;
    const double times = driver.is_market() ? spot.mover.moves.beta : spot.mover.moves.multiple;
    if (follows && times != 0) moves.push_back((least_part - 1) / times);
  }
  std::ranges::sort(moves);
  moves.erase(std::unique(moves.begin(), moves.end()), moves.end());
  return moves;
}

}  // namespace plimsoll::strategy
