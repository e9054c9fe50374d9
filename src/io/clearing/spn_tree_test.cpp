#include "io/clearing/spn_tree.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io::spn {
namespace {

void leaf(Tree& tree, Tag tag, std::string_view text, std::uint32_t line) {
  tree.open(tag, line);
  EXPECT_TRUE(tree.text(text));
  tree.close();
}

TEST(SpnTree, HoldsWhatIsOpenAndWhatItHolds) {
  Tree tree{"f.spn"};
  const Element product = tree.open(Tag::futPf, 1);
  tree.text("\n  ");
  leaf(tree, Tag::pfCode, " GC\n", 2);
  tree.open(Tag::fut, 3);
  leaf(tree, Tag::pe, "202512", 4);
  leaf(tree, Tag::p, "1", 5);
  leaf(tree, Tag::p, "2", 6);
  const Element future = tree.close();
  EXPECT_EQ(future.tag(), Tag::fut);
  EXPECT_EQ(future.text(Tag::pe), "202512");
  EXPECT_EQ(future.text(Tag::p), "1");
  EXPECT_EQ(future.children(Tag::p).size(), 2u);
  EXPECT_EQ(future.children().size(), 3u);
  EXPECT_EQ(future.text(Tag::pfCode), "");
  ASSERT_TRUE(future.parent());
  EXPECT_EQ(future.parent()->text(Tag::pfCode), "GC");
  EXPECT_EQ(product.children().size(), 2u);
  EXPECT_EQ(path_of(*future.child(Tag::pe)), "futPf/fut/pe");
  EXPECT_EQ(refuse(*future.child(Tag::pe), "no").error(),
            (Error{Reason::bad_input, "no (futPf/fut/pe)", "f.spn:4"}));
}

TEST(SpnTree, IsCutBack) {
  Tree tree{"f.spn"};
  const Element product = tree.open(Tag::futPf, 1);
  leaf(tree, Tag::pfCode, "GC", 2);
  for (std::uint32_t i = 0; i < 1'000; ++i) {
    const Element future = tree.open(Tag::fut, 3);
    leaf(tree, Tag::pe, std::to_string(i), 4);
    tree.close();
    EXPECT_EQ(future.text(Tag::pe), std::to_string(i));
    tree.cut(future);
  }
  EXPECT_EQ(tree.size(), 2u);
  EXPECT_EQ(product.text(Tag::pfCode), "GC");
}

TEST(SpnTree, BoundsTexts) {
  Tree tree{"f.spn"};
  tree.open(Tag::name, 1);
  EXPECT_TRUE(tree.text(std::string(Tree::text_bytes_max, 'x')));
  EXPECT_FALSE(tree.text("x"));
}

}  // namespace
}  // namespace plimsoll::io::spn
