#include "report/partial.hpp"

namespace plimsoll::report {

std::string partial_notice(const MarginReport& report, const Paper& paper) {
  if (!report.partial && report.refused.empty()) return "";
  std::string out =
      inked(report.partial ? "PARTIAL: every total below leaves out what was refused or not covered"
                           : "a method was asked that refused this; the totals below are whole",
            Emphasis::warning, paper.ink) +
      "\n";
  for (const Error& error : report.refused)
    out +=
        item("  - ", printable(error.where.empty() ? error.what : error.where + ": " + error.what),
             paper);
  return out + "\n";
}

std::string unanswered_text(const Error& error) {
  if (error.what.starts_with("not applicable")) return error.what;
  return "not answered: " + (error.where.empty() ? error.what : error.where + ": " + error.what);
}

}  // namespace plimsoll::report
