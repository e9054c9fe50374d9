#include "apps/cli/command_import.hpp"

#include <ostream>
#include <sstream>

#include "apps/cli/files.hpp"
#include "apps/cli/read_account.hpp"
#include "apps/cli/read_activity.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_account.hpp"
#include "apps/json/encode_activity.hpp"

namespace plimsoll::cli {
namespace {

Exit written(const std::string& document, const Settings& settings, Session& session) {
  if (!settings.output) {
    session.out << document;
    return Exit::answered;
  }
  if (const auto done = write_file(*settings.output, document); !done)
    return refuse(std::vector{done.error()}, settings.format, session);
  return Exit::answered;
}

/// Options that only mean something where the file holds an account.
std::vector<Error> misplaced(const Settings& settings, const io::Input& file) {
  std::vector<Error> errors;
  const auto add = [&](bool given, std::string_view option) {
    if (given)
      errors.push_back({Reason::bad_input,
                        file.name + " is a history, which becomes an activity document; leave " +
                            std::string{option} + " out",
                        std::string{option}});
  };
  add(settings.balances.has_value(), "--balances");
  add(settings.market.has_value(), "--market");
  add(settings.kind.has_value(), "--kind");
  add(settings.cash.has_value(), "--cash");
  add(settings.as_of.has_value(), "--as-of");
  return errors;
}

Exit import_history(const io::Input& file, const Settings& settings, Session& session) {
  if (const auto errors = misplaced(settings, file); !errors.empty())
    return refuse(errors, settings.format, session);
  const auto history = read_history(file, settings, session);
  if (!history) return refuse(history.error(), settings.format, session);
  for (const Caveat& caveat : history->read.caveats) remark("note: " + caveat.text, session);
  if (!history->refused.empty() && settings.completeness == engine::Completeness::whole)
    return refuse(history->refused, settings.format, session);
  for (const Error& error : history->refused) session.err << line_of(error) << '\n';
  return written(json::encode_activity(history->read.activity), settings, session);
}

Exit import_account(const Settings& settings, Session& session) {
  const auto read = read_account(settings, session);
  if (!read) return refuse(read.error(), settings.format, session);
  for (const std::string& text : read->remarks) remark(text, session);
  for (const Caveat& caveat : read->caveats) remark("note: " + caveat.text, session);
  const bool whole = read->refused.empty();
  if (!whole && settings.completeness == engine::Completeness::whole)
    return refuse(read->refused, settings.format, session);
  for (const Error& error : read->refused) session.err << line_of(error) << '\n';

  return written(json::encode_account(read->document), settings, session);
}

}  // namespace

/// A history alone becomes an activity document; whatever else there is, an account document.
Exit command_import(const Settings& settings, Session& session) {
  if (!settings.more.empty()) return import_account(settings, session);
  if (*settings.operand != "-") {
    const auto file = read_file(*settings.operand);
    if (file && io::is_history(*file)) return import_history(*file, settings, session);
    return import_account(settings, session);
  }
  const auto file = read_stream(session.in);
  if (!file) return refuse(std::vector{file.error()}, settings.format, session);
  if (io::is_history(*file)) return import_history(*file, settings, session);
  std::istringstream again{file->bytes};
  Session same{again, session.out, session.err, session.paper, session.profiles};
  return import_account(settings, same);
}

}  // namespace plimsoll::cli
