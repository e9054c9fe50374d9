#include "apps/json/read_position.hpp"

#include <utility>

#include "model/limits.hpp"

namespace plimsoll::json {
namespace {

std::optional<DraftLot> read_lot(const Node& node, const Place& place, Notes& notes) {
  if (!is_object(node, place, notes)) return {};
  const Fields fields{node, place, lot_keys, notes};
  fields.require({"quantity", "cost", "date"});
  const auto quantity = fields.quantity("quantity");
  if (quantity && abs(*quantity) > limits::quantity_max)
    fields.refuse("quantity", "this is more than " + to_text(limits::quantity_max) +
                                  " units; no lot is so large");
  const auto cost = fields.decimal("cost", limits::price_max);
  const auto date = fields.date("date");
  if (!quantity || !cost || !date) return {};
  return DraftLot{*quantity, *cost, *date};
}

}  // namespace

std::optional<DraftPosition> read_position(const Node& node, const Place& place, Notes& notes) {
  const std::size_t mistakes_before = notes.count();
  if (!is_object(node, place, notes)) return {};
  const Fields fields{node, place, position_keys, notes};
  fields.require({"symbol", "quantity"});
  DraftPosition position;
  position.where = place.text();
  if (auto symbol = fields.text("symbol")) position.symbol = *std::move(symbol);
  if (const auto quantity = fields.quantity("quantity")) position.quantity = *quantity;
  if (const auto holding = fields.word("holding", holding_words)) position.holding = *holding;
  position.average_cost = fields.decimal("average_cost", limits::price_max);
  position.trade_price = fields.decimal("trade_price", limits::price_max);
  position.trade_date = fields.date("trade_date");
  if (auto name = fields.text("name")) position.name = *std::move(name);
  if (const Node* lots = fields.find("lots")) {
    const Place here = place / "lots";
    if (is_array(*lots, here, notes))
      for (std::size_t i = 0; i < lots->items.size(); ++i)
        if (const auto lot = read_lot(lots->items[i], here / i, notes))
          position.lots.push_back(*lot);
  }
  if (notes.count() != mistakes_before) return {};
  return position;
}

}  // namespace plimsoll::json
