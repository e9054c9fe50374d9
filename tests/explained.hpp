#pragma once
// Reading an explained amount as a sceptic does: does every step follow from its parts, and what
// decided?

#include <set>
#include <string>
#include <vector>

#include "rules/amount.hpp"

namespace plimsoll::testing {

/// A step as a person sees it: "20% of", "greater of", "exercise price".
std::string shown_label(const Amount& amount);

/// The parts that won a choice, along the parts that count: what lost is not looked into.
std::set<std::string> governing_labels(const Amount& amount);

/// "FINRA Rule 4210 (f)(2)(E)(i)", for every law along the parts that count.
std::set<std::string> laws_cited(const Amount& amount);

/// Steps whose money does not follow from their parts by their own name, each as a sentence.
std::vector<std::string> wrong_steps(const Amount& amount);

}  // namespace plimsoll::testing
