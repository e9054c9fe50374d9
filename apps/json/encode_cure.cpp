#include "apps/json/encode_cure.hpp"

#include <algorithm>

#include "apps/json/write_ratios.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

using strategy::Cure;
using strategy::CureTrade;
using strategy::RungReached;

std::string_view word_of(strategy::CureState state) {
  switch (state) {
    case strategy::CureState::at_target:
      return "at_target";
    case strategy::CureState::cured:
      return "cured";
    case strategy::CureState::short_of:
      return "short_of";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::string_view word_of(strategy::SpreadFrom from) {
  switch (from) {
    case strategy::SpreadFrom::quote:
      return "quote";
    case strategy::SpreadFrom::policy:
      return "policy";
    case strategy::SpreadFrom::none:
      return "none";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::string_view word_of(strategy::RungAction action) {
  switch (action) {
    case strategy::RungAction::stop_adding:
      return "stop_adding";
    case strategy::RungAction::stop_draws:
      return "stop_draws";
    case strategy::RungAction::sell:
      return "sell";
    case strategy::RungAction::sell_with_gains:
      return "sell_with_gains";
    case strategy::RungAction::flatten:
      return "flatten";
    case strategy::RungAction::broker_liquidates:
      return "broker_liquidates";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::string_view word_of(strategy::RungState state) {
  switch (state) {
    case strategy::RungState::due_now:
      return "due_now";
    case strategy::RungState::ahead:
      return "ahead";
    case strategy::RungState::never:
      return "never";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::string_view word_of(strategy::CascadeEnd end) {
  switch (end) {
    case strategy::CascadeEnd::cured:
      return "cured";
    case strategy::CascadeEnd::wiped_out:
      return "wiped_out";
    case strategy::CascadeEnd::nothing_left:
      return "nothing_left";
    case strategy::CascadeEnd::no_fixed_point:
      return "no_fixed_point";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

/// A reason where there is one, or null.
void write_reason(Writer& out, std::string_view key, const std::optional<Error>& reason) {
  if (!reason) return;
  out.key(key);
  write_error(out, *reason);
}

/// What is not known is null, and not in `known`.
void write_cost(Writer& out, const strategy::SaleCost& cost,
                const strategy::MissingCosts& missing) {
  const auto unless = [](bool lacks, Money money) {
    return lacks ? std::nullopt : std::optional{money};
  };
  out.key("cost").begin_object();
  write_amount(out, "spread", cost.spread.amount);
  write_amount(out, "impact", unless(missing.impact(), cost.impact));
  write_amount(out, "tax", unless(missing.cost_basis, cost.tax));
  write_amount(out, "known", cost.total().amount);
  out.key("missing").begin_array();
  if (missing.daily_volume) out.text("daily_volume");
  if (missing.volatility) out.text("volatility");
  if (missing.cost_basis) out.text("cost_basis");
  if (missing.holding_period) out.text("holding_period");
  out.end_array().end_object();
}

void write_trade(Writer& out, const CureTrade& trade) {
  out.begin_object();
  write_text(out, "symbol", trade.symbol.view());
  write_text(out, "quantity", to_text(trade.quantity));
  write_amount(out, "price", trade.price.per_unit);
  write_text(out, "currency", trade.price.currency.code());
  write_amount(out, "proceeds", trade.proceeds.amount);
  write_cost(out, trade.cost, trade.missing);
  write_text(out, "spread_from", word_of(trade.spread_from));
  write_amount(out, "requirement_freed", trade.requirement_freed.amount);
  write_ratio(out, "days", trade.days);
  out.key("together").begin_array();
  for (const InstrumentId& id : trade.together) out.text(id.view());
  out.end_array().end_object();
}

strategy::MissingCosts missing_of_any(const std::vector<CureTrade>& trades) {
  strategy::MissingCosts any;
  for (const CureTrade& trade : trades) {
    any.daily_volume |= trade.missing.daily_volume;
    any.volatility |= trade.missing.volatility;
    any.cost_basis |= trade.missing.cost_basis;
    any.holding_period |= trade.missing.holding_period;
  }
  return any;
}

/// What is sold and what that leaves: members of the open object.
void write_plan(Writer& out, const Cure& cure) {
  write_text(out, "state", word_of(cure.state));
  write_amount(out, "deficit", cure.deficit.amount);
  write_amount(out, "owed", cure.owed);
  write_amount(out, "deposit", cure.deposit);
  write_reason(out, "no_deposit", cure.no_deposit);
  out.key("trades").begin_array();
  for (const CureTrade& trade : cure.trades) write_trade(out, trade);
  out.end_array();
  write_amount(out, "proceeds", cure.proceeds.amount);
  write_cost(out, cure.cost, missing_of_any(cure.trades));
  out.key("after").begin_object();
  write_room(out, cure.after);
  write_ratio(out, "multiple", cure.multiple_after());
  out.end_object();
  write_amount(out, "deposit_besides", cure.deposit_besides);
  write_reason(out, "no_deposit_besides", cure.no_deposit_besides);
  out.key("not_sold").begin_array();
  for (const strategy::NotSold& one : cure.not_sold) {
    out.begin_object();
    write_text(out, "symbol", one.id.view());
    write_text(out, "reason", one.reason);
    out.end_object();
  }
  out.end_array();
  out.key("evaluations").whole(cure.evaluations);
}

void write_rung(Writer& out, const RungReached& rung) {
  out.begin_object();
  write_ratio(out, "level", rung.rung.level);
  write_text(out, "action", word_of(rung.rung.action));
  write_ratio(out, "restore", rung.restore);
  write_text(out, "state", word_of(rung.state));
  const bool reached = rung.state != strategy::RungState::never;
  // Falls are above zero, as the contract has them; today's is none at all, and not minus none.
  const bool rises = reached && 0 < rung.move;
  write_ratio(out, "decline", reached && !rises ? std::optional{0.0 - rung.move} : std::nullopt);
  write_ratio(out, "rise", rises ? std::optional{rung.move} : std::nullopt);
  out.key("jump").boolean(rung.jump);
  write_ratio(out, "other_side", rung.other_side);
  out.key("there");
  if (rung.there) {
    out.begin_object();
    write_room(out, *rung.there);
    out.end_object();
  } else {
    out.null();
  }
  out.key("plan");
  if (rung.plan) {
    out.begin_object();
    write_plan(out, *rung.plan);
    out.end_object();
  } else {
    out.null();
  }
  write_reason(out, "no_plan", rung.no_plan);
  out.end_object();
}

void write_ladder(Writer& out, const strategy::Ladder& ladder) {
  out.begin_object();
  out.key("rungs").begin_array();
  for (const RungReached& rung : ladder.rungs) write_rung(out, rung);
  out.end_array();
  const auto due = ladder.due();
  write_ratio(out, "due", due ? std::optional{ladder.rungs[*due].rung.level} : std::nullopt);
  write_ratio(out, "searched_to", ladder.from);
  write_ratio(out, "searched_up_to", ladder.to);
  write_reason(out, "stopped", ladder.stopped);
  out.end_object();
}

void write_cascade(Writer& out, const strategy::Cascade& cascade) {
  out.begin_object();
  write_text(out, "end", word_of(cascade.end));
  write_ratio(out, "amplification", cascade.amplification());
  write_amount(out, "sold", cascade.sold.amount);
  out.key("after").begin_object();
  write_room(out, cascade.after);
  out.end_object();
  out.key("rounds").begin_array();
  for (const strategy::CascadeRound& round : cascade.rounds) {
    out.begin_object();
    write_amount(out, "deficit", round.deficit.amount);
    write_amount(out, "sold", round.sold.amount);
    out.key("pressed").begin_array();
    for (const strategy::Pressed& one : round.pressed) {
      out.begin_object();
      write_text(out, "symbol", one.id.view());
      write_text(out, "sold", to_text(one.sold));
      write_ratio(out, "move", one.move);
      out.end_object();
    }
    out.end_array().end_object();
  }
  out.end_array();
  out.key("refused").begin_array();
  for (const Error& error : cascade.refused) write_error(out, error);
  out.end_array().end_object();
}

template <class T, class Write>
void write_part(Writer& out, std::string_view key, const strategy::Part<T>& part,
                const Write& write) {
  if (!part) return;
  out.key(key);
  if (*part) write(out, **part);
  else out.null();
}

}  // namespace

void write_cure(Writer& out, const Cure& cure, const strategy::Part<strategy::Ladder>& ladder,
                const strategy::Part<strategy::Cascade>& cascade) {
  out.begin_object();
  out.key("inputs").begin_object();
  write_room(out, cure.today);
  write_ratio(out, "multiple", cure.multiple_today());
  write_ratio(out, "target", cure.target);
  out.end_object();
  write_plan(out, cure);
  write_part(out, "ladder", ladder, write_ladder);
  write_part(out, "cascade", cascade, write_cascade);
  out.end_object();
}

}  // namespace plimsoll::json
