#include <algorithm>
#include <map>
#include <numeric>

#include "methods/reg_t/offsets.hpp"

namespace plimsoll::reg_t {
namespace {

/// Sets of entries, joined as reasons to join them are found.
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }
  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  /// The smaller place stays the root, so clusters come out in book order.
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

/// The index a fund may stand in for against options on it; nothing for notes, leveraged funds and
/// other stock.
InstrumentId index_tracked(const Entry& entry) {
  const auto* stock = std::get_if<Stock>(&entry.position->instrument);
  if (!stock || stock->kind != StockKind::etf || stock->leverage != Decimal{1}) return {};
  return entry.standing == Standing::marginable ? stock->reference : InstrumentId{};
}

}  // namespace

std::vector<Cluster> clusters(const Book& book, const Account& account) {
  Sets sets{book.entries.size()};
  std::map<std::pair<InstrumentId, bool>, std::uint32_t>
      first_on;  // by underlying and whether paid in cash
  const auto key = [](const InstrumentId& id, const Entry& entry) {
    return std::pair{id, entry.standing == Standing::paid_in_cash};
  };
  for (std::uint32_t i = 0; i < book.entries.size(); ++i) {
    const Entry& entry = book.entries[i];
    const auto [first, added] = first_on.try_emplace(key(entry.underlying, entry), i);
    if (!added) sets.join(first->second, i);
  }
  for (std::uint32_t i = 0; i < book.entries.size(); ++i) {
    const InstrumentId index = index_tracked(book.entries[i]);
    const Instrument* on = index.empty() ? nullptr : described(account, index);
    if (!on || !std::holds_alternative<Index>(*on)) continue;
    const auto options = first_on.find(key(index, book.entries[i]));
    if (options != first_on.end()) sets.join(options->second, i);
  }
  std::map<std::uint32_t, Cluster> by_root;
  for (std::uint32_t i = 0; i < book.entries.size(); ++i) by_root[sets.root(i)].push_back(i);
  std::vector<Cluster> found;
  found.reserve(by_root.size());
  for (auto& [root, members] : by_root) found.push_back(std::move(members));
  return found;
}

}  // namespace plimsoll::reg_t
