#include "report/carry_section.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <tuple>

#include "report/figures.hpp"
#include "report/legs.hpp"
#include "report/ratios.hpp"
#include "report/sums.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

using strategy::Bound;
using strategy::Carry;
using strategy::Figure;
using strategy::PositionCarry;

constexpr std::size_t positions_on_screen = 12;
constexpr const char* unknown = "unknown";

/// "2.49%": rates and yields have hundredths. Toward zero or away from it, against the account.
std::string rate_text(double fraction, Round round) {
  constexpr double hair = 1e-9;  // what a double may fall short of what it was meant to be
  const double size = std::abs(fraction) * 10'000;
  const double whole =
      round == Round::toward_zero ? std::floor(size + hair) : std::ceil(size - hair);
  char text[48];
  std::snprintf(text, sizeof text, "%.2f%%", std::copysign(whole, fraction) / 100 + 0.0);
  return text;
}

template <class F>
std::string shown(const Figure& figure, const F& text_of) {
  return figure.value ? text_of(*figure.value) : "-";
}
std::string down(double fraction) { return rate_text(fraction, Round::toward_zero); }
std::string up(double fraction) { return rate_text(fraction, Round::away_from_zero); }
/// What is needed is shown no smaller than it is, what may be lost no larger.
std::string needed(double fraction) { return fraction < 0 ? down(fraction) : up(fraction); }

std::string bounded(std::string figure, Bound bound) {
  switch (bound) {
    case Bound::exact:
      return figure;
    case Bound::at_least:
      return "at least " + figure;
    case Bound::at_most:
      return "at most " + figure;
    case Bound::open:
      return "known: " + figure;
  }
  PLIMSOLL_CHECK(false);
  return figure;
}

std::string cost_text(const std::optional<Money>& cost) {
  return cost ? excess_text(-*cost) : unknown;
}

std::string sums_of(const Carry& carry, const Paper& paper) {
  static const strategy::Breakevens none;
  const strategy::Breakevens& turns = carry.turns ? *carry.turns : none;
  const Money zeros = zero(carry.currency);
  std::vector<SumsLine> lines{
      {"income", bounded(equity_text(carry.income.long_income), carry.income_bound), "yield",
       shown(carry.income_yield, down)},
      {"interest", cost_text(carry.financing), "breakeven yield",
       shown(turns.breakeven_yield, up)}};
  std::vector<std::pair<std::string, std::string>> rights{
      {"rate", shown(turns.rate, up)},
      {"breakeven rate", shown(turns.breakeven_rate, down)},
      {"breakeven price return", shown(turns.breakeven_return, needed)},
      {"income / interest", shown(turns.coverage, times_text)},
      {"distance to breakeven", shown(turns.distance, distance_text)},
      {"net carry / equity", shown(carry.net_on_equity, distance_text)}};
  std::vector<std::pair<std::string, std::string>> lefts;
  const auto cost = [&](const char* name, Money money) {
    if (money != zeros) lefts.emplace_back(name, cost_text(money));
  };
  cost("borrow fees", carry.income.borrow_fees);
  cost("dividends paid on shorts", carry.income.substitute_payments);
  cost("account fee", carry.account_fee);
  cost("tax on income", carry.tax);
  lefts.emplace_back("net carry",
                     carry.net ? bounded(excess_text(*carry.net), carry.bound) : unknown);
  for (std::size_t i = 0; i < std::max(lefts.size(), rights.size()); ++i) {
    SumsLine& line = lines.emplace_back();
    if (i < lefts.size()) std::tie(line.left, line.left_figure) = lefts[i];
    if (i < rights.size()) std::tie(line.right, line.right_figure) = rights[i];
  }
  return sums_text(lines, paper);
}

std::string positions_table(const Carry& carry, const Paper& paper) {
  if (carry.positions.empty()) return "";
  Table table{.columns = {{"position"},
                          {"value", Align::right},
                          {"income", Align::right},
                          {"interest", Align::right},
                          {"fee and tax", Align::right},
                          {"borrow fee", Align::right},
                          {"net", Align::right}},
              .rows = {}};
  std::vector<const PositionCarry*> order;
  for (const PositionCarry& one : carry.positions) order.push_back(&one);
  std::ranges::stable_sort(order, [](const PositionCarry* a, const PositionCarry* b) {
    return a->net && b->net && *a->net < *b->net;
  });
  for (const PositionCarry* one : order) {
    if (table.rows.size() == positions_on_screen) break;
    const bool loses = one->net && one->net->amount.is_negative();
    table.rows.push_back(
        {.cells = {spoken(one->id), equity_text(one->value),
                   one->income ? excess_text(*one->income) : unknown, cost_text(one->financing),
                   cost_text(one->account_fee + one->tax), cost_text(one->borrow_fee),
                   one->net ? bounded(excess_text(*one->net), one->bound) : unknown},
         .emphasis = loses ? Emphasis::warning : Emphasis::none});
  }
  std::string out = "\n" + table_text(table, paper);
  if (positions_on_screen < order.size())
    out += item("  - ",
                std::to_string(order.size() - positions_on_screen) + " further positions: --json",
                paper);
  return out;
}

std::string ladder_table(const strategy::Income& income, const Paper& paper) {
  if (income.ladder.empty()) return "";
  Table table{.columns = {{"ex in", Align::whole}, {"declared", Align::right}, {"by"}}, .rows = {}};
  for (const strategy::IncomeMonth& month : income.ladder) {
    std::string by;
    for (const strategy::DeclaredPayment& one : month.payments)
      by += (by.empty() ? "" : ", ") + spoken(one.id) + " " +
            std::to_string(static_cast<unsigned>(std::chrono::year_month_day{one.ex_date}.day()));
    table.rows.push_back(
        {.cells = {to_text(month.first).substr(0, 7), excess_text(month.amount), by}});
  }
  return "\n" + table_text(table, paper);
}

std::string listed(const std::vector<InstrumentId>& ids) {
  std::string text;
  for (const InstrumentId& id : ids) text += (text.empty() ? "" : ", ") + spoken(id);
  return text;
}

std::string left_out(const Carry& carry, const Paper& paper) {
  const strategy::Income& income = carry.income;
  std::string out;
  const auto say = [&](const std::string& text) { out += item("  - ", text, paper); };
  if (carry.financing_unknown) say("no net carry: " + printable(carry.financing_unknown->what));
  else if (!carry.turns) say("no ratios: " + printable(carry.no_turns));
  if (!income.without_income.empty())
    say("without the income of " + listed(income.without_income) +
        (carry.in_pool ? ": the pool file does not say what its banks pay"
                       : ": give a yield or dividends under market.quotes"));
  if (!income.without_substitute.empty())
    say("without the dividends owed on " + listed(income.without_substitute) +
        ", which is short: give a yield or dividends");
  if (!income.without_borrow.empty())
    say("without the fee for borrowing " + listed(income.without_borrow) + ": give a borrow_rate");
  return out;
}

std::string charged(const Carry& carry, const Paper& paper) {
  std::string out;
  if (!carry.debits) return out;
  for (const strategy::Loan& one : carry.debits->loans)
    out += item("  - ",
                requirement_text(one.debit) + " owed in " + spoken(one.bank) +
                    (one.rate ? ", at " + to_text(Percent{*one.rate})
                              : ": " + printable(one.unknown->what)),
                paper);
  for (const strategy::CurrencyDebit& one : carry.debits->currencies) {
    if (!one.credit.amount.is_zero())
      out +=
          item("  - ",
               "what " + equity_text(one.credit) + " " + std::string{one.credit.currency.code()} +
                   " in cash earns is not known and left out",
               paper);
    if (one.debit.amount.is_zero() || !one.interest) continue;
    std::string text = requirement_text(one.debit) + " " + std::string{one.debit.currency.code()} +
                       " owed, by " + (one.schedule.empty() ? "the rate agreed" : one.schedule);
    for (const strategy::InterestTier& tier : one.interest->tiers)
      text += ", " + requirement_text(tier.amount) + " at " + to_text(tier.rate);
    if (!one.held_apart.amount.is_zero())
      text += "; " + equity_text(one.held_apart) + " from short sales is held apart";
    out += item("  - ", text, paper);
    if (const auto& cheaper = one.interest->cheaper)
      out += item("  - ",
                  "a debit of " + exact_text(cheaper->debit) + ", " + exact_text(cheaper->more) +
                      " more, would cost " + equity_text(cheaper->saves_a_year) + " less a year",
                  paper);
  }
  return out;
}

std::vector<InstrumentId> not_known_to_last(const strategy::Income& income) {
  std::vector<InstrumentId> ids;
  for (const strategy::PositionIncome& one : income.positions)
    if ((one.return_of_capital || one.expense_ratio) && one.distribution && !one.is_short() &&
        !one.sustainable_yield)
      ids.push_back(one.id);
  return ids;
}

std::string remarks(const Carry& carry, const Paper& paper) {
  std::string out;
  const auto say = [&](const std::string& text) { out += item("  - ", text, paper); };
  const strategy::CarryAfterCut& cut = carry.after_cut;
  if (cut.net)
    say("dividends cut by " + to_text(Percent{carry.terms.policy.dividend_cut}) + ": income " +
        equity_text(cut.income) + ", net carry " + excess_text(*cut.net) +
        (cut.coverage.value ? ", income / interest " + times_text(*cut.coverage.value) : ""));
  if (carry.turns && carry.turns->self_sustaining_debit)
    say("income pays for a debit of " + equity_text(*carry.turns->self_sustaining_debit) + " " +
        times_text(carry.terms.policy.safety_multiple) + " over");
  if (!carry.income.return_of_capital.amount.is_zero())
    say(equity_text(carry.income.return_of_capital) + " of " +
        equity_text(carry.income.distributions) +
        " distributed is return of capital, and not income");
  if (const auto ids = not_known_to_last(carry.income); !ids.empty())
    say("the sustainable yield of " + listed(ids) +
        " is not known: it wants the total return of a year");
  const strategy::TimeDecay& decay = carry.time_decay;
  if (!decay.options.empty())
    say("options by a day's passing alone: " + excess_text(decay.a_day) + ", not in carry");
  for (const Error& error : decay.unknown)
    say("no time decay of " + printable(error.where) + ": " + printable(error.what));
  return out;
}

std::string alert_line(const Carry& carry, const Paper& paper) {
  if (!carry.turns || !carry.turns->alert || *carry.turns->alert == strategy::CarryAlert::none)
    return "";
  const bool breached = *carry.turns->alert == strategy::CarryAlert::breach;
  const std::string text = std::string{name_of(*carry.turns->alert)} + ": the yield is " +
                           distance_text(std::abs(*carry.turns->distance.value)) +
                           (breached && *carry.turns->distance.value < 0 ? " below" : " above") +
                           " the one that pays for the leverage";
  return "\n" + inked(text, Emphasis::warning, paper.ink) + "\n";
}

}  // namespace

std::string carry_section(const Carry& carry, const Paper& paper) {
  const std::string notes = left_out(carry, paper) + charged(carry, paper) + remarks(carry, paper);
  return section_heading("carry: what the leverage costs against what it earns, a year", paper) +
         "\n" + sums_of(carry, paper) + alert_line(carry, paper) + positions_table(carry, paper) +
         ladder_table(carry.income, paper) + (notes.empty() ? "" : "\n" + notes);
}

}  // namespace plimsoll::report
