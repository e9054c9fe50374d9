#include "io/clearing/spn_products.hpp"

#include <gtest/gtest.h>

#include "io/clearing/spn_for_tests.hpp"

namespace plimsoll::io::spn {
namespace {

using namespace spn_tests;

const std::string series = "<series><pe>202512</pe>";

TEST(SpnProducts, RefusesContractsWithLineAndPath) {
  const std::string path = "(spanFile/pointInTime/clearingOrg/exchange/";
  const std::vector<std::pair<std::string, std::string>> table{
      {product("futPf", "<fut><pe>2025</pe></fut>"),
       "f.spn:2 \"2025\" is not a contract month; it is written like 202512, 20251215 or "
       "202512W1 " +
           path + "futPf/fut/pe)\n"},
      {product("futPf", "<fut><pe>202512</pe>\n<p>x</p></fut>"),
       "f.spn:3 \"x\" is not a number; write digits with at most one point, like -1234.56 " + path +
           "futPf/fut/p)\n"},
      {product("futPf", "<fut><pe>202512</pe><ra><a>1</a></ra></fut>"),
       "f.spn:2 the array has 1 values; sixteen are read " + path + "futPf/fut/ra)\n"},
      {product("oopPf", series + "<opt><o>X</o></opt></series>"),
       "f.spn:2 \"X\" is no option's right; o is C or P " + path + "oopPf/series/opt)\n"},
      {product("oopPf", series + "<opt><o>C</o></opt></series>"),
       "f.spn:2 there is no k, the strike, in this element " + path + "oopPf/series/opt)\n"},
      {product("oopPf", "<series><opt><o>C</o><k>1</k></opt></series>"),
       "f.spn:2 there is no pe, the expiry, in this series " + path + "oopPf/series)\n"},
      {product("oofPf", series + "<opt><o>C</o><k>1</k></opt></series>"),
       "f.spn:2 there is no undC, which says the month of the future it is on " + path +
           "oofPf/series)\n"},
      {"<exchange><futPf><pfCode>P</pfCode><fut><pe>x</pe></fut></futPf></exchange>",
       "f.spn:2 there is no exch in this element (spanFile/pointInTime/clearingOrg/exchange)\n"},
      {"<exchange><exch>E</exch><futPf><fut/><fut/></futPf></exchange>",
       "f.spn:2 there is no pfCode in this element " + path + "futPf)\n"}};
  for (const auto& [content, expected] : table) {
    const Files files = read(house(content));
    EXPECT_EQ(errors(files), expected);
    ASSERT_EQ(files.value.size(), 1u);
    EXPECT_TRUE(files.value[0].contracts.empty() && files.value[0].arrays.empty());
  }
}

TEST(SpnProducts, OfProductsNobodyAskedForTheNearestRangeIsKept) {
  const auto fut = [](const char* month, const char* scan) {
    return "<fut><pe>" + std::string{month} + "</pe><scanRate><priceScan>" + scan +
           "</priceScan></scanRate></fut>";
  };
  const Files files = read_spn(
      house(product("futPf", fut("202603", "3") + fut("202512", "7") + fut("202606", "4"))),
      "f.spn", {.all = false});
  ASSERT_EQ(files.value.at(0).terms.size(), 1u);
  EXPECT_EQ(files.value[0].terms[0].price_scan, 7.0);
  EXPECT_TRUE(files.value[0].contracts.empty());
}

// As a B record's is: a contract of no deltas would owe no calendar charge.
TEST(SpnProducts, AScaleOfZeroIsNone) {
  const Files files = read(house(product("futPf", "<fut><pe>202512</pe><sc>0</sc></fut>")));
  EXPECT_EQ(files.value.at(0).terms.at(0).delta_scale, std::nullopt);
}

TEST(SpnProducts, ArraysAreExactOrRefused) {
  const auto fut = [](const std::string& last) {
    return house(product("futPf", "<fut><pe>202512</pe>" + array(last) + "</fut>"));
  };
  const auto exact = read(fut("1234567.123456789"));
  EXPECT_EQ(errors(exact), "");
  EXPECT_EQ(exact.value.at(0).arrays.at(0).exponent, -9);
  EXPECT_EQ(value_of(exact.value.at(0).arrays.at(0), 15), 1234567.123456789_d);
  EXPECT_EQ(value_of(exact.value.at(0).arrays.at(0), 2), 2.5_d);
  const std::vector<std::pair<std::string, std::string>> table{
      {"0.0000000001", "has more than 9 decimal places"},
      {"12345678901.123456789", "has more than 18 digits"},
      {"1000000000001", "is larger than any such number may be"},
      {"1e3x", "is not a number"},
      {"", "is not a number"}};
  for (const auto& [last, said] : table) {
    const Files files = read(fut(last));
    EXPECT_NE(errors(files).find(said), std::string::npos) << last << ": " << errors(files);
    EXPECT_TRUE(files.value.at(0).contracts.empty() && files.value.at(0).arrays.empty());
  }
  std::string wide = array("0.123456789");
  wide.replace(wide.find("14.5"), 4, "10000000000");
  EXPECT_NE(refusal(product("futPf", "<fut><pe>202512</pe>" + wide + "</fut>"))
                .find("differ by more digits than are read"),
            std::string::npos);
}

TEST(SpnProducts, WhatIsRefusedLeavesItsNeighbours) {
  const Files files = read(house(product(
      "oopPf", series + "<opt><o>C</o><k>1</k>" + array("1") + "</opt><opt><o>C</o><k>x</k>" +
                   array("1") + "</opt><opt><o>P</o><k>1</k>" + array("2") + "</opt></series>" +
                   "<series><pe>x</pe><opt><o>P</o><k>1</k>" + array("3") + "</opt></series>")));
  EXPECT_EQ(files.refused.size(), 2u);
  const auto& file = files.value.at(0);
  ASSERT_EQ(file.contracts.size(), 2u);
  ASSERT_EQ(file.arrays.size(), 2u);
  EXPECT_EQ(value_of(file.arrays[file.contracts[1].array], 15), 2_d);
}

TEST(SpnProducts, TermsMayStandBehindOptions) {
  const Files files = read(house(product(
      "oopPf", "<series><opt><o>C</o><k>1</k></opt><pe>202512</pe><cvf>50</cvf></series>")));
  EXPECT_EQ(errors(files), "");
  EXPECT_EQ(files.value.at(0).contracts.at(0).option_month, (Month{2025, 12, {}}));
  EXPECT_EQ(files.value.at(0).contracts.at(0).value_factor, 50_d);
  EXPECT_TRUE(files.value.at(0).products.at(0).own_factors);
}

TEST(SpnProducts, AProductsOwnFactsStandBeforeItsContracts) {
  const Files files = read(house(product("futPf", "<fut><pe>202512</pe></fut>\n<cvf>5</cvf>")));
  EXPECT_EQ(errors(files),
            "f.spn:3 a product's own elements stand behind its contracts; they are read in front "
            "of them\n");
  EXPECT_TRUE(files.value.empty());
}

}  // namespace
}  // namespace plimsoll::io::spn
