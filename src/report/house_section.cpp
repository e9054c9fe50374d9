#include "report/house_section.hpp"

#include <algorithm>

#include "report/figures.hpp"
#include "report/members.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

constexpr std::size_t rows_on_screen = 10;

/// A fraction as a percentage with at most two decimals, rounded up: 20.0001 % is past 20 %.
std::string percent_text(const std::string& fraction) {
  const auto number = parse_decimal(fraction);
  if (!number) return fraction;
  const std::string text = to_text_rounded(multiply(*number, Decimal{100}, Round::away_from_zero),
                                           2, Round::away_from_zero);
  if (text.ends_with(".00")) return text.substr(0, text.size() - 3) + "%";
  return text + "%";
}
std::string fact_text(const std::string& by, const std::string& number) {
  const bool fraction = by == "concentration" || by == "ownership" || by == "industry";
  if (fraction) return percent_text(number);
  const auto value = parse_decimal(number);
  return value ? to_text_rounded(*value, 2, Round::away_from_zero) : number;
}
std::string money_text(const std::string& amount) {
  const auto value = parse_decimal(amount);
  return value ? requirement_text(Money{*value, usd}) : "";
}

std::string parts_text(const Detail& position) {
  std::string text;
  for (const Detail& part : items_in(position, "parts"))
    text += (text.empty() ? "" : " + ") + text_in(part, "rule") + " " +
            percent_text(text_in(part, "rate"));
  const std::string dollars = text_in(position, "dollars_a_share");
  if (!dollars.empty()) text += (text.empty() ? "" : ", ") + ("at least " + dollars + " a share");
  return text;
}

std::string positions_table(const Detail& house, HouseRows rows, const Paper& paper) {
  Table table{.columns = {{"position"},
                          {"asked", Align::right},
                          {"law", Align::right},
                          {"the house's part"}},
              .rows = {}};
  const auto& positions = items_in(house, "positions");
  for (const Detail& position : positions) {
    if (rows == HouseRows::some && table.rows.size() == rows_on_screen) break;
    table.rows.push_back(
        {.cells = {text_in(position, "side") + " " + text_in(position, "symbol"),
                   percent_text(text_in(position, "rate")),
                   percent_text(text_in(position, "law_rate")), parts_text(position)}});
  }
  if (table.rows.empty()) return "";
  std::string out = "\n" + table_text(table, paper);
  if (table.rows.size() < positions.size())
    out += "  " + std::to_string(positions.size() - table.rows.size()) + " more under --explain\n";
  return out;
}

std::string until_text(const Detail& step) {
  const std::string shares = text_in(step, "shares");
  const std::string value = money_text(text_in(step, "value"));
  if (shares.empty()) return "a fall of " + value;
  const auto count = parse_quantity(shares);
  return (count ? quantity_text(*count) : shares) + " shares, " + value;
}

/// Less than a twentieth of the way there: a day's volume of a large company, say.
bool far_off(const Detail& step) {
  const auto now = decimal_in(step, "now"), at = decimal_in(step, "next_at");
  return now && at && Decimal{} < *at && *now < *at &&
         multiply(*now, Decimal{20}, Round::toward_zero) < *at && text_in(step, "by") != "price";
}

std::string steps_table(const Detail& house, HouseRows rows, const Paper& paper) {
  Table table{.columns = {{"next step"},
                          {"by"},
                          {"now", Align::right},
                          {"beyond", Align::right},
                          {"until then", Align::right},
                          {"then", Align::right},
                          {"costs", Align::right}},
              .rows = {}};
  const auto& steps = items_in(house, "next_steps");
  for (const Detail& step : steps) {
    if (rows == HouseRows::some && (table.rows.size() == rows_on_screen || far_off(step))) continue;
    const std::string by = text_in(step, "by");
    const std::string next = text_in(step, "next_rate"), dollars = text_in(step, "next_dollars");
    const std::string cost = text_in(step, "cost");
    std::string spoken_by = by;
    std::ranges::replace(spoken_by, '_', ' ');
    std::string then = "not said";
    if (!next.empty()) then = percent_text(next);
    else if (!dollars.empty()) then = dollars + " a share";
    table.rows.push_back(
        {.cells = {text_in(step, "symbol"), spoken_by, fact_text(by, text_in(step, "now")),
                   fact_text(by, text_in(step, "next_at")), until_text(step), then,
                   cost.empty() ? "not said" : money_text(cost)}});
  }
  if (table.rows.empty()) return "";
  std::string out = "\n" + table_text(table, paper);
  if (table.rows.size() < steps.size())
    out += "  " + std::to_string(steps.size() - table.rows.size()) + " more under --explain\n";
  return out;
}

std::string remarks(const Detail& house, const Paper& paper) {
  std::string out;
  for (const Detail& raised : items_in(house, "raised"))
    out += item("  - ",
                text_in(raised, "symbol") + ": the house's " +
                    percent_text(text_in(raised, "house_rate")) + " is below the law's " +
                    percent_text(text_in(raised, "law_rate")) + ", which stands (" +
                    text_in(raised, "where") + ")",
                paper.width);
  for (const Detail& blocked : items_in(house, "blocked")) {
    std::string symbols;
    for (const Detail& symbol : items_in(blocked, "symbols"))
      symbols += (symbols.empty() ? "" : ", ") + printable(symbol.text);
    out += item("  - ",
                (symbols.empty() ? "" : symbols + ": ") + text_in(blocked, "reason") + " (" +
                    text_in(blocked, "where") + ")",
                paper.width);
  }
  return out.empty() ? "" : "\n" + out;
}

}  // namespace

std::string title_of(const MethodResult& result) {
  const std::string method{result.method.text()};
  return result.house.empty() ? method : method + " with " + printable(result.house);
}

std::string house_section(const Detail& detail, HouseRows rows, const Paper& paper) {
  const Detail* house = member(detail, "house");
  if (!house) return "";
  std::string out = "\n" +
                    inked("house rules of " + text_in(*house, "title") + ", from " +
                              text_in(*house, "effective_from"),
                          Emphasis::strong, paper.ink) +
                    "\n";
  out += item(
      "  ",
      "maintenance is " + money_text(text_in(*house, "maintenance")) +
          "; the same groups by the law alone: " + money_text(text_in(*house, "law_maintenance")),
      paper.width);
  return out + positions_table(*house, rows, paper) + remarks(*house, paper) +
         steps_table(*house, rows, paper);
}

}  // namespace plimsoll::report
