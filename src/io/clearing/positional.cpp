#include "io/clearing/positional.hpp"

namespace plimsoll::io {

Result<Loaded<clearing::RiskFile>> read_positional(std::string_view, const std::string& name,
                                                   const clearing::Wanted&) {
  return fail(Reason::bad_input, "positional files are not read yet", name);
}

}  // namespace plimsoll::io
