// The method's rules as a list. Lines come from a table the build makes from the sources.

#include "generated/rule_lines.hpp"
#include "methods/cross_margin/cross_margin.hpp"
#include "methods/cross_margin/rates.hpp"
#include "rules/rule_list.hpp"

namespace plimsoll::cross_margin {
namespace {

const RuleList rules{generated::numbers, generated::formulas, "/cross_margin/"};

std::string shown(Percent value) { return to_text(value); }
std::string shown(Money value) { return to_text(value); }

#define PLIMSOLL_NUMBERS(text, table, law) \
  rules.numbers(text, #table, #law, table, [](auto value) { return shown(value); })
#define PLIMSOLL_BOUND(text, table) \
  rules.bound(text, #table, table, generated::readings, [](auto value) { return shown(value); })
#define PLIMSOLL_FORMULA(text, law) rules.formula(text, #law, law)

}  // namespace

/// First those an answer's tree leads to; then numbers that are in no sum, but in what may be done
/// with an account: its detail and the steps of a what-if. Interest has no number of its own.
std::vector<RuleEntry> CrossMargin::rulebook() {
  return {
      PLIMSOLL_FORMULA("health of a lending account", health_law),
      PLIMSOLL_FORMULA("oracle price, biased", price_law),
      PLIMSOLL_NUMBERS("oracle confidence that counts", confidence_most, price_law),
      PLIMSOLL_BOUND("oracle confidence, most where a bank states none", confidence_limit),
      PLIMSOLL_FORMULA("weights of e-mode", emode_law),
      PLIMSOLL_FORMULA("isolated collateral", isolated_law),
      PLIMSOLL_FORMULA("bank over its limit of value", limit_law),
      PLIMSOLL_FORMULA("health factor", aave_law),
      PLIMSOLL_FORMULA("weights of e-mode, Aave", aave_emode_law),
      PLIMSOLL_BOUND("liquidation, the liquidator's fee", liquidator_fee),
      PLIMSOLL_BOUND("liquidation, the insurance fund's fee", insurance_fee),
      PLIMSOLL_BOUND("receivership, least fee", receiver_fee_least),
      PLIMSOLL_BOUND("receivership, closed out below", close_out_below),
      PLIMSOLL_BOUND("bankruptcy, assets below", bankrupt_below),
      PLIMSOLL_BOUND("Aave liquidation, close factor", aave_close_factor),
      PLIMSOLL_BOUND("Aave liquidation, close factor above a health factor of",
                     aave_close_factor_above),
      PLIMSOLL_BOUND("Aave liquidation, close factor from a pair worth", aave_close_factor_from),
      PLIMSOLL_BOUND("Aave liquidation, least left over", aave_leftover_least),
  };
}

}  // namespace plimsoll::cross_margin
