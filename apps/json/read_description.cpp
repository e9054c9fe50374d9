#include "apps/json/read_description.hpp"

#include <utility>

#include "apps/json/read_named.hpp"
#include "model/limits.hpp"
#include "model/osi.hpp"

namespace plimsoll::json {
namespace {

constexpr RealRange ratio_range{0, 1, "it is a fraction: write 0.01 for 1 %"};
constexpr WholeRange day_range{1, 31};
// Loose: what each member may be is bounded with its meaning; this only keeps numbers small.
constexpr Decimal factor_max{1'000'000'000};
constexpr Decimal shares_max{1'000'000'000'000'000};

/// A day of the month as a number or a text, or a week: "W3". Which text is one is for whoever
/// knows its month.
std::string read_day(const Fields& fields, std::string_view key) {
  const Node* node = fields.find(key);
  if (node == nullptr) return {};
  if (node->kind != Node::Kind::number) return fields.text(key).value_or("");
  const auto day = fields.whole(key, day_range);
  return day ? std::to_string(*day) : std::string{};
}

/// "202512", written as text or as a number.
std::string read_month(const Fields& fields, std::string_view key) {
  const Node* node = fields.find(key);
  if (node == nullptr) return {};
  if (node->kind == Node::Kind::number && node->text.size() == 6) return node->text;
  return fields.text(key).value_or("");
}

}  // namespace

Description read_description(std::string_view symbol, const Node& node, const Place& place,
                             Notes& notes) {
  Description said;
  said.symbol = symbol;
  said.where = place.text();
  if (!is_object(node, place, notes)) return said;
  const Fields fields{node, place, description_keys, notes};
  for (const auto& [key, member] :
       {std::pair{"type", &Description::type}, std::pair{"currency", &Description::currency},
        std::pair{"reference", &Description::reference},
        std::pair{"index_class", &Description::index_class},
        std::pair{"underlying", &Description::underlying}, std::pair{"right", &Description::right},
        std::pair{"style", &Description::style}, std::pair{"settlement", &Description::settlement},
        std::pair{"rating", &Description::rating}, std::pair{"issuer", &Description::issuer},
        std::pair{"sector", &Description::sector}, std::pair{"industry", &Description::industry},
        std::pair{"product", &Description::product}, std::pair{"exchange", &Description::exchange}})
    said.*member = fields.text(key).value_or("");
  said.month = read_month(fields, "month");
  said.option_month = read_month(fields, "option_month");
  said.leverage = fields.decimal("leverage", factor_max);
  said.underlying_scale = fields.decimal("underlying_scale", factor_max);
  said.strike = fields.decimal("strike", limits::price_max);
  said.multiplier = fields.decimal("multiplier", factor_max);
  said.conversion_ratio = fields.decimal("conversion_ratio", factor_max);
  said.shares_outstanding = fields.decimal("shares_outstanding", shares_max);
  said.expense_ratio = fields.real("expense_ratio", ratio_range);
  said.return_of_capital_ratio = fields.real("return_of_capital_ratio", ratio_range);
  said.expiry = fields.date("expiry");
  said.marginable_from = fields.date("marginable_from");
  said.maturity = fields.date("maturity");
  said.marginable = fields.boolean("marginable");
  said.zero_coupon = fields.boolean("zero_coupon");
  said.day = read_day(fields, "day");
  said.option_day = read_day(fields, "option_day");
  return said;
}

std::vector<Description> read_descriptions(const Node& node, const Place& place, Notes& notes) {
  std::vector<Description> all;
  // Both of two spellings are read, for the mistakes in them.
  read_named(node, place, notes, "the symbol described as", [&](const NamedMember& one) {
    all.push_back(read_description(one.id.view(), one.value, one.place, notes));
  });
  return all;
}

}  // namespace plimsoll::json
