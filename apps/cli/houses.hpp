#pragma once
#include <expected>
#include <string>
#include <vector>

#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"
#include "rules/house.hpp"

namespace plimsoll::cli {

/// "law" in place of a house's name: none.
inline constexpr std::string_view law_alone = "law";

/// What --house names, in its order: profiles compiled in, of --profiles or PLIMSOLL_PROFILES, or
/// at a path; of a series the one in force on `day`. A null one is the law alone. Nothing is read
/// where nothing is named.
std::expected<std::vector<House>, std::vector<Error>> houses_asked(const Settings& settings,
                                                                   const Session& session,
                                                                   Date day);

/// For lists of rules: every file of each name, oldest first.
std::expected<std::vector<House>, std::vector<Error>> house_series(const Settings& settings,
                                                                   const Session& session);

/// The brokers to compare: those --house names but for the law, otherwise every one known; of each
/// its whole series.
std::expected<HouseList, std::vector<Error>> brokers_asked(const Settings& settings,
                                                           const Session& session);

/// Names of the houses compiled in.
std::vector<std::string> house_names();

}  // namespace plimsoll::cli
