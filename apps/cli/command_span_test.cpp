#include "apps/cli/command_span.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

const std::string synthetic = "examples/span/synthetic.pa2";

TEST(CommandSpan, InfoSaysWhatTheFileHolds) {
  const Ran text = ran({"span", "info", synthetic});
  ASSERT_EQ(text.exit, Exit::answered) << text.err;
  for (const char* part : {"SYN, 2025-09-12, settlement (synthetic.pa2, positional)", "CC-ZZ",
                           "CC-YY", "1 spread between commodities"})
    EXPECT_TRUE(holds(text.out, part)) << part << "\n" << text.out;
  const Ran json = ran({"span", "info", synthetic, "--json"});
  EXPECT_TRUE(holds(json.out, "\"schema\": \"plimsoll.span/1\"")) << json.out;
  EXPECT_TRUE(holds(json.out, "\"clearing_house\": \"SYN\""));
}

TEST(CommandSpan, ArraysOfTheContractsThatAreChosen) {
  const Ran all = ran({"span", "arrays", synthetic});
  ASSERT_EQ(all.exit, Exit::answered) << all.err;
  EXPECT_TRUE(holds(all.out, "12 contracts")) << all.out;
  const Ran one = ran({"span", "arrays", synthetic, "--product", "ZZ", "--month", "202512"});
  ASSERT_EQ(one.exit, Exit::answered) << one.err;
  EXPECT_TRUE(holds(one.out, "1 contract;")) << one.out;
  EXPECT_TRUE(holds(one.out, "ZZ FUT 202512"));
  EXPECT_TRUE(holds(one.out, "11880"));
  const Ran week = ran({"span", "arrays", synthetic, "--month", "20251119", "--json"});
  EXPECT_TRUE(holds(week.out, "\"option_month\": \"20251119\"")) << week.out;
}

TEST(CommandSpan, ArraysOfInstrumentsOfOnesOwn) {
  const Ran text = ran({"span", "arrays", "examples/span/arrays.toml"});
  ASSERT_EQ(text.exit, Exit::answered) << text.err;
  EXPECT_TRUE(holds(text.out, "metal future December")) << text.out;
  EXPECT_TRUE(holds(text.out, "  - a risk array generated here is a model's number")) << text.out;
  const Ran json = ran({"span", "arrays", "examples/span/arrays.toml", "--json"});
  EXPECT_TRUE(holds(json.out, "\"instruments\": [")) << json.out;
  const Ran other = ran({"span", "arrays", "profiles/span/cme.toml"});
  EXPECT_EQ(other.exit, Exit::bad_input);
  EXPECT_TRUE(holds(other.err, "cme.toml:")) << other.err;
}

TEST(CommandSpan, RefusesWhatCannotBeAnswered) {
  struct Row {
    std::vector<std::string> words;
    const char* what;
  };
  for (const Row& row : {
           Row{{"span"}, "`plimsoll span` needs its info|arrays FILE, like: plimsoll span info"},
           Row{{"span", "info"}, "needs its info|arrays FILE"},
           Row{{"span", "show", synthetic}, "\"show\" is nothing to ask of a SPAN file; write"},
           Row{{"span", "info", synthetic, "b.pa2"}, "\"b.pa2\" is a second one"},
           Row{{"span", "info", synthetic, "--product", "ZZ"}, "--product: it chooses contracts"},
           Row{{"span", "arrays", "examples/span/arrays.toml", "--month", "202512"},
               "--month: it chooses contracts of a clearing house's file"},
           Row{{"span", "arrays", synthetic, "--month", "Dec"}, "\"Dec\" is not a contract month"},
           Row{{"span", "arrays", synthetic, "--product", "QQ", "--month", "202512"},
               "it has no contract of QQ in 202512; `plimsoll span info` lists"},
           Row{{"span", "info", "nowhere.pa2"}, "nowhere.pa2"},
           Row{{"span", "info", synthetic, "--market", "m.json"}, "there is no option"},
       }) {
    const Ran refused = ran(row.words);
    EXPECT_EQ(refused.exit, Exit::bad_input) << row.what;
    EXPECT_TRUE(holds(refused.err, row.what)) << refused.err;
    EXPECT_EQ(refused.out, "");
  }
  EXPECT_TRUE(holds(ran({"span", "info", "nowhere.pa2", "--json"}).out, "plimsoll.error/1"));
}

TEST(CommandSpan, NamedContractsAreListedOrMade) {
  const Ran named = ran({"span", "arrays", synthetic, "--contract", "OZ 202512 C 3650,ZZ 202512"});
  EXPECT_EQ(named.exit, Exit::answered) << named.err;
  EXPECT_TRUE(holds(named.out, "C 3650 on 202512")) << named.out;
  EXPECT_TRUE(holds(named.out, "generated"));
  EXPECT_TRUE(holds(named.out, "read"));
  const Ran refused =
      ran({"span", "arrays", synthetic, "--contract", "QQ 202512,OZ 203012 C 1,OZ"});
  EXPECT_EQ(refused.exit, Exit::bad_input);
  EXPECT_TRUE(holds(refused.err, "no FUT product")) << refused.err;
  EXPECT_TRUE(holds(refused.err, "no array can be generated")) << refused.err;
  EXPECT_TRUE(holds(refused.err, "names no contract")) << refused.err;
}

TEST(CommandSpan, MarginGivesUnlistedContractsAnArrayWhereAsked) {
  const std::string account =
      R"({"schema": "plimsoll.account/1", "id": "a", "as_of": "2025-09-12", "kind": "futures",
          "currency": "USD", "cash": 0, "positions": [{"symbol": "C3650", "quantity": -1}],
          "instruments": {"C3650": {"type": "future_option", "product": "OZ",
            "option_month": "202512", "month": "202512", "right": "call", "strike": "3650"}}})";
  std::vector<std::string> command{"margin", "-", "--span-file", synthetic};
  const Ran listed = ran(command, account);
  EXPECT_EQ(listed.exit, Exit::bad_input);
  EXPECT_TRUE(holds(listed.err, "the nearest are XYZ OZ OOF")) << listed.err;
  command.emplace_back("--span-generate");
  const Ran made = ran(command, account);
  EXPECT_EQ(made.exit, Exit::answered) << made.err;
  EXPECT_TRUE(holds(made.out, "C3650: a risk array generated here")) << made.out;
}

}  // namespace
}  // namespace plimsoll::cli
