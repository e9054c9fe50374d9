#include "pricing/american.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.hpp"

namespace plimsoll::pricing {
namespace {

/// An option as a put on a strike of one; a call is one on its strike, struck at the spot.
struct AsPut {
  double moneyness, direction, scale, rate, yield;
  explicit AsPut(const Option& option) {
    const bool is_put = option.payoff == Payoff::put;
    moneyness = is_put ? option.spot / option.strike : option.strike / option.spot;
    direction = is_put ? 1 : -1;
    scale = is_put ? option.strike : option.spot;
    rate = is_put ? option.rate : option.dividend_yield;
    yield = is_put ? option.dividend_yield : option.rate;
  }
  /// Exercise gives up the yield for the strike's interest.
  bool is_never_exercised() const { return rate <= 0 && yield >= rate; }
  /// With yield < rate < 0 exercise is bounded from below too, which the kernels do not know.
  /// Without a rate it is not, but the boundary then begins where they do not look for it.
  bool has_two_boundaries() const { return rate <= 0 && yield < rate; }
};

bool is_within(double least, double number, double most) {
  return least <= number && number <= most;
}

/// Where the errors were measured.
bool is_measured(const Option& option) {
  return is_within(1 / 365.0, option.years, 3.01) && is_within(0.08, option.volatility, 1.5) &&
         is_within(-0.01, option.rate, 0.1) && is_within(-0.01, option.dividend_yield, 0.1);
}

constexpr double spot_rise_most = 1.5;

/// The error of `fine` grows with the interest until expiry: over 582,660 prices the largest was
/// 2.1e-7 where that is none, 3.9e-7 up to 6 per cent, 6.9e-7 up to 15 and 1.3e-6 beyond.
double fine_error_of(const AsPut& put, double years) {
  return std::min(fine_error, 4e-7 + 6e-6 * std::max(put.rate, 0.0) * years);
}

}  // namespace

Scheme exact_scheme_for(const Option& option) {
  const AsPut put{option};
  if (put.is_never_exercised()) return Scheme::closed_form;
  return put.has_two_boundaries() || !is_measured(option) ? Scheme::reference : Scheme::precise;
}

Scheme scheme_for(const Option& option, double within) {
  const Scheme exact = exact_scheme_for(option);
  if (exact != Scheme::precise) return exact;
  const AsPut put{option};
  const double scale = put.scale * (option.payoff == Payoff::call ? spot_rise_most : 1);
  if (fine_error_of(put, option.years) * scale <= within) return Scheme::fine;
  return precise_error * scale <= within ? Scheme::precise : Scheme::reference;
}

void put_at(const Option& option, PutBlock& block, std::size_t lane) {
  const AsPut put{option};
  block.moneyness[lane] = put.moneyness;
  block.log_moneyness[lane] = std::log(put.moneyness);
  block.direction[lane] = put.direction;
  block.scale[lane] = put.scale;
  block.years[lane] = option.years;
  block.volatility[lane] = option.volatility;
  block.rate[lane] = put.rate;
  block.yield[lane] = put.yield;
}

template <class Boundary>
void Americans::Group<Boundary>::add(std::uint32_t member, const Option& option) {
  const std::size_t lane = members.size() % block_size;
  if (lane == 0) puts.emplace_back();
  put_at(option, puts.back(), lane);
  members.push_back(member);
}

template <class Boundary>
void Americans::Group<Boundary>::fill_up() {
  boundaries.resize(puts.size());
  const std::size_t used = members.size() % block_size;
  if (used == 0) return;
  PutBlock& block = puts.back();
  for (Lanes<double>* lanes :
       {&block.moneyness, &block.log_moneyness, &block.direction, &block.scale, &block.years,
        &block.volatility, &block.rate, &block.yield})
    std::fill(lanes->begin() + static_cast<std::ptrdiff_t>(used), lanes->end(), (*lanes)[used - 1]);
}

template <class Boundary>
void Americans::Group<Boundary>::move_to(std::span<const double> spots) {
  for (std::size_t i = 0; i < members.size(); ++i) {
    PutBlock& block = puts[i / block_size];
    const std::size_t lane = i % block_size;
    const double spot = spots[members[i]];
    if (block.direction[lane] > 0) {
      block.moneyness[lane] = spot / block.scale[lane];
    } else {
      const double strike = block.moneyness[lane] * block.scale[lane];
      block.moneyness[lane] = strike / spot;
      block.scale[lane] = spot;
    }
    block.log_moneyness[lane] = std::log(block.moneyness[lane]);
  }
  fill_up();
}

template <class Boundary>
void Americans::Group<Boundary>::scatter(std::span<const Lanes<double>> prices, std::size_t block,
                                         std::size_t moves, std::span<double> values) const {
  const std::size_t first = block * block_size;
  const std::size_t count = std::min(block_size, members.size() - first);
  for (std::size_t lane = 0; lane < count; ++lane)
    for (std::size_t j = 0; j < moves; ++j)
      // Far out of the money rounding would leave less than nothing.
      values[members[first + lane] * moves + j] = std::max(prices[j][lane], 0.0);
}

Americans::Americans(std::span<const Option> options, double within) {
  schemes_.reserve(options.size());
  for (const Option& option : options) schemes_.push_back(scheme_for(option, within));
  place(options, nullptr);
}

Americans Americans::exact(std::span<const Option> options, BoundaryMemo* memo) {
  std::vector<Scheme> schemes;
  schemes.reserve(options.size());
  for (const Option& option : options) schemes.push_back(exact_scheme_for(option));
  Americans all{std::move(schemes)};
  all.place(options, memo);
  return all;
}

void Americans::place(std::span<const Option> options, BoundaryMemo* memo) {
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto member = static_cast<std::uint32_t>(i);
    switch (schemes_[i]) {
      case Scheme::closed_form:
        closed_.add(member, options[i]);
        break;
      case Scheme::fine:
        fine_.add(member, options[i]);
        break;
      case Scheme::precise:
        precise_.add(member, options[i]);
        break;
      case Scheme::reference:
        slow_.push_back({member, options[i].spot,
                         memo ? memo->reference(options[i])
                              : std::make_shared<const AmericanReference>(options[i])});
        break;
    }
  }
  closed_.fill_up();
  fine_.fill_up();
  precise_.fill_up();
  find_boundaries(fine_.puts, fine_.boundaries);
  if (memo) memo->find(precise_.puts, precise_.boundaries);
  else find_boundaries(precise_.puts, precise_.boundaries);
}

void Americans::move_to(std::span<const double> spots) {
  closed_.move_to(spots);
  fine_.move_to(spots);
  precise_.move_to(spots);
  for (Slow& option : slow_) option.spot = spots[option.member];
}

void Americans::prices(std::span<const double> moves, std::span<double> values) const {
  PLIMSOLL_CHECK(values.size() == size() * moves.size());
  const std::vector<Move> steps(moves.begin(), moves.end());
  std::vector<Lanes<double>> found(moves.size());
  // A block at a time, so that its prices are still near when they are put in their places.
  for (std::size_t block = 0; block < closed_.puts.size(); ++block) {
    read_european_prices({&closed_.puts[block], 1}, steps, found);
    closed_.scatter(found, block, moves.size(), values);
  }
  const auto read = [&](const auto& group) {
    for (std::size_t block = 0; block < group.puts.size(); ++block) {
      read_prices({&group.puts[block], 1}, {&group.boundaries[block], 1}, steps, found);
      group.scatter(found, block, moves.size(), values);
    }
  };
  read(fine_);
  read(precise_);
  for (const Slow& option : slow_)
    for (std::size_t j = 0; j < moves.size(); ++j)
      values[option.member * moves.size() + j] =
          option.reference->price(option.spot * (1 + moves[j]));
}

}  // namespace plimsoll::pricing
