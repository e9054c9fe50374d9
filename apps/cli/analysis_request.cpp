#include "apps/cli/analysis_request.hpp"

#include <utility>

#include "apps/cli/policy_file.hpp"
#include "apps/cli/profile_files.hpp"
#include "apps/cli/rate_schedules.hpp"

namespace plimsoll::cli {
namespace {

/// What the command line says of the financing goes before the document. Another schedule leaves
/// nothing of what was agreed under the document's own.
Financing financing_of(const Settings& settings, const Financing& document) {
  Financing financing = document;
  if (settings.financing)
    financing = {.schedule = settings.financing,
                 .benchmark_rate = document.benchmark_rate,
                 .by_currency = document.by_currency};
  if (settings.benchmark_rate) financing.benchmark_rate = settings.benchmark_rate;
  return financing;
}

/// The name of a schedule; a file named by its path goes before the others of its name.
Result<std::string> charged_by(const std::string& name, RateScheduleList& schedules) {
  if (!is_path(name)) return name;
  PLIMSOLL_TRY(schedule, rate_schedule_at(name));
  const std::string own = schedule.about.name;
  schedules.put_first(std::move(schedule));
  return own;
}

}  // namespace

std::expected<engine::AnalysisRequest, std::vector<Error>> analysis_request(
    const Settings& settings, Session& session, Asked& asking) {
  engine::AnalysisRequest request{.margin = std::move(asking.request),
                                  .financing = financing_of(settings, asking.financing),
                                  .threads = threads_of(settings)};
  if (settings.policy) {
    auto policy = policy_file(*settings.policy, session);
    if (!policy) return std::unexpected{std::move(policy).error()};
    request.policy = *std::move(policy);
  }
  const auto& folder = settings.profiles ? settings.profiles : session.profiles;
  auto schedules = rate_schedules(folder);
  if (!schedules) return std::unexpected{std::move(schedules).error()};
  request.schedules = *std::move(schedules);
  if (settings.financing) {
    auto named = charged_by(*settings.financing, request.schedules);
    if (!named) {
      if (named.error().where.empty()) named.error().where = "--financing";
      return std::unexpected{std::vector<Error>{std::move(named).error()}};
    }
    request.financing.schedule = *std::move(named);
  }
  auto paths = rate_paths(folder);
  if (!paths) return std::unexpected{std::move(paths).error()};
  request.paths = *std::move(paths);
  return request;
}

}  // namespace plimsoll::cli
