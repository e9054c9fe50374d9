#include "methods/span/book.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::FileBuilder, testing::future, testing::september;

struct Kept {
  Account account;
  std::shared_ptr<const Places> places;
  Book book;
  explicit Kept(std::vector<Position> positions, std::vector<ExternalMargin> external = {})
      : account{testing::account(std::move(positions))} {
    account.bond.external = std::move(external);
    std::vector<const Instrument*> instruments;
    for (const Position& position : account.positions) instruments.push_back(&position.instrument);
    places = Places::of(instruments, {testing::two_commodities().built()});
    book = *booked(account, *places);
  }
};
const Position stock{.instrument = Stock{.id = InstrumentId{"AAPL"}},
                     .quantity = Quantity::of(std::int64_t{1})};

TEST(Book, IsInOrderOfCommodityWhateverTheAccounts) {
  const Kept kept{
      {future("YY", december, 1), future("ZZ", september, 1), future("ZZ", december, 1)}};
  ASSERT_EQ(kept.book.placed.size(), 3u);
  EXPECT_EQ(commodity_of(*kept.book.placed[0].place, *kept.places).code, clearing::Code{"CC-ZZ"});
  EXPECT_EQ(commodity_of(*kept.book.placed[2].place, *kept.places).code, clearing::Code{"CC-YY"});
}

TEST(Book, KeepsWhatIsRefusedAndNotCoveredApart) {
  const Kept kept{{future("QQ", december, 1), stock, future("ZZ", december, 1)}};
  EXPECT_EQ(kept.book.placed.size(), 1u);
  ASSERT_EQ(kept.book.refused.size(), 1u);
  EXPECT_EQ(kept.book.refused[0].where, "QQ202512");
  ASSERT_EQ(kept.book.not_covered.size(), 1u);
  EXPECT_EQ(kept.book.not_covered[0].symbol, "AAPL");
}

TEST(Book, WhatIsMarginedElsewhereIsInNoOtherSum) {
  const std::vector<Position> positions{future("ZZ", december, 1), future("YY", december, 1),
                                        future("QQ", december, 1)};
  for (const char* name : {"CC-ZZ", "ZZ"}) {
    const Kept kept{positions, {{InstrumentId{name}, 5_usd}}};
    EXPECT_EQ(kept.book.external.size(), 1u);
    EXPECT_EQ(kept.book.placed.size(), 1u);
    EXPECT_EQ(kept.book.refused.size(), 1u);
  }
  const Kept unknown{positions, {{InstrumentId{"QQ"}, 5_usd}}};
  EXPECT_TRUE(unknown.book.refused.empty()) << "no file need know it";
  const Kept whole{positions, {{{}, 5_usd}}};
  EXPECT_EQ(whole.book.external.size(), 3u);
}

TEST(Book, IsNothingWhereAnInstrumentWasNotLookedUp) {
  const Account account = testing::account({future("ZZ", december, 1)});
  EXPECT_FALSE(booked(account, *Places::of({}, {testing::two_commodities().built()})));
}

TEST(Book, NamesTheProduct) {
  EXPECT_EQ(product_of(future("ZZ", december, 1).instrument), clearing::Code{"ZZ"});
  EXPECT_EQ(product_of(testing::option(Right::put, 1_d, 1).instrument), clearing::Code{"OZ"});
  EXPECT_EQ(product_of(stock.instrument), clearing::Code{"AAPL"});
}

}  // namespace
}  // namespace plimsoll::span
