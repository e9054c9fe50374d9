#include "apps/json/encode_span.hpp"

#include <utility>

#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

using clearing::RiskFile;

std::string_view format_word(clearing::FileFormat format) {
  switch (format) {
    case clearing::FileFormat::positional:
      return "positional";
    case clearing::FileFormat::xml:
      return "xml";
  }
  std::unreachable();
}

void write_count(Writer& out, std::string_view key, std::size_t count) {
  out.key(key).whole(static_cast<std::int64_t>(count));
}

/// An exact string as the file has it: no places are added.
void write_exact(Writer& out, std::string_view key, Decimal number) {
  write_text(out, key, to_text(number, 0));
}

void write_head(Writer& out, const RiskFile& file) {
  write_text(out, "file", file.name);
  write_text(out, "format", format_word(file.format));
  write_text(out, "clearing_house", file.clearing_house.view());
  write_date(out, "as_of", file.day);
  write_text(out, "state", file.settlement ? "settlement" : "intraday");
  write_text(out, "created", file.created);
}

void write_counts(Writer& out, std::string_view key,
                  const std::map<std::string, std::size_t>& counts) {
  out.key(key).begin_object();
  for (const auto& [name, count] : counts) write_count(out, name, count);
  out.end_object();
}

void write_commodity(Writer& out, const RiskFile& file, const clearing::CommodityOutline& one) {
  const clearing::CombinedCommodity& commodity = file.commodities[one.commodity];
  out.begin_object();
  write_text(out, "code", commodity.code.view());
  write_text(out, "exchange", commodity.exchange.view());
  write_text(out, "name", commodity.name);
  write_text(out, "currency", commodity.currency.code());
  out.key("products").begin_array();
  for (const clearing::ProductLink& link : commodity.products) {
    out.begin_object();
    write_text(out, "exchange", link.product.exchange.view());
    write_text(out, "code", link.product.product.view());
    write_text(out, "type", code_of(link.product.type));
    out.end_object();
  }
  out.end_array();
  write_count(out, "contracts", one.contracts);
  write_count(out, "tiers", one.tiers);
  write_count(out, "calendar_spreads", one.calendar_spreads);
  write_count(out, "spot_rates", one.spot_rates);
  out.key("short_option_rates").begin_array();
  for (const Decimal rate : one.short_option_rates) out.text(to_text(rate, 0));
  out.end_array();
  write_text(out, "weighted_price_risk", word_of(commodity.weighted_price_risk));
  write_text(out, "short_option_method", word_of(commodity.short_option_method));
  write_text(out, "combination_method", word_of(commodity.combination_method));
  out.end_object();
}

void write_file(Writer& out, const RiskFile& file) {
  const clearing::FileOutline outline = outline_of(file);
  out.begin_object();
  write_head(out, file);
  write_counts(out, "records", file.counts);
  write_counts(out, "unknown", file.unknown);
  out.key("exchanges").begin_array();
  for (const clearing::Code& exchange : outline.exchanges) out.text(exchange.view());
  out.end_array();
  write_count(out, "contracts", outline.contracts);
  write_count(out, "without_array", outline.without_array);
  write_count(out, "without_price", outline.without_price);
  write_count(out, "unlinked", outline.unlinked);
  out.key("commodities").begin_array();
  for (const clearing::CommodityOutline& one : outline.commodities) write_commodity(out, file, one);
  out.end_array();
  write_count(out, "combinations", file.combinations.size());
  write_count(out, "inter_spreads", file.inter_spreads.size());
  write_count(out, "scanning_spreads", outline.scanning_spreads);
  write_count(out, "clearing_spreads", file.clearing_spreads.size());
  out.key("conversions").begin_array();
  for (const clearing::Conversion& one : file.conversions) {
    out.begin_object();
    write_text(out, "from", one.from.code());
    write_text(out, "to", one.to.code());
    write_exact(out, "factor", one.factor);
    out.end_object();
  }
  out.end_array().end_object();
}

void write_contract(Writer& out, const RiskFile& file, const clearing::Contract& contract) {
  const clearing::ProductKey& key = file.products[contract.product].key;
  write_text(out, "exchange", key.exchange.view());
  write_text(out, "product", key.product.view());
  write_text(out, "type", code_of(key.type));
  write_text(out, "month", clearing::to_text(contract.month));
  if (!contract.option_month.empty())
    write_text(out, "option_month", clearing::to_text(contract.option_month));
  if (contract.right) {
    write_text(out, "right", *contract.right == Right::put ? "put" : "call");
    write_exact(out, "strike", contract.strike);
  }
  if (contract.price) write_exact(out, "price", *contract.price);
  else out.key("price").null();
}

void write_values(Writer& out, const clearing::RiskArray& array) {
  out.key("values").begin_array();
  for (std::size_t i = 0; i < clearing::RiskArray::size; ++i)
    out.text(to_text(clearing::value_of(array, i), 0));
  out.end_array();
  write_exact(out, "composite_delta", array.composite_delta);
}

/// One array of a contract; `array` null: it has none.
void write_array(Writer& out, const RiskFile& file, const clearing::Contract& contract,
                 const clearing::RiskArray* array) {
  out.begin_object();
  write_contract(out, file, contract);
  if (array == nullptr) {
    write_text(out, "array", "none");
    out.end_object();
    return;
  }
  write_text(out, "array", array->generated ? "generated" : "read");
  out.key("rate_class").whole(array->rate);
  write_values(out, *array);
  out.end_object();
}

void write_arrays(Writer& out, const ChosenContracts& chosen) {
  const RiskFile& file = *chosen.file;
  out.begin_object();
  write_head(out, file);
  out.key("arrays").begin_array();
  for (const clearing::Index place : chosen.contracts) {
    const clearing::Contract& contract = file.contracts[place];
    if (contract.arrays == 0) write_array(out, file, contract, nullptr);
    for (std::uint16_t i = 0; i < contract.arrays; ++i)
      write_array(out, file, contract, &file.arrays[contract.array + i]);
  }
  out.end_array().end_object();
}

template <class Items, class Write>
std::string document(const Items& items, Write write) {
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.span/1");
  out.key("files").begin_array();
  for (const auto& item : items) write(out, item);
  out.end_array().end_object();
  return std::move(out).finish();
}

}  // namespace

std::string encode_risk_files(std::span<const RiskFile> files) {
  return document(files, write_file);
}

std::string encode_risk_arrays(std::span<const ChosenContracts> files) {
  return document(files, write_arrays);
}

std::string encode_listed_arrays(std::span<const engine::ListedArray> instruments) {
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.span/1");
  out.key("files").begin_array().end_array();
  out.key("instruments").begin_array();
  for (const engine::ListedArray& one : instruments) {
    out.begin_object();
    write_text(out, "name", one.name);
    write_text(out, "array", "generated");
    write_values(out, one.array);
    out.key("caveats").begin_array();
    for (const std::string_view caveat : one.caveats) out.text(caveat);
    out.end_array().end_object();
  }
  out.end_array().end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
