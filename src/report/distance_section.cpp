#include "report/distance_section.hpp"

#include <cmath>

#include "report/figures.hpp"
#include "report/legs.hpp"
#include "report/ratios.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

using strategy::Reach;

constexpr std::size_t names_on_screen = 12;

std::string move_text(const std::optional<double>& move) {
  return move ? distance_text(*move) : "none";
}

std::string edge_text(const std::optional<strategy::Edge>& edge) {
  return edge ? distance_text(edge->move) + (edge->jump ? " *" : "") : "none";
}

/// A distance, so cut.
std::string sigmas_text(const Reach& reach, const strategy::Distance& distance) {
  const auto sigmas = distance.daily_sigmas(reach);
  if (!sigmas) return "-";
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", std::floor(*sigmas * 10 + 1e-9) / 10);
  return text;
}

Row row_of(const Reach& reach, const strategy::Distance& distance, Emphasis emphasis) {
  const auto price = [&]() -> std::string {
    if (reach.down && reach.down->price)
      return equity_text({reach.down->price->per_unit, reach.down->price->currency});
    return "";
  };
  return {.cells = {reach.name.empty() ? "the whole market, by beta" : spoken(reach.name),
                    equity_text(reach.exposure), edge_text(reach.down), price(),
                    edge_text(reach.up), sigmas_text(reach, distance)},
          .emphasis = emphasis};
}

std::string shocks_table(const strategy::Distance& distance, const Paper& paper) {
  if (distance.shocks.empty() && distance.no_effect.empty()) return "";
  Table table{.columns = {{"if more were asked"},
                          {"requirement", Align::right},
                          {"excess", Align::right},
                          {"fall", Align::right},
                          {"rise", Align::right}},
              .rows = {}};
  for (const strategy::ShockedReach& one : distance.shocks)
    table.rows.push_back(
        {.cells = {one.shock.rate ? "at least " + to_text(*one.shock.rate) + " of shares and funds"
                                  : times_text(one.shock.multiple) + " the requirement",
                   requirement_text(one.requirement), excess_text(one.excess), move_text(one.down),
                   move_text(one.up)},
         .emphasis = one.excess.amount.is_negative() ? Emphasis::warning : Emphasis::none});
  std::string out = "\n" + table_text(table, paper);
  for (const strategy::RateWithoutEffect& one : distance.no_effect)
    out += item("  - ",
                "at least " + to_text(one.rate) +
                    " of shares and funds changes nothing: " + std::string{one.why},
                paper);
  return out;
}

std::string listed(const std::vector<InstrumentId>& ids) {
  std::string text;
  for (const InstrumentId& id : ids) text += (text.empty() ? "" : ", ") + spoken(id);
  return text;
}

bool any_jump(const strategy::Distance& distance) {
  const auto jumps = [](const Reach& reach) {
    return (reach.down && reach.down->jump) || (reach.up && reach.up->jump);
  };
  for (const Reach& reach : distance.names)
    if (jumps(reach)) return true;
  return jumps(distance.market);
}

std::string notes(const strategy::Distance& distance, const Paper& paper) {
  std::string out;
  if (distance.called())
    out += item("  - ",
                "called already: the excess is " + excess_text(distance.room.excess()) +
                    "; the moves are those at which that changes",
                paper);
  if (any_jump(distance))
    out += item("  * ", "the requirement leaps there rather than passes", paper);
  if (!distance.assumed_beta.empty())
    out += item(
        "  - ",
        "beta is not stated and taken as the policy's default: " + listed(distance.assumed_beta),
        paper);
  if (!distance.steady.empty())
    out += item("  - ",
                "taken to keep their price while the whole market moves, as the policy says: " +
                    listed(distance.steady),
                paper);
  if (distance.market.stopped)
    out += item("  - ",
                "not looked beyond " + distance_text(distance.market.from) + " and " +
                    distance_text(distance.market.to) + ": " +
                    printable(distance.market.stopped->what),
                paper);
  else if (!distance.market.down && !strategy::looked_for_any_fall(distance.market))
    out += item("  - ",
                "a fall was looked for as far as " + distance_text(distance.market.from) +
                    ", as the policy says",
                paper);
  return out;
}

}  // namespace

std::string distance_section(const strategy::Distance& distance, const Paper& paper) {
  Table table{.columns = {{"what moves"},
                          {"exposure", Align::right},
                          {"fall", Align::right},
                          {"to", Align::right},
                          {"rise", Align::right},
                          {"daily sigmas", Align::right}},
              .rows = {row_of(distance.market, distance, Emphasis::strong)}};
  std::size_t never = 0, shown = 0;
  for (const Reach& reach : distance.names) {
    if (!reach.nearest()) ++never;
    else if (++shown <= names_on_screen)
      table.rows.push_back(row_of(reach, distance, Emphasis::none));
  }
  std::string out = section_heading("distance: how far prices may go before a call", paper) + "\n" +
                    table_text(table, paper);
  if (names_on_screen < shown)
    out += item("  - ", std::to_string(shown - names_on_screen) + " further names: --json", paper);
  if (never > 0)
    out += item("  - ",
                std::to_string(never) +
                    (never == 1 ? " name brings no call alone" : " names bring no call alone"),
                paper);
  return out + notes(distance, paper) + shocks_table(distance, paper);
}

namespace {

std::string edges_text(const strategy::TimeToCall& time) {
  std::string text;
  if (time.decline) text = "a fall of " + distance_text(*time.decline);
  if (time.rise) text += (text.empty() ? "" : " or ") + ("a rise of " + distance_text(*time.rise));
  return text + " of " + (time.name.empty() ? "the market" : spoken(time.name));
}

}  // namespace

std::string time_section(const strategy::TimeToCall& time, const Paper& paper) {
  Table table{.columns = {{"volatility"}, {"a year", Align::right}}, .rows = {}};
  if (time.regimes.empty()) return "";
  for (const strategy::CallByHorizon& one : time.regimes.front().horizons)
    table.columns.push_back({std::to_string(one.days) + " days", Align::right});
  table.columns.push_back({"ever", Align::right});
  table.columns.push_back({"median", Align::right});
  for (const strategy::CallByRegime& regime : time.regimes) {
    Row& row = table.rows.emplace_back();
    row.cells = {printable(regime.regime), use_text(regime.volatility)};
    for (const strategy::CallByHorizon& one : regime.horizons)
      row.cells.push_back(chance_text(one.probability));
    row.cells.push_back(chance_text(regime.ever));
    row.cells.push_back(known(regime.median_days, days_text, "none"));
  }
  std::string out = section_heading("chance of a call within trading days, watched " +
                                        std::string{time.monitoring == strategy::Monitoring::daily
                                                        ? "at each close"
                                                        : "all the time"},
                                    paper) +
                    "\n" + table_text(table, paper);
  out += item("  - ",
              edges_text(time) + ", which is expected to return " + use_text(time.expected_return) +
                  " a year while the debit grows by " + use_text(time.borrowing_rate),
              paper);
  if (time.volatility_beside > 0 && time.name.empty())
    out += item("  - ",
                "a year: of the market, with " + use_text(time.volatility_beside) +
                    " that names move besides, as their quotes say",
                paper);
  if (time.today() == nullptr)
    out += item("  - ",
                "how much the market moves today is not known: give the price of VIX under "
                "market.quotes; these are the policy's regimes",
                paper);
  if (time.simulated)
    out += item("  - ",
                "simulated, " + printable(time.simulated->regime) + ": " +
                    chance_text(time.simulated->probability) + " within " +
                    std::to_string(time.simulated->days) + " days (" +
                    chance_text(time.simulated->low) + " to " + chance_text(time.simulated->high) +
                    ", " + std::to_string(time.simulated->paths) + " paths)",
                paper);
  return out;
}

}  // namespace plimsoll::report
