#include "apps/cli/command_compare.hpp"

#include <array>
#include <ostream>

#include "apps/cli/answer.hpp"
#include "apps/cli/chart.hpp"
#include "apps/cli/houses.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_compare.hpp"
#include "report/compare_page.hpp"

namespace plimsoll::cli {

Exit command_compare(const Settings& settings, Session& session) {
  Settings asked = settings;
  if (asked.methods.empty()) asked.methods = {"all"};
  // What a house adds is seen beside what it adds to.
  if (!asked.houses.empty()) asked.houses.emplace(asked.houses.begin(), law_alone);
  const auto answered = answer(asked, session);
  if (!answered) return refuse(answered.error(), settings.format, session);
  const auto status = status_of(*answered, settings, session);
  if (!status) return refuse(status.error(), settings.format, session);
  const auto drawn = draw(answered->report, settings);
  if (!drawn) return refuse(std::array{drawn.error()}, settings.format, session);
  session.out << (settings.format == Format::json
                      ? json::encode_compare(answered->report)
                      : report::compare_page(answered->report, session.paper));
  return *status;
}

}  // namespace plimsoll::cli
