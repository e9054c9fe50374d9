#include "strategy/size.hpp"

#include <algorithm>

namespace plimsoll::strategy {
namespace {

Result<Buffer> today_of(const Book& book, const Policy& policy, const SizeTerms& terms) {
  if (terms.today) return *terms.today;
  return buffer(book, policy, {.borrowing_rate = terms.borrowing_rate});
}

void bring_back(Size& made, const Book& book, const Policy& policy, const SizeTerms& terms) {
  const Cap* binding = made.caps.binding_limit();
  auto back = rebalance(policy.size, {.gross = made.exposure,
                                      .equity = made.room.equity,
                                      .target_leverage = policy.deployment.target_leverage,
                                      .as_of = book.account.as_of,
                                      .last_breach = terms.last_breach,
                                      .leverage_most = binding ? binding->leverage : std::nullopt});
  if (back) made.rebalance = *std::move(back);
  else made.no_rebalance = back.error();
}

}  // namespace

Result<Size> size(const Book& book, const Policy& policy, const SizeTerms& terms) {
  PLIMSOLL_TRY(today, today_of(book, policy, terms));
  PLIMSOLL_TRY(
      concentrated,
      concentration(book, policy, {.room = today.room, .correlations = terms.correlations}));
  const auto moves = book_moves(book, policy);
  SizeCaps caps = size_caps(book, policy, today, moves, {.borrowing_rate = terms.borrowing_rate});
  const Cap* binding = caps.binding_limit();
  PLIMSOLL_TRY(trades, largest_trades(book, policy, today,
                                      {.candidates = terms.candidates,
                                       .borrowing_rate = terms.borrowing_rate}));
  if (binding) trades.leverage_most = *binding->leverage;
  Size made{.room = today.room,
            .gross = today.gross_value,
            .exposure = today.exposure,
            .cash = today.cash,
            .buffer_target = today.target,
            .market_volatility = today.market_volatility,
            .concentration = std::move(concentrated),
            .caps = std::move(caps),
            .trades = std::move(trades)};
  bring_back(made, book, policy, terms);
  return made;
}

}  // namespace plimsoll::strategy
