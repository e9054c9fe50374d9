#include "report/members.hpp"

#include <algorithm>

#include "report/text.hpp"

namespace plimsoll::report {

const Detail* member(const Detail& node, std::string_view name) {
  const auto found = std::ranges::find(node.children, name, &Detail::name);
  return found == node.children.end() ? nullptr : &*found;
}

std::string text_in(const Detail& node, std::string_view name) {
  const Detail* leaf = member(node, name);
  return leaf ? printable(leaf->text) : "";
}

std::optional<Decimal> decimal_in(const Detail& node, std::string_view name) {
  const Detail* leaf = member(node, name);
  if (!leaf) return std::nullopt;
  const auto number = parse_decimal(leaf->text);
  return number ? std::optional{*number} : std::nullopt;
}

const std::vector<Detail>& items_in(const Detail& node, std::string_view name) {
  static const std::vector<Detail> none;
  const Detail* list = member(node, name);
  return list ? list->children : none;
}

}  // namespace plimsoll::report
