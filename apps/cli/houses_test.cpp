#include "apps/cli/houses.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "apps/cli/files.hpp"
#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

constexpr Date day{2026y / November / 20};

std::string profile(const std::string& name, const std::string& first_day,
                    const std::string& rate) {
  return "schema = \"plimsoll.house/1\"\nname = \"" + name +
         "\"\ntitle = \"My Broker\"\nsource = \"its letter\"\nretrieved = 2026-11-20\n"
         "effective_from = " +
         first_day +
         "\ngrade = \"text_read\"\n[[rule]]\nname = \"base\"\nscope = \"position\"\nmode = "
         "\"floor\"\nof = \"market_value\"\nrate = \"" +
         rate + "\"\nreason = \"as written\"\n";
}

class Houses : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  std::string write(const char* name, const std::string& text) {
    EXPECT_TRUE(write_file((folder_ / name).string(), text));
    return (folder_ / name).string();
  }
  std::expected<std::vector<House>, std::vector<Error>> asked(std::vector<std::string> names,
                                                              bool own = false) {
    Settings settings;
    settings.houses = std::move(names);
    if (own) settings.profiles = folder_.string();
    return houses_asked(settings, session_, day);
  }

  std::vector<std::string> brokers(std::vector<std::string> names, bool own = false) {
    Settings settings;
    settings.houses = std::move(names);
    if (own) settings.profiles = folder_.string();
    const auto list = brokers_asked(settings, session_);
    return list ? list->names() : std::vector<std::string>{"refused"};
  }

  std::istringstream in_;
  std::ostringstream out_, err_;
  Session session_{.in = in_, .out = out_, .err = err_};
  fs::path folder_ = fs::path{testing::TempDir()} / ("plimsoll_houses_" + std::to_string(getpid()));
};

TEST_F(Houses, BrokersAreThoseNamedOrAll) {
  EXPECT_EQ(brokers({}), house_names());
  EXPECT_EQ(brokers({"law"}), house_names());
  EXPECT_EQ(brokers({"schwab", "law", "fidelity", "schwab"}),
            (std::vector<std::string>{"fidelity", "schwab"}));
  const std::string path = write("mine.toml", profile("mine", "2026-11-01", "0.4"));
  EXPECT_EQ(brokers({path}), std::vector<std::string>{"mine"});
  EXPECT_EQ(brokers({}, true).size(), house_names().size() + 1);
  EXPECT_EQ(brokers({"none"}), std::vector<std::string>{"refused"});
}

TEST_F(Houses, AreReadByNameEachOnceAndTheLawIsNone) {
  const auto houses = asked({"law", "fidelity", "ibkr", "fidelity"});
  ASSERT_TRUE(houses) << houses.error()[0].what;
  ASSERT_EQ(houses->size(), 3u);
  EXPECT_EQ((*houses)[0], nullptr);
  EXPECT_EQ((*houses)[1]->file, "profiles/house/fidelity.toml");
  EXPECT_EQ((*houses)[2]->name, "ibkr");
  EXPECT_TRUE(asked({})->empty());
  EXPECT_EQ(house_names(),
            (std::vector<std::string>{"fidelity", "firstrade", "ibkr", "schwab", "tastytrade"}));
}

TEST_F(Houses, OfOnesOwnFolderAndOfAPath) {
  const std::string path = write("mine.toml", profile("mine", "2026-01-01", "0.40"));
  EXPECT_EQ(asked({"mine"}, true).value()[0]->title, "My Broker");
  EXPECT_EQ(asked({path}).value()[0]->file, "mine.toml");
  // A later file of a built-in name goes on with its series.
  write("later.toml", profile("fidelity", "2026-11-01", "0.40"));
  EXPECT_EQ(asked({"fidelity"}, true).value()[0]->title, "My Broker");
  EXPECT_EQ(asked({"fidelity"}).value()[0]->title, "Fidelity");
}

TEST_F(Houses, MistakesAreRefusedWithTheirPlace) {
  const auto unknown = asked({"nobody"});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error()[0].where, "--house");
  EXPECT_TRUE(unknown.error()[0].what.starts_with("there is no house \"nobody\"; write one of: "));
  const std::string future = write("future.toml", profile("future", "2027-01-01", "0.40"));
  EXPECT_EQ(asked({future}).error()[0].reason, Reason::not_in_force);
  write("twice.toml", profile("fidelity", "2026-01-01", "0.40"));
  const auto twice = asked({"ibkr"}, true);
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error()[0].where, "twice.toml");
  EXPECT_TRUE(
      twice.error()[0].what.contains("already described from 2026-01-01 by profiles/house/"));
}

TEST_F(Houses, OnTheCommandLine) {
  const std::string path = write("mine.toml", profile("mine", "2026-01-01", "0.60"));
  const Ran page = ran({"margin", "-", "--house", path}, one_stock);
  EXPECT_EQ(page.exit, Exit::answered) << page.err;
  EXPECT_TRUE(holds(page.out, "reg_t with mine, in USD")) << page.out;
  EXPECT_TRUE(holds(page.out, "house rules of My Broker, from 2026-01-01"));
  EXPECT_TRUE(holds(page.out, "  maintenance requirement  3,000.00"));
  const Ran beside = ran({"compare", "-", "--house", path + ",fidelity"}, one_stock);
  EXPECT_TRUE(holds(beside.out, "reg_t with mine")) << beside.out;
  EXPECT_TRUE(holds(beside.out, "reg_t with fidelity"));
  EXPECT_TRUE(holds(beside.out, "\nreg_t  "));
  const Ran rules = ran({"rules", "--house", path});
  EXPECT_TRUE(rules.out.starts_with("mine, 1 rules")) << rules.out;
  EXPECT_TRUE(holds(rules.out, "at least 60%"));
  const Ran json = ran({"margin", "-", "--house", path, "--json"}, one_stock);
  EXPECT_TRUE(holds(json.out, "\"house\": \"mine\""));
  EXPECT_TRUE(holds(json.out, "\"mine.toml:8\""));
  EXPECT_EQ(ran({"margin", "-", "--house", "fidelity", "--strict"}, one_stock).exit,
            Exit::bad_input);
}

/// The guide shows the example account's own numbers.
TEST_F(Houses, TheGuideIsWhatTheProgramSays) {
  const auto guide = read_file("docs/guide/house-rules.md");
  ASSERT_TRUE(guide);
  const std::string folder = "examples/fidelity/";
  const Ran page =
      ran({"margin", folder + "Portfolio_Positions.csv", "--balances", folder + "Balances.csv",
           "--market", folder + "market.json", "--house", "fidelity"});
  const std::size_t begin = guide->bytes.find("\nhouse rules of Fidelity");
  ASSERT_NE(begin, std::string::npos);
  const std::string shown = guide->bytes.substr(begin, guide->bytes.find("```", begin) - begin);
  EXPECT_TRUE(holds(page.out, shown)) << page.out;
}

}  // namespace
}  // namespace plimsoll::cli
