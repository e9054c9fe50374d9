#pragma once
// How long it takes to sell what is held.

#include "strategy/concentration.hpp"

namespace plimsoll::strategy {

/// The part of the gross value by which a book counts as sold.
inline constexpr double most_of_book = 0.95;

/// Redeemed by whoever issued it, or sold to anybody: no volume limits it.
bool sells_at_once(const Instrument& instrument);

/// units / (participation × average daily volume); nothing where the volume is not known.
std::optional<double> days_to_sell(double units, const Quote* quote, double participation);

/// Writes `liquidity`, `days_for_most` and what is missing for them: quantity / (participation ×
/// 20-day average volume), of everything that has a price of its own and is not cash-like.
void add_liquidity(Concentration& made, const std::vector<Held>& held, const Book& book,
                   const Policy& policy);

}  // namespace plimsoll::strategy
