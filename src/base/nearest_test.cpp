#include "base/nearest.hpp"

#include <gtest/gtest.h>

#include <array>

namespace plimsoll {
namespace {

constexpr std::array<std::string_view, 7> known{
    "symbol", "quantity", "holding", "average_cost", "lots", "trade_price", "trade_date"};

TEST(Nearest, FindsWhatWasMeant) {
  struct Row {
    std::string_view written, meant;
  };
  for (const auto& [written, meant] : {
           Row{"symbl", "symbol"},
           Row{"Symbol", "symbol"},
           Row{"symobl", "symbol"},
           Row{"QUANTITY", "quantity"},
           Row{"quantty", "quantity"},
           Row{"averageCost", "average_cost"},
           Row{"lot", "lots"},
           Row{"trade_prices", "trade_price"},
           Row{"tradedate", "trade_date"},
       })
    EXPECT_EQ(nearest(written, known), meant) << written;
}

TEST(Nearest, SaysNothingWhereNothingIsNear) {
  for (const std::string& written :
       {std::string{}, std::string{"x"}, std::string{"price_of_it"}, std::string{"isin"},
        std::string(33, 'q'), std::string(1'000'000, 's')})
    EXPECT_EQ(nearest(written, known), std::nullopt) << written.substr(0, 40);
}

TEST(Nearest, Choice) {
  constexpr std::array<std::string_view, 3> words{"margin", "cash", "short"};
  EXPECT_EQ(choice_of(words), "margin, cash or short");
  EXPECT_EQ(choice_of(std::span{words}.first(2)), "margin or cash");
  EXPECT_EQ(choice_of(std::span{words}.first(1)), "margin");
  EXPECT_EQ(choice_of({}), "");
}

}  // namespace
}  // namespace plimsoll
