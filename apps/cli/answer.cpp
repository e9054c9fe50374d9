#include "apps/cli/answer.hpp"

#include <algorithm>
#include <utility>

#include "apps/cli/houses.hpp"
#include "apps/cli/packs.hpp"
#include "apps/cli/pool_file.hpp"
#include "apps/cli/read_account.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/cli/risk_policies.hpp"
#include "apps/cli/security_lists.hpp"
#include "apps/cli/span_files.hpp"
#include "apps/json/decode_activity.hpp"
#include "engine/choice.hpp"

namespace plimsoll::cli {

namespace {

/// Whether a method asked for stands on parameter packs, say; they are not read where none does.
bool needs(const engine::MarginRequest& request, bool (*stands_on)(Label method)) {
  const auto chosen = engine::chosen_methods(request.methods, request.account.kind);
  return chosen && std::ranges::any_of(*chosen, stands_on);
}

/// Parameters, and what of their files is left out.
std::expected<Loaded<RiskParameters>, std::vector<Error>> risk_asked(
    const Settings& settings, const Session& session, const AccountDraft& account,
    std::span<const TypedTrade> trades) {
  auto policies = risk_policies_asked(settings, session);
  if (!policies) return std::unexpected{std::move(policies).error()};
  auto files = span_files(settings.risk_files, products_named(account, trades));
  if (!files) return std::unexpected{std::move(files).error()};
  return Loaded<RiskParameters>{{.files = std::move(files->value),
                                 .policies = *std::move(policies),
                                 .unlisted = settings.unlisted},
                                std::move(files->refused)};
}

}  // namespace

std::expected<Asked, std::vector<Error>> asked(const Settings& settings, Session& session,
                                               std::span<const TypedTrade> trades) {
  auto read = read_account(settings, session);
  if (!read) return std::unexpected{std::move(read).error()};
  for (const std::string& text : read->remarks) remark(text, session);
  auto lists = security_lists(settings.profiles ? settings.profiles : session.profiles);
  if (!lists) return std::unexpected{std::move(lists).error()};

  Asked asked{.request = {},
              .terms = json::ledger_terms(read->document),
              .financing = read->document.financing.value_or(Financing{}),
              .lists = *std::move(lists),
              .cash_advice = std::move(read->cash_advice)};
  engine::MarginRequest& request = asked.request;
  request.account = std::move(read->document.account);
  request.market = std::move(read->document.market);
  request.methods = settings.methods;
  request.rules = settings.rules;
  auto houses = houses_asked(settings, session, request.rules.value_or(request.account.as_of));
  if (!houses) return std::unexpected{std::move(houses).error()};
  request.houses = *std::move(houses);
  if (needs(request, engine::has_packs)) {
    auto packs = packs_asked(settings, session, request.rules.value_or(request.account.as_of));
    if (!packs) return std::unexpected{std::move(packs).error()};
    request.packs = *std::move(packs);
  }
  request.refused = std::move(read->refused);
  if (needs(request, engine::has_risk_files)) {
    auto risk = risk_asked(settings, session, request.account, trades);
    if (!risk) return std::unexpected{std::move(risk).error()};
    request.risk = std::move(risk->value);
    request.refused.insert(request.refused.end(), risk->refused.begin(), risk->refused.end());
  }
  if (settings.pool && needs(request, engine::has_pool)) {
    auto pool = pool_file(*settings.pool);
    if (!pool) return std::unexpected{std::move(pool).error()};
    request.pool = *std::move(pool);
  }
  if (settings.pool && !needs(request, engine::has_pool))
    remark("--pool " + *settings.pool +
               " is not read: no account is asked about that stands in a lending pool (kind "
               "cross_margin)",
           session);
  request.detail = settings.detail;
  request.completeness = settings.completeness;
  request.strictness = settings.strictness;
  request.caveats = std::move(read->caveats);
  return asked;
}

std::expected<Answered, std::vector<Error>> answer(const Settings& settings, Session& session) {
  auto asking = asked(settings, session);
  if (!asking) return std::unexpected{std::move(asking).error()};
  auto report = engine::margin(asking->request, asking->lists);
  if (!report) return std::unexpected{std::move(report).error()};
  return Answered{*std::move(report), asking->request.account.kind, std::move(asking->cash_advice)};
}

report::Paper paper_of(const Settings& settings, const Session& session) {
  return settings.markup == Markup::markdown ? report::markdown_paper() : session.paper;
}

std::expected<Exit, std::vector<Error>> status_of(const Answered& answered,
                                                  const Settings& settings, Session& session) {
  if (!settings.fail_on) return Exit::answered;
  auto level = level_of(answered.report, answered.kind, answered.levels);
  if (level) level = std::max(*level, answered.least);
  if (!level)
    return std::unexpected{std::vector<Error>{
        {Reason::bad_input,
         answered.report.partial
             ? std::string{"a partial answer cannot tell how near a call is; mend what was refused"}
             : "it stands on the equity, and cash is unknown; " + answered.cash_advice,
         "--fail-on"}}};
  if (*level < *settings.fail_on) return Exit::answered;
  remark("--fail-on " + std::string{word_of(*settings.fail_on)} + ": the account is at " +
             std::string{word_of(*level)},
         session);
  return Exit::level_reached;
}

}  // namespace plimsoll::cli
