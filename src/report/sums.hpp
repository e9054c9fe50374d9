#pragma once
#include <string>
#include <vector>

namespace plimsoll::report {

/// One line of the sums: two labelled figures.
struct SumsLine {
  std::string left = {}, left_figure = {}, right = {}, right_figure = {};
};

/// The lines aligned in four columns, figures to the right.
std::string sums_text(const std::vector<SumsLine>& lines);

}  // namespace plimsoll::report
