#include "apps/cli/command_whatif.hpp"

#include <ostream>
#include <utility>

#include "apps/cli/answer.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_whatif.hpp"
#include "engine/whatif.hpp"
#include "report/whatif_page.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;

std::expected<std::vector<TypedTrade>, Errors> trades_of(const Settings& settings) {
  std::vector<TypedTrade> trades;
  Errors errors;
  for (const std::string& text : settings.more) {
    if (auto trade = parse_trade(text)) trades.push_back(*trade);
    else errors.push_back(std::move(trade).error());
  }
  if (settings.more.empty())
    errors.push_back(
        {Reason::bad_input, "it needs a trade behind the account, like \"BUY 100 AAPL\"", ""});
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return trades;
}

}  // namespace

Exit command_whatif(const Settings& settings, Session& session) {
  const auto trades = trades_of(settings);
  if (!trades) return refuse(trades.error(), settings.format, session);
  Settings account_alone = settings;
  account_alone.more.clear();
  auto asking = asked(account_alone, session, *trades);
  if (!asking) return refuse(asking.error(), settings.format, session);
  const auto report = engine::whatif(asking->request, *trades, asking->lists);
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
