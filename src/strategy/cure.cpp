#include "strategy/cure.hpp"

#include <algorithm>
#include <cmath>

#include "market/fx.hpp"
#include "model/booking.hpp"
#include "strategy/holdings.hpp"

namespace plimsoll::strategy {
namespace {

std::optional<double> multiple_of(const Room& room) {
  if (!(Decimal{} < room.requirement.amount)) return std::nullopt;
  return to_double(room.equity.amount) / to_double(room.requirement.amount);
}

Money cents_up(Money money) {
  constexpr Int128 cent = Decimal::scale / 100;
  const Int128 cents = (money.amount.nano() + cent - 1) / cent;
  return {Decimal::from_nano(cents * cent), money.currency};
}

Result<Decimal> target_of(const CureTerms& terms) {
  constexpr double most = 1e6;
  if (!(1 <= terms.target_multiple) || most < terms.target_multiple)
    return fail(Reason::bad_input,
                "the target is a multiple of the requirement, at least 1, below which the broker "
                "sells; write 2 for twice");
  return Decimal::from_nano(static_cast<Int128>(
      std::nearbyint(terms.target_multiple * static_cast<double>(Decimal::scale))));
}

/// Cash relieves one for one wherever the requirement does not follow it; the method is asked.
Result<Money> deposit_for(SaleTrial& trial, const LotsSold& sold, const Standing& standing) {
  if (!standing.gap.amount.is_negative()) return zero(standing.gap.currency);
  constexpr int tries = 4;
  Money deposit = cents_up(-standing.gap);
  for (int i = 0; i < tries; ++i) {
    PLIMSOLL_TRY(there, trial.with_cash(sold, deposit));
    if (!there.gap.amount.is_negative()) return deposit;
    deposit = deposit + cents_up(-there.gap);
  }
  return fail(Reason::not_covered, "the requirement rises with cash: no deposit alone restores it");
}

/// What it is, or why it is not known.
std::optional<Money> known(Result<Money> deposit, std::optional<Error>& reason) {
  if (deposit) return *deposit;
  reason = std::move(deposit).error();
  return std::nullopt;
}

/// What is bought back comes before all else on its name, so that nothing stands bare in between.
std::vector<std::size_t> hedges_last(const std::vector<std::size_t>& order,
                                     const std::vector<SaleLine>& lines) {
  const auto is_written = [&](std::size_t line) {
    return lines[line].is_short &&
           std::holds_alternative<ListedOption>(lines[line].position->instrument);
  };
  std::vector<std::size_t> made;
  const auto add = [&](std::size_t line) {
    if (std::ranges::find(made, line) == made.end()) made.push_back(line);
  };
  for (const std::size_t line : order) {
    for (const std::size_t other : order)
      if (is_written(other) && lines[other].name == lines[line].name) add(other);
    add(line);
  }
  return made;
}

std::vector<InstrumentId> legs_with(const SalesFound& found, const std::vector<SaleLine>& lines,
                                    std::size_t line) {
  std::vector<InstrumentId> legs;
  for (const SaleMove& move : found.together) {
    if (std::ranges::find(move.parts, line, &MovePart::line) == move.parts.end()) continue;
    for (const MovePart& part : move.parts)
      if (part.line != line && std::ranges::find(legs, lines[part.line].id) == legs.end())
        legs.push_back(lines[part.line].id);
  }
  return legs;
}

Result<CureTrade> trade_of(const SaleLine& line, std::int64_t lots, const Book& book,
                           const CurePolicy& policy) {
  const Quantity units = line.units(lots);
  const Money value =
      cost_of(line.position->instrument, units, line.price.per_unit, book.account.base);
  PLIMSOLL_TRY(own, in_currency(value, book.account.base, book.market));
  CureTrade trade{.symbol = line.id,
                  .quantity = line.is_short ? units : -units,
                  .price = line.price,
                  .proceeds = line.is_short ? -own : own,
                  .cost = line.costs.at(units),
                  .requirement_freed = zero(book.account.base),
                  .spread_from = line.costs.spread_from(),
                  .missing = line.costs.missing(units)};
  if (const auto volume = line.costs.daily_volume())
    trade.days = to_double(units.units()) / (*volume * policy.participation);
  return trade;
}

/// The trades in order, with what each frees after those before it.
Result<std::vector<CureTrade>> trades_of(SaleTrial& trial, const SalesFound& found,
                                         const std::vector<SaleLine>& lines, const Book& book,
                                         const CurePolicy& policy, const Standing& today) {
  std::vector<CureTrade> trades;
  LotsSold sold(lines.size(), 0);
  Money requirement = today.room.requirement;
  for (const std::size_t line : hedges_last(found.order, lines)) {
    PLIMSOLL_TRY(trade, trade_of(lines[line], found.sold[line], book, policy));
    trade.together = legs_with(found, lines, line);
    sold[line] = found.sold[line];
    PLIMSOLL_TRY(there, trial.at(sold));
    trade.requirement_freed = requirement - there.room.requirement;
    requirement = there.room.requirement;
    trades.push_back(std::move(trade));
  }
  return trades;
}

Cure unchanged(const Book& book, const CureTerms& terms, const Standing& today) {
  const Currency base = book.account.base;
  Cure made{.target = terms.target_multiple,
            .today = today.room,
            .deficit = today.gap.amount.is_negative() ? -today.gap : zero(base),
            .after = today.room,
            .cost = no_cost(base),
            .proceeds = zero(base),
            .account = book.account};
  if (today.room.equity.amount.is_negative()) made.owed = -today.room.equity;
  return made;
}

/// What remains has its tax lots again, less those that were sold. A symbol that stands in several
/// sub-accounts has none: which of them a lot leaves is not known.
void give_lots(Account& account, const Account& before, const std::vector<SaleLine>& lines,
               const LotsSold& sold) {
  const auto of = [](const InstrumentId& id) {
    return [id](const Position& position) { return id_of(position.instrument) == id; };
  };
  for (Position& position : account.positions) {
    const InstrumentId id = id_of(position.instrument);
    if (std::ranges::count_if(before.positions, of(id)) != 1) continue;
    const auto line = std::ranges::find(lines, id, &SaleLine::id);
    if (line == lines.end()) {
      position.lots = std::ranges::find_if(before.positions, of(id))->lots;
      continue;
    }
    const std::int64_t lots = sold[static_cast<std::size_t>(line - lines.begin())];
    position.lots = line->costs.lots_left(line->units(lots));
  }
}

Result<void> sell(Cure& made, SaleTrial& trial, const std::vector<SaleLine>& lines,
                  const Standing& today, const Book& book, const CurePolicy& policy,
                  SaleOrder order) {
  const SalesFound found = search_sales(trial, lines, today, order);
  PLIMSOLL_TRY(trades, trades_of(trial, found, lines, book, policy, today));
  PLIMSOLL_TRY(account, trial.account_after(found.sold));
  made.trades = std::move(trades);
  give_lots(account, book.account, lines, found.sold);
  made.account = std::move(account);
  made.after = found.standing.room;
  for (const CureTrade& trade : made.trades) {
    made.cost = made.cost + trade.cost;
    made.proceeds = made.proceeds + trade.proceeds;
  }
  made.state = found.standing.gap.amount.is_negative() ? CureState::short_of : CureState::cured;
  if (made.state == CureState::short_of)
    made.deposit_besides =
        known(deposit_for(trial, found.sold, found.standing), made.no_deposit_besides);
  return {};
}

}  // namespace

std::optional<double> Cure::multiple_today() const { return multiple_of(today); }
std::optional<double> Cure::multiple_after() const { return multiple_of(after); }

Result<Cure> cure(const Book& book, const Policy& policy, const CureTerms& terms) {
  if (is_lending(book.account.kind))
    return fail(
        Reason::not_covered,
        "in a lending pool debt is repaid rather than sold for; ask whatif with \"REPAY ...\" "
        "or \"DEPOSIT ...\"",
        book.account.id);
  const auto target = target_of(terms);
  if (!target) return std::unexpected{target.error()};
  PLIMSOLL_TRY(may_sell, sale_lines(book, policy.cure, terms.gains));
  SaleTrial trial{book, may_sell.lines, *target};
  const LotsSold none(may_sell.lines.size(), 0);
  PLIMSOLL_TRY(today, trial.at(none));
  Cure made = unchanged(book, terms, today);
  made.not_sold = std::move(may_sell.not_sold);
  made.deposit = known(deposit_for(trial, none, today), made.no_deposit);
  if (today.gap.amount.is_negative())
    PLIMSOLL_TRY_VOID(sell(made, trial, may_sell.lines, today, book, policy.cure, terms.order));
  made.evaluations = trial.evaluations();
  return made;
}

}  // namespace plimsoll::strategy
