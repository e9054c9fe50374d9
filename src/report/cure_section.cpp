#include "report/cure_section.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "report/figures.hpp"
#include "report/legs.hpp"
#include "report/ratios.hpp"
#include "report/sums.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

using strategy::Cure;
using strategy::CureState;
using strategy::CureTrade;
using strategy::RungAction;
using strategy::RungReached;
using strategy::RungState;

constexpr std::size_t trades_on_screen = 12;
constexpr std::size_t trades_in_a_rung = 2;
constexpr const char* unknown = "unknown";

bool bought(const CureTrade& trade) { return !trade.quantity.is_negative(); }

std::string amount_or(const std::optional<Money>& money, const char* otherwise) {
  return money ? requirement_text(*money) : otherwise;
}

std::string sums_of(const Cure& cure, const Paper& paper) {
  std::vector<SumsLine> lines{
      {"equity", equity_text(cure.today.equity), "requirement",
       requirement_text(cure.today.requirement)},
      {"equity / requirement", known(cure.multiple_today(), times_text, "no requirement"), "target",
       times_text(cure.target)},
      {"missing", requirement_text(cure.deficit), "a deposit alone",
       amount_or(cure.deposit, unknown)}};
  if (cure.owed) lines.push_back({"owed beyond all there is", requirement_text(*cure.owed)});
  return sums_text(lines, paper);
}

std::string tax_text(const CureTrade& trade) {
  return trade.missing.cost_basis ? unknown : excess_text(trade.cost.tax);
}

std::string days_of(const CureTrade& trade) {
  if (!trade.days) return "-";
  return std::to_string(static_cast<long>(std::ceil(std::min(*trade.days, 1e6))));
}

Row row_of(const CureTrade& trade) {
  return {.cells = {bought(trade) ? "buy" : "sell", quantity_text(abs(trade.quantity)),
                    spoken(trade.symbol), price_text(trade.price), excess_text(trade.proceeds),
                    requirement_text(trade.cost.paid()), tax_text(trade),
                    excess_text(trade.requirement_freed), days_of(trade)}};
}

std::string trades_table(const Cure& cure, const Paper& paper) {
  if (cure.trades.empty()) return "";
  Table table{.columns = {{"do"},
                          {"quantity", Align::right},
                          {"symbol", Align::whole},
                          {"price", Align::right},
                          {"proceeds", Align::right},
                          {"cost", Align::right},
                          {"tax", Align::right},
                          {"frees", Align::right},
                          {"days", Align::right}},
              .rows = {}};
  const bool tax_unknown = std::ranges::any_of(
      cure.trades, [](const CureTrade& trade) { return trade.missing.cost_basis; });
  for (const CureTrade& trade : cure.trades)
    if (table.rows.size() < trades_on_screen) table.rows.push_back(row_of(trade));
  if (cure.trades.size() > 1)
    table.rows.push_back(
        {.cells = {"all", "", "", "", excess_text(cure.proceeds),
                   requirement_text(cure.cost.paid()),
                   tax_unknown ? unknown : excess_text(cure.cost.tax),
                   excess_text(cure.today.requirement - cure.after.requirement), ""},
         .emphasis = Emphasis::strong});
  std::string out = "\n" + table_text(table, paper);
  if (trades_on_screen < cure.trades.size())
    out += item("  - ",
                std::to_string(cure.trades.size() - trades_on_screen) + " further trades: --json",
                paper);
  return out;
}

std::string outcome(const Cure& cure) {
  const std::string after = "equity " + equity_text(cure.after.equity) + ", requirement " +
                            requirement_text(cure.after.requirement) + ", " +
                            known(cure.multiple_after(), times_text, std::string{"no requirement"});
  switch (cure.state) {
    case CureState::at_target:
      return "the target is met: nothing to do";
    case CureState::cured:
      return "after it: " + after;
    case CureState::short_of:
      return (cure.trades.empty() ? "no sale helps" : "all that helps is sold: " + after) +
             "; still to deposit: " + amount_or(cure.deposit_besides, unknown);
  }
  PLIMSOLL_CHECK(false);
  return "";
}

/// Symbols of the trades of which something holds: "AAPL, KO".
template <class Which>
std::string symbols(const Cure& cure, const Which& which) {
  std::string text;
  for (const CureTrade& trade : cure.trades)
    if (which(trade)) text += (text.empty() ? "" : ", ") + spoken(trade.symbol);
  return text;
}

std::string without(const Cure& cure, const Paper& paper) {
  std::string out;
  const auto say = [&](const std::string& what, const std::string& of, const std::string& give) {
    if (!of.empty()) out += item("  - ", what + of + give, paper);
  };
  say("without the mark on the price of ",
      symbols(cure, [](const CureTrade& trade) { return trade.missing.impact(); }),
      ": give an adv and a volatility");
  say("without the tax on ",
      symbols(cure, [](const CureTrade& trade) { return trade.missing.cost_basis; }),
      ": give what it cost");
  say("taxed as if held for a year or less: ",
      symbols(cure, [](const CureTrade& trade) { return trade.missing.holding_period; }),
      "; give its tax lots");
  say("half of bid to ask is the policy's for ",
      symbols(
          cure,
          [](const CureTrade& trade) { return trade.spread_from == strategy::SpreadFrom::policy; }),
      "");
  return out;
}

std::string not_sold(const Cure& cure, const Paper& paper) {
  std::vector<std::pair<std::string, std::string>> by_reason;
  for (const strategy::NotSold& one : cure.not_sold) {
    auto at = std::ranges::find(by_reason, one.reason, &std::pair<std::string, std::string>::first);
    if (at == by_reason.end()) at = by_reason.insert(by_reason.end(), {one.reason, ""});
    at->second += (at->second.empty() ? "" : ", ") + spoken(one.id);
  }
  std::string out;
  for (const auto& [reason, ids] : by_reason)
    out += item("  - ", "not sold: " + ids + ": " + printable(reason), paper);
  return out;
}

std::string why_unknown(const Cure& cure, const Paper& paper) {
  std::string out;
  for (const auto& reason : {cure.no_deposit, cure.no_deposit_besides})
    if (reason) out += item("  - ", "no deposit is known: " + printable(reason->what), paper);
  return out;
}

std::string name_of(RungAction action) {
  switch (action) {
    case RungAction::stop_adding:
      return "add nothing";
    case RungAction::stop_draws:
      return "end draws and reinvestment";
    case RungAction::sell:
      return "sell without gains";
    case RungAction::sell_with_gains:
      return "sell, gains too";
    case RungAction::flatten:
      return "close what is asked most for";
    case RungAction::broker_liquidates:
      return "the broker sells";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::string where_of(const RungReached& rung) {
  switch (rung.state) {
    case RungState::due_now:
      return "now";
    case RungState::ahead:
      return distance_text(rung.move) + (rung.jump ? " *" : "");
    case RungState::never:
      return "none";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

/// "251 XYZ, 3 UPP and 2 more for 16,064.00".
std::string sold_in(const Cure& plan) {
  std::string text;
  const std::string_view sold = std::ranges::any_of(plan.trades, bought) ? "sell " : "";
  for (std::size_t i = 0; i < std::min(plan.trades.size(), trades_in_a_rung); ++i)
    text += (i == 0 ? "" : ", ") + std::string{bought(plan.trades[i]) ? "buy " : sold} +
            quantity_text(abs(plan.trades[i].quantity)) + " " + spoken(plan.trades[i].symbol);
  if (trades_in_a_rung < plan.trades.size())
    text += " and " + std::to_string(plan.trades.size() - trades_in_a_rung) + " more";
  if (!text.empty()) text += " for " + excess_text(plan.proceeds);
  if (plan.state != CureState::short_of) return text;
  // What may not be sold at this rung, as where its cost is not known, might have helped.
  if (text.empty()) text = plan.not_sold.empty() ? "nothing helps" : "nothing may be sold here";
  return text + "; " + "deposit " + amount_or(plan.deposit_besides, unknown);
}

Row row_of(const RungReached& rung) {
  std::string sold;
  if (rung.plan) sold = sold_in(*rung.plan);
  else if (rung.no_plan) sold = "no plan: " + printable(rung.no_plan->what);
  return {.cells = {times_text(rung.rung.level), name_of(rung.rung.action), where_of(rung), sold,
                    rung.restore ? times_text(*rung.restore) : ""},
          .emphasis = rung.state == RungState::due_now ? Emphasis::warning : Emphasis::none};
}

std::string name_of(strategy::CascadeEnd end) {
  switch (end) {
    case strategy::CascadeEnd::cured:
      return "at the target";
    case strategy::CascadeEnd::wiped_out:
      return "with no equity left";
    case strategy::CascadeEnd::nothing_left:
      return "with nothing left to sell that helps";
    case strategy::CascadeEnd::no_fixed_point:
      return "nowhere: it still sells after the last round";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

}  // namespace

std::string cure_section(const Cure& cure, const Paper& paper) {
  const std::string notes = without(cure, paper) + not_sold(cure, paper) + why_unknown(cure, paper);
  return section_heading("cure: the least sale or deposit that restores the target", paper) + "\n" +
         sums_of(cure, paper) + trades_table(cure, paper) + "\n" +
         item("  - ", outcome(cure), paper) + notes;
}

std::string ladder_section(const strategy::Ladder& ladder, const Paper& paper) {
  Table table{.columns = {{"below", Align::right},
                          {"do"},
                          {"market", Align::right},
                          {"sold there, at its prices"},
                          {"restores", Align::right}},
              .rows = {}};
  for (const RungReached& rung : ladder.rungs) table.rows.push_back(row_of(rung));
  std::string out = section_heading("ladder: what is done at which equity / requirement", paper) +
                    "\n" + table_text(table, paper);
  if (std::ranges::any_of(ladder.rungs, &RungReached::jump))
    out += item("  * ", "the requirement leaps there rather than passes", paper);
  if (ladder.stopped)
    out += item(
        "  - ",
        "not looked beyond " + distance_text(ladder.from) + ": " + printable(ladder.stopped->what),
        paper);
  return out;
}

std::string cascade_line(const strategy::Cascade& cascade, const Paper& paper) {
  const auto amplification = cascade.amplification();
  if (!amplification) return "";
  std::string refused;
  for (const Error& error : cascade.refused)
    refused += (refused.empty() ? "" : ", ") + spoken(InstrumentId{error.where});
  return item(
      "  - ",
      "its own mark on prices makes the sale " + std::string{refused.empty() ? "" : "at least "} +
          times_text(*amplification) + " as large, in " + std::to_string(cascade.rounds.size()) +
          (cascade.rounds.size() == 1 ? " round" : " rounds") + ", and ends " +
          name_of(cascade.end) + (refused.empty() ? "" : "; without the mark on " + refused),
      paper);
}

}  // namespace plimsoll::report
