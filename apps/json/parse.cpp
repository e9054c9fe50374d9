#include "apps/json/parse.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "apps/json/place.hpp"
#include "apps/json/syntax.hpp"
#include "apps/json/utf8.hpp"
#include "base/check.hpp"

namespace plimsoll::json {
namespace {

/// Reads bytes for the library and leaves word of how far it has come, which its events do not say.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char** reached) : at_{at}, reached_{reached} {}
  reference operator*() const { return *at_; }
  Cursor& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  bool operator==(const Cursor& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** reached_;
};

/// Turns the library's events into a tree, within the limits.
class Builder {
 public:
  Builder(std::string_view bytes, std::string_view name)
      : bytes_{bytes}, name_{name}, reached_{bytes.data()}, counted_{bytes.data()} {}

  Result<Node> run() {
    const char* const end = bytes_.data() + bytes_.size();
    const bool read =
        nlohmann::json::sax_parse(Cursor{bytes_.data(), &reached_}, Cursor{end, &reached_}, this);
    if (error_) return std::unexpected{std::move(*error_)};
    PLIMSOLL_CHECK(read && open_.empty());
    return std::move(root_);
  }

  // What the library calls, by these names.
  bool null() { return add(Node::Kind::null, {}); }
  bool boolean(bool value) { return add(Node::Kind::boolean, value ? "true" : "false"); }
  bool number_integer(std::int64_t value) { return number(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return number(std::to_string(value)); }
  bool number_float(double, const std::string& written) { return number(written); }
  bool string(std::string& value) {
    return value.size() <= parse_limits::text_bytes_max ? add(Node::Kind::string, std::move(value))
                                                        : too_long("a string");
  }
  bool binary(std::vector<std::uint8_t>&) { return false; }
  bool start_object(std::size_t) { return open(Node::Kind::object); }
  bool key(std::string& name) {
    if (name.size() > parse_limits::text_bytes_max) return too_long("a key");
    open_.back()->members.push_back({std::move(name), Node{}});
    return true;
  }
  bool end_object() {
    if (const auto twice = key_twice(*open_.back())) {
      refuse(name_ + "#" + pointer() + "/" + escaped(open_.back()->members[*twice].key),
             "this key stands twice in one object; keep one of the two");
      return false;
    }
    open_.pop_back();
    return true;
  }
  bool start_array(std::size_t) { return open(Node::Kind::array); }
  bool end_array() {
    open_.pop_back();
    return true;
  }
  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::json::exception& why) {
    const std::size_t consumed = offset();
    const Mistake mistake = mistake_of({.bytes = bytes_,
                                        .reached = consumed,
                                        .ended = position > consumed,
                                        .complete = open_.empty() && values_ > 0,
                                        .token = token,
                                        .message = why.what()});
    refuse(name_ + ":" + line_and_column(bytes_, mistake.offset), mistake.what);
    return false;
  }

 private:
  std::size_t offset() const { return static_cast<std::size_t>(reached_ - bytes_.data()); }

  bool refuse(std::string where, std::string what) {
    error_ = Error{Reason::bad_input, std::move(what), std::move(where)};
    return false;
  }
  bool refuse_here(std::string what) {
    const std::size_t last = offset() == 0 ? 0 : offset() - 1;
    return refuse(name_ + ":" + line_and_column(bytes_, last), std::move(what));
  }
  bool too_long(const std::string& what) {
    return refuse_here(what + " of more than " + std::to_string(parse_limits::text_bytes_max) +
                       " bytes ends here; shorten it");
  }

  bool number(std::string written) {
    if (written.size() > parse_limits::number_bytes_max)
      return refuse_here("a number of more than " + std::to_string(parse_limits::number_bytes_max) +
                         " characters ends here; no amount needs so many digits");
    // The library has read one character past a number to find its end; it may be a line break.
    return add(Node::Kind::number, std::move(written), 1);
  }

  bool open(Node::Kind kind) {
    if (open_.size() >= parse_limits::depth_max)
      return refuse_here("nested more than " + std::to_string(parse_limits::depth_max) +
                         " levels deep; no document of ours is");
    if (!add(kind, {})) return false;
    open_.push_back(last_);
    return true;
  }

  bool add(Node::Kind kind, std::string text, std::ptrdiff_t ahead = 0) {
    if (++values_ > parse_limits::values_max)
      return refuse_here("more than " + std::to_string(parse_limits::values_max) +
                         " values in one document; split it");
    last_ = place_for_next();
    last_->kind = kind;
    last_->text = std::move(text);
    last_->line = line_at(std::max(counted_, reached_ - ahead));
    return true;
  }

  Node* place_for_next() {
    if (open_.empty()) return &root_;
    Node& parent = *open_.back();
    if (parent.kind == Node::Kind::object) return &parent.members.back().value;
    return &parent.items.emplace_back();
  }

  std::uint32_t line_at(const char* to) {
    line_ += static_cast<std::uint32_t>(std::count(counted_, to, '\n'));
    counted_ = to;
    return line_;
  }

  /// Which member repeats an earlier one's key. Sorted, because a hostile object may have a million
  /// of them.
  static std::optional<std::size_t> key_twice(const Node& object) {
    std::vector<std::pair<std::string_view, std::size_t>> keys;
    keys.reserve(object.members.size());
    for (std::size_t i = 0; i < object.members.size(); ++i)
      keys.emplace_back(object.members[i].key, i);
    std::ranges::sort(keys);
    const auto same = std::ranges::adjacent_find(
        keys, [](const auto& a, const auto& b) { return a.first == b.first; });
    if (same == keys.end()) return {};
    return std::next(same)->second;
  }

  /// The JSON pointer of the innermost open container.
  std::string pointer() const {
    std::string path;
    for (std::size_t depth = 0; depth + 1 < open_.size(); ++depth) {
      const Node& node = *open_[depth];
      path += "/" + (node.kind == Node::Kind::object ? escaped(node.members.back().key)
                                                     : std::to_string(node.items.size() - 1));
    }
    return path;
  }

  std::string_view bytes_;
  std::string name_;
  const char* reached_;
  const char* counted_;
  std::uint32_t line_ = 1;
  std::size_t values_ = 0;
  Node root_;
  Node* last_ = nullptr;
  // Addresses stay good: while a container is open, nothing is added beside it.
  std::vector<Node*> open_;
  std::optional<Error> error_;
};

Result<void> check_encoding(std::string_view bytes, std::string_view name) {
  const std::string_view start = bytes.substr(0, 4);
  if (start.starts_with("\xfe\xff") || start.starts_with("\xff\xfe") ||
      start.substr(0, 2).find('\0') != std::string_view::npos)
    return fail(Reason::bad_input, "this is UTF-16 or UTF-32 text; save it as UTF-8",
                std::string{name});
  const auto at_byte = [&](std::size_t offset) {
    return std::string{name} + ":" + line_and_column(bytes, offset);
  };
  if (const std::size_t bad = first_not_utf8(bytes); bad != std::string_view::npos)
    return fail(Reason::bad_input, "a byte here is not UTF-8; save the file as UTF-8",
                at_byte(bad));
  // The library takes a zero byte for the end of the text and would not see what follows.
  if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos)
    return fail(Reason::bad_input, "a zero byte stands here; this is not a text file",
                at_byte(zero));
  return {};
}

}  // namespace

Result<Node> parse(std::string_view bytes, std::string_view name) {
  if (bytes.size() > parse_limits::bytes_max)
    return fail(Reason::bad_input,
                "the file has " + std::to_string(bytes.size()) + " bytes; at most " +
                    std::to_string(parse_limits::bytes_max) + " are read",
                std::string{name});
  PLIMSOLL_TRY_VOID(check_encoding(bytes, name));
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return fail(Reason::bad_input, "the file is empty; a JSON document begins with {",
                std::string{name});
  return Builder{bytes, name}.run();
}

}  // namespace plimsoll::json
