#include "report/legs.hpp"

#include "model/osi.hpp"
#include "report/figures.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

std::string spoken(const InstrumentId& id) {
  const std::string_view symbol = id.view();
  if (looks_like_osi(symbol)) {
    if (const auto option = parse_osi(symbol))
      return option->root + " " + to_text(option->expiry) + " " + to_text(option->strike, 0) +
             (option->right == Right::call ? " C" : " P");
  }
  return printable(symbol);
}

std::string in_words(const std::vector<Leg>& legs) {
  std::string words;
  for (const Leg& leg : legs) {
    if (!words.empty()) words += ", ";
    words += leg.quantity.is_negative() ? "short " : "long ";
    words += quantity_text(abs(leg.quantity)) + " " + spoken(leg.id);
  }
  return words;
}

}  // namespace plimsoll::report
