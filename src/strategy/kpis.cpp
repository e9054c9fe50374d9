#include "strategy/kpis.hpp"

#include <cmath>
#include <map>

namespace plimsoll::strategy {
namespace {

using Inputs = std::vector<KpiInput>;

void give(Kpi& kpi, const std::optional<Money>& value, std::string missing) {
  if (value) kpi.value = *value;
  else kpi.missing = std::move(missing);
}
void give(Kpi& kpi, const std::optional<double>& value, std::string missing) {
  if (value) kpi.value = *value;
  else kpi.missing = std::move(missing);
}
void give(Kpi& kpi, const Figure& figure) { give(kpi, figure.value, figure.missing); }

void input(Inputs& inputs, std::string_view name, const std::optional<Money>& value) {
  if (value) inputs.push_back({name, *value});
}

/// The debit, or nothing where cash is not known.
std::optional<Money> debit_of(const Carry& carry) {
  return carry.debits ? std::optional{carry.debits->debit} : std::nullopt;
}

std::string financing_missing(const Carry& carry) {
  return carry.financing_unknown ? carry.financing_unknown->what : std::string{};
}

Kpi net_carry(const Carry& carry) {
  Kpi kpi{.name = "net_carry",
          .unit = KpiUnit::money_a_year,
          .formula = "income - interest - borrow fees - substitute payments - account fee - tax",
          .bound = carry.bound};
  input(kpi.inputs, "income", carry.income.long_income);
  input(kpi.inputs, "interest", carry.financing);
  input(kpi.inputs, "borrow_fees", carry.income.borrow_fees);
  input(kpi.inputs, "substitute_payments", carry.income.substitute_payments);
  input(kpi.inputs, "account_fee", carry.account_fee);
  input(kpi.inputs, "tax", carry.tax);
  give(kpi, carry.net, financing_missing(carry));
  return kpi;
}

Kpi net_carry_on_equity(const Carry& carry) {
  Kpi kpi{.name = "net_carry_on_equity",
          .unit = KpiUnit::fraction,
          .formula = "net carry / equity",
          .bound = carry.bound};
  input(kpi.inputs, "net_carry", carry.net);
  input(kpi.inputs, "equity", carry.equity);
  give(kpi, carry.net_on_equity);
  return kpi;
}

Kpi coverage(const Carry& carry) {
  Kpi kpi{.name = "coverage",
          .unit = KpiUnit::multiple,
          .formula = "income / interest",
          .bound = carry.income_bound};
  input(kpi.inputs, "income", carry.income.long_income);
  input(kpi.inputs, "interest", carry.financing);
  if (carry.turns) give(kpi, carry.turns->coverage);
  else kpi.missing = carry.no_turns;
  return kpi;
}

/// Interest as a schedule states it, on its own basis: then it compares with the benchmark.
Kpi all_in_over_benchmark(const Carry& carry) {
  Kpi kpi{.name = "all_in_over_benchmark",
          .unit = KpiUnit::basis_points,
          .formula = "interest rate + (account fee + borrow fees) / debit - benchmark rate",
          .bound = carry.income.without_borrow.empty() ? Bound::exact : Bound::at_least};
  const CurrencyDebit* only = nullptr;
  std::size_t owed = 0;
  if (carry.debits)
    for (const CurrencyDebit& one : carry.debits->currencies)
      if (!one.debit.amount.is_zero()) only = (++owed, &one);
  const std::optional<Decimal>& benchmark = carry.terms.financing.financing.benchmark_rate;
  if (!carry.debits || !carry.financing) kpi.missing = financing_missing(carry);
  else if (owed == 0) kpi.missing = "not applicable: nothing is owed";
  else if (owed > 1 || only->debit.currency != carry.currency)
    kpi.missing = "debits in other currencies stand on benchmarks of their own";
  else if (!benchmark)
    kpi.missing = "the market's overnight rate is not said; add \"benchmark_rate\" to financing";
  if (!kpi.missing.empty()) return kpi;
  const double rate = to_double(only->interest->effective->fraction);
  const double debit = to_double(only->debit.amount);
  const double others =
      to_double(carry.account_fee.amount) + to_double(carry.income.borrow_fees.amount);
  constexpr double basis_point = 1e-4;
  kpi.inputs = {{"interest_rate", rate},
                {"account_fee", carry.account_fee},
                {"borrow_fees", carry.income.borrow_fees},
                {"debit", only->debit},
                {"benchmark_rate", to_double(*benchmark)}};
  kpi.value = (rate + others / debit - to_double(*benchmark)) / basis_point;
  return kpi;
}

Kpi names_kpi(const Carry& carry) {
  Kpi kpi{.name = "effective_names",
          .unit = KpiUnit::names,
          .formula = "1 / sum of squared weights of the gross value, by name"};
  kpi.inputs = {{"gross_value", carry.long_value - carry.short_value}};
  give(kpi, effective_names(carry.positions), "not applicable: nothing held has a value");
  return kpi;
}

struct FromBuffer {
  std::string_view name;
  KpiUnit unit;
  std::string_view formula;
  std::string_view otherwise;  // why there would be no value
  std::optional<KpiNumber> (*value)(const Buffer&);
  Inputs (*inputs)(const Buffer&);
};

std::optional<KpiNumber> number(const std::optional<double>& value) {
  return value ? std::optional<KpiNumber>{*value} : std::nullopt;
}
Inputs room_inputs(const Buffer& of) {
  return {{"equity", of.room.equity}, {"maintenance", of.room.requirement}};
}

constexpr FromBuffer from_buffer[] = {
    {"margin_utilisation", KpiUnit::fraction, "maintenance / equity",
     "not applicable: equity is not above zero",
     [](const Buffer& of) { return number(of.utilisation()); },
     [](const Buffer& of) {
       return Inputs{{"maintenance", of.room.requirement}, {"equity", of.room.equity}};
     }},
    {"debit_use", KpiUnit::fraction, "debit / (debit + excess)",
     "not applicable: nothing is owed, more than could be, or what a lending pool's weights decide",
     [](const Buffer& of) { return number(of.debit_use()); },
     [](const Buffer& of) { return Inputs{{"debit", of.debit}, {"excess", of.room.excess()}}; }},
    {"buffer_multiple", KpiUnit::multiple, "equity / maintenance",
     "not applicable: nothing is required", [](const Buffer& of) { return number(of.multiple()); },
     room_inputs},
    {"excess", KpiUnit::money, "equity - maintenance", "",
     [](const Buffer& of) { return std::optional<KpiNumber>{of.room.excess()}; }, room_inputs},
    {"cushion", KpiUnit::fraction, "excess / net liquidation value",
     "the net liquidation value is not known or nothing",
     [](const Buffer& of) { return number(of.cushion()); },
     [](const Buffer& of) {
       Inputs inputs{{"excess", of.room.excess()}};
       input(inputs, "net_liquidation", of.room.net_liquidation);
       return inputs;
     }}};

void add_buffer(std::vector<Kpi>& all, const Buffer* buffer) {
  for (const FromBuffer& row : from_buffer) {
    Kpi kpi{.name = row.name, .unit = row.unit, .formula = row.formula};
    if (buffer) {
      kpi.inputs = row.inputs(*buffer);
      kpi.value = row.value(*buffer);
    }
    if (!kpi.value)
      kpi.missing = buffer ? std::string{row.otherwise} : "the buffer was not reckoned";
    all.push_back(std::move(kpi));
  }
}

std::string no_distance(const Distance* distance) {
  if (distance == nullptr) return "the distance was not reckoned";
  if (distance->called()) return "the account is called today: its excess is below zero";
  if (distance->market.stopped) return distance->market.stopped->what;
  return "no fall of the market brings a call";
}

void add_distance(std::vector<Kpi>& all, const Distance* distance) {
  Kpi far{.name = "market_distance",
          .unit = KpiUnit::fraction,
          .formula = "the fall of the market at which equity meets the requirement"};
  Kpi sigmas{.name = "market_distance_daily_moves",
             .unit = KpiUnit::daily_moves,
             .formula = "market distance / (yearly volatility / root of 252)"};
  const bool known = distance && !distance->called() && distance->market.down;
  if (!known) {
    far.missing = sigmas.missing = no_distance(distance);
  } else {
    const double decline = -distance->market.down->move;
    far.inputs = {{"equity", distance->room.equity}, {"maintenance", distance->room.requirement}};
    far.value = decline;
    sigmas.inputs = {{"market_distance", decline}};
    if (distance->market.volatility)
      sigmas.inputs.push_back({"volatility", *distance->market.volatility});
    // Of the fall, as it says, though a rise may be nearer.
    Reach fall = distance->market;
    fall.up.reset();
    give(sigmas, fall.daily_sigmas(), "the market's volatility is not known");
  }
  all.push_back(std::move(far));
  all.push_back(std::move(sigmas));
}

/// Finance Guru's names; income here is what comes in in cash.
void add_guru(std::vector<Kpi>& all, const Carry& carry) {
  const std::optional<Money> debit = debit_of(carry);
  GuruFigures made;
  if (debit && carry.equity) {
    GuruPosed posed{.total_account_value = *carry.equity,
                    .net_debit = -*debit,
                    .interest_a_year = carry.financing};
    if (!carry.income.nothing_known()) posed.dividends_a_year = carry.income.distributions;
    made = guru_figures(posed);
  }
  const std::string no_debit = debit ? "not applicable: nothing is owed" : financing_missing(carry);
  Kpi ratio{.name = "portfolio_margin_ratio",
            .unit = KpiUnit::multiple,
            .formula = "total account value / net debit",
            .colour = made.colour};
  input(ratio.inputs, "total_account_value", carry.equity);
  input(ratio.inputs, "net_debit", debit);
  give(ratio, made.portfolio_margin_ratio, no_debit);
  Kpi covers{.name = "coverage_ratio",
             .unit = KpiUnit::multiple,
             .formula = "monthly dividends / monthly interest",
             .bound = carry.income_bound};
  covers.inputs = {{"dividends_a_year", carry.income.distributions}};
  input(covers.inputs, "interest_a_year", carry.financing);
  give(covers, made.coverage_ratio, !carry.turns ? carry.no_turns : carry.turns->coverage.missing);
  Kpi month{.name = "monthly_interest_cost",
            .unit = KpiUnit::money_a_month,
            .formula = "a year's interest / 12"};
  input(month.inputs, "interest_a_year", carry.financing);
  give(month, made.monthly_interest_cost, financing_missing(carry));
  for (Kpi* one : {&ratio, &covers, &month}) all.push_back(std::move(*one));
}

}  // namespace

std::string_view name_of(KpiUnit unit) {
  switch (unit) {
    case KpiUnit::money:
      return "money";
    case KpiUnit::money_a_month:
      return "money_a_month";
    case KpiUnit::money_a_year:
      return "money_a_year";
    case KpiUnit::fraction:
      return "fraction";
    case KpiUnit::multiple:
      return "multiple";
    case KpiUnit::basis_points:
      return "basis_points";
    case KpiUnit::names:
      return "names";
    case KpiUnit::daily_moves:
      return "daily_moves";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::optional<double> effective_names(const std::vector<PositionCarry>& positions) {
  std::map<InstrumentId, double> by_name;
  double gross = 0;
  for (const PositionCarry& one : positions) {
    const double value = std::abs(to_double(one.value.amount));
    by_name[one.name] += value;
    gross += value;
  }
  if (!(gross > 0)) return std::nullopt;
  double squares = 0;
  for (const auto& [name, value] : by_name) squares += (value / gross) * (value / gross);
  return 1 / squares;
}

std::vector<Kpi> kpis(const KpiSources& sources) {
  std::vector<Kpi> all{net_carry(sources.carry), net_carry_on_equity(sources.carry),
                       coverage(sources.carry)};
  add_buffer(all, sources.buffer);
  add_distance(all, sources.distance);
  all.push_back(names_kpi(sources.carry));
  all.push_back(all_in_over_benchmark(sources.carry));
  add_guru(all, sources.carry);
  return all;
}

}  // namespace plimsoll::strategy
