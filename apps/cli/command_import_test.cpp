#include "apps/cli/command_import.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "apps/cli/files.hpp"
#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

const std::string csv = "symbol,type,quantity,price\nXYZ,equity,100,50\n";
const std::string with_a_bad_row = csv + "ABC,equity,x,10\n";
const std::vector<std::string> import_it{"import", "-", "--as-of", "2026-11-20"};

std::vector<std::string> with(std::vector<std::string> words,
                              const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(CommandImport, TheDocumentAnswersLikeTheFile) {
  const Ran imported = ran(import_it, csv);
  ASSERT_EQ(imported.exit, Exit::answered) << imported.err;
  EXPECT_TRUE(imported.out.starts_with("{\n  \"schema\": \"plimsoll.account/1\""));
  EXPECT_TRUE(holds(imported.err, "1 row: 1 read, 0 skipped, 0 refused"));
  const Ran answered = ran({"margin", "-", "--summary"}, imported.out);
  EXPECT_EQ(answered.exit, Exit::answered) << answered.err;
  EXPECT_TRUE(holds(answered.out, "maintenance requirement  1,250.00")) << answered.out;
}

TEST(CommandImport, ImportingADocumentChangesNothing) {
  const Ran once = ran({"import", "-"}, one_stock);
  ASSERT_EQ(once.exit, Exit::answered) << once.err;
  EXPECT_EQ(ran({"import", "-"}, once.out).out, once.out);
}

TEST(CommandImport, ARefusedRowKeepsTheDocumentBack) {
  const Ran whole = ran(import_it, with_a_bad_row);
  EXPECT_EQ(whole.exit, Exit::bad_input);
  EXPECT_EQ(whole.out, "");
  EXPECT_TRUE(holds(whole.err, "plimsoll: standard input:3")) << whole.err;
  const Ran partial = ran(with(import_it, {"--allow-partial"}), with_a_bad_row);
  EXPECT_EQ(partial.exit, Exit::answered);
  EXPECT_TRUE(holds(partial.out, "\"XYZ\""));
  EXPECT_FALSE(holds(partial.out, "\"ABC\""));
  EXPECT_TRUE(holds(partial.err, "plimsoll: standard input:3")) << partial.err;
}

TEST(CommandImport, IntoAFile) {
  namespace fs = std::filesystem;
  const fs::path path = fs::path{testing::TempDir()} / ("import_" + std::to_string(getpid()));
  const Ran written = ran(with(import_it, {"-o", path.string()}), csv);
  EXPECT_EQ(written.exit, Exit::answered);
  EXPECT_EQ(written.out, "");
  EXPECT_EQ(read_file(path.string())->bytes, ran(import_it, csv).out);
  fs::remove(path);
  EXPECT_EQ(ran(with(import_it, {"-o", "/no/such/folder/a.json"}), csv).exit, Exit::bad_input);
}

}  // namespace
}  // namespace plimsoll::cli
