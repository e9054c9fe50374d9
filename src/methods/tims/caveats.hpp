#pragma once
// What a reader must know before trusting the number.

#include "methods/tims/netted.hpp"

namespace plimsoll::tims {

/// `more_by_class`: what the minimum for each contract would add, taken for each class group.
std::vector<Caveat> caveats_of(const Book& book, const Valued& valued, const Netted& netted,
                               Money more_by_class);

}  // namespace plimsoll::tims
