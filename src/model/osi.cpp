#include "model/osi.hpp"

#include <algorithm>
#include <cstdio>

namespace plimsoll {
namespace {

constexpr std::size_t root_length_max = 6;
constexpr std::size_t tail_length = 15;  // yymmdd, C or P, eight digits

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// How many characters at the end of `text` satisfy `wanted`.
template <class Predicate>
constexpr std::size_t count_at_end(std::string_view text, Predicate wanted) {
  std::size_t count = 0;
  while (count < text.size() && wanted(text[text.size() - 1 - count])) ++count;
  return count;
}

constexpr int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// Listed options carry two digits of the year; all of them expire in this century.
constexpr std::chrono::year_month_day expiry_of(std::string_view six_digits) {
  return {std::chrono::year{2000 + number(six_digits.substr(0, 2))},
          std::chrono::month{static_cast<unsigned>(number(six_digits.substr(2, 2)))},
          std::chrono::day{static_cast<unsigned>(number(six_digits.substr(4, 2)))}};
}

/// Whether the last 15 characters are an option's but for two typing errors at most.
constexpr bool nearly_a_tail(std::string_view text) {
  if (text.size() < tail_length) return false;
  const std::string_view tail = text.substr(text.size() - tail_length);
  const bool right_stands = tail[6] == 'C' || tail[6] == 'P';
  const auto digits = std::ranges::count_if(tail, is_digit);
  return digits + (right_stands ? 1 : 0) + 2 >= static_cast<std::ptrdiff_t>(tail_length);
}

std::unexpected<Error> malformed(std::string_view text, std::string_view problem) {
  return fail(Reason::bad_input,
              "\"" + std::string{text.substr(0, 40)} +
                  "\" is not an option symbol: " + std::string{problem} +
                  "; write root, yymmdd, C or P, and the strike in thousandths as eight digits, "
                  "like AAPL270115C00250000");
}

/// What is wrong with the root and its padding, or nothing.
std::string_view root_problem(std::string_view padded, std::string_view root) {
  if (root.empty()) return "it has no root";
  if (root.size() > root_length_max) return "its root has more than six characters";
  if (padded.size() > root_length_max && padded.size() != root.size())
    return "its root is padded to more than six characters";
  // A root may begin with a digit (FLEX options do), but not be a number.
  if (!std::ranges::all_of(root, [](char c) { return is_upper(c) || is_digit(c); }) ||
      std::ranges::all_of(root, is_digit))
    return "its root is not upper-case letters and digits";
  return {};
}

}  // namespace

bool looks_like_osi(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 8) return false;
  if (nearly_a_tail(text)) return true;
  const std::size_t strike_length =
      count_at_end(text, [](char c) { return is_digit(c) || c == '.'; });
  text.remove_suffix(strike_length);
  if (strike_length == 0 || text.empty() || !is_letter(text.back())) return false;
  const char right = text.back();
  text.remove_suffix(1);
  const std::size_t date_length = count_at_end(text, is_digit);
  // A long strike leaves no doubt what was meant, whatever else is wrong with it.
  if (strike_length >= 6) return date_length >= 5;
  // A short one ("AAPL270115C250", as some brokers write) may also end a bond's ISIN, so there the
  // rest must fit.
  if (date_length < 6 || date_length == text.size()) return false;
  const bool names_right = right == 'C' || right == 'P' || right == 'c' || right == 'p';
  return names_right && expiry_of(text.substr(text.size() - 6)).ok();
}

Result<OsiSymbol> parse_osi(std::string_view text) {
  const std::string_view symbol = trimmed(text);
  const auto refused = [&](std::string_view problem) { return malformed(symbol, problem); };
  const std::size_t strike_length = count_at_end(symbol, is_digit);
  if (strike_length != 8) return refused("its strike is not eight digits");
  if (symbol.size() < tail_length) return refused("it is too short");
  const std::string_view tail = symbol.substr(symbol.size() - tail_length);
  if (tail[6] != 'C' && tail[6] != 'P') return refused("the right is neither C nor P");
  if (!std::ranges::all_of(tail.substr(0, 6), is_digit))
    return refused("its expiry is not six digits");
  const std::string_view padded = symbol.substr(0, symbol.size() - tail_length);
  const std::string_view root = trimmed(padded);
  if (const std::string_view problem = root_problem(padded, root); !problem.empty())
    return refused(problem);
  const std::chrono::year_month_day expiry = expiry_of(tail);
  if (!expiry.month().ok()) return refused("there is no month " + std::string{tail.substr(2, 2)});
  if (!expiry.ok()) return refused("that month has no day " + std::string{tail.substr(4, 2)});
  const Decimal strike =
      Decimal::from_nano(Int128{number(tail.substr(7))} * (Decimal::scale / 1000));
  if (strike.is_zero()) return refused("its strike is zero");
  return OsiSymbol{std::string{root}, Date{expiry}, tail[6] == 'P' ? Right::put : Right::call,
                   strike};
}

InstrumentId osi_id(const OsiSymbol& symbol) {
  const std::chrono::year_month_day expiry{symbol.expiry};
  const int year = static_cast<int>(expiry.year()) - 2000;
  const Int128 thousandth = Decimal::scale / 1000;
  const Int128 thousandths = symbol.strike.nano() / thousandth;
  PLIMSOLL_CHECK(!symbol.root.empty() && symbol.root.size() <= root_length_max);
  PLIMSOLL_CHECK(year >= 0 && year <= 99);
  PLIMSOLL_CHECK(symbol.strike.nano() % thousandth == 0);
  PLIMSOLL_CHECK(thousandths > 0 && thousandths <= 99'999'999);
  char text[64];
  const int length =
      std::snprintf(text, sizeof text, "%-6s%02d%02u%02u%c%08lld", symbol.root.c_str(), year,
                    static_cast<unsigned>(expiry.month()), static_cast<unsigned>(expiry.day()),
                    symbol.right == Right::put ? 'P' : 'C', static_cast<long long>(thousandths));
  return InstrumentId{std::string_view{text, static_cast<std::size_t>(length)}};
}

Result<InstrumentId> instrument_id(std::string_view symbol) {
  const std::string_view text = trimmed(symbol);
  if (text.empty())
    return fail(Reason::bad_input, "the symbol is blank; write a ticker or an option symbol");
  const bool plain = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
  const bool control = std::ranges::any_of(
      text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
  if (control)
    return fail(Reason::bad_input,
                "the symbol has a control character in it, a tab or a line break perhaps; take it "
                "out");
  if (!plain)
    return fail(Reason::bad_input,
                "the symbol has a character that is not plain ASCII; write letters, digits and "
                "punctuation only");
  if (looks_like_osi(text)) {
    PLIMSOLL_TRY(option, parse_osi(text));
    return osi_id(option);
  }
  if (!InstrumentId::fits(text))
    return fail(Reason::bad_input, "the symbol \"" + std::string{text.substr(0, 40)} +
                                       "\" has more than 32 characters; write a ticker or an "
                                       "option symbol");
  return InstrumentId{text};
}

}  // namespace plimsoll
