#include "io/xml.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

std::string elements(std::string_view bytes) {
  std::string seen;
  const XmlHandler handler{[&](const XmlElement& element) {
                             seen += std::to_string(element.line) + ":" +
                                     std::string(static_cast<std::size_t>(element.depth), '.') +
                                     std::string{element.name};
                             for (const auto& [name, value] : element.attributes)
                               seen += " " + std::string{name} + "=" + std::string{value};
                             seen += "\n";
                           },
                           [&](std::string_view name, std::string_view text) {
                             if (text.find_first_not_of(" \n") != std::string_view::npos)
                               seen += std::string{name} + ">" + std::string{text} + "\n";
                           }};
  const auto read = read_xml(bytes, "f.xml", handler);
  return read ? seen : seen + read.error().where + " " + read.error().what;
}

TEST(Xml, StreamsElements) {
  EXPECT_EQ(
      elements("<?xml version=\"1.0\"?>\n<a>\n <b x=\"1\" y=\"&amp;&#65;\"/>\n <c>t</c>\n</a>"),
      "2:a\n3:.b x=1 y=&A\n4:.c\nc>t\n");
}

TEST(Xml, KnowsTheTextOfATag) {
  std::string text;
  const XmlHandler handler{[&](const XmlElement& element) { text = element.text; }, {}};
  const std::string padded = "<a>" + std::string(3'000'000, ' ') + "<b x='1'/></a>";
  ASSERT_TRUE(read_xml(padded, "f.xml", handler));
  EXPECT_EQ(text, "<b x='1'/>");
}

TEST(Xml, RefusesWithTheLine) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"<a>\n<b></a>", "1:a\n2:.b\nf.xml:2 this is not well-formed XML: mismatched tag"},
      {"<a", "f.xml:1 this is not well-formed XML: unclosed token"},
      {"<a><b/>", "1:a\n1:.b\nf.xml:1 this is not well-formed XML: no element found"},
      {"<a x='1' x='2'/>", "f.xml:1 this is not well-formed XML: duplicate attribute"},
      {"<a>\xff</a>", "1:a\nf.xml:1 this is not well-formed XML: not well-formed"},
      {"<a>&b;</a>", "1:a\nf.xml:1 this is not well-formed XML: undefined entity"},
      {"", "f.xml:1 this is not well-formed XML: no element found"},
      {"<!DOCTYPE a [<!ENTITY b \"bb\">]>\n<a>&b;</a>", "f.xml:1 a document type declaration"},
      {"<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>", "f.xml:1 a document type declaration"}};
  for (const auto& [bytes, start] : table)
    EXPECT_EQ(elements(bytes).substr(0, start.size()), start) << bytes;
}

TEST(Xml, BoundsDepth) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  const std::string seen = elements(deep);
  EXPECT_NE(seen.find("elements nest more than 64 levels deep"), std::string::npos);
}

TEST(Xml, FindsAttributesUnderAnyOfTheirNames) {
  XmlElement element;
  element.attributes = {{"position", " "}, {"quantity", " 5 "}};
  EXPECT_EQ(element.at({"position", "quantity"}), "5");
  EXPECT_EQ(element.at({"absent"}), "");
}

}  // namespace
}  // namespace plimsoll::io
