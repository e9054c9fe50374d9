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
  for (const SaleLine& line : lines) parts_.push_back(part_of(line));
  bare_today_ = uncovered(today_);
}

SaleTrial::Part SaleTrial::part_of(const SaleLine& line) const {
  Part part;
  part.account.as_of = today_.as_of;
  part.account.kind = today_.kind;
  part.account.base = today_.base;
  part.account.cash.emplace();
  part.account.catalog.emplace(line.id, line.position->instrument);
  for (std::size_t i = 0; i < today_.positions.size(); ++i) {
    const Position& position = today_.positions[i];
    if (id_of(position.instrument) != line.id || position.quantity.is_negative() != line.is_short)
      continue;
    part.account.positions.push_back(position);
    part.places.push_back(i);
  }
  return part;
}

Result<void> SaleTrial::sell(std::size_t line, std::int64_t lots, Account& account) const {
  const SaleLine& of = lines_[line];
  const Quantity units = of.units(lots);
  const Entry entry{.moment = {account.as_of},
                    .event = Trade{.symbol = of.id,
                                   .quantity = of.is_short ? units : -units,
                                   .price = of.price.per_unit},
                    .where = std::string{of.id.view()}};
  Account left = parts_[line].account;
  PLIMSOLL_TRY_VOID(plimsoll::book(entry, left));
  // Positions are sold from the first on, and those that are gone are no longer there.
  const std::vector<std::size_t>& places = parts_[line].places;
  const std::size_t gone = places.size() - left.positions.size();
  for (std::size_t i = 0; i < places.size(); ++i)
    account.positions[places[i]].quantity =
        i < gone ? Quantity{} : left.positions[i - gone].quantity;
  for (const Money& paid : *left.cash) pay_in(account, paid);
  return {};
}

Result<Account*> SaleTrial::after(const LotsSold& sold) {
  after_ = today_;
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (0 < sold[i]) PLIMSOLL_TRY_VOID(sell(i, sold[i], after_));
  std::erase_if(after_.positions, [](const Position& p) { return p.quantity.is_zero(); });
  if (after_.cash) pay_in(after_, -cost(sold).paid());
  return &after_;
}

Result<Account> SaleTrial::account_after(const LotsSold& sold) {
  PLIMSOLL_TRY(account, after(sold));
  return *account;
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
  PLIMSOLL_TRY(account, after(sold));
  // Where nothing is short today, nothing is after: what is sold is held.
  if (!bare_today_.empty() && barer(uncovered(*account), bare_today_))
    return fail(Reason::bad_input, "it leaves options that are short without cover");
  return standing(*account);
}

Result<Standing> SaleTrial::with_cash(const LotsSold& sold, Money deposit) {
  PLIMSOLL_TRY(account, after(sold));
  if (account->cash) pay_in(*account, deposit);
  return standing(*account);
}

SaleCost SaleTrial::cost(const LotsSold& sold) const {
  SaleCost sum = no_cost(book_.account.base);
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (sold[i] > 0) sum = sum + lines_[i].costs.at(lines_[i].units(sold[i]));
  return sum;
}

}  // namespace plimsoll::strategy
