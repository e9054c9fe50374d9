#include "apps/json/encode_error.hpp"

#include <utility>

#include "apps/json/write_values.hpp"

namespace plimsoll::json {

std::string encode_errors(std::span<const Error> errors) {
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.error/1");
  out.key("errors").begin_array();
  for (const Error& error : errors) write_error(out, error);
  out.end_array().end_object();
  return std::move(out).finish();
}

std::string_view word_of(Reason reason) {
  switch (reason) {
    case Reason::bad_input:
      return "bad_input";
    case Reason::missing_price:
      return "missing_price";
    case Reason::not_in_force:
      return "not_in_force";
    case Reason::not_covered:
      return "not_covered";
  }
  std::unreachable();
}

}  // namespace plimsoll::json
