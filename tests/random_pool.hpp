#pragma once
// Random lending pools and accounts in them, for property tests.

#include <string>

#include "engine/evaluate.hpp"

namespace plimsoll::testing {

/// A pool of eight banks whose weights the protocol would admit, isolated and reduced ones, limits
/// of value and e-mode of three tags among them, and an account of some of the banks.
engine::MarginRequest some_pool_request();

/// A bank the account neither holds nor owes; empty where there is none.
std::string a_bank_beside(const engine::MarginRequest& request);

/// Above zero, in whole millionths, which every token of the pool has.
Quantity some_tokens();

/// Tokens of a bank more, owed below zero.
void hold(engine::MarginRequest& request, const std::string& bank, Quantity tokens);

}  // namespace plimsoll::testing
