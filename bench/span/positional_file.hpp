#pragma once
// A positional risk file as large as a clearing house's, mostly 81 and 82 lines.

#include <cstddef>
#include <string>

namespace plimsoll::bench {

struct PositionalFile {
  std::string bytes;
  std::size_t contracts = 0;
  std::string one_product;  // whose options are a common part of it
};

/// The same on every machine: of at least so many bytes, sorted by product as houses sort theirs.
PositionalFile positional_file(std::size_t bytes_least);

}  // namespace plimsoll::bench
