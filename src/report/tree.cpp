#include "report/tree.hpp"

#include <algorithm>

#include "model/osi.hpp"
#include "report/legs.hpp"

namespace plimsoll::report {
namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t name_width_min = 50;
constexpr std::size_t name_width_max = 66;
constexpr std::size_t subject_width = 90;  // of the lines a long subject is put on instead
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

Name name_of(const Amount& amount, std::size_t depth) {
  std::string text(depth * indent, ' ');
  text += amount.rate ? to_text(*amount.rate) + " of" : std::string{amount.label.text()};
  if (amount.subject.empty()) return {text, ""};
  std::string subject = subject_of(amount);
  if (width_of(text) + 2 + width_of(subject) > name_width_max) return {text, std::move(subject)};
  return {text + "  " + subject, ""};
}

struct Widths {
  std::size_t name = name_width_min;
  std::size_t figure = figure_width_min;
};

void measure(const Amount& amount, std::size_t depth, Widths& widths) {
  widths.name = std::max(widths.name, width_of(name_of(amount, depth).text));
  widths.figure = std::max(widths.figure, width_of(to_text(amount.money)) + 1);
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
  Tree(const Widths& widths, Ink ink) : widths_{widths}, ink_{ink} {}

  void write(const Amount& amount, std::size_t depth, bool governs, const Citation* above) {
    auto [line, below] = name_of(amount, depth);
    line.append(widths_.name - width_of(line), ' ');
    const std::string figure = to_text(amount.money);
    line.append(widths_.figure - width_of(figure), ' ');
    out_ += line + inked(figure, depth == 0 ? Emphasis::strong : Emphasis::none, ink_);
    if (governs) out_ += "   " + inked("<- governs", Emphasis::strong, ink_);
    if (const std::string law = law_of(amount, above); !law.empty())
      out_ += "   " + inked(law, Emphasis::dim, ink_);
    out_ += "\n";
    const std::string margin((depth + 1) * indent, ' ');
    if (!below.empty()) out_ += item(margin, below, margin.size() + subject_width);
    if (amount.where.line != 0)
      out_ += margin +
              inked("at " + std::string{amount.where.file.text()} + ":" +
                        std::to_string(amount.where.line),
                    Emphasis::dim, ink_) +
              "\n";
    const Citation* law = amount.law != nullptr ? amount.law : above;
    for (std::size_t i = 0; i < amount.parts.size(); ++i)
      write(amount.parts[i], depth + 1, amount.governs == i, law);
  }

  std::string text() && { return std::move(out_); }

 private:
  Widths widths_;
  Ink ink_;
  std::string out_;
};

}  // namespace

std::string tree(const Amount& amount, Ink ink) {
  Widths widths;
  measure(amount, 0, widths);
  Tree tree{widths, ink};
  tree.write(amount, 0, false, nullptr);
  return std::move(tree).text();
}

}  // namespace plimsoll::report
