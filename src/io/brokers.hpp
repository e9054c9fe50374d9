#pragma once
// The readers behind import_file, one for each format. Each takes the file's text as UTF-8 without
// a byte order mark.

#include <string_view>

#include "io/import.hpp"

namespace plimsoll::io {

/// "Portfolio_Positions_*.csv": several accounts by "Account Number"; with `options.balances` the
/// cash too.
Loaded<Imported> read_fidelity(const Input& file, std::string_view text,
                               const ImportOptions& options);

/// Schwab's positions: a title with the account and the time, one section for each account.
Loaded<Imported> read_schwab(const Input& file, std::string_view text,
                             const ImportOptions& options);

/// Vanguard's holdings, with the transactions it puts below them passed over.
Loaded<Imported> read_vanguard(const Input& file, std::string_view text,
                               const ImportOptions& options);

/// Interactive Brokers' Flex query in XML.
Loaded<Imported> read_ibkr_flex(const Input& file, std::string_view text,
                                const ImportOptions& options);

/// Interactive Brokers' activity statement in CSV.
Loaded<Imported> read_ibkr_activity(const Input& file, std::string_view text,
                                    const ImportOptions& options);

/// Our own CSV: a heading with the contract's names in any order, one position a row.
Loaded<Imported> read_positions_csv(const Input& file, std::string_view text,
                                    const ImportOptions& options);

}  // namespace plimsoll::io
