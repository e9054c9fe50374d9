#include "report/buffer_section.hpp"

#include "report/figures.hpp"
#include "report/ratios.hpp"
#include "report/sums.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

constexpr std::string_view nothing = "-";

std::string name_of(strategy::BufferMode mode) {
  switch (mode) {
    case strategy::BufferMode::fixed:
      return "fixed";
    case strategy::BufferMode::ratio:
      return "in proportion to volatility";
    case strategy::BufferMode::regime:
      return "by regime of the VIX";
    case strategy::BufferMode::probability:
      return "by the chance of a call";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::string sums_of(const strategy::Buffer& buffer, const Paper& paper) {
  const auto use = known(buffer.utilisation(), use_text, "no equity");
  return sums_text(
      {
          {"equity / requirement", known(buffer.multiple(), times_text, "no requirement"),
           "requirement / equity", use},
          {"target", times_text(buffer.target), "debit / most that could be owed",
           known(buffer.debit_use(), use_text,
                 buffer.debit.amount.is_zero() ? "nothing owed" : "unknown")},
          {"equity over the target", excess_text(buffer.over_target()), "value / equity",
           known(buffer.leverage(), times_text, "no equity")},
          {"cash that restores it", requirement_text(buffer.deposit()), "excess / net liquidation",
           known(buffer.cushion(), distance_text, "unknown")},
      },
      paper);
}

std::string targets_table(const strategy::Buffer& buffer, const Paper& paper) {
  Table table{.columns = {{"target"}, {"multiple", Align::right}, {""}}, .rows = {}};
  for (const strategy::BufferTarget& target : buffer.targets)
    table.rows.push_back(
        {.cells = {name_of(target.mode), known(target.multiple, times_text, std::string{nothing}),
                   target.missing.empty() ? "" : "it lacks " + printable(target.missing)}});
  return "\n" + table_text(table, paper);
}

std::string stressed_table(const strategy::Buffer& buffer, const Paper& paper) {
  Table table{.columns = {{"were it to happen again"},
                          {"market", Align::right},
                          {"equity", Align::right},
                          {"requirement", Align::right},
                          {"multiple", Align::right},
                          {""}},
              .rows = {}};
  for (const strategy::StressedBuffer& one : buffer.stressed) {
    const auto multiple = one.multiple();
    const bool called = multiple && *multiple < 1;
    table.rows.push_back(
        {.cells = {one.name, distance_text(one.market_move),
                   one.room ? equity_text(one.room->equity) : std::string{nothing},
                   one.room ? requirement_text(one.room->requirement) : std::string{nothing},
                   known(multiple, times_text, std::string{nothing}),
                   called ? "call" : printable(one.reason)},
         .emphasis = called ? Emphasis::warning : Emphasis::none});
  }
  return "\n" + table_text(table, paper);
}

}  // namespace

std::string buffer_section(const strategy::Buffer& buffer, const Paper& paper) {
  return section_heading("buffer", paper) + "\n" + sums_of(buffer, paper) +
         targets_table(buffer, paper) + stressed_table(buffer, paper);
}

}  // namespace plimsoll::report
