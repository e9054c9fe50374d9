#pragma once
#include <string>
#include <vector>

#include "io/import.hpp"

namespace plimsoll::cli {

/// What a broker's file was recognised as and how many of its rows were read, with the first rows
/// that were skipped and why.
std::vector<std::string> remarks_on(const io::FileRows& file);

}  // namespace plimsoll::cli
