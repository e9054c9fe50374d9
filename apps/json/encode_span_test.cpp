#include "apps/json/encode_span.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"
#include "market/clearing/file_for_tests.hpp"

namespace plimsoll::json {
namespace {

using clearing::testing::small_file;

TEST(EncodeSpan, WhatAFileHolds) {
  const std::vector files{small_file()};
  const Node document = *parse(encode_risk_files(files), "a");
  EXPECT_EQ(document.find("schema")->text, "plimsoll.span/1");
  ASSERT_EQ(document.find("files")->items.size(), 1u);
  const Node& file = document.find("files")->items[0];
  for (const auto& [key, text] : {
           std::pair{"file", "small.pa2"},
           std::pair{"format", "positional"},
           std::pair{"clearing_house", "SYN"},
           std::pair{"as_of", "2025-09-12"},
           std::pair{"state", "settlement"},
           std::pair{"contracts", "4"},
           std::pair{"without_array", "1"},
           std::pair{"inter_spreads", "2"},
           std::pair{"scanning_spreads", "1"},
       })
    EXPECT_EQ(file.find(key)->text, text) << key;
  EXPECT_EQ(file.find("unknown")->find("7")->text, "2");
  EXPECT_EQ(file.find("conversions")->items[0].find("factor")->text, "2");
  const Node& commodity = file.find("commodities")->items[0];
  EXPECT_EQ(commodity.find("short_option_rates")->items[0].text, "50");
  EXPECT_EQ(commodity.find("products")->items[1].find("type")->text, "OOF");
}

TEST(EncodeSpan, ArraysReadGeneratedAndNone) {
  const auto file = small_file();
  const std::vector<ChosenContracts> chosen{{&file, {1, 2, 3}}};
  const Node document = *parse(encode_risk_arrays(chosen), "a");
  const auto& arrays = document.find("files")->items[0].find("arrays")->items;
  ASSERT_EQ(arrays.size(), 3u);
  EXPECT_EQ(arrays[0].find("product")->text, "ZZ");
  EXPECT_EQ(arrays[0].find("array")->text, "read");
  EXPECT_EQ(arrays[0].find("values")->items.size(), 16u);
  EXPECT_EQ(arrays[0].find("values")->items[12].text, "1200");
  EXPECT_EQ(arrays[0].find("composite_delta")->text, "1");
  EXPECT_EQ(arrays[1].find("option_month")->text, "202511W1");
  EXPECT_EQ(arrays[1].find("right")->text, "put");
  EXPECT_EQ(arrays[1].find("array")->text, "generated");
  EXPECT_EQ(arrays[2].find("array")->text, "none");
  EXPECT_EQ(arrays[2].find("values"), nullptr);
  EXPECT_EQ(arrays[2].find("price")->kind, Node::Kind::null);
}

TEST(EncodeSpan, ArraysOfOnesOwnList) {
  const std::vector<engine::ListedArray> own{{"mine", small_file().arrays[0], {"a model's"}}};
  const Node document = *parse(encode_listed_arrays(own), "a");
  EXPECT_TRUE(document.find("files")->items.empty());
  const Node& one = document.find("instruments")->items.at(0);
  EXPECT_EQ(one.find("name")->text, "mine");
  EXPECT_EQ(one.find("array")->text, "generated");
  EXPECT_EQ(one.find("values")->items.at(12).text, "1200");
  EXPECT_EQ(one.find("caveats")->items.at(0).text, "a model's");
}

}  // namespace
}  // namespace plimsoll::json
