#pragma once
// What to say where text is not JSON: where it went wrong, and what to write instead.

#include <cstddef>
#include <string>
#include <string_view>

namespace plimsoll::json {

/// Where a reader of JSON stopped, and what it knew.
struct Stop {
  std::string_view bytes;
  std::size_t reached;       // bytes read so far
  bool ended;                // it asked for more than there are
  bool complete;             // a whole document stands before this
  std::string_view token;    // what it was reading last, as far as it came
  std::string_view message;  // the library's own words
};

struct Mistake {
  std::size_t offset;  // of the byte it began at; the size of the text where that ends too early
  std::string what;
};

Mistake mistake_of(const Stop& stop);

/// "12:7": line and column of a byte, both from 1; columns count characters.
std::string line_and_column(std::string_view bytes, std::size_t offset);

}  // namespace plimsoll::json
