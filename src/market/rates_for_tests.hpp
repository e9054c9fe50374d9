#pragma once
// Rate schedules and paths written down in a test.

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "market/rate_path.hpp"
#include "market/rate_schedule.hpp"

namespace plimsoll::testing {

inline Node rate_text(std::string value, std::uint32_t line = 1) {
  return {Node::Kind::string, std::move(value), {}, {}, line};
}
using RateRows = std::initializer_list<std::pair<const char*, const char*>>;

/// Rows of two texts, the first on line 20.
inline Node rate_rows(RateRows rows) {
  Node list{Node::Kind::array, {}, {}, {}, 19};
  std::uint32_t line = 20;
  for (const auto& [first, second] : rows) {
    list.items.push_back(
        {Node::Kind::array, {}, {rate_text(first, line), rate_text(second, line)}, {}, line});
    ++line;
  }
  return list;
}

/// The same file with `key` another, or without it where `value` is of kind null.
inline Node with(Node file, const char* key, Node value) {
  std::erase_if(file.members, [&](const Member& member) { return member.key == key; });
  if (value.kind != Node::Kind::null) file.members.emplace_back(key, std::move(value));
  return file;
}
inline Node with(Node file, const char* key, const char* value) {
  return with(std::move(file), key, rate_text(value, 9));
}
inline Node without(Node file, const char* key) { return with(std::move(file), key, Node{}); }

inline Node rate_heading(const char* schema, RateRows more) {
  Node file{Node::Kind::object, {}, {}, {}, 1};
  for (const auto& [key, value] : RateRows{{"schema", schema},
                                           {"name", "a-usd"},
                                           {"title", "A Broker"},
                                           {"source", "its page"},
                                           {"retrieved", "2026-11-20"},
                                           {"effective_from", "2026-01-01"},
                                           {"grade", "text_read"}})
    file.members.emplace_back(key, rate_text(value, 2));
  for (const auto& [key, value] : more) file.members.emplace_back(key, rate_text(value, 3));
  return file;
}

/// Blended, over the federal funds rate, a year of 360 days, floored at zero.
inline Node blended_file(RateRows tiers) {
  return with(rate_heading("plimsoll.rates/1", {{"currency", "USD"},
                                                {"benchmark", "fed_funds"},
                                                {"method", "blended"},
                                                {"basis", "360"},
                                                {"floor", "0"},
                                                {"posting", "monthly"},
                                                {"posting_business_day", "3"}}),
              "tiers", rate_rows(tiers));
}
/// Flat, over the broker's base.
inline Node flat_file(const char* base, RateRows tiers) {
  return with(rate_heading("plimsoll.rates/1", {{"currency", "USD"},
                                                {"benchmark", "broker_base"},
                                                {"base_rate", base},
                                                {"method", "flat"},
                                                {"basis", "360"},
                                                {"posting", "monthly"}}),
              "tiers", rate_rows(tiers));
}
inline Node path_file(const char* before, RateRows changes) {
  return with(rate_heading("plimsoll.rate_path/1", {{"before", before}}), "changes",
              rate_rows(changes));
}

/// Interactive Brokers' dollars as its worked example has them.
inline RateSchedule ibkr_rates() {
  return rate_schedule(blended_file({{"100000", "0.015"},
                                     {"1000000", "0.010"},
                                     {"50000000", "0.0075"},
                                     {"200000000", "0.005"},
                                     {"", "0.015"}}),
                       "ibkr.toml")
      .value();
}
/// Schwab's of 2020, on a base of 6.5 %.
inline RateSchedule schwab_rates() {
  return rate_schedule(flat_file("0.065", {{"25000", "0.01825"},
                                           {"50000", "0.01325"},
                                           {"100000", "0.00375"},
                                           {"250000", "0.00325"},
                                           {"500000", "0.00075"},
                                           {"", "not_said"}}),
                       "schwab.toml")
      .value();
}

}  // namespace plimsoll::testing
