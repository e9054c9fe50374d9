#include "io/clearing/positional_layout.hpp"

namespace plimsoll::io {

std::string_view cell_of(std::string_view line, const Column& column) {
  const std::size_t begin = column.first - std::size_t{1};
  if (begin >= line.size()) return {};
  std::string_view cell = line.substr(begin, column.width());
  while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
  while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
  return cell;
}

clearing::KeptRecord taken_apart(std::string_view record, std::string_view line,
                                 std::uint32_t number) {
  clearing::KeptRecord kept{.record = std::string{record}, .line = number, .fields = {}};
  for (const Column& column : columns_of(record))
    if (const std::string_view cell = cell_of(line, column); !cell.empty())
      kept.fields.emplace_back(column.name, cell);
  return kept;
}

}  // namespace plimsoll::io
