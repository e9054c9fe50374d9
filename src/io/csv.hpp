#pragma once
// Comma-separated text to rows, as brokers really write it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/text.hpp"

namespace plimsoll::io {

/// One record. The views point into the text or the reader and hold until the next row is read.
struct CsvRow {
  std::uint32_t line = 0;                // 1-based, where it began
  std::vector<std::string_view> fields;  // unquoted; blanks inside a field kept
  std::string_view text;                 // the record as written, without its line end
  const char* wrong =
      nullptr;  // why the record cannot be used and what to do; it has no fields then

  /// The field at `index` without outer blanks; empty where the row is short.
  std::string_view at(std::size_t index) const {
    return index < fields.size() ? trimmed(fields[index]) : std::string_view{};
  }
  /// Whether every field is empty but for blanks.
  bool is_blank() const;
};

/// Splits text with the rules of RFC 4180 and the tolerance its users need: any line end (CRLF, LF,
/// CR), rows of any length, quoted fields over several lines, blanks around quotes, a quote inside
/// an unquoted field. Never fails: a record with a NUL or another control character, text after a
/// closing quote, a quote never closed, a field over 64 KB or more than 1'000 fields comes with
/// `wrong` set, and reading goes on after it. One pass, whatever the text.
class CsvReader {
 public:
  static constexpr std::size_t field_bytes_max = 64 * 1024;
  static constexpr std::size_t fields_max = 1'000;

  /// `text` is UTF-8 without a byte order mark (see text_of) and outlives the reader.
  explicit CsvReader(std::string_view text) : text_{text} {}

  /// The next record into `row`, blank ones too; false at the end.
  bool next(CsvRow& row);

 private:
  void plain_field(CsvRow& row);
  void quoted_field(CsvRow& row);
  void add(CsvRow& row, std::string_view field);
  bool at_end_of_record() const;
  void end_record(CsvRow& row);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::string unquoted_;                    // fields that had doubled quotes, one after the other
  std::vector<std::size_t> from_unquoted_;  // which fields of the row stand there
};

}  // namespace plimsoll::io
