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

}  // namespace plimsoll::json
