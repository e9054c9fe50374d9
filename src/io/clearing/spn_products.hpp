#pragma once
// Products and contracts of SPAN XML: futPf and its fut, oopPf with its series and opt, ...

#include "io/clearing/spn_house.hpp"

namespace plimsoll::io::spn {

/// The product family at hand. Its own facts stand before its contracts, as the schema has it.
struct ProductAtHand {
  clearing::Index product = clearing::nowhere;
  std::uint32_t exchange = 0, family = 0;  // as contracts are referred to
  bool wanted = false;
  std::size_t own_size = 0;  // of the tree, with its own facts only
  // Options of the series at hand begin there.
  clearing::Index series_contracts = 0, series_arrays = 0;
};

/// Adds the product, of this exchange, to the file.
Result<ProductAtHand> read_product(Element product, const clearing::Code& exchange,
                                   const clearing::Wanted& wanted, House& house);
/// A contract that is no option: what it is called, and where its product is wanted, all of it.
Result<void> read_contract(Element contract, const ProductAtHand& at_hand, House& house);
/// An option of the series that is open: kept without its months.
Result<void> read_option(Element option, const ProductAtHand& at_hand, House& house);
/// The series, once its options are read: their months and terms. Where it is refused, they go too.
Result<void> read_series(Element series, const ProductAtHand& at_hand, House& house);

}  // namespace plimsoll::io::spn
