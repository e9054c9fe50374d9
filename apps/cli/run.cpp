#include "apps/cli/run.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "apps/cli/arguments.hpp"
#include "apps/cli/command_analyze.hpp"
#include "apps/cli/command_compare.hpp"
#include "apps/cli/command_import.hpp"
#include "apps/cli/command_ledger.hpp"
#include "apps/cli/command_margin.hpp"
#include "apps/cli/command_policy.hpp"
#include "apps/cli/command_price.hpp"
#include "apps/cli/command_report.hpp"
#include "apps/cli/command_rules.hpp"
#include "apps/cli/command_schema.hpp"
#include "apps/cli/command_span.hpp"
#include "apps/cli/command_whatif.hpp"
#include "apps/cli/completion.hpp"
#include "apps/cli/manual.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/cli/settings.hpp"
#include "apps/cli/version.hpp"

namespace plimsoll::cli {
namespace {

Exit command_version(const Settings&, Session& session) {
  session.out << "plimsoll " << version() << '\n';
  return Exit::answered;
}

Exit command_completion(const Settings& settings, Session& session) {
  const auto script = completion(*settings.operand);
  if (!script) return refuse(std::vector{script.error()}, settings.format, session);
  session.out << *script;
  return Exit::answered;
}

Exit command_help(const Settings& settings, Session& session) {
  if (!settings.operand) {
    session.out << overview(session.paper);
    return Exit::answered;
  }
  if (const Command* command = command_called(*settings.operand)) {
    session.out << help_on(*command, session.paper);
    return Exit::answered;
  }
  const std::array words{*settings.operand};
  return refuse(std::vector{parse_arguments(words).error()}, settings.format, session);
}

struct Entry {
  std::string_view name;
  Exit (*run)(const Settings&, Session&);
};

constexpr std::array entries{
    Entry{"margin", command_margin},
    Entry{"analyze", command_analyze},
    Entry{"carry", command_analyze},
    Entry{"cure", command_analyze},
    Entry{"size", command_analyze},
    Entry{"rates", command_analyze},
    Entry{"buffer", command_analyze},
    Entry{"distance", command_analyze},
    Entry{"compare", command_compare},
    Entry{"report", command_report},
    Entry{"import", command_import},
    Entry{"rules", command_rules},
    Entry{"whatif", command_whatif},
    Entry{"ledger", command_ledger},
    Entry{"price", command_price},
    Entry{"span", command_span},
    Entry{"policy", command_policy},
    Entry{"schema", command_schema},
    Entry{"completion", command_completion},
    Entry{"version", command_version},
    Entry{"help", command_help},
};

}  // namespace

Exit run(std::span<const std::string> words, Session& session) {
  // Whether a program is reading has to be known even where the words make no sense.
  const Format format =
      std::ranges::find(words, "--json") != words.end() ? Format::json : Format::text;
  const auto arguments = parse_arguments(words);
  if (!arguments) return refuse(std::vector{arguments.error()}, format, session);
  if (arguments->has("--help")) {
    session.out << help_on(*arguments->command, session.paper);
    return Exit::answered;
  }
  const auto settings = settings_of(*arguments);
  if (!settings) return refuse(settings.error(), format, session);
  const auto entry = std::ranges::find(entries, arguments->command->name, &Entry::name);
  PLIMSOLL_CHECK(entry != entries.end());
  return entry->run(*settings, session);
}

}  // namespace plimsoll::cli
