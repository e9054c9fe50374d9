#include "apps/cli/command_ledger.hpp"

#include <ostream>
#include <utility>

#include "apps/cli/answer.hpp"
#include "apps/cli/read_activity.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_ledger.hpp"
#include "engine/ledger.hpp"
#include "report/ledger_page.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;

std::expected<LedgerReport, Errors> walked(const Settings& settings, Session& session) {
  if (!settings.activity)
    return std::unexpected{Errors{
        {Reason::bad_input, "a ledger needs what happened; give it with --activity FILE", ""}}};
  auto asking = asked(settings, session);
  if (!asking) return std::unexpected{std::move(asking).error()};
  if (asking->request.houses.size() > 1)
    return std::unexpected{
        Errors{{Reason::bad_input, "a ledger is kept under one house at a time", "--house"}}};
  auto read = read_activity(*settings.activity, settings, asking->request.account.as_of, session);
  if (!read) return std::unexpected{std::move(read).error()};
  engine::LedgerRequest request;
  request.account = std::move(asking->request.account);
  request.market = std::move(asking->request.market);
  request.activity = std::move(read->activity);
  request.terms = asking->terms;
  request.rules = settings.rules;
  if (!asking->request.houses.empty()) request.house = asking->request.houses.front();
  request.until = settings.until;
  request.strictness = settings.strictness;
  request.refused = std::move(asking->request.refused);
  request.caveats = std::move(asking->request.caveats);
  request.caveats.insert(request.caveats.end(), read->caveats.begin(), read->caveats.end());
  return engine::ledger(request, asking->lists);
}

report::Days days_of(const Settings& settings) {
  switch (settings.detail) {
    case engine::Detail::plain:
      return report::Days::eventful;
    case engine::Detail::explained:
      break;
  }
  return report::Days::all;
}

}  // namespace

Exit command_ledger(const Settings& settings, Session& session) {
  const auto report = walked(settings, session);
  if (!report) return refuse(report.error(), settings.format, session);
  switch (settings.format) {
    case Format::json:
      session.out << json::encode_ledger(*report);
      return Exit::answered;
    case Format::text:
      break;
  }
  session.out << report::ledger_page(*report, days_of(settings), session.paper);
  return Exit::answered;
}

}  // namespace plimsoll::cli
