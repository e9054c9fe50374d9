#include "apps/cli/span_files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "io/clearing/positional.hpp"
#include "io/clearing/spn.hpp"
#include "io/mapped_file.hpp"
#include "model/osi.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;
using clearing::Code;
using clearing::RiskFile;
using Files = std::vector<RiskFile>;

std::unexpected<Errors> refused(std::string what, const std::string& where) {
  return std::unexpected{Errors{{Reason::bad_input, std::move(what), where}}};
}

bool is_xml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return true;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<';
}

/// XML's pages are given back as they are read: such files may be larger than memory.
Loaded<Files> read(const io::MappedFile& mapped, const std::string& name,
                   const clearing::Wanted& wanted) {
  if (is_xml(mapped.bytes())) return io::read_spn(mapped, name, wanted);
  auto file = io::read_positional(mapped.bytes(), name, wanted);
  if (!file) return {{}, {std::move(file).error()}};
  Loaded<Files> read{{}, std::move(file->refused)};
  read.value.push_back(std::move(file->value));
  return read;
}

/// The remedy is named: archives are how the houses hand these files out.
std::expected<void, Errors> looked_at(std::string_view bytes, const std::string& path) {
  if (bytes.starts_with("PK\x03\x04"))
    return refused("it is a zip archive; unzip it first, and name the file that was in it", path);
  if (bytes.starts_with("\x1F\x8B"))
    return refused("it is compressed; gunzip it first, and name what comes out", path);
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return refused("it is empty; name a clearing house's SPAN parameter file", path);
  return {};
}

void add(std::set<Code>& codes, std::string_view text) {
  if (!text.empty() && Code::fits(text)) codes.insert(Code{text});
}

void add_symbol(std::set<Code>& codes, const std::string& symbol) {
  add(codes, symbol);
  if (const auto osi = parse_osi(symbol)) add(codes, osi->root);
}

}  // namespace

std::vector<Code> products_named(const AccountDraft& account, std::span<const TypedTrade> trades) {
  std::set<Code> codes;
  for (const Description& one : account.instruments) {
    add(codes, one.product);
    add(codes, one.underlying);
  }
  for (const DraftPosition& position : account.positions) add_symbol(codes, position.symbol);
  for (const TypedTrade& trade : trades) add_symbol(codes, std::string{trade.symbol.view()});
  return {codes.begin(), codes.end()};
}

std::vector<Code> products_beneath(const RiskFile& file, const std::vector<Code>& wanted) {
  const std::set<Code> named{wanted.begin(), wanted.end()};
  std::set<Code> beneath;
  const auto add_unnamed = [&](const Code& code) {
    if (!code.empty() && !named.contains(code)) beneath.insert(code);
  };
  for (const clearing::CombinationContract& one : file.combinations)
    if (named.contains(one.product.product))
      for (const clearing::CombinationLeg& leg : one.legs) add_unnamed(leg.product.product);
  for (const clearing::Product& product : file.products)
    if (is_option(product.key.type) && named.contains(product.key.product))
      add_unnamed(product.underlying);
  return {beneath.begin(), beneath.end()};
}

std::expected<Loaded<Files>, Errors> span_file(const std::string& path, clearing::Wanted wanted) {
  const auto mapped = io::MappedFile::open(path);
  if (!mapped) return std::unexpected{Errors{mapped.error()}};
  if (auto usable = looked_at(mapped->bytes(), path); !usable)
    return std::unexpected{std::move(usable).error()};
  const std::string name = std::filesystem::path{path}.filename().string();
  // An option on a combination of options: each round goes one step down, and ends.
  while (true) {
    auto files = read(*mapped, name, wanted);
    if (files.value.empty()) return std::unexpected{std::move(files.refused)};
    const std::size_t before = wanted.products.size();
    for (const RiskFile& file : files.value)
      for (const Code& code : products_beneath(file, wanted.products))
        wanted.products.push_back(code);
    if (wanted.all || wanted.products.size() == before) return files;
  }
}

std::expected<Loaded<std::vector<RiskFileRef>>, Errors> span_files(
    const std::vector<std::string>& paths, const std::vector<Code>& wanted) {
  Loaded<std::vector<RiskFileRef>> loaded;
  std::vector<RiskFileRef>& all = loaded.value;
  Errors errors;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    if (!seen.insert(path).second) continue;
    auto files = span_file(path, {.all = false, .products = wanted});
    if (!files) {
      errors.insert(errors.end(), files.error().begin(), files.error().end());
      continue;
    }
    loaded.refused.insert(loaded.refused.end(), files->refused.begin(), files->refused.end());
    for (RiskFile& file : files->value) {
      const auto same = std::ranges::find_if(all, [&](const RiskFileRef& one) {
        return one->clearing_house == file.clearing_house && one->day == file.day;
      });
      if (same == all.end()) all.push_back(std::make_shared<const RiskFile>(std::move(file)));
      else
        errors.push_back({Reason::bad_input,
                          "it is of " + std::string{file.clearing_house.view()} + ", " +
                              to_text(file.day) + ", as " + (*same)->name + " is; name one of them",
                          file.name});
    }
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return loaded;
}

}  // namespace plimsoll::cli
