#include "apps/cli/read_activity.hpp"

#include <algorithm>
#include <utility>

#include "apps/cli/file_remarks.hpp"
#include "apps/cli/files.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/json/decode_activity.hpp"
#include "apps/json/parse.hpp"
#include "io/text.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;

bool is_json(const io::Input& file) {
  std::string_view text = file.bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = io::trimmed(text.substr(0, 4096));
  return text.starts_with('{') || text.starts_with('[') || file.name.ends_with(".json");
}

void leave_out_until(Date opening, ReadActivity& read) {
  auto& entries = read.activity.entries;
  const std::size_t before = entries.size();
  std::erase_if(entries, [&](const Entry& entry) { return entry.moment.day <= opening; });
  const std::size_t left_out = before - entries.size();
  if (left_out != 0)
    read.caveats.push_back({std::to_string(left_out) + " of the history's entries are of " +
                            to_text(opening) +
                            " or before it, which the account holds already; they are left out"});
}

}  // namespace

std::expected<ReadHistory, Errors> read_history(const io::Input& file, const Settings& settings,
                                                Session& session) {
  auto [imported, refused] =
      io::import_activity(file, {.broker = settings.broker, .account = settings.account});
  // Without rows there is nothing to be partial about: the file as a whole was refused.
  if (imported.rows.rows_total == 0 && !refused.empty()) return std::unexpected{std::move(refused)};
  for (const std::string& line : remarks_on(imported.rows)) remark(line, session);
  ReadHistory history{{std::move(imported.activity), {}}, std::move(refused)};
  for (std::string& note : imported.notes) history.read.caveats.push_back({std::move(note)});
  return history;
}

std::expected<ReadActivity, Errors> read_activity(const std::string& path, const Settings& settings,
                                                  Date opening, Session& session) {
  const auto file = read_file(path);
  if (!file) return std::unexpected{Errors{file.error()}};
  if (!is_json(*file)) {
    auto history = read_history(*file, settings, session);
    if (!history) return std::unexpected{std::move(history).error()};
    if (!history->refused.empty()) return std::unexpected{std::move(history->refused)};
    leave_out_until(opening, history->read);
    return std::move(history->read);
  }
  const auto parsed = json::parse(file->bytes, file->name);
  if (!parsed) return std::unexpected{Errors{parsed.error()}};
  auto decoded = json::decode_activity(*parsed, file->name);
  if (!decoded) return std::unexpected{std::move(decoded).error()};
  return ReadActivity{*std::move(decoded), {}};
}

}  // namespace plimsoll::cli
