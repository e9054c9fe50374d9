#pragma once
// What tests of this folder share: any option, and tables of known values.

#include <gtest/gtest.h>
#include <hwy/targets.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "pricing/option.hpp"

namespace plimsoll::pricing::testing {

/// A number from `least` to `most`, anywhere between from the first on (ranges otherwise grow).
inline rc::Gen<double> between(double least, double most) {
  const auto whole =
      rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, 1'000'000'001));
  return rc::gen::map(
      whole, [=](std::int64_t n) { return least + (most - least) * static_cast<double>(n) / 1e9; });
}

/// The same, as likely in each power of ten.
inline double magnitude(double least, double most) {
  return std::exp(*between(std::log(least), std::log(most)));
}

/// Like one that is traded, on a strike of 100.
inline Option any_option() {
  Option option;
  option.payoff = *rc::gen::element(Payoff::call, Payoff::put);
  option.strike = 100;
  option.spot = *between(50, 200);
  option.years = *between(1.0 / 365, 3);
  option.rate = *between(-0.01, 0.1);
  option.dividend_yield = *between(-0.01, 0.1);
  option.volatility = *between(0.08, 1.5);
  return option;
}

/// Anywhere within the limits of `check`, with rates that are equal or none at all among them.
inline Option any_within_limits() {
  Option option;
  option.payoff = *rc::gen::element(Payoff::call, Payoff::put);
  option.strike = magnitude(price_least, price_most * 0.999);
  option.years = magnitude(*rc::gen::element(1e-300, 1e-9, 1e-3), years_most * 0.999);
  option.rate = *rc::gen::oneOf(between(-rate_most, rate_most), rc::gen::just(0.0));
  option.dividend_yield = *rc::gen::oneOf(between(-rate_most, rate_most), rc::gen::just(0.0),
                                          rc::gen::just(option.rate));
  option.volatility = magnitude(volatility_least, volatility_most * 0.999);
  // Half of them within a few standard deviations of the forward.
  const double deviations = *between(-4, 4) * option.volatility * std::sqrt(option.years);
  const double near = option.strike * std::exp((option.dividend_yield - option.rate) *
                                                   option.years * *rc::gen::element(0, 1) +
                                               deviations);
  const bool is_far = *rc::gen::arbitrary<bool>() || !(near > price_least && near < price_most);
  option.spot = is_far ? magnitude(price_least, price_most * 0.999) : near;
  return option;
}

/// The same, `count` of them from a seed, for what is too slow for a property. Rates lie from
/// `rate_low` to `rate_high`.
inline std::vector<Option> options_of_seed(unsigned seed, int count, double rate_low,
                                           double rate_high) {
  std::mt19937_64 random{seed};
  const auto between = [&](double least, double most) {
    return least + (most - least) * static_cast<double>(random() >> 11) * 0x1p-53;
  };
  std::vector<Option> options;
  for (int i = 0; i < count; ++i)
    options.push_back({between(0, 1) < 0.5 ? Payoff::call : Payoff::put, between(50, 200), 100,
                       between(1.0 / 365, 3), between(rate_low, rate_high),
                       between(rate_low, rate_high), between(0.08, 1.5)});
  return options;
}

struct KnownValue {
  Option option;
  double value, tolerance;
};

/// The rows of a table of cases/pricing/.
inline std::vector<KnownValue> known_values(const std::string& name) {
  std::ifstream file{std::string{PLIMSOLL_SOURCE_DIR} + "/cases/pricing/" + name};
  EXPECT_TRUE(file.good()) << name;
  std::vector<KnownValue> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::ranges::replace(line, ',', ' ');
    std::istringstream words{line};
    std::string payoff;
    KnownValue row;
    Option& option = row.option;
    words >> payoff >> option.spot >> option.strike >> option.years >> option.rate >>
        option.dividend_yield >> option.volatility >> row.value >> row.tolerance;
    EXPECT_TRUE(words) << line;
    option.payoff = payoff == "call" ? Payoff::call : Payoff::put;
    rows.push_back(row);
  }
  return rows;
}

inline std::string written(const Option& option) {
  std::ostringstream text;
  text << (option.payoff == Payoff::call ? "call" : "put") << " spot " << option.spot << " strike "
       << option.strike << " years " << option.years << " rate " << option.rate << " yield "
       << option.dividend_yield << " volatility " << option.volatility;
  return text.str();
}

/// `values()` as each kind of processor answers whose instructions this one has, the plainest
/// included, with its name.
template <class Values>
auto on_each_target(const Values& values) {
  std::vector<std::pair<std::string, decltype(values())>> all;
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().DeInit();
    all.emplace_back(hwy::TargetName(target), values());
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().DeInit();
  return all;
}

/// That they all agree in the sixth digit behind the point.
template <class Values>
void expect_targets_agree(const Values& values) {
  const auto all = on_each_target(values);
  ASSERT_GE(all.size(), 1u);
  for (const auto& [name, found] : all)
    for (std::size_t i = 0; i < found.size(); ++i)
      EXPECT_EQ(std::round(found[i] * 1e6), std::round(all[0].second[i] * 1e6))
          << name << " and " << all[0].first << " at " << i;
}

}  // namespace plimsoll::pricing::testing
