#pragma once
// Fidelity's "Balances_for_Account_*.csv": names and amounts, one a row.

#include <optional>
#include <string>
#include <vector>

#include "io/import.hpp"

namespace plimsoll::io {

struct FidelityBalances {
  std::optional<Decimal> total_account_value;  // net of what is owed
  std::optional<Decimal> net_debit;            // below zero: owed
  std::optional<Decimal> short_credit, settled_cash;
  bool names_margin = false;  // it has rows only a margin account has
};

/// Refused: not this file (no "Total account value", no "Net debit"), or one of these amounts
/// unreadable. Rows this project does not use are not looked at.
Result<FidelityBalances> read_fidelity_balances(const Input& file);

/// What the positions file knows beside them.
struct FidelityCashRows {
  Decimal core, pending;  // the core fund, and trades not yet settled
  Decimal holdings;       // the current value of everything else
  bool holdings_known = true;
};

struct FidelityCash {
  std::optional<Decimal> amount;  // below zero: owed; empty: the files contradict each other
  std::string note;
};

/// The account's cash: the net debit, and with it the core fund and pending activity where only so
/// the parts add up to the total account value. Where nothing adds up (the files are of different
/// moments) the net debit stands alone, or without one the cash is unknown, and the note says by
/// how much. Refused: neither a net debit nor settled cash.
Result<FidelityCash> fidelity_cash(const FidelityBalances& balances, const FidelityCashRows& rows,
                                   const std::string& file);

}  // namespace plimsoll::io
