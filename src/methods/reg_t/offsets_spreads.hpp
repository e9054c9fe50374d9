#pragma once
// Which options may stand in one spread, and what the search may charge for it.

#include "methods/reg_t/offsets.hpp"

namespace plimsoll::reg_t {

/// Adds a cluster's options and the families they may stand in to a problem whose first offsets
/// are the cluster's legs alone. Where options were traded today, a spread may cost the loss on one
/// side of the account and its sold options uncovered on the other: further families say so.
void add_spreads(const Cluster& cluster, const Book& book, const Account& account,
                 PairingProblem& problem);

/// The same, of spreads that cost what their sold options cost uncovered.
void add_spreads_as_uncovered(const Cluster& cluster, const Book& book, const Account& account,
                              PairingProblem& problem);

}  // namespace plimsoll::reg_t
