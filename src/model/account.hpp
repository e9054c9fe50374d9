#pragma once
// Holdings and a base currency. Account numbers, clients and permissions stay outside.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/instrument.hpp"

namespace plimsoll {

enum class AccountKind : std::uint8_t {
  margin,
  cash,
  retirement,
  portfolio_margin,
  futures,
  cross_margin
};

/// Whose account it is: risk-based rules ask brokers for less than their customers.
enum class Role : std::uint8_t { customer, broker_dealer, market_maker };

/// Which of a clearing house's factors a futures account is charged with: heightened risk profile,
/// non-heightened, clearing member.
enum class BondClass : std::uint8_t { speculator, hedger, member };

/// A requirement somebody else computed, such as SPAN 2's, which no public text lets one compute.
struct ExternalMargin {
  InstrumentId commodity;  // combined commodity it is of; empty: of the whole account
  Money maintenance;
  std::optional<Money> initial = {};
};

/// How a futures account's performance bond is reckoned.
struct PerformanceBond {
  BondClass account_class = BondClass::speculator;
  bool gross = false;  // omnibus: longs and shorts of one contract each stand alone
  std::vector<ExternalMargin> external = {};
  std::string external_source = {};  // who computed it, with which parameters
};

/// Which of a broker's sub-accounts a position stands in; `unstated` is decided by the account's
/// kind.
enum class Holding : std::uint8_t { unstated, margin, cash, short_sale };

/// One buy, for taxes and attribution. No margin rule reads it.
struct Lot {
  Quantity quantity;
  Price cost;
  Date date;
};

/// Something bought or sold at a price on the day asked about.
struct Position {
  Instrument instrument;
  Quantity quantity;  // bonds: principal; options: contracts; short < 0
  Holding holding = Holding::unstated;
  std::optional<Price> average_cost = {};
  std::optional<Price> trade_price = {};  // only where opened or added to on the account's day
  std::vector<Lot> lots = {};
};

/// What is known about a name besides how it is margined.
struct Profile {
  std::string issuer, sector, industry;
  std::optional<Decimal> shares_outstanding;
  std::optional<double> expense_ratio, return_of_capital_ratio;
};

/// Everything named in an account: what is held, and what those things are on.
using Catalog = std::map<InstrumentId, Instrument>;

struct Account {
  std::string id;
  Date as_of;
  AccountKind kind = AccountKind::margin;
  Role role = Role::customer;
  PerformanceBond bond = {};  // of futures accounts
  Currency base = usd;
  std::optional<std::vector<Money>> cash;  // by currency; empty: unknown, so no equity is given
  std::vector<Position> positions;         // no two of the same symbol and holding
  Catalog catalog;                         // every position's instrument, and every underlying's
  std::map<InstrumentId, Profile> profiles;
};

/// What the catalog knows under `id`; nothing where it does not.
const Instrument* described(const Account& account, const InstrumentId& id);

}  // namespace plimsoll
