// What holds of every account in a small pool.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "methods/cross_margin/limits.hpp"
#include "methods/cross_margin/liquidation.hpp"
#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::number, testing::PoolBuilder, testing::refusal;

constexpr const char* names[] = {"A", "B", "C", "D"};

Fixed48 in_percent(int from, int to) {
  return over(Fixed48::of(*rc::gen::inRange(from, to + 1)), Fixed48::of(100)).value();
}

/// Banks that fulfil what the protocol asks of their weights, with e-mode of two tags.
PoolBuilder some_pool() {
  PoolBuilder pool;
  for (const char* name : names) {
    Bank& bank = pool.bank(name, "1", *rc::gen::element(6, 9));
    testing::reprice(bank, in_percent(1, 100'000));
    bank.confidence = bank.time_weighted_confidence = times(bank.price, in_percent(0, 9)).value();
    bank.asset_weight_init = in_percent(10, 90);
    bank.asset_weight_maint = std::max(bank.asset_weight_init, in_percent(10, 98));
    bank.liability_weight_maint = in_percent(100, 140);
    bank.liability_weight_init = std::max(bank.liability_weight_maint, in_percent(100, 160));
    bank.emode_tag = static_cast<std::uint16_t>(*rc::gen::inRange(0, 3));
    for (const std::uint16_t tag : {std::uint16_t{1}, std::uint16_t{2}})
      if (*rc::gen::arbitrary<bool>())
        bank.emode.push_back({tag, in_percent(50, 90), in_percent(90, 97)});
  }
  return pool;
}

Fixed48 some_amount() { return Fixed48::of(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000)); }

State some_state(const PoolBuilder& pool) {
  State state{.pool = &pool.pool};
  for (const char* name : names) {
    const int side = *rc::gen::inRange(0, 3);
    if (side == 0) continue;
    state =
        with_balance(std::move(state),
                     {&pool.at(name), side == 1 ? Side::asset : Side::liability, some_amount()});
  }
  return state;
}

Fixed48 health(const State& state, Requirement requirement) {
  return health_of(state, requirement, day).value().health();
}

Emode some_emode() {
  Emode emode;
  for (std::uint16_t tag = 1; tag < 5; ++tag)
    if (*rc::gen::arbitrary<bool>()) emode[tag] = {in_percent(0, 100), in_percent(0, 100)};
  return emode;
}

RC_GTEST_PROP(CrossMargin, ReconcilingIsCommutativeAssociativeAndIdempotent, ()) {
  const Emode a = some_emode(), b = some_emode(), c = some_emode();
  using List = std::vector<Emode>;
  RC_ASSERT(reconciled(List{a, b}) == reconciled(List{b, a}));
  RC_ASSERT(reconciled(List{a, a}) == a);
  RC_ASSERT(reconciled(List{reconciled(List{a, b}), c}) == reconciled(List{a, b, c}));
}

/// A first one may: it brings its e-mode.
RC_GTEST_PROP(CrossMargin, ALiabilityMoreNeverRaisesTheValueOfAssets, ()) {
  const PoolBuilder pool = some_pool();
  const State state =
      with_balance(some_state(pool), {&pool.at("B"), Side::liability, some_amount()});
  for (const char* name : names) {
    if (balance_of(state, pool.at(name)) != nullptr) continue;
    const State more = with_balance(state, {&pool.at(name), Side::liability, some_amount()});
    for (const Requirement asked : {Requirement::initial, Requirement::maintenance})
      RC_ASSERT(health_of(more, asked, day)->assets <= health_of(state, asked, day)->assets);
  }
}

RC_GTEST_PROP(CrossMargin, InitialHealthIsNoMoreThanMaintenance, ()) {
  const PoolBuilder pool = some_pool();
  for (const char* name : names)  // e-mode of the protocol's own kind: initial at most maintenance
    for (const EmodeEntry& entry : pool.at(name).emode)
      RC_ASSERT(entry.asset_weight_init <= entry.asset_weight_maint);
  const State state = some_state(pool);
  RC_ASSERT(health(state, Requirement::initial) <= health(state, Requirement::maintenance));
}

RC_GTEST_PROP(CrossMargin, HealthIsMonotoneInPrice, ()) {
  PoolBuilder pool = some_pool();
  const State state = some_state(pool);
  for (const Balance& balance : state.balances) {
    Bank& bank = pool.at(std::string{balance.bank->name.view()}.c_str());
    const Bank was = bank;
    const Fixed48 before = health(state, Requirement::maintenance);
    testing::reprice(bank, plus(bank.price, in_percent(1, 10'000)).value());
    const Fixed48 now = health(state, Requirement::maintenance);
    const bool rose = before <= now, fell = now <= before;
    RC_ASSERT((balance.side == Side::asset && rose) || (balance.side == Side::liability && fell));
    bank = was;
  }
}

/// Collateral A, debt B; what each dollar taken lifts health by is 0.95 w_b - w_a.
RC_GTEST_PROP(CrossMargin, ALiquidationHelpsExactlyWhereCollateralIsLight, ()) {
  PoolBuilder pool = some_pool();
  for (const char* name : {"A", "B"}) {
    pool.at(name).emode.clear();
    pool.at(name).decimals = 9;
  }
  const int asset_weight = *rc::gen::inRange(50, 140), debt_weight = *rc::gen::inRange(100, 140);
  // Within a hundredth of the boundary, rounding decides.
  RC_PRE(100 * asset_weight != 95 * debt_weight);
  pool.at("A").asset_weight_maint = over(Fixed48::of(asset_weight), Fixed48::of(100)).value();
  pool.at("B").liability_weight_maint = over(Fixed48::of(debt_weight), Fixed48::of(100)).value();
  State state{.pool = &pool.pool};
  state = with_balance(std::move(state), {&pool.at("A"), Side::asset, number("500000000000")});
  state = with_balance(std::move(state),
                       {&pool.at("B"), Side::liability, number("500000000000000000")});
  RC_PRE(health(state, Requirement::maintenance) < Fixed48{});
  const auto taken = Fixed48::of(*rc::gen::inRange<std::int64_t>(100'000'000'000, 500'000'000'000));
  const auto made = liquidated(state, {&pool.at("A"), &pool.at("B"), taken}, day);
  const std::string why = refusal(made);
  if (why == "TooSevereLiquidation" || why == "TooSeverePayoff" || why == "ExhaustedLiability")
    RC_DISCARD("more than the debt");
  const bool light = 100 * asset_weight < 95 * debt_weight;
  RC_ASSERT(made.has_value() == light);
  if (!light) RC_ASSERT(why == "WorseHealthPostLiquidation");
}

RC_GTEST_PROP(CrossMargin, ALiquidationNeverLiftsHealthAboveZero, ()) {
  const PoolBuilder pool = some_pool();
  const State state = some_state(pool);
  for (const Balance& held : state.balances)
    for (const Balance& owed : state.balances) {
      if (held.side != Side::asset || owed.side != Side::liability) continue;
      const auto made = liquidated(state, {held.bank, owed.bank, some_amount()}, day);
      if (made) {
        RC_ASSERT(made->health_after <= Fixed48{});
        RC_ASSERT(made->health_before < made->health_after);
        RC_ASSERT(made->debt_repaid <= made->debt_taken);
      }
      const auto most = most_taken(state, *held.bank, *owed.bank, day).value();
      if (!most) continue;
      RC_ASSERT(liquidated(state, {held.bank, owed.bank, *most}, day).has_value());
      const Fixed48 more = Fixed48::from_bits(most->bits() + Fixed48::of(1).bits());
      RC_ASSERT(!liquidated(state, {held.bank, owed.bank, more}, day));
    }
}

RC_GTEST_PROP(CrossMargin, LimitsAreTheLastUnitThatPasses, ()) {
  PoolBuilder pool = some_pool();
  for (const char* name : names) pool.at(name).interest.origination_fee = in_percent(0, 3);
  const State state = some_state(pool);
  for (const Limit& limit : most_borrowed(state, day)) {
    if (limit.because) continue;
    const Fixed48 more = Fixed48::from_bits(limit.amount.bits() + Fixed48::of(1).bits());
    RC_ASSERT(after(state, Step::borrow, *limit.bank, limit.amount, day).has_value());
    RC_ASSERT(!after(state, Step::borrow, *limit.bank, more, day));
  }
  for (const Limit& limit : most_withdrawn(state, day)) {
    if (limit.because) continue;
    const Fixed48 more = Fixed48::from_bits(limit.amount.bits() + Fixed48::of(1).bits());
    RC_ASSERT(after(state, Step::withdraw, *limit.bank, limit.amount, day).has_value());
    RC_ASSERT(!after(state, Step::withdraw, *limit.bank, more, day));
  }
}

/// With what the bank has left to lend, and the discount of one over its limit, which a withdrawal
/// lifts.
RC_GTEST_PROP(CrossMargin, LimitsStandWithTotalsAndDiscountsInPlay, ()) {
  PoolBuilder pool = some_pool();
  const State state = some_state(pool);
  for (const char* name : names) {
    Bank& bank = pool.at(name);
    const Balance* held = balance_of(state, bank);
    const Fixed48 own = held != nullptr ? held->amount : Fixed48{};
    bank.total_assets = times(plus(own, some_amount()).value(), in_percent(102, 400)).value();
    bank.total_liabilities = times(*bank.total_assets, in_percent(0, 110)).value();
    const auto value = value_of(*bank.total_assets, bank.price, bank.decimals, Fixed48::of(1));
    bank.init_value_limit = times(value.value(), in_percent(20, 120)).value();
  }
  const auto stands = [&](const Limit& limit, Step step) {
    const auto refused = [&](std::int64_t more) {
      const Fixed48 amount = Fixed48::from_bits(limit.amount.bits() + Fixed48::of(more).bits());
      return !after(state, step, *limit.bank, amount, day);
    };
    if (limit.because) return refused(1);
    return !refused(0) && refused(1) && refused(1000) && refused(1'000'000);
  };
  for (const Limit& limit : most_borrowed(state, day)) RC_ASSERT(stands(limit, Step::borrow));
  for (const Limit& limit : most_withdrawn(state, day)) RC_ASSERT(stands(limit, Step::withdraw));
}

RC_GTEST_PROP(CrossMargin, ADepositWithdrawnAgainLeavesAllAsItWas, ()) {
  const PoolBuilder pool = some_pool();
  State state = some_state(pool);
  std::erase_if(state.balances, [](const Balance& one) { return one.side == Side::liability; });
  const Fixed48 amount = some_amount();
  for (const char* name : names) {
    const State there = after(state, Step::deposit, pool.at(name), amount, day).value();
    const State back = after(there, Step::withdraw, pool.at(name), amount, day).value();
    RC_ASSERT(back.balances == state.balances);
  }
}

RC_GTEST_PROP(CrossMargin, TheLeastRepaymentIsTheFirstUnitThatHelps, ()) {
  const PoolBuilder pool = some_pool();
  const State state = some_state(pool);
  for (const Balance& owed : state.balances) {
    if (owed.side != Side::liability) continue;
    const auto least = repaid_to_safety(state, *owed.bank, day).value();
    if (!least || least->is_zero()) continue;
    const auto left = [&](Int128 repaid) {
      const Fixed48 rest = Fixed48::from_bits(owed.amount.bits() - repaid);
      return health(with_balance(state, {owed.bank, Side::liability, rest}),
                    Requirement::maintenance);
    };
    RC_ASSERT(Fixed48{} < left(least->bits()));
    RC_ASSERT(left(least->bits() - Fixed48::of(1).bits()) <= Fixed48{});
  }
}

RC_GTEST_PROP(CrossMargin, AtThePriceOfZeroHealthThereIsNone, ()) {
  PoolBuilder pool = some_pool();
  const State state = some_state(pool);
  for (const Balance& balance : state.balances) {
    const auto price = price_of_zero_health(state, *balance.bank, day).value();
    if (!price || Fixed48::of(1'000'000) < *price) continue;
    Bank& bank = pool.at(std::string{balance.bank->name.view()}.c_str());
    const Bank was = bank;
    bank.price = *price;
    bank.confidence_ratio_max = Fixed48::of(1'000'000);
    // Each bit of the price weighs by the tokens.
    const Int128 tokens = balance.amount.bits() / unit_of(bank).bits() + 100;
    const Int128 left = health(state, Requirement::maintenance).bits();
    RC_ASSERT(-tokens * 16 <= left && left <= tokens * 16);
    bank = was;
  }
}

}  // namespace
}  // namespace plimsoll::cross_margin
