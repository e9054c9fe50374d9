#pragma once
// Clearing houses' risk parameter files, from paths to what the engine takes.

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "market/clearing/risk_file.hpp"
#include "model/draft.hpp"
#include "model/trade_text.hpp"

namespace plimsoll::cli {

using RiskFileRef = std::shared_ptr<const clearing::RiskFile>;

/// The product codes an account and trades in it may mean: products of its descriptions, and the
/// symbols, roots and underlyings of what it holds, as houses list options on stocks by those.
std::vector<clearing::Code> products_named(const AccountDraft& account,
                                           std::span<const TypedTrade> trades);

/// What else of a file has to be read for what is wanted: the legs of combinations, and what
/// options are on. Nothing where all of it was.
std::vector<clearing::Code> products_beneath(const clearing::RiskFile& file,
                                             const std::vector<clearing::Code>& wanted);

/// One file whole: what `wanted` names, and what stands beneath that. XML is told from a positional
/// file by how it begins. `refused` says what of it is left out. Refused as a whole: what cannot be
/// read, an archive, an empty file.
std::expected<Loaded<std::vector<clearing::RiskFile>>, std::vector<Error>> span_file(
    const std::string& path, clearing::Wanted wanted);

/// Every file, each path once, and what of them is left out. Refused as a whole: each file that
/// cannot be read, the same clearing house and day in two files.
std::expected<Loaded<std::vector<RiskFileRef>>, std::vector<Error>> span_files(
    const std::vector<std::string>& paths, const std::vector<clearing::Code>& wanted);

}  // namespace plimsoll::cli
