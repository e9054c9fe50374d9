#include "methods/tims/caveats.hpp"

#include <map>
#include <set>

#include "methods/tims/rates.hpp"

namespace plimsoll::tims {
namespace {

std::string listed(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// Rows of the pack this account stands on that are known from memory only.
std::set<std::string> recalled_rows(const Valued& valued, const Netted& netted) {
  std::set<std::string> names;
  const Groups& groups = valued.groups();
  const Pack& pack = *valued.terms().packs.base;
  for (const NettedClass& one : netted.classes) {
    const ClassGroup& group = groups.classes[one.class_group];
    if (group.moved_by->grade == Grade::recalled) names.insert(group.moved_by->label);
    for (const MemberGroup& known : pack.class_groups)
      if (known.name == group.name && known.grade == Grade::recalled)
        names.insert("members of " + known.name);
  }
  for (const NettedProduct& one : netted.products) {
    const OffsetGroup* group = groups.products[one.product_group].of;
    if (group && group->grade == Grade::recalled) names.insert("product group " + group->name);
  }
  for (const NettedTop& one : netted.tops) {
    const OffsetGroup* group = groups.tops[one.top].portfolio;
    if (group && one.last - one.first > 1 && group->grade == Grade::recalled)
      names.insert("which product groups are " + group->name);
  }
  return names;
}

}  // namespace

std::vector<Caveat> caveats_of(const Book& book, const Valued& valued, const Netted& netted,
                               Money more_by_class) {
  const Pack& pack = *valued.terms().packs.base;
  std::vector<Caveat> caveats{
      {"an estimate: theoretical values are this program's own, not OCC's, and only OCC's count "
       "for a requirement under FINRA Rule 4210(g)(3)"},
      {"ranges, groups and offsets are those of the parameter pack " + pack.name + " (" +
       pack.file + "), " +
       (pack.grade == Grade::text_read ? "read in their own source"
                                       : "public accounts of OCC's lists, not the lists") +
       "; name another with --tims-pack"}};
  if (const auto rows = recalled_rows(valued, netted); !rows.empty())
    caveats.push_back({"known from memory only: " + listed(rows)});
  if (valued.terms().role == Role::customer && valued.terms().rules < finra_text_since)
    caveats.push_back({"before " + to_text(finra_text_since) +
                       " rules of the exchanges (Cboe, NYSE 431(g)) governed; FINRA's, which "
                       "has their numbers, is cited"});
  std::map<std::string, std::set<std::string>> remarks;
  for (const NettedClass& one : netted.classes) {
    const ClassGroup& group = valued.groups().classes[one.class_group];
    if (!group.remark.empty()) remarks[group.remark].insert(group.name);
  }
  for (const HeldPosition& held : book.in_grid)
    if (const ValuedInstrument& instrument = valued.instruments()[held.instrument];
        instrument.worth_nothing && !held.position->quantity.is_negative())
      remarks["priced at nothing, so it cannot lose; no gain of it is counted either"].insert(
          to_text(held.position->instrument));
    else if (!instrument.remark.empty())
      remarks[instrument.remark].insert(to_text(held.position->instrument));
  for (const auto& [remark, names] : remarks) caveats.push_back({listed(names) + ": " + remark});
  if (zero(more_by_class.currency) < more_by_class)
    caveats.push_back(
        {"the minimum for each contract is taken once after offsets; taken for each "
         "class group, as FINRA Rule 4210(g)(7) reads, it would add " +
         to_text(more_by_class)});
  return caveats;
}

}  // namespace plimsoll::tims
