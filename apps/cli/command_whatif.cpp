#include "apps/cli/command_whatif.hpp"

#include <ostream>
#include <utility>

#include "apps/cli/answer.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_whatif.hpp"
#include "engine/pool_whatif.hpp"
#include "report/whatif_page.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;

/// What is to be done: trades, or steps in a lending pool.
struct Deeds {
  std::vector<TypedTrade> trades;
  std::vector<PoolStep> steps;
};

std::expected<Deeds, Errors> deeds_of(const Settings& settings) {
  Deeds deeds;
  Errors errors;
  const auto read = [&](auto deed, auto& list) {
    if (deed) list.push_back(*deed);
    else errors.push_back(std::move(deed).error());
  };
  for (const std::string& text : settings.more) {
    auto trade = parse_trade(text);
    // What is neither is told as what the account can do.
    if (is_pool_step(text) || (!trade && settings.pool)) read(parse_pool_step(text), deeds.steps);
    else read(std::move(trade), deeds.trades);
  }
  if (!deeds.trades.empty() && !deeds.steps.empty())
    errors.push_back({Reason::bad_input,
                      "trades and steps in a lending pool are of different accounts; ask about one "
                      "kind at a time",
                      ""});
  if (settings.more.empty())
    errors.push_back({Reason::bad_input,
                      settings.pool ? "it needs a step behind the account, like \"BORROW 10 SOL\""
                                    : "it needs a trade behind the account, like \"BUY 100 AAPL\"",
                      ""});
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return deeds;
}

std::expected<WhatIfReport, Errors> answered(const Deeds& deeds, const Asked& asking) {
  return deeds.steps.empty() ? engine::whatif(asking.request, deeds.trades, asking.lists)
                             : engine::whatif(asking.request, deeds.steps, asking.lists);
}

}  // namespace

Exit command_whatif(const Settings& settings, Session& session) {
  const auto deeds = deeds_of(settings);
  if (!deeds) return refuse(deeds.error(), settings.format, session);
  Settings account_alone = settings;
  account_alone.more.clear();
  auto asking = asked(account_alone, session, deeds->trades);
  if (!asking) return refuse(asking.error(), settings.format, session);
  const auto report = answered(*deeds, *asking);
  if (!report) return refuse(report.error(), settings.format, session);
  const auto status = status_of({report->after, asking->request.account.kind, asking->cash_advice},
                                settings, session);
  if (!status) return refuse(status.error(), settings.format, session);
  switch (settings.format) {
    case Format::json:
      session.out << json::encode_whatif(*report);
      break;
    case Format::text:
      session.out << report::whatif_page(*report, session.paper);
      break;
  }
  return *status;
}

}  // namespace plimsoll::cli
