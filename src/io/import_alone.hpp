#pragma once
// One file as it stands, before anything the user knows better: what import_file and import_files
// begin with.

#include "io/import.hpp"

namespace plimsoll::io {

/// As import_file; the options' kind and cash are not looked at.
Loaded<Imported> import_alone(const Input& file, const ImportOptions& options);

/// Whether the file is what `options.balances` takes.
bool is_fidelity_balances(const Input& file);

}  // namespace plimsoll::io
