#include "strategy/debit.hpp"

#include <algorithm>
#include <map>

#include "market/fx.hpp"

namespace plimsoll::strategy {
namespace {

constexpr int plain_year = 365;

struct Booked {
  Decimal cash = {}, held_apart = {};
};
using ByCurrency = std::map<Currency, Booked>;

/// Whether what a short sale of it brings is held against it: the premium of an option is not.
bool is_borrowed(const Instrument& instrument) {
  return std::holds_alternative<Stock>(instrument) || std::holds_alternative<Fund>(instrument) ||
         std::holds_alternative<Bond>(instrument);
}

/// In its own currency, above zero.
Result<Money> short_value(const Position& position, const Book& book) {
  PLIMSOLL_TRY(price, book.market.price(id_of(position.instrument)));
  const Currency currency = currency_of(position.instrument, book.account.base);
  Money value = Price{price, currency} * -position.quantity;
  const auto* bond = std::get_if<Bond>(&position.instrument);
  if (bond && !(bond->kind == BondKind::convertible && !bond->maturity))
    value.amount = divide(value.amount, Decimal{100}, Round::half_even);
  return value;
}

Result<ByCurrency> booked(const Book& book, ShortProceeds proceeds) {
  const Account& account = book.account;
  if (!account.cash)
    return fail(Reason::bad_input, "cash is not known, and so not what is owed; give it under cash",
                account.id);
  ByCurrency by{{account.base, {}}};
  for (const Money& one : *account.cash) by[one.currency].cash += one.amount;
  if (proceeds == ShortProceeds::reduce_debit) return by;
  for (const Position& position : account.positions) {
    if (!position.quantity.is_negative() || !is_borrowed(position.instrument)) continue;
    PLIMSOLL_TRY(value, short_value(position, book));
    by[value.currency].held_apart += value.amount;
  }
  return by;
}

/// Whether something is said of debits in other currencies, which is to stay.
enum class Beside : std::uint8_t { none, others };

Error not_said(Money debit, Beside beside) {
  if (beside == Beside::others)
    return {Reason::missing_price,
            "what the debit of " + to_text(debit) +
                " is charged is not said; add \"by_currency\": "
                "{\"" +
                std::string{debit.currency.code()} +
                "\": {\"rate\": 0.06}} to the account's financing for 6 %, or {\"schedule\": "
                "\"NAME\"} there with a schedule of that currency",
            "financing.by_currency"};
  return {Reason::missing_price,
          "what the debit of " + to_text(debit) +
              " is charged is not said; add \"financing\": {\"schedule\": \"ibkr-pro-usd\", "
              "\"benchmark_rate\": 0.0363} to the account, with a schedule of that currency, or "
              "{\"rate\": 0.06} for 6 % on all of it",
          "financing"};
}

struct Charged {
  RateSchedule schedule = {};
  Decimal base = {};
  bool by_schedule = true;
};

/// The agreed rate, on the basis of a schedule of this currency where there is one.
Charged agreed(Decimal rate, const RateSchedule* schedule, Currency currency) {
  if (schedule) return {flat_at(rate, *schedule), rate, true};
  RateSchedule plain;
  plain.about.title = "the rate agreed";
  plain.currency = currency;
  plain.basis = plain_year;
  return {flat_at(rate, plain), rate, false};
}

Result<Charged> charged_in(const FinancingTerms& terms, Money debit) {
  const Currency currency = debit.currency;
  for (const DebitTerms& other : terms.others) {
    if (other.currency != currency) continue;
    if (other.financing.rate)
      return agreed(*other.financing.rate, other.schedule ? &*other.schedule : nullptr, currency);
    if (!other.schedule) return std::unexpected{not_said(debit, Beside::others)};
    PLIMSOLL_TRY(base, base_of(*other.schedule, other.financing));
    return Charged{*other.schedule, base, true};
  }
  const bool fits = terms.schedule && terms.schedule->currency == currency;
  const RateSchedule* schedule = fits ? &*terms.schedule : nullptr;
  if (terms.financing.rate) return agreed(*terms.financing.rate, schedule, currency);
  if (schedule == nullptr)
    return std::unexpected{not_said(debit, terms.schedule ? Beside::others : Beside::none)};
  PLIMSOLL_TRY(base, base_of(*schedule, terms.financing));
  return Charged{*schedule, base, true};
}

void charge(CurrencyDebit& one, const FinancingTerms& terms) {
  const auto charged = charged_in(terms, one.debit);
  if (!charged) {
    one.unknown = charged.error();
    return;
  }
  one.basis = charged->schedule.basis;
  if (charged->by_schedule) one.schedule = charged->schedule.about.name;
  const auto at = interest(charged->schedule, charged->base, one.debit);
  if (at) one.interest = *at;
  else one.unknown = at.error();
}

Result<CurrencyDebit> debit_in(Currency currency, const Booked& of, const Book& book,
                               const FinancingTerms& terms) {
  CurrencyDebit one{.cash = {of.cash, currency}, .held_apart = {of.held_apart, currency}};
  one.debit = {std::max(of.held_apart - of.cash, Decimal{}), currency};
  one.credit = {std::max(of.cash - of.held_apart, Decimal{}), currency};
  charge(one, terms);
  PLIMSOLL_TRY(in_base, in_currency(one.debit, book.account.base, book.market));
  one.in_base = in_base;
  if (one.debit.amount.is_zero()) {
    one.cost_a_year = zero(book.account.base);
  } else if (one.interest) {
    PLIMSOLL_TRY(cost, in_currency(one.interest->a_year, book.account.base, book.market));
    one.cost_a_year = cost;
  }
  return one;
}

Result<Loan> loan_of(const Position& position, const Book& book, const FinancingTerms& terms) {
  Loan one{.bank = id_of(position.instrument), .tokens = -position.quantity};
  PLIMSOLL_TRY(price, book.market.price(one.bank));
  one.debit = Price{price, book.account.base} * one.tokens;
  const auto bank = book.pool->find(one.bank);
  if (terms.financing.rate) {
    one.rate = *terms.financing.rate;
  } else if (bank == book.pool->end() || !bank->second.borrowing) {
    one.unknown =
        Error{Reason::missing_price,
              "the pool file does not say what borrowing " + std::string{one.bank.view()} +
                  " costs; write interest, total_assets and total_liabilities of its bank, or what "
                  "all that is borrowed is charged: \"financing\": {\"rate\": 0.06}",
              bank == book.pool->end() ? "" : bank->second.borrowing.error().where};
    return one;
  } else {
    one.rate = *bank->second.borrowing;
  }
  one.cost_a_year =
      Money{multiply(*one.rate, one.debit.amount, Round::away_from_zero), one.debit.currency};
  return one;
}

void add(Debits& all, const std::optional<Money>& cost, const std::optional<Error>& unknown) {
  if (!cost) {
    if (!all.unknown) all.unknown = unknown;
    all.cost_a_year.reset();
  } else if (all.cost_a_year) {
    all.cost_a_year = *all.cost_a_year + *cost;
  }
}

Result<Debits> borrowed(const Book& book, const FinancingTerms& terms) {
  Debits all{.debit = zero(book.account.base), .cost_a_year = zero(book.account.base)};
  for (const Position& position : book.account.positions) {
    if (!position.quantity.is_negative()) continue;
    PLIMSOLL_TRY(one, loan_of(position, book, terms));
    all.debit = all.debit + one.debit;
    add(all, one.cost_a_year, one.unknown);
    all.loans.push_back(std::move(one));
  }
  return all;
}

}  // namespace

Result<Debits> debits_of(const Book& book, const FinancingTerms& terms) {
  if (book.pool) return borrowed(book, terms);
  PLIMSOLL_TRY(by, booked(book, terms.short_proceeds));
  Debits all{.debit = zero(book.account.base), .cost_a_year = zero(book.account.base)};
  for (const auto& [currency, of] : by) {
    PLIMSOLL_TRY(one, debit_in(currency, of, book, terms));
    all.debit = all.debit + one.in_base;
    add(all, one.cost_a_year, one.unknown);
    all.currencies.push_back(std::move(one));
  }
  return all;
}

}  // namespace plimsoll::strategy
