#include "apps/cli/command_span.hpp"

#include <ostream>
#include <set>
#include <utility>

#include "apps/cli/profile_files.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/cli/span_files.hpp"
#include "apps/json/encode_span.hpp"
#include "engine/risk_arrays.hpp"
#include "report/risk_file_page.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;
using clearing::RiskFile;

/// The one FILE behind the word.
const std::string& path_of(const Settings& settings) { return settings.more.front(); }

/// The file, where it may be answered about: what is left out of it is said on the way, and refused
/// unless a partial answer will do.
std::expected<std::vector<RiskFile>, Errors> read(const Settings& settings, clearing::Wanted wanted,
                                                  Session& session) {
  auto files = span_file(path_of(settings), std::move(wanted));
  if (!files) return std::unexpected{std::move(files).error()};
  if (!files->refused.empty() && settings.completeness == engine::Completeness::whole)
    return std::unexpected{std::move(files->refused)};
  for (const Error& error : files->refused) session.err << line_of(error) << '\n';
  return std::move(files->value);
}

/// What chooses contracts, where there are none to choose from.
Errors choices_out_of_place(const Settings& settings) {
  Errors errors;
  for (const auto& [option, given] : {std::pair{"--product", settings.product.has_value()},
                                      std::pair{"--contract", !settings.contracts.empty()},
                                      std::pair{"--month", settings.month.has_value()}})
    if (given)
      errors.push_back(
          {Reason::bad_input,
           "it chooses contracts of a clearing house's file for `span arrays`; leave it out",
           option});
  return errors;
}

Exit info(const Settings& settings, Session& session) {
  if (const Errors errors = choices_out_of_place(settings); !errors.empty())
    return refuse(errors, settings.format, session);
  const auto files = read(settings, {}, session);
  if (!files) return refuse(files.error(), settings.format, session);
  if (settings.format == Format::json) {
    session.out << json::encode_risk_files(*files);
    return Exit::answered;
  }
  for (std::size_t i = 0; i < files->size(); ++i)
    session.out << (i == 0 ? "" : "\n") << report::risk_file_page((*files)[i], session.paper);
  return Exit::answered;
}

Error nothing_chosen(const Settings& settings) {
  std::string of;
  if (settings.product) of += " of " + settings.product->substr(0, 40);
  if (settings.month) of += " in " + settings.month->substr(0, 40);
  return {Reason::bad_input,
          "it has no contract" + of + "; `plimsoll span info` lists the products it has",
          path_of(settings)};
}

/// Chosen contracts of each file that has any, those without an array given a model's. Why one
/// stays without is said; it is no mistake of the file's.
std::vector<json::ChosenContracts> with_arrays(std::vector<RiskFile>& files,
                                               const clearing::ContractFilter& filter,
                                               Session& session) {
  std::vector<json::ChosenContracts> chosen;
  for (RiskFile& file : files) {
    auto contracts = clearing::contracts_chosen(file, filter);
    if (contracts.empty()) continue;
    for (const Error& error : engine::generate_arrays(file, contracts))
      remark(error.where + ": no array could be made: " + error.what, session);
    chosen.push_back({&file, std::move(contracts)});
  }
  return chosen;
}

void print(const std::vector<json::ChosenContracts>& chosen, const Settings& settings,
           Session& session) {
  if (settings.format == Format::json) {
    session.out << json::encode_risk_arrays(chosen);
    return;
  }
  for (std::size_t i = 0; i < chosen.size(); ++i)
    session.out << (i == 0 ? "" : "\n")
                << report::risk_arrays_page(*chosen[i].file, chosen[i].contracts, session.paper);
}

/// Contracts by name; those the file does not list get an array made from its parameters.
Exit named_arrays(const Settings& settings, Session& session) {
  auto files = read(settings, {}, session);
  if (!files) return refuse(files.error(), settings.format, session);
  const auto named = engine::contracts_named(std::move(*files), settings.contracts);
  if (!named) return refuse(named.error(), settings.format, session);
  std::vector<json::ChosenContracts> chosen;
  for (const auto& [file, contract] : named->contracts) {
    const RiskFile* of = named->files[file].get();
    if (chosen.empty() || chosen.back().file != of) chosen.push_back({of, {}});
    chosen.back().contracts.push_back(contract);
  }
  print(chosen, settings, session);
  return Exit::answered;
}

Exit arrays(const Settings& settings, Session& session) {
  if (!settings.contracts.empty()) return named_arrays(settings, session);
  const auto filter =
      clearing::contract_filter(settings.product.value_or(""), settings.month.value_or(""));
  if (!filter) return refuse(std::vector{filter.error()}, settings.format, session);
  clearing::Wanted wanted;
  if (settings.product) wanted = {.all = false, .products = {filter->product}};
  auto files = read(settings, std::move(wanted), session);
  if (!files) return refuse(files.error(), settings.format, session);
  const auto chosen = with_arrays(*files, *filter, session);
  if (chosen.empty())
    return refuse(std::vector{nothing_chosen(settings)}, settings.format, session);
  print(chosen, settings, session);
  return Exit::answered;
}

/// Arrays of instruments with parameters of one's own.
Exit own_arrays(const Settings& settings, Session& session) {
  if (const Errors errors = choices_out_of_place(settings); !errors.empty())
    return refuse(errors, settings.format, session);
  const auto file = profile_file(path_of(settings));
  if (!file) return refuse(std::vector{file.error()}, settings.format, session);
  const auto listed = engine::listed_arrays(file->tree, file->name);
  if (!listed) return refuse(std::vector{listed.error()}, settings.format, session);
  if (settings.format == Format::json) {
    session.out << json::encode_listed_arrays(*listed);
    return Exit::answered;
  }
  std::vector<report::NamedArray> named;
  std::set<std::string_view> caveats;
  for (const engine::ListedArray& one : *listed) {
    named.push_back({one.name, one.array});
    caveats.insert(one.caveats.begin(), one.caveats.end());
  }
  session.out << report::named_arrays_page(named, session.paper) << "\n";
  for (const std::string_view caveat : caveats)
    session.out << report::item("  - ", caveat, session.paper.width);
  return Exit::answered;
}

}  // namespace

Exit command_span(const Settings& settings, Session& session) {
  if (*settings.operand == "info") return info(settings, session);
  if (*settings.operand == "arrays")
    return path_of(settings).ends_with(".toml") ? own_arrays(settings, session)
                                                : arrays(settings, session);
  return refuse(std::vector<Error>{{Reason::bad_input,
                                    "\"" + settings.operand->substr(0, 40) +
                                        "\" is nothing to ask of a SPAN file; write `plimsoll span "
                                        "info FILE` or `plimsoll span arrays FILE`",
                                    ""}},
                settings.format, session);
}

}  // namespace plimsoll::cli
