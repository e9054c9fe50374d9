#include "io/symbols.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "io/dates.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// A one-word option taken apart.
struct Word {
  std::string root;
  std::string_view expiry, right, strike;
};

std::optional<Word> taken_apart(std::string_view text) {
  std::size_t strike = text.size();
  while (strike > 0 && (is_digit(text[strike - 1]) || text[strike - 1] == '.')) --strike;
  if (strike == text.size() || strike < 8) return {};
  const std::string_view right = text.substr(strike - 1, 1);
  if (lower(right) != "c" && lower(right) != "p") return {};
  const std::string_view expiry = text.substr(strike - 7, 6);
  if (!is_digits(expiry)) return {};
  const std::string_view root = trimmed(text.substr(0, strike - 7));
  if (root.empty() || is_digit(root.front())) return {};
  return Word{std::string{root}, expiry, right, text.substr(strike)};
}

/// Words between blanks; a root of two words ("BRK B") comes back as one.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    const std::size_t end = std::min(text.find(' ', i), text.size());
    words.emplace_back(text.substr(i, end - i));
    i = end;
  }
  if (words.size() == 5 && words[1].size() == 1) {
    words[0] += words[1];
    words.erase(words.begin() + 1);
  }
  return words;
}

std::optional<Right> right_of(std::string_view text) {
  const std::string word = lower(text);
  if (word == "c" || word == "call") return Right::call;
  if (word == "p" || word == "put") return Right::put;
  return {};
}

std::unexpected<Error> no_option(std::string_view text, std::string_view problem) {
  return fail(Reason::bad_input,
              "\"" + shown(text) + "\" is not an option: " + std::string{problem});
}

}  // namespace

Result<OsiSymbol> option_of(std::string_view root, Date expiry, std::string_view right,
                            Decimal strike) {
  std::string joined;
  for (const char c : upper(trimmed(root)))
    if (c != '/' && c != '.' && c != ' ') joined.push_back(c);
  const bool plain = std::ranges::all_of(joined, [](char c) { return is_upper(c) || is_digit(c); });
  if (joined.empty() || joined.size() > 6 || !plain || is_digits(joined))
    return no_option(root, "a root has one to six letters and digits");
  const auto side = right_of(right);
  if (!side) return no_option(right, "the right is C or P");
  constexpr std::int64_t thousandth = Decimal::scale / 1000;
  if (strike <= Decimal{} || strike >= Decimal{100'000} || strike.nano() % thousandth != 0)
    return no_option(to_text(strike, 0),
                     "a strike is above zero and below 100000, with at most three decimals");
  const std::chrono::year_month_day day{expiry};
  if (day.year() < std::chrono::year{2000} || day.year() > std::chrono::year{2099})
    return no_option(to_text(expiry), "an expiry is a day of this century");
  return OsiSymbol{joined, expiry, *side, strike};
}

bool is_option_word(std::string_view text) { return taken_apart(trimmed(text)).has_value(); }

Result<OsiSymbol> option_word(std::string_view text) {
  const auto word = taken_apart(trimmed(text));
  if (!word) return no_option(text, "write it like AAPL270115C00250000");
  const auto two = [&](std::size_t i) { return std::string{word->expiry.substr(i, 2)}; };
  const auto expiry = parse_date("20" + two(0) + "-" + two(2) + "-" + two(4));
  if (!expiry) return no_option(text, "its expiry is no day of the calendar");
  PLIMSOLL_TRY(strike, parse_decimal(word->strike));
  const bool in_thousandths = word->strike.size() == 8 && is_digits(word->strike);
  return option_of(word->root, *expiry, word->right,
                   in_thousandths ? divide(strike, Decimal{1000}, Round::half_even) : strike);
}

bool is_option_phrase(std::string_view text) {
  const auto words = words_of(trimmed(text));
  return words.size() == 4 && right_of(words[3]) && day_in(words[1]) &&
         std::ranges::any_of(words[2], is_digit);
}

Result<OsiSymbol> option_phrase(std::string_view text) {
  const auto words = words_of(trimmed(text));
  if (words.size() != 4) return no_option(text, "write it like AAPL270115C00250000");
  const auto expiry = day_in(words[1]);
  if (!expiry) return no_option(text, "its expiry is no day of the calendar");
  PLIMSOLL_TRY(strike, parse_decimal(words[2]));
  return option_of(words[0], *expiry, words[3], strike);
}

std::string share_symbol(std::string_view text) {
  std::string symbol = upper(trimmed(text));
  const std::size_t n = symbol.size();
  const auto is_mark = [](char c) { return c == '/' || c == '.' || c == ' '; };
  if (n >= 3 && n <= 7 && is_mark(symbol[n - 2]) && is_upper(symbol[n - 1]) &&
      std::ranges::all_of(symbol.substr(0, n - 2), is_upper))
    symbol.erase(n - 2, 1);
  return symbol;
}

bool is_cusip(std::string_view text) {
  if (text.size() != 9 || !is_digit(text[8])) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const char c = text[i];
    if (!is_digit(c) && !is_upper(c)) return false;
    int value = is_digit(c) ? c - '0' : c - 'A' + 10;
    if (i % 2 == 1) value *= 2;
    sum += value / 10 + value % 10;
  }
  return (10 - sum % 10) % 10 == text[8] - '0';
}

}  // namespace plimsoll::io
