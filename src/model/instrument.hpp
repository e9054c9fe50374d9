#pragma once
// What can be held. A closed list: adding a kind makes every visit that forgot it fail to build.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "base/date.hpp"
#include "base/fixed_text.hpp"
#include "money/money.hpp"

namespace plimsoll {

/// A symbol as the whole project writes it: tickers in upper case, listed options as 21-character
/// OSI symbols. A value of 32 bytes: cheap to copy, compare and hash, so accounts and quotes need
/// no shared table of names.
using InstrumentId = FixedText<32>;

enum class Right : std::uint8_t { call, put };
enum class Style : std::uint8_t { american, european };
/// What an index is of: few or many stocks, or no stocks at all.
enum class IndexClass : std::uint8_t { narrow, broad, currency, interest_rate };
/// What an expiring option is settled at: opening prices (trading ends the day before) or closing
/// prices. In order of time.
enum class Settlement : std::uint8_t { am, pm };

/// When an option is over. Of one day, what settles in the morning is over first.
struct Expiration {
  Date day;
  Settlement settlement = Settlement::pm;
  auto operator<=>(const Expiration&) const = default;
};

/// What every security says of its standing as collateral.
struct Listing {
  Currency currency = usd;
  bool marginable = true;
  std::optional<Date> marginable_from = {};  // new issues and funds: no credit before this day
};

enum class StockKind : std::uint8_t { equity, etf, etn };

/// Shares of a company, of an exchange-traded fund, or an exchange-traded note.
struct Stock {
  InstrumentId id;
  StockKind kind = StockKind::equity;
  Decimal leverage = Decimal{1};               // 3, -1, 1.5: daily multiple of `reference`
  InstrumentId reference = {};                 // what it tracks
  std::optional<IndexClass> index_class = {};  // of the index it tracks
  Listing listing = {};
};

enum class FundKind : std::uint8_t { mutual, money_market };
struct Fund {
  InstrumentId id;
  FundKind kind = FundKind::mutual;
  Listing listing = {};
};

enum class BondKind : std::uint8_t { corporate, treasury, municipal, convertible };
enum class Rating : std::uint8_t { investment_grade, high_yield };

/// Quantity is principal and the price is per 100 of it; a convertible with no maturity is a
/// preferred share: quantity in shares, price for one.
struct Bond {
  InstrumentId id;
  BondKind kind = BondKind::corporate;
  std::optional<Date> maturity = {};
  bool zero_coupon = false;
  std::optional<Rating> rating = {};
  InstrumentId underlying = {};  // convertibles: the stock they turn into
  std::optional<Decimal> conversion_ratio =
      {};  // shares for 1,000 of principal, or for one preferred share
  Listing listing = {};
};

/// A right to buy `shares` of a stock from its issuer at `exercise`.
struct Warrant {
  InstrumentId id;
  InstrumentId underlying;
  Price exercise;
  Date expiry;
  Decimal shares = Decimal{1};  // for one warrant
  Listing listing = {};
};

/// Never held: what index options are on.
struct Index {
  InstrumentId id;
  IndexClass index_class = IndexClass::narrow;
  Style style = Style::european;           // of the options on it
  Settlement settlement = Settlement::pm;  // of those whose root is the index's own symbol
};

struct ListedOption {
  InstrumentId id;          // OSI, padded
  InstrumentId underlying;  // what it is on; its price is divided by `underlying_scale`
  Date expiry;
  Right right = Right::call;
  Price strike;
  Decimal multiplier = Decimal{100};  // units of underlying per contract
  Style style = Style::american;
  Decimal underlying_scale =
      Decimal{1};  // 10 for XSP on SPX: the level used is the index's over this
  Settlement settlement = Settlement::pm;

  Expiration expiration() const { return {expiry, settlement}; }
};

/// A day of the month, "19", or a week, "W3": part of what a contract is.
using DayCode = FixedText<8>;

/// A contract month.
struct Month {
  std::uint16_t year = 0;  // 0: none
  std::uint8_t month = 0;
  DayCode day = {};  // empty: the monthly contract
  constexpr bool empty() const { return year == 0; }
  auto operator<=>(const Month&) const = default;
};
struct Future {
  InstrumentId id, product, exchange;
  Month month;
  std::optional<Decimal> multiplier = {};  // the clearing house's file has it where this is empty
  std::optional<Currency> currency = {};   // likewise
};
struct FutureOption {
  InstrumentId id;
  Future future;  // its month empty: the future the clearing house's file names
  Month option_month;
  Right right = Right::call;
  Price strike;
  bool settled_daily = false;    // no premium is paid: gains and losses move every day
  InstrumentId underlying = {};  // the future, where the catalog holds it
};
/// A strip, a calendar or a spread the exchange lists as one contract.
struct Combination {
  InstrumentId id, product, exchange;
  Month month;
  std::optional<Currency> currency = {};
};
struct Token {
  InstrumentId id;
};  // spot collateral or debt, on chain

using Instrument = std::variant<Stock, Fund, Bond, Warrant, Index, ListedOption, Future,
                                FutureOption, Combination, Token>;

template <class... F>
struct Match : F... {
  using F::operator()...;
};

InstrumentId id_of(const Instrument& instrument);

/// What prices of it are in; `base`, the account's currency, where the instrument does not say.
Currency currency_of(const Instrument& instrument, Currency base);

/// As a person writes it: "AAPL", "AAPL 2027-01-15 250 C".
std::string to_text(const Instrument& instrument);

}  // namespace plimsoll
