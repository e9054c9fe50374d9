#pragma once
#include <string>
#include <vector>

#include "report/text.hpp"

namespace plimsoll::report {

/// One line of the sums: two labelled figures.
struct SumsLine {
  std::string left = {}, left_figure = {}, right = {}, right_figure = {};
};

/// The lines aligned in four columns, figures to the right; in Markdown a table of two.
std::string sums_text(const std::vector<SumsLine>& lines, const Paper& paper);

}  // namespace plimsoll::report
