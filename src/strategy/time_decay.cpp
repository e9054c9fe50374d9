#include "strategy/time_decay.hpp"

#include <array>
#include <optional>

#include "market/fx.hpp"
#include "valuation/in_market.hpp"
#include "valuation/revaluation.hpp"

namespace plimsoll::strategy {
namespace {

/// An option, and how many units of it one unit of the position holds.
struct Written {
  ListedOption option = {};
  double units = 1;
};

Written listed(const ListedOption& option) { return {option, to_double(option.multiplier)}; }

/// A call on so many shares.
Written listed(const Warrant& warrant) {
  return {{.id = warrant.id,
           .underlying = warrant.underlying,
           .expiry = warrant.expiry,
           .right = Right::call,
           .strike = warrant.exercise},
          to_double(warrant.shares)};
}

struct OneDay {
  double change = 0;  // of one unit of the option
  double volatility = 0;
};

/// `price` is of one unit of the option.
Result<OneDay> rolled(const ListedOption& option, double price, const MarketSnapshot& market) {
  PLIMSOLL_TRY(level, valuation::level_under(option, market));
  PLIMSOLL_TRY(series,
               valuation::series_in(option, {price, to_double(level)}, market.as_of, market));
  PLIMSOLL_TRY(volatility, valuation::volatility_in(series, 0));
  const std::array<double, 1> spots{series.spot};
  std::array<double, 1> today{}, tomorrow{};
  PLIMSOLL_TRY_VOID(valuation::values_later(series, volatility.value, 0, spots, today));
  PLIMSOLL_TRY_VOID(valuation::values_later(series, volatility.value, 1, spots, tomorrow));
  return OneDay{tomorrow[0] - today[0], volatility.value};
}

Result<OneDay> one_day(const Written& written, double price_of_a_unit,
                       const MarketSnapshot& market) {
  const Quote* quote = market.find(written.option.id);
  if (quote == nullptr || !quote->price)
    return std::unexpected{without_price({written.option.id}, market)};
  auto day = rolled(written.option, to_double(*quote->price) / price_of_a_unit, market);
  if (day) return day;
  Error error = std::move(day).error();
  if (error.where.empty()) error.where = std::string{written.option.id.view()};
  return std::unexpected{std::move(error)};
}

/// The change of one unit of the position, in its own currency; nothing where it does not decay.
struct Decay {
  std::optional<Price> change = {};
  double volatility = 0;
};

Result<Decay> decay_of(const Instrument& instrument, const MarketSnapshot& market) {
  const auto of = [&](const Written& written, double price_of_a_unit) -> Result<Decay> {
    PLIMSOLL_TRY(day, one_day(written, price_of_a_unit, market));
    return Decay{Price{decimal_of(day.change * written.units), written.option.strike.currency},
                 day.volatility};
  };
  return std::visit(
      Match{[&](const ListedOption& option) { return of(listed(option), 1); },
            [&](const Warrant& warrant) { return of(listed(warrant), to_double(warrant.shares)); },
            [&](const FutureOption& option) -> Result<Decay> {
              return fail(Reason::not_covered,
                          "options on futures are not valued here; their clearing house's "
                          "scenarios are",
                          std::string{option.id.view()});
            },
            [&](const auto&) -> Result<Decay> { return Decay{}; }},
      instrument);
}

}  // namespace

Result<TimeDecay> time_decay(const Book& book) {
  const Account& account = book.account;
  TimeDecay sum{.a_day = zero(account.base)};
  for (std::size_t i = 0; i < account.positions.size(); ++i) {
    const Position& position = account.positions[i];
    const auto decay = decay_of(position.instrument, book.market);
    if (!decay) {
      sum.unknown.push_back(decay.error());
      continue;
    }
    if (!decay->change) continue;
    PLIMSOLL_TRY(a_day, in_currency(*decay->change * position.quantity, account.base, book.market));
    sum.options.push_back({i, id_of(position.instrument), a_day, decay->volatility});
    sum.a_day = sum.a_day + a_day;
  }
  return sum;
}

}  // namespace plimsoll::strategy
