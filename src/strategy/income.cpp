#include "strategy/income.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include "market/fx.hpp"

namespace plimsoll::strategy {
namespace {

constexpr std::chrono::days horizon{365};

/// What may pay, and what a cut of dividends touches.
struct Pays {
  bool anything = false;
  bool dividends = false;  // not interest: may be cut, may be declared a share
};

Pays pays(const Instrument& instrument) {
  return std::visit(
      Match{[](const Stock&) { return Pays{true, true}; },
            [](const Fund& fund) { return Pays{true, fund.kind == FundKind::mutual}; },
            [](const Bond& bond) {
              const bool preferred = bond.kind == BondKind::convertible && !bond.maturity;
              return Pays{true, preferred};
            },
            [](const Token&) { return Pays{true, false}; }, [](const auto&) { return Pays{}; }},
      instrument);
}

Money part_of(double part, Money whole) {
  return {multiply(decimal_of(part), whole.amount, Round::half_even), whole.currency};
}

/// Those of the 365 days after the account's: that day's own belongs to who held the day before.
Result<std::vector<DeclaredPayment>> declared(const Position& position, const Quote& quote,
                                              const Book& book) {
  const Account& account = book.account;
  std::vector<DeclaredPayment> payments;
  const InstrumentId id = id_of(position.instrument);
  const Currency currency = currency_of(position.instrument, account.base);
  for (const Dividend& dividend : quote.dividends) {
    if (dividend.ex_date <= account.as_of || account.as_of + horizon < dividend.ex_date) continue;
    PLIMSOLL_TRY(amount, in_currency(Price{dividend.amount, currency} * position.quantity,
                                     account.base, book.market));
    payments.push_back({id, dividend.ex_date, amount});
  }
  return payments;
}

void split_capital(PositionIncome& one, const Profile* profile) {
  one.income = one.distribution;
  if (profile == nullptr) return;
  one.expense_ratio = profile->expense_ratio;
  // Who is short pays all of it, whatever it is called.
  if (!one.distribution || one.is_short() || !profile->return_of_capital_ratio) return;
  one.return_of_capital = part_of(*profile->return_of_capital_ratio, *one.distribution);
  one.income = *one.distribution - *one.return_of_capital;
}

void sustain(PositionIncome& one, const IncomeTerms& terms) {
  const auto total = terms.total_returns.find(one.id);
  if (!one.distribution || total == terms.total_returns.end() || one.is_short() ||
      one.value.amount.is_zero())
    return;
  one.sustainable_yield =
      std::min(to_double(one.distribution->amount) / to_double(one.value.amount), total->second);
}

/// A deposit earns its bank's rate; of a loan the interest is financing, and nothing else is owed.
PositionIncome in_pool(const Held& held, const Book& book) {
  PositionIncome one{.position = held.position,
                     .id = held.id,
                     .quantity = book.account.positions[held.position].quantity,
                     .value = held.value};
  one.borrow_fee = zero(book.account.base);
  if (one.is_short()) {
    one.from = IncomeFrom::nothing;
    one.distribution = zero(book.account.base);
    return one;
  }
  const auto bank = book.pool->find(held.id);
  if (bank == book.pool->end() || !bank->second.lending) return one;
  one.from = IncomeFrom::bank;
  one.distribution = Money{multiply(*bank->second.lending, held.value.amount, Round::toward_zero),
                           held.value.currency};
  return one;
}

PositionIncome income_of(const Held& held, const Account& account, const Quote& quote,
                         const std::vector<DeclaredPayment>& payments) {
  const Pays paid = pays(account.positions[held.position].instrument);
  PositionIncome one{.position = held.position,
                     .id = held.id,
                     .quantity = account.positions[held.position].quantity,
                     .value = held.value,
                     .declared = payments.size()};
  one.borrow_fee = zero(account.base);
  if (!paid.anything) {
    one.from = IncomeFrom::nothing;
    one.distribution = zero(account.base);
    return one;
  }
  if (quote.yield) {
    one.from = IncomeFrom::yield;
    one.distribution = part_of(*quote.yield, held.value);
  } else if (!payments.empty()) {
    one.from = IncomeFrom::declared;
    one.distribution = zero(account.base);
    for (const DeclaredPayment& payment : payments)
      one.distribution = *one.distribution + payment.amount;
  }
  if (!one.is_short()) return one;
  one.borrow_fee.reset();
  if (quote.borrow_rate) one.borrow_fee = part_of(*quote.borrow_rate, -held.value);
  return one;
}

void count(Income& sums, const PositionIncome& one) {
  if (one.borrow_fee) sums.borrow_fees = sums.borrow_fees + *one.borrow_fee;
  else sums.without_borrow.push_back(one.id);
  if (!one.income) {
    (one.is_short() ? sums.without_substitute : sums.without_income).push_back(one.id);
  } else if (one.is_short()) {
    sums.substitute_payments = sums.substitute_payments - *one.income;
  } else {
    sums.long_income = sums.long_income + *one.income;
    sums.distributions = sums.distributions + *one.distribution;
    sums.after_cut = sums.after_cut + *one.after_cut;
    if (one.return_of_capital)
      sums.return_of_capital = sums.return_of_capital + *one.return_of_capital;
  }
}

Date month_of(Date day) {
  const std::chrono::year_month_day date{day};
  return date.year() / date.month() / std::chrono::day{1};
}

std::vector<IncomeMonth> ladder_of(std::vector<DeclaredPayment> payments, Currency currency) {
  std::ranges::sort(payments, [](const DeclaredPayment& a, const DeclaredPayment& b) {
    return std::pair{a.ex_date, a.id.view()} < std::pair{b.ex_date, b.id.view()};
  });
  std::vector<IncomeMonth> months;
  for (const DeclaredPayment& payment : payments) {
    const Date first = month_of(payment.ex_date);
    if (months.empty() || months.back().first != first)
      months.push_back({.first = first, .amount = zero(currency)});
    months.back().amount = months.back().amount + payment.amount;
    months.back().payments.push_back(payment);
  }
  return months;
}

void put_in_order(std::vector<InstrumentId>& names) {
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace

bool Income::nothing_known() const {
  return !without_income.empty() && std::ranges::none_of(positions, [](const PositionIncome& one) {
    return !one.is_short() && one.income && one.from != IncomeFrom::nothing;
  });
}

Result<Income> income(const Book& book, const std::vector<Held>& held, const IncomeTerms& terms) {
  const Account& account = book.account;
  const Money none = zero(account.base);
  Income sums{.long_income = none,
              .distributions = none,
              .return_of_capital = none,
              .substitute_payments = none,
              .borrow_fees = none,
              .after_cut = none};
  const Decimal left = Decimal{1} - terms.dividend_cut;
  std::vector<DeclaredPayment> all;
  for (const Held& one : held) {
    static const Quote unquoted;
    const Position& position = account.positions[one.position];
    const Quote* quoted = book.market.find(one.id);
    const Quote& quote = quoted ? *quoted : unquoted;
    const bool cut = pays(position.instrument).dividends;
    std::vector<DeclaredPayment> payments;
    if (cut) {
      PLIMSOLL_TRY(coming, declared(position, quote, book));
      payments = std::move(coming);
    }
    PositionIncome found =
        book.pool ? in_pool(one, book) : income_of(one, account, quote, payments);
    const auto profile = account.profiles.find(one.id);
    split_capital(found, profile == account.profiles.end() ? nullptr : &profile->second);
    sustain(found, terms);
    found.after_cut = found.income;
    // What shorts owe is not made less by hoping that it is cut.
    if (cut && found.income && !found.is_short())
      found.after_cut->amount = multiply(left, found.income->amount, Round::half_even);
    count(sums, found);
    sums.positions.push_back(std::move(found));
    all.insert(all.end(), payments.begin(), payments.end());
  }
  sums.ladder = ladder_of(std::move(all), account.base);
  for (auto* names : {&sums.without_income, &sums.without_substitute, &sums.without_borrow})
    put_in_order(*names);
  return sums;
}

}  // namespace plimsoll::strategy
