#include "apps/cli/command_analyze.hpp"

#include <array>
#include <ostream>

#include "apps/cli/analysis_request.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_analysis.hpp"
#include "report/analysis_page.hpp"

namespace plimsoll::cli {
namespace {

using strategy::Member;
using strategy::Members;

Members members_of(std::string_view command) {
  if (command == "carry") return Members::of({Member::carry});
  if (command == "cure") return Members::of({Member::cure});
  if (command == "size") return Members::of({Member::size});
  if (command == "buffer") return Members::of({Member::buffer});
  if (command == "distance") return Members::of({Member::distance, Member::time_to_call});
  if (command == "rates") return Members::of({Member::rates});
  return Members::all();
}

Levels levels_of(const strategy::LevelsPolicy& policy) {
  return {.watch = decimal_of(policy.watch),
          .warn = decimal_of(policy.warn),
          .critical = decimal_of(policy.critical),
          .breach = decimal_of(policy.breach)};
}

report::AnalysisExtent extent_of(const Settings& settings) {
  using enum report::AnalysisExtent;
  if (settings.length == Length::summary)
    return settings.command->name == "analyze" ? morning : heads;
  return settings.detail == engine::Detail::explained ? explained : sections;
}

/// By the verdicts, which look at what is owed too; calm where nothing is told.
Level worst_told(const strategy::AnalysisReport& report) {
  Level worst = Level::calm;
  for (const strategy::Analysis& one : report.results)
    if (one.verdict) worst = std::max(worst, static_cast<Level>(one.verdict->level));
  return worst;
}

}  // namespace

Exit command_analyze(const Settings& settings, Session& session) {
  auto asking = asked(settings, session);
  if (!asking) return refuse(asking.error(), settings.format, session);
  const AccountKind kind = asking->request.account.kind;
  auto request = analysis_request(settings, session, *asking);
  if (!request) return refuse(request.error(), settings.format, session);
  request->members = members_of(settings.command->name);
  request->target = settings.target;
  const auto report = engine::analyze(*request, asking->lists);
  if (!report) return refuse(report.error(), settings.format, session);
  const auto status = status_of({report->margin, kind, asking->cash_advice,
                                 levels_of(request->policy.levels), worst_told(*report)},
                                settings, session);
  if (!status) return refuse(status.error(), settings.format, session);
  const bool short_form = settings.length == Length::summary;
  if (settings.format == Format::json)
    session.out << (short_form ? json::encode_analysis_summary(*report)
                               : json::encode_analysis(*report));
  else
    session.out << report::analysis_page(*report, extent_of(settings), paper_of(settings, session));
  return *status;
}

}  // namespace plimsoll::cli
