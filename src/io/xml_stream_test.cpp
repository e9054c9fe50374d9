#include "io/xml_stream.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

/// Writes down what it is told; passes over every `skip`, stops at a `stop`.
class Written : public XmlSink {
 public:
  explicit Written(XmlStream& stream) : stream_{stream} {}
  void begin(std::string_view name) override {
    seen += std::to_string(stream_.line()) + "<" + std::string{name};
    if (name == "skip") stream_.pass_over();
    if (name == "stop") stream_.stop({Reason::bad_input, "enough", "here"});
  }
  void text(std::string_view piece) override {
    characters += piece.size();
    if (seen.size() < 1'000 && piece.find_first_not_of(" \n") != std::string_view::npos)
      seen += "'" + std::string{piece} + "'";
  }
  void end() override { seen += ">"; }

  std::string seen;
  std::size_t characters = 0;

 private:
  XmlStream& stream_;
};

std::string events(std::string_view bytes) {
  XmlStream stream;
  Written sink{stream};
  const auto read = stream.read(bytes, "f.spn", sink);
  return read ? sink.seen : sink.seen + " " + read.error().where + " " + read.error().what;
}

TEST(XmlStream, TellsBeginningsTextsAndEnds) {
  EXPECT_EQ(events("<?xml version=\"1.0\"?>\r\n<a x='1'>\r\n <b>t</b><c/></a>"), "2<a3<b't'>3<c>>");
}

TEST(XmlStream, PassesOverWholeElements) {
  EXPECT_EQ(events("<a><skip>x<b><skip/></b>y</skip><skip/><c>z</c></a>"),
            "1<a1<skip1<skip1<c'z'>>");
}

TEST(XmlStream, StopsWhereItsSinkDoes) {
  EXPECT_EQ(events("<a><stop/><b/></a>"), "1<a1<stop here enough");
}

TEST(XmlStream, ReadsEncodings) {
  EXPECT_EQ(events("\xEF\xBB\xBF<a>\xC3\xA9</a>"), "1<a'\xC3\xA9'>");
  EXPECT_EQ(events("<?xml version='1.0' encoding='iso-8859-1'?><a>\xE9</a>"), "1<a'\xC3\xA9'>");
  EXPECT_EQ(events("<?xml version='1.0' encoding='Windows-1252'?><a>\x80</a>"),
            "1<a'\xE2\x82\xAC'>");
  const std::string wide{"\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0", 18};
  EXPECT_EQ(events(wide), "1<a'\xC3\xA9'>");
}

TEST(XmlStream, RefusesWithTheLine) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"<a>\n<b></a>", "1<a2<b f.spn:2 this is not well-formed XML: mismatched tag"},
      {"<a>\n<b/>\n", "1<a2<b> f.spn:3 this is not well-formed XML: no element found"},
      {"<a>&b;</a>", "1<a f.spn:1 this is not well-formed XML: undefined entity"},
      {"", " f.spn:1 this is not well-formed XML: no element found"},
      {"<?xml version='1.0' encoding='ebcdic-int'?><a/>",
       " f.spn:1 the encoding \"ebcdic-int\" is not read"},
      {"<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>\n<a>&c;</a>",
       " f.spn:1 a document type declaration"},
      {"<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>", " f.spn:1 a document type declaration"}};
  for (const auto& [bytes, start] : table)
    EXPECT_EQ(events(bytes).substr(0, start.size()), start) << bytes;
}

TEST(XmlStream, BoundsDepthOfWhatIsPassedOverToo) {
  for (const std::string start : {"<a>", "<skip>"}) {
    std::string deep = start;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    EXPECT_NE(events(deep).find("elements nest more than 64 levels deep"), std::string::npos);
  }
}

TEST(XmlStream, TextsMayBeLongTagsMayNot) {
  XmlStream stream;
  Written sink{stream};
  ASSERT_TRUE(stream.read("<a>" + std::string(3'000'000, 'x') + "</a>", "f.spn", sink));
  EXPECT_EQ(sink.characters, 3'000'000u);
  EXPECT_NE(events("<a>\n<!--" + std::string(3'000'000, 'x') + "--></a>")
                .find("f.spn:2 a tag or a comment of more than 256 kB"),
            std::string::npos);
}

TEST(XmlStream, SaysWhatItIsDoneWith) {
  XmlStream stream;
  Written sink{stream};
  std::size_t done = 0;
  const std::string bytes = "<a>" + std::string(3'000'000, ' ') + "</a>";
  ASSERT_TRUE(stream.read(bytes, "f.spn", sink, [&](std::size_t before) {
    EXPECT_GT(before, done);
    done = before;
  }));
  EXPECT_GT(done, 2'900'000u);
  EXPECT_LE(done, bytes.size());
}

}  // namespace
}  // namespace plimsoll::io
