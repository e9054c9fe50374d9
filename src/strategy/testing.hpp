#pragma once
// For tests: books written position by position, under a margin of one rate.

#include <string>
#include <utility>

#include "market/fx.hpp"
#include "model/osi.hpp"
#include "strategy/book.hpp"

namespace plimsoll::strategy::testing {

inline constexpr Date day{2026y / November / 20};

/// Equity is cash and values; the requirement `rate` of every share's value, nothing of options.
inline MarginFunction flat(Percent rate) {
  return [rate](const Account& account, const MarketSnapshot& market) -> Result<Answer<Money>> {
    Money equity = zero(account.base), requirement = zero(account.base);
    if (account.cash)
      for (const Money& cash : *account.cash) equity = equity + cash;
    for (const Position& position : account.positions) {
      const InstrumentId id = id_of(position.instrument);
      PLIMSOLL_TRY(price, market.price(id));
      const auto* option = std::get_if<ListedOption>(&position.instrument);
      const Decimal units = option ? option->multiplier : Decimal{1};
      const Money value =
          Price{multiply(price, units, Round::half_even), account.base} * position.quantity;
      equity = equity + value;
      if (option == nullptr)
        requirement = requirement + rate * (value.amount.is_negative() ? -value : value);
    }
    Answer<Money> answer{.initial = requirement,
                         .maintenance = requirement,
                         .risk_initial = requirement,
                         .risk_maintenance = requirement,
                         .proceeds = zero(account.base)};
    if (account.cash) {
      answer.equity = equity;
      answer.net_liquidation = equity;
    }
    return answer;
  };
}

class BookOf {
 public:
  explicit BookOf(Percent rate = 25_pct) {
    book_.account.id = "book";
    book_.account.as_of = day;
    book_.market.as_of = day;
    book_.market.risk_free_rate = 0.04;
    book_.account.cash = std::vector<Money>{};
    book_.margin = flat(rate);
    book_.method = "flat";
  }
  BookOf& cash(Decimal amount) {
    book_.account.cash->push_back({amount, usd});
    return *this;
  }
  BookOf& shares(const char* symbol, std::int64_t quantity, Decimal price, double beta = 1) {
    return held(Stock{.id = InstrumentId{symbol}}, quantity, price, beta);
  }
  BookOf& fund(const char* symbol, const char* reference, Decimal leverage, std::int64_t quantity,
               Decimal price) {
    held(Stock{.id = InstrumentId{symbol},
               .kind = StockKind::etf,
               .leverage = leverage,
               .reference = InstrumentId{reference}},
         quantity, price, 0);
    book_.market.quotes[InstrumentId{symbol}].beta.reset();
    return *this;
  }
  /// An option on `on`, which is already in the book, priced as told.
  BookOf& option(const char* on, Right right, Decimal strike, Date expiry, std::int64_t quantity,
                 Decimal price, Style style = Style::european) {
    return held(ListedOption{.id = osi_id({on, expiry, right, strike}),
                             .underlying = InstrumentId{on},
                             .expiry = expiry,
                             .right = right,
                             .strike = {strike, usd},
                             .style = style},
                quantity, price, std::nullopt);
  }
  /// Quoted, not held.
  BookOf& quoted(const char* symbol, Decimal price) {
    book_.account.catalog.emplace(InstrumentId{symbol}, Stock{.id = InstrumentId{symbol}});
    book_.market.quotes[InstrumentId{symbol}].price = price;
    return *this;
  }
  Book& book() { return book_; }
  operator const Book&() const { return book_; }

 private:
  BookOf& held(Instrument instrument, std::int64_t quantity, Decimal price,
               std::optional<double> beta) {
    const InstrumentId id = id_of(instrument);
    Quote& quote = book_.market.quotes[id];
    quote.price = price;
    quote.beta = beta;
    book_.account.catalog.emplace(id, instrument);
    book_.account.positions.push_back(
        {.instrument = std::move(instrument), .quantity = Quantity::of(quantity)});
    return *this;
  }
  Book book_;
};

}  // namespace plimsoll::strategy::testing
