// Any bytes through the CSV tokenizer: it ends, its views stay inside, lines only grow, and writing
// the fields back and reading them again gives the same fields.

#include <string>

#include "base/check.hpp"
#include "io/csv.hpp"

namespace {

std::string quoted(std::string_view field) {
  std::string text = "\"";
  for (const char c : field) {
    if (c == '"') text += '"';
    text += c;
  }
  return text + '"';
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace plimsoll;
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  io::CsvReader reader{text};
  io::CsvRow row;
  std::uint32_t line = 0;
  while (reader.next(row)) {
    PLIMSOLL_CHECK(row.line > line);
    line = row.line;
    PLIMSOLL_CHECK(row.text.data() >= text.data() &&
                   row.text.data() + row.text.size() <= text.data() + text.size());
    if (row.wrong != nullptr) {
      PLIMSOLL_CHECK(row.fields.empty());
      continue;
    }
    PLIMSOLL_CHECK(!row.fields.empty() && row.fields.size() <= io::CsvReader::fields_max);
    std::string written;
    for (const std::string_view field : row.fields)
      written += (written.empty() ? "" : ",") + quoted(field);
    io::CsvReader again{written};
    io::CsvRow same;
    PLIMSOLL_CHECK(again.next(same) && same.wrong == nullptr && same.fields == row.fields);
  }
  return 0;
}
