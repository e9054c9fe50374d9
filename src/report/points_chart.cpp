#include "report/points_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>

#include "base/check.hpp"
#include "report/figures.hpp"

namespace plimsoll::report {
namespace {

constexpr double width = 720, height = 400;
constexpr double left = 96, right = 16, top = 44, bottom = 56;

std::string number(double value) {
  std::array<char, 32> text;
  const int length = std::snprintf(text.data(), text.size(), "%.1f", value);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (static_cast<unsigned char>(c) >= ' ') out += c;
  }
  return out;
}

/// Whole units of the currency, with separators: a chart is looked at, not added up.
std::string axis_text(double amount, Currency currency) {
  std::string text =
      equity_text({Decimal{static_cast<std::int64_t>(std::llround(amount))}, currency});
  return text.substr(0, text.find('.'));
}

/// 1, 2 or 5 times a power of ten: what an axis is divided by into four to eight parts.
double step_of(double span) {
  const double rough = span / 6;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0})
    if (times * power >= rough) return times * power;
  return 10 * power;
}

/// From dollars to the page.
class Scale {
 public:
  explicit Scale(const PointsChart& chart) {
    for (const ChartPoint& point : chart.points) include(to_double(point.profit_and_loss.amount));
    for (const ChartLine& line : chart.lines) include(-to_double(line.requirement.amount));
    if (high_ - low_ < 1) high_ = low_ + 1;
    step_ = step_of(high_ - low_);
    low_ = step_ * std::floor(low_ / step_);
    high_ = step_ * std::ceil(high_ / step_);
  }
  double y(double amount) const {
    return top + (height - top - bottom) * (high_ - amount) / (high_ - low_);
  }
  double low() const { return low_; }
  double high() const { return high_; }
  double step() const { return step_; }

 private:
  void include(double amount) {
    low_ = std::min(low_, amount);
    high_ = std::max(high_, amount);
  }
  double low_ = 0, high_ = 0, step_ = 1;
};

std::string text_at(double x, double y, const std::string& style, const std::string& text) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" class=\"" + style + "\">" +
         escaped(text) + "</text>\n";
}

std::string line_at(double y, const std::string& style) {
  return "<line x1=\"" + number(left) + "\" x2=\"" + number(width - right) + "\" y1=\"" +
         number(y) + "\" y2=\"" + number(y) + "\" class=\"" + style + "\"/>\n";
}

std::string axis(const Scale& scale, Currency currency) {
  std::string out;
  // By index, so that no rounding adds up.
  const auto steps = static_cast<int>(std::lround((scale.high() - scale.low()) / scale.step()));
  for (int i = 0; i <= steps; ++i) {
    const double amount = scale.low() + i * scale.step();
    out +=
        line_at(scale.y(amount), i != 0 && std::abs(amount) < 0.5 * scale.step() ? "zero" : "grid");
    out += text_at(left - 8, scale.y(amount) + 4, "amount", axis_text(amount, currency));
  }
  return out;
}

std::string bars(const PointsChart& chart, const Scale& scale) {
  std::string out;
  const double room = (width - left - right) / static_cast<double>(chart.points.size());
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ChartPoint& point = chart.points[i];
    const double amount = to_double(point.profit_and_loss.amount);
    const double middle = left + room * (static_cast<double>(i) + 0.5);
    const double high = scale.y(std::max(amount, 0.0)), low = scale.y(std::min(amount, 0.0));
    const std::string kind = i == chart.worst ? "worst" : amount < 0 ? "loss" : "gain";
    out += "<rect x=\"" + number(middle - 0.36 * room) + "\" y=\"" + number(high) + "\" width=\"" +
           number(0.72 * room) + "\" height=\"" + number(std::max(low - high, 0.5)) +
           "\" class=\"" + kind + "\"><title>" +
           escaped((point.told.empty() ? point.label : point.told) + ": " +
                   excess_text(point.profit_and_loss)) +
           "</title></rect>\n";
    out += text_at(middle, height - bottom + 20, "move", point.label);
  }
  return out;
}

constexpr const char* style =
    "<style>\n"
    "text{font:12px sans-serif;fill:#57606a}.title{font:bold 15px sans-serif}\n"
    ".amount{text-anchor:end}.move{text-anchor:middle}\n"
    ".grid{stroke:#8c959f;stroke-opacity:.25}.zero{stroke:#57606a}\n"
    ".gain{fill:#2da44e}.loss{fill:#d4a72c}.worst{fill:#cf222e}\n"
    ".line0{stroke:#cf222e;stroke-dasharray:6 3}.line1{stroke:#0969da;stroke-dasharray:6 3}\n"
    ".line2{stroke:#8250df;stroke-dasharray:6 3}\n"
    "</style>\n";

double line_height(const ChartLine& line, const Scale& scale) {
  return scale.y(-to_double(line.requirement.amount));
}

/// Just above its line, and below the label of the line above where two lie close.
std::vector<double> label_heights(const std::vector<ChartLine>& lines, const Scale& scale) {
  std::vector<std::size_t> from_above(lines.size());
  std::iota(from_above.begin(), from_above.end(), 0);
  std::ranges::stable_sort(from_above, {},
                           [&](std::size_t i) { return line_height(lines[i], scale); });
  std::vector<double> heights(lines.size());
  double free_from = 0;
  for (const std::size_t i : from_above) {
    heights[i] = std::max(line_height(lines[i], scale) - 5, free_from);
    free_from = heights[i] + 14;
  }
  return heights;
}

std::string drawn(const PointsChart& chart) {
  PLIMSOLL_CHECK(!chart.points.empty() && chart.worst < chart.points.size());
  const Scale scale{chart};
  const Currency currency = chart.points.front().profit_and_loss.currency;
  std::string out = text_at(left, 24, "title", chart.title);
  out += axis(scale, currency);
  out += bars(chart, scale);
  // Where no deep bar is behind it.
  const bool on_right = 2 * chart.worst < chart.points.size();
  const auto labels = label_heights(chart.lines, scale);
  for (std::size_t i = 0; i < chart.lines.size(); ++i) {
    const ChartLine& line = chart.lines[i];
    out += line_at(line_height(line, scale), "line" + std::to_string(i % 3));
    out +=
        text_at(on_right ? width - right - 6 : left + 6, labels[i], on_right ? "amount" : "label",
                line.label + " " + requirement_text(line.requirement));
  }
  return out + text_at(left, height - 10, "label",
                       "profit and loss in " + std::string{currency.code()} + " " + chart.caption);
}

}  // namespace

std::string move_text(double move) {
  std::array<char, 32> text;
  const int length = std::snprintf(text.data(), text.size(), "%+.4g %%", 100 * move);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string points_charts_svg(const std::vector<PointsChart>& charts) {
  PLIMSOLL_CHECK(!charts.empty());
  const std::string size =
      number(width) + " " + number(height * static_cast<double>(charts.size()));
  std::string out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" role=\"img\">\n";
  out += "<title>" + escaped(charts.front().title) + "</title>\n" + style;
  for (std::size_t i = 0; i < charts.size(); ++i)
    out += "<g transform=\"translate(0 " + number(height * static_cast<double>(i)) + ")\">\n" +
           drawn(charts[i]) + "</g>\n";
  return out + "</svg>\n";
}

}  // namespace plimsoll::report
