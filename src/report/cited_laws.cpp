#include "report/cited_laws.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace plimsoll::report {
namespace {

/// One rule is one whatever object says it: source, paragraph, gist, reading.
using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;
struct Rate {
  std::optional<Date> since;
  Decimal fraction;
  FirstDay first_day = FirstDay::known;
  auto operator<=>(const Rate& other) const {
    return std::tie(since, fraction) <=> std::tie(other.since, other.fraction);
  }
  bool operator==(const Rate& other) const = default;
};
struct Found {
  const Citation* law = nullptr;
  std::set<Rate> rates = {};
};

void gather(const Amount& amount, std::map<Key, Found>& found) {
  if (amount.law != nullptr) {
    const Citation& law = *amount.law;
    Found& one =
        found[{law.source.text(), law.paragraph.text(), law.gist.text(), law.reading.text()}];
    one.law = &law;
    if (amount.rate) one.rates.insert({amount.since, amount.rate->fraction, amount.first_day});
  }
  for (const Amount& part : amount.parts) gather(part, found);
}

std::string text_of(const Rate& rate) {
  std::string text = to_text(Percent{rate.fraction});
  if (rate.since)
    text +=
        (rate.first_day == FirstDay::known ? " since " : " at least since ") + to_text(*rate.since);
  return text;
}

}  // namespace

std::vector<CitedLaw> cited_laws(const AnyAnswer& answer) {
  const auto* explained = std::get_if<Answer<Amount>>(&answer);
  if (explained == nullptr) return {};
  std::map<Key, Found> found;
  for (const Amount* tree : trees_of(*explained)) gather(*tree, found);
  std::vector<CitedLaw> laws;
  for (const auto& [key, one] : found) {
    CitedLaw& law = laws.emplace_back(CitedLaw{.law = one.law});
    for (const Rate& rate : one.rates) law.rates.push_back(text_of(rate));
  }
  return laws;
}

}  // namespace plimsoll::report
