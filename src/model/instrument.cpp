#include "model/instrument.hpp"

namespace plimsoll {

InstrumentId id_of(const Instrument& instrument) {
  return std::visit([](const auto& any) { return any.id; }, instrument);
}

Currency currency_of(const Instrument& instrument, Currency base) {
  return std::visit(Match{
                        [](const Stock& stock) { return stock.listing.currency; },
                        [](const Fund& fund) { return fund.listing.currency; },
                        [](const Bond& bond) { return bond.listing.currency; },
                        [](const Warrant& warrant) { return warrant.listing.currency; },
                        [](const ListedOption& option) { return option.strike.currency; },
                        [](const FutureOption& option) { return option.strike.currency; },
                        [&](const Index&) { return base; },
                        [&](const Future& future) { return future.currency.value_or(base); },
                        [&](const Combination& one) { return one.currency.value_or(base); },
                        [&](const Token&) { return base; },
                    },
                    instrument);
}

std::string to_text(const Instrument& instrument) {
  if (const auto* option = std::get_if<ListedOption>(&instrument)) {
    const std::string_view symbol = option->id.view();
    std::string root{symbol.substr(0, std::min<std::size_t>(6, symbol.size()))};
    while (!root.empty() && root.back() == ' ') root.pop_back();
    return root + " " + to_text(option->expiry) + " " + to_text(option->strike.per_unit, 0) +
           (option->right == Right::put ? " P" : " C");
  }
  return std::string{id_of(instrument).view()};
}

}  // namespace plimsoll
