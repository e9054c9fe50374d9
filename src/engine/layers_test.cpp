#include "engine/layers.hpp"

#include <gtest/gtest.h>

namespace plimsoll::engine {
namespace {

TEST(Layers, WithoutAnyAMethodStandsAlone) {
  for (const Label method : method_names()) {
    const auto layers = layers_for(method, {});
    ASSERT_EQ(layers.size(), 1u) << method.text();
    EXPECT_TRUE(layers[0].name.empty());
  }
}

TEST(Layers, AreOneForEachHouse) {
  auto profile = std::make_shared<HouseProfile>();
  profile->name = "strict";
  MarginRequest request;
  request.houses = {nullptr, profile};
  const auto layers = layers_for("reg_t", request);
  ASSERT_EQ(layers.size(), 2u);
  EXPECT_EQ(layers[0].house, nullptr);
  EXPECT_EQ(layers[1].name, "strict");
  EXPECT_EQ(layers_for("span", request).size(), 1u) << "a house's rules are of another method";
}

}  // namespace
}  // namespace plimsoll::engine
