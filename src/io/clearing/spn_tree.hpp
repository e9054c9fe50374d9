#pragma once
// The part of a SPAN XML document that is at hand: the elements open now, with what they hold so
// far. What has been read is cut off again, so it stays small however large the document is.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "io/clearing/spn_tags.hpp"

namespace plimsoll::io::spn {

class Tree;

/// A place in the tree, as long as it is not cut off.
class Element {
 public:
  Element(const Tree& tree, std::uint32_t at) : tree_{&tree}, at_{at} {}

  Tag tag() const;
  std::uint32_t line() const;
  std::string_view text() const;  // trimmed
  std::optional<Element> parent() const;
  /// The first of them.
  std::optional<Element> child(Tag tag) const;
  /// Its trimmed text; empty where there is none such.
  std::string_view text(Tag tag) const;
  std::vector<Element> children(Tag tag) const;
  std::vector<Element> children() const;
  std::uint32_t place() const { return at_; }
  const Tree& tree() const { return *tree_; }

 private:
  const Tree* tree_;
  std::uint32_t at_;
};

class Tree {
 public:
  static constexpr std::size_t text_bytes_max = 4'096;  // of one element
  static constexpr std::size_t texts_bytes_max = 16 << 20;
  static constexpr std::size_t size_max = 1 << 20;  // elements

  explicit Tree(std::string file) : file_{std::move(file)} {}

  Element open(Tag tag, std::uint32_t line);
  /// More of the innermost element's text, where it holds text. False: it is too long, or all that
  /// is at hand.
  bool text(std::string_view piece);
  /// The innermost element is whole. There is one.
  Element close();
  /// Without this element and all behind it.
  void cut(Element from);

  /// The innermost element that is open.
  std::optional<Element> top() const;
  /// Kept at `size_max` by whoever opens elements.
  std::size_t size() const { return nodes_.size(); }
  const std::string& file() const { return file_; }

 private:
  friend class Element;
  struct Node {
    Tag tag;
    std::uint32_t parent, end, line;  // `end`: one behind the last it holds; 0 while it is open
    std::uint32_t text, size;
  };
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  std::string file_;
  std::vector<Node> nodes_;
  std::string text_;
  std::uint32_t top_ = none;
};

/// "spanFile/pointInTime/date".
std::string path_of(Element element);
/// `what`, and where: the file, the line and the path.
std::unexpected<Error> refuse(Element element, std::string what);

}  // namespace plimsoll::io::spn
