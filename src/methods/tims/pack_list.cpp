// Packs by name and day, and what is in them as a list.

#include <iterator>
#include <utility>

#include "methods/tims/pack.hpp"
#include "money/money.hpp"

namespace plimsoll::tims {

Result<void> PackList::add(PackRef pack) {
  auto& series = by_name_[pack->name];
  const auto [at, added] = series.emplace(pack->effective_from, pack);
  if (added) return {};
  return fail(Reason::bad_input,
              "pack \"" + pack->name + "\" is already described from " +
                  to_text(pack->effective_from) + " by " + at->second->file +
                  "; give one of the two another effective_from",
              pack->file);
}

Result<PackRef> PackList::find(const std::string& name, Date day) const {
  const auto series = by_name_.find(name);
  if (series == by_name_.end()) {
    std::string known;
    for (const std::string& one : names()) known += (known.empty() ? "" : ", ") + one;
    return fail(Reason::bad_input, "there is no parameter pack \"" + name.substr(0, 40) +
                                       "\"; write one of: " + known + ", or the path of one");
  }
  const auto after = series->second.upper_bound(day);
  if (after == series->second.begin())
    return fail(Reason::not_in_force,
                "pack \"" + name + "\" has no parameters for " + to_text(day) +
                    "; the first are of " + to_text(after->first),
                after->second->file);
  return std::prev(after)->second;
}

std::vector<std::string> PackList::names() const {
  std::vector<std::string> all;
  for (const auto& [name, series] : by_name_) all.push_back(name);
  return all;
}

std::vector<PackRef> PackList::all() const {
  std::vector<PackRef> all;
  for (const auto& [name, series] : by_name_)
    for (const auto& [day, pack] : series) all.push_back(pack);
  return all;
}

}  // namespace plimsoll::tims
