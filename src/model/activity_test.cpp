#include "model/activity.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

TEST(Activity, EventsNameTheirSymbol) {
  const InstrumentId xyz{"XYZ"};
  for (const Event& event :
       {Event{Trade{.symbol = xyz, .quantity = {}, .price = {}}}, Event{Split{.symbol = xyz}},
        Event{Delivery{xyz, {}}},
        Event{OptionEnd{.symbol = xyz, .contracts = {}, .settlement = {}}}, Event{Mark{xyz, {}}}})
    EXPECT_EQ(symbol_of(event), xyz);
  EXPECT_TRUE(symbol_of(CashMove{CashKind::deposit, Decimal{1}}).empty());
}

}  // namespace
}  // namespace plimsoll
