#include "io/options_csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "io/csv.hpp"
#include "io/headings.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

constexpr std::size_t file_bytes_max = 1'000'000'000;

constexpr std::array<std::string_view, 7> needed{"spot",           "strike", "years",   "rate",
                                                 "dividend_yield", "is_put", "american"};

std::unexpected<Error> refused(std::string what) {
  return fail(Reason::bad_input, std::move(what));
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
    return std::nullopt;
  return number;
}

/// A cell as CSV again: between quotes where it must be.
std::string quoted(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{cell};
  std::string text = "\"";
  for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
  return text + '"';
}

Result<std::vector<RowDividend>> dividends_in(std::string_view cell) {
  std::vector<RowDividend> dividends;
  for (std::size_t at = 0; at <= cell.size() && !cell.empty();) {
    const std::size_t end = std::min(cell.find(';', at), cell.size());
    const std::string_view pair = cell.substr(at, end - at);
    const std::size_t colon = std::min(pair.find(':'), pair.size());
    const auto years = number_in(trimmed(pair.substr(0, colon)));
    const auto amount = number_in(trimmed(pair.substr(std::min(colon + 1, pair.size()))));
    if (!years || !amount)
      return refused("dividends \"" + shown(cell) +
                     "\" are not YEARS:AMOUNT, separated by semicolons; write them like "
                     "0.25:0.50;0.50:0.55, or leave the cell blank");
    if (dividends.size() == row_dividends_max)
      return refused("more than " + std::to_string(row_dividends_max) +
                     " dividends; write a dividend_yield for those far away");
    dividends.push_back({*years, *amount});
    at = end + 1;
  }
  return dividends;
}

class OptionsReader {
 public:
  OptionsReader(std::string_view text, const std::string& name) : reader_{text} {
    found_.name = name;
  }

  std::expected<OptionsCsv, std::vector<Error>> read() {
    CsvRow row;
    while (reader_.next(row) && row.is_blank()) continue;
    read_heading(row);
    if (!wrong_.empty()) return std::unexpected{std::move(wrong_)};
    while (reader_.next(row)) {
      if (row.is_blank()) continue;
      OptionRecord record{row.line, given(row), option(row)};
      if (!record.option) record.option.error().where = place(found_.name, row.line);
      found_.rows.push_back(std::move(record));
    }
    if (found_.rows.empty())
      return std::unexpected{std::vector<Error>{
          {Reason::bad_input, "there is no option below the heading; write one a row",
           found_.name}}};
    return std::move(found_);
  }

 private:
  void read_heading(const CsvRow& row) {
    const auto add = [&](std::string what) {
      wrong_.push_back({Reason::bad_input, std::move(what), place(found_.name, row.line)});
    };
    if (row.wrong != nullptr) return add(row.wrong);
    headings_ = Headings{row};
    for (const std::string_view field : row.fields) found_.columns.push_back(lower(trimmed(field)));
    while (!found_.columns.empty() && found_.columns.back().empty()) found_.columns.pop_back();
    const auto is_known = [](const std::string& name) {
      return std::ranges::find(option_columns, name) != option_columns.end();
    };
    const bool other_marks =
        found_.columns.size() == 1 && found_.columns[0].find_first_of(";\t") != std::string::npos;
    if (other_marks) return add("the columns are not parted by commas; write commas between them");
    if (std::ranges::none_of(found_.columns, is_known))
      return add("this row names no column; write above the options: " + all_columns());
    for (std::size_t i = 0; i < found_.columns.size(); ++i) {
      const std::string& name = found_.columns[i];
      const auto before = std::ranges::find(found_.columns, name) - found_.columns.begin();
      if (name.empty()) add("a column without a name; name it or remove it");
      else if (!is_known(name))
        add("the column \"" + shown(name) + "\" is unknown; the columns are: " + all_columns());
      else if (static_cast<std::size_t>(before) < i)
        add("the column \"" + name + "\" stands twice; remove one");
    }
    for (const std::string_view name : needed)
      if (!has(name)) add("the column \"" + std::string{name} + "\" is missing; add it");
    if (!has("volatility") && !has("price"))
      add("there is neither a column \"volatility\" nor \"price\"; add the one you have");
  }

  static std::string all_columns() {
    std::string all;
    for (const std::string_view name : option_columns)
      all += (all.empty() ? "" : ",") + std::string{name};
    return all;
  }

  bool has(std::string_view column) const {
    return std::ranges::find(found_.columns, column) != found_.columns.end();
  }

  std::string given(const CsvRow& row) const {
    std::string text;
    for (std::size_t i = 0; i < found_.columns.size(); ++i)
      text += (i == 0 ? "" : ",") + quoted(row.at(i));
    return text;
  }

  std::string_view cell(const CsvRow& row, std::string_view column) const {
    const auto found = std::ranges::find(found_.columns, column);
    if (found == found_.columns.end()) return {};
    return row.at(static_cast<std::size_t>(found - found_.columns.begin()));
  }

  Result<double> number(const CsvRow& row, std::string_view column) const {
    const std::string name{column};
    const std::string_view text = cell(row, column);
    if (text.empty()) return refused(name + " is blank; write a number");
    if (const auto number = number_in(text)) return *number;
    if (text.ends_with('%'))
      return refused(name + " \"" + shown(text) +
                     "\" is a percentage; write it as a fraction, like 0.05 for 5 %");
    return refused(name + " \"" + shown(text) +
                   "\" is not a number; write digits with at most one point, like 101.25");
  }

  Result<bool> flag(const CsvRow& row, std::string_view column, std::string_view yes,
                    std::string_view no) const {
    const std::string text = lower(cell(row, column));
    if (text == "1" || text == "true") return true;
    if (text == "0" || text == "false") return false;
    return refused(std::string{column} + (text.empty() ? " is blank" : " \"" + shown(text) + "\"") +
                   "; write 1 or true for " + std::string{yes} + ", 0 or false for " +
                   std::string{no});
  }

  std::string what_may_be_known() const {
    if (!has("price")) return "volatility is";
    return has("volatility") ? "volatility and price are both" : "price is";
  }

  /// Its volatility, or else its price.
  Result<void> read_known(const CsvRow& row, OptionRow& option) const {
    const bool by_volatility = !cell(row, "volatility").empty();
    const bool by_price = !cell(row, "price").empty();
    if (by_volatility && by_price)
      return refused("volatility and price are both filled; clear the one that is to be found");
    if (!by_volatility && !by_price)
      return refused(what_may_be_known() + " blank; write what is known of the option");
    PLIMSOLL_TRY(known, number(row, by_price ? "price" : "volatility"));
    (by_price ? option.price : option.volatility) = known;
    return {};
  }

  Result<OptionRow> option(const CsvRow& row) const {
    if (row.wrong != nullptr) return refused(row.wrong);
    PLIMSOLL_TRY_VOID(headings_.cover(row));
    OptionRow option;
    for (const auto& [column, member] :
         {std::pair{"spot", &OptionRow::spot}, std::pair{"strike", &OptionRow::strike},
          std::pair{"years", &OptionRow::years}, std::pair{"rate", &OptionRow::rate},
          std::pair{"dividend_yield", &OptionRow::dividend_yield}}) {
      PLIMSOLL_TRY(value, number(row, column));
      option.*member = value;
    }
    PLIMSOLL_TRY_VOID(read_known(row, option));
    PLIMSOLL_TRY(is_put, flag(row, "is_put", "a put", "a call"));
    PLIMSOLL_TRY(is_american, flag(row, "american", "American exercise", "European"));
    PLIMSOLL_TRY(dividends, dividends_in(cell(row, "dividends")));
    option.is_put = is_put;
    option.is_american = is_american;
    option.dividends = std::move(dividends);
    return option;
  }

  CsvReader reader_;
  Headings headings_;
  OptionsCsv found_;
  std::vector<Error> wrong_;
};

}  // namespace

std::expected<OptionsCsv, std::vector<Error>> read_options_csv(std::string_view bytes,
                                                               const std::string& name) {
  const auto text = text_of(bytes, name, file_bytes_max);
  if (!text) return std::unexpected{std::vector{text.error()}};
  return OptionsReader{*text, name}.read();
}

}  // namespace plimsoll::io
