#include "strategy/cover.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

constexpr Date january{2027y / January / 15}, march{2027y / March / 19};

Decimal bare(const BookOf& of, Right right = Right::call) {
  const Book& book = of;
  for (const Uncovered& one : uncovered(book.account))
    if (one.right == right) return one.units;
  return Decimal{-1};
}

TEST(Cover, SharesCoverCallsAndShortSharesPuts) {
  BookOf book;
  book.shares("XYZ", 250, 100_d).option("XYZ", Right::call, 110_d, january, -3, 2_d);
  EXPECT_EQ(bare(book), 50_d);
  BookOf sold;
  sold.shares("XYZ", -250, 100_d).option("XYZ", Right::put, 90_d, january, -3, 2_d);
  EXPECT_EQ(bare(sold, Right::put), 50_d);
  sold.option("XYZ", Right::call, 110_d, january, -1, 2_d);
  EXPECT_EQ(bare(sold), 100_d) << "what is short covers no call";
}

TEST(Cover, AnOptionCoversWhatDoesNotOutliveIt) {
  BookOf book;
  book.quoted("XYZ", 100_d).option("XYZ", Right::call, 110_d, march, -2, 2_d);
  book.option("XYZ", Right::call, 120_d, january, 2, 1_d);
  EXPECT_EQ(bare(book), 200_d) << "it expires before";
  book.option("XYZ", Right::call, 130_d, march, 1, 1_d);
  EXPECT_EQ(bare(book), 100_d);
  // One more, short until January: the January ones cover it, and March stays as it was.
  book.option("XYZ", Right::call, 115_d, january, -1, 1_d);
  EXPECT_EQ(bare(book), 100_d);
  book.option("XYZ", Right::put, 90_d, march, 5, 1_d);
  EXPECT_EQ(bare(book), 100_d) << "puts cover no call";
}

TEST(Cover, NothingShortNeedsNone) {
  BookOf book;
  book.shares("XYZ", 100, 100_d).option("XYZ", Right::call, 110_d, january, 1, 2_d);
  EXPECT_TRUE(uncovered(book.book().account).empty());
}

TEST(Cover, BarerIsMoreOfAnyOne) {
  const Uncovered calls{InstrumentId{"XYZ"}, Right::call, 100_d};
  const Uncovered puts{InstrumentId{"XYZ"}, Right::put, 100_d};
  EXPECT_FALSE(barer({calls}, {calls, puts}));
  EXPECT_TRUE(barer({calls, puts}, {calls}));
  EXPECT_TRUE(barer({{InstrumentId{"XYZ"}, Right::call, 101_d}}, {calls}));
  EXPECT_FALSE(barer({{InstrumentId{"UPP"}, Right::call, 0_d}}, {calls}));
}

}  // namespace
}  // namespace plimsoll::strategy
