#include "apps/cli/prices_csv.hpp"

#include "apps/json/writer.hpp"
#include "base/check.hpp"

namespace plimsoll::cli {

std::string prices_csv(const io::OptionsCsv& options, const engine::PricesReport& report) {
  PLIMSOLL_CHECK(options.rows.size() == report.rows.size());
  std::string text;
  for (const std::string& column : options.columns) text += column + ",";
  text += "value,delta,gamma,vega,theta,rho,phi,implied_volatility\n";
  for (std::size_t i = 0; i < options.rows.size(); ++i) {
    text += options.rows[i].given;
    if (const auto& prices = report.rows[i].prices) {
      const auto& greeks = prices->greeks;
      for (const double number : {prices->value, greeks.delta, greeks.gamma, greeks.vega,
                                  greeks.theta, greeks.rho, greeks.phi, prices->implied_volatility})
        text += "," + json::number_text_of(number);
    } else {
      text += ",,,,,,,,";
    }
    text += '\n';
  }
  return text;
}

}  // namespace plimsoll::cli
