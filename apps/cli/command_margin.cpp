#include "apps/cli/command_margin.hpp"

#include <array>
#include <ostream>

#include "apps/cli/answer.hpp"
#include "apps/cli/chart.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_margin.hpp"
#include "report/margin_page.hpp"

namespace plimsoll::cli {
namespace {

report::Extent extent_of(const Settings& settings) {
  switch (settings.length) {
    case Length::summary:
      return report::Extent::summary;
    case Length::screen:
      break;
  }
  switch (settings.detail) {
    case engine::Detail::plain:
      return report::Extent::screen;
    case engine::Detail::explained:
      break;
  }
  return report::Extent::explained;
}

std::string text_of(const MarginReport& report, const Settings& settings, const Session& session) {
  switch (settings.format) {
    case Format::json:
      return json::encode_margin(
          report, settings.length == Length::summary ? json::Form::summary : json::Form::full);
    case Format::text:
      break;
  }
  return report::margin_page(report, extent_of(settings), session.paper);
}

}  // namespace

Exit command_margin(const Settings& settings, Session& session) {
  const auto answered = answer(settings, session);
  if (!answered) return refuse(answered.error(), settings.format, session);
  const auto status = status_of(*answered, settings, session);
  if (!status) return refuse(status.error(), settings.format, session);
  const auto drawn = draw(answered->report, settings);
  if (!drawn) return refuse(std::array{drawn.error()}, settings.format, session);
  session.out << text_of(answered->report, settings, session);
  return *status;
}

}  // namespace plimsoll::cli
