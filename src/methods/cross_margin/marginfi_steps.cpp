#include "methods/cross_margin/marginfi_steps.hpp"

#include "methods/cross_margin/accrual.hpp"
#include "methods/cross_margin/bankruptcy.hpp"
#include "methods/cross_margin/liquidation.hpp"
#include "methods/cross_margin/receivership.hpp"
#include "methods/cross_margin/told.hpp"
#include "methods/cross_margin/totals.hpp"

namespace plimsoll::cross_margin {
namespace {

const std::string no_asset = "NoAssetFound: nothing is deposited in it";
const std::string no_liability = "NoLiabilityFound: nothing is owed in it";

/// What the bank takes is cut to whole units; it keeps the rest back.
Fixed48 whole(Fixed48 native) {
  constexpr Int128 unit = Int128{1} << Fixed48::fraction_bits;
  return Fixed48::from_bits(native.bits() / unit * unit);
}

class Marginfi {
 public:
  Marginfi(const State& state, const StepTerms& terms) : state_{state}, terms_{terms} {}

  Result<StepDone> operator()(const MoveStep& step) const {
    PLIMSOLL_TRY_VOID(still_open(terms_.standing));
    PLIMSOLL_TRY(bank, bank_called(step.amount.bank, *state_.pool));
    const Side side = step.move == PoolMove::repay ? Side::liability : Side::asset;
    PLIMSOLL_TRY(units, units_of(step.amount, state_, *bank, side,
                                 side == Side::asset ? no_asset : no_liability));
    PLIMSOLL_TRY(later, after(state_, step_of(step.move), *bank, units, terms_.rules));
    PLIMSOLL_TRY(done, moved_to(later));
    const Fixed48 fee_rate = bank->interest.origination_fee;
    if (step.move == PoolMove::borrow && !fee_rate.is_zero()) {
      PLIMSOLL_TRY(fee, fits(times(units, fee_rate), *bank));
      done.facts = {tokens_fact("origination_fee", fee, *bank)};
    }
    return done;
  }

  Result<StepDone> operator()(const LiquidateStep& step) const {
    PLIMSOLL_TRY(collateral, bank_called(step.collateral.bank, *state_.pool));
    PLIMSOLL_TRY(debt, bank_called(step.debt, *state_.pool));
    PLIMSOLL_TRY(taken, units_of(step.collateral, state_, *collateral, Side::asset, no_asset));
    PLIMSOLL_TRY(made, liquidated(state_, {collateral, debt, taken}, terms_.rules));
    StepDone done{.account = made.account, .pool = *state_.pool, .standing = terms_.standing};
    Bank& bank = done.pool.banks.at(debt->name);
    PLIMSOLL_TRY(owed, moved_by(bank.total_liabilities, made.insurance, bank));
    PLIMSOLL_TRY(fund, moved_by(bank.insurance_fund, whole(made.insurance), bank));
    bank.total_liabilities = owed;
    bank.insurance_fund = fund;
    done.facts = {tokens_fact("collateral_taken", taken, *collateral),
                  tokens_fact("debt_repaid", made.debt_repaid, *debt),
                  tokens_fact("debt_taken_by_liquidator", made.debt_taken, *debt),
                  tokens_fact("insurance", made.insurance, *debt),
                  value_fact("liquidator_part", made.liquidator_part, terms_.currency)};
    tell_healths(done, made.health_before, made.health_after);
    return done;
  }

  Result<StepDone> operator()(const RepayForStep& step) const {
    const std::string collateral{step.collateral.view()}, debt{step.debt.bank.view()};
    return not_known("a liquidation by what is repaid is Aave's; in marginfi collateral is named",
                     "write \"LIQUIDATE 2 " + collateral + " FOR " + debt + "\"");
  }

  Result<StepDone> operator()(const ReceiveStep& step) const {
    PLIMSOLL_TRY_VOID(still_open(terms_.standing));
    Receivership asked;
    PLIMSOLL_TRY_VOID(read(step.seized, Side::asset, no_asset, asked.seized));
    PLIMSOLL_TRY_VOID(read(step.repaid, Side::liability, no_liability, asked.repaid));
    PLIMSOLL_TRY(made, received(state_, asked, terms_.rules));
    PLIMSOLL_TRY(done, moved_to(made.account));
    done.facts = {value_fact("value_seized", made.value_seized, terms_.currency),
                  value_fact("value_repaid", made.value_repaid, terms_.currency)};
    if (const auto premium = over(made.value_seized, made.value_repaid))
      done.facts.push_back(number_fact("seized_for_one_repaid", *premium));
    done.facts.push_back(number_fact("most_seized_for_one_repaid", made.premium_most));
    done.facts.push_back(flag_fact("closed_out", made.closed_out));
    tell_healths(done, made.health_before, made.health_after);
    return done;
  }

  Result<StepDone> operator()(const BankruptStep& step) const {
    PLIMSOLL_TRY(debt, bank_called(step.debt, *state_.pool));
    PLIMSOLL_TRY(made, bankruptcy(state_, *debt, terms_.rules));
    StepDone done{.account = made.account, .pool = *state_.pool, .standing = Standing::disabled};
    done.pool.banks.at(debt->name) = made.bank;
    done.facts = {tokens_fact("debt", made.debt, *debt),
                  tokens_fact("covered", made.covered, *debt),
                  tokens_fact("insurance_paid", made.insurance_paid, *debt),
                  tokens_fact("loss", made.loss, *debt),
                  number_fact("share_value_before", debt->asset_share_value),
                  number_fact("share_value_after", made.bank.asset_share_value),
                  flag_fact("bank_killed", made.killed)};
    return done;
  }

  Result<StepDone> operator()(const AccrueStep& step) const {
    PLIMSOLL_TRY(made, accrued(state_, step.seconds));
    StepDone done{.account = made.account, .pool = made.pool, .standing = terms_.standing};
    for (const Balance& balance : state_.balances) {
      PLIMSOLL_TRY(rates, interest_rates(*balance.bank));
      done.facts.push_back(balance.side == Side::asset
                               ? number_fact("lending_rate", rates.lending, *balance.bank)
                               : number_fact("borrowing_rate", rates.borrowing, *balance.bank));
    }
    return done;
  }

 private:
  /// Tokens came in or went out: the pool's totals are as much more or less.
  Result<StepDone> moved_to(const State& later) const {
    PLIMSOLL_TRY(pool, moved_pool(state_, later));
    return StepDone{.account = later, .pool = pool, .standing = terms_.standing};
  }

  Result<void> read(const std::vector<PoolAmount>& amounts, Side side, const std::string& none,
                    std::vector<Moved>& list) const {
    for (const PoolAmount& amount : amounts) {
      PLIMSOLL_TRY(bank, bank_called(amount.bank, *state_.pool));
      PLIMSOLL_TRY(units, units_of(amount, state_, *bank, side, none));
      list.push_back({bank, units});
    }
    return {};
  }

  void tell_healths(StepDone& done, Fixed48 before, Fixed48 after) const {
    done.facts.push_back(value_fact("maintenance_health_before", before, terms_.currency));
    done.facts.push_back(value_fact("maintenance_health_after", after, terms_.currency));
  }

  const State& state_;
  const StepTerms& terms_;
};

}  // namespace

Result<StepDone> marginfi_done(const State& state, const PoolStep& step, const StepTerms& terms) {
  return std::visit(Marginfi{state, terms}, step);
}

}  // namespace plimsoll::cross_margin
