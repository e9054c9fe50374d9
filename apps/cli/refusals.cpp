#include "apps/cli/refusals.hpp"

#include <ostream>

#include "apps/json/encode_error.hpp"

namespace plimsoll::cli {

std::string line_of(const Error& error) {
  const std::string text = error.where.empty() ? error.what : error.where + ": " + error.what;
  return "plimsoll: " + report::printable(text);
}

Exit refuse(std::span<const Error> errors, Format format, Session& session) {
  for (const Error& error : errors) session.err << line_of(error) << '\n';
  if (format == Format::json) session.out << json::encode_errors(errors);
  return Exit::bad_input;
}

void remark(const std::string& text, Session& session) {
  session.err << "plimsoll: " << report::printable(text) << '\n';
}

}  // namespace plimsoll::cli
