#pragma once
// How mistakes reach a person and a program.

#include <span>
#include <string>
#include <vector>

#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"
#include "base/result.hpp"

namespace plimsoll::cli {

/// "plimsoll: positions.csv:12: quantity is blank; write -1 for one short contract". One line,
/// whatever the file had in it.
std::string line_of(const Error& error);

/// One line each on standard error and, for a program, the same as `plimsoll.error/1` on standard
/// output. Always Exit::bad_input.
Exit refuse(std::span<const Error> errors, Format format, Session& session);

/// A remark on standard error: what was recognised, what was skipped.
void remark(const std::string& text, Session& session);

}  // namespace plimsoll::cli
