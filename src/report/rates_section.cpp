#include "report/rates_section.hpp"

#include "report/figures.hpp"
#include "report/legs.hpp"
#include "report/ratios.hpp"
#include "report/sums.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

using strategy::DebitRates;
using strategy::Rates;

constexpr std::string_view nothing = "-";

/// "8.365%": to a thousandth of a per cent, away from zero.
std::string rate_text(Decimal fraction) {
  constexpr Int128 thousandth = 10'000;  // of a per cent, in billionths
  return to_text(Percent{
      Decimal::from_nano(divide(fraction.nano(), thousandth, Round::away_from_zero) * thousandth)});
}
std::string rate_text(const std::optional<Percent>& rate) {
  return rate ? rate_text(rate->fraction) : "not said";
}
std::string signed_rate(Decimal fraction) {
  return (fraction.is_negative() || fraction.is_zero() ? "" : "+") + rate_text(fraction);
}

std::string cost_text(const std::optional<Money>& cost) {
  return cost ? requirement_text(*cost) : std::string{nothing};
}
std::string carry_text(const std::optional<Money>& carry) {
  return carry ? excess_text(*carry) : std::string{nothing};
}

std::string sums_of(const DebitRates& owed, const Paper& paper) {
  const strategy::DebitCost& cost = owed.cost;
  const strategy::Interest& interest = cost.interest;
  const auto coverage = owed.scenarios.front().coverage_at_end;
  std::vector<SumsLine> lines{
      {"debit", requirement_text(interest.debit), "rate", rate_text(interest.effective)},
      {"interest a day", requirement_text(interest.a_day), "of the next dollar",
       rate_text(interest.marginal)},
      {"interest a month", requirement_text(cost.a_month), "a basis point more, a year",
       requirement_text(cost.per_basis_point)},
      {"interest a year", requirement_text(interest.a_year), "with interest added",
       cost_text(cost.per_basis_point_accrued)},
      {"income a year",
       owed.income_a_year ? excess_text(*owed.income_a_year) : std::string{"not known"},
       "income / interest", known(coverage, times_text, std::string{nothing})}};
  if (owed.costs_a_year && !owed.costs_a_year->amount.is_zero())
    lines.push_back({"borrowing, dividends owed, fees, tax", requirement_text(*owed.costs_a_year)});
  return sums_text(lines, paper);
}

std::string schedule_of(const DebitRates& owed) {
  const RateSchedule& schedule = owed.cost.schedule;
  if (owed.cost.by == strategy::ChargedBy::agreed_rate)
    return "charged " + rate_text(owed.cost.base) + " as agreed, on a year of " +
           std::to_string(schedule.basis) + " days";
  std::string text = "charged by " + schedule.about.name + " (" + schedule.about.title + "), " +
                     (schedule.method == RateMethod::flat ? "all at the rate of its tier"
                                                          : "each part at the rate of its tier") +
                     ", on a base of " + rate_text(owed.cost.interest.base) + " and a year of " +
                     std::to_string(schedule.basis) + " days; in force since " +
                     to_text(schedule.about.effective_from) + ", retrieved on " +
                     to_text(schedule.about.retrieved);
  if (!schedule.about.source.empty()) text += " from " + schedule.about.source;
  return text;
}

void add_tier_remarks(std::vector<std::string>& lines, const strategy::Interest& interest) {
  if (interest.to_next_tier)
    lines.push_back("the next tier begins " + equity_text(*interest.to_next_tier) + " higher");
  if (const auto& cheaper = interest.cheaper)
    lines.push_back("a debit of " + equity_text(cheaper->debit) + ", " +
                    requirement_text(cheaper->more) + " more, costs " +
                    equity_text(cheaper->saves_a_year) + " a year less");
}

/// What other schedules would charge.
std::string others_of(const strategy::CheckedRate& checked) {
  const std::string least = rate_text(checked.others.front().fraction);
  if (checked.others.size() == 1) return "1 other schedule would charge " + least;
  return std::to_string(checked.others.size()) + " other schedules would charge " + least + " to " +
         rate_text(checked.others.back().fraction) + "; " +
         distance_text(*checked.check->percentile) + " of them less than this";
}

void add_check_remarks(std::vector<std::string>& lines, const strategy::CheckedRate& checked) {
  if (!checked.missing.empty())
    lines.push_back("the rate is not held against its table: " + checked.missing);
  if (!checked.check) return;
  for (const strategy::RateRemark& remark : checked.check->remarks) lines.push_back(remark.text);
  if (checked.check->percentile) lines.push_back(others_of(checked));
}

std::string remarks_of(const Rates& rates, const Paper& paper) {
  const DebitRates& owed = *rates.owed;
  std::vector<std::string> lines{schedule_of(owed)};
  if (const auto& rate = rates.exchange_rate) {
    const auto told = [&](Money money) {
      return equity_text(money) + " " + std::string{money.currency.code()};
    };
    const auto in_accounts = [&](Money money) {
      return Money{multiply(money.amount, *rate, Round::half_even), rates.account_currency};
    };
    const Money debit = rates.debit, a_year = owed.cost.interest.a_year;
    lines.push_back("all of this is in " + std::string{debit.currency.code()} +
                    ", the debit's own currency: " + told(debit) + " are " +
                    told(in_accounts(debit)) + ", and " + told(a_year) + " of interest a year " +
                    told(in_accounts(a_year)));
  }
  add_tier_remarks(lines, owed.cost.interest);
  add_check_remarks(lines, owed.checked);
  if (!owed.cost.no_accrued.empty())
    lines.push_back("a basis point with interest added: " + owed.cost.no_accrued);
  if (!rates.without_income.empty()) {
    std::string names;
    for (const InstrumentId& id : rates.without_income)
      names += (names.empty() ? "" : ", ") + spoken(id);
    lines.push_back("the income leaves out what nothing is quoted of: " + names);
  }
  for (const Money& other : rates.other_debits)
    lines.push_back(exact_text(other) + " " + std::string{other.currency.code()} +
                    " is owed besides, and charged apart");
  std::string out;
  for (const std::string& line : lines) out += item("  - ", printable(line), paper);
  return out;
}

std::string tiers_table(const strategy::Interest& interest, const Paper& paper) {
  if (interest.tiers.size() < 2) return "";
  Table table{.columns = {{"of the debit", Align::right},
                          {"from", Align::right},
                          {"up to", Align::right},
                          {"rate", Align::right},
                          {"a day", Align::right}},
              .rows = {}};
  for (const strategy::InterestTier& tier : interest.tiers)
    table.rows.push_back({.cells = {equity_text(tier.amount), equity_text(tier.from),
                                    tier.up_to ? equity_text(*tier.up_to) : std::string{nothing},
                                    rate_text(tier.rate.fraction), requirement_text(tier.a_day)}});
  return "\n" + table_text(table, paper);
}

std::string scenarios_table(const DebitRates& owed, const Paper& paper) {
  Table table{.columns = {{"were rates to go"},
                          {"months", Align::right},
                          {"interest", Align::right},
                          {"peak a year", Align::right},
                          {"income / interest", Align::right},
                          {"carry turns", Align::right},
                          {"decide again", Align::right}},
              .rows = {}};
  for (const strategy::RateScenarioRun& run : owed.scenarios) {
    const strategy::ScenarioCost& cost = run.cost;
    table.rows.push_back(
        {.cells = {printable(cost.name), std::to_string(cost.months.size()),
                   requirement_text(cost.interest), requirement_text(cost.peak_a_year),
                   known(run.coverage_at_end, times_text, std::string{nothing}),
                   cost.flip ? to_text(cost.flip->day) : std::string{nothing},
                   run.reassess ? to_text(*run.reassess) : std::string{nothing}},
         .emphasis = cost.flip ? Emphasis::warning : Emphasis::none});
  }
  return "\n" + table_text(table, paper) +
         item("  - ", "the debit is held as it is; income / interest as of the last day", paper);
}

/// One row for each shift and cut; the moves beside each other.
std::string grid_table(const DebitRates& owed, const Paper& paper) {
  if (owed.grid.empty()) return "";
  Table table{.columns = {{"rates", Align::right},
                          {"dividends", Align::right},
                          {"carry a year", Align::right}},
              .rows = {}};
  const bool in_a_year = owed.income_a_year.has_value();
  const auto starts_row = [&](const strategy::JointCell& cell) {
    return cell.price_move == owed.grid.front().price_move;
  };
  const strategy::JointCell& first = owed.grid.front();
  for (const strategy::JointCell& cell : owed.grid)
    if (cell.rate_shift == first.rate_shift && cell.dividend_cut == first.dividend_cut)
      table.columns.push_back(
          {cell.price_move == 0 ? "excess, prices as now" : distance_text(cell.price_move),
           Align::right});
  for (const strategy::JointCell& start : owed.grid) {
    if (!starts_row(start)) continue;
    Row row{
        .cells = {signed_rate(start.rate_shift),
                  start.dividend_cut == Percent{} ? "as now" : "-" + to_text(start.dividend_cut),
                  carry_text(start.carry_a_year)}};
    for (const strategy::JointCell& cell : owed.grid)
      if (cell.rate_shift == start.rate_shift && cell.dividend_cut == start.dividend_cut) {
        const auto& left = in_a_year ? cell.excess_in_a_year : cell.excess;
        row.cells.push_back(carry_text(left));
        if (left && left->amount.is_negative()) row.emphasis = Emphasis::warning;
      }
    table.rows.push_back(std::move(row));
  }
  std::string out = "\n" + table_text(table, paper);
  out += item("  - ",
              in_a_year ? "the excess where prices go so and stay, after a year of that carry"
                        : "the excess where prices go so; the income is not known, and so neither "
                          "is a year's carry",
              paper);
  if (!owed.no_excess.empty())
    out += item("  - ", "no excess: " + printable(owed.no_excess), paper);
  return out;
}

std::string pay_down_text(const strategy::PayDownTried& one) {
  const std::string what =
      "paying " + requirement_text(one.amount) +
      (one.to == strategy::PayDownTo::lower_tier ? ", to the tier below," : ", a tenth,");
  if (!one.done) return what + " is not answered: " + one.missing;
  const bool dearer = one.done->saves_a_year.amount.is_negative();
  return what + (dearer ? " costs " : " saves ") +
         (dearer ? requirement_text(-one.done->saves_a_year)
                 : equity_text(one.done->saves_a_year)) +
         " a year" + (dearer ? " more" : "") + " and leaves " +
         requirement_text(one.done->residual_per_basis_point) + " a basis point";
}

std::string hedges_of(const strategy::RateHedges& hedges, const Paper& paper) {
  std::string out = "\n" + section_heading("against a rise of rates", paper);
  const auto line = [&](const std::string& text) { out += item("  - ", printable(text), paper); };
  for (const strategy::PayDownTried& one : hedges.pay_down) line(pay_down_text(one));
  const std::string future = std::string{hedges.future.name} + " futures";
  if (hedges.futures && hedges.futures->contracts == 0)
    line(future + ": one covers more than all of this debit, so none is sold");
  else if (hedges.futures)
    line("selling " + std::to_string(hedges.futures->contracts) + " " + future + " (" +
         to_text(hedges.futures->exact, 0) + " would cover a year) leaves " +
         excess_text(hedges.futures->residual_per_basis_point) + " of " +
         requirement_text(hedges.futures->per_basis_point) + " a basis point");
  else line(future + " are not answered: " + hedges.no_futures);
  line("a short box is cheaper below " + to_text(Percent{hedges.box_cheaper_below}) +
       " a year, simple; it needs a quote: " + hedges.box_needs);
  return out;
}

std::string title_of(const strategy::RateEvent& event) {
  switch (event.trigger) {
    case strategy::RateTrigger::reassess:
      return "risen since approval by " + use_text(event.threshold);
    case strategy::RateTrigger::breakeven:
      return "breakeven rate within " + use_text(event.threshold);
    case strategy::RateTrigger::coverage_watch:
    case strategy::RateTrigger::coverage_warn:
    case strategy::RateTrigger::coverage_critical:
      return "income / interest under " + times_text(event.threshold);
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::string events_table(const DebitRates& owed, const Paper& paper) {
  Table table{.columns = {{"asks for a decision"},
                          {"", Align::whole},
                          {"at a rate of", Align::right},
                          {"which is", Align::right},
                          {""}},
              .rows = {}};
  for (const strategy::RateEvent& event : owed.events) {
    const bool reached = event.state == strategy::TriggerState::reached;
    table.rows.push_back(
        {.cells = {title_of(event), std::string{name_of(event.state)},
                   event.rate_at ? rate_text(*event.rate_at) : std::string{nothing},
                   event.rise_left ? signed_rate(*event.rise_left) : std::string{nothing},
                   std::string{event.missing}},
         .emphasis = reached ? Emphasis::warning : Emphasis::none});
  }
  return "\n" + table_text(table, paper);
}

std::string bonds_table(const Rates& rates, const Paper& paper) {
  if (rates.bonds.empty()) return "";
  Table table{.columns = {{"bonds held"},
                          {"value", Align::right},
                          {"duration, about", Align::right},
                          {"a basis point takes", Align::right},
                          {""}},
              .rows = {}};
  for (const strategy::BondDuration& bond : rates.bonds)
    table.rows.push_back({.cells = {spoken(bond.id), equity_text(bond.value),
                                    bond.modified ? to_text_rounded(decimal_of(*bond.modified), 2,
                                                                    Round::away_from_zero) +
                                                        " years"
                                                  : std::string{nothing},
                                    cost_text(bond.per_basis_point), printable(bond.missing)}});
  return "\n" + table_text(table, paper);
}

}  // namespace

std::string rates_section(const Rates& rates, const Paper& paper) {
  const std::string currency{rates.debit.currency.code()};
  std::string out = section_heading(rates.exchange_rate ? "rates, in " + currency : "rates", paper);
  if (!rates.owed)
    return out + item("  - ", "not applicable: " + rates.not_applicable, paper) +
           bonds_table(rates, paper);
  const DebitRates& owed = *rates.owed;
  return out + "\n" + sums_of(owed, paper) + remarks_of(rates, paper) +
         tiers_table(owed.cost.interest, paper) + scenarios_table(owed, paper) +
         grid_table(owed, paper) + hedges_of(owed.hedges, paper) + events_table(owed, paper) +
         bonds_table(rates, paper);
}

}  // namespace plimsoll::report
