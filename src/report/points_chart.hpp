#pragma once
// What positions gain and lose over a range of moves, as a picture: what a requirement by risk is
// the worst of, beside what another method asks.

#include <optional>
#include <string>
#include <vector>

#include "money/money.hpp"

namespace plimsoll::report {

/// One bar.
struct ChartPoint {
  std::string label;  // under the bar
  Money profit_and_loss;
  std::string told = {};  // what is said of it on hover; empty: its label
};

/// A move of the underlying as a label: "-15 %", "+2.4 %", of a fraction.
std::string move_text(double move);

/// A requirement, drawn as the loss it answers.
struct ChartLine {
  std::string label;
  Money requirement;
};

struct PointsChart {
  std::string title;
  std::vector<ChartPoint> points;  // at least one, in the order they are drawn
  std::size_t worst = 0;           // index into `points`
  std::vector<ChartLine> lines;
  // Of what profit and loss is shown, and which bar is red.
  std::string caption = "at each move of the underlying; the worst in red";
};

/// An SVG document, 720 wide and 400 high for each chart, readable on light and dark pages; the
/// same bytes for the same charts. At least one.
std::string points_charts_svg(const std::vector<PointsChart>& charts);

}  // namespace plimsoll::report
