#include "valuation/revaluation.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/check.hpp"
#include "pricing/value.hpp"

namespace plimsoll::valuation {
namespace {

/// On its last day, once that is over: a dividend of the days rolled over is out of the price, and
/// who may exercise at any time chooses before or after.
double exercised_last(const Series& series, double spot) {
  const double after = exercised(series, std::max(spot - cash_of(series), 0.0));
  return series.exercise == pricing::Exercise::american ? std::max(after, exercised(series, spot))
                                                        : after;
}

bool has_one_boundary(const Series& series, int roll_days) {
  return series.exercise == pricing::Exercise::american && series.dividends.empty() &&
         roll_days < series.days;
}

Error where_moved(Error error) {
  error.what = "moved as the rule asks, it cannot be valued: " + error.what;
  return error;
}

}  // namespace

Revaluation::Revaluation(std::vector<SeriesAt> options, int roll_days, pricing::BoundaryMemo* memo)
    : roll_days_{roll_days}, americans_{pricing::Americans::exact({})} {
  std::vector<pricing::Option> batch;
  options_.reserve(options.size());
  for (SeriesAt& at : options) {
    One one{.at = std::move(at)};
    const Series& series = one.at.series;
    one.option = option_later(series, roll_days);
    one.option.volatility =
        std::clamp(one.at.volatility, pricing::volatility_least, pricing::volatility_most);
    one.dividends = dividends_later(series, roll_days);
    // One that is refused has no boundary; at each spot it is refused again, with its reason.
    if (has_one_boundary(series, roll_days) && pricing::check(one.option)) {
      one.lane = batch.size();
      batch.push_back(one.option);
      members_.push_back(options_.size());
    }
    options_.push_back(std::move(one));
  }
  americans_ = pricing::Americans::exact(batch, memo);
}

Result<void> Revaluation::alone(const One& one, std::span<const double> spots,
                                std::span<double> values) const {
  const Series& series = one.at.series;
  if (series.days <= roll_days_) {
    for (std::size_t j = 0; j < spots.size(); ++j) values[j] = exercised_last(series, spots[j]);
    return {};
  }
  for (std::size_t j = 0; j < spots.size(); ++j)
    PLIMSOLL_TRY_VOID(holds_dividends(
        series, spots[j],
        " at point " + std::to_string(j + 1) + " of " + std::to_string(spots.size())));
  auto valued = pricing::values_at({one.option, series.exercise, one.dividends}, spots, values);
  if (valued) return {};
  return std::unexpected{where_moved(std::move(valued).error())};
}

Result<void> Revaluation::check(const One& one, std::span<const double> spots) const {
  pricing::Option moved = one.option;
  for (const double spot : spots) {
    moved.spot = spot;
    if (auto fit = pricing::check(moved); !fit)
      return std::unexpected{where_moved(std::move(fit).error())};
  }
  return {};
}

void Revaluation::together(std::span<const double> spots, std::span<double> values,
                           std::span<const Result<void>> checked) {
  const std::size_t columns = spots.size() / options_.size();
  constexpr std::array unmoved{0.0};
  std::vector<double> at(members_.size()), found(members_.size());
  for (std::size_t j = 0; j < columns; ++j) {
    for (std::size_t lane = 0; lane < members_.size(); ++lane) {
      const std::size_t member = members_[lane];
      at[lane] = checked[member] ? spots[member * columns + j] : options_[member].option.spot;
    }
    americans_.move_to(at);
    americans_.prices(unmoved, found);
    for (std::size_t lane = 0; lane < members_.size(); ++lane)
      values[members_[lane] * columns + j] = found[lane];
  }
}

std::vector<Result<void>> Revaluation::values(std::span<const double> spots,
                                              std::span<double> values) {
  std::vector<Result<void>> outcomes(options_.size());
  if (options_.empty()) return outcomes;
  PLIMSOLL_CHECK(spots.size() % options_.size() == 0 && spots.size() == values.size());
  const std::size_t columns = spots.size() / options_.size();
  for (std::size_t i = 0; i < options_.size(); ++i) {
    const auto own = spots.subspan(i * columns, columns);
    outcomes[i] = options_[i].lane ? check(options_[i], own)
                                   : alone(options_[i], own, values.subspan(i * columns, columns));
  }
  if (!members_.empty()) together(spots, values, outcomes);
  return outcomes;
}

Result<void> values_later(const Series& series, double volatility, int roll_days,
                          std::span<const double> spots, std::span<double> values) {
  return Revaluation{{{series, volatility}}, roll_days}.values(spots, values).front();
}

}  // namespace plimsoll::valuation
