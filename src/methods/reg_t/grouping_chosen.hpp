#pragma once
// From the search's numbers back to groups of legs.

#include "methods/reg_t/offsets.hpp"

namespace plimsoll::reg_t {

/// The groups an answer to the question uses, in the question's order, spreads last.
std::vector<Plan> chosen(const Cluster& cluster, const Book& book, const Question& question,
                         const PairingAnswer& answer);

}  // namespace plimsoll::reg_t
