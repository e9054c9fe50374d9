#include "apps/json/read_interest.hpp"

namespace plimsoll::json {
namespace {

constexpr FixedRange part_range{0, 1, "it is a part: write 0.8 for 80 %"};
constexpr FixedRange rate_range{0, 10, "it is a fraction a year: write 0.25 for 25 %"};
// The two ends, and five between them.
constexpr std::size_t knots_max = 7;

std::optional<RateKnot> read_knot(const Node& node, const Place& place, Notes& notes) {
  if (!is_object(node, place, notes)) return {};
  const Fields fields{node, place, rate_knot_keys, notes};
  fields.require({"utilisation", "rate"});
  const auto utilisation = fields.fixed("utilisation", part_range);
  const auto rate = fields.fixed("rate", rate_range);
  if (!utilisation || !rate) return {};
  return RateKnot{*utilisation, *rate};
}

void check_curve(const std::vector<RateKnot>& curve, const Place& place, Notes& notes) {
  if (curve.empty())
    return notes.refuse(place, "it is empty; write its points of utilisation 0 and 1 at least");
  if (!curve.front().utilisation.is_zero())
    return notes.refuse(place / std::size_t{0},
                        "a curve begins where nothing is borrowed; write its point of utilisation "
                        "0 first");
  if (curve.back().utilisation != Fixed48::of(1))
    return notes.refuse(place / (curve.size() - 1),
                        "a curve ends where everything is borrowed; write its point of "
                        "utilisation 1 last");
  for (std::size_t i = 1; i < curve.size(); ++i) {
    if (curve[i].utilisation <= curve[i - 1].utilisation)
      notes.refuse(place / i,
                   "its utilisation is not above that of the point before; sort them, each once");
    if (curve[i].rate < curve[i - 1].rate)
      notes.refuse(place / i,
                   "its rate is below that of the point before; rates do not fall as more is "
                   "borrowed");
  }
}

std::vector<RateKnot> read_curve(const Node& node, const Place& place, Notes& notes) {
  std::vector<RateKnot> curve;
  if (!is_array(node, place, notes)) return curve;
  if (node.items.size() > knots_max) {
    notes.refuse(place, "there are " + std::to_string(node.items.size()) +
                            " points; a bank's curve has at most " + std::to_string(knots_max));
    return curve;
  }
  const std::size_t mistakes_before = notes.count();
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (const auto knot = read_knot(node.items[i], place / i, notes)) curve.push_back(*knot);
  if (notes.count() == mistakes_before) check_curve(curve, place, notes);
  return curve;
}

}  // namespace

InterestTerms read_interest(const Node& node, const Place& place, Notes& notes) {
  InterestTerms terms;
  if (!is_object(node, place, notes)) return terms;
  const Fields fields{node, place, interest_keys, notes};
  fields.require({"curve"});
  if (const Node* curve = fields.find("curve"))
    terms.curve = read_curve(*curve, place / "curve", notes);
  const auto fee = [&](std::string_view key, const FixedRange& range) {
    return fields.fixed(key, range).value_or(Fixed48{});
  };
  terms.protocol_fixed_fee = fee("protocol_fixed_fee", rate_range);
  terms.protocol_rate_fee = fee("protocol_rate_fee", rate_range);
  terms.insurance_fixed_fee = fee("insurance_fixed_fee", rate_range);
  terms.insurance_rate_fee = fee("insurance_rate_fee", rate_range);
  terms.group_fixed_fee = fee("group_fixed_fee", rate_range);
  terms.group_rate_fee = fee("group_rate_fee", rate_range);
  terms.origination_fee = fee("origination_fee", part_range);
  return terms;
}

}  // namespace plimsoll::json
