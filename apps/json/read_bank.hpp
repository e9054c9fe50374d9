#pragma once
// One bank of a pool, as it stands under `banks`.

#include <array>
#include <string_view>

#include "apps/json/fields.hpp"
#include "market/pool.hpp"

namespace plimsoll::json {

inline constexpr std::array<std::string_view, 26> bank_keys{"decimals",
                                                            "price",
                                                            "confidence",
                                                            "time_weighted_price",
                                                            "time_weighted_confidence",
                                                            "price_age_seconds",
                                                            "max_price_age_seconds",
                                                            "max_confidence_ratio",
                                                            "asset_weight_init",
                                                            "asset_weight_maint",
                                                            "liability_weight_init",
                                                            "liability_weight_maint",
                                                            "risk_tier",
                                                            "state",
                                                            "asset_tag",
                                                            "emode_tag",
                                                            "emode",
                                                            "init_value_limit",
                                                            "total_assets",
                                                            "total_liabilities",
                                                            "asset_share_value",
                                                            "liability_share_value",
                                                            "interest",
                                                            "liquidation_max_fee",
                                                            "insurance_fund",
                                                            "liquidation_bonus"};

/// The bank called `id`, its defaults filled in. Refused: what the protocol's own checks refuse,
/// that is weights out of order, an isolated bank that counts as collateral, e-mode without a bound
/// on what is borrowed against it. Tokens become native units.
Bank read_bank(const InstrumentId& id, const Node& node, PoolProtocol protocol, const Place& place,
               Notes& notes);

}  // namespace plimsoll::json
