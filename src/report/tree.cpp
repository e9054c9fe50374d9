#include "report/tree.hpp"

#include <algorithm>

#include "model/osi.hpp"
#include "report/figures.hpp"
#include "report/legs.hpp"

namespace plimsoll::report {
namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t name_width_min = 46;
constexpr std::size_t name_width_max = 66;
constexpr std::string_view governs_mark = "<- governs";
constexpr std::size_t figure_width_min = 16;

std::string subject_of(const Amount& amount) {
  return looks_like_osi(amount.subject) && InstrumentId::fits(amount.subject)
             ? spoken(InstrumentId{amount.subject})
             : printable(amount.subject);
}

/// What stands before a figure. A subject that would push every figure off the screen goes below.
struct Name {
  std::string text;
  std::string below;
};

/// "200 x 250.00", "200 x (740.00 - 662.00)", "10,000 x 98.70 / 100".
std::string product_text(const Product& product) {
  std::string each = price_text(product.price);
  if (product.less) each = "(" + each + " - " + price_text(*product.less) + ")";
  if (product.per != Decimal{1}) each += " / " + to_text(product.per, 0);
  return quantity_text(product.quantity) + " x " + each;
}

/// "25% x 3"; and where that was capped, at what.
std::string raised_text(const Raised& raised, Percent reached) {
  std::string text = "(" + to_text(raised.from) + " x " + to_text(raised.times, 0);
  if (reached.fraction < multiply(raised.from.fraction, raised.times, Round::away_from_zero))
    text += ", at most " + to_text(reached);
  return text + ")";
}

Name name_of(const Amount& amount, std::size_t depth) {
  std::string text(depth * indent, ' ');
  text += amount.rate ? to_text(*amount.rate) + " of" : std::string{amount.label.text()};
  if (amount.product) text += "  " + product_text(*amount.product);
  if (amount.raised && amount.rate) text += "  " + raised_text(*amount.raised, *amount.rate);
  if (amount.subject.empty()) return {text, ""};
  std::string subject = subject_of(amount);
  if (width_of(text) + 2 + width_of(subject) > name_width_max) return {text, std::move(subject)};
  return {text + "  " + subject, ""};
}

std::string figure_text(const Amount& amount) {
  return exact_text(amount.money) + " " + std::string{amount.money.currency.code()};
}

struct Widths {
  std::size_t name = name_width_min;
  std::size_t figure = figure_width_min;
};

void measure(const Amount& amount, std::size_t depth, Widths& widths) {
  widths.name = std::max(widths.name, width_of(name_of(amount, depth).text));
  widths.figure = std::max(widths.figure, width_of(figure_text(amount)) + 1);
  for (const Amount& part : amount.parts) measure(part, depth + 1, widths);
}

std::string law_of(const Amount& amount, const Citation* above) {
  if (amount.law == nullptr) return "";
  std::string law;
  if (!amount.rate || amount.law != above) {
    law = std::string{amount.law->source.text()};
    if (!amount.law->paragraph.empty()) law += " " + std::string{amount.law->paragraph.text()};
  }
  if (amount.since) {
    const bool known = amount.first_day == FirstDay::known;
    law += (law.empty() ? "" : ", ") + std::string{known ? "since " : "at least since "} +
           to_text(*amount.since);
  }
  return law.empty() ? "" : "[" + law + "]";
}

class Tree {
 public:
  Tree(const Widths& widths, const Paper& paper) : widths_{widths}, paper_{paper} {}

  void write(const Amount& amount, std::size_t depth, bool governs, const Citation* above) {
    auto [line, below] = name_of(amount, depth);
    line.append(widths_.name - width_of(line), ' ');
    const std::string figure = figure_text(amount);
    line.append(widths_.figure - width_of(figure), ' ');
    out_ += line + inked(figure, depth == 0 ? Emphasis::strong : Emphasis::none, paper_.ink);
    std::size_t width = width_of(line) + width_of(figure);
    if (governs) {
      out_ += "   " + inked(governs_mark, Emphasis::strong, paper_.ink);
      width += 3 + width_of(governs_mark);
    }
    std::string law = law_of(amount, above);
    if (!law.empty() && width + 3 + width_of(law) <= paper_.width) {
      out_ += "   " + inked(law, Emphasis::dim, paper_.ink);
      law.clear();
    }
    out_ += "\n";
    write_below(amount, std::string((depth + 1) * indent, ' '), below, law);
    const Citation* known = amount.law != nullptr ? amount.law : above;
    for (std::size_t i = 0; i < amount.parts.size(); ++i)
      write(amount.parts[i], depth + 1, amount.governs == i, known);
  }

  std::string text() && { return std::move(out_); }

 private:
  /// What did not fit beside the figure, and the line of code.
  void write_below(const Amount& amount, const std::string& margin, const std::string& subject,
                   const std::string& law) {
    if (!subject.empty()) out_ += item(margin, subject, std::max(paper_.width, margin.size() + 40));
    std::string place = law;
    if (amount.where.line != 0)
      place += std::string{place.empty() ? "" : " "} + "at " +
               std::string{amount.where.file.text()} + ":" + std::to_string(amount.where.line);
    if (!place.empty()) out_ += margin + inked(place, Emphasis::dim, paper_.ink) + "\n";
  }

  Widths widths_;
  Paper paper_;
  std::string out_;
};

}  // namespace

std::string tree(const Amount& amount, const Paper& paper) {
  Widths widths;
  measure(amount, 0, widths);
  Tree tree{widths, paper};
  tree.write(amount, 0, false, nullptr);
  return std::move(tree).text();
}

}  // namespace plimsoll::report
