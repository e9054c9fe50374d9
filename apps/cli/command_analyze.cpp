#include "apps/cli/command_analyze.hpp"

#include <array>
#include <ostream>
#include <utility>

#include "apps/cli/answer.hpp"
#include "apps/cli/policy_file.hpp"
#include "apps/cli/rate_schedules.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_analysis.hpp"
#include "engine/analyze.hpp"
#include "report/analysis_page.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;
using strategy::Member;
using strategy::Members;

Members members_of(std::string_view command) {
  if (command == "carry") return Members::of({Member::carry});
  if (command == "cure") return Members::of({Member::cure});
  if (command == "size") return Members::of({Member::size});
  if (command == "buffer") return Members::of({Member::buffer});
  if (command == "distance") return Members::of({Member::distance, Member::time_to_call});
  return Members::all();
}

std::expected<engine::AnalysisRequest, Errors> request_of(const Settings& settings,
                                                          Session& session, Asked& asking) {
  engine::AnalysisRequest request{.margin = std::move(asking.request),
                                  .members = members_of(settings.command->name),
                                  .target = settings.target,
                                  .financing = asking.financing,
                                  .threads = settings.threads.value_or(1)};
  if (settings.policy) {
    auto policy = policy_file(*settings.policy, session);
    if (!policy) return std::unexpected{std::move(policy).error()};
    request.policy = *std::move(policy);
  }
  const auto& folder = settings.profiles ? settings.profiles : session.profiles;
  auto schedules = rate_schedules(folder);
  if (!schedules) return std::unexpected{std::move(schedules).error()};
  request.schedules = *std::move(schedules);
  auto paths = rate_paths(folder);
  if (!paths) return std::unexpected{std::move(paths).error()};
  request.paths = *std::move(paths);
  return request;
}

}  // namespace

Exit command_analyze(const Settings& settings, Session& session) {
  auto asking = asked(settings, session);
  if (!asking) return refuse(asking.error(), settings.format, session);
  const AccountKind kind = asking->request.account.kind;
  const auto request = request_of(settings, session, *asking);
  if (!request) return refuse(request.error(), settings.format, session);
  const auto report = engine::analyze(*request, asking->lists);
  if (!report) return refuse(report.error(), settings.format, session);
  const auto status = status_of({report->margin, kind, asking->cash_advice}, settings, session);
  if (!status) return refuse(status.error(), settings.format, session);
  session.out << (settings.format == Format::json ? json::encode_analysis(*report)
                                                  : report::analysis_page(*report, session.paper));
  return *status;
}

}  // namespace plimsoll::cli
