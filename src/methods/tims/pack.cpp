// A parsed file to a parameter pack.

#include "methods/tims/pack.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "model/limits.hpp"
#include "rules/house_nodes.hpp"

namespace plimsoll::tims {
namespace {

constexpr std::array<std::string_view, 3> role_words{"customer", "broker_dealer", "market_maker"};
constexpr std::array<std::string_view, 2> minimum_words{"product_group", "class_group"};
constexpr std::array<std::string_view, 1> volatility_words{"sticky_strike"};
constexpr std::size_t rows_max = 20'000;
constexpr int time_roll_max = 30;
/// Offsets to three places keep products of the grid exact in the ninth.
constexpr Decimal offset_unit = Decimal::from_nano(Decimal::scale / 1000);

/// One file while it is read.
class Reader : HouseNodes {
 public:
  Reader(const Node& root, const std::string& file)
      : HouseNodes{file}, root_{root}, pack_{std::make_shared<Pack>()} {
    pack_->file = file;
  }

  Result<PackRef> read() {
    PLIMSOLL_TRY_VOID(read_heading());
    if (pack_->is_overlay()) {
      PLIMSOLL_TRY_VOID(each("stress", [&](const Node& row) { return read_stress(row); }));
      if (pack_->stresses.empty()) return refuse(root_, "no [[stress]] rows; write at least one");
      cite_rows();
      return PackRef{std::move(pack_)};
    }
    PLIMSOLL_TRY_VOID(read_terms());
    PLIMSOLL_TRY_VOID(each("range", [&](const Node& row) { return read_range(row); }));
    PLIMSOLL_TRY_VOID(check_ranges());
    PLIMSOLL_TRY_VOID(each("portfolio_group", [&](const Node& row) {
      return read_offset_group(row, pack_->portfolio_groups, false);
    }));
    PLIMSOLL_TRY_VOID(each("product_group", [&](const Node& row) {
      return read_offset_group(row, pack_->product_groups, true);
    }));
    PLIMSOLL_TRY_VOID(each("class_group", [&](const Node& row) { return read_class(row); }));
    cite_rows();
    return PackRef{std::move(pack_)};
  }

 private:
  /// Once every row has its place: citations point into them.
  void cite_rows() {
    const auto cite = [&](auto& row, std::string_view paragraph, Label gist, Label reading) {
      constexpr std::string_view finra = "FINRA Rule 4210", sec = "17 CFR 240.15c3-1a";
      const bool of_finra = paragraph.starts_with(finra);
      row.law = {.source = of_finra                     ? Label{"FINRA Rule 4210"}
                           : paragraph.starts_with(sec) ? Label{"SEC Rule 15c3-1a"}
                                                        : Label::of(pack_->title),
                 .paragraph = Label::of(of_finra ? paragraph.substr(finra.size()) : paragraph),
                 .gist = gist,
                 .reading = reading,
                 .grade = row.grade};
    };
    for (RangeRow& row : pack_->ranges) cite(row, row.paragraph, Label::of(row.label), "");
    for (OffsetGroup& group : pack_->portfolio_groups)
      cite(group, group.paragraph, "what offsets between product groups", Label::of(group.note));
    for (OffsetGroup& group : pack_->product_groups)
      cite(group, group.paragraph, "how far the product group is moved, and what offsets in it",
           Label::of(group.note));
    for (Stress& stress : pack_->stresses)
      cite(stress, stress.name, Label::of(stress.reason), Label::of(stress.reading));
  }

  SourceLine at(const Node& row) const { return {Label::of(pack_->file), row.line}; }

  template <class Read>
  Result<void> each(const std::string& key, Read read) {
    const Node* rows = root_.find(key);
    if (!rows) return {};
    if (rows->kind != Node::Kind::array)
      return refuse(*rows, key + " is not a list of rows; write [[" + key + "]]");
    if (rows_max < rows->items.size())
      return refuse(*rows, "more than " + std::to_string(rows_max) + " rows of " + key);
    for (const Node& row : rows->items) PLIMSOLL_TRY_VOID(read(row));
    return {};
  }

  Result<void> read_heading() {
    static constexpr std::array<std::string_view, 8> heading{
        "schema", "name", "title", "source", "retrieved", "effective_from", "grade", "over"};
    static constexpr std::array<std::string_view, 14> keys{
        "schema",        "name",           "title", "source",
        "retrieved",     "effective_from", "grade", "time_roll_days",
        "volatility",    "minimum_over",   "range", "portfolio_group",
        "product_group", "class_group"};
    static constexpr std::array<std::string_view, 9> overlay_keys{
        heading[0], heading[1], heading[2], heading[3], heading[4],
        heading[5], heading[6], heading[7], "stress"};
    PLIMSOLL_TRY_VOID(root_.find("over") ? known_keys(root_, overlay_keys, "an overlay")
                                         : known_keys(root_, keys, "a parameter pack"));
    PLIMSOLL_TRY(schema, text_in(root_, "schema"));
    if (schema != "plimsoll.tims/1")
      return refuse(*root_.find("schema"),
                    "schema \"" + schema.substr(0, 40) + "\"; write \"plimsoll.tims/1\"");
    PLIMSOLL_TRY(name, text_in(root_, "name"));
    PLIMSOLL_TRY(title, text_in(root_, "title"));
    PLIMSOLL_TRY(source, text_in(root_, "source"));
    PLIMSOLL_TRY(retrieved, date_in(root_, "retrieved"));
    PLIMSOLL_TRY(effective_from, date_in(root_, "effective_from"));
    PLIMSOLL_TRY(grade, grade_in(root_));
    if (name.find_first_of(",/ \t") != std::string::npos)
      return refuse(*root_.find("name"), "a pack's name has no comma, slash or blank");
    if (root_.find("over")) {
      PLIMSOLL_TRY(over, text_in(root_, "over"));
      if (over == name)
        return refuse(*root_.find("over"), "a pack cannot stand over itself; name the one beneath");
      pack_->over = over;
    }
    pack_->name = name;
    pack_->title = title;
    pack_->source = source;
    pack_->line = root_.find("name")->line;
    pack_->retrieved = retrieved;
    pack_->effective_from = effective_from;
    pack_->grade = grade;
    return {};
  }

  Result<void> read_terms() {
    if (const Node* node = root_.find("time_roll_days")) {
      PLIMSOLL_TRY(days, number_of("time_roll_days", *node));
      if (Decimal{time_roll_max} < days || days.nano() % Decimal::scale != 0)
        return refuse(*node, "time_roll_days is " + node->text + "; write whole days, 0 to 30");
      pack_->time_roll_days = static_cast<int>(days.nano() / Decimal::scale);
    }
    if (const Node* node = root_.find("volatility"); node && node->text == "sticky_moneyness")
      return refuse(*node,
                    "how a curve of volatilities moves with the price is not public; write "
                    "\"sticky_strike\"");
    if (root_.find("volatility"))
      PLIMSOLL_TRY_VOID(word_in<std::size_t>(volatility_words, root_, "volatility"));
    if (root_.find("minimum_over")) {
      PLIMSOLL_TRY(level, word_in<MinimumOver>(minimum_words, root_, "minimum_over"));
      pack_->minimum_over = level;
    }
    return {};
  }

  Result<Decimal> move_in(const Node& row, const std::string& key) const {
    const Node* node = row.find(key);
    if (!node) return refuse(row, "\"" + key + "\" is missing; write " + key + " = \"0.15\"");
    PLIMSOLL_TRY(move, number_of(key, *node));
    if (move.is_zero() || Decimal{1} < move)
      return refuse(*node, key + " is " + node->text +
                               "; it is a part of the price above 0 and at most 1: write 15 % as "
                               "\"0.15\"");
    return move;
  }

  Result<Grade> grade_of(const Node& row) const {
    if (!row.find("grade")) return pack_->grade;
    return grade_in(row);
  }
  Result<std::string> text_or_nothing(const Node& row, const std::string& key) const {
    if (!row.find(key)) return std::string{};
    return text_in(row, key);
  }

  Result<void> read_range(const Node& row) {
    static constexpr std::array<std::string_view, 8> keys{"type",  "role",      "down",  "up",
                                                          "since", "paragraph", "grade", "note"};
    PLIMSOLL_TRY_VOID(known_keys(row, keys, "a range"));
    PLIMSOLL_TRY(type, text_in(row, "type"));
    PLIMSOLL_TRY(role, word_in<Role>(role_words, row, "role"));
    PLIMSOLL_TRY(down, move_in(row, "down"));
    PLIMSOLL_TRY(up, move_in(row, "up"));
    PLIMSOLL_TRY(grade, grade_of(row));
    PLIMSOLL_TRY(paragraph, text_or_nothing(row, "paragraph"));
    Date since = pack_->effective_from;
    if (row.find("since")) {
      PLIMSOLL_TRY(day, date_in(row, "since"));
      since = std::max(since, day);
    }
    if (type == "unknown") return refuse(row, "\"unknown\" is no type of range; name it");
    if (pack_->range(type, role))
      return refuse(row, "the range of " + type + " is there twice for " +
                             std::string{role_words[static_cast<std::size_t>(role)]} +
                             "; keep one");
    const std::string label =
        "range of " + type + ", " + std::string{role_words[static_cast<std::size_t>(role)]};
    pack_->ranges.push_back({.type = type,
                             .role = role,
                             .down = down,
                             .up = up,
                             .since = since,
                             .grade = grade,
                             .paragraph = paragraph,
                             .label = label,
                             .where = at(row)});
    return {};
  }

  /// A type one role has and another has not is a gap: an account would meet it one day.
  Result<void> check_ranges() const {
    std::set<std::string> types{equity_range, broad_index_range};
    for (const RangeRow& row : pack_->ranges) types.insert(row.type);
    for (const std::string& type : types)
      for (std::size_t role = 0; role < role_words.size(); ++role)
        if (!pack_->range(type, static_cast<Role>(role)))
          return refuse(root_, "there is no range of " + type + " for " +
                                   std::string{role_words[role]} + "; add a [[range]] row");
    return {};
  }

  template <class Groups>
  static std::optional<std::size_t> place_in(const Groups& groups, const std::string& name) {
    for (std::size_t i = 0; i < groups.size(); ++i)
      if (groups[i].name == name) return i;
    return std::nullopt;
  }

  Result<void> read_offset_group(const Node& row, std::vector<OffsetGroup>& groups,
                                 bool of_products) {
    static constexpr std::array<std::string_view, 7> keys{
        "name", "offset", "paragraph", "grade", "note", "range", "portfolio_group"};
    PLIMSOLL_TRY_VOID(known_keys(row, keys, "a group"));
    OffsetGroup group;
    PLIMSOLL_TRY(name, text_in(row, "name"));
    group.name = name;
    if (place_in(groups, name))
      return refuse(row, "there are two groups called \"" + name + "\"; give one another name");
    const Node* offset = row.find("offset");
    if (!offset) return refuse(row, "\"offset\" is missing; write offset = \"0.90\"");
    PLIMSOLL_TRY(part, number_of("offset", *offset));
    if (Decimal{1} < part || part.nano() % offset_unit.nano() != 0)
      return refuse(*offset, "offset is " + offset->text +
                                 "; it is a part of a gain from 0 to 1, to three places: write "
                                 "90 % as \"0.90\"");
    group.offset = part;
    PLIMSOLL_TRY(grade, grade_of(row));
    group.grade = grade;
    PLIMSOLL_TRY(paragraph, text_or_nothing(row, "paragraph"));
    group.paragraph = paragraph;
    PLIMSOLL_TRY(note, text_or_nothing(row, "note"));
    group.note = note;
    group.where = at(row);
    if (of_products) {
      PLIMSOLL_TRY_VOID(read_product_terms(row, group));
    } else if (row.find("range") || row.find("portfolio_group")) {
      return refuse(row, "a portfolio group has a name and an offset; ranges are product groups'");
    }
    groups.push_back(std::move(group));
    return {};
  }

  Result<void> read_product_terms(const Node& row, OffsetGroup& group) const {
    PLIMSOLL_TRY(range, text_in(row, "range"));
    if (range != "unknown" && !pack_->range(range, Role::customer))
      return refuse(*row.find("range"), "there is no range of \"" + range.substr(0, 40) +
                                            "\"; add a [[range]] row or write \"unknown\"");
    if (range != "unknown") group.range = range;
    if (!row.find("portfolio_group")) return {};
    PLIMSOLL_TRY(above, text_in(row, "portfolio_group"));
    group.above = place_in(pack_->portfolio_groups, above);
    if (!group.above)
      return refuse(*row.find("portfolio_group"), "there is no portfolio group \"" +
                                                      above.substr(0, 40) +
                                                      "\"; add a [[portfolio_group]] row");
    return {};
  }

  Result<void> read_class(const Node& row) {
    static constexpr std::array<std::string_view, 7> keys{
        "name", "product_group", "members", "futures", "grade", "note", "paragraph"};
    PLIMSOLL_TRY_VOID(known_keys(row, keys, "a class group"));
    MemberGroup group;
    PLIMSOLL_TRY(name, text_in(row, "name"));
    group.name = name;
    if (place_in(pack_->class_groups, name))
      return refuse(row,
                    "there are two class groups called \"" + name + "\"; give one another name");
    PLIMSOLL_TRY(product, text_in(row, "product_group"));
    const auto place = place_in(pack_->product_groups, product);
    if (!place)
      return refuse(*row.find("product_group"), "there is no product group \"" +
                                                    product.substr(0, 40) +
                                                    "\"; add a [[product_group]] row");
    group.product_group = *place;
    PLIMSOLL_TRY(grade, grade_of(row));
    group.grade = grade;
    group.where = at(row);
    PLIMSOLL_TRY_VOID(each_in(row, "members",
                              [&](const Node& item) { return read_member(item, group.members); }));
    PLIMSOLL_TRY_VOID(each_in(row, "futures", [&](const Node& item) -> Result<void> {
      PLIMSOLL_TRY(symbol, symbol_of(item, "futures"));
      const auto [first, fresh] = pack_->futures.emplace(symbol, pack_->class_groups.size());
      if (!fresh) return twice(item, symbol, first->second);
      group.futures.emplace_back(symbol.view());
      return {};
    }));
    if (group.members.empty())
      return refuse(row, "the class group has no members; write members = [\"SPX\", \"SPY\"]");
    pack_->class_groups.push_back(std::move(group));
    return {};
  }

  template <class Read>
  Result<void> each_in(const Node& row, const std::string& key, Read read) const {
    const Node* list = row.find(key);
    if (!list) return {};
    if (list->kind != Node::Kind::array)
      return refuse(*list, key + " is not a list; write " + key + " = [\"SPX\"]");
    for (const Node& item : list->items) PLIMSOLL_TRY_VOID(read(item));
    return {};
  }

  /// Spelled as accounts spell them; another spelling would match nothing, and in silence.
  Result<InstrumentId> symbol_of(const Node& item, const std::string& key) const {
    const auto of_symbol = [](char c) {
      return ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '.' || c == '/' || c == '-';
    };
    if (item.kind != Node::Kind::string || item.text.empty() || !InstrumentId::fits(item.text) ||
        !std::ranges::all_of(item.text, of_symbol))
      return refuse(item, key + " holds \"" + item.text.substr(0, 40) +
                              "\", which is no symbol; write capitals and digits, in quotes: "
                              "\"SPY\"");
    return InstrumentId{item.text};
  }

  std::unexpected<Error> twice(const Node& item, const InstrumentId& symbol,
                               std::size_t first) const {
    return refuse(item, std::string{symbol.view()} + " is in two class groups" +
                            (first < pack_->class_groups.size()
                                 ? ", also in \"" + pack_->class_groups[first].name + "\""
                                 : std::string{}) +
                            "; keep it in one");
  }

  /// A symbol, or a table of a symbol and its multiple.
  Result<void> read_member(const Node& item, std::vector<std::string>& into) {
    PackMember member{.class_group = pack_->class_groups.size()};
    const Node* named = &item;
    if (item.kind == Node::Kind::object) {
      static constexpr std::array<std::string_view, 2> keys{"symbol", "times"};
      PLIMSOLL_TRY_VOID(known_keys(item, keys, "a member"));
      named = item.find("symbol");
      const Node* times = item.find("times");
      if (!named || !times)
        return refuse(item,
                      "a member that moves a multiple has both symbol and times: {symbol = "
                      "\"TMV\", times = \"-3\"}");
      const auto multiple = parse_decimal(times->text);
      if (!multiple || multiple->is_zero() || limits::leverage_max < abs(*multiple))
        return refuse(*times, "times is " + times->text.substr(0, 40) +
                                  "; write the daily multiple, from -10 to 10 and not 0");
      member.times = *multiple;
    }
    PLIMSOLL_TRY(symbol, symbol_of(*named, "members"));
    const auto [first, fresh] = pack_->members.emplace(symbol, member);
    if (!fresh) return twice(item, symbol, first->second.class_group);
    into.emplace_back(symbol.view());
    return {};
  }

  Result<void> read_stress(const Node& row) {
    static constexpr std::array<std::string_view, 10> keys{
        "name",  "reason",     "reading", "at_least", "largest",
        "range", "volatility", "sigmas",  "days",     "grade"};
    PLIMSOLL_TRY_VOID(known_keys(row, keys, "a stress"));
    Stress stress;
    PLIMSOLL_TRY(name, text_in(row, "name"));
    stress.name = name;
    if (place_in(pack_->stresses, name))
      return refuse(row, "there are two tests called \"" + name + "\"; give one another name");
    PLIMSOLL_TRY(reason, text_in(row, "reason"));
    stress.reason = reason;
    PLIMSOLL_TRY(reading, text_or_nothing(row, "reading"));
    stress.reading = reading;
    PLIMSOLL_TRY(grade, grade_of(row));
    stress.grade = grade;
    stress.where = at(row);
    if (row.find("at_least")) {
      PLIMSOLL_TRY(move, move_in(row, "at_least"));
      stress.at_least = move;
    }
    if (row.find("largest")) {
      PLIMSOLL_TRY(move, move_in(row, "largest"));
      stress.largest = move;
    }
    PLIMSOLL_TRY(range, text_or_nothing(row, "range"));
    if (!range.empty() && !stress.largest)
      return refuse(*row.find("range"), "range stands with largest; leave it out");
    stress.range = range;
    if (!range.empty()) stress.range_line = row.find("range")->line;
    stress.needs_history = row.find("sigmas") != nullptr;
    if (row.find("sigmas") || row.find("days")) {
      for (const char* key : {"sigmas", "days"}) {
        if (!row.find(key)) return refuse(row, "sigmas and days stand together; write both");
        PLIMSOLL_TRY_VOID(number_of(key, *row.find(key)));
      }
    }
    const int kinds =
        (stress.at_least ? 1 : 0) + (stress.largest ? 1 : 0) + (stress.needs_history ? 1 : 0);
    PLIMSOLL_TRY_VOID(read_shifts(row, stress));
    if (kinds > 1) return refuse(row, "a test has one of at_least, largest and sigmas");
    if (kinds == 0 && stress.volatility.empty())
      return refuse(row, "a test moves something; write at_least, largest, sigmas or volatility");
    pack_->stresses.push_back(std::move(stress));
    return {};
  }

  Result<void> read_shifts(const Node& row, Stress& stress) const {
    const Node* list = row.find("volatility");
    if (!list) return {};
    if (list->kind != Node::Kind::array || list->items.empty() || list->items.size() > 5)
      return refuse(*list, "volatility is a list of one to five shifts: [\"-0.15\", \"0\"]");
    for (const Node& item : list->items) {
      const auto shift = parse_decimal(item.text);
      if (!shift || !(Decimal{-1} < *shift) || Decimal{5} < *shift)
        return refuse(item, "volatility is shifted by a part of itself above -1 and at most 5");
      stress.volatility.push_back(*shift);
    }
    return {};
  }

  const Node& root_;
  std::shared_ptr<Pack> pack_;
};

}  // namespace

const RangeRow* Pack::range(const std::string& type, Role role) const {
  const auto found = std::ranges::find_if(
      ranges, [&](const RangeRow& row) { return row.type == type && row.role == role; });
  return found == ranges.end() ? nullptr : &*found;
}

Result<void> stands_over(const Pack& overlay, const Pack& base) {
  for (const Stress& stress : overlay.stresses)
    if (!stress.range.empty() && !base.range(stress.range, Role::customer))
      return fail(Reason::bad_input,
                  "the test \"" + stress.name + "\" is of the range \"" +
                      stress.range.substr(0, 40) + "\", which the pack beneath, " + base.name +
                      ", does not have; write the type of one of its [[range]] rows",
                  overlay.file + ":" + std::to_string(stress.range_line));
  return {};
}

Result<PackRef> parameter_pack(const Node& file, const std::string& name) {
  return Reader{file, name}.read();
}

}  // namespace plimsoll::tims
