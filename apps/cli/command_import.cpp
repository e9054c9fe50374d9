#include "apps/cli/command_import.hpp"

#include <ostream>

#include "apps/cli/files.hpp"
#include "apps/cli/read_account.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_account.hpp"

namespace plimsoll::cli {

Exit command_import(const Settings& settings, Session& session) {
  const auto read = read_account(settings, session);
  if (!read) return refuse(read.error(), settings.format, session);
  for (const std::string& text : read->remarks) remark(text, session);
  for (const Caveat& caveat : read->caveats) remark("note: " + caveat.text, session);
  const bool whole = read->refused.empty();
  if (!whole && settings.completeness == engine::Completeness::whole)
    return refuse(read->refused, settings.format, session);
  for (const Error& error : read->refused) session.err << line_of(error) << '\n';

  const std::string document = json::encode_account(read->document);
  if (!settings.output) {
    session.out << document;
    return Exit::answered;
  }
  if (const auto written = write_file(*settings.output, document); !written)
    return refuse(std::vector{written.error()}, settings.format, session);
  return Exit::answered;
}

}  // namespace plimsoll::cli
