#pragma once
// What the leverage costs against what it earns, a year at today's values and rates: for the
// account, and for each position with its part of the financing.

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "strategy/breakeven.hpp"
#include "strategy/debit.hpp"
#include "strategy/income.hpp"
#include "strategy/time_decay.hpp"

namespace plimsoll::strategy {

/// What a sum from which something unknown is left out says of the whole, where what is left out is
/// no income below zero and no cost below zero.
enum class Bound : std::uint8_t {
  exact,     // nothing is left out
  at_least,  // income is left out
  at_most,   // a cost is left out
  open,      // both are
};
std::string_view name_of(Bound bound);

struct CarryTerms {
  CarryPolicy policy = {};
  FinancingTerms financing = {};
  /// Total returns of the last year, by symbol, where they are known.
  std::map<InstrumentId, double> total_returns = {};
};

/// One position's part. Costs are zero or above, but for rebates of a borrow fee.
struct PositionCarry {
  std::size_t position = 0;  // of Account::positions
  InstrumentId id;
  InstrumentId name;  // what moves it: of options what they are on
  Money value = {};
  std::optional<Money> income = {};  // after return of capital; below zero for a short that pays
  Money account_fee = {};
  Money tax = {};
  std::optional<Money> borrow_fee = {};
  std::optional<Money> financing = {};  // pro rata of the long values; nothing where it is unknown
  std::optional<Money> net = {};        // of what is known; nothing where financing is unknown
  Bound bound = Bound::exact;           // what `net` says
};

/// With dividends cut as the policy has it, shorts' payments as they are.
struct CarryAfterCut {
  Money income = {};
  std::optional<Money> net = {};
  Figure coverage = {};
};

struct Carry {
  Date as_of = {};
  Currency currency;
  CarryTerms terms = {};
  Income income = {};
  TimeDecay time_decay = {};  // not in `net`
  Money long_value = {}, short_value = {};
  std::optional<Money> equity = {};  // values and cash; nothing where cash is unknown
  std::optional<Debits> debits = {};
  bool in_pool = false;  // what is not known stands in the pool's file

  Money account_fee = {};
  Money tax = {};
  std::optional<Money> financing = {};
  std::optional<Error> financing_unknown = {};  // and so no `net`: what to give
  /// Income less financing, borrow fees, substitute payments, account fee and tax.
  std::optional<Money> net = {};
  Bound bound = Bound::exact;         // what `net` says
  Bound income_bound = Bound::exact;  // what the income says
  Figure income_yield = {};           // of the long value; known without any terms
  Figure net_on_equity = {};
  /// In the account's order; their nets less `unattributed` sum to `net` to the last digit.
  std::vector<PositionCarry> positions = {};
  Money unattributed = {};  // financing of an account that holds nothing long: no position's
  std::optional<Breakevens> turns = {};  // nothing where financing or all income is unknown
  std::string no_turns = {};             // why
  CarryAfterCut after_cut = {};
};

/// Credits in cash earn nothing here, as no rate is quoted for them. Refused: a position without a
/// price, a currency without a rate. What is missing else is said in the answer.
Result<Carry> carry(const Book& book, const CarryTerms& terms);

/// `whole` in parts as `weights` are, zero or above and one of them above: cut at the ninth place,
/// and what that leaves goes to the largest, the first of equals. They sum to `whole`.
std::vector<Money> pro_rata(Money whole, const std::vector<Money>& weights);

}  // namespace plimsoll::strategy
