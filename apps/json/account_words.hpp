#pragma once
// The account document's members and kinds, in the contract's order: read and written by these.

#include <array>
#include <string_view>

#include "apps/json/fields.hpp"
#include "model/account.hpp"

namespace plimsoll::json {

inline constexpr std::array<std::string_view, 16> account_keys{"schema",
                                                               "id",
                                                               "as_of",
                                                               "kind",
                                                               "currency",
                                                               "cash",
                                                               "sma",
                                                               "prior_close_equity",
                                                               "margin",
                                                               "role",
                                                               "performance_bond",
                                                               "positions",
                                                               "instruments",
                                                               "market",
                                                               "financing",
                                                               "notes"};

inline constexpr std::array kind_words{
    Word<AccountKind>{"margin", AccountKind::margin},
    Word<AccountKind>{"cash", AccountKind::cash},
    Word<AccountKind>{"retirement", AccountKind::retirement},
    Word<AccountKind>{"portfolio_margin", AccountKind::portfolio_margin},
    Word<AccountKind>{"futures", AccountKind::futures},
    Word<AccountKind>{"cross_margin", AccountKind::cross_margin}};

inline constexpr std::array role_words{Word<Role>{"customer", Role::customer},
                                       Word<Role>{"broker_dealer", Role::broker_dealer},
                                       Word<Role>{"market_maker", Role::market_maker}};

}  // namespace plimsoll::json
