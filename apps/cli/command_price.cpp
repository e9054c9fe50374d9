#include "apps/cli/command_price.hpp"

#include <ostream>

#include "apps/cli/files.hpp"
#include "apps/cli/prices_csv.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/encode_prices.hpp"
#include "engine/price.hpp"

namespace plimsoll::cli {

Exit command_price(const Settings& settings, Session& session) {
  const std::string& path = *settings.operand;
  const auto file = path == "-" ? read_stream(session.in) : read_file(path);
  if (!file) return refuse(std::vector{file.error()}, settings.format, session);
  const auto options = io::read_options_csv(file->bytes, file->name);
  if (!options) return refuse(options.error(), settings.format, session);
  const engine::PricesReport report = engine::price(*options, threads_of(settings));
  // A partial answer about nothing is no answer.
  const bool nothing_left = report.refused.size() == report.rows.size();
  if (report.partial() && (settings.completeness == engine::Completeness::whole || nothing_left))
    return refuse(report.refused, settings.format, session);
  for (const Error& error : report.refused) session.err << line_of(error) << '\n';
  switch (settings.format) {
    case Format::json:
      session.out << json::encode_prices(report);
      break;
    case Format::text:
      session.out << prices_csv(*options, report);
      break;
  }
  return Exit::answered;
}

}  // namespace plimsoll::cli
