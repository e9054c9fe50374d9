#include "report/risk_document.hpp"

#include <algorithm>

#include "report/buffer_section.hpp"
#include "report/distance_section.hpp"
#include "report/escalation_section.hpp"
#include "report/figures.hpp"
#include "report/house_section.hpp"
#include "report/limits_section.hpp"
#include "report/table.hpp"
#include "strategy/told_numbers.hpp"

namespace plimsoll::report {
namespace {

using strategy::Analysis;
using strategy::LimitState;

std::string standing(const Analysis& analysis, const Paper& paper) {
  if (!analysis.verdict)
    return "\n" + item("- ", "where the account stands is not known: so is its equity", paper);
  std::string out = "\n" + item("- ", printable(analysis.verdict->headline), paper);
  for (const std::string& fact : analysis.verdict->facts) out += item("- ", printable(fact), paper);
  for (const std::string& next : analysis.verdict->next)
    out += item("- ", "next: " + printable(next), paper);
  return out;
}

template <class T, class Section>
std::string member(std::string_view name, const strategy::Part<T>& part, const Section& section,
                   const Paper& paper) {
  if (!part) return "";
  return *part ? "\n" + section(**part, paper) : not_answered(name, part->error(), paper);
}

/// Of each grouping what is over its limit; where nothing is, the greatest.
std::string concentration_section(const strategy::Size& size, const Paper& paper) {
  Table table{.columns = {{"by"},
                          {"of"},
                          {"weight", Align::right},
                          {"limit", Align::right},
                          {"state"},
                          {"room", Align::right}},
              .rows = {}};
  for (const strategy::Weights& weights : size.concentration.by) {
    bool first = true;
    for (const strategy::Weight& row : weights.rows) {
      if (!first && row.state != LimitState::breach && row.state != LimitState::not_stated)
        continue;
      first = false;
      table.rows.push_back(
          {.cells = {std::string{word_of(weights.by)}, printable(row.of),
                     strategy::told_percent(row.of_gross),
                     weights.limit ? strategy::told_percent(*weights.limit) : "none",
                     in_blanks(word_of(row.state)), row.room ? excess_text(*row.room) : "-"},
           .emphasis = row.state == LimitState::breach ? Emphasis::warning : Emphasis::none});
    }
  }
  std::string out = "\n" + section_heading("concentration", paper) + "\n" +
                    table_text(table, paper) + "\n" +
                    item("- ",
                         "the greatest of each, and all that are over their limit; room below "
                         "zero is what must be sold",
                         paper);
  const auto& days = size.concentration.days_for_most;
  out += item("- ",
              days ? "95 % of the book takes " + strategy::told(*days) + " days to sell"
                   : "how long the book takes to sell is not known: the volume of some is missing",
              paper);
  for (const NotApplied& one : size.concentration.not_applied)
    out += item("- ", "not applied: " + printable(one.what + " (needs " + one.missing_input + ")"),
                paper);
  return out;
}

std::string result_of(const Analysis& analysis, const MethodResult& result,
                      const DocumentSources& sources, const Paper& paper) {
  const Paper under = below(paper);
  std::string out = "\n" + section_heading(title_of(result), paper) + standing(analysis, paper) +
                    risk_register(analysis, sources.policy, sources.analysis.margin.as_of, under) +
                    limits_section(analysis, sources.policy, under);
  out += member("buffer", analysis.buffer, buffer_section, under);
  out += member("distance", analysis.distance, distance_section, under);
  out += member("time to call", analysis.time_to_call, time_section, under);
  if (analysis.size)
    out += *analysis.size ? concentration_section(**analysis.size, under)
                          : not_answered("concentration", analysis.size->error(), under);
  return out;
}

}  // namespace

std::string risk_document(const DocumentSources& sources) {
  const Paper paper = markdown_paper();
  std::string out =
      document_head("Risk document", sources, paper) + escalation_section(sources.policy, paper);
  for (std::size_t i = 0; i < sources.analysis.results.size(); ++i)
    out +=
        result_of(sources.analysis.results[i], sources.analysis.margin.results[i], sources, paper);
  out += document_end(sources, paper);
  return without_number(std::move(out), sources.analysis.margin.account);
}

}  // namespace plimsoll::report
