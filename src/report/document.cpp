#include "report/document.hpp"

#include <algorithm>
#include <cctype>

#include "report/house_section.hpp"
#include "report/partial.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

constexpr std::size_t digits_shown = 4;

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// The rulebook a result was read from, in words.
std::string method_text(const MethodResult& result) {
  const auto rules = std::visit([](const auto& answer) { return answer.rules; }, result.answer);
  return title_of(result) + (rules ? ", rulebook of " + to_text(*rules) : "");
}

DataSource of_rates(std::string what, const RateSource& about) {
  return {.what = std::move(what),
          .title = about.title,
          .source = about.source,
          .retrieved = about.retrieved,
          .in_force = about.effective_from,
          .grade = std::string{name_of(about.grade)},
          .file = about.file};
}

}  // namespace

std::string redacted(std::string_view account) {
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(account, is_digit));
  std::string text{account};
  if (digits <= digits_shown) return text;
  std::size_t shown = 0;
  for (std::size_t end = text.size(); end > 0;) {
    // A word at a time: letters belong to a number only where digits stand with them.
    std::size_t begin = end;
    while (begin > 0 && text[begin - 1] != ' ') --begin;
    const bool number = std::any_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                    text.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
    for (std::size_t i = end; number && i > begin; --i) {
      char& c = text[i - 1];
      if (is_digit(c) && shown < digits_shown) ++shown;
      else if (is_word(c)) c = 'x';
    }
    end = begin == 0 ? 0 : begin - 1;
  }
  return text;
}

std::string without_number(std::string text, std::string_view account) {
  const std::string hidden = redacted(account);
  if (hidden == account) return text;
  for (std::size_t at = text.find(account); at != std::string::npos;
       at = text.find(account, at + hidden.size()))
    text.replace(at, account.size(), hidden);
  return text;
}

std::string document_head(std::string_view title, const DocumentSources& sources,
                          const Paper& paper) {
  const MarginReport& margin = sources.analysis.margin;
  std::string methods;
  for (const MethodResult& result : margin.results)
    methods += (methods.empty() ? "" : "; ") + method_text(result);
  std::string out = section_heading(title, {paper.ink, paper.width, 1}) + "\n";
  out += item("- ", "account: " + printable(redacted(margin.account)), paper);
  out += item("- ", "as of: " + to_text(margin.as_of), paper);
  out += item("- ", "method: " + printable(methods), paper);
  out += item("- ", "currency: " + std::string{margin.currency.code()}, paper);
  out += item("- ",
              "an estimate, made from the inputs at its end: the broker's own figures govern, and "
              "nothing here is advice",
              paper);
  const std::string partial = partial_notice(margin, paper);
  return partial.empty() ? out : out + "\n" + partial;
}

std::string document_end(const DocumentSources& sources, const Paper& paper) {
  Table table{.columns = {{"input"}, {"value"}}, .rows = {}};
  for (const DocumentInput& input : sources.inputs)
    table.rows.push_back({.cells = {input.name, printable(input.value)}});
  return "\n" + section_heading("Inputs", paper) + "\n" + table_text(table, paper);
}

std::string not_answered(std::string_view member, const Error& error, const Paper& paper) {
  return "\n" + section_heading(member, paper) + "\n" +
         item("- ", printable(unanswered_text(error)), paper);
}

std::vector<DataSource> data_sources(const DocumentSources& sources) {
  std::vector<DataSource> all;
  for (const House& house : sources.houses)
    if (house)
      all.push_back({.what = "house rules",
                     .title = house->title,
                     .source = house->source,
                     .retrieved = house->retrieved,
                     .in_force = house->effective_from,
                     .grade = std::string{name_of(house->grade)},
                     .file = house->file});
  all.insert(all.end(), sources.packs.begin(), sources.packs.end());
  for (const RateSchedule& schedule : sources.schedules)
    all.push_back(of_rates("rate schedule", schedule.about));
  for (const RatePath& path : sources.paths) all.push_back(of_rates("rate path", path.about));
  return all;
}

std::string_view name_of(Grade grade) {
  switch (grade) {
    case Grade::text_read:
      return "text read";
    case Grade::secondary:
      return "secondary";
    case Grade::recalled:
      return "recalled";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

Paper below(const Paper& paper) { return {paper.ink, paper.width, paper.depth + 1}; }

}  // namespace plimsoll::report
