#include "model/trade_text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "model/limits.hpp"
#include "model/osi.hpp"

namespace plimsoll {
namespace {

constexpr const char* example =
    "; write \"BUY 100 AAPL\" or \"SELL 2 AAPL 2027-01-15 250 C @ 12.35\"";

std::unexpected<Error> refuse(std::string_view text, const std::string& what) {
  return fail(Reason::bad_input, "\"" + std::string{text.substr(0, 80)} + "\": " + what + example);
}

std::string upper(std::string_view text) {
  std::string all{text};
  std::ranges::transform(all, all.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return all;
}

/// Words between blanks; "@12.35" is two.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : upper(text)) {
    if (c == ' ' || c == '\t') {
      end();
    } else if (c == '@') {
      end();
      words.emplace_back("@");
    } else {
      word += c;
    }
  }
  end();
  return words;
}

/// "AAPL 2027-01-15 250 C" as four words.
Result<InstrumentId> option_of(std::span<const std::string> words) {
  PLIMSOLL_TRY(expiry, parse_date(words[1]));
  PLIMSOLL_TRY(strike, parse_decimal(words[2]));
  const bool call = words[3] == "C" || words[3] == "CALL";
  const bool put = words[3] == "P" || words[3] == "PUT";
  if (!call && !put) return fail(Reason::bad_input, "\"" + words[3] + "\" is not C or P");
  constexpr std::size_t root_most = 6;
  constexpr std::int64_t thousandth = Decimal::scale / 1'000;
  if (words[0].size() > root_most || !(Decimal{} < strike) || Decimal{99'999} < strike ||
      strike.nano() % thousandth != 0)
    return fail(Reason::bad_input, "no listed option has this root and strike");
  // An option's symbol has two digits of the year.
  if (expiry < Date{2000y / January / 1} || Date{2099y / December / 31} < expiry)
    return fail(Reason::bad_input, "an option expires from 2000 to 2099");
  return osi_id({words[0], expiry, call ? Right::call : Right::put, strike});
}

Result<InstrumentId> symbol_of(std::span<const std::string> words) {
  if (words.size() == 1) return instrument_id(words[0]);
  if (words.size() == 2) return instrument_id(words[0] + " " + words[1]);  // padded OSI
  if (words.size() == 4) return option_of(words);
  return fail(Reason::bad_input, "it names no symbol");
}

}  // namespace

Result<TypedTrade> parse_trade(std::string_view text) {
  std::vector<std::string> words = words_of(text);
  TypedTrade trade;
  if (const auto at = std::ranges::find(words, "@"); at != words.end()) {
    if (words.end() - at != 2) return refuse(text, "after @ comes one price");
    const auto price = parse_decimal(words.back());
    if (!price) return refuse(text, price.error().what);
    if (price->is_negative() || limits::price_max < *price)
      return refuse(text, "the price is out of range");
    trade.price = *price;
    words.erase(at, words.end());
  }
  if (words.size() < 3 || (words[0] != "BUY" && words[0] != "SELL"))
    return refuse(text, "it is not a trade");
  const auto quantity = parse_quantity(words[1]);
  if (!quantity) return refuse(text, quantity.error().what);
  if (!(Quantity{} < *quantity) || limits::quantity_max < *quantity)
    return refuse(text, "the quantity is above zero and says how much is bought or sold");
  trade.quantity = words[0] == "SELL" ? -*quantity : *quantity;
  const auto symbol = symbol_of(std::span{words}.subspan(2));
  if (!symbol) return refuse(text, symbol.error().what);
  trade.symbol = *symbol;
  return trade;
}

}  // namespace plimsoll
