#include "apps/json/encode_buffer.hpp"

#include "apps/json/write_ratios.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

void write_inputs(Writer& out, const strategy::Buffer& buffer) {
  out.key("inputs").begin_object();
  write_room(out, buffer.room);
  write_amount(out, "cash", buffer.cash);
  write_amount(out, "long_value", buffer.long_value.amount);
  write_amount(out, "gross_value", buffer.gross_value.amount);
  write_ratio(out, "market_volatility", buffer.market_volatility);
  out.end_object();
}

void write_targets(Writer& out, const std::vector<strategy::BufferTarget>& targets) {
  out.key("targets").begin_array();
  for (const strategy::BufferTarget& target : targets) {
    out.begin_object();
    write_text(out, "by", word_of(target.mode));
    write_ratio(out, "multiple", target.multiple);
    if (!target.missing.empty()) write_text(out, "missing", target.missing);
    out.end_object();
  }
  out.end_array();
}

void write_stressed(Writer& out, const std::vector<strategy::StressedBuffer>& all) {
  out.key("stressed").begin_array();
  for (const strategy::StressedBuffer& one : all) {
    out.begin_object();
    write_text(out, "name", one.name);
    write_ratio(out, "market_move", one.market_move);
    write_ratio(out, "multiple", one.multiple());
    if (one.room) write_room(out, *one.room);
    else write_text(out, "reason", one.reason);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string_view word_of(strategy::BufferMode mode) {
  switch (mode) {
    case strategy::BufferMode::fixed:
      return "fixed";
    case strategy::BufferMode::ratio:
      return "ratio";
    case strategy::BufferMode::regime:
      return "regime";
    case strategy::BufferMode::probability:
      return "probability";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

void write_buffer(Writer& out, const strategy::Buffer& buffer) {
  out.begin_object();
  write_inputs(out, buffer);
  write_ratio(out, "multiple", buffer.multiple());
  write_ratio(out, "target", buffer.target);
  write_ratio(out, "cushion", buffer.cushion());
  write_ratio(out, "utilisation", buffer.utilisation());
  write_ratio(out, "debit_use", buffer.debit_use());
  write_ratio(out, "leverage", buffer.leverage());
  write_amount(out, "debit", buffer.debit.amount);
  write_amount(out, "over_target", buffer.over_target().amount);
  write_amount(out, "deposit", buffer.deposit().amount);
  write_targets(out, buffer.targets);
  write_stressed(out, buffer.stressed);
  const strategy::StressedBuffer* hardest = buffer.hardest();
  out.key("hardest");
  if (hardest) out.text(hardest->name);
  else out.null();
  out.end_object();
}

}  // namespace plimsoll::json
