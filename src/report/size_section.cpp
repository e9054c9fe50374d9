#include "report/size_section.hpp"

#include "report/figures.hpp"
#include "report/legs.hpp"
#include "report/ratios.hpp"
#include "report/table.hpp"
#include "strategy/within_reach.hpp"

namespace plimsoll::report {
namespace {

/// "the policy lets 40.0% of such a trade be done".
std::string throttle_of(double throttle) {
  if (throttle >= 1) return "the policy's throttle lets all of a trade be done";
  if (throttle <= 0) return "the policy's throttle lets no trade be done";
  return "the policy's throttle lets " + distance_text(throttle) + " of a trade be done";
}

using strategy::Cap;
using strategy::LimitState;
using strategy::TradeLimit;
using strategy::Weights;

constexpr std::size_t rows_on_screen = 8;

std::string money_text(const std::optional<Money>& money) {
  return money ? excess_text(*money) : "-";
}

/// To a tenth, rounded down: "3.4".
std::string effective_text(double names) {
  return to_text_rounded(decimal_of(names), 1, Round::toward_zero);
}

std::string caps_table(const strategy::SizeCaps& caps, const Paper& paper) {
  Table table{
      .columns = {{"leverage allowed by"}, {"most", Align::right}, {"room", Align::right}, {""}},
      .rows = {}};
  const Cap *least = caps.binding(), *limit = caps.binding_limit();
  for (const Cap& cap : caps.caps) {
    std::string mark = printable(cap.missing);
    if (&cap == limit) mark = "<- binds trades";
    else if (&cap == least) mark = "<- least, by an estimate of the return";
    table.rows.push_back(
        {.cells = {std::string{word_of(cap.rule)}, known(cap.leverage, times_text, "-"),
                   money_text(cap.room), mark},
         .emphasis = &cap == limit ? Emphasis::strong : Emphasis::none});
  }
  return table_text(table, paper);
}

std::string value_text(const strategy::LimitAt& at, double value) {
  switch (at.limit) {
    case TradeLimit::initial:
      if (const auto amount = strategy::within_reach(value)) return excess_text({*amount, usd});
      return "-";
    case TradeLimit::buffer:
    case TradeLimit::stress:
    case TradeLimit::leverage:
      return times_text(value);
    case TradeLimit::liquidity:
      return days_text(value);
    case TradeLimit::single_name:
    case TradeLimit::issuer:
    case TradeLimit::sector:
      return use_text(value);
    case TradeLimit::size:
      return "";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::string limit_text(const strategy::LimitAt& at) {
  return std::string{word_of(at.limit)} + (at.of.empty() ? "" : ", " + printable(at.of));
}

Row row_of(const strategy::LargestTrade& trade) {
  const std::string side = trade.side == strategy::TradeSide::buy ? "buy " : "sell ";
  if (trade.refused)
    return {.cells = {side + spoken(trade.id), "-", "-", "-",
                      "not answered: " + printable(trade.refused->what), "", ""}};
  return {.cells = {side + spoken(trade.id), quantity_text(trade.quantity),
                    requirement_text(trade.cost),
                    trade.throttled ? quantity_text(*trade.throttled) : "-",
                    limit_text(trade.at_most), value_text(trade.at_most, trade.at_most.value),
                    value_text(trade.beyond, trade.beyond.value)}};
}

std::string trades_table(const strategy::LargestTrades& trades, const Paper& paper) {
  if (trades.trades.empty()) return "";
  Table table{.columns = {{"largest trade"},
                          {"units", Align::right},
                          {"cost", Align::right},
                          {"throttled", Align::right},
                          {"stopped by"},
                          {"there", Align::right},
                          {"a lot more", Align::right}},
              .rows = {}};
  for (const strategy::LargestTrade& trade : trades.trades) {
    if (table.rows.size() == rows_on_screen) break;
    table.rows.push_back(row_of(trade));
  }
  std::string out = "\n" + table_text(table, paper);
  if (rows_on_screen < trades.trades.size())
    out += item("  - ", std::to_string(trades.trades.size() - rows_on_screen) + " more: --json",
                paper);
  if (trades.throttle && trades.stressed_multiple)
    out += item("  - ",
                throttle_of(*trades.throttle) + ": equity / requirement is " +
                    times_text(*trades.stressed_multiple) + " after " + printable(trades.hardest),
                paper);
  return out;
}

void add_rows(Table& table, const Weights& weights) {
  std::size_t shown = 0;
  for (const strategy::Weight& row : weights.rows) {
    const bool breach = row.state == LimitState::breach;
    if (!breach && shown == 3) continue;  // the greatest, and whatever is beyond its limit
    ++shown;
    table.rows.push_back(
        {.cells = {std::string{word_of(weights.by)}, printable(row.of), use_text(row.of_gross),
                   known(row.of_equity, use_text, "no equity"),
                   known(weights.limit, distance_text, "-"), money_text(row.room),
                   std::string{word_of(row.state)}},
         .emphasis = breach ? Emphasis::warning : Emphasis::none});
  }
}

std::string weights_table(const strategy::Concentration& made, const Paper& paper) {
  Table table{.columns = {{"concentration"},
                          {""},
                          {"of gross", Align::right},
                          {"of equity", Align::right},
                          {"limit", Align::right},
                          {"room", Align::right},
                          {""}},
              .rows = {}};
  for (const Weights& weights : made.by) add_rows(table, weights);
  if (table.rows.empty()) return "";
  std::string out = "\n" + table_text(table, paper);
  for (const Weights& weights : made.by)
    if (const auto effective = weights.effective();
        effective && weights.by == strategy::Grouping::name)
      out +=
          item("  - ", "as concentrated as " + effective_text(*effective) + " equal names", paper);
  return out;
}

std::string remarks(const strategy::Size& size, const Paper& paper) {
  std::string out;
  const strategy::Concentration& made = size.concentration;
  if (!made.wiping.empty()) {
    const strategy::NameLoss& first = made.wiping.front();
    if (first.fall)
      out += item("  - ",
                  "a fall of " + distance_text(*first.fall) + " of " + spoken(first.name) +
                      " alone takes all equity",
                  paper);
    else if (first.rise)
      out += item("  - ",
                  "a rise of " + distance_text(*first.rise) + " of " + spoken(first.name) +
                      " alone takes all equity",
                  paper);
  }
  for (const strategy::LiquidityDays& one : made.liquidity)
    if (one.state == LimitState::breach)
      out += item("  - ",
                  spoken(one.id) + " takes " + days_text(one.days) + " to sell at " +
                      use_text(made.participation) + " of a day's volume",
                  paper);
  if (size.rebalance)
    out += item(
        "  - ",
        std::string{word_of(size.rebalance->move)} +
            (size.rebalance->trade.amount.is_zero() ? ""
                                                    : " " + excess_text(size.rebalance->trade)) +
            ": " + size.rebalance->reason,
        paper);
  if (size.no_rebalance) out += item("  - ", printable(size.no_rebalance->what), paper);
  for (const NotApplied& one : made.not_applied)
    out +=
        item("  - ",
             "not applied: " + printable(one.what) + "; it lacks " + printable(one.missing_input),
             paper);
  return out.empty() ? "" : "\n" + out;
}

}  // namespace

std::string size_section(const strategy::Size& size, const Paper& paper) {
  return section_heading("size: how much more could be carried", paper) + "\n" + "leverage " +
         known(size.caps.leverage, times_text, "unknown: no equity") + "\n\n" +
         caps_table(size.caps, paper) + trades_table(size.trades, paper) +
         weights_table(size.concentration, paper) + remarks(size, paper);
}

}  // namespace plimsoll::report
