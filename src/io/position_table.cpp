#include "io/position_table.hpp"

#include <array>
#include <optional>

#include "io/csv.hpp"
#include "io/headings.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

constexpr std::array<std::int64_t, 10> powers{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

/// A plain number of at most nine digits before the point and nine behind it, in billionths;
/// nothing for any other text, which the careful reader then reads or refuses.
std::optional<std::int64_t> short_nano(std::string_view text) {
  std::int64_t value = 0;
  std::size_t i = 0;
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) ++i;
  const std::size_t begin = i;
  std::size_t point = text.size();
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
    else if (c == '.' && point == text.size()) point = i;
    else return {};
    if (i - begin > 17) return {};
  }
  const std::size_t behind = point < text.size() ? text.size() - point - 1 : 0;
  const std::size_t before = point - begin;
  if (behind > 9 || before > 9 || before + behind == 0) return {};
  value *= powers[9 - behind];
  return negative ? -value : value;
}

Result<Quantity> quantity_of(std::string_view cell) {
  if (cell.empty())
    return fail(Reason::bad_input, "the quantity is blank; write -1 for one short contract");
  PLIMSOLL_TRY(quantity, parse_quantity(cell));
  if (quantity.is_zero())
    return fail(Reason::bad_input, "the quantity is zero; remove the row or write what is held");
  if (abs(quantity) > limits::quantity_max)
    return fail(Reason::bad_input, "the quantity is above " + to_text(limits::quantity_max) +
                                       "; is it a typing error?");
  return quantity;
}

Result<Decimal> price_of(std::string_view cell) {
  if (cell.empty()) return fail(Reason::bad_input, "the price is blank; write what one unit costs");
  PLIMSOLL_TRY(price, parse_decimal(cell));
  if (price.is_negative()) return fail(Reason::bad_input, "the price is below zero");
  if (price > limits::price_max)
    return fail(Reason::bad_input, "the price is above " + to_text(limits::price_max, 0) +
                                       " a unit; is it a typing error?");
  return price;
}

struct Columns {
  std::size_t account, symbol, quantity, price;
  std::optional<std::size_t> type;
};

Result<Columns> columns_of(const CsvRow& row, const std::string& where) {
  if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong, where);
  const Headings headings{row};
  const auto account = headings.find({"account"}), symbol = headings.find({"symbol"}),
             quantity = headings.find({"quantity"}), price = headings.find({"price"});
  if (!account || !symbol || !quantity || !price)
    return fail(Reason::bad_input,
                "the heading needs account, symbol, quantity and price; write them in any order",
                where);
  return Columns{*account, *symbol, *quantity, *price, headings.find({"type"})};
}

/// One row's cells.
struct Cells {
  std::string_view account, symbol, type, quantity, price;
};
Cells cells_of(const Columns& columns, const CsvRow& row) {
  return {row.at(columns.account), row.at(columns.symbol),
          columns.type ? row.at(*columns.type) : std::string_view{}, row.at(columns.quantity),
          row.at(columns.price)};
}

void push(PositionTable& table, const Cells& cells, Quantity quantity, Decimal price) {
  const auto again = [](const std::vector<std::uint32_t>& ids, Names& names,
                        std::string_view name) {
    // Rows of one account stand together, and neighbours are often of one type.
    const bool same = !ids.empty() && names[ids.back()] == name;
    return same ? ids.back() : names.id_of(name);
  };
  table.account.push_back(again(table.account, table.accounts, cells.account));
  table.symbol.push_back(table.symbols.id_of(cells.symbol));
  table.type.push_back(again(table.type, table.types, cells.type));
  table.quantity.push_back(quantity);
  table.price.push_back(price);
}

bool fits(std::string_view name, std::size_t length_max) {
  return !name.empty() && name.size() <= length_max;
}

/// The ordinary row: names of an ordinary length, short numbers inside their bounds. False where it
/// is anything else, which `add` then reads or refuses.
bool add_ordinary(PositionTable& table, const Cells& cells) {
  if (!fits(cells.account, limits::name_length_max) ||
      !fits(cells.symbol, limits::symbol_length_max))
    return false;
  const auto quantity = short_nano(cells.quantity);
  const auto price = short_nano(cells.price);
  // Nine digits before the point are below both bounds.
  if (!quantity || *quantity == 0 || !price || *price < 0) return false;
  push(table, cells, Quantity::of(Decimal::from_nano(*quantity)), Decimal::from_nano(*price));
  return true;
}
static_assert(limits::quantity_max >= Quantity::of(std::int64_t{1'000'000'000}));
static_assert(limits::price_max >= Decimal{1'000'000'000});

Result<void> add(PositionTable& table, const Cells& cells) {
  if (cells.account.empty())
    return fail(Reason::bad_input, "the account is blank; write whose it is");
  if (cells.symbol.empty())
    return fail(Reason::bad_input, "the symbol is blank; write what is held");
  if (cells.symbol.size() > limits::symbol_length_max ||
      cells.account.size() > limits::name_length_max)
    return fail(Reason::bad_input,
                "the symbol or the account is too long a name: " + shown(cells.symbol));
  PLIMSOLL_TRY(quantity, quantity_of(cells.quantity));
  PLIMSOLL_TRY(price, price_of(cells.price));
  push(table, cells, quantity, price);
  return {};
}

Result<void> add(PositionTable& table, const Columns& columns, const CsvRow& row) {
  if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong);
  const Cells cells = cells_of(columns, row);
  if (add_ordinary(table, cells)) return {};
  return add(table, cells);
}

}  // namespace

Loaded<PositionTable> read_position_table(std::string_view text, const std::string& name) {
  Loaded<PositionTable> loaded;
  CsvReader reader{text};
  CsvRow row;
  while (reader.next(row) && row.is_blank()) continue;
  const auto columns = columns_of(row, place(name, row.line));
  if (!columns) {
    loaded.refused.push_back(columns.error());
    return loaded;
  }
  PositionTable& table = loaded.value;
  // Rows of the usual length; a wrong guess costs a copy, not an answer.
  const std::size_t expected = text.size() / 24 + 1;
  table.account.reserve(expected);
  table.symbol.reserve(expected);
  table.type.reserve(expected);
  table.quantity.reserve(expected);
  table.price.reserve(expected);
  while (reader.next(row)) {
    if (row.is_blank()) continue;
    ++table.rows_total;
    if (auto added = add(table, *columns, row); !added) {
      Error error = std::move(added).error();
      error.where = place(name, row.line);
      loaded.refused.push_back(std::move(error));
    }
  }
  return loaded;
}

}  // namespace plimsoll::io
