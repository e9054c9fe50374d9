#include "io/headings.hpp"

#include <algorithm>

#include "io/text.hpp"

namespace plimsoll::io {

Headings::Headings(const CsvRow& row) {
  names_.reserve(row.fields.size());
  for (const std::string_view field : row.fields) names_.push_back(letters(field));
}

std::optional<std::size_t> Headings::find(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    if (const auto found = std::ranges::find(names_, name); found != names_.end())
      return static_cast<std::size_t>(found - names_.begin());
  return {};
}

std::string_view Headings::in(const CsvRow& row,
                              std::initializer_list<std::string_view> names) const {
  const auto column = find(names);
  return column ? row.at(*column) : std::string_view{};
}

}  // namespace plimsoll::io
