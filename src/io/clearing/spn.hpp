#pragma once
// SPAN risk parameter files in XML (`.spn`, fileFormat 4.00), streamed: memory holds what is kept,
// however large the file.

#include <string>
#include <string_view>
#include <vector>

#include "io/mapped_file.hpp"
#include "io/xml_stream.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::io {

/// One risk file for each clearing house of each moment in the document, in its order. `refused`
/// says, with line and path, what is left out: a contract, a product, a commodity, a spread, each
/// as a whole; who margins with the rest says so. Of a document that is not SPAN, not whole, not
/// well-formed XML (see `XmlStream`) or wrong in more than 100 places there is nothing but errors.
/// `released` is told how far the bytes are read.
Loaded<std::vector<clearing::RiskFile>> read_spn(std::string_view bytes, const std::string& name,
                                                 const clearing::Wanted& wanted,
                                                 const XmlStream::Released& released = {});
/// The same, giving back the file's pages as they are read.
Loaded<std::vector<clearing::RiskFile>> read_spn(const MappedFile& file, const std::string& name,
                                                 const clearing::Wanted& wanted);

}  // namespace plimsoll::io
