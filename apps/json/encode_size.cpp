#include "apps/json/encode_size.hpp"

#include <algorithm>

#include "apps/json/write_ratios.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

/// "shock survival" to "shock_survival": a word of the page as a key.
std::string key_of(std::string_view word) {
  std::string key{word};
  std::ranges::transform(key, key.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  std::ranges::replace(key, ' ', '_');
  return key;
}

void write_inputs(Writer& out, const strategy::Size& size) {
  out.key("inputs").begin_object();
  write_room(out, size.room);
  write_amount(out, "cash", size.cash);
  write_amount(out, "gross_value", size.gross.amount);
  write_amount(out, "exposure", size.exposure.amount);
  write_ratio(out, "buffer_target", size.buffer_target);
  write_ratio(out, "market_volatility", size.market_volatility);
  write_ratio(out, "beta", size.caps.risk.beta);
  write_ratio(out, "volatility", size.caps.risk.volatility);
  write_ratio(out, "requirement_rate", size.caps.risk.requirement);
  write_ratio(out, "participation", size.concentration.participation);
  out.end_object();
}

void write_rule(Writer& out, std::string_view key, const strategy::Cap* cap) {
  out.key(key);
  if (cap) out.text(key_of(word_of(cap->rule)));
  else out.null();
}

void write_caps(Writer& out, const strategy::SizeCaps& caps) {
  write_ratio(out, "leverage", caps.leverage);
  write_rule(out, "binding", caps.binding());
  write_rule(out, "binding_limit", caps.binding_limit());
  out.key("caps").begin_array();
  for (const strategy::Cap& cap : caps.caps) {
    out.begin_object();
    write_text(out, "rule", key_of(word_of(cap.rule)));
    write_ratio(out, "leverage", cap.leverage);
    write_amount(out, "room", cap.room);
    if (!cap.missing.empty()) write_text(out, "missing", cap.missing);
    out.key("inputs").begin_object();
    for (const strategy::NamedInput& one : cap.inputs) write_ratio(out, one.name, one.value);
    out.end_object().end_object();
  }
  out.end_array();
}

void write_limit(Writer& out, std::string_view key, const strategy::LimitAt& at) {
  out.key(key).begin_object();
  write_text(out, "limit", key_of(word_of(at.limit)));
  if (!at.of.empty()) write_text(out, "of", at.of);
  if (at.limit != strategy::TradeLimit::size) {
    write_ratio(out, "value", at.value);
    write_ratio(out, "allowed", at.allowed);
  }
  out.end_object();
}

void write_trades(Writer& out, const strategy::LargestTrades& trades) {
  out.key("throttle").begin_object();
  write_ratio(out, "multiplier", trades.throttle);
  write_ratio(out, "stressed_multiple", trades.stressed_multiple);
  if (!trades.hardest.empty()) write_text(out, "hardest", trades.hardest);
  out.end_object();
  write_ratio(out, "trade_leverage_most", trades.leverage_most);
  out.key("largest_trades").begin_array();
  for (const strategy::LargestTrade& trade : trades.trades) {
    out.begin_object();
    write_text(out, "symbol", trade.id.view());
    write_text(out, "side", trade.side == strategy::TradeSide::buy ? "buy" : "sell");
    if (trade.refused) {
      out.key("refused");
      write_error(out, *trade.refused);
    } else {
      write_text(out, "quantity", to_text(trade.quantity));
      write_text(out, "lot", to_text(trade.lot));
      write_amount(out, "cost", trade.cost.amount);
      out.key("throttled_quantity");
      if (trade.throttled) out.text(to_text(*trade.throttled));
      else out.null();
      write_limit(out, "at_most", trade.at_most);
      write_limit(out, "one_lot_more", trade.beyond);
    }
    out.end_object();
  }
  out.end_array();
}

void write_weights(Writer& out, const strategy::Weights& weights) {
  out.key(word_of(weights.by)).begin_object();
  write_ratio(out, "limit", weights.limit);
  write_ratio(out, "hhi", weights.hhi);
  write_ratio(out, "effective", weights.effective());
  out.key("rows").begin_array();
  for (const strategy::Weight& row : weights.rows) {
    out.begin_object();
    write_text(out, "of", row.of);
    write_amount(out, "gross_value", row.gross.amount);
    write_ratio(out, "of_gross", row.of_gross);
    write_ratio(out, "of_equity", row.of_equity);
    write_text(out, "state", key_of(word_of(row.state)));
    write_amount(out, "room", row.room);
    out.key("members").begin_array();
    for (const InstrumentId& id : row.members) out.text(id.view());
    out.end_array().end_object();
  }
  out.end_array().end_object();
}

void write_losses(Writer& out, const strategy::Concentration& made) {
  out.key("one_name").begin_array();
  for (const strategy::NameLoss& one : made.wiping) {
    out.begin_object();
    write_text(out, "name", one.name.view());
    write_amount(out, "exposure", one.exposure.amount);
    write_amount(out, "loss_at_nothing", one.loss_at_nothing.amount);
    write_ratio(out, "fall_that_takes_equity", one.fall);
    write_ratio(out, "rise_that_takes_equity", one.rise);
    out.end_object();
  }
  out.end_array();
}

void write_liquidity(Writer& out, const strategy::Concentration& made) {
  out.key("liquidity").begin_object();
  write_ratio(out, "limit_days", made.liquidity_limit);
  write_ratio(out, "days_for_95_percent", made.days_for_most);
  out.key("rows").begin_array();
  for (const strategy::LiquidityDays& one : made.liquidity) {
    out.begin_object();
    write_text(out, "symbol", one.id.view());
    write_ratio(out, "days", one.days);
    write_text(out, "state", key_of(word_of(one.state)));
    write_amount(out, "room", one.room);
    out.end_object();
  }
  out.end_array().end_object();
}

void write_concentration(Writer& out, const strategy::Concentration& made) {
  out.key("concentration").begin_object();
  for (const strategy::Weights& weights : made.by) write_weights(out, weights);
  write_losses(out, made);
  write_liquidity(out, made);
  out.key("not_applied").begin_array();
  for (const NotApplied& one : made.not_applied) {
    out.begin_object();
    write_text(out, "what", one.what);
    write_text(out, "missing_input", one.missing_input);
    out.end_object();
  }
  out.end_array().end_object();
}

void write_rebalance(Writer& out, const strategy::Size& size) {
  out.key("rebalance");
  if (!size.rebalance) {
    out.null();
    return;
  }
  const strategy::Rebalance& back = *size.rebalance;
  out.begin_object();
  write_text(out, "move", key_of(word_of(back.move)));
  write_amount(out, "trade", back.trade.amount);
  write_ratio(out, "leverage", back.leverage);
  write_ratio(out, "target", back.target);
  out.key("band").begin_array().number(back.band_from).number(back.band_to).end_array();
  if (back.add_from) write_date(out, "add_from", *back.add_from);
  write_text(out, "reason", back.reason);
  out.end_object();
}

}  // namespace

void write_size(Writer& out, const strategy::Size& size) {
  out.begin_object();
  write_inputs(out, size);
  write_caps(out, size.caps);
  write_trades(out, size.trades);
  write_concentration(out, size.concentration);
  write_rebalance(out, size);
  if (size.no_rebalance) {
    out.key("no_rebalance");
    write_error(out, *size.no_rebalance);
  }
  out.end_object();
}

}  // namespace plimsoll::json
