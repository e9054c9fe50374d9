#pragma once
// What a broker asks beyond the law, as data: one file of profiles/house/*.toml, dated and cited.
// Facts are known here by name only; what the price or the concentration of a position is, the
// method says.

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fixed_text.hpp"
#include "base/label.hpp"
#include "base/node.hpp"
#include "base/result.hpp"
#include "money/money.hpp"
#include "rules/citation.hpp"

namespace plimsoll {

enum class HouseScope : std::uint8_t { position, group, account };
/// How a rule's number meets those before it: at least so much; on top of them; times them; instead
/// of them; or no credit at all.
enum class HouseMode : std::uint8_t { floor, add, multiply, replace, block };
/// What a rule's number is of.
enum class HouseOf : std::uint8_t {
  market_value,      // of shares held or owed
  purchase,          // the same, to open only
  underlying,        // of an uncovered option, less what it is out of the money
  underlying_least,  // of the same or, for puts, of the exercise price: the floor
  option,            // dollars for all of an uncovered option, its own value inside
  beside_premium,    // dollars beside its own value
  cost_to_close,     // of a spread: its short options' market value less its long ones'
  spread,            // money for each spread
  credit,            // nothing: blocked
};

/// Facts that are words. An empty word: the fact does not exist of the thing.
enum class HouseWord : std::uint8_t {
  side,
  security,
  option,
  index,
  underlying,
  account,
  strategy
};
/// Facts that are numbers, in the units of their names: dollars, days, fractions of one.
enum class HouseNumber : std::uint8_t {
  price,
  leverage,
  concentration,
  days_to_liquidate,
  ownership,
  industry,
  largest_position,
  debit,
  equity,
  margin_rate,
};
inline constexpr std::size_t house_words = 7;
inline constexpr std::size_t house_numbers = 10;
std::string_view name_of(HouseScope scope);
std::string_view name_of(HouseMode mode);
std::string_view name_of(HouseOf of);
std::string_view name_of(HouseWord word);
std::string_view name_of(HouseNumber number);

/// A number that is known, is missing (then `input` says what to give), or does not exist of the
/// thing.
struct HouseFigure {
  std::optional<Decimal> value = {};
  Label input = "";
};
using HouseFactWord = FixedText<32>;  // long enough for a symbol
/// What is known of one position, group or account.
struct HouseFacts {
  std::array<HouseFactWord, house_words> words;
  std::array<HouseFigure, house_numbers> numbers;

  HouseFactWord& operator[](HouseWord word) { return words[static_cast<std::size_t>(word)]; }
  const HouseFactWord& operator[](HouseWord word) const {
    return words[static_cast<std::size_t>(word)];
  }
  HouseFigure& operator[](HouseNumber number) { return numbers[static_cast<std::size_t>(number)]; }
  const HouseFigure& operator[](HouseNumber number) const {
    return numbers[static_cast<std::size_t>(number)];
  }
};

/// "above", "from", "up to", "below" a number.
struct HouseBound {
  Decimal at;
  bool including = true;
};
/// One of some words, or a number between bounds.
struct HouseWords {
  HouseWord fact;
  std::vector<HouseFactWord> any_of;
};
struct HouseRange {
  HouseNumber fact;
  std::optional<HouseBound> low = {}, high = {};
};
struct HouseWhen {
  std::vector<HouseWords> words;
  std::vector<HouseRange> ranges;
};

/// What a rule comes to: a fraction, dollars for a share, a contract or as a sum, or that the
/// source does not say.
enum class HouseUnit : std::uint8_t { rate, a_share, a_contract, sum, not_said };
struct HouseValue {
  HouseUnit unit = HouseUnit::not_said;
  Decimal number = {};
  bool operator==(const HouseValue&) const = default;
};

/// A row of a table: up to and including `up_to`, or below it.
struct HouseStep {
  HouseBound up_to;
  HouseValue value;
};
struct HouseSteps {
  HouseNumber by;
  std::vector<HouseStep> steps;  // ascending
  HouseValue beyond = {};        // past the last bound; not said unless the file says

  /// The row a number falls in; steps.size() past the last.
  std::size_t place_of(Decimal number) const;
  HouseValue value_at(std::size_t place) const {
    return place < steps.size() ? steps[place].value : beyond;
  }
};

struct HouseRule {
  Label name = "";
  HouseScope scope = HouseScope::position;
  HouseMode mode = HouseMode::floor;
  HouseOf of = HouseOf::market_value;
  HouseWhen when = {};
  HouseValue value = {};  // where it has no steps
  std::optional<HouseSteps> steps = {};
  std::optional<HouseNumber> times = {};  // the value is multiplied by this fact
  std::optional<Decimal> at_most = {};    // and is then no more than this
  Citation law{.source = "", .paragraph = "", .gist = ""};
  SourceLine where = {};
};

/// One file. Never copied: its labels point into its own texts.
struct HouseProfile {
  HouseProfile() = default;
  HouseProfile(const HouseProfile&) = delete;
  HouseProfile& operator=(const HouseProfile&) = delete;

  std::string name;   // "fidelity"
  std::string title;  // "Fidelity"
  std::string asks;   // "Fidelity asks"
  std::string file;
  std::uint32_t line = 0;  // of the name
  std::string source;
  Citation law{.source = "", .paragraph = "", .gist = ""};  // of the whole
  Date retrieved, effective_from;
  Grade grade = Grade::secondary;
  std::vector<HouseRule> rules;  // in the order of the file, which is the order they are read in
  std::deque<std::string> texts;
};
using House = std::shared_ptr<const HouseProfile>;

/// Decodes one parsed file of schema "plimsoll.house/1". `file` stands in errors and behind every
/// number: "profiles/house/fidelity.toml". Refused with its line: unknown keys and words, numbers
/// that cannot be, rules whose mode and number do not go together, tables whose rows overlap, two
/// rules that ask the same of the same facts.
Result<House> house_profile(const Node& file, const std::string& name);

/// Profiles by name; files of one name form a series by their first day.
class HouseList {
 public:
  /// Refused: two files of one name and first day.
  Result<void> add(House profile);
  /// The one in force on `day`. Refused: a name there is not, a day before its first.
  Result<House> find(std::string_view name, Date day) const;
  std::vector<std::string> names() const;
  /// Every file, by name and first day.
  std::vector<House> all() const;

 private:
  std::map<std::string, std::map<Date, House>, std::less<>> by_name_;
};

/// What a rule says of something: nothing, a value, or that it cannot be told.
struct HouseSaid {
  enum class Kind : std::uint8_t { nothing, value, lacks } kind = Kind::nothing;
  HouseValue value = {};
  Label lacks = "";  // the input's name
};
HouseSaid said(const HouseRule& rule, const HouseFacts& facts);

/// What a rule asks in one line: "at least 30% of market_value", "5% by concentration up to 0.2".
std::string number_in_words(const HouseRule& rule);

/// A value as a table prints it: "30%", "5.00 USD a share", "not said".
std::string to_text(const HouseValue& value);

}  // namespace plimsoll
