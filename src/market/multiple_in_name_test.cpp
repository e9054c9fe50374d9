#include "market/multiple_in_name.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

TEST(MultipleInName, IsSaidInManyWays) {
  struct Row {
    const char* name;
    const char* word;
  };
  for (const auto& [name, word] : {
           Row{"DIREXION SHS ETF TR DAILY SEMICONDUCTOR BULL 3X", "BULL"},
           Row{"GraniteShares 2x Long NVDA Daily ETF", "2X"},
           Row{"MICROSECTORS FANG+ INDEX 3X LEVERAGED ETN", "3X"},
           Row{"MAX AUTO INDUSTRY -3X INVERSE LEVERAGED ETN", "-3X"},
           Row{"T-REX 1.75X LONG", "1.75X"},
           Row{"AXS TSLA BEAR (-1X)", "-1X"},
           Row{"PROSHARES TR ULTRAPRO QQQ", "ULTRAPRO"},
           Row{"PROSHARES ULTRA S&P500", "ULTRA"},
           Row{"Proshares Ultrashort 20+ Year Treas", "ULTRASHORT"},
           Row{"SOMEBODY'S INVERSE CRAMER ETF", "INVERSE"},
           Row{"DIREXION DAILY AAPL BEAR 1X SHARES", "BEAR"},
       })
    EXPECT_EQ(multiple_in_name(name), word) << name;
}

TEST(MultipleInName, MostNamesSayNothing) {
  for (const char* name :
       {"", "APPLE INC", "SPDR S&P 500 ETF TRUST", "ISHARES ULTRA SHORT-TERM BOND ETF",
        "JPMORGAN ULTRA-SHORT INCOME", "ULTRA CLEAN HLDGS INC", "1X SOMETHING", "TEXAS INSTRUMENTS",
        "BEAR CREEK MINING CORP", "RED BULL LTD", "SPACEX 2", "X", "3XL APPAREL", "SOXX",
        "2 X 4 LUMBER"})
    EXPECT_EQ(multiple_in_name(name), "") << name;
}

}  // namespace
}  // namespace plimsoll
