#include "engine/books.hpp"

#include <algorithm>
#include <utility>

#include "engine/choice.hpp"
#include "model/booking.hpp"
#include "strategy/still_margin.hpp"
#include "valuation/in_market.hpp"

namespace plimsoll::engine {
namespace {

/// A pool's number times price / base, cut as its arithmetic cuts; the number itself where that
/// does not fit, which the method then refuses by name.
Fixed48 scaled(Fixed48 number, Decimal price, Decimal base) {
  const auto top = parse_fixed48(to_text(price, 0)), bottom = parse_fixed48(to_text(base, 0));
  if (!top || !bottom) return number;
  const auto product = times(number, *top);
  return product ? over(*product, *bottom).value_or(number) : number;
}

void move(Bank& bank, Decimal price) {
  const Decimal base = to_decimal(bank.price);
  if (price == base || base.is_zero()) return;
  for (Fixed48* one :
       {&bank.price, &bank.confidence, &bank.time_weighted_price, &bank.time_weighted_confidence})
    *one = scaled(*one, price, base);
}

/// The pool with the prices the market has of its banks.
std::shared_ptr<const Pool> moved(const Pool& pool, const MarketSnapshot& market) {
  auto later = std::make_shared<Pool>(pool);
  for (auto& [name, bank] : later->banks)
    if (const Quote* quote = market.find(name); quote && quote->price) move(bank, *quote->price);
  return later;
}

MarginFunction function_of(Label method, const MethodTerms& terms) {
  const auto any = std::make_shared<const AnyMethod>(method_called(method, terms));
  return [any](const Account& account, const MarketSnapshot& market) {
    return std::visit([&](const auto& m) { return m.compute(account, market); }, *any);
  };
}

/// The method, and the method over a market that stands still.
MarginFunction function_over_markets(Label method, const MethodTerms& terms) {
  return strategy::MarginOverMarkets{
      .any = function_of(method, terms),
      .over = [method, terms](const Account& account, const MarketSnapshot& market) {
        MethodTerms there = terms;
        there.valued = valued_market(method, terms, account, market);
        return function_of(method, there);
      }};
}

/// A pool is a method's parameter: it is moved before the method is made.
MarginFunction function_on_pool(Label method, MethodTerms terms) {
  return [method, terms](const Account& account, const MarketSnapshot& market) {
    MethodTerms there = terms;
    there.pool = moved(*terms.pool, market);
    return function_of(method, there)(account, market);
  };
}

/// To the nearest ninth place: 0.08 is a hair less in the pool's own numbers.
Decimal nearest(Fixed48 rate) {
  const auto half = parse_fixed48("0.0000000005");
  return to_decimal(half ? plus(rate, *half).value_or(rate) : rate);
}

std::map<InstrumentId, strategy::BankRates> bank_rates(const Pool& pool) {
  std::map<InstrumentId, strategy::BankRates> all;
  for (const auto& [name, bank] : pool.banks) {
    const auto rates = interest_rates(bank);
    const auto of = [&](Fixed48 InterestRates::* rate) -> Result<Decimal> {
      if (!rates) return std::unexpected{rates.error()};
      return nearest((*rates).*rate);
    };
    all.emplace(name, strategy::BankRates{.lending = of(&InterestRates::lending),
                                          .borrowing = of(&InterestRates::borrowing)});
  }
  return all;
}

/// The volatility in an option's price, looked for once: whoever values it again finds it in its
/// quote, as that of a price that was worked out from it. One that its price does not have stays
/// unknown, for the method to say so.
void find_volatility(const Position& position, MarketSnapshot& market) {
  const auto* option = std::get_if<ListedOption>(&position.instrument);
  if (option == nullptr) return;
  const auto quote = market.quotes.find(option->id);
  if (quote == market.quotes.end() || !quote->second.price) return;
  const auto level = valuation::level_under(*option, market);
  if (!level) return;
  const auto series = valuation::series_in(
      *option, {to_double(*quote->second.price), to_double(*level)}, market.as_of, market);
  if (!series || series->priced_by_it) return;
  const auto found = valuation::volatility_in(*series, 0);
  if (!found || found->from != valuation::VolatilityFrom::price) return;
  quote->second.volatility = found->value;
  quote->second.priced_by_volatility = true;
}

/// What is settled every day and has no cost has gained nothing since it was: from its price on it
/// gains what prices do.
void mark_to_market(Position& position, Decimal price) {
  if (!settled_daily(position.instrument) || position.trade_price || position.average_cost) return;
  position.average_cost = Price{price, currency_of(position.instrument, "USD")};
}

/// The same contract under a name of the account's own.
const Future* held_as(const Future& wanted, const Catalog& catalog) {
  for (const auto& [id, instrument] : catalog) {
    const auto* future = std::get_if<Future>(&instrument);
    if (future && future->product == wanted.product && future->month == wanted.month &&
        (future->exchange.empty() || future->exchange == wanted.exchange))
      return future;
  }
  return nullptr;
}

/// The future an option is on stands in the book as the underlying of any option does: in the
/// catalog, with a price.
void place_under(FutureOption& option, const RiskParameters& risk, strategy::Book& book) {
  const auto under = future_under(option, risk);
  if (!under) return;
  Catalog& catalog = book.account.catalog;
  const Future* known = held_as(under->future, catalog);
  option.underlying = known ? known->id : under->future.id;
  if (!known && !catalog.emplace(option.underlying, under->future).second) {
    option.underlying = {};  // something else has that name
    return;
  }
  Quote& quote = book.market.quotes[option.underlying];
  if (!quote.price) quote.price = under->settlement;
}

}  // namespace

strategy::Book book_of(Label method, const Layer& layer, const MarginRequest& request,
                       const Admitted& in) {
  const auto boundaries = std::make_shared<pricing::BoundaryMemo>();
  const MethodTerms terms{.rules = request.rules.value_or(in.account.as_of),
                          .house = layer.house,
                          .packs = layer.packs,
                          .risk = request.risk,
                          .pool = request.pool,
                          .boundaries = boundaries,
                          .told = Told::sums};
  strategy::Book book{.account = in.account,
                      .market = in.market,
                      .margin = {},
                      .method = method,
                      .house = layer.name,
                      .boundaries = boundaries};
  book.market.as_of = in.account.as_of;
  // Sums of ratios, ties and lists must not depend on the order a file had.
  std::ranges::stable_sort(book.account.positions, {}, [](const Position& position) {
    return std::pair{id_of(position.instrument), position.holding};
  });
  if (has_pool(method) && request.pool) {
    book.account.cash.reset();  // what is owed is a position; cash is not read (margin/README.md)
    for (const auto& [name, bank] : request.pool->banks)
      book.market.quotes[name].price = to_decimal(bank.price);
    book.pool = bank_rates(*request.pool);
    book.margin = function_on_pool(method, terms);
    return book;
  }
  if (has_risk_files(method)) {
    // Trades are booked by the catalog's description, so both are made whole.
    for (auto& [id, instrument] : book.account.catalog)
      if (const auto known = contract_terms(instrument, request.risk)) complete(instrument, *known);
    for (Position& position : book.account.positions)
      if (const auto known = contract_terms(position.instrument, request.risk)) {
        complete(position.instrument, *known);
        Quote& quote = book.market.quotes[id_of(position.instrument)];
        if (!quote.price) quote.price = known->settlement;
        mark_to_market(position, *quote.price);
      }
    for (Position& position : book.account.positions)
      if (auto* option = std::get_if<FutureOption>(&position.instrument))
        place_under(*option, request.risk, book);
    book.option_at = [risk = request.risk](const FutureOption& option, Decimal price) {
      return option_at(option, price, risk);
    };
  }
  for (const Position& position : book.account.positions) find_volatility(position, book.market);
  book.margin = function_over_markets(method, terms);
  return book;
}

}  // namespace plimsoll::engine
