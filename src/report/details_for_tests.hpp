#pragma once
// For tests: details of an answer, written by hand.

#include <string>
#include <utility>
#include <vector>

#include "margin/answer.hpp"

namespace plimsoll::report::testing {

inline Detail leaf(std::string name, std::string text) {
  return {.name = std::move(name), .text = std::move(text)};
}
inline Detail node(std::string name, std::vector<Detail> children) {
  return {.name = std::move(name), .children = std::move(children)};
}
inline Detail list(std::string name, std::vector<Detail> items) {
  return {.name = std::move(name), .list = true, .children = std::move(items)};
}

}  // namespace plimsoll::report::testing
