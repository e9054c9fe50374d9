#pragma once
// Where a rule comes from. Paragraph numbers live here, as data, so that renumbering a rulebook
// changes one line and no function name.

#include <cstdint>
#include <string_view>

#include "base/label.hpp"

namespace plimsoll {

/// How well the text behind a rule is known to us.
enum class Grade : std::uint8_t {
  text_read,  // the rule's own words were read
  secondary,  // read in somebody's account of them: a regulator's notice, an exchange's manual, a
              // broker's page
  recalled,   // from working knowledge; the answer carries a caveat
};

/// Everything is in our own words except `source` and `paragraph`.
struct Citation {
  Label source;        // "FINRA Rule 4210"
  Label paragraph;     // "(f)(2)(E)(i)"
  Label gist;          // what it says, in one sentence
  Label reading = "";  // how we read it where the text is open
  Grade grade = Grade::text_read;
};

/// A line of a file: of C++ for rules written as code, of TOML for those read from profiles.
struct SourceLine {
  Label file = "";
  std::uint32_t line = 0;
};

}  // namespace plimsoll
