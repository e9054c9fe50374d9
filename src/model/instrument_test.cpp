#include "model/instrument.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plimsoll {
namespace {

constexpr Currency eur{"EUR"};
constexpr Currency chf{"CHF"};
const Listing in_euro{.currency = eur};

/// One of each, named after its kind; prices in euro where the instrument says so.
const std::vector<Instrument> one_of_each{
    Stock{.id = InstrumentId{"stock"}, .listing = in_euro},
    Fund{.id = InstrumentId{"fund"}, .listing = in_euro},
    Bond{.id = InstrumentId{"bond"}, .listing = in_euro},
    Warrant{.id = InstrumentId{"warrant"},
            .underlying = {},
            .exercise = {},
            .expiry = {},
            .listing = in_euro},
    ListedOption{
        .id = InstrumentId{"option"}, .underlying = {}, .expiry = {}, .strike = {250_d, eur}},
    FutureOption{.id = InstrumentId{"future option"},
                 .future = {},
                 .option_month = {},
                 .strike = {5_d, eur}},
    Index{.id = InstrumentId{"index"}},
    Future{.id = InstrumentId{"future"}, .product = {}, .exchange = {}, .month = {}},
    Combination{.id = InstrumentId{"combination"}, .product = {}, .exchange = {}, .month = {}},
    Token{.id = InstrumentId{"token"}},
};

TEST(Instrument, EveryKindHasItsSymbol) {
  ASSERT_EQ(one_of_each.size(), std::variant_size_v<Instrument>);
  const std::vector<const char*> symbols{"stock",       "fund",          "bond",  "warrant",
                                         "option",      "future option", "index", "future",
                                         "combination", "token"};
  for (std::size_t i = 0; i < one_of_each.size(); ++i)
    EXPECT_EQ(id_of(one_of_each[i]).view(), symbols[i]);
}

TEST(Instrument, PricesAreInItsCurrencyOrTheAccounts) {
  for (std::size_t i = 0; i < one_of_each.size(); ++i)
    EXPECT_EQ(currency_of(one_of_each[i], chf), i < 6 ? eur : chf) << id_of(one_of_each[i]).view();
}

TEST(Instrument, ReadsAsAPersonWritesIt) {
  const auto option = [](const char* id, Right right, Decimal strike) {
    return Instrument{ListedOption{.id = InstrumentId{id},
                                   .underlying = InstrumentId{"SPX"},
                                   .expiry = Date{2027y / January / 15},
                                   .right = right,
                                   .strike = {strike, usd}}};
  };
  EXPECT_EQ(to_text(option("AAPL  270115C00250000", Right::call, 250_d)), "AAPL 2027-01-15 250 C");
  EXPECT_EQ(to_text(option("F     270115P00012500", Right::put, 12.5_d)), "F 2027-01-15 12.5 P");
  EXPECT_EQ(to_text(option("SPXW  270115P06800000", Right::put, 6800_d)), "SPXW 2027-01-15 6800 P");
  EXPECT_EQ(to_text(Instrument{Stock{.id = InstrumentId{"BRK B"}}}), "BRK B");
}

}  // namespace
}  // namespace plimsoll
