#include "report/brokers_section.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "report/figures.hpp"
#include "report/ratios.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

using strategy::Broker;
using strategy::Comparison;
using strategy::MethodStanding;

constexpr std::string_view unknown = "unknown";

/// What a mark is worth: of all brokers, or of those that could be reckoned.
struct MarkWords {
  std::string_view cheapest = "cheapest", farthest = "farthest";
};

MarkWords words_for(const std::vector<Broker>& brokers) {
  MarkWords words;
  for (const Broker& one : brokers) {
    if (!one.cost_a_year) words.cheapest = "cheapest known";
    if (!one.standing || !one.standing->market || one.house.empty())
      words.farthest = "farthest known";
  }
  return words;
}

std::string marks_of(const Broker& broker, const MarkWords& words) {
  std::string marks;
  if (broker.cheapest) marks += ", " + std::string{words.cheapest};
  if (broker.farthest) marks += ", " + std::string{words.farthest};
  if (broker.own) marks += ", yours";
  return marks.empty() ? marks : marks.substr(2);
}

Row row_of(const Broker& broker, const MarkWords& words) {
  const auto& at = broker.standing;
  const auto excess = at ? at->excess() : std::nullopt;
  return {
      .cells = {printable(broker.title) + (at && at->lower_bound ? "*" : ""),
                at ? requirement_text(at->requirement) : std::string{unknown},
                excess ? excess_text(*excess) : std::string{unknown},
                at ? multiple_text(at->equity, at->requirement).value_or(std::string{unknown})
                   : std::string{unknown},
                at ? fall_text(*at) : std::string{unknown},
                broker.cost_a_year ? requirement_text(*broker.cost_a_year) : std::string{unknown},
                broker.effective ? to_text(*broker.effective) : "", marks_of(broker, words)},
      .emphasis = at && at->called() ? Emphasis::warning : Emphasis::none};
}

/// One line for each thing to say, with everybody it is said of.
std::string said_of(const std::vector<std::pair<std::string, std::string>>& said,
                    const Paper& paper) {
  std::vector<std::pair<std::string, std::string>> lines;  // what is said, of whom
  for (const auto& [who, what] : said) {
    const auto same = std::ranges::find(lines, what, &std::pair<std::string, std::string>::first);
    if (same == lines.end()) lines.emplace_back(what, who);
    else if (same->second != who) same->second += ", " + who;
  }
  std::string out;
  for (const auto& [what, who] : lines)
    out += item("  - ", printable(what.contains(who) ? what : who + ": " + what), paper);
  return out;
}

std::string notes(const Comparison& comparison, const Paper& paper) {
  std::vector<std::pair<std::string, std::string>> said;
  const auto add = [&](const Broker& broker, const std::optional<Error>& error) {
    if (error) said.emplace_back(broker.title, error->what);
  };
  for (const Broker& broker : comparison.brokers) {
    add(broker, broker.no_standing);
    if (broker.standing) add(broker, broker.standing->no_market);
    add(broker, broker.no_cost);
    if (broker.house.empty())
      said.emplace_back(broker.title,
                        "its house rules are not at hand; shown is the law alone, and it may ask "
                        "more");
    for (const std::string& remark : broker.remarks) said.emplace_back(broker.title, remark);
  }
  std::string out;
  const auto bound = [](const Broker& one) {
    return one.standing && one.standing->lower_bound && !one.house.empty();
  };
  if (std::ranges::any_of(comparison.brokers, bound))
    out += item("* ",
                "a lower bound: some house rules want inputs that are not there; plimsoll margin "
                "--house names them",
                paper);
  return out + said_of(said, paper);
}

}  // namespace

std::string fall_text(const MethodStanding& standing) {
  if (standing.called()) return "called";
  if (!standing.market) return std::string{unknown};
  return known(standing.decline(), distance_text, "none");
}

std::string brokers_section(const Comparison& comparison, const Paper& paper) {
  if (comparison.brokers.empty()) return "";
  Table table{.columns = {{"at each broker"},
                          {"requirement", Align::right},
                          {"excess", Align::right},
                          {"multiple", Align::right},
                          {"fall", Align::right},
                          {"a year", Align::right},
                          {"rate", Align::right},
                          {""}},
              .rows = {}};
  const MarkWords words = words_for(comparison.brokers);
  for (const Broker& broker : comparison.brokers) table.rows.push_back(row_of(broker, words));
  std::string out = "\n" + table_text(table, paper);
  const std::string by = "house rules stand on " + std::string{comparison.broker_method.text()};
  if (!comparison.debit) out += item("  - ", by, paper);
  else if (comparison.debit->amount.is_zero())
    out += item("  - ", by + "; nothing is owed, and so nothing charged", paper);
  else
    out += item("  - ",
                by + "; a year is what the " + requirement_text(*comparison.debit) +
                    " owed today cost in 365 days",
                paper);
  return out + notes(comparison, paper);
}

}  // namespace plimsoll::report
