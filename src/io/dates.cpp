#include "io/dates.hpp"

#include <array>

#include "io/text.hpp"

namespace plimsoll::io {
namespace {

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> full_months{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A run of figures, a run of letters, or one other character.
struct Token {
  std::string_view text;
  int number = -1;  // of figures, at most eight
  int month = 0;    // of a month's name
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    Token token;
    if (is_digit(text[i])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      token.text = text.substr(i, end - i);
      if (token.text.size() <= 8) {
        token.number = 0;
        for (const char c : token.text) token.number = token.number * 10 + (c - '0');
      }
    } else {
      while (is_letter(text[i]) && end < text.size() && is_letter(text[end])) ++end;
      token.text = text.substr(i, end - i);
      for (std::size_t m = 0; m < months.size(); ++m)
        if (lower(token.text) == months[m] || lower(token.text) == full_months[m])
          token.month = static_cast<int>(m) + 1;
    }
    tokens.push_back(token);
    i = end;
  }
  return tokens;
}

std::optional<Date> calendar_day(int year, int month, int day) {
  if (year < 100) year += 2000;
  if (year < 1900 || year > 9999 || month < 1 || day < 1) return {};
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return {};
  return Date{date};
}

/// Reads a day from the tokens at `at` and moves past it.
class At {
 public:
  At(const std::vector<Token>& tokens, std::size_t& at) : tokens_{tokens}, at_{at} {}

  std::optional<Date> day() {
    const Token& first = token(0);
    if (first.text.size() == 8 && first.number >= 0)
      return found(
          1, calendar_day(first.number / 10'000, first.number / 100 % 100, first.number % 100));
    if (first.month != 0) return named();
    if (first.number < 0) return {};
    if (token(1).month != 0 && token(2).number >= 0)  // 20NOV26
      return found(3, calendar_day(token(2).number, token(1).month, first.number));
    const bool separated = (token(1).text == "/" || token(1).text == "-") &&
                           token(3).text == token(1).text && token(2).number >= 0 &&
                           token(4).number >= 0;
    if (!separated) return {};
    if (first.text.size() == 4)
      return found(5, calendar_day(first.number, token(2).number, token(4).number));
    return found(5, calendar_day(token(4).number, first.number, token(2).number));
  }

 private:
  /// "Nov-20-2026", "Nov 20, 2026", "November 20 2026".
  std::optional<Date> named() {
    std::size_t i = 1;
    const auto pass = [&](std::string_view characters) {
      while (token(i).text.size() == 1 && characters.find(token(i).text) != std::string_view::npos)
        ++i;
    };
    pass("- .");
    const int day = token(i).number;
    if (day < 0) return {};
    ++i;
    pass("-, ");
    const Token& year = token(i);
    if (year.text.size() != 4 || year.number < 0) return {};
    return found(i + 1, calendar_day(year.number, token(0).month, day));
  }

  const Token& token(std::size_t offset) const {
    return at_ + offset < tokens_.size() ? tokens_[at_ + offset] : none_;
  }
  std::optional<Date> found(std::size_t length, std::optional<Date> date) {
    if (date) at_ += length;
    return date;
  }

  const std::vector<Token>& tokens_;
  std::size_t& at_;
  Token none_;
};

}  // namespace

std::vector<Date> days_in(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  std::vector<Date> days;
  for (std::size_t at = 0; at < tokens.size();) {
    if (const auto day = At{tokens, at}.day()) days.push_back(*day);
    else ++at;
  }
  return days;
}

std::optional<Date> day_in(std::string_view text) {
  const auto days = days_in(text);
  if (days.empty()) return {};
  return days.front();
}

}  // namespace plimsoll::io
