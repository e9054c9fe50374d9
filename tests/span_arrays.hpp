#pragma once
// Published arrays of cases/span/arrays/ as terms and values.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "methods/span/array_conventions.hpp"

namespace plimsoll::testing {

struct PublishedOption {
  span::ArrayTerms terms;
  double worst_sold = 0, delta = 0;
};

inline std::ifstream published_file(const std::string& name) {
  std::ifstream file{std::string{PLIMSOLL_SOURCE_DIR} + "/cases/span/arrays/" + name};
  EXPECT_TRUE(file.good()) << name;
  std::string heading;
  std::getline(file, heading);
  return file;
}

/// What the run of 8 August 2025 was made with: see `fitted`, which finds both.
inline constexpr double nse_volatility = 0.1842835, nse_rate = 0.0609;

inline std::vector<PublishedOption> published_options() {
  constexpr Date day{2025y / August / 8};
  std::ifstream file = published_file("nse_options_20250808.csv");
  std::vector<PublishedOption> rows;
  for (std::string line; std::getline(file, line);) {
    std::ranges::replace(line, ',', ' ');
    std::istringstream words{line};
    int days = 0;
    std::string right;
    PublishedOption row{.terms = span::nse_option()};
    words >> days >> row.terms.strike >> right >> row.worst_sold >> row.delta;
    EXPECT_TRUE(words) << line;
    const Date expiry = day + std::chrono::days{days};
    row.terms.right = right == "C" ? Right::call : Right::put;
    row.terms.underlying = 55521.15;
    row.terms.years = span::nse_years(day, expiry);
    row.terms.volatility = nse_volatility;
    row.terms.rate = nse_rate;
    row.terms.volatility_scan.size = span::nse_volatility_scan(nse_volatility);
    row.terms.price_scan = {span::nse_long_dated(day, expiry) ? 0.177 : 0.113,
                            span::ScanKind::ratio};
    rows.push_back(row);
  }
  EXPECT_EQ(rows.size(), 2284u);
  return rows;
}

struct PublishedFuture {
  span::ArrayTerms terms;
  std::vector<double> losses;
};
inline PublishedFuture published_future() {
  PublishedFuture future{.terms = span::nse_future(), .losses = {}};
  future.terms.underlying = 24050.35;
  future.terms.future_price = 24051.80;
  future.terms.price_scan = {2234.01, span::ScanKind::absolute};
  future.terms.years = span::nse_years(2026y / June / 25, 2026y / June / 30);
  std::ifstream file = published_file("nse_futures_20260625.csv");
  for (std::string line; std::getline(file, line);)
    future.losses.push_back(std::stod(line.substr(line.find(',') + 1)));
  EXPECT_EQ(future.losses.size(), 16u);
  return future;
}

}  // namespace plimsoll::testing
