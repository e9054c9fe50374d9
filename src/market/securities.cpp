#include "market/securities.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "market/description.hpp"
#include "model/osi.hpp"

namespace plimsoll {
namespace {

/// One file while it is read.
struct Heading {
  std::string file;  // for errors
  std::string name, grade;
  Date effective_from;
};

Error wrong(const std::string& file, const Node& at, std::string what) {
  return {Reason::bad_input, std::move(what),
          at.line == 0 ? file : file + ":" + std::to_string(at.line)};
}

Result<std::string> text_of(const std::string& file, const std::string& key, const Node& node) {
  if (node.kind == Node::Kind::string && !node.text.empty()) return node.text;
  return std::unexpected{wrong(file, node, key + " is not text; write it in quotes")};
}

Result<std::string> required(const std::string& file, const Node& table, const std::string& key) {
  if (const Node* node = table.find(key)) return text_of(file, key, *node);
  return std::unexpected{wrong(file, table, "\"" + key + "\" is missing; write " + key + " = ...")};
}

Result<Date> required_date(const std::string& file, const Node& table, const std::string& key) {
  PLIMSOLL_TRY(text, required(file, table, key));
  const auto day = parse_date(text);
  if (!day) return std::unexpected{wrong(file, *table.find(key), key + ": " + day.error().what)};
  return *day;
}

Result<std::string> graded(const std::string& file, const Node& node) {
  PLIMSOLL_TRY(text, text_of(file, "grade", node));
  if (text == "text_read" || text == "secondary" || text == "recalled") return text;
  return std::unexpected{wrong(
      file, node, "grade \"" + text + "\" is unknown; write text_read, secondary or recalled")};
}

template <class T>
struct Field {
  std::string_view key;
  T Description::* member;
};
constexpr std::array<Field<std::string>, 11> text_fields{{
    {"type", &Description::type},
    {"currency", &Description::currency},
    {"reference", &Description::reference},
    {"index_class", &Description::index_class},
    {"underlying", &Description::underlying},
    {"style", &Description::style},
    {"settlement", &Description::settlement},
    {"rating", &Description::rating},
    {"issuer", &Description::issuer},
    {"sector", &Description::sector},
    {"industry", &Description::industry},
}};
constexpr std::array<Field<std::optional<Decimal>>, 3> number_fields{{
    {"leverage", &Description::leverage},
    {"underlying_scale", &Description::underlying_scale},
    {"multiplier", &Description::multiplier},
}};

/// Reads one field of a row; false where there is no such field.
Result<bool> read_field(const std::string& file, const std::string& key, const Node& node,
                        Description& into) {
  for (const auto& [name, member] : text_fields) {
    if (name != key) continue;
    PLIMSOLL_TRY(text, text_of(file, key, node));
    into.*member = text;
    return true;
  }
  for (const auto& [name, member] : number_fields) {
    if (name != key) continue;
    const bool written = node.kind == Node::Kind::string || node.kind == Node::Kind::number;
    const auto number = parse_decimal(written ? std::string_view{node.text} : std::string_view{});
    if (!number) return std::unexpected{wrong(file, node, key + ": " + number.error().what)};
    into.*member = *number;
    return true;
  }
  if (key != "marginable") return false;
  if (node.kind != Node::Kind::boolean)
    return std::unexpected{wrong(file, node, "marginable is neither true nor false")};
  into.marginable = node.text == "true";
  return true;
}

Result<std::vector<std::string>> symbols_of(const std::string& file, const Node& row) {
  const Node* one = row.find("symbol");
  const Node* many = row.find("symbols");
  if ((one != nullptr) == (many != nullptr))
    return std::unexpected{wrong(file, row, "a security has either \"symbol\" or \"symbols\"")};
  if (one) {
    PLIMSOLL_TRY(symbol, text_of(file, "symbol", *one));
    return std::vector{symbol};
  }
  std::vector<std::string> symbols;
  if (many->kind != Node::Kind::array || many->items.empty())
    return std::unexpected{wrong(file, *many, "symbols is not a list of symbols")};
  for (const Node& item : many->items) {
    PLIMSOLL_TRY(symbol, text_of(file, "symbols", item));
    symbols.push_back(symbol);
  }
  return symbols;
}

/// One row, as the securities it names.
Result<std::vector<ListedSecurity>> row_of(const Heading& heading, const Node& row) {
  if (row.kind != Node::Kind::object)
    return std::unexpected{wrong(heading.file, row, "a security is not a table")};
  ListedSecurity security{{}, heading.name, heading.grade, heading.effective_from};
  security.description.where = wrong(heading.file, row, {}).where;
  for (const auto& [key, node] : row.members) {
    if (key == "symbol" || key == "symbols") continue;
    if (key == "grade") {
      PLIMSOLL_TRY(grade, graded(heading.file, node));
      security.grade = grade;
      continue;
    }
    PLIMSOLL_TRY(known, read_field(heading.file, key, node, security.description));
    if (!known)
      return std::unexpected{
          wrong(heading.file, node, "\"" + key + "\" is no field of a security")};
  }
  if (security.description.type.empty())
    return std::unexpected{wrong(heading.file, row, "\"type\" is missing; write type = \"etf\"")};
  PLIMSOLL_TRY(symbols, symbols_of(heading.file, row));
  std::vector<ListedSecurity> all;
  for (std::string& symbol : symbols) {
    security.description.symbol = std::move(symbol);
    if (const auto found = problems(security.description); !found.empty())
      return std::unexpected{found.front()};
    all.push_back(security);
  }
  return all;
}

Result<Heading> heading_of(const Node& file, const std::string& name) {
  if (file.kind != Node::Kind::object)
    return std::unexpected{wrong(name, file, "a security list is a table")};
  constexpr std::array<std::string_view, 7> keys{"schema",         "name",  "source",  "retrieved",
                                                 "effective_from", "grade", "security"};
  for (const auto& [key, node] : file.members)
    if (std::ranges::find(keys, key) == keys.end())
      return std::unexpected{wrong(name, node, "\"" + key + "\" is no key of a security list")};
  PLIMSOLL_TRY(schema, required(name, file, "schema"));
  if (schema != "plimsoll.securities/1")
    return std::unexpected{wrong(name, *file.find("schema"),
                                 "schema \"" + schema + "\"; write \"plimsoll.securities/1\"")};
  PLIMSOLL_TRY(title, required(name, file, "name"));
  PLIMSOLL_TRY_VOID(required(name, file, "source"));
  PLIMSOLL_TRY_VOID(required_date(name, file, "retrieved"));
  PLIMSOLL_TRY(effective_from, required_date(name, file, "effective_from"));
  PLIMSOLL_TRY_VOID(required(name, file, "grade"));
  PLIMSOLL_TRY(grade, graded(name, *file.find("grade")));
  return Heading{name, title, grade, effective_from};
}

}  // namespace

Result<void> SecurityList::add(const Node& file, const std::string& name) {
  PLIMSOLL_TRY(heading, heading_of(file, name));
  const Node* rows = file.find("security");
  if (!rows || rows->kind != Node::Kind::array || rows->items.empty())
    return std::unexpected{wrong(name, file, "no [[security]] rows; write at least one")};
  std::vector<ListedSecurity> read;
  std::set<std::string> named;
  for (const Node& row : rows->items) {
    PLIMSOLL_TRY(securities, row_of(heading, row));
    for (ListedSecurity& security : securities) {
      const std::string& symbol = security.description.symbol;
      if (!named.insert(symbol).second)
        return std::unexpected{wrong(name, row, symbol + " is listed twice in one file; keep one")};
      read.push_back(std::move(security));
    }
  }
  for (ListedSecurity& security : read) {
    std::vector<ListedSecurity>& rows_of_symbol = by_symbol_[security.description.symbol];
    const auto later = std::ranges::upper_bound(rows_of_symbol, security.effective_from, {},
                                                &ListedSecurity::effective_from);
    rows_of_symbol.insert(later, std::move(security));
  }
  return {};
}

const ListedSecurity* SecurityList::find(const std::string& symbol, Date day) const {
  const auto found = by_symbol_.find(symbol);
  if (found == by_symbol_.end()) return nullptr;
  const ListedSecurity* latest = nullptr;
  for (const ListedSecurity& security : found->second)
    if (security.effective_from <= day) latest = &security;
  return latest;
}

}  // namespace plimsoll
