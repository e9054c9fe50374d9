#include "io/held.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

using namespace plimsoll::literals;

std::string held(const NamedHolding& holding) {
  Reading reading{Input{"f.csv", ""}, ImportOptions{}, "test"};
  const auto row = held_as(holding, reading);
  if (!row) return "refused: " + row.error().what.substr(0, row.error().what.find(';'));
  std::string text = row->symbol + " " + to_text(row->quantity);
  if (row->price && row->price != holding.worth.price) text += " at " + to_text(*row->price, 2);
  if (row->average_cost) text += " cost " + to_text(*row->average_cost, 2);
  if (row->description) {
    text += " " + row->description->type;
    if (row->description->marginable == false) text += " not marginable";
  }
  return text;
}

Worth worth(Decimal quantity, Decimal price, std::optional<Decimal> value = {}) {
  return {Quantity::of(quantity), price, value};
}

TEST(Held, TellsWhatARowHolds) {
  const std::vector<std::pair<NamedHolding, std::string>> table{
      {{"KO", "COCA-COLA CO", SaidKind::nothing, worth(100_d, 70_d, 7'000_d), 6'500_d},
       "KO 100 cost 65.00"},
      {{"BRK/B", "BERKSHIRE", SaidKind::share, worth(2_d, 450_d, 900_d)}, "BRKB 2"},
      {{"FXAIX", "A FUND", SaidKind::nothing, worth(2_d, 230_d)}, "FXAIX 2 mutual_fund"},
      {{"SPAXX", "A FUND", SaidKind::nothing, worth(2_d, 1_d)}, "SPAXX 2 money_market"},
      {{"ABCD", "A FUND", SaidKind::mutual_fund, worth(2_d, 1_d)}, "ABCD 2 mutual_fund"},
      {{"ABCD", "A FUND", SaidKind::money_market, worth(2_d, 1_d)}, "ABCD 2 money_market"},
      {{"AAPL 12/20/2024 150.00 C", "", SaidKind::option, worth(-2_d, 5_d, -1'000_d), 1'200_d},
       "AAPL  241220C00150000 -2 cost 6.00"},
      {{"AAPL241220C150", "", SaidKind::nothing, worth(1_d, 5_d)}, "AAPL  241220C00150000 1"},
      {{"AAPL241220C150", "", SaidKind::nothing, worth(1_d, 5_d, 50_d)},
       "refused: the value 50.00 is not 1 x 5.00 x 100 = 500.00, to within the 0.51 that printed "
       "digits leave open"},
      {{"AAPL241220C150", "PUT APPLE INC $150", SaidKind::nothing, worth(1_d, 5_d)},
       "refused: the description says a put and the symbol a call"},
      {{"KO", "COCA-COLA CO", SaidKind::share, worth(100_d, 70_d, 5_d)},
       "refused: the value 5.00 is not 100 x 70.00 = 7000.00, to within the 0.51 that printed "
       "digits leave open"},
      {{"AAPL", "", SaidKind::option, worth(1_d, 5_d)},
       "refused: \"AAPL\" is not an option: write it like AAPL270115C00250000"},
      {{"912797ZZ3", "US TREASURY BILL 03/18/2027", SaidKind::nothing,
        worth(10'000_d, 98.7_d, 9'870_d), 9'795_d},
       "912797ZZ3 10000 cost 97.95 treasury"},
      {{"912797ZZ3", "US TREASURY BILL 03/18/2027", SaidKind::nothing,
        worth(100_d, 98.7_d, 9'870_d)},
       "912797ZZ3 10000 treasury"},
      {{"912797ZZ3", "US TREASURY BILL 03/18/2027", SaidKind::bond, worth(100_d, 98.7_d, 5_d)},
       "refused: the value of this bond is not its quantity times its price, per 100 or per unit"},
      {{"91282CDX6", "US TREAS NTS INFLATION INDEX 0.125% 01/15/2032", SaidKind::bond,
        worth(10'000_d, 98_d, 12'250_d)},
       "91282CDX6 10000 at 122.50 treasury"},
      {{"91282CDX6", "US TREAS NTS 0.125% 01/15/2032", SaidKind::bond,
        worth(10'000_d, 98_d, 12'250_d)},
       "refused: the value of this bond is not its quantity times its price, per 100 or per unit"},
      {{"3132DWBF7", "FHLMC POOL 3.5% 05/01/2052", SaidKind::bond, worth(10'000_d, 90_d, 4'500_d)},
       "3132DWBF7 10000 at 45.00 bond"},
      {{"3132DWBF7", "FHLMC POOL 3.5% 05/01/2052", SaidKind::bond, worth(10'000_d, 90_d, 90'000_d)},
       "refused: the value of this bond is not its quantity times its price, per 100 or per unit"},
      {{"EXMP", "EXAMPLE NOTES", SaidKind::bond, worth(1'000_d, 99_d, 990_d)}, "EXMP 1000 bond"},
      {{"037833100", "SOME RIGHTS", SaidKind::share, worth(10_d, 1_d, 10_d)},
       "037833100 10 equity not marginable"}};
  for (const auto& [holding, expected] : table) EXPECT_EQ(held(holding), expected);
}

}  // namespace
}  // namespace plimsoll::io
