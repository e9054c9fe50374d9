#include "report/risk_file_page.hpp"

#include <algorithm>

#include "report/table.hpp"

namespace plimsoll::report {
namespace {

using clearing::RiskFile;

std::string text_of(const clearing::Code& code) { return std::string{code.view()}; }

std::string counted(std::size_t count, std::string_view one) {
  return std::to_string(count) + " " + std::string{one} + (count == 1 ? "" : "s");
}

template <class Items, class Text>
std::string listed(const Items& items, Text text) {
  std::string list;
  for (const auto& item : items) list += (list.empty() ? "" : ", ") + text(item);
  return list;
}

std::string_view format_of(const RiskFile& file) {
  switch (file.format) {
    case clearing::FileFormat::positional:
      return "positional";
    case clearing::FileFormat::xml:
      return "XML";
  }
  return "";
}

std::string counts_of(const std::map<std::string, std::size_t>& counts) {
  return listed(counts,
                [](const auto& one) { return one.first + " " + std::to_string(one.second); });
}

/// A document's word as a person reads it, which can be broken where it is long.
std::string spoken(std::string_view word) {
  std::string text{word};
  std::ranges::replace(text, '_', ' ');
  return text;
}

/// A line of the head; nothing where there is nothing to say.
std::string said(std::string_view name, const std::string& what, const Paper& paper) {
  if (what.empty()) return {};
  std::string head = "  " + std::string{name};
  head.resize(std::max<std::size_t>(head.size(), 16), ' ');
  return item(head, what, paper.width);
}

std::string commodities_table(const RiskFile& file, const clearing::FileOutline& outline,
                              const Paper& paper) {
  Table table{.columns = {{"commodity", Align::whole},
                          {"name"},
                          {"currency", Align::whole},
                          {"products"},
                          {"contracts", Align::right},
                          {"tiers", Align::right},
                          {"spreads", Align::right},
                          {"short option", Align::right},
                          {"methods"}},
              .rows = {}};
  for (const clearing::CommodityOutline& one : outline.commodities) {
    const clearing::CombinedCommodity& commodity = file.commodities[one.commodity];
    table.rows.push_back({.cells = {text_of(commodity.code), printable(commodity.name),
                                    std::string{commodity.currency.code()},
                                    listed(commodity.products,
                                           [](const clearing::ProductLink& link) {
                                             return text_of(link.product.product) + " " +
                                                    std::string{code_of(link.product.type)};
                                           }),
                                    std::to_string(one.contracts), std::to_string(one.tiers),
                                    std::to_string(one.calendar_spreads),
                                    listed(one.short_option_rates,
                                           [](Decimal rate) { return plimsoll::to_text(rate, 0); }),
                                    spoken(word_of(commodity.weighted_price_risk)) + ", " +
                                        spoken(word_of(commodity.short_option_method)) + ", " +
                                        spoken(word_of(commodity.combination_method))}});
  }
  return table.rows.empty() ? std::string{} : "\n" + table_text(table, paper);
}

std::string price_of(const clearing::Contract& contract) {
  return contract.price ? plimsoll::to_text(*contract.price, 0) : "none";
}

Row array_row(const std::string& key, const std::string& price, const clearing::RiskArray& array) {
  Row row{.cells = {key, price}};
  for (std::size_t i = 0; i < clearing::RiskArray::size; ++i)
    row.cells.push_back(plimsoll::to_text(clearing::value_of(array, i), 0));
  row.cells.push_back(plimsoll::to_text(array.composite_delta, 0));
  row.cells.emplace_back(array.generated ? "generated" : "read");
  return row;
}

Table arrays_table(const std::string& of) {
  Table table{.columns = {{of, Align::whole}, {"price", Align::right}}, .rows = {}};
  for (std::size_t i = 1; i <= clearing::RiskArray::size; ++i)
    table.columns.push_back({std::to_string(i), Align::right});
  table.columns.push_back({"delta", Align::right});
  table.columns.push_back({"array", Align::whole});
  return table;
}

}  // namespace

std::string risk_file_page(const RiskFile& file, const Paper& paper) {
  const clearing::FileOutline outline = outline_of(file);
  std::string out = inked(text_of(file.clearing_house) + ", " + plimsoll::to_text(file.day),
                          Emphasis::strong, paper.ink) +
                    (file.settlement ? ", settlement" : ", intraday") + " (" + file.name + ", " +
                    std::string{format_of(file)} + ")\n\n";
  out += said("created", printable(file.created), paper);
  out += said("exchanges", listed(outline.exchanges, text_of), paper);
  out += said(
      "records",
      std::to_string(outline.records) + (file.counts.empty() ? "" : ": " + counts_of(file.counts)),
      paper);
  if (outline.unknown_records != 0)
    out += said("not known",
                std::to_string(outline.unknown_records) + ": " + counts_of(file.unknown), paper);
  std::string contracts = std::to_string(outline.contracts);
  if (outline.without_array != 0)
    contracts += ", " + std::to_string(outline.without_array) + " without a risk array";
  if (outline.without_price != 0)
    contracts += ", " + std::to_string(outline.without_price) + " without a price";
  if (outline.unlinked != 0)
    contracts += ", " + std::to_string(outline.unlinked) + " of no combined commodity";
  out += said("contracts", contracts, paper);
  out += said("combinations",
              file.combinations.empty() ? std::string{} : std::to_string(file.combinations.size()),
              paper);
  out += said("between",
              counted(file.inter_spreads.size(), "spread") + " between commodities (" +
                  std::to_string(outline.scanning_spreads) + " by scanning), " +
                  counted(file.clearing_spreads.size(), "spread") + " with other houses",
              paper);
  out += said("currencies",
              listed(file.conversions,
                     [](const clearing::Conversion& one) {
                       return "1 " + std::string{one.from.code()} + " = " +
                              plimsoll::to_text(one.factor, 0) + " " + std::string{one.to.code()};
                     }),
              paper);
  return out + commodities_table(file, outline, paper);
}

std::string risk_arrays_page(const RiskFile& file, std::span<const clearing::Index> contracts,
                             const Paper& paper) {
  Table table = arrays_table("contract");
  for (const clearing::Index place : contracts) {
    const clearing::Contract& contract = file.contracts[place];
    const std::string key = key_text(file, contract);
    if (contract.arrays == 0) {
      Row row{.cells = std::vector<std::string>(table.columns.size())};
      row.cells[0] = key, row.cells[1] = price_of(contract), row.cells.back() = "none";
      table.rows.push_back(std::move(row));
    }
    for (std::uint16_t i = 0; i < contract.arrays; ++i)
      table.rows.push_back(array_row(key, price_of(contract), file.arrays[contract.array + i]));
  }
  return inked(text_of(file.clearing_house) + ", " + plimsoll::to_text(file.day), Emphasis::strong,
               paper.ink) +
         ", " + counted(contracts.size(), "contract") + "; losses of one bought, by scenario\n\n" +
         table_text(table, paper);
}

std::string named_arrays_page(std::span<const NamedArray> arrays, const Paper& paper) {
  Table table = arrays_table("instrument");
  table.columns.erase(table.columns.begin() + 1);
  for (const NamedArray& one : arrays) {
    Row row = array_row(printable(one.name), {}, one.array);
    row.cells.erase(row.cells.begin() + 1);
    table.rows.push_back(std::move(row));
  }
  return "losses of one bought, by scenario\n\n" + table_text(table, paper);
}

}  // namespace plimsoll::report
