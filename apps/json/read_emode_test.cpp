#include "apps/json/read_emode.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"
#include "apps/json/testing.hpp"

namespace plimsoll::json {
namespace {

using testing::fixed;

std::vector<EmodeEntry> entries_of(std::string_view text, Notes& notes) {
  const Node node = *parse(text, "a");
  return read_emode(node, Place{"p"}, notes);
}

TEST(ReadEmode, Entries) {
  Notes notes;
  const auto entries = entries_of(
      R"([{"collateral_tag": 65535, "asset_weight_init": "0.9", "asset_weight_maint": 1.5}])",
      notes);
  EXPECT_TRUE(notes.clean());
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].collateral_tag, 65'535);
  EXPECT_EQ(entries[0].asset_weight_init, fixed("0.9"));
  EXPECT_EQ(entries[0].asset_weight_maint, fixed("1.5"));
}

TEST(ReadEmode, RefusesWithThePlace) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{"{}", "p", "this is an object; write a list"},
           Row{"[0]", "p#/0", "this is a number; write an object"},
           Row{R"([{"collateral_tag": 1, "asset_weight_init": 0}])", "p#/0",
               "\"asset_weight_maint\" is missing"},
           Row{R"([{"collateral_tag": 0, "asset_weight_init": 0, "asset_weight_maint": 0}])",
               "p#/0/collateral_tag", "\"0\" is outside 1 to 65535"},
           Row{R"([{"collateral_tag": 1, "asset_weight_init": 1.1, "asset_weight_maint": 2}])",
               "p#/0/asset_weight_init", "outside 0 to 1"},
           Row{R"([{"collateral_tag": 1, "asset_weight_init": 1, "asset_weight_maint": 2.1}])",
               "p#/0/asset_weight_maint", "outside 0 to 2"},
           Row{R"([{"collateral_tag": 1, "asset_weight_init": 0.9, "asset_weight_maint": 0.8}])",
               "p#/0/asset_weight_init", "it is above asset_weight_maint"},
           Row{R"([{"collateral_tag": 1, "asset_weight_init": 0, "asset_weight_maint": 0},
                   {"collateral_tag": 1, "asset_weight_init": 0, "asset_weight_maint": 0}])",
               "p#/1/collateral_tag", "this tag stands twice"},
           Row{"[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]", "p", "there are 11 entries"},
       }) {
    Notes notes;
    entries_of(text, notes);
    ASSERT_FALSE(notes.clean()) << text;
    EXPECT_EQ(notes.mistakes().front().where, where) << text;
    EXPECT_NE(notes.mistakes().front().what.find(what), std::string::npos)
        << notes.mistakes().front().what;
  }
}

std::string leverage_refusal(std::string_view init, std::string_view maint,
                             PoolProtocol protocol = PoolProtocol::marginfi,
                             std::string_view liability_weight = "1") {
  Bank bank;
  bank.liability_weight_init = bank.liability_weight_maint = fixed(liability_weight);
  bank.emode = {{1, fixed(init), fixed(maint)}};
  Notes notes;
  check_emode(bank, protocol, Place{"p"}, notes);
  return notes.clean() ? "" : notes.mistakes().front().where + ": " + notes.mistakes().front().what;
}

TEST(ReadEmode, WhatIsBorrowedAgainstItselfComesToAnEnd) {
  EXPECT_EQ(leverage_refusal("0.933333333333333333", "0.95"), "");
  EXPECT_EQ(leverage_refusal("0.9334", "0.95"),
            "p#/0/asset_weight_init: with the bank's liability_weight_init of 1 it allows more "
            "than 15 times the equity, the protocol's cap; write at most 0.933333");
  EXPECT_EQ(leverage_refusal("0.9", "0.9501"),
            "p#/0/asset_weight_maint: with the bank's liability_weight_maint of 1 it allows more "
            "than 20 times the equity, the protocol's cap; write at most 0.949999");
  EXPECT_EQ(leverage_refusal("0.9", "1"),
            "p#/0/asset_weight_maint: it is not below the bank's liability_weight_maint, 1: what "
            "is borrowed could be borrowed against without end; write less");
}

TEST(ReadEmode, LeverageIsOneOverOneLessTheWeightsRatio) {
  struct Row {
    std::string_view weight, liability_weight;
    bool init, maint;
  };
  for (const auto& [weight, liability_weight, init, maint] :
       {Row{"0.9", "1", true, true},               // 10
        Row{"0.8", "1", true, true},               // 5
        Row{"0.9333333", "1", true, true},         // 14.9999925
        Row{"0.9333334", "1", false, true},        // 15.000015
        Row{"0.95", "1", false, true},             // 20
        Row{"0.950001", "1", false, false},        // 20.0004
        Row{"0.85", "1.05", true, true},           // 5.25
        Row{"0.98", "1.05", true, true},           // 15
        Row{"0.980001", "1.05", false, true},      // 15.0002
        Row{"0.9975", "1.05", false, true},        // 20
        Row{"0.997501", "1.05", false, false}}) {  // 20.0004
    const PoolProtocol marginfi = PoolProtocol::marginfi;
    EXPECT_EQ(leverage_refusal(weight, weight, marginfi, liability_weight).empty(), init) << weight;
    EXPECT_EQ(leverage_refusal("0.5", weight, marginfi, liability_weight).empty(), maint) << weight;
  }
}

TEST(ReadEmode, TheCapsAreOneProtocolsAlone) {
  EXPECT_EQ(leverage_refusal("0.96", "0.97", PoolProtocol::aave_v3), "");
  EXPECT_NE(leverage_refusal("0.96", "1", PoolProtocol::aave_v3), "");
}

}  // namespace
}  // namespace plimsoll::json
