#include "io/headings.hpp"

#include <algorithm>

#include "io/text.hpp"

namespace plimsoll::io {

Headings::Headings(const CsvRow& row) {
  names_.reserve(row.fields.size());
  for (const std::string_view field : row.fields) {
    names_.push_back(letters(field));
    if (!names_.back().empty()) named_ = names_.size();
  }
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

Result<void> Headings::cover(const CsvRow& row) const {
  if (row.fields.size() < named_)
    return fail(Reason::bad_input,
                "the row is cut short: it has " + std::to_string(row.fields.size()) + " of " +
                    std::to_string(named_) + " cells; export the file again, or complete the row");
  for (std::size_t i = named_; i < row.fields.size(); ++i)
    if (!row.at(i).empty())
      return fail(Reason::bad_input,
                  "the row has more cells than the heading has columns; quote a text or an amount "
                  "that holds a comma");
  return {};
}

bool is_footnote(const CsvRow& row) {
  if (row.wrong != nullptr || row.at(0).find(' ') == std::string_view::npos) return false;
  return std::ranges::count_if(row.fields,
                               [](std::string_view field) { return !trimmed(field).empty(); }) == 1;
}

}  // namespace plimsoll::io
