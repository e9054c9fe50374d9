#include "io/toml.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>

#include "base/date.hpp"
#include "io/text.hpp"

// toml++ 3.3 asserts what a malformed key breaks ("[ ="), and with NDEBUG has the compiler assume
// it; the code behind each assertion reports the same as an error, so neither is wanted.
#undef NDEBUG
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 32
#include <toml++/toml.h>

namespace plimsoll::io {
namespace {

constexpr std::size_t bytes_max = 4'000'000;
constexpr int depth_max = 32;

/// What toml++ 3.3 must not be given, and where it stands.
struct Fault {
  std::uint32_t line;
  const char* what;
};

/// Moves `i` from an opening quote to the last character of the closing one, counting lines.
std::optional<Fault> pass_quoted(std::string_view text, std::size_t& i, std::uint32_t& line) {
  const char quote = text[i];
  const std::string three(3, quote);
  const bool many_lines = text.substr(i, 3) == three;
  for (i += many_lines ? 3 : 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      if (std::string_view{" \t\r\n"}.contains(text[i]))
        return Fault{line, "a backslash at the end of a line; write the text on one line"};
      if (static_cast<unsigned char>(text[i]) >= 0x80)
        return Fault{line, "a backslash before a letter beyond ASCII; remove it"};
    } else if (text[i] == '\n') {
      if (!many_lines) return Fault{line, "a quote that is not closed on its line"};
      ++line;
    } else if (many_lines ? text.substr(i, 3) == three : text[i] == quote) {
      break;
    }
  }
  if (many_lines) i += 2;
  return {};
}

/// Walks the text outside quotes and comments. Dotted keys nest without limit inside toml++, which
/// takes them apart again by recursion; and letters beyond ASCII outside quotes, which TOML does
/// not allow, run it into undefined behaviour. Quoted text may hold anything, and begins only where
/// a key or a value may: behind a number toml++ would read on through the quote.
std::optional<Fault> fault_in(std::string_view text) {
  std::uint32_t line = 1;
  int points = 0;
  bool assigned = false;  // between "=" and the end of its value
  std::string open;       // brackets that are not closed yet; "(" for those of a table's name
  const auto in_square = [&] { return !open.empty() && !open.ends_with('{'); };
  char before = '\n';  // the last character that is not blank
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char last = before;
    if (c != ' ' && c != '\t') before = c;
    if (c == '\n') {
      ++line;
      points = 0;
      assigned = false;
    } else if (c == '#') {
      while (i + 1 < text.size() && text[i + 1] != '\n') ++i;
    } else if (c == '=') {
      if (in_square()) return Fault{line, "a \"=\" inside of square brackets; close them first"};
      if (std::exchange(assigned, true))
        return Fault{line, "a second \"=\" behind a value; put the whole text in quotes"};
    } else if (c == '"' || c == '\'' || c == '[' || c == '{') {
      const bool in_key = !assigned && !open.ends_with('[');
      const bool begins = std::string_view{"\n\r=,[{"}.contains(last) || (last == '.' && in_key);
      if (!begins)
        return Fault{line,
                     "a quote or bracket where no key or value begins; put the whole text in "
                     "quotes"};
      assigned = false;
      if (c == '[' || c == '{') {
        const bool names_table = c == '[' && (open.empty() ? last == '\n' : open == "(");
        open += names_table ? '(' : c;
        continue;
      }
      if (const auto fault = pass_quoted(text, i, line)) return fault;
    } else if ((c >= '\0' && c < ' ' && c != '\t' && c != '\r') || c == '\x7f') {
      return Fault{line, "a NUL or another control character; save the file as plain text"};
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      return Fault{line, "a letter beyond ASCII outside quotes; write it in quotes"};
    } else if (c == ']' || c == '}') {
      if (c == '}' ? !open.ends_with('{') : !in_square())
        return Fault{line, "a closing bracket that closes none"};
      open.pop_back();
    } else if (c == ',') {
      assigned = false;
    } else if (c == '.' && ++points > depth_max) {
      return Fault{line, "keys nest more than 32 levels deep"};
    }
  }
  return {};
}

std::string date_text(const toml::date& day) {
  return to_text(
      Date{std::chrono::year{day.year} / static_cast<int>(day.month) / static_cast<int>(day.day)});
}

/// Walks toml++'s tree into ours.
class Walk {
 public:
  explicit Walk(const std::string& name) : name_{name} {}

  Result<Node> value(const toml::node& from, int depth) const {
    const auto line = from.source().begin.line;
    if (depth > depth_max)
      return refused(
          line, "tables and arrays nest more than " + std::to_string(depth_max) + " levels deep");
    Node node;
    node.line = line;
    switch (from.type()) {
      case toml::node_type::table:
        return table(*from.as_table(), std::move(node), depth);
      case toml::node_type::array:
        node.kind = Node::Kind::array;
        for (const toml::node& item : *from.as_array()) {
          PLIMSOLL_TRY(read, value(item, depth + 1));
          node.items.push_back(std::move(read));
        }
        return node;
      case toml::node_type::string:
        return filled(std::move(node), Node::Kind::string, from.as_string()->get());
      case toml::node_type::integer:
        return filled(std::move(node), Node::Kind::number,
                      std::to_string(from.as_integer()->get()));
      case toml::node_type::boolean:
        return filled(std::move(node), Node::Kind::boolean,
                      from.as_boolean()->get() ? "true" : "false");
      case toml::node_type::date:
        return filled(std::move(node), Node::Kind::string, date_text(from.as_date()->get()));
      case toml::node_type::floating_point:
        return refused(line, "a number with a point; write it in quotes, like \"0.25\"");
      case toml::node_type::time:
      case toml::node_type::date_time:
        return refused(line, "a time of day; write a date, like 2026-11-20");
      case toml::node_type::none:
        break;
    }
    return refused(line, "a value of no known kind");
  }

 private:
  static Node filled(Node node, Node::Kind kind, std::string text) {
    node.kind = kind;
    node.text = std::move(text);
    return node;
  }

  std::unexpected<Error> refused(std::uint32_t line, std::string what) const {
    return fail(Reason::bad_input, std::move(what), place(name_, line));
  }

  /// toml++ keeps keys sorted; we want them as written.
  Result<Node> table(const toml::table& from, Node node, int depth) const {
    node.kind = Node::Kind::object;
    std::vector<std::pair<toml::source_position, std::size_t>> order;
    for (const auto& [key, child] : from) {
      PLIMSOLL_TRY(read, value(child, depth + 1));
      const toml::source_position at = key.source().begin;
      if (read.line == 0) read.line = at.line;
      order.emplace_back(at, node.members.size());
      node.members.emplace_back(std::string{key.str()}, std::move(read));
    }
    std::ranges::sort(order, [](const auto& a, const auto& b) {
      return std::tuple(a.first.line, a.first.column, a.second) <
             std::tuple(b.first.line, b.first.column, b.second);
    });
    std::vector<Member> sorted;
    sorted.reserve(order.size());
    for (const auto& [at, index] : order) sorted.push_back(std::move(node.members[index]));
    node.members = std::move(sorted);
    return node;
  }

  const std::string& name_;
};

}  // namespace

Result<Node> read_toml(std::string_view bytes, const std::string& name) {
  Node empty;
  empty.kind = Node::Kind::object;
  if (bytes.size() <= bytes_max && trimmed(bytes).empty()) return empty;
  PLIMSOLL_TRY(text, text_of(bytes, name, bytes_max));
  if (const auto fault = fault_in(text))
    return fail(Reason::bad_input, fault->what, place(name, fault->line));
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed)
    return fail(Reason::bad_input, "this is not TOML: " + std::string{parsed.error().description()},
                place(name, parsed.error().source().begin.line));
  return Walk{name}.value(parsed.table(), 0);
}

}  // namespace plimsoll::io
