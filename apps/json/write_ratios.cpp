#include "apps/json/write_ratios.hpp"

#include <cmath>

#include "apps/json/write_values.hpp"

namespace plimsoll::json {

void write_ratio(Writer& out, std::string_view key, double ratio) {
  out.key(key);
  if (std::isfinite(ratio)) out.number(ratio);
  else out.null();
}

void write_ratio(Writer& out, std::string_view key, const std::optional<double>& ratio) {
  if (ratio) write_ratio(out, key, *ratio);
  else out.key(key).null();
}

void write_room(Writer& out, const strategy::Room& room) {
  write_amount(out, "equity", room.equity.amount);
  write_amount(out, "requirement", room.requirement.amount);
  write_amount(out, "initial", room.initial.amount);
  write_amount(out, "excess", room.excess().amount);
  write_amount(out, "net_liquidation", room.net_liquidation);
}

void write_tiers(Writer& out, const strategy::Interest& interest) {
  out.key("tiers").begin_array();
  for (const strategy::InterestTier& tier : interest.tiers) {
    out.begin_object();
    write_amount(out, "from", tier.from.amount);
    write_amount(out, "up_to", tier.up_to);
    write_amount(out, "amount", tier.amount.amount);
    write_number(out, "rate", tier.rate.fraction);
    write_amount(out, "a_day", tier.a_day.amount);
    out.end_object();
  }
  out.end_array();
}

}  // namespace plimsoll::json
