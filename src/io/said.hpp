#pragma once
// What the user says of an account where its files are silent: its kind, its cash.

#include "io/import.hpp"

namespace plimsoll::io {

/// `loaded` with the options' kind and cash, and with a note on each thing that was said or taken
/// for granted. Refused as a whole: another kind than the files state or their rows allow, cash
/// where they state it, cash beyond model/limits.hpp.
Loaded<Imported> with_said(Loaded<Imported> loaded, const ImportOptions& options);

/// "margin", "portfolio_margin": the contract's words.
std::string_view word_of(AccountKind kind);

}  // namespace plimsoll::io
