#include "apps/json/read_emode.hpp"

#include <algorithm>

namespace plimsoll::json {
namespace {

constexpr std::size_t entries_max = 10;
constexpr std::int64_t leverage_init_max = 15, leverage_maint_max = 20;
constexpr WholeRange tag_range{1, 65'535};
constexpr FixedRange part_range{0, 1, "it is a part: write 0.9 for 90 %"};
constexpr FixedRange maintenance_weight_range{0, 2, "it is a factor: write 0.9 for 90 %"};

EmodeEntry read_entry(const Node& node, const Place& place, Notes& notes) {
  EmodeEntry entry;
  if (!is_object(node, place, notes)) return entry;
  const Fields fields{node, place, emode_keys, notes};
  fields.require({"collateral_tag", "asset_weight_init", "asset_weight_maint"});
  const auto tag = fields.whole("collateral_tag", tag_range);
  const auto init = fields.fixed("asset_weight_init", part_range);
  const auto maint = fields.fixed("asset_weight_maint", maintenance_weight_range);
  entry.collateral_tag = static_cast<std::uint16_t>(tag.value_or(0));
  if (!init || !maint) return entry;
  if (*init > *maint)
    fields.refuse("asset_weight_init", "it is above asset_weight_maint; write them in order");
  entry.asset_weight_init = *init;
  entry.asset_weight_maint = *maint;
  return entry;
}

/// One weight granted, beside the one its liability counts with.
struct Granted {
  std::string_view key, liability_key;
  Fixed48 weight, liability_weight;
  std::int64_t leverage_max;
};

void check_leverage(const Granted& granted, PoolProtocol protocol, const Place& place,
                    Notes& notes) {
  const auto refuse = [&](std::string what) { notes.refuse(place / granted.key, std::move(what)); };
  const std::string of = std::string{granted.liability_key};
  if (granted.weight >= granted.liability_weight)
    return refuse("it is not below the bank's " + of + ", " +
                  to_text(to_decimal(granted.liability_weight), 0) +
                  ": what is borrowed could be borrowed against without end; write less");
  if (protocol != PoolProtocol::marginfi) return;
  // One over what the weights' ratio leaves of one, cut as the program cuts it: at the cap itself
  // the last bit decides.
  const Fixed48 one = Fixed48::of(1);
  const Fixed48 ratio = over(granted.weight, granted.liability_weight).value();
  const Fixed48 leverage = over(one, minus(one, ratio).value()).value();
  if (leverage <= Fixed48::of(granted.leverage_max)) return;
  const Int128 most =
      granted.liability_weight.bits() / granted.leverage_max * (granted.leverage_max - 1);
  refuse("with the bank's " + of + " of " + to_text(to_decimal(granted.liability_weight), 0) +
         " it allows more than " + std::to_string(granted.leverage_max) +
         " times the equity, the protocol's cap; write at most " +
         to_text_rounded(to_decimal(Fixed48::from_bits(most)), 6, Round::toward_zero));
}

}  // namespace

std::vector<EmodeEntry> read_emode(const Node& node, const Place& place, Notes& notes) {
  std::vector<EmodeEntry> entries;
  if (!is_array(node, place, notes)) return entries;
  if (node.items.size() > entries_max) {
    notes.refuse(place, "there are " + std::to_string(node.items.size()) +
                            " entries; a bank has at most " + std::to_string(entries_max));
    return entries;
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Place here = place / i;
    const EmodeEntry entry = read_entry(node.items[i], here, notes);
    if (entry.collateral_tag != 0 &&
        std::ranges::count(entries, entry.collateral_tag, &EmodeEntry::collateral_tag) != 0)
      notes.refuse(here / "collateral_tag", "this tag stands twice; write one entry for each");
    entries.push_back(entry);
  }
  return entries;
}

void check_emode(const Bank& bank, PoolProtocol protocol, const Place& place, Notes& notes) {
  for (std::size_t i = 0; i < bank.emode.size(); ++i) {
    const EmodeEntry& entry = bank.emode[i];
    const Place here = place / i;
    check_leverage({"asset_weight_init", "liability_weight_init", entry.asset_weight_init,
                    bank.liability_weight_init, leverage_init_max},
                   protocol, here, notes);
    check_leverage({"asset_weight_maint", "liability_weight_maint", entry.asset_weight_maint,
                    bank.liability_weight_maint, leverage_maint_max},
                   protocol, here, notes);
  }
}

}  // namespace plimsoll::json
