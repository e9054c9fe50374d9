#pragma once
// One rule, two readings. A rule is written once, over the verbs of rule texts, as a template on
// what flows through it. Read with `Amount`, money that remembers how it was reached, it explains;
// read with plain `Money` the same verbs only compute, for searches and batches. There is no second
// "explain" routine to drift away from the first, and an explanation nobody asked for costs
// nothing.

#include <concepts>
#include <optional>
#include <source_location>
#include <string>
#include <utility>
#include <vector>

#include "base/label.hpp"
#include "money/money.hpp"
#include "rules/citation.hpp"
#include "rules/effective.hpp"

namespace plimsoll {

/// Money, and how it was reached.
struct Amount {
  Label label = "";
  Money money;
  std::optional<Percent> rate = {};      // on "percent of": which
  std::optional<Date> since = {};        // on "percent of": first day of that rate
  FirstDay first_day = FirstDay::known;  // whether `since` is known to be the first
  const Citation* law = nullptr;         // on rules and rates; citations outlive answers
  SourceLine where = {};                 // on rules: number -> formula in one jump
  std::string subject = {};  // the position or group this is about, on the lines that have one
  std::optional<std::size_t> governs = {};  // which part won, where the rule is a choice
  std::vector<Amount> parts = {};
};

/// What may flow through a rule.
template <class R>
concept Reading = std::same_as<R, Amount> || std::same_as<R, Money>;

inline Money money_of(const Money& reached) { return reached; }
inline Money money_of(const Amount& reached) { return reached.money; }

namespace detail {
template <class... Parts>
std::vector<Amount> list(Parts&&... parts) {
  std::vector<Amount> all;
  all.reserve(sizeof...(parts));
  (all.push_back(std::forward<Parts>(parts)), ...);
  return all;
}
/// The file as a path within the project: no output holds a path of the machine it was built on.
SourceLine line_of(const std::source_location& place);
}  // namespace detail

/// A number that comes from outside the rule, named. The one verb that must be told the reading.
template <Reading R>
R known(Label label, Money money) {
  if constexpr (std::same_as<R, Amount>) return {.label = label, .money = money};
  else return money;
}

// The plain reading.
inline Money percent_of(const InForce<Percent>& rate, Money base) { return rate.value * base; }
inline Money plus(Money a, Money b) { return a + b; }
inline Money reduced_by(Money a, Money b) { return a - b; }
inline Money greater_of(Money a, Money b) { return a < b ? b : a; }
inline Money lesser_of(Money a, Money b) { return b < a ? b : a; }
inline Money greatest_of(Label, const std::vector<Money>& parts) {
  Money greatest = parts.front();
  for (const Money part : parts) greatest = greater_of(greatest, part);
  return greatest;
}
inline Money total(Label, Currency currency, const std::vector<Money>& parts) {
  Money sum = zero(currency);
  for (const Money part : parts) sum = sum + part;
  return sum;
}
inline Money about(std::string_view, Money reached) { return reached; }
inline Money under(const Citation&, Label, Money reached,
                   std::source_location = std::source_location::current()) {
  return reached;
}

/// So much for each unit: a share, a contract. The other verb that must be told the reading.
template <Reading R>
R for_each_unit(const InForce<Price>& rate, Quantity units) {
  const Money sum = rate.value * units;
  if constexpr (std::same_as<R, Amount>)
    return {.label = "so much a share",
            .money = sum,
            .since = rate.since,
            .first_day = rate.first_day,
            .law = rate.law,
            .subject = to_text(rate.value.per_unit, 2) + " x " + to_text(units)};
  else return sum;
}

// The explained reading.
Amount percent_of(const InForce<Percent>& rate, Amount base);
Amount plus(Amount a, Amount b);
Amount reduced_by(Amount a, Amount b);
/// Where both are equal the first governs.
Amount greater_of(Amount a, Amount b);
Amount lesser_of(Amount a, Amount b);
/// The first of the greatest governs. There is at least one part.
Amount greatest_of(Label label, std::vector<Amount> parts);
/// A sum of any number of parts, named.
Amount total(Label label, Currency currency, std::vector<Amount> parts);
/// Says which position or group an amount is about.
Amount about(std::string_view subject, Amount reached);
/// Names the rule an amount was computed under. Called once, as the last step of each rule.
Amount under(const Citation& law, Label label, Amount reached,
             std::source_location where = std::source_location::current());

}  // namespace plimsoll
