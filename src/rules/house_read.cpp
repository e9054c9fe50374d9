// A parsed file to a house profile. What goes with what is a closed table; all else is refused with
// its line.

#include <algorithm>
#include <array>
#include <utility>

#include "rules/house.hpp"
#include "rules/house_check.hpp"
#include "rules/house_nodes.hpp"
#include "rules/house_words.hpp"

namespace plimsoll {
namespace {

/// So that no percentage a profile comes to can overflow a sum of money.
constexpr std::size_t rules_max = 200;
constexpr Decimal dollars_max{1'000'000};

/// One file while it is read.
class Reader : HouseNodes {
 public:
  Reader(const Node& root, const std::string& file)
      : HouseNodes{file}, root_{root}, profile_{std::make_shared<HouseProfile>()} {
    profile_->file = file;
  }

  Result<House> read() {
    PLIMSOLL_TRY_VOID(read_heading());
    const Node* rules = root_.find("rule");
    if (!rules || rules->kind != Node::Kind::array || rules->items.empty())
      return refuse(root_, "no [[rule]] rows; write at least one");
    if (rules_max < rules->items.size())
      return refuse(*rules, "more than " + std::to_string(rules_max) + " rules; split the profile");
    for (const Node& row : rules->items) {
      PLIMSOLL_TRY(rule, rule_of(row));
      profile_->rules.push_back(std::move(rule));
    }
    if (const auto clash = overlapping(profile_->rules))
      return fail(Reason::bad_input, clash->what,
                  profile_->file + ":" + std::to_string(clash->line));
    return House{std::move(profile_)};
  }

 private:
  /// Text that lives as long as the profile.
  Label keep(std::string text) {
    profile_->texts.push_back(std::move(text));
    return Label::of(profile_->texts.back());
  }

  Result<void> read_heading() {
    static constexpr std::array<std::string_view, 8> keys{
        "schema", "name", "title", "source", "retrieved", "effective_from", "grade", "rule"};
    PLIMSOLL_TRY_VOID(known_keys(root_, keys, "a house profile"));
    PLIMSOLL_TRY(schema, text_in(root_, "schema"));
    if (schema != "plimsoll.house/1")
      return refuse(*root_.find("schema"),
                    "schema \"" + schema.substr(0, 40) + "\"; write \"plimsoll.house/1\"");
    PLIMSOLL_TRY(name, text_in(root_, "name"));
    PLIMSOLL_TRY(title, text_in(root_, "title"));
    PLIMSOLL_TRY(source, text_in(root_, "source"));
    PLIMSOLL_TRY(retrieved, date_in(root_, "retrieved"));
    PLIMSOLL_TRY(effective_from, date_in(root_, "effective_from"));
    PLIMSOLL_TRY(grade, grade_in(root_));
    if (name.find_first_of(",/ \t") != std::string::npos)
      return refuse(*root_.find("name"), "a house's name has no comma, slash or blank");
    profile_->name = name;
    profile_->title = title;
    profile_->asks = title + " asks";
    profile_->line = root_.find("name")->line;
    profile_->source = source;
    profile_->law = {.source = Label::of(profile_->title),
                     .paragraph = "house requirements",
                     .gist = "what this broker asks beyond the law",
                     .grade = grade};
    profile_->retrieved = retrieved;
    profile_->effective_from = effective_from;
    profile_->grade = grade;
    return {};
  }

  Result<HouseRule> rule_of(const Node& row) {
    static constexpr std::array<std::string_view, 19> keys{
        "name",          "scope",  "mode",   "of",      "when",   "by",    "steps",
        "beyond",        "rate",   "each",   "factor",  "amount", "times", "at_most",
        "each_contract", "reason", "source", "reading", "grade"};
    PLIMSOLL_TRY_VOID(known_keys(row, keys, "a rule"));
    HouseRule rule;
    rule.where = {Label::of(profile_->file), row.line};
    PLIMSOLL_TRY(name, text_in(row, "name"));
    rule.name = keep(name);
    PLIMSOLL_TRY(scope, word_in<HouseScope>(house::scopes, row, "scope"));
    rule.scope = scope;
    PLIMSOLL_TRY(mode, word_in<HouseMode>(house::modes, row, "mode"));
    rule.mode = mode;
    PLIMSOLL_TRY_VOID(read_of(row, rule));
    PLIMSOLL_TRY_VOID(read_law(row, rule));
    if (const Node* when = row.find("when")) PLIMSOLL_TRY_VOID(read_when(*when, rule.when));
    PLIMSOLL_TRY_VOID(read_number(row, rule));
    PLIMSOLL_TRY_VOID(read_times(row, rule));
    const Factor factor = row.find("factor") ? Factor::given : Factor::absent;
    if (auto misfit = what_does_not_fit(rule, factor)) return refuse(row, *std::move(misfit));
    return rule;
  }

  Result<void> read_of(const Node& row, HouseRule& rule) const {
    if (rule.mode == HouseMode::block) {
      rule.of = HouseOf::credit;
      if (const Node* of = row.find("of"))
        return refuse(*of, "a rule that blocks is of nothing; leave \"of\" out");
      return {};
    }
    PLIMSOLL_TRY(of, word_in<HouseOf>(house::ofs, row, "of"));
    rule.of = of;
    return {};
  }

  Result<void> read_law(const Node& row, HouseRule& rule) {
    PLIMSOLL_TRY(reason, text_in(row, "reason"));
    rule.law = {.source = Label::of(profile_->title),
                .paragraph = "",
                .gist = keep(reason),
                .reading = "",
                .grade = profile_->grade};
    if (row.find("reading")) {
      PLIMSOLL_TRY(reading, text_in(row, "reading"));
      rule.law.reading = keep(reading);
    }
    if (row.find("grade")) {
      PLIMSOLL_TRY(grade, grade_in(row));
      rule.law.grade = grade;
    }
    if (row.find("source")) PLIMSOLL_TRY_VOID(text_in(row, "source"));
    return {};
  }

  Result<void> read_when(const Node& when, HouseWhen& into) const {
    if (when.kind != Node::Kind::object || when.members.empty())
      return refuse(when, "when is not a table; write when = { side = \"long\" }");
    for (const auto& [key, node] : when.members) {
      if (const auto word = house::meaning<HouseWord>(house::words, key)) {
        PLIMSOLL_TRY(words, words_of(key, *word, node));
        into.words.push_back({*word, words});
        continue;
      }
      PLIMSOLL_TRY(read, read_bound(key, node, into));
      if (!read)
        return refuse(node, "\"" + key.substr(0, 40) +
                                "\" is no condition; write one of: " + house::listed(house::words) +
                                ", or one of: " + house::listed(house::numbers) +
                                ", with _above, _from, _up_to or _below behind it");
    }
    for (const HouseRange& range : into.ranges)
      if (range.low && range.high && range.high->at < range.low->at)
        return refuse(when, "no " + std::string{name_of(range.fact)} +
                                " is both above and below these; exchange the two numbers");
    return {};
  }

  Result<std::vector<HouseFactWord>> words_of(const std::string& key, HouseWord word,
                                              const Node& node) const {
    std::vector<const Node*> items;
    if (node.kind == Node::Kind::array)
      for (const Node& item : node.items) items.push_back(&item);
    else items.push_back(&node);
    std::vector<HouseFactWord> words;
    const auto allowed = house::words_of(word);
    for (const Node* item : items) {
      if (item->kind != Node::Kind::string || item->text.empty())
        return refuse(*item, key + " is not text; write it in quotes");
      if (!allowed.empty() && std::ranges::find(allowed, item->text) == allowed.end())
        return refuse(*item, key + " \"" + item->text.substr(0, 40) +
                                 "\" is unknown; write one of: " + house::listed(allowed));
      if (!HouseFactWord::fits(item->text))
        return refuse(*item, key + " is longer than a symbol may be");
      words.emplace_back(item->text);
    }
    if (words.empty()) return refuse(node, key + " is an empty list; name at least one");
    return words;
  }

  /// False where the key is no bound.
  Result<bool> read_bound(const std::string& key, const Node& node, HouseWhen& into) const {
    struct Ending {
      std::string_view text;
      std::optional<HouseBound> HouseRange::* side;
      bool including;
    };
    static constexpr std::array<Ending, 4> endings{{{"_above", &HouseRange::low, false},
                                                    {"_from", &HouseRange::low, true},
                                                    {"_up_to", &HouseRange::high, true},
                                                    {"_below", &HouseRange::high, false}}};
    for (const auto& [text, side, including] : endings) {
      if (!key.ends_with(text)) continue;
      const auto fact =
          house::meaning<HouseNumber>(house::numbers, key.substr(0, key.size() - text.size()));
      if (!fact) return false;
      PLIMSOLL_TRY(number, number_of(key, node));
      auto range = std::ranges::find(into.ranges, *fact, &HouseRange::fact);
      if (range == into.ranges.end())
        range = into.ranges.insert(into.ranges.end(), HouseRange{*fact});
      if ((*range).*side) return refuse(node, "two bounds on one side of " + key + "; keep one");
      (*range).*side = HouseBound{number, including};
      return true;
    }
    return false;
  }

  Result<void> read_number(const Node& row, HouseRule& rule) {
    struct Form {
      std::string_view key;
      HouseUnit unit;
    };
    static constexpr std::array<Form, 5> forms{{{"rate", HouseUnit::rate},
                                                {"factor", HouseUnit::rate},
                                                {"each", HouseUnit::a_share},
                                                {"each_contract", HouseUnit::a_contract},
                                                {"amount", HouseUnit::sum}}};
    int written = 0;
    for (const auto& [key, unit] : forms) {
      const Node* node = row.find(key);
      if (!node) continue;
      ++written;
      PLIMSOLL_TRY(number, unit == HouseUnit::rate ? fraction_of(std::string{key}, *node)
                                                   : number_of(std::string{key}, *node));
      if (unit != HouseUnit::rate && dollars_max < number)
        return refuse(*node, std::string{key} + " is " + node->text + "; write at most 1000000");
      rule.value = {unit, number};
    }
    if (row.find("steps")) {
      ++written;
      PLIMSOLL_TRY_VOID(read_steps(row, rule));
    } else if (const Node* by = row.find("by")) {
      return refuse(*by, "\"by\" stands with \"steps\"; write steps = [[\"0.10\", \"0\"], ...]");
    }
    if (const Node* beyond = row.find("beyond"); beyond && !row.find("steps"))
      return refuse(*beyond, "\"beyond\" stands with \"steps\"");
    const int wanted = rule.mode == HouseMode::block ? 0 : 1;
    if (written != wanted)
      return refuse(row, wanted == 0 ? "a rule that blocks has no number; leave it out"
                                     : "a rule has one of rate, each, each_contract, factor, "
                                       "amount and steps");
    return {};
  }

  /// "0.05", "5.00 a share" or "unknown".
  Result<HouseValue> value_of(const Node& node) const {
    if (node.kind == Node::Kind::string && node.text == "unknown") return HouseValue{};
    constexpr std::string_view a_share = " a share";
    Node number = node;
    number.items.clear();
    const bool each = node.text.ends_with(a_share);
    if (each) number.text.resize(number.text.size() - a_share.size());
    PLIMSOLL_TRY(value, each ? number_of("a step", number) : fraction_of("a step", number));
    if (dollars_max < value) return refuse(node, "a step is above 1000000 a share");
    return HouseValue{each ? HouseUnit::a_share : HouseUnit::rate, value};
  }

  Result<void> read_steps(const Node& row, HouseRule& rule) const {
    PLIMSOLL_TRY(by, word_in<HouseNumber>(house::numbers, row, "by"));
    HouseSteps table{.by = by, .steps = {}};
    const Node& rows = *row.find("steps");
    if (rows.kind != Node::Kind::array || rows.items.empty())
      return refuse(rows, "steps is not a list; write steps = [[\"0.10\", \"0\"], ...]");
    for (const Node& step : rows.items) {
      if (step.kind != Node::Kind::array || step.items.size() != 2)
        return refuse(step, "a step is a bound and what is asked up to it: [\"0.10\", \"0\"]");
      Node bound = step.items[0];
      const bool below = bound.text.starts_with("< ");
      if (below) bound.text.erase(0, 2);
      PLIMSOLL_TRY(up_to, number_of("a step's bound", bound));
      PLIMSOLL_TRY(value, value_of(step.items[1]));
      if (!table.steps.empty() && !(table.steps.back().up_to.at < up_to))
        return refuse(step, "it overlaps the step before, which goes to " +
                                to_text(table.steps.back().up_to.at, 0) +
                                "; write steps in ascending order, each bound once");
      table.steps.push_back({{up_to, !below}, value});
    }
    if (const Node* beyond = row.find("beyond")) {
      PLIMSOLL_TRY(value, value_of(*beyond));
      table.beyond = value;
    }
    rule.steps = std::move(table);
    return {};
  }

  Result<void> read_times(const Node& row, HouseRule& rule) const {
    if (row.find("times")) {
      PLIMSOLL_TRY(times, word_in<HouseNumber>(house::numbers, row, "times"));
      if (times != HouseNumber::leverage && times != HouseNumber::margin_rate)
        return refuse(*row.find("times"), "times is leverage or margin_rate");
      rule.times = times;
    }
    if (const Node* at_most = row.find("at_most")) {
      PLIMSOLL_TRY(most, fraction_of("at_most", *at_most));
      rule.at_most = most;
    }
    return {};
  }

  const Node& root_;
  std::shared_ptr<HouseProfile> profile_;
};

}  // namespace

Result<House> house_profile(const Node& file, const std::string& name) {
  return Reader{file, name}.read();
}

}  // namespace plimsoll
