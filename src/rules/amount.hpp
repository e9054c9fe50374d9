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

/// What a sum of money was multiplied from: quantity x (price - less) / per.
struct Product {
  Quantity quantity;
  Price price;
  std::optional<Price> less = {};  // on a difference of prices
  Decimal per{1};                  // what the price is for: 100 for bonds
};

/// A percentage a security's own factor raised, such as 25 % by a fund's daily multiple of 3.
struct Raised {
  Percent from;
  Decimal times;
};

/// A number in force, and what raised it where something did.
struct RaisedRate {
  InForce<Percent> rate;
  std::optional<Raised> raised = {};
};

/// Money, and how it was reached.
struct Amount {
  Label label = "";
  Money money;
  std::optional<Product> product = {};   // on money that is a price times a quantity
  std::optional<Percent> rate = {};      // on "percent of": which
  std::optional<Raised> raised = {};     // on "percent of": what raised it
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
template <Reading R>
std::optional<Money> money_of(const std::optional<R>& reached) {
  return reached ? std::optional{money_of(*reached)} : std::nullopt;
}

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

/// Price times quantity, named. Told the reading, as everything that brings numbers in.
template <Reading R>
R worth(Label label, Price price, Quantity quantity) {
  const Money money = price * quantity;
  if constexpr (std::same_as<R, Amount>)
    return {.label = label, .money = money, .product = Product{quantity, price}};
  else return money;
}

/// What `high` is above `low`, times the quantity; zero where it is not above.
template <Reading R>
R worth_of_difference(Label label, Price high, Price low, Quantity quantity) {
  const PriceMove gap = high - low;
  const Money money = gap.per_unit.is_negative() ? zero(gap.currency) : gap * quantity;
  if constexpr (std::same_as<R, Amount>)
    return {.label = label, .money = money, .product = Product{quantity, high, low}};
  else return money;
}

/// Price times quantity, where the price is for `per` units.
template <Reading R>
R worth_per(Label label, Price price, Decimal per, Quantity quantity) {
  const Money money =
      Price{divide(price.per_unit, per, Round::half_even), price.currency} * quantity;
  if constexpr (std::same_as<R, Amount>)
    return {.label = label, .money = money, .product = Product{quantity, price, {}, per}};
  else return money;
}

// The plain reading.
inline Money percent_of(const InForce<Percent>& rate, Money base) { return rate.value * base; }
inline Money percent_of(const RaisedRate& rate, Money base) { return rate.rate.value * base; }
inline Money plus(Money a, Money b) { return a + b; }
inline Money reduced_by(Money a, Money b) { return a - b; }
inline Money less(Money owed) { return -owed; }
inline Money greater_of(Money a, Money b) { return a < b ? b : a; }
inline Money lesser_of(Money a, Money b) { return b < a ? b : a; }
inline Money about(std::string_view, Money reached) { return reached; }
inline Money under(const Citation&, Label, Money reached,
                   std::source_location = std::source_location::current()) {
  return reached;
}
inline Money under(const Citation&, Label, Money reached, SourceLine) { return reached; }

/// So much for each unit: a share, a contract. The other verb that must be told the reading.
template <Reading R>
R for_each_unit(const InForce<Price>& rate, Quantity units) {
  const Money sum = rate.value * units;
  if constexpr (std::same_as<R, Amount>)
    return {.label = "so much a share",
            .money = sum,
            .product = Product{units, rate.value},
            .since = rate.since,
            .first_day = rate.first_day,
            .law = rate.law};
  else return sum;
}

// The explained reading.
Amount percent_of(const InForce<Percent>& rate, Amount base);
Amount percent_of(const RaisedRate& rate, Amount base);
Amount plus(Amount a, Amount b);
Amount reduced_by(Amount a, Amount b);
/// What is owed, taken off.
Amount less(Amount owed);
/// Where both are equal the first governs.
Amount greater_of(Amount a, Amount b);
Amount lesser_of(Amount a, Amount b);
/// Says which position or group an amount is about.
Amount about(std::string_view subject, Amount reached);
/// Names the rule an amount was computed under. Called once, as the last step of each rule.
Amount under(const Citation& law, Label label, Amount reached,
             std::source_location where = std::source_location::current());
/// The same for a rule that was read from a file: the line is the file's.
Amount under(const Citation& law, Label label, Amount reached, SourceLine where);

/// A sum of any number of parts, named at the end: `Total<R>`. Nothing added is zero.
template <Reading R>
class Total;
/// The greatest of one or more parts, the first of them where several are: `Greatest<R>`.
template <Reading R>
class Greatest;

template <>
class Total<Money> {
 public:
  explicit Total(Currency currency) : sum_{zero(currency)} {}
  void add(Money part) { sum_ = sum_ + part; }
  Money named(Label) && { return sum_; }

 private:
  Money sum_;
};
template <>
class Total<Amount> {
 public:
  explicit Total(Currency currency) : sum_{zero(currency)} {}
  void add(Amount part);
  Amount named(Label label) &&;

 private:
  Money sum_;
  std::vector<Amount> parts_;
};

template <>
class Greatest<Money> {
 public:
  explicit Greatest(Money first) : greatest_{first} {}
  void add(Money part) { greatest_ = greater_of(greatest_, part); }
  Money named(Label) && { return greatest_; }

 private:
  Money greatest_;
};
template <>
class Greatest<Amount> {
 public:
  explicit Greatest(Amount first) { parts_.push_back(std::move(first)); }
  void add(Amount part);
  Amount named(Label label) &&;

 private:
  std::size_t governs_ = 0;
  std::vector<Amount> parts_;
};

}  // namespace plimsoll
