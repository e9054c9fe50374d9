// The method's rules as a list. Lines come from a table the build makes from the sources.

#include <algorithm>

#include "generated/rule_lines.hpp"
#include "methods/reg_t/ledger/rates.hpp"
#include "methods/reg_t/rates.hpp"
#include "methods/reg_t/reg_t.hpp"

namespace plimsoll::reg_t {
namespace {

/// Where a table or a citation stands.
template <class Lines>
SourceLine line_of(const Lines& lines, std::string_view name) {
  const auto found = std::ranges::find(lines, name, &generated::RuleLine::name);
  return found == lines.end() ? SourceLine{} : found->where;
}

/// Which of the formulas under one citation is meant: the `nth` of a file. Empty: the first
/// anywhere.
struct Formula {
  std::string_view file = {};
  int nth = 0;
};
SourceLine line_of(std::string_view law_name, Formula formula) {
  for (const auto& [name, where] : generated::formulas)
    if (name == law_name && where.file.text().ends_with(formula.file) && formula.nth-- == 0)
      return where;
  return {};
}

std::string shown(Percent value) { return to_text(value); }
std::string shown(Money value) { return to_text(value); }
std::string shown(Count value) { return std::to_string(value.value); }
std::string shown(Price value) {
  return to_text(value.per_unit, 2) + " " + std::string{value.currency.code()} + " a share";
}

template <class T, std::size_t n>
RuleEntry numbers(Label name, std::string_view table_name, std::string_view law_name,
                  const Effective<T, n>& table, Formula formula = {}) {
  RuleEntry entry{name,
                  table.rows.back().law,
                  {},
                  line_of(generated::numbers, table_name),
                  line_of(law_name, formula)};
  for (const InForce<T>& row : table.rows)
    entry.rows.push_back({row.since, row.first_day, shown(row.value)});
  return entry;
}

RuleEntry formula_only(Label name, std::string_view law_name, const Citation& law,
                       Formula formula = {}) {
  return {name, &law, {}, {}, line_of(law_name, formula)};
}

// The table, the rule that reads it, and both their names as the sources write them.
#define PLIMSOLL_NUMBERS(text, table, law, ...) \
  numbers(text, #table, #law, table __VA_OPT__(, ) __VA_ARGS__)
#define PLIMSOLL_FORMULA(text, law, ...) formula_only(text, #law, law __VA_OPT__(, ) __VA_ARGS__)

void add_stock(std::vector<RuleEntry>& list) {
  list.insert(
      list.end(),
      {
          PLIMSOLL_NUMBERS("long stock, to open", stock_initial, finra_initial_law,
                           Formula{"/stock.cpp", 0}),
          PLIMSOLL_NUMBERS("long stock, maintenance", long_stock_maintenance, long_stock_law),
          PLIMSOLL_NUMBERS("short stock, to open", short_stock_initial, finra_initial_law,
                           Formula{"/stock.cpp", 1}),
          PLIMSOLL_NUMBERS("short stock, maintenance", short_stock_maintenance, short_stock_law),
          PLIMSOLL_NUMBERS("short stock, least a share", short_stock_floor, short_stock_law),
          PLIMSOLL_NUMBERS("low-priced short stock, below", low_price, low_priced_short_law),
          PLIMSOLL_NUMBERS("low-priced short stock, maintenance", low_priced_short_maintenance,
                           low_priced_short_law),
          PLIMSOLL_NUMBERS("low-priced short stock, least a share", low_priced_short_floor,
                           low_priced_short_law),
          PLIMSOLL_NUMBERS("short stock hedged by a call or a convertible, to open",
                           hedged_short_initial, reg_t_short_hedged_law),
          PLIMSOLL_NUMBERS("stock that is not marginable, to open", non_margin_initial,
                           reg_t_non_margin_law),
          PLIMSOLL_NUMBERS("stock that is not marginable, maintenance", non_margin_maintenance,
                           non_margin_law),
          PLIMSOLL_NUMBERS("leveraged product held long, at most", leveraged_long_cap,
                           long_stock_law),
          PLIMSOLL_NUMBERS("short against the box", boxed_maintenance, boxed_law),
          PLIMSOLL_NUMBERS("convertible against short stock", exchangeable_maintenance,
                           exchangeable_law),
          PLIMSOLL_FORMULA("short against the box, to open", boxed_sale_law),
          PLIMSOLL_FORMULA("to open, at least maintenance", finra_initial_law,
                           Formula{"/stock.cpp", 0}),
          formula_only("a broker's own rate", "long_stock_law", broker_rate_law),
      });
}

void add_debt(std::vector<RuleEntry>& list) {
  list.insert(
      list.end(),
      {
          PLIMSOLL_NUMBERS("treasury, under 1 year", treasury_under_1_year, treasury_law),
          PLIMSOLL_NUMBERS("treasury, 1 to 3 years", treasury_1_to_3_years, treasury_law),
          PLIMSOLL_NUMBERS("treasury, 3 to 5 years", treasury_3_to_5_years, treasury_law),
          PLIMSOLL_NUMBERS("treasury, 5 to 10 years", treasury_5_to_10_years, treasury_law),
          PLIMSOLL_NUMBERS("treasury, 10 to 20 years", treasury_10_to_20_years, treasury_law),
          PLIMSOLL_NUMBERS("treasury, 20 years and over", treasury_20_years_and_over, treasury_law),
          PLIMSOLL_NUMBERS("zero-coupon treasury, of principal", zero_coupon_floor,
                           zero_coupon_law),
          PLIMSOLL_NUMBERS("municipal bond", municipal_maintenance, exempted_law),
          PLIMSOLL_NUMBERS("investment-grade bond", investment_grade_maintenance,
                           investment_grade_law),
          PLIMSOLL_NUMBERS("other bond, of market value", other_debt_maintenance, other_debt_law),
          PLIMSOLL_NUMBERS("other bond, of principal", other_debt_principal, other_debt_law),
          PLIMSOLL_NUMBERS("convertible held", convertible_maintenance, convertible_law),
          PLIMSOLL_NUMBERS("convertible owed, of market value", short_bond_maintenance,
                           short_bond_law),
          PLIMSOLL_NUMBERS("convertible owed, of principal", short_bond_principal, short_bond_law),
          PLIMSOLL_NUMBERS("money-market fund", money_market_maintenance, money_market_law),
          PLIMSOLL_FORMULA("bond held, to open", reg_t_good_faith_law),
          PLIMSOLL_FORMULA("bond owed, to open", reg_t_short_debt_law),
          PLIMSOLL_FORMULA("bond held and owed", net_debt_law),
      });
}

void add_options(std::vector<RuleEntry>& list) {
  list.insert(
      list.end(),
      {
          PLIMSOLL_FORMULA("long option, paid in full", long_option_law),
          PLIMSOLL_NUMBERS("long option over nine months", long_dated_option, long_option_law,
                           Formula{"/long_option.cpp", 2}),
          PLIMSOLL_NUMBERS("uncovered option on an equity or narrow index", equity_option_basic,
                           short_option_law),
          PLIMSOLL_NUMBERS("uncovered option on a broad index or a fund on one",
                           broad_index_option_basic, short_option_law),
          PLIMSOLL_NUMBERS("uncovered option, at least", option_floor, short_option_law),
          PLIMSOLL_FORMULA("uncovered put, at most its exercise price", put_cap_law),
          PLIMSOLL_NUMBERS("uncovered option on a leveraged product, scale",
                           leveraged_option_scaling, short_option_law),
          PLIMSOLL_FORMULA("short straddle or strangle", straddle_law),
          PLIMSOLL_FORMULA("covered call", covered_call_law, Formula{"/covered.cpp", 1}),
          PLIMSOLL_FORMULA("covered put", covered_put_law),
          PLIMSOLL_FORMULA("call covered by a convertible", convertible_cover_law),
          PLIMSOLL_NUMBERS("call covered by a warrant, of the warrant", covering_warrant,
                           warrant_cover_law),
          PLIMSOLL_NUMBERS("index option covered by a fund", protected_index, protected_index_law),
          PLIMSOLL_NUMBERS("stock hedged by a long option, of the exercise price",
                           hedged_exercise_price, long_offset_law),
          PLIMSOLL_NUMBERS("conversion, of the exercise price", conversion_exercise_price,
                           conversion_law),
          PLIMSOLL_NUMBERS("reverse conversion, of the exercise price",
                           reverse_conversion_exercise_price, reverse_conversion_law),
          PLIMSOLL_NUMBERS("collar, of the put's exercise price", collar_exercise_price,
                           collar_law),
          PLIMSOLL_NUMBERS("collar, of the call's exercise price", collar_call_cap, collar_law),
          PLIMSOLL_NUMBERS("spread of any number of legs", universal_spread, spread_law),
          PLIMSOLL_FORMULA("spread of two legs, before", pair_spread_law),
          PLIMSOLL_NUMBERS("long European box, of the difference", european_box, european_box_law),
      });
}

void add_cash_account(std::vector<RuleEntry>& list) {
  list.insert(list.end(),
              {
                  PLIMSOLL_NUMBERS("cash account, paid in full", paid_in_full, cash_account_law),
                  PLIMSOLL_FORMULA("cash account, put sold", cash_short_put_law),
                  PLIMSOLL_FORMULA("cash account, call sold", cash_short_call_law),
                  PLIMSOLL_FORMULA("cash account, European index spread", cash_spread_law),
              });
}

void add_calls(std::vector<RuleEntry>& list) {
  list.insert(
      list.end(),
      {
          PLIMSOLL_FORMULA("Regulation T call", reg_t_call_law),
          PLIMSOLL_NUMBERS("Regulation T call, no action at or below", small_deficiency,
                           reg_t_call_law),
          PLIMSOLL_FORMULA("special memorandum account", sma_law),
          PLIMSOLL_NUMBERS("minimum equity of whoever borrows", min_equity, min_equity_law),
          PLIMSOLL_NUMBERS("maintenance call, business days", maintenance_call_days,
                           maintenance_call_law),
          PLIMSOLL_FORMULA("house call", house_call_law),
          PLIMSOLL_NUMBERS("intraday margin deficit, stands for business days", intraday_margin,
                           intraday_law),
          PLIMSOLL_NUMBERS("intraday margin deficit, promptly within business days", prompt_days,
                           intraday_law),
          PLIMSOLL_NUMBERS("intraday margin, freeze in calendar days", intraday_freeze_days,
                           intraday_law),
          PLIMSOLL_NUMBERS("minor intraday deficit, of equity", minor_deficit_of_equity,
                           intraday_law),
          PLIMSOLL_NUMBERS("minor intraday deficit, at most", minor_deficit_at_most, intraday_law),
          PLIMSOLL_NUMBERS("pattern day trader, day trades", day_trades_of_a_pattern,
                           pattern_day_trader_law),
          PLIMSOLL_NUMBERS("pattern day trader, in business days", day_trade_window,
                           pattern_day_trader_law),
          PLIMSOLL_NUMBERS("pattern day trader, not where of all trades at most", day_trade_share,
                           pattern_day_trader_law),
          PLIMSOLL_NUMBERS("pattern day trader, minimum equity", pattern_min_equity,
                           pattern_day_trader_law),
          PLIMSOLL_NUMBERS("day-trading buying power, times the excess", day_trading_multiple,
                           day_trading_call_law),
          PLIMSOLL_NUMBERS("day-trading call, business days", day_trading_call_days,
                           day_trading_call_law),
          PLIMSOLL_NUMBERS("day-trading call unmet, cash only for calendar days",
                           day_trading_cash_only_days, day_trading_call_law),
          PLIMSOLL_FORMULA("cash account, payment", cash_due_law),
          PLIMSOLL_NUMBERS("cash account, freeze in calendar days", cash_freeze_days, cash_due_law),
      });
}

}  // namespace

std::vector<RuleEntry> RegT::rulebook() {
  std::vector<RuleEntry> list;
  add_stock(list);
  add_debt(list);
  add_options(list);
  add_cash_account(list);
  add_calls(list);
  return list;
}

}  // namespace plimsoll::reg_t
