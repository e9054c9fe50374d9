#pragma once
// What a class group gains and loses over a range of moves, as a picture: what a requirement by
// risk is the worst of, beside what another method asks.

#include <optional>
#include <string>
#include <vector>

#include "money/money.hpp"

namespace plimsoll::report {

/// One bar.
struct ChartPoint {
  double move = 0;  // a fraction
  Money profit_and_loss;
};

/// A requirement, drawn as the loss it answers.
struct ChartLine {
  std::string label;
  Money requirement;
};

struct PointsChart {
  std::string title;
  std::vector<ChartPoint> points;  // at least one, from the lowest move up
  std::size_t worst = 0;           // index into `points`
  std::vector<ChartLine> lines;
};

/// An SVG document, 720 wide and 400 high for each chart, readable on light and dark pages; the
/// same bytes for the same charts. At least one.
std::string points_charts_svg(const std::vector<PointsChart>& charts);

}  // namespace plimsoll::report
