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
  if (command == "buffer") return Members::of({Member::buffer});
  if (command == "distance") return Members::of({Member::distance, Member::time_to_call});
  if (command == "rates") return Members::of({Member::rates});
  return Members::all();
}

/// What the command line says of the financing goes before the document. Another schedule leaves
/// nothing of what was agreed under the document's own.
Financing financing_of(const Settings& settings, const Financing& document) {
  Financing financing = document;
  if (settings.financing)
    financing = {.schedule = settings.financing, .benchmark_rate = document.benchmark_rate};
  if (settings.benchmark_rate) financing.benchmark_rate = settings.benchmark_rate;
  return financing;
}

std::expected<engine::AnalysisRequest, Errors> request_of(const Settings& settings,
                                                          Session& session, Asked& asking) {
  engine::AnalysisRequest request{.margin = std::move(asking.request),
                                  .members = members_of(settings.command->name),
                                  .financing = financing_of(settings, asking.financing),
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
