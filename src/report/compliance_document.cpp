#include "report/compliance_document.hpp"

#include "report/cited_laws.hpp"
#include "report/disclosures.hpp"
#include "report/figures.hpp"
#include "report/house_section.hpp"
#include "report/limits_section.hpp"
#include "report/policy_register.hpp"
#include "report/rates_in_use.hpp"
#include "report/sums.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

std::string known_or(const std::optional<Money>& money, std::string (*text_of)(Money)) {
  return money ? text_of(*money) : "unknown";
}

std::string rule_in_force(const MethodResult& result, const Paper& paper) {
  const auto rules = std::visit([](const auto& answer) { return answer.rules; }, result.answer);
  std::string out = "\n" + section_heading("Rule in force", paper) + "\n";
  out += item("- ", "method: " + std::string{result.method.text()}, paper);
  out +=
      item("- ", "rulebook: " + (rules ? "as of " + to_text(*rules) : std::string{"it has none"}),
           paper);
  out += item(
      "- ",
      "house: " + (result.house.empty() ? std::string{"none asked for"} : printable(result.house)),
      paper);
  return out + "\n" +
         std::visit(
             [&](const auto& answer) {
               return sums_text(
                   {{"initial requirement", requirement_text(money_of(answer.initial)), "equity",
                     known_or(money_of(answer.equity), equity_text)},
                    {"maintenance requirement", requirement_text(money_of(answer.maintenance)),
                     "excess over maintenance",
                     known_or(answer.excess_maintenance(), excess_text)}},
                   paper);
             },
             result.answer);
}

std::string citations(const MethodResult& result, const Paper& paper) {
  Table table{.columns = {{"law"},
                          {"paragraph"},
                          {"what it says"},
                          {"rates used"},
                          {"how it is read"},
                          {"known by"}},
              .rows = {}};
  for (const CitedLaw& one : cited_laws(result.answer)) {
    std::string rates;
    for (const std::string& rate : one.rates) rates += (rates.empty() ? "" : "; ") + rate;
    table.rows.push_back(
        {.cells = {printable(one.law->source.text()), printable(one.law->paragraph.text()),
                   printable(one.law->gist.text()), rates, printable(one.law->reading.text()),
                   std::string{name_of(one.law->grade)}}});
  }
  std::string out = "\n" + section_heading("Citations", paper) + "\n";
  if (table.rows.empty())
    return out + item("- ", "the answer stood on no paragraph: nothing in it is margined", paper);
  return out + table_text(table, paper);
}

std::string listed(std::string_view heading, const std::vector<std::string>& lines,
                   std::string_view otherwise, const Paper& paper) {
  std::string out = "\n" + section_heading(heading, paper) + "\n";
  for (const std::string& line : lines) out += item("- ", printable(line), paper);
  return lines.empty() ? out + item("- ", otherwise, paper) : out;
}

template <Reading R>
std::string remarks(const Answer<R>& answer, const Paper& paper) {
  std::vector<std::string> calls, missing, caveats;
  for (const Call& call : answer.calls)
    calls.push_back(std::string{call.kind.text()} + " of " + requirement_text(call.amount) + " " +
                    std::string{call.amount.currency.code()} +
                    (call.due ? ", due " + to_text(*call.due) : ", due: not stated") +
                    (call.cure.empty() ? "" : ": " + call.cure));
  for (const NotApplied& one : answer.not_applied)
    missing.push_back(one.what + " (needs " + one.missing_input + ")");
  for (const Caveat& one : answer.caveats) caveats.push_back(one.text);
  return listed("Calls", calls, "none", paper) +
         listed("Not applied, so that the requirement is a lower bound", missing,
                "every rule was applied", paper) +
         listed("Caveats", caveats, "none", paper);
}

std::string exceptions(const strategy::Policy& policy, const Paper& paper) {
  std::vector<std::string> lines;
  for (const strategy::PracticeFinding& one : strategy::violated_practices(policy))
    lines.push_back(std::string{one.practice->title} + ": " + one.text + " (" +
                    std::string{one.practice->source} + ")");
  return listed("Exceptions of the policy", lines,
                "the policy keeps every practice of the framework", paper);
}

std::string houses_section(const DocumentSources& sources, const Paper& paper) {
  std::vector<std::string> lines;
  for (const House& house : sources.houses)
    if (house)
      lines.push_back(house->title + ": in force from " + to_text(house->effective_from) +
                      ", retrieved " + to_text(house->retrieved) +
                      ", known by: " + std::string{name_of(house->grade)} + ", " + house->file +
                      "; " + (house->source.empty() ? "source not stated" : house->source));
  return listed("House rules", lines, "none was asked for: the law alone", paper);
}

}  // namespace

std::string compliance_document(const DocumentSources& sources) {
  const Paper paper = markdown_paper();
  const Paper under = below(paper);
  const MarginReport& margin = sources.analysis.margin;
  std::string out = document_head("Compliance document", sources, paper);
  for (std::size_t i = 0; i < sources.analysis.results.size(); ++i) {
    const MethodResult& result = margin.results[i];
    out += "\n" + section_heading(title_of(result), paper) + rule_in_force(result, under) +
           citations(result, under) +
           limits_section(sources.analysis.results[i], sources.policy, under) +
           std::visit([&](const auto& answer) { return remarks(answer, under); }, result.answer);
  }
  for (const auto& [method, what] : margin.not_covered)
    out += item("- ",
                printable(std::string{method.text()} + " does not cover " + what.symbol + ": " +
                          what.reason),
                paper);
  out += exceptions(sources.policy, paper) + houses_section(sources, paper) +
         rates_in_use(sources, paper) + review_calendar(sources.policy, margin.as_of, paper) +
         margin_disclosure(paper) + credit_regulations(paper) + document_end(sources, paper);
  return without_number(std::move(out), margin.account);
}

}  // namespace plimsoll::report
