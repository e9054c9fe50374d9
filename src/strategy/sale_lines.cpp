#include "strategy/sale_lines.hpp"

#include <algorithm>

#include "model/booking.hpp"
#include "strategy/holdings.hpp"

namespace plimsoll::strategy {
namespace {

constexpr std::int64_t lots_most = 1'000'000'000'000'000;

bool in_contracts(const Instrument& instrument) {
  return std::holds_alternative<ListedOption>(instrument) ||
         std::holds_alternative<Future>(instrument) ||
         std::holds_alternative<FutureOption>(instrument) ||
         std::holds_alternative<Combination>(instrument);
}

bool listed(const std::vector<std::string>& symbols, const InstrumentId& id) {
  return std::ranges::any_of(symbols,
                             [&](const std::string& one) { return InstrumentId{one} == id; });
}

Quantity lot_of(const Instrument& instrument, const CurePolicy& policy) {
  for (const LotSize& own : policy.lot_sizes)
    if (InstrumentId{own.symbol} == id_of(instrument)) return Quantity::of(own.units);
  return in_contracts(instrument) ? Quantity::of(1) : Quantity::of(policy.lot_size);
}

double number(Quantity quantity) {
  return static_cast<double>(quantity.atto) / static_cast<double>(Quantity::scale);
}

Int128 lots_up(Quantity units, Quantity lot) { return (units.atto + lot.atto - 1) / lot.atto; }

/// Lots worth the smallest ticket; one of what is settled every day and so costs nothing.
std::int64_t least_lots(const SaleLine& line, Decimal ticket) {
  const Decimal each = abs(line.costs.unit_value());
  if (settled_daily(line.position->instrument)) return std::min<std::int64_t>(1, line.most);
  if (each.is_zero()) return line.most;
  const double lots = to_double(ticket) / to_double(each) *
                      (static_cast<double>(Quantity::scale) / static_cast<double>(line.lot.atto));
  if (static_cast<double>(line.most) <= lots) return line.most;
  auto least = std::max<std::int64_t>(1, static_cast<std::int64_t>(lots));
  // The quotient is a model of the exact product, which decides.
  const Price price{each, usd};
  while (least < line.most && (price * line.units(least)).amount < ticket) ++least;
  return least;
}

std::optional<std::string> cannot_be_sold(const Position& position, const CurePolicy& policy) {
  const InstrumentId id = id_of(position.instrument);
  if (listed(policy.keep, id)) return "the policy keeps it";
  if (std::holds_alternative<Token>(position.instrument))
    return "what is held on a chain is not sold here";
  if (lot_of(position.instrument, policy).atto <= 0) return "its lot size is not above zero";
  return std::nullopt;
}

/// Whether all of it could be booked: what lacks a cost or a multiplier cannot be closed.
std::optional<std::string> cannot_be_booked(const SaleLine& line, const Account& account) {
  Account copy = account;
  const Quantity all = line.is_short ? line.held : -line.held;
  const auto booked = plimsoll::book(
      {.moment = {account.as_of},
       .event = Trade{.symbol = line.id, .quantity = all, .price = line.price.per_unit}},
      copy);
  if (booked) return std::nullopt;
  return booked.error().what;
}

/// Lots, ticket and turn, once all sub-accounts are in; the reason where nothing may be sold.
std::optional<std::string> finished(SaleLine& line, const CurePolicy& policy, Gains gains) {
  line.sellable = line.held;
  line.lot = lot_of(line.position->instrument, policy);
  if (gains == Gains::avoided) {
    const Quantity free = line.costs.without_gains();
    if (free < line.held) line.sellable = {free.atto / line.lot.atto * line.lot.atto};
    if (line.sellable.is_zero()) return "every lot of it has a gain, or a cost that is not known";
  }
  const Int128 lots = lots_up(line.sellable, line.lot);
  if (Int128{lots_most} < lots) return "its lot size is too small for what is held";
  line.most = static_cast<std::int64_t>(lots);
  line.least = least_lots(line, policy.minimum_ticket);
  line.turn = listed(policy.liquidate_last, line.id) ? Turn::last : Turn::first;
  return std::nullopt;
}

}  // namespace

Quantity SaleLine::units(std::int64_t lots) const {
  if (most <= lots) return sellable;
  return {lot.atto * lots};
}

double SaleLine::cost(std::int64_t lots) const { return costs.total_at(number(units(lots))); }
double SaleLine::paid(std::int64_t lots) const { return costs.paid_at(number(units(lots))); }

std::int64_t SaleLine::admitted(std::int64_t lots) const {
  if (lots <= 0) return 0;
  return std::min(std::max(lots, least), most);
}

std::int64_t SaleLine::below(std::int64_t lots) const { return lots - 1 < least ? 0 : lots - 1; }

Result<SaleLines> sale_lines(const Book& book, const CurePolicy& policy, Gains gains) {
  constexpr double any_beta = 1;
  if (book.pool)
    return fail(
        Reason::not_covered,
        "a lending pool has no cash to sell for: what is owed is repaid in its own token; try "
        "a step with plimsoll whatif, as \"REPAY 1000 USDC\"",
        book.account.id);
  if (const auto cash = cash_of(book.account, book.market); !cash)
    return std::unexpected{cash.error()};
  PLIMSOLL_TRY(held, holdings(book.account, book.market, any_beta));
  SaleLines made;
  const auto not_sold = [&](const InstrumentId& id, std::string reason) {
    const NotSold one{id, std::move(reason)};
    if (std::ranges::find(made.not_sold, one) == made.not_sold.end()) made.not_sold.push_back(one);
  };
  for (std::size_t i = 0; i < book.account.positions.size(); ++i) {
    const Position& position = book.account.positions[i];
    const InstrumentId id = id_of(position.instrument);
    if (position.quantity.is_zero()) continue;
    if (const auto reason = cannot_be_sold(position, policy)) {
      not_sold(id, *reason);
      continue;
    }
    PLIMSOLL_TRY(costs, SaleCosts::of(position, book.account, book.market, policy));
    const bool is_short = position.quantity.is_negative();
    const auto same = std::ranges::find_if(made.lines, [&](const SaleLine& line) {
      return line.id == id && line.is_short == is_short;
    });
    if (same != made.lines.end()) {
      same->held = same->held + abs(position.quantity);
      same->costs.add(costs);
      continue;
    }
    made.lines.push_back({.id = id,
                          .name = held[i].moves.name,
                          .position = &position,
                          .is_short = is_short,
                          .price = {*book.market.find(id)->price,
                                    currency_of(position.instrument, book.account.base)},
                          .costs = costs,
                          .held = abs(position.quantity),
                          .sellable = {},
                          .lot = {}});
  }
  std::erase_if(made.lines, [&](SaleLine& line) {
    auto reason = finished(line, policy, gains);
    if (!reason) reason = cannot_be_booked(line, book.account);
    if (reason) not_sold(line.id, *reason);
    return reason.has_value();
  });
  return made;
}

}  // namespace plimsoll::strategy
