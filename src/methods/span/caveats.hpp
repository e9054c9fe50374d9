#pragma once
#include "methods/span/option_value.hpp"
#include "methods/span/policy.hpp"

namespace plimsoll::span {

/// What a reader must know of an answer besides what single commodities say.
std::vector<Caveat> caveats_of(const Account& account, const Book& book, const Places& places,
                               const Prices& prices, const std::vector<PolicyRef>& policies);

/// Each once, the first.
void drop_repeated(std::vector<Caveat>& caveats);

}  // namespace plimsoll::span
