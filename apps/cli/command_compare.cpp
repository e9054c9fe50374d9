#include "apps/cli/command_compare.hpp"

#include <array>
#include <ostream>
#include <utility>

#include "apps/cli/analysis_request.hpp"
#include "apps/cli/chart.hpp"
#include "apps/cli/houses.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_compare.hpp"
#include "engine/compare.hpp"
#include "report/compare_page.hpp"

namespace plimsoll::cli {
namespace {

struct Question {
  engine::CompareRequest request;
  SecurityList lists;
  AccountKind kind;
  std::string cash_advice;
};

std::expected<Question, std::vector<Error>> question(const Settings& settings, Session& session) {
  Settings methods = settings;
  if (methods.methods.empty()) methods.methods = {"all"};
  // What a house adds is seen beside what it adds to.
  if (!methods.houses.empty()) methods.houses.emplace(methods.houses.begin(), law_alone);
  auto asking = asked(methods, session);
  if (!asking) return std::unexpected{std::move(asking).error()};
  const AccountKind kind = asking->request.account.kind;
  auto analysis = analysis_request(settings, session, *asking);
  if (!analysis) return std::unexpected{std::move(analysis).error()};
  auto houses = brokers_asked(settings, session);
  if (!houses) return std::unexpected{std::move(houses).error()};
  const bool named = !settings.houses.empty();
  return Question{.request = {.analysis = *std::move(analysis),
                              .houses = *std::move(houses),
                              .without_house = named ? engine::WithoutHouse::left_out
                                                     : engine::WithoutHouse::compared},
                  .lists = std::move(asking->lists),
                  .kind = kind,
                  .cash_advice = std::move(asking->cash_advice)};
}

}  // namespace

Exit command_compare(const Settings& settings, Session& session) {
  const auto asking = question(settings, session);
  if (!asking) return refuse(asking.error(), settings.format, session);
  const auto compared = engine::compare(asking->request, asking->lists);
  if (!compared) return refuse(compared.error(), settings.format, session);
  const auto status =
      status_of({compared->margin, asking->kind, asking->cash_advice}, settings, session);
  if (!status) return refuse(status.error(), settings.format, session);
  const auto drawn = draw(compared->margin, settings);
  if (!drawn) return refuse(std::array{drawn.error()}, settings.format, session);
  const bool short_form = settings.length == Length::summary;
  if (settings.format == Format::json)
    session.out << (short_form ? json::encode_compare_summary(*compared)
                               : json::encode_compare(*compared));
  else
    session.out << report::compare_page(
        *compared, short_form ? report::CompareExtent::methods : report::CompareExtent::all,
        paper_of(settings, session));
  return *status;
}

}  // namespace plimsoll::cli
