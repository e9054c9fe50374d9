#include "market/clearing/contract_text.hpp"

#include "market/clearing/outline.hpp"

namespace plimsoll::clearing {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (begin < end) words.push_back(text.substr(begin, end - begin));
    text.remove_prefix(end);
  }
  return words;
}

std::unexpected<Error> refuse(std::string_view text, const std::string& why) {
  return fail(
      Reason::bad_input,
      "\"" + std::string{text.substr(0, 60)} + "\" names no contract" + why +
          "; write \"ZZ 202512\", \"OZ 202512 C 3650\" or \"OZ 202511W1 P 3500 on 202512\"");
}

Result<Month> month_of(std::string_view text) {
  PLIMSOLL_TRY(filter, contract_filter("", std::string{text}));
  return filter.month;
}

}  // namespace

Result<Instrument> contract_named(std::string_view text) {
  const auto words = words_of(text);
  const bool on_a_future = words.size() == 6 && words[4] == "on";
  if (words.size() != 2 && words.size() != 4 && !on_a_future) return refuse(text, "");
  if (!InstrumentId::fits(text) || !Code::fits(words[0])) return refuse(text, ": it is too long");
  const InstrumentId id{text};
  const auto month = month_of(words[1]);
  if (!month) return refuse(text, ": " + month.error().what);
  Future future{.id = id, .product = Code{words[0]}, .exchange = {}, .month = *month};
  if (words.size() == 2) return future;
  if (words[2] != "C" && words[2] != "P") return refuse(text, ": an option is C or P");
  const auto strike = parse_decimal(words[3]);
  if (!strike) return refuse(text, ": its strike is no number");
  future.month = {};
  if (on_a_future) {
    const auto of_future = month_of(words[5]);
    if (!of_future) return refuse(text, ": " + of_future.error().what);
    future.month = *of_future;
  }
  return FutureOption{.id = id,
                      .future = future,
                      .option_month = *month,
                      .right = words[2] == "C" ? Right::call : Right::put,
                      .strike = {*strike, usd}};
}

}  // namespace plimsoll::clearing
