#pragma once
// A lending pool as one moment knows it: banks, their weights, prices and totals. Market data, as
// `plimsoll.pool/1` states it.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/fixed48.hpp"
#include "model/instrument.hpp"

namespace plimsoll {

enum class PoolProtocol : std::uint8_t { marginfi, aave_v3 };
enum class RiskTier : std::uint8_t { collateral, isolated };
enum class BankState : std::uint8_t {
  operational,
  reduce_only,
  paused,
  killed,  // by a bankruptcy whose loss took all deposits; no document states it
};
/// Which assets may be held together: staked ones with SOL only.
enum class AssetTag : std::uint8_t { standard, sol, staked };

/// What a borrowed bank grants collateral of a tag.
struct EmodeEntry {
  std::uint16_t collateral_tag = 0;
  Fixed48 asset_weight_init = {}, asset_weight_maint = {};
};

/// A point of the base rate's curve: part of what is deposited that is borrowed, and the rate a
/// year.
struct RateKnot {
  Fixed48 utilisation = {}, rate = {};
};

struct InterestTerms {
  std::vector<RateKnot> curve = {};  // from 0 to 1, rates not falling
  Fixed48 protocol_fixed_fee = {}, protocol_rate_fee = {};
  Fixed48 insurance_fixed_fee = {}, insurance_rate_fee = {};
  Fixed48 group_fixed_fee = {}, group_rate_fee = {};
  Fixed48 origination_fee = {};  // part of what is borrowed
};

struct Bank {
  InstrumentId name;
  int decimals = 0;                     // of its token
  Fixed48 price = {}, confidence = {};  // the half-width, the oracle's multiple applied
  Fixed48 time_weighted_price = {}, time_weighted_confidence = {};
  std::optional<std::int64_t> price_age_seconds = {};  // not stated: not checked
  std::int64_t price_age_seconds_max = 60;
  Fixed48 confidence_ratio_max = {};  // 0: the protocol's own, 10 per cent
  Fixed48 asset_weight_init = {}, asset_weight_maint = {};
  Fixed48 liability_weight_init = {}, liability_weight_maint = {};
  RiskTier tier = RiskTier::collateral;
  BankState state = BankState::operational;
  AssetTag tag = AssetTag::standard;
  std::uint16_t emode_tag = 0;
  std::vector<EmodeEntry> emode = {};
  Fixed48 init_value_limit = {};  // 0: none
  // What all accounts hold and owe, in native units; nothing where it is not stated.
  std::optional<Fixed48> total_assets = {}, total_liabilities = {};
  Fixed48 asset_share_value = Fixed48::of(1), liability_share_value = Fixed48::of(1);
  InterestTerms interest = {};
  Fixed48 liquidation_max_fee = {};
  std::optional<Fixed48> insurance_fund = {};  // native units; nothing where it is not stated
  // Aave v3.
  Fixed48 liquidation_bonus = {};
  std::string where = {};  // "pool.json#/banks/SOL"
};

struct Pool {
  std::string name;  // as messages show it
  PoolProtocol protocol = PoolProtocol::marginfi;
  std::map<InstrumentId, Bank> banks = {};
};

}  // namespace plimsoll
