#include "strategy/book.hpp"

namespace plimsoll::strategy {

Result<Room> room_of(const Answer<Money>& answer, const Account& account) {
  if (!answer.refused.empty()) return std::unexpected{answer.refused.front()};
  if (!answer.not_covered.empty())
    return fail(Reason::not_covered, answer.not_covered.front().reason,
                answer.not_covered.front().symbol);
  if (!answer.equity)
    return fail(Reason::bad_input, "cash is not known, so equity is not either; give it under cash",
                account.id);
  return Room{.equity = *answer.equity,
              .requirement = answer.risk_maintenance,
              .initial = answer.risk_initial,
              .net_liquidation = answer.net_liquidation};
}

Result<Room> room(const Book& book, const Account& account, const MarketSnapshot& market) {
  PLIMSOLL_TRY(answer, book.margin(account, market));
  return room_of(answer, account);
}

Result<Room> room(const Book& book) { return room(book, book.account, book.market); }

}  // namespace plimsoll::strategy
