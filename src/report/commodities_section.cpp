#include "report/commodities_section.hpp"

#include <algorithm>

#include "report/figures.hpp"
#include "report/members.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

constexpr std::size_t commodities_on_screen = 12;

using Commodities = std::vector<const Detail*>;

Decimal number(const Detail& node, std::string_view name) {
  return decimal_in(node, name).value_or(Decimal{});
}
// The currency is said in the heading, or in the row.
std::string charge_text(Decimal amount) { return requirement_text(Money{amount, usd}); }
std::string gain_text(Decimal amount) { return excess_text(Money{amount, usd}); }

/// "4", "-0.3": up to four decimals, which is what files hold.
std::string delta_text(const Detail& node, std::string_view name) {
  std::string text = to_text_rounded(number(node, name), 4, Round::half_even);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

/// Which commodity, of which position where each stands alone.
std::string name_of(const Detail& commodity) {
  const std::string position = text_in(commodity, "position");
  return text_in(commodity, "code") + (position.empty() ? "" : ": " + position);
}

/// And what it is scanned with.
std::string told_name_of(const Detail& commodity) {
  const std::string in = text_in(commodity, "scanned_in");
  const std::string with = text_in(commodity, "scanned_with");
  return name_of(commodity) + (in.empty() ? "" : ", scanned in " + in) +
         (with.empty() ? "" : ", with " + with);
}

Decimal credit_of(const Detail& commodity) {
  return number(commodity, "inter_commodity_credit") + number(commodity, "inter_exchange_credit");
}

Commodities dearest_first(const Detail& detail) {
  Commodities all;
  for (const Detail& commodity : items_in(detail, "combined_commodities"))
    all.push_back(&commodity);
  std::ranges::stable_sort(all, [](const Detail* a, const Detail* b) {
    return number(*b, "total") < number(*a, "total");
  });
  return all;
}

/// The currency all are in, or nothing.
std::string one_currency(const Commodities& commodities) {
  const std::string first = text_in(*commodities.front(), "currency");
  const bool same = std::ranges::all_of(
      commodities, [&](const Detail* one) { return text_in(*one, "currency") == first; });
  return same ? first : "";
}

Row row_of(const Detail& commodity) {
  if (member(commodity, "scanned_in"))
    return {.cells = {told_name_of(commodity), "", "", "", "", "", "", "", charge_text({})},
            .emphasis = Emphasis::dim};
  return {.cells = {told_name_of(commodity), charge_text(number(commodity, "scan_risk")),
                    text_in(commodity, "active_scenario"),
                    charge_text(number(commodity, "intra_commodity")),
                    charge_text(number(commodity, "spot")), gain_text(credit_of(commodity)),
                    charge_text(number(commodity, "short_option_minimum")),
                    gain_text(number(commodity, "net_option_value")),
                    charge_text(number(commodity, "total"))}};
}

Row total_of(const Commodities& commodities) {
  Decimal scanned, calendar, delivery, credit, value, total;
  for (const Detail* one : commodities) {
    total += number(*one, "total");
    if (member(*one, "scanned_in")) continue;
    scanned += number(*one, "scan_risk");
    calendar += number(*one, "intra_commodity");
    delivery += number(*one, "spot");
    credit += credit_of(*one);
    value += number(*one, "net_option_value");
  }
  return {.cells = {"total", charge_text(scanned), "", charge_text(calendar), charge_text(delivery),
                    gain_text(credit), "", gain_text(value), charge_text(total)},
          .emphasis = Emphasis::strong};
}

/// Each column but the last belongs to `total` as the heading over the table says.
std::string charges_table(const Commodities& commodities, CommodityRows rows, const Paper& paper) {
  Table table{.columns = {{"commodity"},
                          {"scan risk", Align::right},
                          {"active", Align::right},
                          {"calendar", Align::right},
                          {"delivery", Align::right},
                          {"credit", Align::right},
                          {"minimum", Align::right},
                          {"option value", Align::right},
                          {"total", Align::right}},
              .rows = {}};
  const std::string currency = one_currency(commodities);
  const bool all = rows == CommodityRows::all || commodities.size() <= commodities_on_screen + 1;
  const std::size_t shown = all ? commodities.size() : commodities_on_screen;
  for (std::size_t i = 0; i < shown; ++i) {
    table.rows.push_back(row_of(*commodities[i]));
    if (currency.empty())
      table.rows.back().cells.front() += ", in " + text_in(*commodities[i], "currency");
  }
  if (commodities.size() > 1 && !currency.empty()) table.rows.push_back(total_of(commodities));
  std::string out = "\n" +
                    inked("combined commodities" + (currency.empty() ? "" : ", in " + currency) +
                              ": charges less credit, at least the minimum; less option value",
                          Emphasis::strong, paper.ink) +
                    "\n";
  out += "\n" + table_text(table, paper);
  if (!all)
    out += "  " + std::to_string(commodities.size() - shown) +
           " more under --explain; the total is of all\n";
  return out;
}

/// Nothing where the table has no rows.
std::string titled(const std::string& title, const Table& table, const Paper& paper) {
  if (table.rows.empty()) return "";
  return "\n" + inked(title, Emphasis::strong, paper.ink) + "\n\n" + table_text(table, paper);
}

std::string deltas_table(const Commodities& commodities, const Paper& paper) {
  Table table{.columns = {{"commodity"},
                          {"month", Align::whole},
                          {"delta", Align::right},
                          {"in calendar spreads", Align::right},
                          {"left after credits", Align::right}},
              .rows = {}};
  for (const Detail* commodity : commodities)
    for (const Detail& rung : items_in(*commodity, "deltas"))
      table.rows.push_back(
          {.cells = {name_of(*commodity), text_in(rung, "month"), delta_text(rung, "delta"),
                     delta_text(rung, "in_calendar_spreads"), delta_text(rung, "left")}});
  return titled("deltas by month", table, paper);
}

std::string legs_text(const Detail& spread) {
  std::string legs;
  for (const Detail& leg : items_in(spread, "legs"))
    legs +=
        (legs.empty() ? "" : " against ") + delta_text(leg, "delta") + " of " + text_in(leg, "of");
  return legs;
}

std::string calendars_table(const Commodities& commodities, const Paper& paper) {
  Table table{.columns = {{"commodity"},
                          {"priority", Align::right},
                          {"deltas"},
                          {"spreads", Align::right},
                          {"rate", Align::right},
                          {"charge", Align::right}},
              .rows = {}};
  for (const Detail* commodity : commodities)
    for (const Detail& spread : items_in(*commodity, "calendar_spreads"))
      table.rows.push_back(
          {.cells = {name_of(*commodity), text_in(spread, "priority"), legs_text(spread),
                     delta_text(spread, "spreads"), charge_text(number(spread, "rate")),
                     charge_text(number(spread, "charge"))}});
  return titled("calendar spreads", table, paper);
}

std::string percent_text(Decimal fraction) {
  std::string text =
      to_text_rounded(multiply(fraction, Decimal{100}, Round::half_even), 4, Round::half_even);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text + "%";
}

std::string credits_table(const Commodities& commodities, const Paper& paper) {
  Table table{.columns = {{"commodity"},
                          {"priority", Align::right},
                          {"against"},
                          {"spreads", Align::right},
                          {"delta", Align::right},
                          {"a delta", Align::right},
                          {"of it", Align::right},
                          {"credit", Align::right}},
              .rows = {}};
  for (const Detail* commodity : commodities)
    for (const Detail& spread : items_in(*commodity, "inter_commodity_spreads"))
      table.rows.push_back(
          {.cells = {name_of(*commodity), text_in(spread, "priority"), text_in(spread, "with"),
                     delta_text(spread, "spreads"), delta_text(spread, "delta"),
                     gain_text(number(spread, "weighted_price_risk")),
                     percent_text(number(spread, "credit_rate")),
                     gain_text(number(spread, "credit"))}});
  return titled("credits between commodities", table, paper);
}

}  // namespace

bool is_by_commodity(const Detail& detail) {
  return member(detail, "combined_commodities") != nullptr;
}

std::string net_option_value_text(const Detail& detail) {
  return gain_text(number(detail, "long_option_value") - number(detail, "short_option_value"));
}

std::string commodities_section(const Detail& detail, CommodityRows rows, const Paper& paper) {
  const Commodities commodities = dearest_first(detail);
  if (commodities.empty()) return "";
  std::string out = charges_table(commodities, rows, paper);
  if (rows == CommodityRows::some) return out;
  return out + deltas_table(commodities, paper) + calendars_table(commodities, paper) +
         credits_table(commodities, paper);
}

}  // namespace plimsoll::report
