#include "apps/cli/file_remarks.hpp"

#include <cstddef>
#include <utility>

namespace plimsoll::cli {
namespace {

constexpr std::size_t skipped_shown = 5;

std::string rows(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " row" : " rows");
}

}  // namespace

std::vector<std::string> remarks_on(const io::FileRows& file) {
  std::vector<std::string> remarks;
  std::string line = file.name + ": recognised as " + file.recognised;
  if (file.rows_total != 0)
    line += "; " + rows(file.rows_total) + ": " + std::to_string(file.rows_read) + " read, " +
            std::to_string(file.skipped.size()) + " skipped, " + std::to_string(file.rows_refused) +
            " refused";
  remarks.push_back(std::move(line));
  for (std::size_t i = 0; i < file.skipped.size() && i < skipped_shown; ++i) {
    const io::Skipped& row = file.skipped[i];
    remarks.push_back(row.where + ": skipped: " + row.why + ": " + row.text);
  }
  if (file.skipped.size() > skipped_shown)
    remarks.push_back(file.name + ": and " + rows(file.skipped.size() - skipped_shown) +
                      " more skipped");
  return remarks;
}

}  // namespace plimsoll::cli
