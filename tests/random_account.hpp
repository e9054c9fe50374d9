#pragma once
// Random accounts for property tests: a few series of options on three underlyings, and their
// stock. Every symbol a book may name has a price, held or not, so that positions can be added.

#include <vector>

#include "engine/evaluate.hpp"

namespace plimsoll::testing {

/// A position by its place in the list of everything that can be held, so that books shrink well.
struct RandomPosition {
  int place = 0;
  int size = 1;  // contracts, or lots of 50 shares; never zero
};
using RandomBook = std::vector<RandomPosition>;

/// What can be held: symbols in a fixed order.
const std::vector<std::string>& holdable_symbols();

/// Whether the symbol at a place is an option.
bool is_option(int place);

/// Drawn within a property: up to `positions`, one in three of them stock, which is two symbols
/// among a hundred.
RandomBook some_book(int positions = 8);

/// The account as a request with prices, cash known, and two positions in one symbol added up.
engine::MarginRequest request_for(const RandomBook& book);

/// The sum over positions of what they are worth at the mark, short ones below zero.
Money market_value(const engine::MarginRequest& request);

}  // namespace plimsoll::testing
