#pragma once
// One account under one or more methods: what the engine returns, the report prints and the codec
// writes.

#include <variant>

#include "margin/answer.hpp"

namespace plimsoll {

using AnyAnswer = std::variant<Answer<Money>, Answer<Amount>>;

struct MethodResult {
  Label method;
  AnyAnswer answer;        // complete, unless the report says partial
  std::string house = {};  // whose requirements stand beside the law's; empty: the law alone

  /// Whether both were asked the same: of two answers, before and after.
  bool same_question(const MethodResult& other) const {
    return method == other.method && house == other.house;
  }
};

struct MethodNotCovered {
  Label method;
  NotCovered what;
};

struct MarginReport {
  std::string account;
  Date as_of;
  Currency currency;
  bool partial = false;               // some position is missing from every total below
  std::vector<MethodResult> results;  // in the order asked
  std::vector<Error> refused;         // positions left out, only where the caller allowed it
  std::vector<MethodNotCovered> not_covered;
};

}  // namespace plimsoll
