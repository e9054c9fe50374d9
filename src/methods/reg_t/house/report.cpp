#include "methods/reg_t/house/report.hpp"

#include <algorithm>

#include "methods/reg_t/option.hpp"
#include "methods/reg_t/stock.hpp"

namespace plimsoll::reg_t {
namespace {

Detail text(std::string name, std::string value) {
  return {.name = std::move(name), .text = std::move(value)};
}
Detail number(std::string name, Decimal value) {
  return {.name = std::move(name), .text = to_text(value, 0), .number = true};
}
Detail money(std::string name, Money value) {
  return text(std::move(name), to_text(value.amount, 2));
}
Detail list(std::string name) { return {.name = std::move(name), .list = true}; }

std::string place_of(SourceLine where) {
  return std::string{where.file.text()} + ":" + std::to_string(where.line);
}

std::string symbol_of(const Entry& entry) { return std::string{entry.id.view()}; }

Detail part_told(const HousePart& part) {
  const bool law = part.where.line == 0;
  Detail told{};
  told.children = {text("rule", law ? "the law's percentage" : std::string{part.name.text()}),
                   number("rate", part.rate.rate.value.fraction)};
  if (!law) told.children.push_back(text("where", place_of(part.where)));
  return told;
}

const Shares* any_shares(const Entry& entry) {
  if (const auto* warrants = std::get_if<WarrantShares>(&entry.terms)) return &warrants->shares;
  return shares_in(entry);
}

Result<RaisedRate> law_rate(const Entry& law, Day day) {
  const Shares& shares = *any_shares(law);
  return law.direction == Direction::held ? long_stock_rate(shares, day.rules)
                                          : short_stock_rate(shares, day.rules);
}

/// Shares, what the house asks of them and what the law does.
std::optional<Detail> position_told(const Entry& entry, const Entry& law, Day day) {
  const Shares* shares = any_shares(entry);
  if (!shares || !shares->house) return std::nullopt;
  const HouseShares& house = *shares->house;
  const auto by_law = law_rate(law, day);
  if (!by_law) return std::nullopt;
  Percent asked = house.no_credit ? 100_pct : house.to_keep.rate();
  if (house.at_most_value) asked = std::min(asked, 100_pct);
  Detail told{};
  told.children = {text("symbol", symbol_of(entry)),
                   text("side", entry.direction == Direction::held ? "long" : "short"),
                   number("rate", std::max(asked, by_law->rate.value).fraction),
                   number("law_rate", by_law->rate.value.fraction)};
  Detail parts = list("parts");
  for (const HousePart& part : house.to_keep.parts) parts.children.push_back(part_told(part));
  if (house.no_credit) {
    Detail part{};
    part.children = {text("rule", std::string{house.no_credit->name.text()}),
                     number("rate", Decimal{1}), text("where", place_of(house.no_credit->where))};
    parts.children = {std::move(part)};
  }
  if (house.to_keep.least)
    told.children.push_back(number("dollars_a_share", house.to_keep.least->dollars));
  told.children.push_back(std::move(parts));
  return told;
}

/// Whether what a house's percentages come to is below the law's, so that the law's stands.
void add_raised(const HouseAsk& ask, const RaisedRate& law, const Entry& entry,
                std::string_view what, Detail& raised) {
  if (ask.parts.empty() || !(ask.rate() < law.rate.value)) return;
  Detail told{};
  told.children = {text("symbol", symbol_of(entry)), text("what", std::string{what}),
                   number("house_rate", ask.rate().fraction),
                   number("law_rate", law.rate.value.fraction),
                   text("where", place_of(ask.parts.front().where))};
  raised.children.push_back(std::move(told));
}

Detail raised_told(const Book& book, const Book& law, Day day) {
  Detail raised = list("raised");
  for (std::size_t i = 0; i < book.entries.size(); ++i) {
    const Entry& entry = book.entries[i];
    const Shares* shares = any_shares(entry);
    if (shares && shares->house && !shares->house->no_credit) {
      if (const auto rate = law_rate(law.entries[i], day))
        add_raised(shares->house->to_keep, *rate, entry, "market_value", raised);
    }
    const OptionLeg* option = option_in(entry);
    if (!option || !option->house) continue;
    if (const auto rates = option_rates(*option, day.rules)) {
      add_raised(option->house->underlying, rates->basic, entry, "underlying", raised);
      add_raised(option->house->least, rates->floor, entry, "underlying_least", raised);
    }
  }
  return raised;
}

Detail group_told(const HouseGroup& group, const Book& book) {
  Detail legs = list("symbols");
  for (const std::uint32_t place : group.entries)
    legs.children.push_back(text("", symbol_of(book.entries[place])));
  Detail told{};
  told.children = {text("strategy", std::string{group.strategy.text()}),
                   std::move(legs),
                   text("bound_by", group.by_house() ? "house" : "law"),
                   money("initial", group.initial),
                   money("law_initial", group.law_initial),
                   money("maintenance", group.maintenance),
                   money("law_maintenance", group.law_maintenance)};
  if (!group.by_house()) return told;
  Detail lines = list("where");
  for (const HouseRule* rule : group.bound_by)
    lines.children.push_back(text("", place_of(rule->where)));
  told.children.push_back(std::move(lines));
  return told;
}

Detail step_told(const HouseNextStep& step, const Book& book) {
  Detail told{};
  told.children = {text("symbol", symbol_of(book.entries[step.entry])),
                   text("by", std::string{name_of(step.rule->steps->by)}), number("now", step.now)};
  const auto add_value = [&](const char* rate, const char* dollars, const HouseValue& value) {
    if (value.unit == HouseUnit::rate) told.children.push_back(number(rate, value.number));
    if (value.unit == HouseUnit::a_share) told.children.push_back(number(dollars, value.number));
  };
  add_value("step_rate", "step_dollars", step.step);
  told.children.push_back(number("next_at", step.next_at));
  told.children.push_back(number("distance", step.distance));
  if (step.shares) told.children.push_back(text("shares", to_text(*step.shares)));
  told.children.push_back(text("value", to_text_rounded(step.value.amount, 2, Round::toward_zero)));
  add_value("next_rate", "next_dollars", step.next);
  if (step.cost)
    told.children.push_back(
        text("cost", to_text_rounded(step.cost->amount, 2, Round::away_from_zero)));
  told.children.push_back(text("where", place_of(step.rule->where)));
  return told;
}

Detail blocked_told(const HouseBlocked& blocked) {
  Detail told{};
  told.children = {text("rule", std::string{blocked.rule->name.text()}),
                   text("reason", std::string{blocked.rule->law.gist.text()})};
  Detail symbols = list("symbols");
  for (const std::string& symbol : blocked.symbols) symbols.children.push_back(text("", symbol));
  told.children.push_back(std::move(symbols));
  told.children.push_back(text("where", place_of(blocked.rule->where)));
  return told;
}

}  // namespace

std::vector<HouseBlocked> without_credit(const Book& book) {
  std::vector<HouseBlocked> blocked;
  for (const Entry& entry : book.entries) {
    const Shares* shares = any_shares(entry);
    if (!shares || !shares->house || !shares->house->no_credit) continue;
    const HouseRule* rule = shares->house->no_credit;
    auto at = std::ranges::find(blocked, rule, &HouseBlocked::rule);
    if (at == blocked.end()) at = blocked.insert(blocked.end(), HouseBlocked{rule});
    at->symbols.push_back(symbol_of(entry));
  }
  return blocked;
}

void add_blocked(const HouseProfile& house, HouseFacts facts,
                 const std::vector<std::string_view>& strategies,
                 std::vector<HouseBlocked>& blocked, std::vector<HouseLack>& lacks) {
  for (const HouseRule& rule : house.rules) {
    if (rule.scope != HouseScope::account) continue;
    for (const std::string_view strategy : strategies) {
      facts[HouseWord::strategy] = HouseFactWord{strategy};
      const HouseSaid outcome = said(rule, facts);
      if (outcome.kind == HouseSaid::Kind::nothing) continue;
      if (outcome.kind == HouseSaid::Kind::value) blocked.push_back({&rule});
      else lacks.push_back({&rule, outcome.lacks, {InstrumentId{"the account"}}});
      break;
    }
  }
}

Detail told(const HouseStory& story, const Book& book, const Book& law, Day day) {
  const HouseProfile& profile = *story.house;
  Detail positions = list("positions"), groups = list("groups"), steps = list("next_steps"),
         blocked = list("blocked");
  for (std::size_t i = 0; i < book.entries.size(); ++i)
    if (auto one = position_told(book.entries[i], law.entries[i], day))
      positions.children.push_back(*std::move(one));
  for (const HouseGroup& group : story.groups) groups.children.push_back(group_told(group, book));
  for (const HouseNextStep& step : story.steps) steps.children.push_back(step_told(step, book));
  for (const HouseBlocked& one : story.blocked) blocked.children.push_back(blocked_told(one));
  Money by_law = zero(book.currency), by_house = zero(book.currency);
  for (const HouseGroup& group : story.groups) {
    by_law = by_law + group.law_maintenance;
    by_house = by_house + group.maintenance;
  }
  Detail house{.name = "house"};
  house.children = {text("name", profile.name),
                    text("title", profile.title),
                    text("effective_from", to_text(profile.effective_from)),
                    text("source", profile.source),
                    text("file", profile.file),
                    money("maintenance", by_house),
                    money("law_maintenance", by_law),
                    std::move(groups),
                    std::move(positions),
                    raised_told(book, law, day),
                    std::move(blocked),
                    std::move(steps)};
  Detail root{};
  root.children = {std::move(house)};
  return root;
}

namespace {

bool bound(const HouseStory& story, const HouseRule& rule) {
  return std::ranges::any_of(story.groups, [&](const HouseGroup& group) {
    return std::ranges::find(group.bound_by, &rule) != group.bound_by.end();
  });
}

/// Rules of the house known to us less well than by their own text, of those that bound something.
std::optional<Caveat> low_graded(const HouseStory& story) {
  std::string rules;
  for (const HouseRule& rule : story.house->rules)
    if (rule.law.grade != Grade::text_read && bound(story, rule))
      rules += (rules.empty() ? "" : ", ") + std::string{rule.name.text()} + " (line " +
               std::to_string(rule.where.line) + ")";
  if (rules.empty()) return std::nullopt;
  return Caveat{story.house->title +
                ", known from others' accounts of it, not from its own text: " + rules + " of " +
                story.house->file};
}

}  // namespace

std::vector<Caveat> caveats_of(const HouseStory& story) {
  std::vector<Caveat> caveats;
  if (auto low = low_graded(story)) caveats.push_back(*std::move(low));
  for (const HouseBlocked& one : story.blocked)
    if (one.rule->scope == HouseScope::account)
      caveats.push_back({story.house->title +
                         " does not permit this: " + std::string{one.rule->law.gist.text()} + " (" +
                         place_of(one.rule->where) + ")"});
  const bool beyond_search = std::ranges::any_of(story.house->rules, [&](const HouseRule& rule) {
    return rule.scope == HouseScope::group && bound(story, rule);
  });
  if (beyond_search)
    caveats.push_back({"what " + story.house->title +
                       " asks of spreads as a whole is not weighed in the grouping: another may "
                       "need less"});
  return caveats;
}

}  // namespace plimsoll::reg_t
