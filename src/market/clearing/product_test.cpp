#include "market/clearing/product.hpp"

#include <gtest/gtest.h>

namespace plimsoll::clearing {
namespace {

TEST(ProductTypes, ReadAndWritten) {
  for (const char* code : {"FUT", "PHY", "CMB", "FWD", "EQU", "DBT", "OOF", "OOP", "OOC", "OOE"})
    EXPECT_EQ(code_of(product_type(code).value()), code);
  EXPECT_EQ(product_type("EQUITY"), ProductType::equity);
  EXPECT_EQ(product_type("fut"), std::nullopt);
  EXPECT_EQ(product_type(""), std::nullopt);
}

TEST(ProductTypes, OptionsAreTold) {
  EXPECT_TRUE(is_option(ProductType::option_on_equity));
  EXPECT_TRUE(is_option(ProductType::option_on_future));
  EXPECT_FALSE(is_option(ProductType::debt));
  EXPECT_FALSE(is_option(ProductType::future));
}

}  // namespace
}  // namespace plimsoll::clearing
