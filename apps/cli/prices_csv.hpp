#pragma once
#include <string>

#include "engine/price.hpp"
#include "io/options_csv.hpp"

namespace plimsoll::cli {

/// The rows as they were given, with what they are worth behind them; blank there where a row is
/// refused. `report` is of `options`.
std::string prices_csv(const io::OptionsCsv& options, const engine::PricesReport& report);

}  // namespace plimsoll::cli
