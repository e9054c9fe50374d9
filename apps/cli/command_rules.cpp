#include "apps/cli/command_rules.hpp"

#include <ostream>

#include "apps/cli/houses.hpp"
#include "apps/cli/packs.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_rules.hpp"
#include "report/rules_page.hpp"

namespace plimsoll::cli {
namespace {

/// Of the houses and packs named, of the methods named, or of every method there is.
std::expected<std::vector<engine::MethodRules>, std::vector<Error>> rules_asked_for(
    const Settings& settings, const std::vector<House>& houses,
    const std::vector<ParameterPack>& packs) {
  std::vector<engine::MethodRules> all;
  std::vector<Error> errors;
  std::vector<std::string> methods = settings.methods;
  if (methods.empty() && settings.houses.empty() && settings.packs.empty()) methods = {"all"};
  for (const House& house : houses) all.push_back(engine::rules(*house));
  for (const ParameterPack& pack : packs) all.push_back(engine::rules(pack));
  for (const std::string& method : methods) {
    auto rules = engine::rules(method);
    if (!rules) errors.push_back(rules.error());
    else all.insert(all.end(), rules->begin(), rules->end());
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return all;
}

}  // namespace

Exit command_rules(const Settings& settings, Session& session) {
  const auto houses = house_series(settings, session);
  if (!houses) return refuse(houses.error(), settings.format, session);
  const auto packs = pack_series(settings, session);
  if (!packs) return refuse(packs.error(), settings.format, session);
  const auto methods = rules_asked_for(settings, *houses, *packs);
  if (!methods) return refuse(methods.error(), settings.format, session);
  if (settings.format == Format::json) {
    session.out << json::encode_rules(*methods);
    return Exit::answered;
  }
  for (std::size_t i = 0; i < methods->size(); ++i) {
    const auto& [method, rules, house] = (*methods)[i];
    session.out << (i == 0 ? "" : "\n")
                << report::rules_page(house.empty() ? method : house, rules, session.paper);
  }
  return Exit::answered;
}

}  // namespace plimsoll::cli
