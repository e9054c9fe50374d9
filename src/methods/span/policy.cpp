// A parsed file to a policy, and rounding as it says.

#include "methods/span/policy.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/house_nodes.hpp"

namespace plimsoll::span {
namespace {

constexpr std::array<std::string_view, 2> minimum_words{"after_credits", "before_credits"};
constexpr std::array<std::string_view, 3> mode_words{"none", "half_up", "down"};
constexpr int places_min = -9;
constexpr std::size_t houses_max = 1'000;

struct Figure {
  std::string_view key = {};
  Rounding RoundingProfile::* where = {};
};
constexpr std::array figures{
    Figure{"scenario", &RoundingProfile::scenario},
    Figure{"scan", &RoundingProfile::scan},
    Figure{"delta", &RoundingProfile::delta},
    Figure{"spreads", &RoundingProfile::spreads},
    Figure{"weighted_price_risk", &RoundingProfile::weighted_price_risk},
    Figure{"credit_leg", &RoundingProfile::credit_leg},
    Figure{"credit", &RoundingProfile::credit},
    Figure{"charge", &RoundingProfile::charge},
    Figure{"requirement", &RoundingProfile::requirement},
    Figure{"option_value", &RoundingProfile::option_value},
};
constexpr auto figure_keys = [] {
  std::array<std::string_view, figures.size()> keys;
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = figures[i].key;
  return keys;
}();

/// One file while it is read.
class Reader : HouseNodes {
 public:
  Reader(const Node& root, const std::string& file) : HouseNodes{file}, root_{root} {
    policy_.file = file;
  }

  Result<PolicyRef> read() {
    static constexpr std::array<std::string_view, 9> keys{
        "schema",         "name",   "source",          "retrieved",
        "effective_from", "houses", "minimum_against", "rates_to_risk_exponent",
        "rounding"};
    PLIMSOLL_TRY_VOID(known_keys(root_, keys, "a SPAN policy"));
    PLIMSOLL_TRY_VOID(read_heading());
    PLIMSOLL_TRY_VOID(read_houses());
    PLIMSOLL_TRY(against, word_in<MinimumAgainst>(minimum_words, root_, "minimum_against"));
    policy_.minimum_against = against;
    PLIMSOLL_TRY_VOID(read_exponent());
    PLIMSOLL_TRY_VOID(read_roundings());
    return std::make_shared<const Policy>(std::move(policy_));
  }

 private:
  Result<void> read_heading() {
    PLIMSOLL_TRY(schema, text_in(root_, "schema"));
    if (schema != "plimsoll.span/1")
      return refuse(*root_.find("schema"),
                    "schema \"" + schema.substr(0, 40) + "\"; write \"plimsoll.span/1\"");
    PLIMSOLL_TRY(name, text_in(root_, "name"));
    if (name.find_first_of(",/ \t") != std::string::npos)
      return refuse(*root_.find("name"), "a policy's name has no comma, slash or blank");
    PLIMSOLL_TRY_VOID(text_in(root_, "source"));
    PLIMSOLL_TRY_VOID(date_in(root_, "retrieved"));
    PLIMSOLL_TRY_VOID(date_in(root_, "effective_from"));
    policy_.name = name;
    return {};
  }

  /// An empty list is a policy that is only taken where it is asked for.
  Result<void> read_houses() {
    const Node* list = root_.find("houses");
    if (!list) return refuse(root_, "\"houses\" is missing; write houses = [\"CME\"]");
    if (list->kind != Node::Kind::array || houses_max < list->items.size())
      return refuse(*list, "houses is not a list of clearing houses; write houses = [\"CME\"]");
    for (const Node& item : list->items) {
      if (item.kind != Node::Kind::string || item.text.empty())
        return refuse(item, "a clearing house is not text; write houses = [\"CME\"]");
      if (std::ranges::find(policy_.houses, item.text) != policy_.houses.end())
        return refuse(item, "\"" + item.text.substr(0, 40) + "\" is there twice; keep one");
      policy_.houses.push_back(item.text);
    }
    return {};
  }

  Result<void> read_exponent() {
    const std::string key = "rates_to_risk_exponent";
    const Node* node = root_.find(key);
    if (!node) return refuse(root_, "\"" + key + "\" is missing; write " + key + " = true");
    if (node->kind != Node::Kind::boolean)
      return refuse(*node, key + " is neither true nor false; write one of them, without quotes");
    policy_.rates_to_risk_exponent = node->text == "true";
    return {};
  }

  /// Each figure stands there: one left out would be a decision nobody took.
  Result<void> read_roundings() {
    const Node* table = root_.find("rounding");
    if (!table)
      return refuse(root_, "\"rounding\" is missing; write [rounding] and a line for each of: " +
                               house::listed(figure_keys));
    PLIMSOLL_TRY_VOID(known_keys(*table, figure_keys, "[rounding]"));
    for (const Figure& figure : figures) {
      const Node* node = table->find(figure.key);
      const std::string key{figure.key};
      if (!node)
        return refuse(*table, "\"" + key + "\" is missing; write " + key +
                                  " = { mode = \"half_up\", places = 2 }");
      PLIMSOLL_TRY(rounding, rounding_in(*node, key));
      policy_.rounding.*figure.where = rounding;
    }
    return {};
  }

  Result<Rounding> rounding_in(const Node& node, const std::string& key) const {
    static constexpr std::array<std::string_view, 2> keys{"mode", "places"};
    PLIMSOLL_TRY_VOID(known_keys(node, keys, "the rounding of " + key));
    PLIMSOLL_TRY(mode, word_in<RoundingMode>(mode_words, node, "mode"));
    const Node* places = node.find("places");
    if (mode == RoundingMode::none) {
      if (places)
        return refuse(*places,
                      "what is exact has no places; leave them out, or write mode = "
                      "\"half_up\"");
      return Rounding{};
    }
    if (!places) return refuse(node, "\"places\" is missing; write places = 0 for whole units");
    PLIMSOLL_TRY(count, places_of(*places));
    return Rounding{mode, count};
  }

  Result<int> places_of(const Node& node) const {
    const auto number = parse_decimal(node.text);
    const bool whole = node.kind == Node::Kind::number && number &&
                       number->nano() % Decimal::scale == 0 &&
                       abs(*number) <= Decimal{Decimal::places};
    if (!whole)
      return refuse(node, "places is " + node.text.substr(0, 40) + "; write a whole number from " +
                              std::to_string(places_min) + " to " +
                              std::to_string(Decimal::places) + ", without quotes");
    return static_cast<int>(number->nano() / Decimal::scale);
  }

  const Node& root_;
  Policy policy_;
};

}  // namespace

Result<PolicyRef> policy(const Node& file, const std::string& name) {
  return Reader{file, name}.read();
}

Decimal rounded(Decimal value, const Rounding& rounding) {
  if (rounding.mode == RoundingMode::none || rounding.places >= Decimal::places) return value;
  Int128 unit = 1;
  for (int place = Decimal::places; place > rounding.places; --place) unit *= 10;
  const Int128 rest = value.nano() % unit;  // of the value's sign
  const Int128 down = value.nano() - rest;
  if (rounding.mode == RoundingMode::down) return Decimal::from_nano(down);
  const Int128 size = rest < 0 ? -rest : rest;
  if (size < unit - size) return Decimal::from_nano(down);
  return Decimal::from_nano(rest < 0 ? down - unit : down + unit);
}

}  // namespace plimsoll::span
