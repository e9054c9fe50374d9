#include "market/clearing/product.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.hpp"

namespace plimsoll::clearing {
namespace {

constexpr std::array<std::pair<std::string_view, ProductType>, 12> words{{
    {"FUT", ProductType::future},
    {"PHY", ProductType::physical},
    {"CMB", ProductType::combination},
    {"FWD", ProductType::forward},
    {"EQU", ProductType::equity},
    {"DBT", ProductType::debt},
    {"OOF", ProductType::option_on_future},
    {"OOP", ProductType::option_on_physical},
    {"OOC", ProductType::option_on_combination},
    {"OOE", ProductType::option_on_equity},
    {"EQUITY", ProductType::equity},
    {"DEBT", ProductType::debt},
}};

}  // namespace

std::string_view code_of(ProductType type) {
  const auto found =
      std::ranges::find(words, type, &std::pair<std::string_view, ProductType>::second);
  PLIMSOLL_CHECK(found != words.end());
  return found->first;
}

std::optional<ProductType> product_type(std::string_view code) {
  const auto found =
      std::ranges::find(words, code, &std::pair<std::string_view, ProductType>::first);
  return found == words.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace plimsoll::clearing
