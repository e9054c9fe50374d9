#pragma once
#include <expected>
#include <string>
#include <vector>

#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"
#include "engine/evaluate.hpp"

namespace plimsoll::cli {

/// The parameter pack that is read where --tims-pack names none.
inline constexpr std::string_view usual_pack = "occ-public";

/// What --tims-pack names, in its order, each with the pack it stands over: packs compiled in, of
/// --profiles or PLIMSOLL_PROFILES, or at a path; of a series the one in force on `day`. Where
/// nothing is named the usual one, on a day before its first its first: the method then says since
/// when it answers.
std::expected<std::vector<ParameterPacks>, std::vector<Error>> packs_asked(const Settings& settings,
                                                                           const Session& session,
                                                                           Date day);

/// For lists of rules: every file of each name, oldest first.
std::expected<std::vector<ParameterPack>, std::vector<Error>> pack_series(const Settings& settings,
                                                                          const Session& session);

/// Names of the packs compiled in.
std::vector<std::string> pack_names();

}  // namespace plimsoll::cli
