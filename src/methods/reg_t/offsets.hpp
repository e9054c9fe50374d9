#pragma once
// Every way the rules let an underlying's legs be used, and what each costs: the question put to
// the search.

#include <span>

#include "methods/reg_t/pairing/pairing.hpp"
#include "methods/reg_t/plan.hpp"

namespace plimsoll::reg_t {

/// Entries that can bear on one another: an underlying, its options, what converts into it, funds
/// on its index.
using Cluster = std::vector<std::uint32_t>;  // places in Book::entries, ascending

/// Clusters in the order of their first entries. Bonds and the like stand alone.
std::vector<Cluster> clusters(const Book& book, const Account& account);

/// The plan of `quantity` of an entry on its own.
Plan alone(std::uint32_t entry, const Book& book, Quantity quantity);

/// What a group takes from both excesses.
PairingCost cost_of(const Margin<Money>& margin);

/// The search's problem and, for each of its offsets, the plan of one use.
struct Question {
  PairingProblem problem;  // legs are the cluster's entries, in its order
  std::vector<Plan> plans;
};

/// Offsets that cost more than their legs alone are left out: no cheapest pairing has one.
Result<Question> question_of(const Cluster& cluster, const Book& book, const Account& account,
                             Day day);

}  // namespace plimsoll::reg_t
