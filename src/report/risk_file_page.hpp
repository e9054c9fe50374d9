#pragma once
#include <span>
#include <string>

#include "market/clearing/outline.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

/// What a clearing house's file holds, on one screen where its commodities fit on one.
std::string risk_file_page(const clearing::RiskFile& file, const Paper& paper);

/// Contracts by their place in the file, a row for each array: price, the sixteen values of one
/// contract bought (losses above zero) and the composite delta. Rows of arrays that are not the
/// file's are marked; contracts without one say so.
std::string risk_arrays_page(const clearing::RiskFile& file,
                             std::span<const clearing::Index> contracts, const Paper& paper);

/// An array with a name of its own.
struct NamedArray {
  std::string name;
  clearing::RiskArray array;
};
/// The same table of arrays that belong to no file.
std::string named_arrays_page(std::span<const NamedArray> arrays, const Paper& paper);

}  // namespace plimsoll::report
