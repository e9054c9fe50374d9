// The tree: by itself beside Leisen and Reimer's, and with cash dividends beside finite
// differences.

#include <algorithm>

#include "bench/pricing/inputs.hpp"
#include "bench/pricing/sections.hpp"
#include "pricing/dividend_grid.hpp"
#include "pricing/tree.hpp"

namespace plimsoll::bench {
namespace {

using pricing::CashDividend;
using pricing::Contract;
using pricing::Exercise;
using pricing::Option;
using pricing::Payoff;
using pricing::TreeSteps;

/// Options of one expiry with what is paid until then.
struct Slice {
  std::vector<Option> options;
  std::vector<CashDividend> dividends;
};

using Method = std::function<void(const Slice&, std::span<double>)>;

Method by_grid(pricing::GridSteps steps) {
  return [steps](const Slice& slice, std::span<double> values) {
    pricing::grid_prices(slice.options, slice.dividends, ten_moves, steps, values);
  };
}
Method by_tree(TreeSteps steps) {
  return [steps](const Slice& slice, std::span<double> values) {
    pricing::tree_prices(slice.options, slice.dividends, ten_moves, steps, values);
  };
}

std::vector<double> prices(std::span<const Slice> slices, const Method& method) {
  std::vector<double> all;
  for (const Slice& slice : slices) {
    std::vector<double> values(slice.options.size() * ten_moves.size());
    method(slice, values);
    all.insert(all.end(), values.begin(), values.end());
  }
  return all;
}

/// A quarter's, a half year's and a year's options on 100 that pays half a dollar every quarter.
std::vector<Slice> paying_slices() {
  std::vector<Slice> slices;
  for (const double days : {91, 182, 365}) {
    Slice slice;
    for (const double day : {45, 136, 227, 318})
      if (day <= days) slice.dividends.push_back({day / 365, 0.5});
    for (const double strike : {80, 90, 100, 110})
      for (const double volatility : {0.15, 0.3})
        for (const Payoff payoff : {Payoff::put, Payoff::call})
          slice.options.push_back({payoff, 100, strike, days / 365, 0.045, 0, volatility});
    slices.push_back(std::move(slice));
  }
  return slices;
}

}  // namespace

Rows dividend_rows(const Machine&) {
  const auto slices = paying_slices();
  std::vector<Contract> contracts;
  for (const Slice& slice : slices)
    for (const Option& option : slice.options)
      contracts.push_back({option, Exercise::american, slice.dividends});
  const auto count = static_cast<double>(contracts.size());
  const auto expected = reference_prices(contracts, ten_moves);
  const std::vector<std::pair<std::string, Method>> ours{
      {"grid", by_grid({})},
      {"fine grid", by_grid(pricing::fine_grid)},
      {"tree of 100 steps, extrapolated", by_tree({100, true})},
      {"tree of 200 steps, extrapolated", by_tree({200, true})}};
  std::vector<std::function<double()>> works;
  for (const auto& [name, method] : ours)
    works.push_back(quickest_of(20, [&] { prices(slices, method); }));
  Quantlib quantlib;
  const std::string wrong = quantlib.load(contracts);
  constexpr const char* engines[]{"fd_escrowed 50 100", "fd_escrowed 100 100"};
  std::vector<std::vector<double>> found(std::size(engines));
  if (wrong.empty())
    for (std::size_t i = 0; i < std::size(engines); ++i)
      works.push_back([&, i] {
        const double took = quantlib.seconds(engines[i], 10);
        found[i] = quantlib.prices().value_or(std::vector<double>{});
        return took;
      });
  const auto least = least_seconds(3, works);
  Rows rows;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    rows.push_back({"cash dividends/ten points, " + ours[i].first, least[i] / count});
    Errors{prices(slices, ours[i].second), expected}.add_to(rows.back());
  }
  for (std::size_t i = 0; i < std::size(engines); ++i) {
    Row row{"cash dividends/ten points, QuantLib " + std::string{engines[i]}};
    if (found[i].size() != expected.size()) {
      row.absent = wrong.empty() ? "QuantLib failed" : wrong;
    } else {
      const double took = least[ours.size() + i];
      row.seconds = took / count;
      row.columns.push_back({"times_ours", took / least[0]});
      Errors{found[i], expected}.add_to(row);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Rows tree_rows(const Machine& machine) {
  constexpr int steps = 801;
  Slice slice;
  for (const double strike : {70, 80, 90, 95, 105, 110, 120, 130})
    for (const Payoff payoff : {Payoff::put, Payoff::call})
      slice.options.push_back({payoff, 100, strike, 1, 0.045, 0.015, 0.3});
  const auto count = static_cast<double>(slice.options.size());
  const std::vector<double> still{0.0};
  const auto expected = reference_prices(slice.options, still);
  std::vector<double> values(slice.options.size());
  std::vector<std::function<double()>> works{quickest_of(
      20, [&] { pricing::tree_prices(slice.options, {}, still, {steps, false}, values); })};
  Quantlib quantlib;
  const std::string wrong = quantlib.load(slice.options);
  std::vector<double> found;
  if (wrong.empty())
    works.push_back([&] {
      const double took = quantlib.seconds("leisen_reimer " + std::to_string(steps), 1);
      found = quantlib.prices().value_or(std::vector<double>{});
      return took;
    });
  const auto least = least_seconds(9, works);
  // Of the tree that its spot alone needs; what the tree has besides is not counted. At a node two
  // values are discounted and added, exercise is added up, and one of the two is chosen.
  const double nodes = 0.5 * steps * (steps + 1) * count;
  constexpr double operations_each = 3 + 1 + 1;
  Rows rows{{"tree/801 steps, one point", least[0] / count}};
  rows[0].columns = {{"G/s", nodes / least[0] / 1e9},
                     {"of_fma_peak", nodes * operations_each / least[0] / machine.double_flops}};
  Errors{values, expected}.add_to(rows[0]);
  Row row{"tree/801 steps, one point, QuantLib Leisen-Reimer"};
  if (found.size() != expected.size()) {
    row.absent = wrong.empty() ? "QuantLib failed" : wrong;
  } else {
    row.seconds = least[1] / count;
    row.columns.push_back({"times_ours", least[1] / least[0]});
    Errors{found, expected}.add_to(row);
  }
  rows.push_back(std::move(row));
  return rows;
}

}  // namespace plimsoll::bench
