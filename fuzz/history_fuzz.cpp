// Any bytes as a history of each broker: every row read, skipped or refused, entries in time order
// and inside their bounds, and the document made of them the same when it is read again.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

#include "apps/json/decode_activity.hpp"
#include "apps/json/encode_activity.hpp"
#include "apps/json/parse.hpp"
#include "base/check.hpp"
#include "io/history.hpp"

namespace plimsoll::fuzz {
namespace {

auto when(const Entry& entry) {
  return std::tuple{entry.moment.day, entry.moment.time.value_or(std::chrono::hours{24})};
}

void check_history(const Loaded<io::ImportedActivity>& loaded) {
  const auto& [history, refused] = loaded;
  const io::FileRows& rows = history.rows;
  PLIMSOLL_CHECK(rows.rows_read + rows.skipped.size() + rows.rows_refused == rows.rows_total);
  PLIMSOLL_CHECK(refused.size() >= rows.rows_refused);
  for (const Error& error : refused) PLIMSOLL_CHECK(!error.what.empty() && !error.where.empty());
  const std::vector<Entry>& entries = history.activity.entries;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    PLIMSOLL_CHECK(!entries[i].where.empty());
    PLIMSOLL_CHECK(i == 0 || when(entries[i - 1]) <= when(entries[i]));
  }
}

std::string read_again(const std::string& text) {
  const auto parsed = json::parse(text, "document");
  PLIMSOLL_CHECK(parsed.has_value());
  const auto decoded = json::decode_activity(*parsed, "document");
  PLIMSOLL_CHECK(decoded.has_value());
  return json::encode_activity(*decoded);
}

}  // namespace
}  // namespace plimsoll::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace plimsoll;
  const io::Input file{"fuzz", {reinterpret_cast<const char*>(bytes), size}};
  (void)io::is_history(file);
  for (const char* broker : {"", "fidelity", "ibkr-activity", "ibkr-flex", "schwab"})
    for (const char* account : {"", "1", "2"}) {
      const auto loaded = io::import_activity(file, {.broker = broker, .account = account});
      fuzz::check_history(loaded);
      // The hour that clocks skip in spring is read as the next: the first reading may move it.
      const std::string once = fuzz::read_again(json::encode_activity(loaded.value.activity));
      PLIMSOLL_CHECK(fuzz::read_again(once) == once);
    }
  return 0;
}
