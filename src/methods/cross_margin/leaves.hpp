#pragma once
// Leaves of the method's own tree: how its numbers are written, and a refusal in the place of one.

#include <functional>

#include "margin/answer.hpp"
#include "methods/cross_margin/healths.hpp"

namespace plimsoll::cross_margin {

Detail text_leaf(std::string name, std::string text);
/// In the pool's unit of account: cut to nine places as `cut_to_places` does, two at least.
Detail amount_leaf(std::string name, Fixed48 amount);
/// A price, a weight, a ratio: the nearest number of twelve places, so that what a document states
/// in twelve comes back as it was written.
std::string number_text(Fixed48 number);
Detail number_leaf(std::string name, Fixed48 number);
Detail flag_leaf(std::string name, bool flag);

/// What was found for one bank, or why nothing was. Neither is left out.
struct Found {
  const Bank* bank = nullptr;
  std::optional<Fixed48> number = {};
  std::string refused = {};
};

/// `otherwise` says why there is no number where none was found; empty where that says it itself.
Found found(const Bank& bank, const Result<std::optional<Fixed48>>& number,
            const std::string& otherwise = {});

/// As `name`, numbers by bank, and as `name`_refused the reasons by bank; where there are none of
/// either it is not there.
void add_by_bank(Detail& detail, const std::string& name, const std::vector<Found>& found,
                 const std::function<std::string(const Bank&, Fixed48)>& text_of);
/// In tokens, with all their decimals.
void add_tokens(Detail& detail, const std::string& name, const std::vector<Found>& found);
void add_prices(Detail& detail, const std::string& name, const std::vector<Found>& found);

}  // namespace plimsoll::cross_margin
