// Any bytes as Fidelity's positions and balances: every row read, skipped or refused, nothing out
// of bounds.

#include "fuzz/import_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  return plimsoll::fuzz::import_as("fidelity", bytes, size);
}
