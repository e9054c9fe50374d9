#include "methods/cross_margin/aave_steps.hpp"

#include "methods/cross_margin/aave_transition.hpp"
#include "methods/cross_margin/told.hpp"
#include "methods/cross_margin/totals.hpp"

namespace plimsoll::cross_margin {
namespace {

const std::string nothing_deposited = "NotEnoughAvailableUserBalance: nothing is deposited in it";
const std::string nothing_owed = "NoDebtOfSelectedType: nothing is owed in it";
const std::string what_there_is = "DEPOSIT, WITHDRAW, BORROW, REPAY and REPAY ... FOR are known";

class Aave {
 public:
  Aave(const State& state, const StepTerms& terms) : state_{state}, terms_{terms} {}

  Result<StepDone> operator()(const MoveStep& step) const {
    PLIMSOLL_TRY(bank, bank_called(step.amount.bank, *state_.pool));
    const Side side = step.move == PoolMove::repay ? Side::liability : Side::asset;
    PLIMSOLL_TRY(units, units_of(step.amount, state_, *bank, side,
                                 side == Side::asset ? nothing_deposited : nothing_owed));
    PLIMSOLL_TRY(later, aave_after(state_, step_of(step.move), *bank, units));
    PLIMSOLL_TRY(pool, moved_pool(state_, later));
    return StepDone{.account = later, .pool = pool};
  }

  Result<StepDone> operator()(const RepayForStep& step) const {
    PLIMSOLL_TRY(debt, bank_called(step.debt.bank, *state_.pool));
    PLIMSOLL_TRY(collateral, bank_called(step.collateral, *state_.pool));
    PLIMSOLL_TRY(units, units_of(step.debt, state_, *debt, Side::liability, nothing_owed));
    PLIMSOLL_TRY(made, aave_liquidated(state_, {collateral, debt, units}, terms_.rules));
    PLIMSOLL_TRY(pool, moved_pool(state_, made.account));
    StepDone done{.account = made.account, .pool = pool};
    done.facts = {tokens_fact("most_repaid", made.most_repaid, *debt),
                  tokens_fact("debt_repaid", made.debt_repaid, *debt),
                  tokens_fact("collateral_taken", made.collateral_taken, *collateral),
                  number_fact("liquidation_bonus", collateral->liquidation_bonus),
                  number_fact("health_factor_before", *made.before.health_factor)};
    if (made.after.health_factor)
      done.facts.push_back(number_fact("health_factor_after", *made.after.health_factor));
    return done;
  }

  Result<StepDone> operator()(const LiquidateStep& step) const {
    const std::string collateral{step.collateral.bank.view()}, debt{step.debt.view()};
    return not_known("a liquidation in Aave names what is repaid, not what is taken",
                     "write \"REPAY 250 " + debt + " FOR " + collateral + "\", or ALL of it");
  }
  Result<StepDone> operator()(const ReceiveStep&) const {
    return not_known("RECEIVE is marginfi's: Aave has no receivers", what_there_is);
  }
  Result<StepDone> operator()(const BankruptStep&) const {
    return not_known("BANKRUPT is marginfi's: what Aave does of a deficit is not covered",
                     what_there_is);
  }
  Result<StepDone> operator()(const AccrueStep&) const {
    return not_known("ACCRUE is marginfi's: Aave's rates are not covered", what_there_is);
  }

 private:
  const State& state_;
  const StepTerms& terms_;
};

}  // namespace

Result<StepDone> aave_done(const State& state, const PoolStep& step, const StepTerms& terms) {
  return std::visit(Aave{state, terms}, step);
}

}  // namespace plimsoll::cross_margin
