#include "methods/reg_t/house/story.hpp"

#include <algorithm>

namespace plimsoll::reg_t {
namespace {

/// The words a profile may use for what was grouped.
std::string_view strategy_word(Strategy strategy) {
  if (strategy == Strategy::uncovered_option) return "uncovered_option";
  if (strategy == Strategy::short_straddle) return "short_straddle";
  return strategy == Strategy::spread ? "spread" : "";
}

std::vector<std::string_view> strategies_of(const Grouping& grouping) {
  std::vector<std::string_view> words;
  for (const Plan& plan : grouping.plans)
    if (const std::string_view word = strategy_word(plan.strategy);
        !word.empty() && std::ranges::find(words, word) == words.end())
      words.push_back(word);
  return words;
}

/// The rules of the profile on the way to what governs.
void add_governing(const Amount& node, const HouseProfile& house,
                   std::vector<const HouseRule*>& rules) {
  for (const HouseRule& rule : house.rules)
    if (node.law == &rule.law && !node.money.amount.is_zero() &&
        std::ranges::find(rules, &rule) == rules.end())
      rules.push_back(&rule);
  for (std::size_t i = 0; i < node.parts.size(); ++i)
    if (!node.governs || *node.governs == i) add_governing(node.parts[i], house, rules);
}

/// Explained once more, for the lines alone.
Result<void> add_lines(const Plan& plan, const Book& book, const HouseProfile& house, Day day,
                       HouseGroup& group) {
  PLIMSOLL_TRY(explained, margin_of<Amount>(plan, book, day));
  add_governing(explained.maintenance, house, group.bound_by);
  add_governing(explained.initial, house, group.bound_by);
  std::ranges::sort(group.bound_by, {}, [](const HouseRule* rule) { return rule->where.line; });
  return {};
}

Result<std::vector<HouseGroup>> groups_of(const Grouping& grouping, const Book& book,
                                          const Book& law, const HouseProfile& house, Day day) {
  std::vector<HouseGroup> groups;
  for (const Plan& plan : grouping.plans) {
    PLIMSOLL_TRY(with_house, margin_of<Money>(plan, book, day));
    PLIMSOLL_TRY(by_law, margin_of<Money>(plan, law, day));
    HouseGroup group{name_of(plan, book), {},
                     with_house.initial,  with_house.maintenance,
                     by_law.initial,      by_law.maintenance};
    for (const Taken& leg : plan.legs) group.entries.push_back(leg.entry);
    if (group.by_house()) PLIMSOLL_TRY_VOID(add_lines(plan, book, house, day, group));
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace

Result<HouseWork> HouseWork::begun(const House& house, HouseTold told, const Account& account,
                                   const MarketSnapshot& market, Day day, Book& book) {
  HouseWork work;
  work.house_ = house;
  work.told_ = told;
  if (told == HouseTold::whole) work.law_ = book;
  PLIMSOLL_TRY(attached, attach(house, account, market, day.rules, book));
  work.attached_ = std::move(attached);
  return work;
}

template <Reading R>
Result<void> HouseWork::tell(const Grouping& grouping, const Book& book, Day day,
                             Answer<R>& answer) const {
  HouseStory story{.house = house_};
  HouseFacts facts = attached_.measures.of_account;
  facts[HouseNumber::equity].input = "cash";
  if (answer.equity) facts[HouseNumber::equity].value = money_of(*answer.equity).amount;
  std::vector<HouseLack> lacks = attached_.lacks;
  story.blocked = without_credit(book);
  add_blocked(*house_, facts, strategies_of(grouping), story.blocked, lacks);
  for (NotApplied& one : not_applied(*house_, lacks)) answer.not_applied.push_back(std::move(one));
  answer.owners.push_back(house_);
  if (told_ == HouseTold::sums) return {};
  return tell_story(grouping, book, day, std::move(story), answer);
}

template <Reading R>
Result<void> HouseWork::tell_story(const Grouping& grouping, const Book& book, Day day,
                                   HouseStory story, Answer<R>& answer) const {
  PLIMSOLL_TRY(groups, groups_of(grouping, book, law_, *house_, day));
  story.groups = std::move(groups);
  PLIMSOLL_TRY(steps, next_steps(*house_, book, attached_.measures, day));
  story.steps = std::move(steps);
  answer.detail = told(story, book, law_, day);
  for (Caveat& caveat : caveats_of(story)) answer.caveats.push_back(std::move(caveat));
  return {};
}

template Result<void> HouseWork::tell<Amount>(const Grouping&, const Book&, Day,
                                              Answer<Amount>&) const;
template Result<void> HouseWork::tell<Money>(const Grouping&, const Book&, Day,
                                             Answer<Money>&) const;

}  // namespace plimsoll::reg_t
