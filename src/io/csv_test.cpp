#include "io/csv.hpp"

#include <gtest/gtest.h>

#include <string>

namespace plimsoll::io {
namespace {

/// Rows as "line:[a|b|c]", or "line!why" where something is wrong.
std::string rows_of(std::string_view text) {
  CsvReader reader{text};
  CsvRow row;
  std::string result;
  while (reader.next(row)) {
    result += (result.empty() ? "" : " ") + std::to_string(row.line);
    if (row.wrong != nullptr) {
      const std::string_view why{row.wrong};
      result += "!" + std::string{why.substr(0, why.find_first_of(";"))};
      continue;
    }
    result += ":[";
    for (std::size_t i = 0; i < row.fields.size(); ++i)
      result += (i == 0 ? "" : "|") + std::string{row.fields[i]};
    result += "]";
  }
  return result;
}

TEST(Csv, SplitsWhatBrokersWrite) {
  const std::vector<std::pair<std::string_view, std::string>> table{
      {"", ""},
      {"a", "1:[a]"},
      {"a,b\n", "1:[a|b]"},
      {"a,b\nc,d", "1:[a|b] 2:[c|d]"},
      {"a,b\r\nc,d\r\n", "1:[a|b] 2:[c|d]"},
      {"a,b\rc,d\r", "1:[a|b] 2:[c|d]"},
      {"a\n\nb", "1:[a] 2:[] 3:[b]"},
      {"a,,\n", "1:[a||]"},
      {",", "1:[|]"},
      {"\"a,b\",c", "1:[a,b|c]"},
      {"\"say \"\"hi\"\"\",\"\"\"\",x", "1:[say \"hi\"|\"|x]"},
      {"\"two\nlines\",x\ny", "1:[two\nlines|x] 3:[y]"},
      {"\"two\r\nlines\",x\r\ny", "1:[two\r\nlines|x] 3:[y]"},
      {" \"a\" , b ,\"\"", "1:[a| b |]"},
      {"5\" disc,x", "1:[5\" disc|x]"},
      {"a\tb", "1:[a\tb]"},
      {"a,b,c\nd\n", "1:[a|b|c] 2:[d]"},
  };
  for (const auto& [text, expected] : table) EXPECT_EQ(rows_of(text), expected) << text;
}

TEST(Csv, SaysWhatIsWrongAndGoesOn) {
  const std::string long_field(CsvReader::field_bytes_max + 1, 'x');
  const std::string fits(CsvReader::field_bytes_max, 'x');
  const std::vector<std::pair<std::string, std::string>> table{
      {std::string{"a\0b\nc", 5}, "1!a NUL or another control character 2:[c]"},
      {"\"a\x01\"\nc", "1!a NUL or another control character 2:[c]"},
      {"\"a\"b,c\nd", "1!text after a closing quote 2:[d]"},
      {"a\n\"b,c\nd\n", "1:[a] 2!a quote that is never closed"},
      {"\"", "1!a quote that is never closed"},
      {"\"a\"\"", "1!a quote that is never closed"},
      {long_field + "\nb", "1!a field longer than 64 KB 2:[b]"},
      {"\"" + long_field + "\",x\nb", "1!a field longer than 64 KB 2:[b]"},
      {fits + "\nb", "1:[" + fits + "] 2:[b]"},
      {std::string(1'000, ',') + "\nb", "1!more than 1'000 fields 2:[b]"},
  };
  for (const auto& [text, expected] : table) EXPECT_EQ(rows_of(text), expected);
}

TEST(Csv, ATenMegabyteFieldIsRefusedNotStored) {
  const std::string text = "a,\"" + std::string(10'000'000, '"') + "\"\nb";
  EXPECT_EQ(rows_of(text).substr(0, 29), "1!a field longer than 64 KB 2");
}

TEST(Csv, AShortRowHasEmptyFields) {
  CsvReader reader{"a , b\n"};
  CsvRow row;
  ASSERT_TRUE(reader.next(row));
  EXPECT_EQ(row.at(0), "a");
  EXPECT_EQ(row.at(1), "b");
  EXPECT_EQ(row.at(2), "");
  EXPECT_FALSE(row.is_blank());
  EXPECT_EQ(row.text, "a , b");
}

}  // namespace
}  // namespace plimsoll::io
