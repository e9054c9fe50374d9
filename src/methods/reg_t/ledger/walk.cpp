#include "methods/reg_t/ledger/walk.hpp"

#include <algorithm>
#include <utility>

#include "market/check.hpp"
#include "market/fx.hpp"
#include "model/booking.hpp"

namespace plimsoll::reg_t {
namespace {

/// The underlying of options, convertibles and warrants; of anything else itself. A fund that may
/// stand in for an index belongs to the index.
InstrumentId root_of(const Account& account, const InstrumentId& symbol) {
  const Instrument* instrument = described(account, symbol);
  if (instrument == nullptr) return symbol;
  InstrumentId on = symbol;
  if (const auto* option = std::get_if<ListedOption>(instrument)) on = option->underlying;
  if (const auto* warrant = std::get_if<Warrant>(instrument)) on = warrant->underlying;
  if (const auto* bond = std::get_if<Bond>(instrument); bond && !bond->underlying.empty())
    on = bond->underlying;
  const Instrument* under = described(account, on);
  const auto* stock = under ? std::get_if<Stock>(under) : nullptr;
  return stock && stock->kind == StockKind::etf && !stock->reference.empty() ? stock->reference
                                                                             : on;
}

Level moved(const Level& level, const Level& from, const Level& to) {
  return {level.equity + (to.equity - from.equity), level.reg_t + (to.reg_t - from.reg_t),
          level.maintenance + (to.maintenance - from.maintenance), level.owes};
}

/// A level that one answer gives; refused where a position is in none of its sums.
Result<Level> level_of(const Result<Answer<Money>>& answer) {
  if (!answer) return std::unexpected{answer.error()};
  if (!answer->refused.empty()) return std::unexpected{answer->refused.front()};
  if (!answer->not_covered.empty())
    return fail(Reason::not_covered, answer->not_covered.front().reason,
                answer->not_covered.front().symbol);
  PLIMSOLL_CHECK(answer->equity.has_value());
  return Level{*answer->equity, answer->risk_initial, answer->risk_maintenance};
}

bool owes(const Account& account) {
  return std::ranges::any_of(*account.cash,
                             [](const Money& cash) { return cash.amount.is_negative(); }) ||
         std::ranges::any_of(account.positions, [](const Position& position) {
           return position.quantity.is_negative();
         });
}

Error placed(Error error, const Entry& entry) {
  if (error.where.empty()) {
    error.where = entry.where;
  } else if (error.where != entry.where) {
    error.what = error.where + ": " + error.what;
    error.where = entry.where;
  }
  return error;
}

}  // namespace

Walk::Walk(Account account, MarketSnapshot market, LedgerTerms terms, RegT law,
           std::optional<RegT> house)
    : account_{std::move(account)},
      around_{account_},
      market_{std::move(market)},
      terms_{terms},
      law_{std::move(law)},
      house_{std::move(house)} {
  around_.cash = std::vector<Money>{};
  for (const auto& [id, quote] : market_.quotes)
    if (quote.price) priced_.emplace(id, account_.as_of);
}

Result<Walk> Walk::opened(Account account, MarketSnapshot market, LedgerTerms terms,
                          RegT::Parameters parameters) {
  if (account.kind != AccountKind::margin && account.kind != AccountKind::cash &&
      account.kind != AccountKind::retirement)
    return fail(Reason::not_covered,
                "a ledger is kept of margin, cash and retirement accounts; Regulation T does not "
                "rule this kind",
                account.id);
  if (!account.cash)
    return fail(Reason::bad_input,
                "cash is not known, and without it there is no ledger; give it under cash",
                account.id);
  for (Position& position : account.positions) {
    position.trade_price.reset();  // yesterday's trade is held today
    position.lots.clear();
  }
  const RegT law{{.rules = parameters.rules}};
  std::optional<RegT> house;
  if (parameters.house) {
    parameters.told = HouseTold::sums;
    house.emplace(std::move(parameters));
  }
  Walk walk{std::move(account), std::move(market), terms, law, std::move(house)};
  PLIMSOLL_TRY(level, walk.whole_level());
  walk.level_ = level;
  walk.rules_.sma = opening_sma(level, terms.sma);
  return walk;
}

Result<Level> Walk::whole_level() const {
  PLIMSOLL_TRY(level, level_of(law_.compute(account_, market_)));
  level.owes = owes(account_);
  return level;
}

Result<std::optional<Money>> Walk::house_requirement() {
  if (!house_) return std::nullopt;
  const auto answer = house_->compute(account_, market_);
  PLIMSOLL_TRY(level, level_of(answer));
  for (const NotApplied& one : answer->not_applied)
    not_applied_.insert({one.what, one.missing_input});
  return level.maintenance;
}

Result<Level> Walk::level_around(const InstrumentId& root) {
  around_.positions.clear();
  for (const Position& position : account_.positions)
    if (root_of(account_, id_of(position.instrument)) == root)
      around_.positions.push_back(position);
  PLIMSOLL_TRY_VOID(values_in_bounds(market_, around_));
  return level_of(law_.compute(around_, market_));
}

Result<Money> Walk::cash() const {
  Money sum = zero(account_.base);
  for (const Money& held : *account_.cash) {
    PLIMSOLL_TRY(own, in_currency(held, account_.base, market_));
    sum = sum + own;
  }
  return sum;
}

void Walk::price(const InstrumentId& symbol, Decimal price) {
  market_.quotes[symbol].price = price;
  priced_[symbol] = account_.as_of;
}

/// A price that moved: the level moves with it, and nobody did anything.
Result<void> Walk::reprice(const InstrumentId& symbol, Decimal new_price) {
  const PriceRange range = price_range(*described(account_, symbol));
  if (new_price.is_negative() || (new_price.is_zero() && !range.zero))
    return fail(Reason::bad_input, "a price of " + to_text(new_price, 2) +
                                       " is not possible here; write the last price there was");
  const Quote* quote = market_.find(symbol);
  if (quote && quote->price == new_price) {
    priced_[symbol] = account_.as_of;
    return {};
  }
  const InstrumentId root = root_of(account_, symbol);
  PLIMSOLL_TRY(before, level_around(root));
  price(symbol, new_price);
  PLIMSOLL_TRY(after, level_around(root));
  level_ = moved(level_, before, after);
  return {};
}

/// Its cost in the account's currency, and what day trading asks of it.
Result<void> Walk::describe_trade(const Trade& trade, Step& step) const {
  const Instrument& instrument = *described(account_, trade.symbol);
  const Money cost = cost_of(instrument, abs(trade.quantity), trade.price, account_.base);
  PLIMSOLL_TRY(own, in_currency(cost, account_.base, market_));
  step.cost = own;
  step.marginable = !std::holds_alternative<ListedOption>(instrument);
  if (const auto* stock = std::get_if<Stock>(&instrument)) {
    const Decimal size = abs(stock->leverage);
    step.leverage = size < Decimal{1} ? Decimal{1} : size;
    step.marginable = stock->listing.marginable;
  }
  return {};
}

Result<Step> Walk::take(const Entry& entry) {
  const InstrumentId symbol = symbol_of(entry.event);
  const bool about_cash = std::holds_alternative<CashMove>(entry.event);
  const InstrumentId root = root_of(account_, symbol);
  Step step{.entry = &entry,
            .equity = zero(account_.base),
            .reg_t = zero(account_.base),
            .maintenance = zero(account_.base),
            .level = zero(account_.base),
            .cost = zero(account_.base)};
  if (const auto* trade = std::get_if<Trade>(&entry.event)) {
    PLIMSOLL_TRY_VOID(reprice(symbol, trade->price));
    PLIMSOLL_TRY_VOID(describe_trade(*trade, step));
  }
  PLIMSOLL_TRY(cash_before, cash());
  const Level nothing{step.equity, step.reg_t, step.maintenance};
  PLIMSOLL_TRY(before, about_cash ? Result<Level>{nothing} : level_around(root));
  PLIMSOLL_TRY(repriced, book(entry, account_));
  for (const Repriced& one : repriced) {
    if (const Quote* quote = market_.find(one.from); quote && quote->price)
      price(one.to, Decimal::from_nano(multiply_divide(quote->price->nano(), one.old_shares,
                                                       static_cast<std::uint64_t>(one.new_shares),
                                                       Round::half_even)));
    if (one.from != one.to) around_.catalog = account_.catalog;
  }
  PLIMSOLL_TRY(after, about_cash ? Result<Level>{nothing} : level_around(root));
  PLIMSOLL_TRY(cash_after, cash());
  step.equity = (after.equity - before.equity) + (cash_after - cash_before);
  step.reg_t = after.reg_t - before.reg_t;
  step.maintenance = after.maintenance - before.maintenance;
  level_.equity = level_.equity + step.equity;
  level_.reg_t = level_.reg_t + step.reg_t;
  level_.maintenance = level_.maintenance + step.maintenance;
  step.level = level_.excess_maintenance();
  return step;
}

Overnight Walk::held() const {
  Overnight all;
  for (const Position& position : account_.positions) {
    Quantity& quantity = all[id_of(position.instrument)];
    quantity = quantity + position.quantity;
  }
  return all;
}

Result<void> Walk::none_expired(Date day) const {
  for (const Position& position : account_.positions)
    if (const auto* option = std::get_if<ListedOption>(&position.instrument);
        option && option->expiry < day)
      return fail(Reason::bad_input,
                  "it expired on " + to_text(option->expiry) +
                      " and is still held; write an expiration, an exercise or an assignment",
                  std::string{option->id.view()});
  return {};
}

Result<LedgerDay> Walk::advance(Date day, std::span<const Entry> entries, DayOrder order) {
  const Overnight overnight = held();
  PLIMSOLL_TRY(cash_open, cash());
  DayView view{.day = day,
               .kind = account_.kind,
               .open = level_,
               .close = level_,
               .cash_open = cash_open,
               .cash_close = cash_open,
               .steps = {},
               .order = order,
               .currency = account_.base};
  account_.as_of = around_.as_of = market_.as_of = day;
  std::vector<Step> steps;
  steps.reserve(entries.size());
  for (const Entry& entry : entries) {
    if (const auto* mark = std::get_if<Mark>(&entry.event)) {
      if (auto done = reprice(mark->symbol, mark->price); !done)
        return std::unexpected{placed(std::move(done).error(), entry)};
      continue;
    }
    auto step = take(entry);
    if (!step) return std::unexpected{placed(std::move(step).error(), entry)};
    steps.push_back(*step);
  }
  PLIMSOLL_TRY_VOID(none_expired(day));
  PLIMSOLL_TRY(level, whole_level());
  level_ = level;
  PLIMSOLL_TRY(cash_close, cash());
  PLIMSOLL_TRY(house, house_requirement());
  view.steps = steps;
  view.close = level_;
  view.cash_close = cash_close;
  PLIMSOLL_TRY(next, reg_t::advance(std::move(rules_), view, terms_, overnight, house));
  rules_ = std::move(next.state);
  return std::move(next.record);
}

std::map<InstrumentId, Date> Walk::carried_prices() const {
  std::map<InstrumentId, Date> old;
  for (const Position& position : account_.positions) {
    const auto priced = priced_.find(id_of(position.instrument));
    if (priced != priced_.end() && priced->second < account_.as_of) old.insert(*priced);
  }
  return old;
}

}  // namespace plimsoll::reg_t
