#include "apps/json/document.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

TEST(Document, SaysWhatItIs) {
  Notes notes;
  EXPECT_TRUE(is_document(*parse(R"({"schema": "plimsoll.account/1"})", "a"), account_schema,
                          Place{"a.json"}, notes));
  EXPECT_TRUE(notes.clean());
}

TEST(Document, AnotherIsRefusedAtOnce) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{"[]", "a.json", "this is a list; write an object, { ... }"},
           Row{"1", "a.json", "this is a number; write an object, { ... }"},
           Row{R"({"schema": 1})", "a.json#/schema",
               "this is a number; write text in double quotes"},
           Row{R"({"schema": "plimsoll.account/2", "x": 1})", "a.json#/schema",
               "this document is \"plimsoll.account/2\"; what is read here is "
               "\"plimsoll.account/1\""},
           Row{R"({"schema": "plimsoll.market/1"})", "a.json#/schema",
               "this document is \"plimsoll.market/1\"; what is read here is "
               "\"plimsoll.account/1\""},
       }) {
    Notes notes;
    EXPECT_FALSE(is_document(*parse(text, "a"), account_schema, Place{"a.json"}, notes));
    EXPECT_EQ(notes.mistakes(),
              (std::vector<Error>{{Reason::bad_input, std::string{what}, std::string{where}}}));
  }
}

TEST(Document, WhatDoesNotSayWhatItIsMayBeReadOn) {
  Notes notes;
  EXPECT_TRUE(is_document(*parse("{}", "a"), account_schema, Place{"a.json"}, notes));
  EXPECT_EQ(
      notes.mistakes(),
      (std::vector<Error>{
          {Reason::bad_input,
           "the member \"schema\" is missing; add \"schema\": \"plimsoll.account/1\"", "a.json"}}));
}

}  // namespace
}  // namespace plimsoll::json
