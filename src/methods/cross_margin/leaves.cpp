#include "methods/cross_margin/leaves.hpp"

#include <utility>

namespace plimsoll::cross_margin {
namespace {

constexpr int places = 12;
constexpr std::int64_t scale = 1'000'000'000'000;
/// Beyond it twelve places do not fit, and nobody reads them.
const Fixed48 finest_below = Fixed48::of(scale);

std::string name_of(const Bank& bank) { return std::string{bank.name.view()}; }

}  // namespace

Detail text_leaf(std::string name, std::string text) {
  return {.name = std::move(name), .text = std::move(text)};
}

Detail amount_leaf(std::string name, Fixed48 amount) {
  return text_leaf(std::move(name), plimsoll::to_text(cut_to_places(amount), 2));
}

std::string number_text(Fixed48 number) {
  if (!(number < finest_below)) return plimsoll::to_text(to_decimal(number), 2);
  return scaled_to_text(
      multiply_divide(number.bits(), scale, std::uint64_t{1} << Fixed48::fraction_bits,
                      Round::half_even),
      places, 2);
}

Detail number_leaf(std::string name, Fixed48 number) {
  return text_leaf(std::move(name), number_text(number));
}

Detail flag_leaf(std::string name, bool flag) {
  return {.name = std::move(name), .text = flag ? "true" : "false", .number = true};
}

Found found(const Bank& bank, const Result<std::optional<Fixed48>>& number,
            const std::string& otherwise) {
  if (!number) return {.bank = &bank, .refused = number.error().what};
  if (!*number) return {.bank = &bank, .refused = otherwise};
  return {.bank = &bank, .number = **number};
}

void add_by_bank(Detail& detail, const std::string& name, const std::vector<Found>& found,
                 const std::function<std::string(const Bank&, Fixed48)>& text_of) {
  Detail numbers{.name = name}, reasons{.name = name + "_refused"};
  for (const Found& one : found) {
    if (one.number)
      numbers.children.push_back(text_leaf(name_of(*one.bank), text_of(*one.bank, *one.number)));
    if (!one.refused.empty())
      reasons.children.push_back(text_leaf(name_of(*one.bank), one.refused));
  }
  for (Detail* part : {&numbers, &reasons})
    if (!part->children.empty()) detail.children.push_back(std::move(*part));
}

void add_tokens(Detail& detail, const std::string& name, const std::vector<Found>& found) {
  add_by_bank(detail, name, found, [](const Bank& bank, Fixed48 native) {
    return plimsoll::to_text(tokens_of(native, bank));
  });
}

void add_prices(Detail& detail, const std::string& name, const std::vector<Found>& found) {
  add_by_bank(detail, name, found, [](const Bank&, Fixed48 price) { return number_text(price); });
}

}  // namespace plimsoll::cross_margin
