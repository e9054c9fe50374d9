#include "apps/json/encode_rates.hpp"

#include "apps/json/write_ratios.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

using strategy::DebitRates;
using strategy::Rates;

void write_rate(Writer& out, std::string_view key, const std::optional<Decimal>& rate) {
  if (rate) write_number(out, key, *rate);
  else out.key(key).null();
}
void write_rate(Writer& out, std::string_view key, const std::optional<Percent>& rate) {
  write_rate(out, key, rate ? std::optional{rate->fraction} : std::nullopt);
}

void write_day(Writer& out, std::string_view key, const std::optional<Date>& day) {
  if (day) write_date(out, key, *day);
  else out.key(key).null();
}

/// Why something above is null; nothing where it is not.
void write_missing(Writer& out, std::string_view missing) {
  if (!missing.empty()) write_text(out, "missing", missing);
}

void write_schedule(Writer& out, const RateSchedule& schedule) {
  out.key("schedule").begin_object();
  write_text(out, "name", schedule.about.name);
  write_text(out, "title", schedule.about.title);
  write_text(out, "source", schedule.about.source);
  write_date(out, "retrieved", schedule.about.retrieved);
  write_date(out, "effective_from", schedule.about.effective_from);
  write_text(out, "grade", name_of(schedule.about.grade));
  write_text(out, "file", schedule.about.file);
  write_text(out, "benchmark", name_of(schedule.benchmark));
  write_text(out, "method", name_of(schedule.method));
  out.key("basis").whole(schedule.basis);
  out.end_object();
}

void write_inputs(Writer& out, const Rates& rates) {
  out.key("inputs").begin_object();
  write_date(out, "as_of", rates.as_of);
  write_text(out, "currency", rates.debit.currency.code());
  write_amount(out, "debit", rates.debit.amount);
  if (rates.exchange_rate) {
    write_text(out, "account_currency", rates.account_currency.code());
    write_number(out, "exchange_rate", *rates.exchange_rate);
  }
  out.key("other_debits").begin_array();
  for (const Money& other : rates.other_debits) {
    out.begin_object();
    write_text(out, "currency", other.currency.code());
    write_amount(out, "debit", other.amount);
    out.end_object();
  }
  out.end_array();
  if (rates.owed) {
    write_text(out, "charged_by", name_of(rates.owed->cost.by));
    write_schedule(out, rates.owed->cost.schedule);
    write_number(out, "base_rate", rates.owed->cost.base);
    write_amount(out, "income_a_year", rates.owed->income_a_year);
    if (rates.owed->costs_a_year)
      write_amount(out, "costs_a_year", rates.owed->costs_a_year->amount);
    write_text(out, "interest_posted", "paid_in_cash");
  }
  out.key("without_income").begin_array();
  for (const InstrumentId& id : rates.without_income) out.text(id.view());
  out.end_array().end_object();
}

/// Members of the open object.
void write_cost(Writer& out, const strategy::DebitCost& cost) {
  const strategy::Interest& interest = cost.interest;
  write_amount(out, "interest_a_day", interest.a_day.amount);
  write_amount(out, "interest_a_month", cost.a_month.amount);
  write_amount(out, "interest_a_year", interest.a_year.amount);
  write_rate(out, "effective_rate", interest.effective);
  write_rate(out, "marginal_rate", interest.marginal);
  write_number(out, "yearly_rate", cost.yearly_rate);
  write_tiers(out, interest);
  write_amount(out, "to_next_tier", interest.to_next_tier);
  write_amount(out, "to_lower_tier", interest.to_lower_tier);
  out.key("cheaper_debit");
  if (const auto& cheaper = interest.cheaper) {
    out.begin_object();
    write_amount(out, "debit", cheaper->debit.amount);
    write_amount(out, "more", cheaper->more.amount);
    write_amount(out, "saves_a_year", cheaper->saves_a_year.amount);
    write_amount(out, "cheaper_above", cheaper->cheaper_above.amount);
    out.end_object();
  } else {
    out.null();
  }
  out.key("per_basis_point").begin_object();
  write_amount(out, "held", cost.per_basis_point.amount);
  write_amount(out, "accrued", cost.per_basis_point_accrued);
  write_missing(out, cost.no_accrued);
  out.end_object();
}

void write_check(Writer& out, const strategy::CheckedRate& checked) {
  const strategy::RateCheck none;
  const strategy::RateCheck& check = checked.check ? *checked.check : none;
  out.key("check").begin_object();
  write_rate(out, "paid", check.paid);
  write_rate(out, "published", check.published);
  write_rate(out, "deviation_bp", check.deviation_bp);
  write_ratio(out, "percentile", check.percentile);
  out.key("other_brokers").begin_array();
  for (const Percent other : checked.others) out.number_text(to_text(other.fraction, 0));
  out.end_array();
  write_missing(out, checked.missing);
  out.key("remarks").begin_array();
  for (const strategy::RateRemark& remark : check.remarks) {
    out.begin_object();
    write_text(out, "finding", name_of(remark.finding));
    write_text(out, "severity", name_of(remark.severity));
    write_text(out, "text", remark.text);
    out.end_object();
  }
  out.end_array().end_object();
}

void write_months(Writer& out, const std::vector<strategy::ScenarioMonth>& months) {
  out.key("by_month").begin_array();
  for (const strategy::ScenarioMonth& month : months) {
    out.begin_object();
    write_date(out, "first", month.first);
    write_number(out, "base_rate", month.base);
    write_amount(out, "interest", month.interest.amount);
    write_amount(out, "interest_a_year", month.interest_a_year.amount);
    write_amount(out, "carry_a_year", month.carry_a_year);
    write_ratio(out, "coverage", month.coverage);
    out.end_object();
  }
  out.end_array();
}

void write_scenario(Writer& out, const strategy::RateScenarioRun& run) {
  const strategy::ScenarioCost& cost = run.cost;
  out.begin_object();
  write_text(out, "name", cost.name);
  write_text(out, "kind", name_of(run.kind));
  out.key("months").whole(static_cast<std::int64_t>(cost.months.size()));
  write_amount(out, "interest", cost.interest.amount);
  write_amount(out, "income", cost.income);
  write_amount(out, "peak_a_year", cost.peak_a_year.amount);
  write_ratio(out, "coverage_at_end", run.coverage_at_end);
  out.key("carry_flip");
  if (cost.flip) {
    out.begin_object();
    write_date(out, "date", cost.flip->day);
    out.key("months").whole(cost.flip->months);
    out.end_object();
  } else {
    out.null();
  }
  write_day(out, "reassess", run.reassess);
  // Of the others every month is the same but for its days.
  if (run.kind == strategy::ScenarioKind::path) write_months(out, cost.months);
  out.end_object();
}

void write_grid(Writer& out, const DebitRates& owed) {
  out.key("grid").begin_array();
  for (const strategy::JointCell& cell : owed.grid) {
    out.begin_object();
    write_number(out, "rate_shift", cell.rate_shift);
    write_ratio(out, "price_move", cell.price_move);
    write_number(out, "dividend_cut", cell.dividend_cut.fraction);
    write_amount(out, "interest_a_year", cell.interest_a_year.amount);
    write_amount(out, "income_a_year", cell.income_a_year);
    write_amount(out, "carry_a_year", cell.carry_a_year);
    write_ratio(out, "coverage", cell.coverage);
    write_amount(out, "excess", cell.excess);
    write_amount(out, "excess_in_a_year", cell.excess_in_a_year);
    out.end_object();
  }
  out.end_array();
  if (!owed.no_excess.empty()) write_text(out, "grid_without_excess", owed.no_excess);
}

void write_pay_down(Writer& out, const strategy::PayDownTried& one) {
  out.begin_object();
  write_text(out, "to", name_of(one.to));
  write_amount(out, "amount", one.amount.amount);
  if (one.done) {
    write_amount(out, "debit", one.done->debit.amount);
    write_amount(out, "saves_a_year", one.done->saves_a_year.amount);
    write_amount(out, "residual_per_basis_point", one.done->residual_per_basis_point.amount);
  }
  write_missing(out, one.missing);
  out.end_object();
}

void write_hedges(Writer& out, const strategy::RateHedges& hedges) {
  out.key("hedges").begin_object();
  out.key("pay_down").begin_array();
  for (const strategy::PayDownTried& one : hedges.pay_down) write_pay_down(out, one);
  out.end_array();
  out.key("futures").begin_object();
  write_text(out, "future", hedges.future.name);
  write_amount(out, "future_per_basis_point", hedges.future.per_basis_point);
  write_number(out, "years", hedges.years);
  if (hedges.futures) {
    write_number(out, "contracts_exact", hedges.futures->exact);
    out.key("contracts").whole(hedges.futures->contracts);
    write_amount(out, "per_basis_point", hedges.futures->per_basis_point.amount);
    write_amount(out, "residual_per_basis_point", hedges.futures->residual_per_basis_point.amount);
  }
  write_missing(out, hedges.no_futures);
  out.end_object();
  out.key("box").begin_object();
  write_number(out, "cheaper_below", hedges.box_cheaper_below);
  write_text(out, "needs", hedges.box_needs);
  out.end_object().end_object();
}

void write_event(Writer& out, const strategy::RateEvent& event) {
  out.begin_object();
  write_text(out, "trigger", name_of(event.trigger));
  write_text(out, "state", name_of(event.state));
  write_ratio(out, "threshold", event.threshold);
  write_ratio(out, "value", event.value);
  write_rate(out, "rate_at", event.rate_at);
  write_rate(out, "rise_left", event.rise_left);
  write_missing(out, event.missing);
  out.end_object();
}

/// Members of the open object.
void write_owed(Writer& out, const DebitRates& owed) {
  write_cost(out, owed.cost);
  write_check(out, owed.checked);
  out.key("scenarios").begin_array();
  for (const strategy::RateScenarioRun& run : owed.scenarios) write_scenario(out, run);
  out.end_array();
  write_grid(out, owed);
  write_hedges(out, owed.hedges);
  out.key("triggers").begin_array();
  for (const strategy::RateEvent& event : owed.events) write_event(out, event);
  out.end_array();
}

void write_bond(Writer& out, const strategy::BondDuration& bond) {
  out.begin_object();
  write_text(out, "symbol", bond.id.view());
  write_amount(out, "value", bond.value.amount);
  write_day(out, "maturity", bond.maturity);
  write_ratio(out, "years", bond.years);
  write_ratio(out, "modified_duration", bond.modified);
  if (bond.modified) write_text(out, "from", name_of(bond.from));
  write_amount(out, "per_basis_point", bond.per_basis_point);
  write_missing(out, bond.missing);
  out.end_object();
}

}  // namespace

void write_rates(Writer& out, const Rates& rates) {
  out.begin_object();
  write_inputs(out, rates);
  out.key("applicable").boolean(rates.owed.has_value());
  if (rates.owed) write_owed(out, *rates.owed);
  else write_text(out, "not_applicable", rates.not_applicable);
  out.key("bonds").begin_array();
  for (const strategy::BondDuration& bond : rates.bonds) write_bond(out, bond);
  out.end_array().end_object();
}

}  // namespace plimsoll::json
