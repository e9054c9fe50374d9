#pragma once
// An account as somebody wrote it down, before anything is looked up or checked. Broker files and
// account documents become drafts; `market/resolve.hpp` turns a draft into an Account or says what
// is wrong with it. One check for all.

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "model/account.hpp"

namespace plimsoll {

/// What a document or a broker's file says an instrument is. Empty where it does not say. Text is
/// as written, trimmed.
struct Description {
  std::string symbol;  // of the instrument, or the root of its options
  std::string type;    // "equity", "etf", ... : the contract's words
  std::string currency, reference, index_class, underlying, right, style, settlement, rating,
      issuer, sector, industry;
  std::string product, exchange;
  std::string month, day, option_month, option_day;  // "202512"; "19", or a week: "W3"
  std::optional<Decimal> leverage, underlying_scale, strike, multiplier, conversion_ratio,
      shares_outstanding;
  std::optional<double> expense_ratio, return_of_capital_ratio;
  std::optional<Date> expiry, marginable_from, maturity;
  std::optional<bool> marginable, zero_coupon;
  std::string where;  // "account.json#/instruments/AAPL"
};

struct DraftLot {
  Quantity quantity;
  Decimal cost;
  Date date;
};

struct DraftPosition {
  std::string symbol;
  std::string name = {};  // what a broker calls it, where its file does: "DIREXION DAILY ... 3X"
  Quantity quantity;
  Holding holding = Holding::unstated;
  std::optional<Decimal> average_cost, trade_price;
  std::optional<Date> trade_date;  // absent with a trade_price: the account's day
  std::vector<DraftLot> lots;
  std::string where;  // "positions.csv:12", "account.json#/positions/3"
};

struct DraftCash {
  std::string currency;
  Decimal amount;
};

/// Something that is not held and yet is spoken of: traded or priced later. It enters the catalog.
struct Mention {
  std::string symbol;
  std::string where;
};

struct AccountDraft {
  std::string id;
  Date as_of;
  AccountKind kind = AccountKind::margin;
  std::optional<Role> role = {};  // absent: a customer's
  std::optional<PerformanceBond> bond = {};
  std::string currency = "USD";
  std::optional<std::vector<DraftCash>> cash;
  std::vector<DraftPosition> positions;
  std::vector<Description> instruments;
  std::vector<Mention> mentioned = {};
};

}  // namespace plimsoll
