#include "methods/tims/groups.hpp"

#include <algorithm>
#include <numeric>

namespace plimsoll::tims {
namespace {

const Instrument* in(const Catalog& catalog, const InstrumentId& id) {
  const auto found = catalog.find(id);
  return found == catalog.end() ? nullptr : &found->second;
}

/// Whether its class groups offset one another at all; otherwise each stands alone.
bool offsets(const OffsetGroup& group) { return !group.offset.is_zero(); }

constexpr const char* as_broad_index =
    "no group of the pack names it: moved as any other broad index, with no offset";

}  // namespace

Result<Placed> GroupsBuilder::place(const InstrumentId& id, int followed) {
  const Instrument* instrument = in(catalog_, id);
  const auto* fund = instrument ? std::get_if<Stock>(instrument) : nullptr;
  const double stated = fund ? to_double(fund->leverage) : 1.0;
  if (const auto member = pack_.members.find(id); member != pack_.members.end()) {
    PLIMSOLL_TRY(group, in_pack(member->second.class_group));
    // A multiple the account or the lists state wins; where nothing describes it, the pack's.
    return Placed{group, stated == 1 ? to_double(member->second.times) : stated};
  }
  if (const auto* index = instrument ? std::get_if<Index>(instrument) : nullptr) {
    switch (index->index_class) {
      case IndexClass::broad: {
        PLIMSOLL_TRY(group, alone(id, broad_index_range, as_broad_index));
        return Placed{group, 1};
      }
      case IndexClass::narrow: {
        PLIMSOLL_TRY(group, alone(id, equity_range, ""));
        return Placed{group, 1};
      }
      case IndexClass::currency:
      case IndexClass::interest_rate:
        return fail(Reason::not_covered,
                    "how far currencies and interest rates are moved is not in the customers' "
                    "table; ask the broker for its requirement");
    }
  }
  if (fund && !fund->reference.empty() && fund->reference != id) {
    PLIMSOLL_TRY(tracked, of_reference(*fund, followed));
    return Placed{tracked.class_group, tracked.times * stated};
  }
  const bool broad = fund && fund->index_class == IndexClass::broad;
  PLIMSOLL_TRY(group,
               alone(id, broad ? broad_index_range : equity_range, broad ? as_broad_index : ""));
  return Placed{group, stated};
}

Result<Placed> GroupsBuilder::of_reference(const Stock& fund, int followed) {
  const InstrumentId& reference = fund.reference;
  const Instrument* instrument = in(catalog_, reference);
  const auto* tracked = instrument ? std::get_if<Stock>(instrument) : nullptr;
  const bool moves_with_another =
      tracked && (!tracked->reference.empty() || tracked->leverage != Decimal{1});
  if (moves_with_another || pack_.members.contains(reference) ||
      (instrument && std::holds_alternative<Index>(*instrument))) {
    constexpr int followed_most = 8;
    if (followed == followed_most)
      return fail(Reason::bad_input, "what it tracks (\"reference\") leads in a circle, through " +
                                         std::string{reference.view()} +
                                         "; name the index or the stock at its end");
    return place(reference, followed + 1);
  }
  const bool broad = fund.index_class == IndexClass::broad;
  PLIMSOLL_TRY(group, alone(reference, broad ? broad_index_range : equity_range,
                            broad ? as_broad_index : ""));
  return Placed{group, 1};
}

Result<Placed> GroupsBuilder::place_future(const InstrumentId& product) {
  const auto member = pack_.futures.find(product);
  if (member == pack_.futures.end())
    return fail(Reason::not_covered,
                "futures are eligible for portfolio margin on broad indexes only, and the pack "
                "names no class group for " +
                    std::string{product.view()} + "; the method span margins it");
  PLIMSOLL_TRY(group, in_pack(member->second));
  return Placed{group, 1};
}

Result<std::size_t> GroupsBuilder::in_pack(std::size_t group) {
  const MemberGroup& members = pack_.class_groups[group];
  const OffsetGroup& product = pack_.product_groups[members.product_group];
  if (product.range.empty())
    return fail(Reason::not_covered,
                (product.note.empty() ? "how far " + product.name + " is moved is not known"
                                      : product.note) +
                    "; give its range in a pack of your own (--tims-pack)");
  return add({group, ""}, {members.name, product.range, product.note, members.product_group});
}

Result<std::size_t> GroupsBuilder::alone(const InstrumentId& id, const std::string& range_type,
                                         std::string remark) {
  return add({std::nullopt, std::string{id.view()}},
             {std::string{id.view()}, range_type, std::move(remark), std::nullopt});
}

Result<std::size_t> GroupsBuilder::add(const Key& key, Found found) {
  const RangeRow& row = range_of(found.range_type);
  if (rules_ < row.since)
    return fail(Reason::not_in_force,
                "no portfolio margin of " + found.name + " on " + to_text(rules_) +
                    "; the first range of its kind (" + found.range_type + ") is of " +
                    to_text(row.since) + "; ask --method reg_t for it",
                row.paragraph.empty() ? pack_.file : row.paragraph);
  if (const auto known = known_.find(key); known != known_.end()) {
    Found& before = found_[known->second];
    if (before.range_type == found.range_type) return known->second;
    // Whoever was read first must not decide.
    if (range_of(before.range_type).down < row.down) before.range_type = found.range_type;
    before.remark =
        "what is on it says differently whether it is a broad index; moved as far as the widest "
        "says";
    return known->second;
  }
  known_.emplace(key, found_.size());
  found_.push_back(std::move(found));
  return found_.size() - 1;
}

Groups GroupsBuilder::sorted() {
  // A class group without offsets is its own product group, and that its own top.
  const auto product_of = [&](const Found& one) -> const OffsetGroup* {
    if (!one.product || !offsets(pack_.product_groups[*one.product])) return nullptr;
    return &pack_.product_groups[*one.product];
  };
  const auto portfolio_of = [&](const Found& one) -> const OffsetGroup* {
    const OffsetGroup* product = product_of(one);
    if (!product || !product->above || !offsets(pack_.portfolio_groups[*product->above]))
      return nullptr;
    return &pack_.portfolio_groups[*product->above];
  };
  std::vector<std::size_t> order(found_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto name = [](const OffsetGroup* group) { return group ? group->name : std::string{}; };
  std::ranges::sort(order, {}, [&](std::size_t i) {
    const Found& one = found_[i];
    // Of the pack's and an undescribed symbol of the same name the pack's comes first.
    return std::tuple{name(portfolio_of(one)), name(product_of(one)), one.name,
                      !one.product.has_value()};
  });

  Groups groups;
  place_of_.assign(found_.size(), 0);
  const OffsetGroup *product_before = nullptr, *portfolio_before = nullptr;
  for (const std::size_t i : order) {
    const Found& one = found_[i];
    const OffsetGroup *product = product_of(one), *portfolio = portfolio_of(one);
    const bool new_top = !portfolio || portfolio != portfolio_before;
    const bool new_product = !product || product != product_before;
    if (new_product) {
      if (new_top)
        groups.tops.push_back({portfolio, portfolio ? portfolio->name
                                          : product ? product->name
                                                    : one.name});
      groups.products.push_back({product, groups.tops.size() - 1});
    }
    place_of_[i] = groups.classes.size();
    groups.classes.push_back(
        {one.name, pack_.range(one.range_type, role_), groups.products.size() - 1, one.remark});
    product_before = product;
    portfolio_before = portfolio;
  }
  return groups;
}

}  // namespace plimsoll::tims
