#include "apps/json/read_unread.hpp"

#include "model/limits.hpp"

namespace plimsoll::json {
namespace {

constexpr std::array<std::string_view, 2> regimes{"intraday", "legacy_day_trade"};
constexpr std::array<std::string_view, 2> margin_keys{"intraday_regime", "practice"};

void check_word(const Fields& fields, std::string_view key, Keys words) {
  if (const Node* node = fields.find(key))
    read_word(*node, words, fields.place() / key, fields.notes());
}

void check_margin(const Node& node, const Place& place, Notes& notes) {
  if (!is_object(node, place, notes)) return;
  const Fields fields{node, place, margin_keys, notes};
  check_word(fields, "intraday_regime", regimes);
  fields.boolean("practice");
}

}  // namespace

std::vector<Member> read_unread(const Fields& fields) {
  const Place& place = fields.place();
  fields.decimal("sma", limits::cash_max);
  fields.decimal("prior_close_equity", limits::cash_max);
  if (const Node* node = fields.find("margin"))
    check_margin(*node, place / "margin", fields.notes());

  std::vector<Member> kept;
  for (const std::string_view key : unread_keys)
    if (const Node* node = fields.find(key)) kept.push_back({std::string{key}, *node});
  return kept;
}

}  // namespace plimsoll::json
