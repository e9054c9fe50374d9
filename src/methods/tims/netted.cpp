#include "methods/tims/netted.hpp"

namespace plimsoll::tims {
namespace {

void net_classes(const Book& book, const Valued& valued, Netted& out) {
  const std::size_t columns = out.grid->columns;
  out.gains.reserve(4 * columns);
  for (std::size_t i = 0; i < book.in_grid.size(); ++i) {
    const HeldPosition& held = book.in_grid[i];
    const std::size_t group = valued.instruments()[held.instrument].class_group;
    if (out.classes.empty() || out.classes.back().class_group != group) {
      out.classes.push_back({.class_group = group, .first = i, .last = i});
      out.gains.resize(out.gains.size() + columns, 0.0);
    }
    out.classes.back().last = i + 1;
    double* sum = out.gains.data() + (out.classes.size() - 1) * columns;
    const std::span<const double> each = out.grid->gains_of(held.instrument);
    for (std::size_t k = 0; k < columns; ++k) sum[k] += held.quantity * each[k];
  }
  for (std::size_t i = 0; i < out.classes.size(); ++i)
    out.classes[i].worst = worst_of(out.gains_of(i));
}

void gather(const Valued& valued, Netted& out) {
  const Groups& groups = valued.groups();
  for (std::size_t i = 0; i < out.classes.size(); ++i) {
    const std::size_t product = groups.classes[out.classes[i].class_group].product_group;
    if (out.products.empty() || out.products.back().product_group != product)
      out.products.push_back({product, i, i});
    out.products.back().last = i + 1;
  }
  for (std::size_t i = 0; i < out.products.size(); ++i) {
    const std::size_t top = groups.products[out.products[i].product_group].top;
    if (out.tops.empty() || out.tops.back().top != top)
      out.tops.push_back({.top = top, .first = i, .last = i});
    out.tops.back().last = i + 1;
  }
}

double offset_of(const OffsetGroup* group) { return group ? to_double(group->offset) : 0.0; }

}  // namespace

std::string_view name_of(const NettedTop& top, const Netted& netted, const Valued& valued) {
  const Groups& groups = valued.groups();
  const NettedProduct& first = netted.products[top.first];
  if (top.last - top.first > 1) return groups.tops[top.top].name;
  if (first.last - first.first == 1)
    return groups.classes[netted.classes[first.first].class_group].name;
  return groups.products[first.product_group].of->name;
}

Netted netted(const Book& book, const Valued& valued, const Grid& grid) {
  Netted out;
  out.grid = &grid;
  net_classes(book, valued, out);
  gather(valued, out);
  Pool of_classes{grid.columns}, of_products{grid.columns};
  std::vector<double> net(grid.columns);
  for (NettedTop& top : out.tops) {
    const bool alone = top.last - top.first == 1 &&
                       out.products[top.first].last - out.products[top.first].first == 1;
    if (alone) {  // nothing to offset: as the class group itself
      top.worst = out.classes[out.products[top.first].first].worst;
      continue;
    }
    of_products.clear();
    for (std::size_t p = top.first; p < top.last; ++p) {
      const NettedProduct& product = out.products[p];
      of_classes.clear();
      for (std::size_t c = product.first; c < product.last; ++c) of_classes.add(out.gains_of(c));
      of_classes.net(offset_of(valued.groups().products[product.product_group].of), net);
      of_products.add(net);
    }
    // One product group has nothing above to offset.
    const OffsetGroup* portfolio = valued.groups().tops[top.top].portfolio;
    if (top.last - top.first > 1) of_products.net(offset_of(portfolio), net);
    top.worst = worst_of(net);
  }
  return out;
}

}  // namespace plimsoll::tims
