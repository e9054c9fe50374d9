#include "apps/cli/command_rules.hpp"

#include <ostream>

#include "apps/cli/refusals.hpp"
#include "apps/json/encode_rules.hpp"
#include "report/rules_page.hpp"

namespace plimsoll::cli {
namespace {

std::expected<std::vector<engine::MethodRules>, std::vector<Error>> rules_asked_for(
    const std::vector<std::string>& methods) {
  std::vector<engine::MethodRules> all;
  std::vector<Error> errors;
  for (const std::string& method : methods.empty() ? std::vector<std::string>{"all"} : methods) {
    auto rules = engine::rules(method);
    if (!rules) errors.push_back(rules.error());
    else all.insert(all.end(), rules->begin(), rules->end());
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return all;
}

}  // namespace

Exit command_rules(const Settings& settings, Session& session) {
  const auto methods = rules_asked_for(settings.methods);
  if (!methods) return refuse(methods.error(), settings.format, session);
  if (settings.format == Format::json) {
    session.out << json::encode_rules(*methods);
    return Exit::answered;
  }
  for (std::size_t i = 0; i < methods->size(); ++i)
    session.out << (i == 0 ? "" : "\n")
                << report::rules_page((*methods)[i].method, (*methods)[i].rules, session.paper);
  return Exit::answered;
}

}  // namespace plimsoll::cli
