#include "apps/cli/command_policy.hpp"

#include <filesystem>
#include <ostream>
#include <utility>

#include "apps/cli/files.hpp"
#include "apps/cli/policy_file.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_policy.hpp"
#include "report/table.hpp"
#include "strategy/policy_text.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;
using strategy::Policy;

Errors mistake(std::string what, std::string where = {}) {
  return {{Reason::bad_input, std::move(what), std::move(where)}};
}

Exit init(const Settings& settings, Session& session) {
  if (!settings.more.empty())
    return refuse(mistake("`plimsoll policy init` reads no file; write `plimsoll policy init -o " +
                          settings.more.front().substr(0, 60) + "`"),
                  settings.format, session);
  if (settings.policy)
    return refuse(mistake("`plimsoll policy init` reads no policy; leave it out", "--policy"),
                  settings.format, session);
  if (settings.format == Format::json)
    return refuse(mistake("a policy is TOML, and `init` writes one; leave it out", "--json"),
                  settings.format, session);
  const std::string text = strategy::policy_text({});
  if (!settings.output) {
    session.out << text;
    return Exit::answered;
  }
  // What has been decided there is not to be lost.
  std::error_code none;
  if (std::filesystem::is_regular_file(*settings.output, none) &&
      !std::filesystem::is_empty(*settings.output, none))
    return refuse(
        mistake("it is there already; write another name, or remove it first", *settings.output),
        settings.format, session);
  if (const auto done = write_file(*settings.output, text); !done)
    return refuse(Errors{done.error()}, settings.format, session);
  return Exit::answered;
}

/// Files behind the word, the one --policy names among them.
std::vector<std::string> files_of(const Settings& settings) {
  std::vector<std::string> files = settings.more;
  if (settings.policy) files.push_back(*settings.policy);
  return files;
}

Exit lint(const Settings& settings, Session& session) {
  const auto files = files_of(settings);
  if (files.size() != 1)
    return refuse(mistake("`plimsoll policy lint` needs one FILE, like: plimsoll policy lint "
                          "policy.toml"),
                  settings.format, session);
  const auto policy = policy_file(files.front(), session);
  if (!policy) return refuse(policy.error(), settings.format, session);
  const auto violated = strategy::violated_practices(*policy);
  if (settings.format == Format::json) {
    session.out << json::encode_policy_lint(violated);
    return Exit::answered;
  }
  session.out << (violated.empty() ? "ok\n" : "ok, but it violates good practices:\n");
  for (const strategy::PracticeFinding& one : violated)
    session.out << report::item("  - ",
                                std::string{one.practice->title} + ": " + one.text + " (" +
                                    std::string{one.practice->source} + ")",
                                session.paper.width);
  return Exit::answered;
}

/// One table of what changed; below it why each default is what it is.
std::string diff_page(const std::vector<strategy::PolicyChange>& changes,
                      const report::Paper& paper) {
  if (changes.empty()) return "no key differs\n";
  report::Table table{.columns = {{"key", report::Align::whole},
                                  {"before", report::Align::left},
                                  {"after", report::Align::left},
                                  {"effect", report::Align::whole}},
                      .rows = {}};
  std::string reasons;
  for (const strategy::PolicyChange& one : changes) {
    table.rows.push_back(
        {.cells = {one.key->path(), one.before, one.after, std::string{word_of(one.effect)}},
         .emphasis = one.effect == strategy::Effect::loosens ? report::Emphasis::warning
                                                             : report::Emphasis::none});
    reasons += report::item("  - ",
                            one.key->path() + ", " + std::string{one.key->says} +
                                "; why its default: " + std::string{one.key->reason},
                            paper.width);
  }
  return report::table_text(table, paper) + "\n" + reasons;
}

Exit diff(const Settings& settings, Session& session) {
  const auto files = files_of(settings);
  if (files.empty() || 2 < files.size())
    return refuse(mistake("`plimsoll policy diff` needs one file, to hold against the defaults, or "
                          "two: plimsoll policy diff old.toml new.toml"),
                  settings.format, session);
  if (files.size() == 2 && files[0] == "-" && files[1] == "-")
    return refuse(mistake("standard input is one policy; name a file for the other"),
                  settings.format, session);
  std::vector<Policy> policies;
  if (files.size() == 1) policies.emplace_back();
  Errors errors;
  for (const std::string& file : files) {
    auto policy = policy_file(file, session);
    if (policy) policies.push_back(*std::move(policy));
    else errors.insert(errors.end(), policy.error().begin(), policy.error().end());
  }
  if (!errors.empty()) return refuse(errors, settings.format, session);
  const auto changes = strategy::policy_changes(policies[0], policies[1]);
  session.out << (settings.format == Format::json ? json::encode_policy_diff(changes)
                                                  : diff_page(changes, session.paper));
  return Exit::answered;
}

}  // namespace

Exit command_policy(const Settings& settings, Session& session) {
  const std::string& word = *settings.operand;
  if (word == "init") return init(settings, session);
  if (settings.output)
    return refuse(mistake("only `plimsoll policy init` writes a file; leave it out", "--output"),
                  settings.format, session);
  if (word == "lint") return lint(settings, session);
  if (word == "diff") return diff(settings, session);
  return refuse(mistake("\"" + word.substr(0, 40) +
                        "\" is nothing to do with a policy; write `plimsoll policy init`, "
                        "`plimsoll policy lint FILE` or `plimsoll policy diff OLD NEW`"),
                settings.format, session);
}

}  // namespace plimsoll::cli
