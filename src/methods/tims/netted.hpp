#pragma once
// One account in one grid: its class groups netted, then offset against one another.

#include <string_view>
#include <vector>

#include "methods/tims/book.hpp"
#include "methods/tims/netting.hpp"

namespace plimsoll::tims {

/// A class group the account holds something of: [first, last) of Book::in_grid.
struct NettedClass {
  std::size_t class_group = 0;
  std::size_t first = 0, last = 0;
  Worst worst = {};  // alone
};
/// [first, last) of the netted classes.
struct NettedProduct {
  std::size_t product_group = 0;
  std::size_t first = 0, last = 0;
};
/// [first, last) of the netted products; `worst` after all offsets.
struct NettedTop {
  std::size_t top = 0;
  std::size_t first = 0, last = 0;
  Worst worst = {};
};

struct Netted {
  const Grid* grid = nullptr;
  std::vector<double> gains;  // netted classes x columns
  std::vector<NettedClass> classes;
  std::vector<NettedProduct> products;
  std::vector<NettedTop> tops;

  std::span<const double> gains_of(std::size_t netted_class) const {
    return {gains.data() + netted_class * grid->columns, grid->columns};
  }
};

/// What a top is called for what the account holds of it: its one class group, its one product
/// group, or its portfolio group.
std::string_view name_of(const NettedTop& top, const Netted& netted, const Valued& valued);

Netted netted(const Book& book, const Valued& valued, const Grid& grid);

}  // namespace plimsoll::tims
