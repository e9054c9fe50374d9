#include "apps/json/read_bond.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

PerformanceBond bond_of(std::string_view text, Notes& notes) {
  const Node node = *parse(text, "a");
  return read_bond(node, usd, Place{"a.json"}, notes);
}

TEST(ReadBond, WhatIsNotSaidIsASpeculatorsNet) {
  Notes notes;
  const PerformanceBond bond = bond_of("{}", notes);
  EXPECT_TRUE(notes.clean());
  EXPECT_EQ(bond.account_class, BondClass::speculator);
  EXPECT_FALSE(bond.gross);
  EXPECT_TRUE(bond.external.empty());
}

TEST(ReadBond, ByCommodity) {
  Notes notes;
  const PerformanceBond bond = bond_of(
      R"({"class": "hedger", "gross": true, "external": {"source": "CORE, 2025-09-12",
          "commodities": {"CL": {"maintenance": "20936.00", "initial": "23029.60"},
                          "FDAX": {"maintenance": 0, "currency": "EUR"}}}})",
      notes);
  EXPECT_TRUE(notes.clean());
  EXPECT_EQ(bond.account_class, BondClass::hedger);
  EXPECT_TRUE(bond.gross);
  EXPECT_EQ(bond.external_source, "CORE, 2025-09-12");
  ASSERT_EQ(bond.external.size(), 2u);
  EXPECT_EQ(bond.external[0].commodity, InstrumentId{"CL"});
  EXPECT_EQ(bond.external[0].maintenance, (Money{20'936_d, usd}));
  EXPECT_EQ(bond.external[0].initial, (Money{23'029.6_d, usd}));
  EXPECT_EQ(bond.external[1].maintenance, (Money{0_d, Currency::of("EUR")}));
  EXPECT_FALSE(bond.external[1].initial.has_value());
}

TEST(ReadBond, OfTheWholeAccount) {
  Notes notes;
  const PerformanceBond bond =
      bond_of(R"({"external": {"source": "the broker", "total": {"maintenance": "9"}}})", notes);
  EXPECT_TRUE(notes.clean());
  ASSERT_EQ(bond.external.size(), 1u);
  EXPECT_TRUE(bond.external[0].commodity.empty());
  EXPECT_EQ(bond.external[0].maintenance, (Money{9_d, usd}));
}

TEST(ReadBond, RefusesWithThePlace) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{"[]", "a.json", "this is a list; write an object, { ... }"},
           Row{R"({"clas": "hedger"})", "a.json#/clas",
               "there is no member \"clas\" here; did you mean \"class\"?"},
           Row{R"({"class": "pro"})", "a.json#/class",
               "\"pro\" is none of the words known here; write speculator, hedger or member"},
           Row{R"({"external": []})", "a.json#/external",
               "this is a list; write an object, { ... }"},
           Row{R"({"external": {"source": "s"}})", "a.json#/external",
               "it has no amounts; write \"total\": {\"maintenance\": \"1000.00\"}, or "
               "\"commodities\" with one such object for each"},
           Row{R"({"external": {"source": "s", "commodities": {}, "total": {}}})",
               "a.json#/external",
               "it has commodities and a total; keep the one that was computed"},
           Row{R"({"external": {"source": "s", "commodities": {}}})",
               "a.json#/external/commodities",
               "0 commodities; write one to 10000, or a total instead"},
           Row{R"({"external": {"source": "s", "totl": 1, "total": {"maintenance": 1}}})",
               "a.json#/external/totl",
               "there is no member \"totl\" here; did you mean \"total\"?"},
           Row{R"({"external": {"source": "s", "commodities": {"": {"maintenance": 1}}}})",
               "a.json#/external/commodities/",
               "the code of a combined commodity has 1 to 32 characters; write it as the clearing "
               "house does, like \"CL\""},
           Row{R"({"external": {"source": "s", "total": {"maintenance": "-1"}}})",
               "a.json#/external/total/maintenance",
               "-1.00 is below zero; write what must be held as a number above zero"},
           Row{R"({"external": {"source": "s", "total": {"maintenance": "1e16"}}})",
               "a.json#/external/total/maintenance",
               "\"1e16\" is too large; write at most 1000000000000000 in size"},
           Row{R"({"external": {"source": "s", "total": {"maintenance": 3, "initial": "2.99"}}})",
               "a.json#/external/total/initial",
               "it is below the maintenance of 3.00; exchange the two, or leave it out"},
           Row{R"({"external": {"source": "s",
                  "total": {"maintenance": 3, "currency": "dollars"}}})",
               "a.json#/external/total/currency",
               "\"dollars\" is not a currency code; write three to eight capitals, like \"USD\""},
       }) {
    Notes notes;
    bond_of(text, notes);
    EXPECT_EQ(notes.mistakes(),
              (std::vector<Error>{{Reason::bad_input, std::string{what}, std::string{where}}}))
        << text;
  }
}

TEST(ReadBond, RefusesWhatIsMissing) {
  for (const auto& [text, where] :
       {std::pair{R"({"external": {"total": {"maintenance": 1}}})", "a.json#/external"},
        std::pair{R"({"external": {"source": "s", "total": {"initial": 1}}})",
                  "a.json#/external/total"}}) {
    Notes notes;
    bond_of(text, notes);
    ASSERT_EQ(notes.count(), 1u) << text;
    EXPECT_TRUE(notes.mistakes()[0].where.starts_with(where)) << notes.mistakes()[0].where;
  }
}

}  // namespace
}  // namespace plimsoll::json
