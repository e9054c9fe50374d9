#include "io/clearing/spn_commodity.hpp"

#include <gtest/gtest.h>

#include "io/clearing/spn_for_tests.hpp"

namespace plimsoll::io::spn {
namespace {

using namespace spn_tests;

TEST(SpnCommodity, IsRefusedAsAWhole) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"<somMeth>NET</somMeth>", "\"NET\" is not known; read are GROSS and MAX"},
      {"<wfprMeth>4</wfprMeth>", "read are NORMAL, SCANRANGE_CAP and SCANRANGE"},
      {"<cmbMeth>X</cmbMeth>", "read are SPLIT, DELTA and MODIFIED"},
      {"<pfLink><exch>E</exch><pfCode>P</pfCode><pfType>ABC</pfType></pfLink>",
       "\"ABC\" is no kind of product"},
      {"<dSpread><chargeMeth>W</chargeMeth></dSpread>", "read are F within a commodity"},
      {"<dSpread><tLeg><cc>D</cc></tLeg></dSpread>", "within commodity C has a leg in D"},
      {"<dSpread><pLeg><cc>C</cc></pLeg></dSpread>", "there is no pe, the month, in this leg"},
      {"<dSpread><tLeg/><pLeg><pe>202512</pe></pLeg></dSpread>", "not both"},
      {"<dSpread><tLeg><i>0</i></tLeg></dSpread>", "a leg's i, its deltas, is above 0"},
      {"<dSpread><rate><val>-425</val></rate></dSpread>", "-425 is no charge for a spread"},
      {"<spotRate><pe>202512</pe><sprd>-1</sprd></spotRate>", "a delivery month is from 0"},
      {"<spotRate><outr>1</outr></spotRate>", "there is no pe, the delivery month"},
      {"<spotRate><r>1</r><pe>202512</pe></spotRate><spotRate><r>1</r><pe>202512</pe></spotRate>",
       "the delivery month has this rate already"},
      {"<intraTiers><tier><sPe>202512</sPe><ePe>20251101</ePe></tier></intraTiers>",
       "the tier's ePe is before its sPe"},
      {"<adjRate><r>1</r><val>-1</val></adjRate>", "a multiplier from 0"}};
  for (const auto& [content, said] : table) {
    const Files files = read(house(commodity(content)));
    EXPECT_NE(errors(files).find(said), std::string::npos) << errors(files);
    EXPECT_TRUE(files.value.at(0).commodities.empty()) << content;
  }
  EXPECT_NE(refusal(commodity("") + commodity("")).find("commodity C is defined twice"),
            std::string::npos);
  EXPECT_NE(refusal("<ccDef><cc>C</cc></ccDef>").find("there is no currency"), std::string::npos);
}

TEST(SpnCommodity, BareOnesHaveTheUsualMethods) {
  const auto files = read(house(commodity("")));
  const auto& read_one = files.value.at(0).commodities.at(0);
  EXPECT_EQ(read_one.weighted_price_risk, clearing::WeightedPriceRisk::normal);
  EXPECT_EQ(read_one.short_option_method, clearing::ShortOptionMethod::sum);
  EXPECT_EQ(read_one.spot_method, clearing::SpotMethod::none);
  EXPECT_EQ(read_one.adjustment[2], 1_d);
}

}  // namespace
}  // namespace plimsoll::io::spn
