#pragma once
// The readers behind import_activity, one for each format. Each takes the file's text as UTF-8
// without a byte order mark.

#include <string_view>

#include "io/history.hpp"

namespace plimsoll::io {

/// "History_for_Account_*.csv" and "Accounts_History.csv": newest first, by day.
Loaded<ImportedActivity> read_fidelity_history(const Input& file, std::string_view text,
                                               const ActivityOptions& options);

/// Schwab's transactions: newest first, by day, "MM/DD/YYYY as of MM/DD/YYYY".
Loaded<ImportedActivity> read_schwab_history(const Input& file, std::string_view text,
                                             const ActivityOptions& options);

/// Trades, CashTransactions, OptionEAE and CorporateActions of Interactive Brokers' Flex query.
Loaded<ImportedActivity> read_ibkr_flex_history(const Input& file, std::string_view text,
                                                const ActivityOptions& options);

/// The same of Interactive Brokers' activity statement in CSV.
Loaded<ImportedActivity> read_ibkr_activity_history(const Input& file, std::string_view text,
                                                    const ActivityOptions& options);

}  // namespace plimsoll::io
