#include "apps/json/write_values.hpp"

#include <utility>

#include "apps/json/encode_error.hpp"

namespace plimsoll::json {

void write_amount(Writer& out, std::string_view key, Decimal amount) {
  out.key(key).text(to_text(amount, 2));
}

void write_amount(Writer& out, std::string_view key, const std::optional<Money>& amount) {
  if (amount) write_amount(out, key, amount->amount);
  else out.key(key).null();
}

void write_number(Writer& out, std::string_view key, Decimal number) {
  out.key(key).number_text(to_text(number, 0));
}

void write_text(Writer& out, std::string_view key, std::string_view text) {
  out.key(key).text(text);
}

void write_date(Writer& out, std::string_view key, Date day) { out.key(key).text(to_text(day)); }

void write_error(Writer& out, const Error& error) {
  out.begin_object();
  write_text(out, "reason", word_of(error.reason));
  write_text(out, "what", error.what);
  write_text(out, "where", error.where);
  out.end_object();
}

std::string text_of(const SourceLine& line) {
  if (line.line == 0) return {};
  return std::string{line.file.text()} + ":" + std::to_string(line.line);
}

std::string_view word_of(Grade grade) {
  switch (grade) {
    case Grade::text_read:
      return "text_read";
    case Grade::secondary:
      return "secondary";
    case Grade::recalled:
      return "recalled";
  }
  std::unreachable();
}

}  // namespace plimsoll::json
