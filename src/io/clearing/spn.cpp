#include "io/clearing/spn.hpp"

namespace plimsoll::io {

Loaded<std::vector<clearing::RiskFile>> read_spn(std::string_view, const std::string& name,
                                                 const clearing::Wanted&) {
  return {{}, {{Reason::bad_input, "XML is not read yet", name}}};
}

}  // namespace plimsoll::io
