#include "apps/cli/refusals.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace plimsoll::cli {
namespace {

const std::vector<Error> two{{Reason::bad_input, "quantity is blank", "positions.csv:12"},
                             {Reason::missing_price, "no price", ""}};

TEST(Refusals, OneLineEachWhateverTheFileHadInIt) {
  EXPECT_EQ(line_of(two[0]), "plimsoll: positions.csv:12: quantity is blank");
  EXPECT_EQ(line_of(two[1]), "plimsoll: no price");
  EXPECT_EQ(line_of({Reason::bad_input, "a\nb\x1b[2J", "x\r:1"}), "plimsoll: x?:1: a?b?[2J");
}

TEST(Refusals, LinesForAPersonAndADocumentForAProgram) {
  for (const Format format : {Format::text, Format::json}) {
    std::istringstream in;
    std::ostringstream out, err;
    Session session{.in = in, .out = out, .err = err};
    EXPECT_EQ(refuse(two, format, session), Exit::bad_input);
    EXPECT_EQ(err.str(), "plimsoll: positions.csv:12: quantity is blank\nplimsoll: no price\n");
    EXPECT_EQ(out.str().starts_with("{\n  \"schema\": \"plimsoll.error/1\""),
              format == Format::json);
  }
}

TEST(Refusals, ARemarkIsALine) {
  std::istringstream in;
  std::ostringstream out, err;
  Session session{.in = in, .out = out, .err = err};
  remark("a\tb", session);
  EXPECT_EQ(err.str(), "plimsoll: a?b\n");
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace plimsoll::cli
