#include "apps/cli/command_schema.hpp"

#include <ostream>

#include "apps/cli/refusals.hpp"
#include "apps/cli/schemas.hpp"

namespace plimsoll::cli {

Exit command_schema(const Settings& settings, Session& session) {
  if (!settings.operand) {
    const bool json = settings.format == Format::json;
    std::string listed;
    for (const std::string& name : schema_names())
      listed += json ? (listed.empty() ? "[\"" : ", \"") + name + "\"" : name + "\n";
    session.out << listed << (json ? "]\n" : "");
    return Exit::answered;
  }
  const auto text = schema_text(*settings.operand);
  if (!text) return refuse(std::vector{text.error()}, settings.format, session);
  session.out << *text;
  return Exit::answered;
}

}  // namespace plimsoll::cli
