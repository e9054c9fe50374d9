#include "report/limits_section.hpp"

#include <algorithm>

#include "report/table.hpp"

namespace plimsoll::report {
namespace {

using strategy::LimitHeld;
using strategy::Outcome;

std::string word_for(Outcome state) {
  switch (state) {
    case Outcome::kept:
      return "within";
    case Outcome::violated:
      return "breached";
    case Outcome::unknown:
      return "not known";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

int place_of(Outcome state) {
  switch (state) {
    case Outcome::violated:
      return 0;
    case Outcome::unknown:
      return 1;
    case Outcome::kept:
      return 2;
  }
  PLIMSOLL_CHECK(false);
  return 3;
}

}  // namespace

std::string in_blanks(std::string_view word) {
  std::string text{word};
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string limits_section(const strategy::Analysis& analysis, const strategy::Policy& policy,
                           const Paper& paper) {
  auto limits = strategy::limits_held(analysis, policy);
  std::ranges::stable_sort(limits, {}, [](const LimitHeld& one) { return place_of(one.state); });
  Table table{.columns = {{"limit"}, {"must be"}, {"figure"}, {"state"}, {"policy"}}, .rows = {}};
  for (const LimitHeld& one : limits)
    table.rows.push_back(
        {.cells = {in_blanks(one.what), one.bound,
                   one.state == Outcome::unknown ? "missing: " + printable(one.missing)
                                                 : printable(one.figure),
                   word_for(one.state), std::string{one.key}},
         .emphasis = one.state == Outcome::violated ? Emphasis::warning : Emphasis::none});
  return "\n" + section_heading("Limits and breaches", paper) + "\n" + table_text(table, paper);
}

}  // namespace plimsoll::report
