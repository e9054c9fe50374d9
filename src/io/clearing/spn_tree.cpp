#include "io/clearing/spn_tree.hpp"

#include "base/check.hpp"
#include "io/text.hpp"

namespace plimsoll::io::spn {

Tag Element::tag() const { return tree_->nodes_[at_].tag; }
std::uint32_t Element::line() const { return tree_->nodes_[at_].line; }

std::string_view Element::text() const {
  const Tree::Node& node = tree_->nodes_[at_];
  return trimmed(std::string_view{tree_->text_}.substr(node.text, node.size));
}

std::optional<Element> Element::parent() const {
  const std::uint32_t above = tree_->nodes_[at_].parent;
  if (above == Tree::none) return std::nullopt;
  return Element{*tree_, above};
}

namespace {

/// Calls for each child until one is taken.
template <class Nodes, class Taken>
void each_child(const Nodes& nodes, std::uint32_t at, const Taken& taken) {
  const std::size_t end = nodes[at].end == 0 ? nodes.size() : nodes[at].end;
  for (std::uint32_t child = at + 1; child < end; child = nodes[child].end) {
    if (taken(child)) return;
    if (nodes[child].end == 0) return;  // open: nothing stands behind it
  }
}

}  // namespace

std::optional<Element> Element::child(Tag tag) const {
  std::optional<Element> found;
  each_child(tree_->nodes_, at_, [&](std::uint32_t child) {
    if (tree_->nodes_[child].tag == tag) found = Element{*tree_, child};
    return found.has_value();
  });
  return found;
}

std::string_view Element::text(Tag tag) const {
  const auto found = child(tag);
  return found ? found->text() : std::string_view{};
}

std::vector<Element> Element::children(Tag tag) const {
  std::vector<Element> found;
  each_child(tree_->nodes_, at_, [&](std::uint32_t child) {
    if (tree_->nodes_[child].tag == tag) found.emplace_back(*tree_, child);
    return false;
  });
  return found;
}

std::vector<Element> Element::children() const {
  std::vector<Element> found;
  each_child(tree_->nodes_, at_, [&](std::uint32_t child) {
    found.emplace_back(*tree_, child);
    return false;
  });
  return found;
}

Element Tree::open(Tag tag, std::uint32_t line) {
  const auto at = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({tag, top_, 0, line, static_cast<std::uint32_t>(text_.size()), 0});
  top_ = at;
  return {*this, at};
}

bool Tree::text(std::string_view piece) {
  if (top_ == none || !holds_text(nodes_[top_].tag)) return true;
  Node& node = nodes_[top_];
  if (node.size + piece.size() > text_bytes_max) return false;
  if (text_.size() + piece.size() > texts_bytes_max) return false;
  text_ += piece;
  node.size += static_cast<std::uint32_t>(piece.size());
  return true;
}

Element Tree::close() {
  PLIMSOLL_CHECK(top_ != none);
  const Element whole{*this, top_};
  nodes_[top_].end = static_cast<std::uint32_t>(nodes_.size());
  top_ = nodes_[top_].parent;
  return whole;
}

void Tree::cut(Element from) {
  PLIMSOLL_CHECK(top_ == none || top_ < from.place());
  text_.resize(nodes_[from.place()].text);
  nodes_.resize(from.place(), Node{});
}

std::optional<Element> Tree::top() const {
  if (top_ == none) return std::nullopt;
  return Element{*this, top_};
}

std::string path_of(Element element) {
  std::string path{name_of(element.tag())};
  for (auto above = element.parent(); above; above = above->parent())
    path = std::string{name_of(above->tag())} + "/" + path;
  return path;
}

std::unexpected<Error> refuse(Element element, std::string what) {
  return fail(Reason::bad_input, std::move(what) + " (" + path_of(element) + ")",
              io::place(element.tree().file(), element.line()));
}

}  // namespace plimsoll::io::spn
