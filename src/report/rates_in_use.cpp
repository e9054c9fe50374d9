#include "report/rates_in_use.hpp"

#include "report/figures.hpp"
#include "report/table.hpp"
#include "strategy/rate_check.hpp"

namespace plimsoll::report {
namespace {

std::string percent_or(const std::optional<Decimal>& fraction, std::string otherwise) {
  return fraction ? to_text(Percent{*fraction}) : otherwise;
}

std::string tiers_table(const RateSchedule& schedule, const Paper& paper) {
  Table table{.columns = {{"debit below", Align::right},
                          {"over the " + std::string{name_of(schedule.benchmark)}, Align::right}},
              .rows = {}};
  for (const RateTier& tier : schedule.tiers)
    table.rows.push_back(
        {.cells = {tier.up_to ? exact_text({*tier.up_to, schedule.currency}) : "all beyond",
                   percent_or(tier.spread, "the source names no rate")}});
  return "\n" + table_text(table, paper);
}

/// The debit in the schedule's currency, where one answer knows it.
std::optional<Money> debit_of(const DocumentSources& sources, Currency currency) {
  for (const strategy::Analysis& one : sources.analysis.results)
    if (one.carry && *one.carry && (*one.carry)->debits)
      for (const strategy::CurrencyDebit& debit : (*one.carry)->debits->currencies)
        if (debit.debit.currency == currency) return debit.debit;
  return std::nullopt;
}

std::string belief(const DocumentSources& sources, const RateSchedule& schedule,
                   const Paper& paper) {
  const auto debit = debit_of(sources, schedule.currency);
  const auto base = strategy::base_of(schedule, sources.financing);
  if (!debit || !base)
    return item("- ",
                "not checked: " +
                    (base ? std::string{"the debit is not known"} : printable(base.error().what)),
                paper);
  const auto check =
      strategy::check_rate(schedule, {.as_of = sources.analysis.margin.as_of,
                                      .debit = *debit,
                                      .base = *base,
                                      .financing = sources.financing,
                                      .tolerance = Percent{sources.policy.schedule.deviation_most},
                                      .stale_days = sources.policy.schedule.stale_days});
  if (!check) return item("- ", "not checked: " + printable(check.error().what), paper);
  std::string out;
  if (check->paid)
    out += item("- ",
                "the rate on " + exact_text(*debit) + " is " + to_text(*check->paid) +
                    (check->published ? ", by the schedule " + to_text(*check->published) : ""),
                paper);
  for (const strategy::RateRemark& remark : check->remarks)
    out += item("- ", std::string{name_of(remark.finding)} + ": " + printable(remark.text), paper);
  if (check->remarks.empty()) out += item("- ", "checked: nothing speaks against it", paper);
  return out;
}

std::string said_by_the_account(const Financing& said, const Paper& paper) {
  std::string out;
  if (said.rate)
    out += item("- ", "agreed with the broker: " + to_text(Percent{*said.rate}), paper);
  if (said.benchmark_rate)
    out +=
        item("- ", "the market's overnight rate: " + to_text(Percent{*said.benchmark_rate}), paper);
  if (said.base_rate)
    out += item("- ", "the broker's base rate: " + to_text(Percent{*said.base_rate}), paper);
  return out;
}

}  // namespace

std::string rates_in_use(const DocumentSources& sources, const Paper& paper) {
  std::string out = "\n" + section_heading("Rates in use", paper) + "\n";
  if (!sources.schedule)
    return out +
           item("- ",
                "the account names no rate schedule; write \"schedule\" under financing, or the "
                "\"rate\" agreed",
                paper) +
           said_by_the_account(sources.financing, paper);
  const RateSchedule& schedule = *sources.schedule;
  const RateSource& about = schedule.about;
  out += item("- ", "schedule: " + printable(about.name + ", " + about.title), paper);
  out += item("- ", "source: " + (about.source.empty() ? "not stated" : printable(about.source)),
              paper);
  out +=
      item("- ",
           "retrieved " + to_text(about.retrieved) + ", in force from " +
               to_text(about.effective_from) + ", known by: " + std::string{name_of(about.grade)},
           paper);
  out += item("- ",
              std::string{name_of(schedule.method)} + " tiers over the " +
                  std::string{name_of(schedule.benchmark)} + ", days over " +
                  std::to_string(schedule.basis) +
                  (schedule.base_rate ? ", its base " + to_text(Percent{*schedule.base_rate}) : ""),
              paper);
  return out + said_by_the_account(sources.financing, paper) + belief(sources, schedule, paper) +
         tiers_table(schedule, paper);
}

}  // namespace plimsoll::report
