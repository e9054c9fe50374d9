#include "pricing/american.hpp"

#include <algorithm>

#include "pricing/european.hpp"
#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

using testing::known_values;
using testing::options_of_seed;
using testing::written;

const std::vector<double> some_moves{-0.15, 0, 0.15};
constexpr double within_fine = 1e-2, within_precise = 1e-5;  // on strikes of 100

std::vector<double> prices(const std::vector<Option>& options, double within,
                           const std::vector<double>& moves = some_moves) {
  std::vector<double> values(options.size() * moves.size());
  Americans{options, within}.prices(moves, values);
  return values;
}

/// Options of one scheme, `count` of them.
std::vector<Option> options_of(Scheme scheme, double within, std::size_t count) {
  std::vector<Option> options = options_of_seed(11, 400, -0.01, 0.1);
  std::erase_if(options,
                [&](const Option& option) { return scheme_for(option, within) != scheme; });
  EXPECT_GE(options.size(), count);
  options.resize(count);
  return options;
}

/// What a scheme's error is a part of.
double scale(const Option& option, double move) {
  return option.payoff == Payoff::put ? option.strike : option.spot * (1 + move);
}

TEST(SchemeFor, IsTheQuickestThatIsKnownToBeWithin) {
  const Option put{Payoff::put, 100, 100, 1, 0.05, 0.02, 0.3};
  Option call = put, longer = put, no_rate = put;
  call.payoff = Payoff::call;
  longer.years = 3;
  longer.rate = 0.1;
  no_rate.rate = 0;
  no_rate.dividend_yield = -0.001;
  EXPECT_EQ(scheme_for(put, 7.01e-5), Scheme::fine);
  EXPECT_EQ(scheme_for(put, 6.99e-5), Scheme::precise);
  EXPECT_EQ(scheme_for(put, 2.01e-6), Scheme::precise);
  EXPECT_EQ(scheme_for(put, 1.99e-6), Scheme::reference);
  EXPECT_EQ(scheme_for(put, 0), Scheme::reference);
  // The error grows with the interest, up to what is known of any.
  EXPECT_EQ(scheme_for(longer, 2.01e-4), Scheme::fine);
  EXPECT_EQ(scheme_for(longer, 1.99e-4), Scheme::precise);
  // Without any, the kernels' boundary is not the equation's.
  EXPECT_EQ(scheme_for(no_rate, 1), Scheme::reference);
  // A call's interest is the yield, its error a part of the spot, which may rise by half.
  EXPECT_EQ(scheme_for(call, 7.81e-5), Scheme::fine);
  EXPECT_EQ(scheme_for(call, 7.79e-5), Scheme::precise);
}

TEST(SchemeFor, KnowsWhatIsNeverExercised) {
  EXPECT_EQ(scheme_for({Payoff::call, 100, 100, 1, 0.05, 0, 0.3}, 0), Scheme::closed_form);
  EXPECT_EQ(scheme_for({Payoff::put, 100, 100, 1, 0, 0.02, 0.3}, 0), Scheme::closed_form);
  EXPECT_EQ(scheme_for({Payoff::put, 100, 100, 1, -0.01, -0.01, 0.3}, 0), Scheme::closed_form);
  EXPECT_NE(scheme_for({Payoff::put, 100, 100, 1, 1e-9, 0, 0.3}, 1), Scheme::closed_form);
}

TEST(SchemeFor, LeavesWhatWasNotMeasuredToTheReference) {
  const Option put{Payoff::put, 100, 100, 1, 0.05, 0.02, 0.3};
  const auto changed = [&](double Option::* number, double value) {
    Option option = put;
    option.*number = value;
    return scheme_for(option, 1);
  };
  EXPECT_EQ(changed(&Option::years, 0.5 / 365), Scheme::reference);
  EXPECT_EQ(changed(&Option::years, 3.1), Scheme::reference);
  EXPECT_EQ(changed(&Option::volatility, 0.07), Scheme::reference);
  EXPECT_EQ(changed(&Option::volatility, 1.6), Scheme::reference);
  EXPECT_EQ(changed(&Option::rate, 0.11), Scheme::reference);
  EXPECT_EQ(changed(&Option::dividend_yield, -0.02), Scheme::reference);
  // Two boundaries.
  EXPECT_EQ(scheme_for({Payoff::put, 100, 100, 1, -0.002, -0.01, 0.3}, 1), Scheme::reference);
}

void expect_known(std::size_t every, double within, double error) {
  std::vector<Option> options;
  std::vector<testing::KnownValue> rows = known_values("american_grid.csv");
  std::size_t at = 0;
  std::erase_if(rows, [&](const auto&) { return at++ % every != 0; });
  for (const auto& row : rows) options.push_back(row.option);
  const auto found = prices(options, within, {0});
  for (std::size_t i = 0; i < rows.size(); ++i)
    EXPECT_NEAR(found[i], rows[i].value, error * scale(options[i], 0) + rows[i].tolerance)
        << written(options[i]);
}
TEST(Americans, MeetTheKnownTable) {
  expect_known(1, within_fine, fine_error);
  expect_known(8, within_precise, precise_error);
}

void expect_within(const std::vector<Option>& options, double within, double error) {
  const auto found = prices(options, within);
  for (std::size_t i = 0; i < options.size(); ++i) {
    const AmericanReference reference{options[i]};
    for (std::size_t j = 0; j < some_moves.size(); ++j)
      EXPECT_NEAR(found[i * some_moves.size() + j],
                  reference.price(options[i].spot * (1 + some_moves[j])),
                  error * scale(options[i], some_moves[j]))
          << written(options[i]) << " move " << some_moves[j];
  }
}
TEST(Americans, FineOnesAreWithinTheirError) {
  expect_within(options_of(Scheme::fine, within_fine, 100), within_fine, fine_error);
}
TEST(Americans, PreciseOnesAreWithinTheirError) {
  expect_within(options_of(Scheme::precise, within_precise, 40), within_precise, precise_error);
}

TEST(Americans, NeverExercisedAreEuropean) {
  const auto options = options_of(Scheme::closed_form, within_fine, 15);
  const auto found = prices(options, within_fine);
  for (std::size_t i = 0; i < options.size(); ++i)
    for (std::size_t j = 0; j < some_moves.size(); ++j) {
      Option option = options[i];
      option.spot *= 1 + some_moves[j];
      EXPECT_NEAR(found[i * some_moves.size() + j], european_price(option),
                  1e-10 * std::max(option.spot, option.strike))
          << written(option);
    }
}

/// Of every scheme, and not a multiple of a block.
std::vector<Option> mixed() {
  std::vector<Option> options = options_of_seed(12, 37, -0.01, 0.1);
  options.push_back({Payoff::put, 100, 100, 1, -0.002, -0.01, 0.3});
  options.push_back({Payoff::put, 900, 1000, 1, 0.05, 0, 0.3});
  return options;
}

TEST(Americans, AreBitForBitTheSameInAnyCompany) {
  const auto options = mixed();
  for (const double within : {1e-3, 1e-4}) {
    const auto together = prices(options, within);
    auto turned = options;
    std::ranges::reverse(turned);
    const auto backwards = prices(turned, within);
    for (std::size_t i = 0; i < options.size(); i += 5) {
      const auto alone = prices({options[i]}, within);
      for (std::size_t j = 0; j < some_moves.size(); ++j) {
        const double found = together[i * some_moves.size() + j];
        EXPECT_EQ(found, alone[j]) << written(options[i]);
        EXPECT_EQ(found, backwards[(options.size() - 1 - i) * some_moves.size() + j]);
      }
    }
  }
}

TEST(Americans, AgreeOnEveryTarget) {
  testing::expect_targets_agree([] { return prices(mixed(), 1e-3); });
  testing::expect_targets_agree(
      [] { return prices(options_of(Scheme::precise, within_precise, 16), within_precise); });
}

TEST(Americans, MovedAreAsIfTheyHadBegunThere) {
  auto options = mixed();
  Americans moved{options, within_fine};
  std::vector<double> spots;
  for (Option& option : options) spots.push_back(option.spot *= 1.07);
  moved.move_to(spots);
  std::vector<double> values(options.size() * some_moves.size());
  moved.prices(some_moves, values);
  const auto fresh = prices(options, within_fine);
  for (std::size_t i = 0; i < values.size(); ++i)
    EXPECT_NEAR(values[i], fresh[i], 1e-4 * fine_error * options[i / 3].spot + 1e-9)
        << written(options[i / 3]);
}

// At any move no less than exercise brings, nor than the European.
TEST(Americans, AreWorthWhatExerciseBrings) {
  const auto options = options_of(Scheme::fine, within_fine, 60);
  const std::vector<double> far{-0.9, -0.5, 0.5, 4};
  const auto found = prices(options, within_fine, far);
  for (std::size_t i = 0; i < options.size(); ++i)
    for (std::size_t j = 0; j < far.size(); ++j) {
      Option option = options[i];
      option.spot *= 1 + far[j];
      const double sign = option.payoff == Payoff::call ? 1 : -1;
      const double least = std::max(sign * (option.spot - option.strike), european_price(option));
      EXPECT_GE(found[i * far.size() + j], least - 1e-7 * option.spot) << written(option);
    }
}

TEST(Americans, MayBeNone) {
  const Americans none{{}, 1e-3};
  EXPECT_EQ(none.size(), 0u);
  none.prices(some_moves, {});
}

}  // namespace
}  // namespace plimsoll::pricing
