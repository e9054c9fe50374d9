#include "apps/json/encode_error.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plimsoll::json {
namespace {

TEST(EncodeError, EachErrorInItsOrder) {
  const std::vector<Error> errors{
      {Reason::bad_input, "quantity is blank; write -1 for one short contract", "positions.csv:12"},
      {Reason::not_in_force, "no text on file\nfor 1900-01-01", ""}};
  EXPECT_EQ(encode_errors(errors), R"json({
  "schema": "plimsoll.error/1",
  "errors": [
    {
      "reason": "bad_input",
      "what": "quantity is blank; write -1 for one short contract",
      "where": "positions.csv:12"
    },
    {
      "reason": "not_in_force",
      "what": "no text on file\nfor 1900-01-01",
      "where": ""
    }
  ]
}
)json");
  EXPECT_EQ(encode_errors({}), "{\n  \"schema\": \"plimsoll.error/1\",\n  \"errors\": []\n}\n");
}

TEST(EncodeError, EveryReasonHasItsWord) {
  EXPECT_EQ(word_of(Reason::bad_input), "bad_input");
  EXPECT_EQ(word_of(Reason::missing_price), "missing_price");
  EXPECT_EQ(word_of(Reason::not_in_force), "not_in_force");
  EXPECT_EQ(word_of(Reason::not_covered), "not_covered");
}

}  // namespace
}  // namespace plimsoll::json
