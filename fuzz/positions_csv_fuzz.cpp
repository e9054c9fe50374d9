// Any bytes as our own CSV, by both of its readers: rows are accounted for, and what the bulk
// reader admits is inside its bounds.

#include "fuzz/import_fuzz.hpp"
#include "io/position_table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace plimsoll;
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto [table, refused] = io::read_position_table(text, "fuzz");
  const std::size_t rows = table.quantity.size();
  PLIMSOLL_CHECK(table.account.size() == rows && table.symbol.size() == rows &&
                 table.type.size() == rows && table.price.size() == rows);
  PLIMSOLL_CHECK(rows + refused.size() == table.rows_total ||
                 (table.rows_total == 0 && refused.size() == 1));
  for (std::size_t i = 0; i < rows; ++i) {
    PLIMSOLL_CHECK(!table.quantity[i].is_zero() && !table.price[i].is_negative());
    PLIMSOLL_CHECK(abs(table.quantity[i]) <= limits::quantity_max);
    PLIMSOLL_CHECK(table.price[i] <= limits::price_max);
    PLIMSOLL_CHECK(table.account[i] < table.accounts.size());
    PLIMSOLL_CHECK(table.symbol[i] < table.symbols.size());
  }
  return fuzz::import_as("plimsoll", bytes, size);
}
