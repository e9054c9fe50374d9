#include "methods/reg_t/offsets.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>
#include <tuple>

#include "methods/reg_t/offsets_spreads.hpp"
#include "methods/reg_t/rates.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr Quantity one = Quantity::of(std::int64_t{1});

using Legs = std::pmr::vector<std::uint32_t>;  // places in the cluster

/// Writes one cluster's question: first what each leg costs alone, then every combination a rule
/// knows.
class Writer {
 public:
  Writer(const Cluster& cluster, const Book& book, const Account& account, Day day)
      : cluster_{cluster}, book_{book}, account_{account}, day_{day} {}

  Result<Question> write() {
    question_.problem.available.reserve(cluster_.size());
    question_.problem.offsets.reserve(3 * cluster_.size());
    question_.plans.reserve(3 * cluster_.size());
    alone_cost_.reserve(cluster_.size());
    for (std::uint32_t leg = 0; leg < cluster_.size(); ++leg) {
      question_.problem.available.push_back(entry(leg).size.units());
      PLIMSOLL_TRY_VOID(add_alone(leg));
      sort_in(leg);
    }
    PLIMSOLL_TRY_VOID(add_stock_offsets());
    PLIMSOLL_TRY_VOID(add_boxed(Strategy::boxed_stock, shares_held_, shares_owed_));
    PLIMSOLL_TRY_VOID(add_boxed(Strategy::boxed_bond, bonds_held_, bonds_owed_));
    PLIMSOLL_TRY_VOID(add_other_covers());
    PLIMSOLL_TRY_VOID(add_straddles());
    if (universal_spread.at(day_.rules)) add_spreads(cluster_, book_, account_, question_.problem);
    else PLIMSOLL_TRY_VOID(add_pair_spreads());
    PLIMSOLL_TRY_VOID(add_boxes());
    return std::move(question_);
  }

 private:
  const Entry& entry(std::uint32_t leg) const { return book_.entries[cluster_[leg]]; }
  const OptionLeg& option(std::uint32_t leg) const { return *option_in(entry(leg)); }
  bool in_cash(std::uint32_t leg) const { return entry(leg).standing == Standing::paid_in_cash; }
  Quantity units_each(std::uint32_t leg) const {
    return Quantity::of(option(leg).option->multiplier);
  }

  void sort_in(std::uint32_t leg) {
    const bool held = entry(leg).direction == Direction::held;
    if (shares_in(entry(leg))) (held ? shares_held_ : shares_owed_).push_back(leg);
    else if (std::holds_alternative<Debt>(entry(leg).terms))
      (held ? bonds_held_ : bonds_owed_).push_back(leg);
    else if (option_in(entry(leg))) {
      const bool call = option(leg).option->right == Right::call;
      (held ? call ? calls_bought_ : puts_bought_ : call ? calls_sold_ : puts_sold_).push_back(leg);
    }
  }

  Result<void> add_alone(std::uint32_t leg) {
    Plan plan = alone(cluster_[leg], book_, one);
    PLIMSOLL_TRY(margin, margin_of<Money>(plan, book_, day_));
    const bool whole = option_in(entry(leg)) != nullptr;
    alone_cost_.push_back(cost_of(margin));
    question_.problem.offsets.push_back({{{leg, Decimal{1}}}, alone_cost_.back(), whole});
    question_.plans.push_back(std::move(plan));
    return {};
  }

  /// What `quantity` of a leg costs alone.
  PairingCost cost_alone(std::uint32_t leg, Quantity quantity) const {
    const Decimal amount = quantity.units();
    return {multiply(alone_cost_[leg].maintenance, amount, Round::half_even),
            multiply(alone_cost_[leg].initial, amount, Round::half_even)};
  }

  struct Part {
    std::uint32_t leg;
    Quantity quantity;
  };

  /// Adds one combination, unless its rule has no text on the day or it costs more than its legs
  /// alone.
  Result<void> add(Strategy strategy, std::initializer_list<Part> parts) {
    Plan plan{strategy, {}};
    plan.legs.reserve(parts.size());
    Offset offset;
    PairingCost apart;
    for (const Part& part : parts) {
      if (entry(part.leg).size < part.quantity) return {};
      plan.legs.push_back({cluster_[part.leg], part.quantity});
      offset.uses.push_back({part.leg, part.quantity.units()});
      const PairingCost cost = cost_alone(part.leg, part.quantity);
      apart = {apart.maintenance + cost.maintenance, apart.initial + cost.initial};
    }
    const auto margin = margin_of<Money>(plan, book_, day_);
    if (!margin && margin.error().reason == Reason::not_in_force) return {};
    if (!margin) return std::unexpected{margin.error()};
    offset.cost = cost_of(*margin);
    if (apart.maintenance < offset.cost.maintenance) return {};
    question_.problem.offsets.push_back(std::move(offset));
    question_.plans.push_back(std::move(plan));
    return {};
  }

  /// Whether an option is on these very shares, at their own price.
  bool on(std::uint32_t option_leg, std::uint32_t stock_leg) const {
    return entry(option_leg).underlying == entry(stock_leg).id &&
           option(option_leg).option->underlying_scale == Decimal{1};
  }
  bool same_multiplier(std::uint32_t a, std::uint32_t b) const {
    return option(a).option->multiplier == option(b).option->multiplier &&
           option(a).option->underlying_scale == option(b).option->underlying_scale;
  }
  bool outlives(std::uint32_t a, std::uint32_t b) const {
    return option(b).option->expiration() <= option(a).option->expiration();
  }

  Result<void> add_stock_offsets() {
    for (const std::uint32_t stock : shares_held_) PLIMSOLL_TRY_VOID(add_offsets_of_held(stock));
    for (const std::uint32_t stock : shares_owed_) PLIMSOLL_TRY_VOID(add_offsets_of_owed(stock));
    return {};
  }
  /// The same security on both sides, in any fraction.
  Result<void> add_boxed(Strategy strategy, const Legs& held, const Legs& owed) {
    for (const std::uint32_t h : held)
      for (const std::uint32_t o : owed) {
        if (entry(h).id != entry(o).id || in_cash(h)) continue;
        PLIMSOLL_TRY_VOID(add(strategy, {{h, one}, {o, one}}));
        if (question_.plans.back().strategy == strategy)
          question_.problem.offsets.back().whole = false;
      }
    return {};
  }
  Result<void> add_offsets_of_held(std::uint32_t stock) {
    for (const std::uint32_t call : calls_sold_)
      if (on(call, stock))
        PLIMSOLL_TRY_VOID(add(Strategy::covered_call, {{stock, units_each(call)}, {call, one}}));
    if (entry(stock).standing != Standing::marginable) return {};
    for (const std::uint32_t put : puts_bought_) {
      if (!on(put, stock)) continue;
      PLIMSOLL_TRY_VOID(add(Strategy::protective_put, {{stock, units_each(put)}, {put, one}}));
      for (const std::uint32_t call : calls_sold_) {
        if (!on(call, stock) || !same_multiplier(put, call) || !outlives(put, call)) continue;
        const Decimal put_strike = option(put).strike.per_unit,
                      call_strike = option(call).strike.per_unit;
        if (call_strike < put_strike) continue;
        const Strategy strategy =
            put_strike == call_strike ? Strategy::conversion : Strategy::collar;
        PLIMSOLL_TRY_VOID(add(strategy, {{stock, units_each(put)}, {put, one}, {call, one}}));
      }
    }
    return {};
  }
  Result<void> add_offsets_of_owed(std::uint32_t stock) {
    for (const std::uint32_t put : puts_sold_)
      if (on(put, stock))
        PLIMSOLL_TRY_VOID(add(Strategy::covered_put, {{stock, units_each(put)}, {put, one}}));
    for (const std::uint32_t call : calls_bought_) {
      if (!on(call, stock)) continue;
      PLIMSOLL_TRY_VOID(add(Strategy::protective_call, {{stock, units_each(call)}, {call, one}}));
      for (const std::uint32_t put : puts_sold_)
        if (on(put, stock) && same_multiplier(put, call) && outlives(call, put) &&
            option(put).strike == option(call).strike)
          PLIMSOLL_TRY_VOID(add(Strategy::reverse_conversion,
                                {{stock, units_each(call)}, {call, one}, {put, one}}));
    }
    return {};
  }

  /// Funds against index options, convertibles and warrants against calls and short stock.
  Result<void> add_other_covers() {
    for (const std::uint32_t fund : shares_held_)
      for (const std::uint32_t call : calls_sold_)
        if (tracks(fund, call))
          PLIMSOLL_TRY_VOID(
              add(Strategy::protected_index_call, {{fund, fund_shares(fund, call)}, {call, one}}));
    for (const std::uint32_t fund : shares_owed_)
      for (const std::uint32_t put : puts_sold_)
        if (tracks(fund, put))
          PLIMSOLL_TRY_VOID(
              add(Strategy::protected_index_put, {{fund, fund_shares(fund, put)}, {put, one}}));
    for (const std::uint32_t bond : bonds_held_) PLIMSOLL_TRY_VOID(add_convertible(bond));
    for (std::uint32_t leg = 0; leg < cluster_.size(); ++leg)
      if (std::holds_alternative<WarrantShares>(entry(leg).terms) &&
          entry(leg).standing == Standing::marginable)
        PLIMSOLL_TRY_VOID(add_warrant(leg));
    return {};
  }
  bool tracks(std::uint32_t fund, std::uint32_t index_option) const {
    const auto* stock = std::get_if<Stock>(&entry(fund).position->instrument);
    const Instrument* index = described(account_, entry(index_option).underlying);
    return stock && stock->kind == StockKind::etf && stock->leverage == Decimal{1} &&
           entry(fund).standing == Standing::marginable && index &&
           std::holds_alternative<Index>(*index) &&
           stock->reference == entry(index_option).underlying;
  }
  /// Whole shares worth at least the index units of one contract.
  Quantity fund_shares(std::uint32_t fund, std::uint32_t index_option) const {
    const Money index = *option(index_option).underlying * units_each(index_option);
    const Decimal shares =
        divide(index.amount, shares_in(entry(fund))->mark.per_unit, Round::away_from_zero);
    const Int128 whole = divide(shares.nano(), Decimal::scale, Round::away_from_zero);
    return Quantity::of(Decimal::from_nano(whole * Decimal::scale));
  }
  /// What must be held of a convertible to become the units of one contract, if it says what it
  /// converts into.
  std::optional<Quantity> converting_into(std::uint32_t leg, Quantity units) const {
    const Bond& bond = *std::get<Debt>(entry(leg).terms).bond;
    if (bond.kind != BondKind::convertible || !bond.conversion_ratio) return std::nullopt;
    const Decimal basis{bond.maturity ? 1000 : 1};
    const Decimal needed = multiply(units.units(), basis, Round::half_even);
    return Quantity::of(divide(needed, *bond.conversion_ratio, Round::away_from_zero));
  }
  Result<void> add_convertible(std::uint32_t leg) {
    const std::optional<Date> last_day = std::get<Debt>(entry(leg).terms).bond->maturity;
    for (const std::uint32_t call : calls_sold_) {
      if (last_day && *last_day <= option(call).option->expiry) continue;
      if (const auto needed = converting_into(leg, units_each(call)))
        PLIMSOLL_TRY_VOID(add(Strategy::convertible_covered_call, {{leg, *needed}, {call, one}}));
    }
    // Whole shares only: what one share needs is rounded, and a fraction of it might add up to more
    // than is held.
    for (const std::uint32_t stock : shares_owed_)
      if (const auto needed = converting_into(leg, one))
        PLIMSOLL_TRY_VOID(add(Strategy::exchangeable_pair, {{leg, *needed}, {stock, one}}));
    return {};
  }
  Result<void> add_warrant(std::uint32_t leg) {
    const auto& warrant = std::get<Warrant>(entry(leg).position->instrument);
    for (const std::uint32_t call : calls_sold_) {
      if (warrant.expiry <= option(call).option->expiry) continue;
      const Quantity needed =
          Quantity::of(divide(units_each(call).units(), warrant.shares, Round::away_from_zero));
      PLIMSOLL_TRY_VOID(add(Strategy::warrant_covered_call, {{leg, needed}, {call, one}}));
    }
    return {};
  }

  Result<void> add_straddles() {
    for (const std::uint32_t call : calls_sold_)
      for (const std::uint32_t put : puts_sold_)
        if (!in_cash(call) && same_multiplier(call, put) &&
            entry(call).underlying == entry(put).underlying)
          PLIMSOLL_TRY_VOID(add(Strategy::short_straddle, {{call, one}, {put, one}}));
    return {};
  }

  /// Options that may be spread against one another: one underlying at one scale, one style.
  using SpreadKey = std::tuple<InstrumentId, Int128, Style>;
  SpreadKey spread_key(std::uint32_t leg) const {
    return {entry(leg).underlying, option(leg).option->underlying_scale.nano(),
            option(leg).option->style};
  }

  /// Before the universal spread: one bought against one sold, of one right.
  Result<void> add_pair_spreads() {
    for (const auto& [bought, sold] :
         {std::pair{&calls_bought_, &calls_sold_}, {&puts_bought_, &puts_sold_}})
      for (const std::uint32_t b : *bought)
        for (const std::uint32_t s : *sold)
          if (!in_cash(b) && spread_key(b) == spread_key(s) && same_multiplier(b, s) &&
              outlives(b, s))
            PLIMSOLL_TRY_VOID(add(Strategy::spread, {{b, one}, {s, one}}));
    return {};
  }

  Result<void> add_boxes() {
    for (const std::uint32_t low_call : calls_bought_)
      for (const std::uint32_t high_call : calls_sold_) {
        if (!box_pair(low_call, high_call) ||
            !(option(low_call).strike.per_unit < option(high_call).strike.per_unit))
          continue;
        for (const std::uint32_t high_put : puts_bought_)
          for (const std::uint32_t low_put : puts_sold_)
            if (box_pair(high_put, low_put) && box_pair(low_call, high_put) &&
                option(high_put).strike == option(high_call).strike &&
                option(low_put).strike == option(low_call).strike)
              PLIMSOLL_TRY_VOID(
                  add(Strategy::long_european_box,
                      {{low_call, one}, {high_put, one}, {low_put, one}, {high_call, one}}));
      }
    return {};
  }
  bool box_pair(std::uint32_t a, std::uint32_t b) const {
    return !in_cash(a) && option(a).option->style == Style::european &&
           spread_key(a) == spread_key(b) && same_multiplier(a, b) &&
           option(a).option->expiration() == option(b).option->expiration();
  }

  const Cluster& cluster_;
  const Book& book_;
  const Account& account_;
  Day day_;
  Question question_;
  std::vector<PairingCost> alone_cost_;
  // Eight short lists would be most of the allocations of an account.
  std::array<std::byte, 1024> room_;
  std::pmr::monotonic_buffer_resource in_room_{room_.data(), room_.size()};
  Legs shares_held_{&in_room_}, shares_owed_{&in_room_}, bonds_held_{&in_room_},
      bonds_owed_{&in_room_}, calls_bought_{&in_room_}, calls_sold_{&in_room_},
      puts_bought_{&in_room_}, puts_sold_{&in_room_};
};

}  // namespace

PairingCost cost_of(const Margin<Money>& margin) {
  return {margin.risk_maintenance().amount - margin.equity.amount,
          margin.risk_initial().amount - margin.equity.amount};
}

Plan alone(std::uint32_t place, const Book& book, Quantity quantity) {
  const Entry& entry = book.entries[place];
  const bool held = entry.direction == Direction::held;
  const bool in_cash = entry.standing == Standing::paid_in_cash;
  const Strategy strategy = std::visit(
      Match{[&](const Shares&) { return held ? Strategy::long_stock : Strategy::short_stock; },
            [](const MoneyMarketShares&) { return Strategy::money_market; },
            [](const WarrantShares&) { return Strategy::warrants; },
            [](const Debt&) { return Strategy::bond; },
            [&](const OptionLeg&) {
              if (in_cash) return held ? Strategy::cash_long_option : Strategy::cash_short_option;
              return held ? Strategy::long_option : Strategy::uncovered_option;
            }},
      entry.terms);
  return {strategy, {{place, quantity}}};
}

Result<Question> question_of(const Cluster& cluster, const Book& book, const Account& account,
                             Day day) {
  return Writer{cluster, book, account, day}.write();
}

}  // namespace plimsoll::reg_t
