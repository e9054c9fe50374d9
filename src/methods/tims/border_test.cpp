#include "methods/tims/border.hpp"

#include <gtest/gtest.h>

namespace plimsoll::tims {
namespace {

TEST(Border, RoundsToTheMillionthHalfToEven) {
  struct Row {
    double model;
    const char* money;
  };
  for (const Row& row : std::vector<Row>{{-750.0000000001, "-750"},
                                         {0.1 + 0.2, "0.3"},
                                         {1.0000004, "1"},
                                         {1.0000006, "1.000001"},
                                         {0.0000005, "0"},
                                         {-0.0000015, "-0.000002"},
                                         {1e15, "1000000000000000"}})
    EXPECT_EQ(from_model(row.model, usd).amount, parse_decimal(row.money).value()) << row.model;
}

TEST(Border, QuantitiesAreTakenAsTheyAre) {
  EXPECT_EQ(to_model(Quantity::of(-200)), -200.0);
  EXPECT_EQ(to_model(Quantity::of(0.5_d)), 0.5);
}

}  // namespace
}  // namespace plimsoll::tims
