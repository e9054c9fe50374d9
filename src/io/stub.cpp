#include "io/brokers.hpp"
#include "io/reading.hpp"
namespace plimsoll::io {
#define STUB(f)                                                                \
  Loaded<Imported> f(const Input& i, std::string_view, const ImportOptions&) { \
    return refused_file("not yet", i.name);                                    \
  }
STUB(read_schwab)
STUB(read_vanguard) STUB(read_ibkr_flex) STUB(read_ibkr_activity) STUB(read_positions_csv)
}  // namespace plimsoll::io
