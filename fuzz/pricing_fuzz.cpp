// Options made of any bytes, through everything src/pricing answers: what `check` accepts is
// answered with numbers between the bounds, what it refuses is refused by all, and an implied
// volatility gives the price again.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "base/check.hpp"
#include "pricing/value.hpp"

namespace {

using namespace plimsoll;
using namespace plimsoll::pricing;

/// The input's bytes one after the other, then zeroes.
class Bytes {
 public:
  Bytes(const std::uint8_t* bytes, std::size_t size) : bytes_{bytes}, left_{size} {}

  std::uint8_t byte() {
    if (left_ == 0) return 0;
    --left_;
    return *bytes_++;
  }

  /// Mostly between the two; now and then on an edge, or any eight bytes.
  double number(double least, double most) {
    constexpr double endless = std::numeric_limits<double>::infinity();
    const std::uint8_t kind = byte();
    if (kind == 0xff) {
      std::array<std::uint8_t, sizeof(double)> raw{};
      for (std::uint8_t& one : raw) one = byte();
      double value = 0;
      std::memcpy(&value, raw.data(), sizeof value);
      return value;
    }
    const std::array edges{least, most, 0.0, std::nan(""), endless, -endless, 1e-300, -most};
    if (kind >= 0xf0) return edges[kind % edges.size()];
    const double part = (kind * 256.0 + byte()) / (0xf0 * 256.0);
    return least + part * (most - least);
  }

 private:
  const std::uint8_t* bytes_;
  std::size_t left_;
};

/// What rounding alone may do to a value.
double rounding(const Contract& contract) {
  const auto between = bounds(contract);
  return 1e-9 * (contract.option.spot + contract.option.strike + (between ? between->most : 0));
}

/// What two values of one contract may differ by: of American exercise 1e-4 of a dollar each, up to
/// strikes of 10,000; with cash dividends what value.hpp says.
double tolerance(const Contract& contract) {
  const Option& option = contract.option;
  if (contract.exercise == Exercise::european) return rounding(contract);
  if (!contract.dividends.empty()) {
    const double variance = option.volatility * option.volatility * option.years;
    return 4e-5 * std::max(option.spot, option.strike) * std::max(1.0, variance);
  }
  return 2e-4 * std::max(1.0, (contract.option.spot + contract.option.strike) / 1e4);
}

void check_refused(const Contract& contract) {
  const auto refused = value(contract);
  PLIMSOLL_CHECK(!refused && refused.error().reason == Reason::bad_input);
  PLIMSOLL_CHECK(!refused.error().what.empty());
  PLIMSOLL_CHECK(!greeks(contract));
  if (check_but_volatility(contract)) return;
  PLIMSOLL_CHECK(!bounds(contract) && !implied_volatility(contract, 1));
}

void check_within(const Contract& contract, double worth) {
  PLIMSOLL_CHECK(std::isfinite(worth));
  const auto between = bounds(contract);
  PLIMSOLL_CHECK(between && between->least <= between->most);
  PLIMSOLL_CHECK(between->least - rounding(contract) <= worth);
  PLIMSOLL_CHECK(worth <= between->most + rounding(contract));
}

/// At three spots at once what it is at each.
void check_values_at(const Contract& contract, double worth) {
  const std::array spots{0.9 * contract.option.spot, contract.option.spot,
                         1.1 * contract.option.spot};
  std::array<double, 3> values{};
  if (!values_at(contract, spots, values)) return;  // a spot may be outside, or below dividends
  PLIMSOLL_CHECK(std::abs(values[1] - worth) <= tolerance(contract));
  for (std::size_t i = 0; i < spots.size(); ++i) {
    Contract moved = contract;
    moved.option.spot = spots[i];
    check_within(moved, values[i]);
  }
}

void check_implied(Contract contract, double worth) {
  const auto implied = implied_volatility(contract, worth);
  if (!implied) {
    PLIMSOLL_CHECK(!implied.error().what.empty());
    return;
  }
  PLIMSOLL_CHECK(std::isfinite(*implied) && *implied >= volatility_least * 0.999 &&
                 *implied <= volatility_most * 1.001);
  contract.option.volatility = std::clamp(*implied, volatility_least, volatility_most);
  const auto again = value(contract);
  PLIMSOLL_CHECK(again && std::abs(*again - worth) <= tolerance(contract));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  Bytes bytes{input, size};
  const std::uint8_t shape = bytes.byte();
  Contract contract;
  contract.option.payoff = (shape & 1) != 0 ? Payoff::put : Payoff::call;
  contract.exercise = (shape & 2) != 0 ? Exercise::american : Exercise::european;
  contract.option.spot = bytes.number(1, 1000);
  contract.option.strike = bytes.number(1, 1000);
  contract.option.years = bytes.number(0.001, 5);
  contract.option.rate = bytes.number(-0.1, 0.2);
  contract.option.dividend_yield = bytes.number(-0.1, 0.2);
  contract.option.volatility = bytes.number(volatility_least, 3);
  std::vector<CashDividend> dividends;
  for (int i = 0; i < (shape >> 2 & 3); ++i)
    dividends.push_back({bytes.number(0.001, 5), bytes.number(0.01, 10)});
  contract.dividends = dividends;

  if (!check(contract)) {
    check_refused(contract);
    return 0;
  }
  if (const auto slopes = greeks(contract))
    for (const double slope :
         {slopes->delta, slopes->gamma, slopes->vega, slopes->theta, slopes->rho, slopes->phi})
      PLIMSOLL_CHECK(std::isfinite(slope));
  const auto worth = value(contract);
  if (!worth) {
    PLIMSOLL_CHECK(worth.error().reason == Reason::not_covered && !worth.error().what.empty());
    return 0;
  }
  check_within(contract, *worth);
  check_values_at(contract, *worth);
  check_implied(contract, *worth);
  return 0;
}
