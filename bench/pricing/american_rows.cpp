// Many American options without cash dividends: one boundary each, read at ten points.

#include <algorithm>
#include <cstdlib>

#include "bench/pricing/inputs.hpp"
#include "bench/pricing/sections.hpp"
#include "pricing/american.hpp"
#include "pricing/european.hpp"

namespace plimsoll::bench {
namespace {

using pricing::Americans;
using pricing::Option;
using pricing::Scheme;

constexpr double within_fine = 1e-2;     // dollars; on strikes of 100 the fine scheme's
constexpr double within_precise = 1e-5;  // and the precise one's

// Operations of the fine scheme for one option, counted in boundary-inl.hpp and
// first_guess-inl.hpp: a fused multiply and add is two, any other of + - * / sqrt min max and round
// is one; comparisons, conversions and table entries are none. An operation in doubles is two, as a
// vector holds half as many of them.
constexpr double nodes = 10, sweeps = 6, price_points = 24;
constexpr double readings = 4 * 4 + 6 * 8;        // of the ten nodes in a sweep
constexpr double exp_float = 2 + 2 + 4 + 14 + 1;  // limits, whole, rest, power, scaling
constexpr double log_float = 3 + 1 + 10 + 1 + 2;  // ratio, square, series, sum
constexpr double normal_float = 1 + 1 + 10 + 1;   // limit, part, polynomial, other side
constexpr double normal_double = 1 + 1 + 14 + 1;
constexpr double exp_double = 2 + 2 + 4 + 26 + 1;
constexpr double scale_once = 17 + log_float;          // Scale
constexpr double paid_once = 2 * (1 + exp_float + 2);  // paid()
constexpr double discounts = 2 * (1 + exp_float);
constexpr double guess_begun = 50 + discounts + exp_float;  // GuessEquation and its `most`
constexpr double halley = 62 + 2 * (normal_float + 1) + exp_float + 4 + log_float;  // better()
constexpr double guess = 4 + guess_begun + 4 * halley;
constexpr double reading_once = 2 * nodes - 1 + 2 + 6 + 2 * normal_float + 4;  // add_readings()
constexpr double node_once = 12 + 2 * normal_float + 4 + log_float + 1;        // improved()
constexpr double mixing_once = 20;
constexpr double boundary = scale_once + nodes * (discounts + guess) + readings * paid_once +
                            sweeps * (readings * reading_once + nodes * (node_once + mixing_once));
constexpr double point_begun = 2 * nodes - 1 + 2 + 7 + paid_once;  // Premium
constexpr double to_read = scale_once + price_points * point_begun + 2 * (10 + 2 * exp_double);
constexpr double each_spot =
    price_points * (3 + 2 * normal_float + 4) + 3 + 2 * (21 + 2 * normal_double);
constexpr double operations_of(double spots) { return boundary + to_read + spots * each_spot; }

std::vector<double> prices(const Americans& americans, std::span<const double> moves) {
  std::vector<double> values(americans.size() * moves.size());
  americans.prices(moves, values);
  return values;
}

/// From options to prices, boundaries and all.
std::function<double()> cold(const std::vector<Option>& options, std::vector<double> moves,
                             int runs) {
  return quickest_of(runs, [&options, moves = std::move(moves)] {
    const Americans americans{options, within_fine};
    std::vector<double> values(options.size() * moves.size());
    if (!moves.empty()) americans.prices(moves, values);
  });
}

Row ours(const char* name, double seconds, std::size_t options, double spots,
         const Machine& machine) {
  const double each = seconds / static_cast<double>(options);
  return {name, each, {{"of_fma_peak", operations_of(spots) / each / machine.float_flops}}};
}

}  // namespace

Rows grid_rows(const Machine& machine) {
  const auto options = american_grid();
  const auto count = static_cast<double>(options.size());
  const auto expected = prices(Americans{options, 0}, ten_moves);
  const std::vector<double> still{0.0};
  std::vector<std::function<double()>> works{cold(options, ten_moves, 40), cold(options, still, 40),
                                             cold(options, {}, 40)};
  Quantlib quantlib;
  const std::string wrong = quantlib.load(options);
  std::vector<double> accurate, fast;
  if (wrong.empty()) {
    works.push_back([&] {
      const double took = quantlib.seconds("qdfp_accurate", 10);
      accurate = quantlib.prices().value_or(std::vector<double>{});
      return took;
    });
    works.push_back([&] {
      const double took = quantlib.seconds("qdfp_fast", 10);
      fast = quantlib.prices().value_or(std::vector<double>{});
      return took;
    });
  }
  const auto least = least_seconds(7, works);
  Rows rows{ours("American/ten points", least[0], options.size(), 10, machine),
            ours("American/one point", least[1], options.size(), 1, machine),
            {"American/boundary alone", least[2] / count}};
  const Americans fine{options, within_fine};
  Errors{prices(fine, ten_moves), expected}.add_to(rows[0]);
  Errors{prices(fine, still), prices(Americans{options, 0}, still)}.add_to(rows[1]);
  rows[0].columns.push_back({"times_one_point", least[0] / least[1]});
  const auto add_peer = [&](const char* name, std::size_t at, const std::vector<double>& found) {
    Row row{name};
    if (found.size() != expected.size()) {
      row.absent = wrong.empty() ? "QuantLib failed" : wrong;
    } else {
      row.seconds = least[at] / count;
      row.columns.push_back({"times_ours", least[at] / least[0]});
      Errors{found, expected}.add_to(row);
    }
    rows.push_back(std::move(row));
  };
  add_peer("American/ten points/QuantLib QdFp accurate", 3, accurate);
  add_peer("American/ten points/QuantLib QdFp fast", 4, fast);
  return rows;
}

namespace {

std::size_t random_count() {
  const char* fewer = std::getenv("PLIMSOLL_RANDOM_OPTIONS");
  return fewer != nullptr ? std::strtoul(fewer, nullptr, 10) : 64'000;
}

/// The prices of the options that `scheme` priced, and what they should be.
Errors errors_of(Scheme scheme, const Americans& americans, std::span<const double> expected) {
  const auto all = prices(americans, ten_moves);
  std::vector<double> found, right;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (americans.schemes()[i / ten_moves.size()] != scheme) continue;
    found.push_back(all[i]);
    right.push_back(expected[i]);
  }
  return {found, right};
}

Row row_of(const char* name, Scheme scheme, double within, const std::vector<Option>& options,
           std::span<const double> expected) {
  const Americans all{options, within};
  std::vector<Option> those;
  for (std::size_t i = 0; i < options.size(); ++i)
    if (all.schemes()[i] == scheme) those.push_back(options[i]);
  Row row{name};
  const auto run = [&] { prices(Americans{those, within}, ten_moves); };
  row.seconds = least_seconds(9, {[&] { return processor_seconds_of(run); }})[0];
  row.seconds /= static_cast<double>(those.size());
  errors_of(scheme, all, expected).add_to(row);
  row.columns.push_back({"options", static_cast<double>(those.size())});
  return row;
}

}  // namespace

Rows random_rows(const Machine& machine) {
  // What has two boundaries gets the reference anyway, and would be most of the time.
  auto options = random_options(random_count());
  std::erase_if(options, [](const Option& option) {
    return pricing::scheme_for(option, within_fine) == Scheme::reference;
  });
  const auto expected = reference_prices(options, ten_moves);
  Rows rows{
      row_of("random American/fine", Scheme::fine, within_fine, options, expected),
      row_of("random American/precise", Scheme::precise, within_precise, options, expected),
      row_of("random American/closed form", Scheme::closed_form, within_fine, options, expected)};
  rows[0].columns.push_back(
      {"of_fma_peak", operations_of(10) / rows[0].seconds / machine.float_flops});
  return rows;
}

Rows closed_form_rows(const Machine&) {
  auto options = random_options(20'000);
  for (Option& option : options) {
    option.payoff = pricing::Payoff::call;
    option.dividend_yield = 0;
    option.rate = std::max(option.rate, 0.0);
  }
  options.resize(4096);
  const double count = static_cast<double>(options.size() * ten_moves.size());
  std::vector<double> expected;
  for (Option option : options) {
    const double spot = option.spot;
    for (const double move : ten_moves) {
      option.spot = spot * (1 + move);
      expected.push_back(pricing::european_price(option));
    }
  }
  const Americans americans{options, within_fine};
  std::vector<double> values(expected.size());
  const auto least = least_seconds(
      9, {quickest_of(20, [&] { Americans{options, within_fine}.prices(ten_moves, values); }),
          quickest_of(20, [&] { americans.prices(ten_moves, values); })});
  Rows rows{{"European/a price, ten points from options", least[0] / count},
            {"European/a price, ten points read again", least[1] / count}};
  for (Row& row : rows) Errors{values, expected}.add_to(row);
  return rows;
}

}  // namespace plimsoll::bench
