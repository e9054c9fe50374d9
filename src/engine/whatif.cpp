#include "engine/whatif.hpp"

#include <utility>

#include "engine/answered.hpp"
#include "market/fx.hpp"
#include "model/booking.hpp"

namespace plimsoll::engine {
namespace {

std::string place_of(const TypedTrade& trade) {
  return "the trade of " + std::string{trade.symbol.view()};
}

AccountDraft with_mentions(const MarginRequest& request, const std::vector<TypedTrade>& trades) {
  AccountDraft draft = request.account;
  for (const TypedTrade& trade : trades)
    draft.mentioned.push_back({std::string{trade.symbol.view()}, place_of(trade)});
  return draft;
}

Result<Money> cash_of(const Admitted& in) {
  Money sum = zero(in.account.base);
  for (const Money& held : *in.account.cash) {
    PLIMSOLL_TRY(own, in_currency(held, in.account.base, in.market));
    sum = sum + own;
  }
  return sum;
}

/// Gives an instrument what its clearing house's file knows of it and the account does not say:
/// what a point is worth, its currency, how it is paid. A position without a cost is one that is
/// settled already: its cost is the settlement.
std::optional<ContractTerms> completed(const InstrumentId& symbol, Admitted& in,
                                       const RiskParameters& risk) {
  const auto known = in.account.catalog.find(symbol);
  if (known == in.account.catalog.end()) return std::nullopt;
  auto terms = contract_terms(known->second, risk);
  if (!terms) return std::nullopt;
  complete(known->second, *terms);
  for (Position& position : in.account.positions) {
    if (id_of(position.instrument) != symbol) continue;
    complete(position.instrument, *terms);
    if (!terms->settled_daily) continue;
    // One cost for what is held, so that what is added can be averaged with it.
    if (position.trade_price) position.average_cost = std::exchange(position.trade_price, {});
    else if (!position.average_cost && terms->settlement)
      position.average_cost = Price{*terms->settlement, terms->currency};
  }
  return terms;
}

/// Books one trade; its price becomes the market's where the market has none.
Result<WhatIfTrade> done(const TypedTrade& trade, const RiskParameters& risk, Admitted& in) {
  std::optional<Decimal> price = trade.price;
  Quote& quote = in.market.quotes[trade.symbol];
  if (!price) price = quote.price;
  const auto contract = completed(trade.symbol, in, risk);
  if (!price && contract) price = contract->settlement;
  if (!price)
    return fail(Reason::missing_price,
                "no price of " + std::string{trade.symbol.view()} +
                    " to trade at; write it behind the trade, as in \"@ 12.35\", or add it under "
                    "market.quotes",
                place_of(trade));
  // A contract of a clearing house has a price in its file.
  if (!quote.price && !contract) quote.price = price;
  PLIMSOLL_TRY(before, cash_of(in));
  const Entry entry{
      {in.account.as_of}, Trade{trade.symbol, trade.quantity, *price, {}, {}}, place_of(trade)};
  PLIMSOLL_TRY_VOID(book(entry, in.account));
  PLIMSOLL_TRY(after, cash_of(in));
  const Instrument& instrument = *described(in.account, trade.symbol);
  return WhatIfTrade{.symbol = trade.symbol,
                     .quantity = trade.quantity,
                     .price = Price{*price, currency_of(instrument, in.account.base)},
                     .cash = after - before,
                     .payment = settled_daily(instrument) ? Payment::daily : Payment::at_once};
}

}  // namespace

std::expected<WhatIfReport, Errors> before_of(const Admitted& in, const MarginRequest& request) {
  if (!in.refused.empty())
    return std::unexpected{placed(in.refused, submitted(request), in.account)};
  auto before = answered(in, request);
  if (!before) return std::unexpected{std::move(before).error()};
  WhatIfReport report;
  report.before = *std::move(before);
  return report;
}

std::expected<WhatIfReport, Errors> whatif(const MarginRequest& request,
                                           const std::vector<TypedTrade>& trades,
                                           const SecurityList& lists) {
  const AccountDraft draft = with_mentions(request, trades);
  Admitted in = admitted(
      {draft, request.market, request.strictness, request.refused, request.caveats}, lists);
  if (in.account.kind == AccountKind::cross_margin)
    add(in.refused, Error{Reason::bad_input,
                          "an account in a lending pool trades nothing; write a step, like "
                          "\"BORROW 10 SOL\", and name the pool with --pool",
                          in.account.id});
  else if (!in.account.cash)
    add(in.refused, Error{Reason::bad_input,
                          "cash is not known, so what the trades borrow is not either; give it "
                          "under cash",
                          in.account.id});
  auto begun = before_of(in, request);
  if (!begun) return std::unexpected{std::move(begun).error()};
  WhatIfReport report = *std::move(begun);
  const auto cash_before = cash_of(in);
  if (!cash_before) return std::unexpected{Errors{cash_before.error()}};
  report.cash_before = *cash_before;
  for (const TypedTrade& trade : trades) {
    auto booked = done(trade, request.risk, in);
    if (!booked) return std::unexpected{Errors{std::move(booked).error()}};
    report.trades.push_back(*booked);
  }
  auto after = answered(in, request);
  if (!after) return std::unexpected{std::move(after).error()};
  report.after = *std::move(after);
  report.cash_after = cash_of(in).value();
  return report;
}

}  // namespace plimsoll::engine
