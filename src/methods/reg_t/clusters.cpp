#include <algorithm>
#include <numeric>
#include <tuple>

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

/// First entries on an underlying, those paid in cash apart, sorted for look-up.
class FirstOn {
 public:
  explicit FirstOn(const Book& book) {
    keys_.reserve(book.entries.size());
    for (std::uint32_t i = 0; i < book.entries.size(); ++i)
      keys_.push_back({book.entries[i].underlying, in_cash(book.entries[i]), i});
    std::ranges::sort(keys_);
  }
  static bool in_cash(const Entry& entry) { return entry.standing == Standing::paid_in_cash; }

  void join_all(Sets& sets) const {
    for (std::size_t i = 1; i < keys_.size(); ++i)
      if (std::tie(keys_[i].underlying, keys_[i].cash) ==
          std::tie(keys_[i - 1].underlying, keys_[i - 1].cash))
        sets.join(keys_[i - 1].entry, keys_[i].entry);
  }
  std::optional<std::uint32_t> find(const InstrumentId& underlying, bool cash) const {
    const auto at = std::ranges::lower_bound(keys_, Key{underlying, cash, 0});
    if (at == keys_.end() || at->underlying != underlying || at->cash != cash) return std::nullopt;
    return at->entry;
  }

 private:
  struct Key {
    InstrumentId underlying;
    bool cash = false;
    std::uint32_t entry = 0;
    auto operator<=>(const Key&) const = default;
  };
  std::vector<Key> keys_;
};

}  // namespace

std::vector<Cluster> clusters(const Book& book, const Account& account) {
  const auto size = static_cast<std::uint32_t>(book.entries.size());
  Sets sets{size};
  const FirstOn first_on{book};
  first_on.join_all(sets);
  for (std::uint32_t i = 0; i < size; ++i) {
    const InstrumentId index = index_tracked(book.entries[i]);
    const Instrument* on = index.empty() ? nullptr : described(account, index);
    if (!on || !std::holds_alternative<Index>(*on)) continue;
    if (const auto options = first_on.find(index, FirstOn::in_cash(book.entries[i])))
      sets.join(*options, i);
  }
  std::vector<std::uint32_t> root(size), members(size), place(size);
  for (std::uint32_t i = 0; i < size; ++i) ++members[root[i] = sets.root(i)];
  std::vector<Cluster> found;
  found.reserve(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    if (root[i] == i) {
      place[i] = static_cast<std::uint32_t>(found.size());
      found.emplace_back().reserve(members[i]);
    }
    found[place[root[i]]].push_back(i);
  }
  return found;
}

}  // namespace plimsoll::reg_t
