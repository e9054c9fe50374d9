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

const std::string history = PLIMSOLL_SOURCE_DIR "/tests/fixtures/fidelity_history/";

TEST(CommandImport, AHistoryBecomesAnActivity) {
  const Ran imported = ran({"import", history + "margin.csv"});
  ASSERT_EQ(imported.exit, Exit::answered) << imported.err;
  EXPECT_TRUE(imported.out.starts_with(
      "{\n  \"schema\": \"plimsoll.activity/1\",\n  \"order\": \"unknown\""));
  EXPECT_TRUE(holds(imported.err, "26 rows: 18 read, 8 skipped, 0 refused")) << imported.err;
  const auto bytes = read_file(history + "margin.csv");
  ASSERT_TRUE(bytes);
  EXPECT_EQ(ran({"import", "-"}, bytes->bytes).out, imported.out);
}

TEST(CommandImport, ARefusedRowKeepsTheActivityBack) {
  const Ran whole = ran({"import", history + "bad_rows.csv"});
  EXPECT_EQ(whole.exit, Exit::bad_input);
  EXPECT_EQ(whole.out, "");
  const Ran partial = ran({"import", history + "bad_rows.csv", "--allow-partial"});
  EXPECT_EQ(partial.exit, Exit::answered);
  EXPECT_TRUE(holds(partial.out, "\"deposit\""));
  EXPECT_TRUE(holds(partial.err, "bad_rows.csv:2: \"SOME NEW ACTION")) << partial.err;
  const Ran misplaced = ran({"import", history + "margin.csv", "--cash", "5"});
  EXPECT_TRUE(holds(misplaced.err, "leave --cash out")) << misplaced.err;
}

/// Files of one account, in a folder of their own.
class Parts : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_);
    for (const auto& [name, text] :
         {std::pair{"stock.csv",
                    "as_of,symbol,type,quantity,price\n2026-11-20,XYZ,equity,100,50\n"},
          {"cash.csv", "as_of,symbol,type,quantity\n2026-11-20,USD,cash,-1000\n"},
          {"other_day.csv", "as_of,symbol,type,quantity\n2026-11-21,USD,cash,-1000\n"}})
      EXPECT_TRUE(write_file(path(name), text));
    EXPECT_TRUE(write_file(path("account.json"), one_stock));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::filesystem::path folder_ =
      std::filesystem::path{testing::TempDir()} / ("parts_" + std::to_string(getpid()));
};

TEST_F(Parts, SeveralFilesAreOneAccount) {
  const Ran imported = ran({"import", path("stock.csv"), path("cash.csv"), "--kind", "margin"});
  ASSERT_EQ(imported.exit, Exit::answered) << imported.err;
  EXPECT_TRUE(holds(imported.err,
                    "plimsoll: stock.csv: recognised as plimsoll positions CSV; 1 "
                    "row: 1 read, 0 skipped, 0 refused\n"));
  EXPECT_TRUE(holds(imported.err, "plimsoll: cash.csv: recognised as "));
  const Ran answered = ran({"margin", "-", "--summary"}, imported.out);
  EXPECT_TRUE(holds(answered.out, "4,000.00")) << answered.out;  // the equity
  // One of them may come on standard input.
  const Ran piped = ran({"import", "-", path("cash.csv"), "--kind", "margin"},
                        read_file(path("stock.csv"))->bytes);
  EXPECT_EQ(piped.out, imported.out) << piped.err;
}

TEST_F(Parts, RefusedTogether) {
  struct Line {
    std::vector<std::string> files;
    std::string what;
  };
  const Line lines[] = {
      {{"stock.csv", "other_day.csv"},
       "plimsoll: other_day.csv: it is of 2026-11-21, and stock.csv of 2026-11-20; export both on "
       "one day\n"},
      {{"stock.csv", "account.json"},
       "plimsoll: account.json: it is an account document, which holds a whole account; import it "
       "alone\n"},
      {{"no.csv", "stock.csv", "none.csv"}, "there is no such file"}};
  for (const Line& line : lines) {
    std::vector<std::string> words{"import"};
    for (const std::string& file : line.files) words.push_back(path(file));
    const Ran refused = ran(words);
    EXPECT_EQ(refused.exit, Exit::bad_input) << line.what;
    EXPECT_EQ(refused.out, "");
    EXPECT_TRUE(holds(refused.err, line.what)) << refused.err;
  }
  EXPECT_EQ(ran({"import", "-", "-"}, csv).err,
            "plimsoll: -: standard input is named twice; it is read once\n");
  EXPECT_EQ(ran({"margin", path("stock.csv"), path("cash.csv")}).exit, Exit::bad_input);
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
