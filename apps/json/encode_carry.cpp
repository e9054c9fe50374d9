#include "apps/json/encode_carry.hpp"

#include "apps/json/write_ratios.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

using strategy::Breakevens;
using strategy::Carry;
using strategy::Figure;

std::string_view word_of(strategy::IncomeFrom from) {
  switch (from) {
    case strategy::IncomeFrom::yield:
      return "yield";
    case strategy::IncomeFrom::declared:
      return "declared";
    case strategy::IncomeFrom::nothing:
      return "nothing";
    case strategy::IncomeFrom::bank:
      return "bank";
    case strategy::IncomeFrom::unknown:
      return "unknown";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

void write_percent(Writer& out, std::string_view key, const std::optional<Percent>& percent) {
  if (percent) write_number(out, key, percent->fraction);
  else out.key(key).null();
}

void write_ids(Writer& out, std::string_view key, const std::vector<InstrumentId>& ids) {
  out.key(key).begin_array();
  for (const InstrumentId& id : ids) out.text(id.view());
  out.end_array();
}

void write_debit(Writer& out, const strategy::CurrencyDebit& one) {
  out.begin_object();
  write_text(out, "currency", one.debit.currency.code());
  write_amount(out, "cash", one.cash.amount);
  write_amount(out, "held_apart", one.held_apart.amount);
  write_amount(out, "debit", one.debit.amount);
  write_amount(out, "credit", one.credit.amount);
  out.key("schedule");
  if (one.schedule.empty()) out.null();
  else out.text(one.schedule);
  if (one.interest) {
    out.key("basis").whole(one.basis);
    write_number(out, "base_rate", one.interest->base);
    write_percent(out, "effective_rate", one.interest->effective);
    write_percent(out, "marginal_rate", one.interest->marginal);
    write_amount(out, "interest_a_day", one.interest->a_day.amount);
    write_amount(out, "interest_a_year", one.interest->a_year.amount);
    write_tiers(out, *one.interest);
  }
  if (one.unknown && !one.debit.amount.is_zero()) {
    out.key("unknown");
    write_error(out, *one.unknown);
  }
  out.end_object();
}

void write_loan(Writer& out, const strategy::Loan& one) {
  out.begin_object();
  write_text(out, "bank", one.bank.view());
  write_text(out, "tokens", to_text(one.tokens));
  write_amount(out, "debit", one.debit.amount);
  out.key("rate");
  if (one.rate) out.number_text(to_text(*one.rate, 0));
  else out.null();
  write_amount(out, "interest_a_year", one.cost_a_year);
  if (one.unknown) {
    out.key("unknown");
    write_error(out, *one.unknown);
  }
  out.end_object();
}

void write_inputs(Writer& out, const Carry& carry) {
  const strategy::CarryPolicy& policy = carry.terms.policy;
  out.key("inputs").begin_object();
  write_date(out, "as_of", carry.as_of);
  write_text(out, "currency", carry.currency.code());
  write_amount(out, "long_value", carry.long_value.amount);
  write_amount(out, "short_value", carry.short_value.amount);
  write_amount(out, "equity", carry.equity);
  write_amount(out, "debit", carry.debits ? std::optional{carry.debits->debit} : std::nullopt);
  out.key("debits").begin_array();
  if (carry.debits)
    for (const strategy::CurrencyDebit& one : carry.debits->currencies) write_debit(out, one);
  out.end_array();
  if (carry.debits && !carry.debits->loans.empty()) {
    out.key("loans").begin_array();
    for (const strategy::Loan& one : carry.debits->loans) write_loan(out, one);
    out.end_array();
  }
  write_number(out, "tax_rate", policy.tax_rate);
  write_number(out, "account_fee_rate", policy.account_fee_rate);
  write_number(out, "dividend_cut", policy.dividend_cut);
  write_ratio(out, "safety_multiple", policy.safety_multiple);
  write_ratio(out, "warn_distance", policy.warn_distance);
  write_ratio(out, "critical_distance", policy.critical_distance);
  write_ratio(out, "breach_distance", policy.breach_distance);
  out.end_object();
}

void write_sums(Writer& out, const Carry& carry) {
  const strategy::Income& income = carry.income;
  write_amount(out, "net", carry.net);
  write_text(out, "bound", name_of(carry.bound));
  write_ratio(out, "net_on_equity", carry.net_on_equity.value);
  write_amount(out, "income", income.long_income.amount);
  write_text(out, "income_bound", name_of(carry.income_bound));
  write_amount(out, "distributions", income.distributions.amount);
  write_amount(out, "return_of_capital", income.return_of_capital.amount);
  write_amount(out, "financing", carry.financing);
  write_amount(out, "borrow_fees", income.borrow_fees.amount);
  write_amount(out, "substitute_payments", income.substitute_payments.amount);
  write_amount(out, "account_fee", carry.account_fee.amount);
  write_amount(out, "tax", carry.tax.amount);
  write_amount(out, "unattributed", carry.unattributed.amount);
}

struct NamedFigure {
  std::string_view key;
  Figure Breakevens::* figure;
};
constexpr NamedFigure figures[] = {{"financed_share", &Breakevens::financed},
                                   {"rate", &Breakevens::rate},
                                   {"breakeven_yield", &Breakevens::breakeven_yield},
                                   {"breakeven_rate", &Breakevens::breakeven_rate},
                                   {"breakeven_return", &Breakevens::breakeven_return},
                                   {"coverage", &Breakevens::coverage},
                                   {"distance_to_breakeven", &Breakevens::distance}};

void write_breakevens(Writer& out, const std::optional<Breakevens>& turns) {
  for (const auto& [key, figure] : figures)
    write_ratio(out, key, turns ? ((*turns).*figure).value : std::nullopt);
  out.key("alert");
  if (turns && turns->alert) out.text(name_of(*turns->alert));
  else out.null();
  write_amount(out, "self_sustaining_debit", turns ? turns->self_sustaining_debit : std::nullopt);
}

void write_reason(Writer& out, std::string_view member, const std::string& what) {
  if (what.empty()) return;
  out.begin_object();
  write_text(out, "member", member);
  write_text(out, "what", what);
  out.end_object();
}

/// Why a member is null.
void write_not_known(Writer& out, const Carry& carry) {
  out.key("not_known").begin_array();
  if (carry.financing_unknown) write_reason(out, "net", carry.financing_unknown->what);
  write_reason(out, "net_on_equity", carry.net_on_equity.missing);
  write_reason(out, "yield", carry.income_yield.missing);
  for (const auto& [key, figure] : figures)
    write_reason(out, key, carry.turns ? ((*carry.turns).*figure).missing : carry.no_turns);
  write_reason(out, "self_sustaining_debit",
               carry.turns ? carry.turns->no_self_sustaining_debit : carry.no_turns);
  if (carry.debits)
    for (const strategy::CurrencyDebit& one : carry.debits->currencies)
      if (!one.credit.amount.is_zero())
        write_reason(out, "interest on cash in " + std::string{one.credit.currency.code()},
                     "no rate is quoted for it; it is not in net");
  for (const strategy::PositionIncome& one : carry.income.positions)
    if (one.distribution && !one.is_short() && one.from != strategy::IncomeFrom::nothing &&
        !one.sustainable_yield)
      write_reason(out, "sustainable_yield of " + std::string{one.id.view()},
                   "its total return of the last year is not known");
  out.end_array();
}

void write_after_cut(Writer& out, const strategy::CarryAfterCut& cut) {
  out.key("after_cut").begin_object();
  write_amount(out, "income", cut.income.amount);
  write_amount(out, "net", cut.net);
  write_ratio(out, "coverage", cut.coverage.value);
  out.end_object();
}

void write_positions(Writer& out, const Carry& carry) {
  out.key("positions").begin_array();
  for (std::size_t i = 0; i < carry.positions.size(); ++i) {
    const strategy::PositionCarry& one = carry.positions[i];
    const strategy::PositionIncome& income = carry.income.positions[i];
    out.begin_object();
    write_text(out, "symbol", one.id.view());
    write_amount(out, "value", one.value.amount);
    write_text(out, "income_from", word_of(income.from));
    out.key("declared_dividends").whole(static_cast<std::int64_t>(income.declared));
    write_amount(out, "distribution", income.distribution);
    write_amount(out, "return_of_capital", income.return_of_capital);
    write_amount(out, "income", one.income);
    write_amount(out, "financing", one.financing);
    write_amount(out, "borrow_fee", one.borrow_fee);
    write_amount(out, "account_fee", one.account_fee.amount);
    write_amount(out, "tax", one.tax.amount);
    write_amount(out, "net", one.net);
    write_text(out, "bound", name_of(one.bound));
    write_ratio(out, "sustainable_yield", income.sustainable_yield);
    write_ratio(out, "expense_ratio", income.expense_ratio);
    out.end_object();
  }
  out.end_array();
}

void write_ladder(Writer& out, const std::vector<strategy::IncomeMonth>& ladder) {
  out.key("ladder").begin_array();
  for (const strategy::IncomeMonth& month : ladder) {
    out.begin_object();
    write_text(out, "month", to_text(month.first).substr(0, 7));
    write_amount(out, "amount", month.amount.amount);
    out.key("payments").begin_array();
    for (const strategy::DeclaredPayment& one : month.payments) {
      out.begin_object();
      write_text(out, "symbol", one.id.view());
      write_date(out, "ex_date", one.ex_date);
      write_amount(out, "amount", one.amount.amount);
      out.end_object();
    }
    out.end_array().end_object();
  }
  out.end_array();
}

void write_decay(Writer& out, const strategy::TimeDecay& decay) {
  out.key("time_decay").begin_object();
  write_amount(out, "a_day", decay.a_day.amount);
  out.key("options").begin_array();
  for (const strategy::OptionDecay& one : decay.options) {
    out.begin_object();
    write_text(out, "symbol", one.id.view());
    write_amount(out, "a_day", one.a_day.amount);
    write_ratio(out, "volatility", one.volatility);
    out.end_object();
  }
  out.end_array();
  out.key("unknown").begin_array();
  for (const Error& error : decay.unknown) write_error(out, error);
  out.end_array().end_object();
}

}  // namespace

void write_carry(Writer& out, const Carry& carry) {
  out.begin_object();
  write_inputs(out, carry);
  write_sums(out, carry);
  write_ratio(out, "yield", carry.income_yield.value);
  write_breakevens(out, carry.turns);
  write_not_known(out, carry);
  write_after_cut(out, carry.after_cut);
  write_positions(out, carry);
  out.key("without").begin_object();
  write_ids(out, "income", carry.income.without_income);
  write_ids(out, "substitute_payments", carry.income.without_substitute);
  write_ids(out, "borrow_fees", carry.income.without_borrow);
  out.end_object();
  write_ladder(out, carry.income.ladder);
  write_decay(out, carry.time_decay);
  out.end_object();
}

}  // namespace plimsoll::json
