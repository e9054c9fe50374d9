#include "report/lending_section.hpp"

#include <algorithm>

#include "report/figures.hpp"
#include "report/members.hpp"
#include "report/table.hpp"
#include "report/token_figures.hpp"

namespace plimsoll::report {
namespace {

constexpr std::size_t others_on_screen = 8;

const Detail& node_in(const Detail& node, std::string_view name) {
  static const Detail none;
  const Detail* found = member(node, name);
  return found ? *found : none;
}

Decimal number(const Detail& node, std::string_view name) {
  return decimal_in(node, name).value_or(Decimal{});
}
// The currency is said in the page's title.
std::string value_text(Decimal value) { return excess_text(Money{value, usd}); }

bool is_owed(const Detail& balance) { return text_in(balance, "side") == "liability"; }

std::string note_of(const std::string& weight_of) {
  if (weight_of == "emode") return " e-mode";
  if (weight_of == "over_limit") return " over limit";
  return "";
}

std::string weight_text(const Detail& counted) {
  const std::string by = text_in(counted, "weight_of");
  if (!member(counted, "price")) return by == "reduce_only" ? "shrinking" : by;
  return percent_text(text_in(counted, "weight"), Round::half_even) + note_of(by);
}

std::string counted_text(const Detail& counted, bool owed) {
  const Decimal value = number(counted, "value");
  return value_text(owed ? -value : value);
}

Row balance_row(const Detail& balance) {
  const bool owed = is_owed(balance);
  const Detail& maintenance = node_in(balance, "maintenance");
  const Detail& initial = node_in(balance, "initial");
  const Round against = owed ? Round::away_from_zero : Round::toward_zero;
  const Decimal value = number(balance, "value");
  return {.cells = {text_in(balance, "bank"),
                    (owed ? "-" : "") + tokens_text(text_in(balance, "amount"), against),
                    token_price_text(text_in(maintenance, "price"), Round::half_even),
                    value_text(owed ? -value : value), weight_text(maintenance),
                    counted_text(maintenance, owed), weight_text(initial),
                    counted_text(initial, owed)}};
}

std::string balances_table(const Detail& detail, const Paper& paper) {
  Table table{.columns = {{"bank", Align::whole},
                          {"balance", Align::right},
                          {"price", Align::right},
                          {"value", Align::right},
                          {"weight", Align::right},
                          {"maintenance", Align::right},
                          {"weight", Align::right},
                          {"initial", Align::right}},
              .rows = {}};
  for (const Detail& balance : items_in(detail, "balances"))
    table.rows.push_back(balance_row(balance));
  const Detail& health = node_in(detail, "health");
  const auto left = [&](std::string_view which) {
    return value_text(number(node_in(health, which), "health"));
  };
  table.rows.push_back(
      {.cells = {"health", "", "", left("equity"), "", left("maintenance"), "", left("initial")},
       .emphasis = Emphasis::strong});
  return "\n" +
         inked("balances: value x weight; owed below zero, at the latest price", Emphasis::strong,
               paper.ink) +
         "\n\n" + table_text(table, paper);
}

/// What may be done with one bank.
Row reach_row(const Detail& detail, const std::string& bank, const Detail* balance,
              bool liquidatable) {
  const auto in = [&](std::string_view name) { return text_in(node_in(detail, name), bank); };
  const bool owed = balance != nullptr && is_owed(*balance);
  // Toward the side it is nearer to: an asset's from above, a debt's from below.
  const std::string price =
      token_price_text(in("liquidation_prices"), owed ? Round::toward_zero : Round::away_from_zero);
  Row row{.cells = {bank, balance != nullptr && price.empty() ? "none" : price,
                    tokens_text(in("max_borrow"), Round::toward_zero),
                    tokens_text(in("max_withdraw"), Round::toward_zero)}};
  if (liquidatable)
    row.cells.push_back(!owed ? ""
                        : in("repay_to_safe").empty()
                            ? "not enough"
                            : tokens_text(in("repay_to_safe"), Round::away_from_zero));
  return row;
}

std::string reach_table(const Detail& detail, LendingRows rows, const Paper& paper) {
  const Detail* borrow = member(detail, "max_borrow");
  if (borrow == nullptr) return "";
  const bool liquidatable = text_in(detail, "liquidatable") == "true";
  Table table{.columns = {{"bank", Align::whole},
                          {"liquidation price", Align::right},
                          {"may borrow", Align::right},
                          {"may withdraw", Align::right}},
              .rows = {}};
  if (liquidatable) table.columns.push_back({"repay to be safe", Align::right});
  const auto& balances = items_in(detail, "balances");
  std::size_t others = 0, left_out = 0;
  for (const Detail& leaf : borrow->children) {
    const auto held = std::ranges::find_if(
        balances, [&](const Detail& balance) { return text_in(balance, "bank") == leaf.name; });
    const Detail* balance = held == balances.end() ? nullptr : &*held;
    if (balance == nullptr && rows == LendingRows::some && ++others > others_on_screen) {
      ++left_out;
      continue;
    }
    table.rows.push_back(reach_row(detail, printable(leaf.name), balance, liquidatable));
  }
  std::string out =
      "\n" +
      inked("what each bank allows, in tokens; liquidation at a price while the others hold",
            Emphasis::strong, paper.ink) +
      "\n\n" + table_text(table, paper);
  if (left_out > 0)
    out += "  " + std::to_string(left_out) + " more under --explain, without a balance\n";
  return out;
}

std::string taken_table(const Detail& detail, const Paper& paper) {
  Table table{.columns = {{"for the debt in", Align::whole},
                          {"repaid", Align::right},
                          {"of collateral in", Align::whole},
                          {"at most", Align::right},
                          {""}},
              .rows = {}};
  for (const Detail& pair : items_in(detail, "liquidator_may_take"))
    table.rows.push_back({.cells = {text_in(pair, "debt"),
                                    tokens_text(text_in(pair, "debt_repaid"), Round::toward_zero),
                                    text_in(pair, "collateral"),
                                    tokens_text(text_in(pair, "most_taken"), Round::away_from_zero),
                                    text_in(pair, "refused")}});
  if (table.rows.empty()) return "";
  return "\n" + inked("what a liquidator may take", Emphasis::strong, paper.ink) + "\n\n" +
         table_text(table, paper);
}

std::string reasons(const Detail& detail, std::string_view name, std::string_view title,
                    const Paper& paper) {
  const Detail* refused = member(detail, name);
  if (refused == nullptr) return "";
  std::string out = "\n" + inked(title, Emphasis::strong, paper.ink) + "\n";
  for (const Detail& leaf : refused->children)
    out += item("  - ", printable(leaf.name + ": " + leaf.text), paper.width);
  return out;
}

}  // namespace

bool is_lending(const Detail& detail) {
  return member(detail, "health") != nullptr && member(detail, "balances") != nullptr;
}

LendingFigures lending_figures(const Detail& detail) {
  const Detail& ratios = node_in(detail, "ratios");
  LendingFigures figures{
      .measure = "health of assets",
      .measured = percent_text(text_in(ratios, "health_over_assets"), Round::toward_zero),
      .loan_to_value =
          percent_text(text_in(ratios, "liabilities_over_assets"), Round::away_from_zero)};
  if (member(detail, "borrow_power")) {
    figures.measure = "health factor";
    figures.measured = token_price_text(text_in(detail, "health_factor"), Round::toward_zero);
    if (figures.measured.empty()) figures.measured = "nothing owed";
  }
  if (figures.measured.empty()) figures.measured = "none";
  if (figures.loan_to_value.empty()) figures.loan_to_value = "none";
  return figures;
}

std::string liquidation_notice(const Detail& detail, const Paper& paper) {
  if (!is_lending(detail) || text_in(detail, "liquidatable") != "true") return "";
  return "\n  " + inked("may be liquidated", Emphasis::warning, paper.ink) + "\n";
}

std::string lending_section(const Detail& detail, LendingRows rows, const Paper& paper) {
  if (!is_lending(detail)) return "";
  std::string out =
      balances_table(detail, paper) + reach_table(detail, rows, paper) + taken_table(detail, paper);
  if (rows == LendingRows::some) return out;
  return out + reasons(detail, "max_borrow_refused", "why nothing may be borrowed", paper) +
         reasons(detail, "max_withdraw_refused", "why nothing may be withdrawn", paper) +
         reasons(detail, "liquidation_prices_refused", "why there is no liquidation price", paper) +
         reasons(detail, "repay_to_safe_refused", "why repaying does not do", paper);
}

}  // namespace plimsoll::report
