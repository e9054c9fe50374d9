#include "io/csv.hpp"

#include <algorithm>
#include <array>

#include "io/text.hpp"

namespace plimsoll::io {
namespace {

enum class Class : std::uint8_t { text, comma, quote, line_end, control };

constexpr std::array<Class, 256> classes = [] {
  std::array<Class, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = Class::control;
  table[0x7f] = Class::control;
  table['\t'] = Class::text;
  table[','] = Class::comma;
  table['"'] = Class::quote;
  table['\n'] = table['\r'] = Class::line_end;
  return table;
}();

Class class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

constexpr const char* control_character =
    "a NUL or another control character; export the file again as plain text";
constexpr const char* field_too_long =
    "a field longer than 64 KB; a closing quote is probably missing";

}  // namespace

bool CsvRow::is_blank() const {
  return wrong == nullptr &&
         std::ranges::all_of(fields, [](std::string_view field) { return trimmed(field).empty(); });
}

bool CsvReader::at_end_of_record() const {
  return at_ >= text_.size() || class_of(text_[at_]) == Class::line_end;
}

void CsvReader::add(CsvRow& row, std::string_view field) {
  if (field.size() > field_bytes_max) row.wrong = field_too_long;
  else if (row.fields.size() >= fields_max)
    row.wrong = "more than 1'000 fields; is this the right file?";
  else row.fields.push_back(field);
}

void CsvReader::plain_field(CsvRow& row) {
  const std::size_t begin = at_;
  for (;; ++at_) {
    if (at_ >= text_.size()) break;
    const Class c = class_of(text_[at_]);
    if (c == Class::text) continue;
    if (c == Class::comma || c == Class::line_end) break;
    if (c == Class::control) row.wrong = control_character;
  }
  add(row, text_.substr(begin, at_ - begin));
}

/// Stands on the opening quote.
void CsvReader::quoted_field(CsvRow& row) {
  std::size_t begin = ++at_;
  const std::size_t copied = unquoted_.size();
  bool doubled = false;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    const Class kind = class_of(c);
    if (kind == Class::quote) {
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
      if (unquoted_.size() - copied <= field_bytes_max)
        unquoted_.append(text_.substr(begin, at_ + 1 - begin));
      doubled = true;
      begin = ++at_ + 1;
    } else if (c == '\n' || (c == '\r' && (at_ + 1 >= text_.size() || text_[at_ + 1] != '\n'))) {
      ++line_;
    } else if (kind == Class::control) {
      row.wrong = control_character;
    }
    ++at_;
  }
  std::string_view field = text_.substr(begin, at_ - begin);
  if (doubled) {
    unquoted_.append(field);
    from_unquoted_.push_back(row.fields.size());
    field = std::string_view{unquoted_}.substr(copied);
  }
  add(row, field);
  if (at_ >= text_.size()) {
    row.wrong = "a quote that is never closed; the rest of the file was not read";
    return;
  }
  for (++at_; at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t');) ++at_;
  if (at_end_of_record() || text_[at_] == ',') return;
  row.wrong = "text after a closing quote; double a quote that belongs to the text";
  while (!at_end_of_record() && text_[at_] != ',') ++at_;
}

void CsvReader::end_record(CsvRow& row) {
  row.text = row.text.substr(0, at_ - static_cast<std::size_t>(row.text.data() - text_.data()));
  if (at_ < text_.size()) {
    at_ += text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
    ++line_;
  }
  if (row.wrong != nullptr) {
    row.fields.clear();
    return;
  }
  // Copies moved while the buffer grew; the views are set once it stands still.
  std::size_t offset = 0;
  for (const std::size_t index : from_unquoted_) {
    row.fields[index] = std::string_view{unquoted_}.substr(offset, row.fields[index].size());
    offset += row.fields[index].size();
  }
}

bool CsvReader::next(CsvRow& row) {
  row.fields.clear();
  row.wrong = nullptr;
  if (at_ >= text_.size()) return false;
  row.line = line_;
  row.text = text_.substr(at_);
  unquoted_.clear();
  from_unquoted_.clear();
  for (;;) {
    std::size_t quote = at_;
    while (quote < text_.size() && text_[quote] == ' ') ++quote;
    if (quote < text_.size() && text_[quote] == '"') {
      at_ = quote;
      quoted_field(row);
    } else {
      plain_field(row);
    }
    if (at_end_of_record()) break;
    ++at_;  // the comma
  }
  end_record(row);
  return true;
}

}  // namespace plimsoll::io
