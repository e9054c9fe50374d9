#include "apps/cli/answer.hpp"

#include <utility>

#include "apps/cli/read_account.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/cli/security_lists.hpp"

namespace plimsoll::cli {

std::expected<MarginReport, std::vector<Error>> answer(const Settings& settings, Session& session) {
  auto read = read_account(settings, session);
  if (!read) return std::unexpected{std::move(read).error()};
  for (const std::string& text : read->remarks) remark(text, session);
  const auto lists = security_lists(settings.profiles ? settings.profiles : session.profiles);
  if (!lists) return std::unexpected{lists.error()};

  engine::MarginRequest request;
  request.account = std::move(read->document.account);
  request.market = std::move(read->document.market);
  request.methods = settings.methods;
  request.rules = settings.rules;
  request.detail = settings.detail;
  request.completeness = settings.completeness;
  request.strictness = settings.strictness;
  request.refused = std::move(read->refused);
  request.caveats = std::move(read->caveats);
  return engine::margin(request, *lists);
}

std::expected<Exit, std::vector<Error>> status_of(const MarginReport& report,
                                                  const Settings& settings, Session& session) {
  if (!settings.fail_on) return Exit::answered;
  const auto level = level_of(report);
  if (!level)
    return std::unexpected{std::vector<Error>{
        {Reason::bad_input,
         report.partial
             ? "a partial answer cannot tell how near a call is; mend what was refused"
             : "it stands on the equity, and cash is unknown; give it under cash, or with "
               "--balances",
         "--fail-on"}}};
  if (*level < *settings.fail_on) return Exit::answered;
  remark("--fail-on " + std::string{word_of(*settings.fail_on)} + ": the account is at " +
             std::string{word_of(*level)},
         session);
  return Exit::level_reached;
}

}  // namespace plimsoll::cli
