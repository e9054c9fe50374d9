#include "report/strategy_document.hpp"

#include "report/cited_laws.hpp"
#include "report/cure_section.hpp"
#include "report/house_section.hpp"
#include "report/policy_register.hpp"
#include "report/programme_section.hpp"
#include "report/rates_in_use.hpp"
#include "report/ratios.hpp"
#include "report/table.hpp"
#include "strategy/crisis_windows.hpp"

namespace plimsoll::report {
namespace {

using strategy::Analysis;

std::string result_of(const Analysis& analysis, const MethodResult& result,
                      const DocumentSources& sources, const Paper& paper) {
  const Paper under = below(paper);
  std::string out = "\n" + section_heading(title_of(result), paper);
  if (analysis.kpis.empty())
    out += not_answered("Figures", {Reason::bad_input, "they stand on carry, which is not", ""},
                        under);
  else out += figures_section(analysis.kpis, under);
  if (analysis.ladder)
    out += *analysis.ladder ? "\n" + ladder_section(**analysis.ladder, under)
                            : not_answered("ladder", analysis.ladder->error(), under);
  return out + deployment_section(analysis, sources.policy, sources.vix, under) +
         practices_section(analysis.practices, under);
}

std::string day_or(const std::optional<Date>& day) { return day ? to_text(*day) : "not stated"; }

std::string rules_table(const DocumentSources& sources, const Paper& paper) {
  Table table{.columns = {{"rule"}, {"paragraph"}, {"used by"}, {"known by"}}, .rows = {}};
  for (const MethodResult& result : sources.analysis.margin.results)
    for (const CitedLaw& one : cited_laws(result.answer))
      table.rows.push_back(
          {.cells = {printable(one.law->source.text()),
                     printable(one.law->paragraph.empty() ? one.law->gist.text()
                                                          : one.law->paragraph.text()),
                     title_of(result), std::string{name_of(one.law->grade)}}});
  return table.rows.empty() ? "" : "\n" + table_text(table, paper);
}

std::string crises_table(const Paper& paper) {
  Table table{.columns = {{"crisis"}, {"from"}, {"to"}, {"market", Align::right}, {"source"}},
              .rows = {}};
  for (const strategy::CrisisWindow& one : strategy::crisis_windows)
    table.rows.push_back({.cells = {std::string{one.name}, to_text(one.from), to_text(one.to),
                                    distance_text(one.market_move), "S&P 500, daily closes"}});
  return "\n" + table_text(table, paper);
}

/// The research dossier: what every number above was read in, and when.
std::string sources_section(const DocumentSources& sources, const Paper& paper) {
  Table table{.columns = {{"data"},
                          {"title"},
                          {"source"},
                          {"retrieved"},
                          {"in force from"},
                          {"known by"},
                          {"file"}},
              .rows = {}};
  for (const DataSource& one : data_sources(sources))
    table.rows.push_back(
        {.cells = {one.what, printable(one.title),
                   one.source.empty() ? "not stated" : printable(one.source), day_or(one.retrieved),
                   day_or(one.in_force), one.grade, printable(one.file)}});
  return "\n" + section_heading("Sources", paper) + "\n" + table_text(table, paper) +
         rules_table(sources, paper) + crises_table(paper);
}

}  // namespace

std::string strategy_document(const DocumentSources& sources) {
  const Paper paper = markdown_paper();
  std::string out = document_head("Strategy document", sources, paper) +
                    policy_register(sources.policy, paper) + rates_in_use(sources, paper);
  for (std::size_t i = 0; i < sources.analysis.results.size(); ++i)
    out +=
        result_of(sources.analysis.results[i], sources.analysis.margin.results[i], sources, paper);
  out += sources_section(sources, paper) + document_end(sources, paper);
  return without_number(std::move(out), sources.analysis.margin.account);
}

}  // namespace plimsoll::report
