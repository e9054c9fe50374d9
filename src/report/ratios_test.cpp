#include "report/ratios.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

TEST(Ratios, ADistanceIsNotShownLongerNorAUseSmaller) {
  EXPECT_EQ(distance_text(0.34999), "34.9%");
  EXPECT_EQ(distance_text(0.35), "35.0%");
  EXPECT_EQ(distance_text(-0.2857), "-28.5%");
  EXPECT_EQ(use_text(0.59301), "59.4%");
  EXPECT_EQ(use_text(0.593), "59.3%");
  EXPECT_EQ(use_text(0), "0.0%");
  EXPECT_EQ(times_text(1.6899), "1.68x");
  EXPECT_EQ(times_text(1.69), "1.69x");
}

TEST(Ratios, ChancesAndDays) {
  EXPECT_EQ(chance_text(0.266), "26.6%");
  EXPECT_EQ(chance_text(0.0023), "0.23%");
  EXPECT_EQ(chance_text(0.00001), "< 0.01%");
  EXPECT_EQ(chance_text(0), "0.00%");
  EXPECT_EQ(days_text(20.2), "21 days");
  EXPECT_EQ(days_text(504), "2.0 years");
}

TEST(Ratios, ABarIsAsFullAsItSays) {
  EXPECT_EQ(bar_text(0.5, 10), "[#####.....]");
  EXPECT_EQ(bar_text(0, 4), "[....]");
  EXPECT_EQ(bar_text(1.7, 4), "[####]");
  EXPECT_EQ(bar_text(-1, 4), "[....]");
}

TEST(Ratios, WhatIsNotKnownIsSaid) {
  EXPECT_EQ(known(std::nullopt, times_text, "no requirement"), "no requirement");
  EXPECT_EQ(known(2.0, times_text, ""), "2.00x");
}

}  // namespace
}  // namespace plimsoll::report
