#include "io/option_words.hpp"

#include <array>
#include <string>
#include <vector>

#include "io/dates.hpp"
#include "io/numbers.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t", i);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    i = end;
  }
  return words;
}

std::optional<Right> right_in(std::string_view word) {
  const std::string plain = lower(word);
  if (plain == "call" || plain == "c") return Right::call;
  if (plain == "put" || plain == "p") return Right::put;
  return {};
}

/// A plain amount, "$9.50" or "175"; nothing for a word that is none.
std::optional<Decimal> amount_of(std::string_view word) {
  const auto amount = amount_in(word);
  return amount ? *amount : std::nullopt;
}

/// "JAN 15 27": the year of two figures that dates.hpp leaves alone.
std::optional<Date> short_year(const std::vector<std::string_view>& words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (words[i].size() != 3 || words[i + 1].size() > 2 || words[i + 2].size() != 2) continue;
    if (!is_digits(words[i + 1]) || !is_digits(words[i + 2])) continue;
    const std::string whole = std::string{words[i]} + " " + std::string{words[i + 1]} + ", 20" +
                              std::string{words[i + 2]};
    if (const auto day = day_in(whole)) return day;
  }
  return {};
}

/// Descriptions print a strike of three places, as splits leave them, in cents.
constexpr Decimal description_rounding = 0.005_d;

std::string_view word_of(Right right) { return right == Right::call ? "a call" : "a put"; }

std::unexpected<Error> contradicts(const std::string& described, const std::string& symbol) {
  return fail(Reason::bad_input, "the description says " + described + " and the symbol " + symbol +
                                     "; correct the one that is wrong, or export the file again");
}

}  // namespace

OptionWords option_words(std::string_view description) {
  const std::vector<std::string_view> words = words_of(description);
  OptionWords said;
  if (words.empty()) return said;
  // At the ends only: a company may be called Call.
  const auto first = words.front().size() > 1 ? right_in(words.front()) : std::nullopt;
  const auto last = right_in(words.back());
  said.right = first ? first : last;
  said.expiry = short_year(words);
  if (!said.expiry) said.expiry = day_in(description);
  for (const std::string_view word : words)
    if (word.starts_with('$')) said.strike = amount_of(word);
  if (!said.strike && last && !first && words.size() > 2)
    said.strike = amount_of(words[words.size() - 2]);
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i].starts_with('(') && lower(words[i + 1]).starts_with("sh"))
      said.shares = amount_of(words[i].substr(1));
  return said;
}

Result<void> described_alike(std::string_view description, const OsiSymbol& symbol,
                             std::optional<Decimal> shares) {
  const OptionWords said = option_words(description);
  if (said.right && *said.right != symbol.right)
    return contradicts(std::string{word_of(*said.right)}, std::string{word_of(symbol.right)});
  if (said.strike && abs(*said.strike - symbol.strike) > description_rounding)
    return contradicts("strike " + to_text(*said.strike, 2), to_text(symbol.strike, 2));
  if (said.expiry && *said.expiry != symbol.expiry)
    return contradicts("expiry " + to_text(*said.expiry), to_text(symbol.expiry));
  if (said.shares && shares && *said.shares != *shares)
    return fail(Reason::bad_input,
                "the description says " + to_text(*said.shares, 0) +
                    " shares a contract, and the symbol is of " + to_text(*shares, 0) +
                    "; describe the contract in an account document (instruments, multiplier)");
  return {};
}

}  // namespace plimsoll::io
