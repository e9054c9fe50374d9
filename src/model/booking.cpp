#include "model/booking.hpp"

#include <algorithm>
#include <utility>

#include "model/limits.hpp"
#include "model/osi.hpp"

namespace plimsoll {
namespace {

constexpr Decimal bond_price_basis{100};

bool may_be_short(AccountKind kind) {
  return kind != AccountKind::cash && kind != AccountKind::retirement;
}

/// Futures and options on them are traded in whole contracts, at prices below zero too.
bool is_futures(const Instrument& instrument) {
  return std::holds_alternative<Future>(instrument) ||
         std::holds_alternative<FutureOption>(instrument) ||
         std::holds_alternative<Combination>(instrument);
}

/// Money for one point of price, where it is known.
std::optional<Decimal> multiplier_of(const Instrument& instrument) {
  if (const auto* future = std::get_if<Future>(&instrument)) return future->multiplier;
  if (const auto* option = std::get_if<FutureOption>(&instrument)) return option->future.multiplier;
  return std::nullopt;
}

bool opposite(Quantity a, Quantity b) { return a.is_negative() != b.is_negative(); }

Quantity smaller(Quantity a, Quantity b) { return abs(a) < abs(b) ? abs(a) : abs(b); }

class Booker {
 public:
  Booker(const Entry& entry, Account& account) : entry_{entry}, account_{account} {}

  Result<void> apply(const Trade& trade) {
    const Instrument& instrument = *described(account_, trade.symbol);
    PLIMSOLL_TRY_VOID(checked(trade));
    PLIMSOLL_TRY(gained, realised(instrument, trade));
    PLIMSOLL_TRY_VOID(move(instrument, trade.quantity, trade.price, trade.effect));
    const Money cost = cost_of(instrument, trade.quantity, trade.price, account_.base);
    return pay({gained - cost.amount - trade.fees, cost.currency});
  }
  Result<void> apply(const CashMove& move) {
    if (move.amount.is_zero()) return refuse("the amount is zero; leave the entry out");
    const bool out = move.amount.is_negative();
    if (move.kind == CashKind::deposit && out)
      return refuse("a deposit is above zero; write a withdrawal where cash went out");
    if (move.kind == CashKind::withdrawal && !out)
      return refuse("a withdrawal is below zero, as cash moves; write -" + to_text(move.amount, 2));
    return pay({move.amount, move.currency.empty() ? account_.base : Currency::of(move.currency)});
  }
  Result<void> apply(const Delivery& delivery) {
    if (delivery.quantity.is_zero()) return refuse("the quantity is zero; leave the entry out");
    return move(*described(account_, delivery.symbol), delivery.quantity, std::nullopt,
                std::nullopt);
  }
  Result<void> apply(const OptionEnd& end) {
    const auto* found = std::get_if<ListedOption>(described(account_, end.symbol));
    if (found == nullptr)
      return refuse(std::string{end.symbol.view()} + " is not an option; write a trade");
    const ListedOption option = *found;
    PLIMSOLL_TRY(signed_contracts, ended(end, option));
    PLIMSOLL_TRY_VOID(move(option, -signed_contracts, std::nullopt, Effect::close));
    if (end.kind == OptionEndKind::expiration) return {};
    return settle(end, option, signed_contracts);
  }
  Result<void> apply(const Split& split) {
    const bool whole = split.old_shares == 1;
    for (const Position& position : account_.positions)
      if (const auto* option = std::get_if<ListedOption>(&position.instrument);
          option && option->underlying == split.symbol && !(whole && divides(*option, split)))
        return refuse("options on " + std::string{split.symbol.view()} +
                      " are held and this ratio changes what they deliver; close them with trades "
                      "before it and open the adjusted ones, described under instruments");
    for (Position& position : account_.positions) split_position(position, split);
    repriced_.push_back({split.symbol, split.symbol, split.new_shares, split.old_shares});
    return {};
  }
  Result<void> apply(const Mark&) { return {}; }

  std::vector<Repriced> repriced() && { return std::move(repriced_); }

 private:
  std::unexpected<Error> refuse(std::string what) const {
    return fail(Reason::bad_input, std::move(what), entry_.where);
  }

  Result<void> checked(const Trade& trade) const {
    if (trade.quantity.is_zero())
      return refuse("the quantity is zero; write how much was bought, or below zero for sold");
    const Instrument& instrument = *described(account_, trade.symbol);
    const bool futures = is_futures(instrument);
    const bool option = std::holds_alternative<ListedOption>(instrument) || futures;
    if ((trade.price.is_negative() && !futures) || (trade.price.is_zero() && !option))
      return refuse("a price of " + to_text(trade.price, 2) +
                    " is not possible here; write what one unit cost");
    if (option && !trade.quantity.is_whole())
      return refuse("a fraction of a contract cannot be traded; write whole contracts");
    return {};
  }

  /// What closing contracts that are settled every day brings; nothing where none are closed.
  Result<Decimal> realised(const Instrument& instrument, const Trade& trade) const {
    const auto* paid = std::get_if<FutureOption>(&instrument);
    if (paid && !paid->settled_daily && !multiplier_of(instrument))
      return refuse("what one point of " + to_text(instrument) +
                    " is worth is not known; describe it with \"multiplier\"");
    if (!settled_daily(instrument)) return Decimal{};
    Decimal gained;
    Quantity rest = trade.quantity;
    for (const Position& position : account_.positions) {
      if (id_of(position.instrument) != trade.symbol || rest.is_zero()) continue;
      if (!opposite(position.quantity, rest)) continue;
      const Quantity part = smaller(position.quantity, rest);
      const auto& cost = position.trade_price ? position.trade_price : position.average_cost;
      const auto each = multiplier_of(instrument);
      if (!cost || !each)
        return refuse("what closing " + to_text(instrument) + " brings is not known; state its " +
                      (each ? "\"average_cost\"" : "\"multiplier\""));
      const Decimal move = multiply(trade.price - cost->per_unit, *each, Round::half_even);
      const Money moved = Price{move, cost->currency} * part;
      gained += position.quantity.is_negative() ? -moved.amount : moved.amount;
      rest = rest.is_negative() ? rest + part : rest - part;
    }
    return gained;
  }

  /// Contracts as they were held; refused where they were not.
  Result<Quantity> ended(const OptionEnd& end, const ListedOption& option) const {
    if (!(Quantity{} < end.contracts) || !end.contracts.is_whole())
      return refuse("write how many contracts ended, a whole number above zero");
    if (end.kind == OptionEndKind::expiration &&
        entry_.moment.day + std::chrono::days{3} < option.expiry)
      return refuse("it expires on " + to_text(option.expiry) + ", not yet; correct the day");
    const Quantity held = held_of(end.symbol);
    const bool wrong_side = (end.kind == OptionEndKind::exercise && held.is_negative()) ||
                            (end.kind == OptionEndKind::assignment && !held.is_negative());
    if (held.is_zero() || wrong_side || abs(held) < end.contracts)
      return refuse("it ends " + to_text(end.contracts) + " contracts and " + to_text(held) +
                    " are held; correct the quantity or the kind");
    return held.is_negative() ? -end.contracts : end.contracts;
  }

  /// The shares or the cash that exercised or assigned contracts bring.
  Result<void> settle(const OptionEnd& end, const ListedOption& option, Quantity contracts) {
    const Instrument* on = described(account_, option.underlying);
    const Quantity units = Quantity{multiply_divide(contracts.atto, option.multiplier.nano(),
                                                    Decimal::scale, Round::half_even)};
    if (on != nullptr && !std::holds_alternative<Index>(*on)) {
      const Quantity shares = option.right == Right::call ? units : -units;
      PLIMSOLL_TRY_VOID(move(*on, shares, option.strike.per_unit, std::nullopt));
      const Money paid = option.strike * shares;
      return pay({-paid.amount, paid.currency});
    }
    if (!end.settlement)
      return refuse("it is settled in cash; write \"price\", the level it was settled at");
    const Price level{divide(*end.settlement, option.underlying_scale, Round::half_even),
                      option.strike.currency};
    const PriceMove in =
        option.right == Right::call ? level - option.strike : option.strike - level;
    if (in.per_unit.is_negative()) return {};
    return pay(in * units);
  }

  Quantity held_of(const InstrumentId& symbol) const {
    Quantity held;
    for (const Position& position : account_.positions)
      if (id_of(position.instrument) == symbol) held = held + position.quantity;
    return held;
  }

  Result<void> may_move(const Instrument& instrument, Quantity quantity, Quantity held,
                        std::optional<Effect> effect) const {
    const Quantity after = held + quantity;
    const bool closes = !held.is_zero() && opposite(held, quantity);
    const bool through_zero = closes && abs(held) < abs(quantity);
    if (effect == Effect::close && (!closes || through_zero))
      return refuse("it closes " + to_text(abs(quantity)) + " of " + to_text(instrument) + " and " +
                    to_text(held) + " are held; correct the quantity or the effect");
    if (effect == Effect::open && closes)
      return refuse("it opens " + to_text(instrument) + " against " + to_text(held) +
                    " that are held; write close, or leave effect out");
    const bool option = std::holds_alternative<ListedOption>(instrument);
    const bool new_short = after.is_negative() && quantity.is_negative();
    if (new_short && !may_be_short(account_.kind) && (!option || through_zero))
      return refuse("a sale of " + to_text(abs(quantity)) + " of " + to_text(instrument) +
                    " where " + to_text(held) +
                    " are held would be short, which this kind of account may not be");
    if (limits::quantity_max < abs(after))
      return refuse("the quantity held would be " + to_text(after) + ", beyond what is admitted");
    return {};
  }

  /// Moves `quantity` in (> 0) or out, at `price` where it has one.
  Result<void> move(const Instrument& instrument, Quantity quantity, std::optional<Decimal> price,
                    std::optional<Effect> effect) {
    const InstrumentId symbol = id_of(instrument);
    PLIMSOLL_TRY_VOID(may_move(instrument, quantity, held_of(symbol), effect));
    Quantity rest = quantity;
    for (Position& position : account_.positions) {
      if (rest.is_zero()) break;
      if (id_of(position.instrument) != symbol || !opposite(position.quantity, rest)) continue;
      const Quantity part = smaller(position.quantity, rest);
      const Quantity signed_part = rest.is_negative() ? -part : part;
      position.quantity = position.quantity + signed_part;
      rest = rest - signed_part;
    }
    std::erase_if(account_.positions, [](const Position& p) { return p.quantity.is_zero(); });
    if (!rest.is_zero()) add(instrument, rest, price);
    if (account_.positions.size() > limits::positions_max)
      return refuse("more positions than one account may have");
    return {};
  }

  void add(const Instrument& instrument, Quantity quantity, std::optional<Decimal> price) {
    const InstrumentId symbol = id_of(instrument);
    const Currency currency = currency_of(instrument, account_.base);
    for (Position& position : account_.positions) {
      if (id_of(position.instrument) != symbol || opposite(position.quantity, quantity)) continue;
      position.average_cost = price && position.average_cost
                                  ? std::optional{averaged(position, quantity, {*price, currency})}
                                  : std::nullopt;
      position.quantity = position.quantity + quantity;
      return;
    }
    Position fresh{.instrument = instrument, .quantity = quantity};
    if (price) fresh.average_cost = Price{*price, currency};
    account_.positions.push_back(std::move(fresh));
  }

  static Price averaged(const Position& position, Quantity more, Price price) {
    const Money whole = *position.average_cost * position.quantity + price * more;
    const Decimal units = (position.quantity + more).units();
    if (units.is_zero()) return price;
    return {divide(whole.amount, units, Round::half_even), price.currency};
  }

  Result<void> pay(Money money) {
    PLIMSOLL_CHECK(account_.cash.has_value());
    auto& all = *account_.cash;
    const auto own = std::ranges::find(all, money.currency, &Money::currency);
    Money& cash = own != all.end() ? *own : all.emplace_back(zero(money.currency));
    cash = cash + money;
    if (limits::cash_max < abs(cash.amount))
      return refuse("the cash would be " + to_text(cash) + ", beyond what is admitted");
    return {};
  }

  /// Whether a strike stays one that can be written after the split.
  static bool divides(const ListedOption& option, const Split& split) {
    constexpr std::int64_t thousandth = Decimal::scale / 1'000;
    return option.strike.per_unit.nano() % (thousandth * split.new_shares) == 0;
  }

  void split_position(Position& position, const Split& split) {
    const auto times = [&](Quantity quantity) {
      return Quantity{multiply_divide(quantity.atto, split.new_shares,
                                      static_cast<std::uint64_t>(split.old_shares),
                                      Round::half_even)};
    };
    const auto each = [&](Price price) {
      return Price{Decimal::from_nano(multiply_divide(price.per_unit.nano(), split.old_shares,
                                                      static_cast<std::uint64_t>(split.new_shares),
                                                      Round::half_even)),
                   price.currency};
    };
    auto* option = std::get_if<ListedOption>(&position.instrument);
    const bool on_it = option && option->underlying == split.symbol;
    if (!on_it && id_of(position.instrument) != split.symbol) return;
    position.quantity = times(position.quantity);
    if (position.average_cost) position.average_cost = each(*position.average_cost);
    if (!on_it) return;
    const InstrumentId before = option->id;
    const auto symbol = parse_osi(before.view());
    option->strike = each(option->strike);
    if (symbol)
      option->id = osi_id({symbol->root, symbol->expiry, symbol->right, option->strike.per_unit});
    account_.catalog.insert_or_assign(option->id, *option);
    repriced_.push_back({before, option->id, split.new_shares, split.old_shares});
  }

  const Entry& entry_;
  Account& account_;
  std::vector<Repriced> repriced_;
};

}  // namespace

bool settled_daily(const Instrument& instrument) {
  const auto* option = std::get_if<FutureOption>(&instrument);
  return option ? option->settled_daily : is_futures(instrument);
}

Money cost_of(const Instrument& instrument, Quantity quantity, Decimal price, Currency base) {
  const Currency currency = currency_of(instrument, base);
  if (settled_daily(instrument)) return zero(currency);
  const auto* option = std::get_if<ListedOption>(&instrument);
  const auto* bond = std::get_if<Bond>(&instrument);
  const Money whole = Price{price, currency} * quantity;
  if (option) return {multiply(whole.amount, option->multiplier, Round::half_even), currency};
  if (const auto each = multiplier_of(instrument))
    return {multiply(whole.amount, *each, Round::half_even), currency};
  if (bond && bond->maturity)
    return {divide(whole.amount, bond_price_basis, Round::half_even), currency};
  return whole;
}

Result<std::vector<Repriced>> book(const Entry& entry, Account& account) {
  Booker booker{entry, account};
  PLIMSOLL_TRY_VOID(
      std::visit([&](const auto& event) { return booker.apply(event); }, entry.event));
  return std::move(booker).repriced();
}

}  // namespace plimsoll
