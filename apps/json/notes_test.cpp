#include "apps/json/notes.hpp"

#include <gtest/gtest.h>

namespace plimsoll::json {
namespace {

TEST(Notes, KeepEachMistakeWithItsPlace) {
  const Place document{"a.json"};
  Notes notes;
  EXPECT_TRUE(notes.clean());
  notes.refuse(document / "id", "this is blank");
  notes.refuse(document, "two\nlines");
  EXPECT_FALSE(notes.clean());
  EXPECT_EQ(notes.mistakes(),
            (std::vector<Error>{{Reason::bad_input, "this is blank", "a.json#/id"},
                                {Reason::bad_input, "two?lines", "a.json"}}));
}

TEST(Notes, StopListingButGoOnCounting) {
  const Place document{"a.json"};
  Notes notes;
  for (std::size_t i = 0; i < mistakes_max - 1; ++i) notes.refuse(document, "wrong");
  EXPECT_EQ(notes.mistakes().size(), mistakes_max - 1);
  EXPECT_EQ(notes.mistakes().back().what, "wrong");
  EXPECT_FALSE(notes.full());
  notes.refuse(document, "wrong");
  EXPECT_TRUE(notes.full());
  notes.refuse(document, "wrong");
  EXPECT_EQ(notes.mistakes().size(), mistakes_max);
  EXPECT_EQ(notes.mistakes().back().what,
            "this is mistake 1000; what follows is not listed: mend these first");
  EXPECT_EQ(notes.count(), mistakes_max + 1);
}

TEST(Notes, Append) {
  const Place document{"a.json"};
  Notes first, second;
  first.refuse(document, "one");
  second.refuse(document, "two");
  first.append(second);
  EXPECT_EQ(first.count(), 2u);
  EXPECT_EQ(first.mistakes().back().what, "two");
}

}  // namespace
}  // namespace plimsoll::json
