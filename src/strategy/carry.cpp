#include "strategy/carry.hpp"

#include <algorithm>
#include <limits>

namespace plimsoll::strategy {
namespace {

constexpr double days_a_year = 365;

/// What is missing of a sum.
struct Missing {
  bool income = false, cost = false;
};

Bound bound_of(const Missing& missing) {
  if (missing.income) return missing.cost ? Bound::open : Bound::at_least;
  return missing.cost ? Bound::at_most : Bound::exact;
}

Money fee_on(Money value, const CarryPolicy& policy) {
  if (value.amount.is_negative()) return zero(value.currency);
  return {multiply(policy.account_fee_rate, value.amount, Round::half_even), value.currency};
}

/// Of income alone: interest is not taken off it first.
Money tax_on(std::optional<Money> income, const CarryPolicy& policy) {
  if (!income || income->amount.is_negative()) return zero(income ? income->currency : Currency{});
  return {multiply(policy.tax_rate, income->amount, Round::half_even), income->currency};
}

PositionCarry before_financing(const PositionIncome& earned, const Held& held,
                               const CarryPolicy& policy) {
  PositionCarry one{.position = earned.position,
                    .id = earned.id,
                    .name = held.moves.name,
                    .value = held.value,
                    .income = earned.income,
                    .account_fee = fee_on(held.value, policy),
                    .tax = zero(held.value.currency),
                    .borrow_fee = earned.borrow_fee};
  if (earned.income) one.tax = tax_on(earned.income, policy);
  one.bound = bound_of({.income = !earned.income && !earned.is_short(),
                        .cost = !earned.borrow_fee || (!earned.income && earned.is_short())});
  return one;
}

Money known(const std::optional<Money>& money, Currency currency) {
  return money.value_or(zero(currency));
}

/// To each long position its part; nothing to anything where the financing is unknown.
void finance(Carry& made) {
  const Currency currency = made.currency;
  made.unattributed = zero(currency);
  if (!made.financing) return;
  std::vector<Money> weights;
  bool any = false;
  for (const PositionCarry& one : made.positions) {
    weights.push_back(one.value.amount.is_negative() ? zero(currency) : one.value);
    any = any || !weights.back().amount.is_zero();
  }
  std::vector<Money> parts(weights.size(), zero(currency));
  if (any) parts = pro_rata(*made.financing, weights);
  else made.unattributed = *made.financing;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    PositionCarry& one = made.positions[i];
    one.financing = parts[i];
    one.net = known(one.income, currency) - one.account_fee - one.tax -
              known(one.borrow_fee, currency) - parts[i];
  }
}

CarryPosed posed_of(const Carry& made) {
  return {.long_value = made.long_value,
          .debit = made.debits->debit,
          .income = made.income.long_income,
          .tax = made.tax,
          .costs = {.interest = *made.financing,
                    .account_fee = made.account_fee,
                    .borrow_fees = made.income.borrow_fees,
                    .substitute_payments = made.income.substitute_payments}};
}

/// What a year of the first dollar owed would cost, where its terms are known.
std::optional<double> first_rate(const Carry& made) {
  for (const CurrencyDebit& one : made.debits->currencies)
    if (one.debit.currency == made.currency && one.interest && one.interest->marginal)
      return to_double(one.interest->marginal->fraction) * days_a_year / one.basis;
  return std::nullopt;
}

void turn(Carry& made) {
  const char* no_income =
      made.in_pool
          ? "the pool file does not say what deposits earn; write interest, total_assets and "
            "total_liabilities of each bank"
          : "no income of what is held long is known; give a yield or dividends under "
            "market.quotes";
  const bool nothing_long = !(zero(made.currency) < made.long_value);
  if (made.income.nothing_known()) made.income_yield.missing = made.no_turns = no_income;
  else if (nothing_long) made.income_yield.missing = "not applicable: nothing is held long";
  else
    made.income_yield.value =
        to_double(made.income.long_income.amount) / to_double(made.long_value.amount);
  if (!made.financing) made.no_turns = made.financing_unknown->what;
  if (made.no_turns.empty())
    made.turns = breakevens(posed_of(made), made.terms.policy, first_rate(made));
}

void cut(Carry& made) {
  made.after_cut.income = made.income.after_cut;
  if (!made.turns) {
    made.after_cut.coverage.missing = made.no_turns;
    return;
  }
  Money tax = zero(made.currency);
  for (const PositionIncome& one : made.income.positions)
    if (one.after_cut) tax = tax + tax_on(one.after_cut, made.terms.policy);
  CarryPosed posed = posed_of(made);
  posed.income = made.income.after_cut;
  posed.tax = tax;
  made.after_cut.net =
      *made.net - (made.income.long_income - made.income.after_cut) + (made.tax - tax);
  made.after_cut.coverage = breakevens(posed, made.terms.policy, std::nullopt).coverage;
}

Figure on_equity(const Carry& made) {
  if (!made.net) return {.missing = made.financing_unknown->what};
  if (!(zero(made.currency) < *made.equity))
    return {.missing = "not applicable: equity is " + to_text(*made.equity) +
                       (made.equity->amount.is_negative() ? ", which is owed" : "")};
  return {.value = to_double(made.net->amount) / to_double(made.equity->amount)};
}

Result<void> owe(Carry& made, const Book& book) {
  Money cash = zero(made.currency);
  if (!book.pool) {
    if (!book.account.cash) {
      made.financing_unknown = cash_of(book.account, book.market).error();
      return {};
    }
    PLIMSOLL_TRY(booked, cash_of(book.account, book.market));
    cash = booked;
  }
  PLIMSOLL_TRY(debits, debits_of(book, made.terms.financing));
  made.equity = made.long_value + made.short_value + cash;
  made.financing = debits.cost_a_year;
  made.financing_unknown = debits.unknown;
  made.debits = std::move(debits);
  return {};
}

void sum(Carry& made) {
  const Income& income = made.income;
  made.income_bound = bound_of({.income = !income.without_income.empty()});
  made.bound =
      bound_of({.income = !income.without_income.empty(),
                .cost = !income.without_substitute.empty() || !income.without_borrow.empty()});
  if (!made.financing) return;
  made.net = income.long_income - income.substitute_payments - income.borrow_fees -
             made.account_fee - made.tax - *made.financing;
}

}  // namespace

std::string_view name_of(Bound bound) {
  switch (bound) {
    case Bound::exact:
      return "exact";
    case Bound::at_least:
      return "at_least";
    case Bound::at_most:
      return "at_most";
    case Bound::open:
      return "open";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::vector<Money> pro_rata(Money whole, const std::vector<Money>& weights) {
  Int128 all = 0;
  for (const Money& weight : weights) {
    PLIMSOLL_CHECK(!weight.amount.is_negative());
    all += weight.amount.nano();
  }
  PLIMSOLL_CHECK(0 < all);
  // A divisor has 64 bits: of more than 18 billion in all the last digits of the weights go.
  int shift = 0;
  while (static_cast<Int128>(std::numeric_limits<std::uint64_t>::max()) < (all >> shift)) ++shift;
  const auto divisor = static_cast<std::uint64_t>(all >> shift);
  std::vector<Money> parts;
  parts.reserve(weights.size());
  Money left = whole;
  for (const Money& weight : weights) {
    const Int128 part = multiply_divide(whole.amount.nano(), weight.amount.nano() >> shift, divisor,
                                        Round::toward_zero);
    parts.push_back({Decimal::from_nano(part), whole.currency});
    left = left - parts.back();
  }
  const auto largest = std::ranges::max_element(
      weights, [](const Money& a, const Money& b) { return a.amount < b.amount; });
  Money& last = parts[static_cast<std::size_t>(largest - weights.begin())];
  last = last + left;
  return parts;
}

Result<Carry> carry(const Book& book, const CarryTerms& terms) {
  const Account& account = book.account;
  // Betas are not used here: what moves a position is only its name.
  PLIMSOLL_TRY(held, holdings(account, book.market, DistancePolicy{}.default_beta));
  const Totals sums = totals(held, account.base);
  PLIMSOLL_TRY(earned, income(book, held,
                              {.dividend_cut = terms.policy.dividend_cut,
                               .total_returns = terms.total_returns}));
  PLIMSOLL_TRY(decay, time_decay(book));
  Carry made{.as_of = account.as_of,
             .currency = account.base,
             .terms = terms,
             .income = std::move(earned),
             .time_decay = std::move(decay),
             .long_value = sums.long_value,
             .short_value = sums.short_value,
             .in_pool = book.pool.has_value(),
             .account_fee = zero(account.base),
             .tax = zero(account.base)};
  for (std::size_t i = 0; i < held.size(); ++i) {
    made.positions.push_back(before_financing(made.income.positions[i], held[i], terms.policy));
    made.account_fee = made.account_fee + made.positions.back().account_fee;
    made.tax = made.tax + made.positions.back().tax;
  }
  PLIMSOLL_TRY_VOID(owe(made, book));
  finance(made);
  sum(made);
  made.net_on_equity = on_equity(made);
  turn(made);
  cut(made);
  return made;
}

}  // namespace plimsoll::strategy
