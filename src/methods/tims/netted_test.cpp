#include "methods/tims/netted.hpp"

#include <gtest/gtest.h>

#include "methods/tims/border.hpp"
#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

Money worst(const Netted& net, std::size_t top = 0) {
  return from_model(net.tops.at(top).worst.loss, usd);
}

TEST(NettedAccount, OffsetsWithinProductAndPortfolioGroups) {
  Desk desk;
  desk.hold(fund("SPY", "SPX"), 2000, 500_d).hold(fund("OEF", "OEX"), -4000, 250_d);
  auto valued = desk.valued();
  Book book = placed(desk.account, *valued).value();
  const Netted products = netted(book, *valued, valued->grids().front());
  ASSERT_EQ(products.tops.size(), 1u);
  EXPECT_EQ(worst(products), 8000_usd);
  EXPECT_EQ(name_of(products.tops[0], products, *valued), "broad");

  desk.hold(fund("IWM", "RUT"), 1, 200_d);
  valued = desk.valued();
  book = placed(desk.account, *valued).value();
  const Netted all = netted(book, *valued, valued->grids().front());
  ASSERT_EQ(all.tops.size(), 1u);
  EXPECT_EQ(name_of(all.tops[0], all, *valued), "US");
}

TEST(NettedAccount, KeepsStocksApart) {
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d).hold(stock("ABC"), -100, 50_d);
  const auto valued = desk.valued();
  const Book book = placed(desk.account, *valued).value();
  const Netted net = netted(book, *valued, valued->grids().front());
  ASSERT_EQ(net.tops.size(), 2u);
  EXPECT_EQ(worst(net, 0), 750_usd);
  EXPECT_EQ(worst(net, 1), 750_usd);
  EXPECT_EQ(net.tops[0].worst.point, 9u) << "ABC is owed";
}

TEST(NettedAccount, OfNothingIsNothing) {
  Desk desk;
  const auto valued = desk.valued();
  const Book book = placed(desk.account, *valued).value();
  EXPECT_TRUE(netted(book, *valued, valued->grids().front()).tops.empty());
}

}  // namespace
}  // namespace plimsoll::tims
