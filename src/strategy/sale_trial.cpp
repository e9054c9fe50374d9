#include "strategy/sale_trial.hpp"

#include <algorithm>

#include "model/booking.hpp"
#include "strategy/still_margin.hpp"

namespace plimsoll::strategy {

void pay_in(Account& account, Money money) {
  auto& all = *account.cash;
  const auto own = std::ranges::find(all, money.currency, &Money::currency);
  Money& cash = own != all.end() ? *own : all.emplace_back(zero(money.currency));
  cash = cash + money;
}

SaleTrial::SaleTrial(const Book& book, const std::vector<SaleLine>& lines, Decimal target)
    : book_{book},
      lines_{lines},
      target_{target},
      margin_{over_still_market(book)},
      today_{book.account} {
  for (Position& position : today_.positions) position.lots.clear();
  bare_today_ = uncovered(today_);
}

Result<Account> SaleTrial::account_after(const LotsSold& sold) const {
  Account account = today_;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (sold[i] <= 0) continue;
    const SaleLine& line = lines_[i];
    const Quantity units = line.units(sold[i]);
    const Entry entry{.moment = {account.as_of},
                      .event = Trade{.symbol = line.id,
                                     .quantity = line.is_short ? units : -units,
                                     .price = line.price.per_unit},
                      .where = std::string{line.id.view()}};
    PLIMSOLL_TRY_VOID(plimsoll::book(entry, account));
  }
  if (account.cash) pay_in(account, -cost(sold).paid());
  return account;
}

Result<Standing> SaleTrial::standing(const Account& account) {
  ++evaluations_;
  PLIMSOLL_TRY(answer, margin_(account, book_.market));
  PLIMSOLL_TRY(room, room_of(answer, account));
  const Money wanted{multiply(target_, room.requirement.amount, Round::away_from_zero),
                     room.requirement.currency};
  return Standing{.room = room, .gap = room.equity - wanted, .groups = std::move(answer.groups)};
}

Result<Standing> SaleTrial::at(const LotsSold& sold) {
  PLIMSOLL_TRY(account, account_after(sold));
  // Where nothing is short today, nothing is after: what is sold is held.
  if (!bare_today_.empty() && barer(uncovered(account), bare_today_))
    return fail(Reason::bad_input, "it leaves options that are short without cover");
  return standing(account);
}

Result<Standing> SaleTrial::with_cash(const LotsSold& sold, Money deposit) {
  PLIMSOLL_TRY(account, account_after(sold));
  if (account.cash) pay_in(account, deposit);
  return standing(account);
}

SaleCost SaleTrial::cost(const LotsSold& sold) const {
  SaleCost sum = no_cost(book_.account.base);
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (sold[i] > 0) sum = sum + lines_[i].costs.at(lines_[i].units(sold[i]));
  return sum;
}

}  // namespace plimsoll::strategy
