#include "report/analysis_page.hpp"

#include "report/buffer_section.hpp"
#include "report/carry_section.hpp"
#include "report/cure_section.hpp"
#include "report/distance_section.hpp"
#include "report/house_section.hpp"
#include "report/margin_page.hpp"
#include "report/morning_section.hpp"
#include "report/partial.hpp"
#include "report/programme_section.hpp"
#include "report/rates_section.hpp"
#include "report/size_section.hpp"

namespace plimsoll::report {
namespace {

using strategy::Analysis;

std::string unanswered(std::string_view member, const Error& error, const Paper& paper) {
  return section_heading(member, paper) + item("  - ", printable(unanswered_text(error)), paper);
}

template <class T, class Section>
void add(std::string& out, std::string_view member, const strategy::Part<T>& part,
         const Section& section, const Paper& paper) {
  if (!part) return;
  out += "\n" + (*part ? section(**part, paper) : unanswered(member, part->error(), paper));
}

std::string caveats_of(const Analysis& analysis, const Paper& paper) {
  if (analysis.caveats.empty()) return "";
  std::string out = "\n" + section_heading("caveats", paper);
  for (const Caveat& caveat : analysis.caveats) out += item("  - ", printable(caveat.text), paper);
  return out;
}

/// A ladder may still be told where there is no cure, and the other way round.
std::string cure_of(const Analysis& analysis, const Paper& paper) {
  std::string out;
  add(out, "cure", analysis.cure, cure_section, paper);
  if (analysis.cure && *analysis.cure && analysis.cascade)
    out += *analysis.cascade ? cascade_line(**analysis.cascade, paper)
                             : item("  - ",
                                    "its own mark on prices is not answered: " +
                                        printable(analysis.cascade->error().what),
                                    paper);
  add(out, "ladder", analysis.ladder, ladder_section, paper);
  return out;
}

std::string analysis_of(const Analysis& analysis, const Paper& paper) {
  std::string out = analysis.verdict ? morning_section(analysis, paper) : "";
  add(out, "buffer", analysis.buffer, buffer_section, paper);
  add(out, "distance", analysis.distance, distance_section, paper);
  if (analysis.distance && *analysis.distance)
    add(out, "time to call", analysis.time_to_call, time_section, paper);
  add(out, "carry", analysis.carry, carry_section, paper);
  out += cure_of(analysis, paper);
  add(out, "size", analysis.size, size_section, paper);
  add(out, "rates", analysis.rates, rates_section, paper);
  return out + caveats_of(analysis, paper);
}

/// A section's heading and what stands first under it, up to the blank line behind that.
std::string head_of(const std::string& section) {
  constexpr std::string_view blank = "\n\n";
  const std::size_t heading = section.find(blank);
  if (heading == std::string::npos) return section;
  const std::size_t end = section.find(blank, heading + blank.size());
  return end == std::string::npos ? section : section.substr(0, end + 1);
}

std::string heads_of(const Analysis& analysis, const Paper& paper) {
  std::string out;
  const auto head = [&](std::string_view member, const auto& part, const auto& section) {
    std::string whole;
    add(whole, member, part, section, paper);
    if (!whole.empty()) out += "\n" + head_of(whole.substr(1));
  };
  head("buffer", analysis.buffer, buffer_section);
  head("distance", analysis.distance, distance_section);
  head("carry", analysis.carry, carry_section);
  head("cure", analysis.cure, cure_section);
  head("size", analysis.size, size_section);
  head("rates", analysis.rates, rates_section);
  return out;
}

}  // namespace

std::string analysis_page(const strategy::AnalysisReport& report, AnalysisExtent extent,
                          const Paper& paper) {
  std::string out = partial_notice(report.margin, paper);
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    if (i > 0) out += "\n";
    out += section_heading(printable(report.margin.account) + ", " + to_text(report.margin.as_of) +
                               ", " + title_of(report.margin.results[i]) + ", in " +
                               std::string{report.margin.currency.code()},
                           {paper.ink, paper.width, paper.depth - 1});
    const Analysis& analysis = report.results[i];
    switch (extent) {
      case AnalysisExtent::sections:
        out += analysis_of(analysis, paper);
        break;
      case AnalysisExtent::explained:
        out += analysis_of(analysis, paper);
        if (!analysis.kpis.empty()) out += figures_section(analysis.kpis, paper);
        out += explained_section(report.margin.results[i], paper);
        break;
      case AnalysisExtent::heads:
        out += heads_of(analysis, paper);
        break;
      case AnalysisExtent::morning:
        out += analysis.verdict ? morning_section(analysis, paper)
                                : item("  - ", "equity is not known: give the cash", paper);
        break;
    }
  }
  for (const auto& [method, what] : report.margin.not_covered)
    out += item("  - ",
                printable(std::string{method.text()} + " does not cover " + what.symbol + ": " +
                          what.reason),
                paper);
  return out;
}

}  // namespace plimsoll::report
