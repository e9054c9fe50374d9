#include "engine/compare.hpp"

#include <algorithm>

#include "engine/answered.hpp"
#include "engine/books.hpp"
#include "engine/brokers.hpp"
#include "engine/choice.hpp"
#include "market/fx.hpp"
#include "strategy/tokens.hpp"

namespace plimsoll::engine {
namespace {

using strategy::Comparison;
using strategy::MethodStanding;

void look_ahead(MethodStanding& standing, const MethodResult& result,
                const AnalysisRequest& request, const Admitted& in) {
  for (const Layer& layer : layers_for(result.method, request.margin)) {
    if (layer.name != result.house) continue;
    strategy::Book book = book_of(result.method, layer, request.margin, in);
    strategy::keep_steady(book, request.policy.distance);
    look_ahead(standing, book, request.policy.distance);
    break;
  }
}

/// The first answer by `method`, which is that of the law alone where houses are asked for too.
std::optional<std::size_t> first_by(Label method, const MarginReport& report) {
  const auto found = std::ranges::find(report.results, method, &MethodResult::method);
  if (found == report.results.end()) return std::nullopt;
  return static_cast<std::size_t>(found - report.results.begin());
}

/// What the account must have to be kept under portfolio margin, in its own currency.
std::optional<Money> equity_least(const Admitted& in, const MarginRequest& request) {
  if (in.account.role != Role::customer) return std::nullopt;
  const auto least = least_equity(request.rules.value_or(in.account.as_of));
  if (!least) return std::nullopt;
  const auto own = in_currency(*least, in.account.base, in.market);
  return own ? std::optional{*own} : std::nullopt;
}

bool may_borrow(AccountKind kind) {
  switch (kind) {
    case AccountKind::margin:
    case AccountKind::portfolio_margin:
      return true;
    case AccountKind::cash:
    case AccountKind::retirement:
    case AccountKind::futures:
    case AccountKind::cross_margin:
      return false;
  }
  PLIMSOLL_CHECK(false);
  return false;
}

}  // namespace

std::expected<Comparison, std::vector<Error>> compare(const CompareRequest& request,
                                                      const SecurityList& lists) {
  const MarginRequest& margin = request.analysis.margin;
  const Admitted in = admitted(submitted(margin), lists);
  auto answer = answered(in, margin);
  if (!answer) return std::unexpected{std::move(answer).error()};
  Comparison made = strategy::comparison_of(*std::move(answer));
  made.financing = request.analysis.financing;
  for (std::size_t i = 0; i < made.standings.size(); ++i)
    look_ahead(made.standings[i], made.margin.results[i], request.analysis, in);
  const Label by_strategy = implied_method(AccountKind::margin);
  const auto strategy = first_by(by_strategy, made.margin);
  const auto portfolio = first_by(implied_method(AccountKind::portfolio_margin), made.margin);
  // Of a part of the account each might have left out another one.
  if (strategy && portfolio && !made.margin.partial)
    made.portfolio_margin = strategy::portfolio_margin(
        made.standings[*strategy], made.standings[*portfolio], equity_least(in, margin));
  if (!strategy || !may_borrow(in.account.kind)) return made;
  made.broker_method = by_strategy;
  const auto debits = strategy::debits_of(book_of(by_strategy, {}, margin, in), {});
  if (debits) made.debit = debits->debit;
  made.brokers = brokers(request, in, by_strategy);
  return made;
}

}  // namespace plimsoll::engine
