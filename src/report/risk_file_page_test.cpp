#include "report/risk_file_page.hpp"

#include <gtest/gtest.h>

#include "market/clearing/file_for_tests.hpp"

namespace plimsoll::report {
namespace {

using clearing::testing::small_file;

TEST(RiskFilePage, SaysWhatTheFileHolds) {
  const std::string page = risk_file_page(small_file(), {.width = 140});
  for (const char* line : {
           "SYN, 2025-09-12, settlement (small.pa2, positional)\n",
           "  created       2025-09-12 19:00\n",
           "  exchanges     XYZ\n",
           "  records       6: B 3, P 3\n",
           "  not known     2: 7 2\n",
           "  contracts     4, 1 without a risk array, 1 without a price\n",
           "  between       2 spreads between commodities (1 by scanning), 0 spreads with other "
           "houses\n",
           "  currencies    1 EUR = 2 USD\n",
           "ZZ FUT, OZ OOF",
           "normal, sum, split",
       })
    EXPECT_NE(page.find(line), std::string::npos) << line << "\n" << page;
}

TEST(RiskFilePage, WhatIsNotThereIsNotSaid) {
  clearing::RiskFile file;
  file.name = "empty.spn", file.format = clearing::FileFormat::xml;
  file.settlement = false;
  const std::string page = risk_file_page(file, {});
  EXPECT_NE(page.find("intraday (empty.spn, XML)"), std::string::npos) << page;
  for (const char* word : {"not known", "currencies", "created", "commodity  "})
    EXPECT_EQ(page.find(word), std::string::npos) << word;
}

TEST(RiskArraysPage, ARowForEachArray) {
  const auto file = small_file();
  const std::vector<clearing::Index> chosen{1, 2, 3};
  const std::string page = risk_arrays_page(file, chosen, {.width = 300});
  EXPECT_NE(page.find("3 contracts; losses of one bought, by scenario"), std::string::npos);
  EXPECT_NE(page.find("ZZ FUT 202512 "), std::string::npos) << page;
  EXPECT_NE(page.find("  1200  "), std::string::npos) << page;
  EXPECT_NE(page.find("read\n"), std::string::npos) << page;
  EXPECT_NE(page.find("OZ OOF 202511W1 P 3600 on 202512"), std::string::npos) << page;
  EXPECT_NE(page.find("generated\n"), std::string::npos) << page;
  EXPECT_NE(page.find("none\n"), std::string::npos) << page;
}

TEST(NamedArraysPage, ARowForEach) {
  const std::vector<NamedArray> arrays{{"mine", small_file().arrays[2]}};
  const std::string page = named_arrays_page(arrays, {.width = 300});
  EXPECT_TRUE(page.starts_with("losses of one bought, by scenario\n\ninstrument  ")) << page;
  EXPECT_NE(page.find("\nmine "), std::string::npos) << page;
  EXPECT_NE(page.find("generated\n"), std::string::npos) << page;
}

}  // namespace
}  // namespace plimsoll::report
