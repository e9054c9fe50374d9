// The built program, run as a user runs it: exit status, standard error, standard output.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "apps/json/parse.hpp"

namespace plimsoll {
namespace {

namespace fs = std::filesystem;

struct Ran {
  int status;
  std::string out, err;
};

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream{path, std::ios::binary}.rdbuf();
  return text.str();
}

class Cli : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path in_folder(const std::string& name) const { return folder_ / name; }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream{in_folder(name), std::ios::binary} << text;
  }
  /// A shell line in which P is the program, run in the repository.
  Ran shell(const std::string& line) const {
    const std::string out = in_folder("out").string(), err = in_folder("err").string();
    const int status = std::system(("P='" PLIMSOLL_BINARY "'; cd '" PLIMSOLL_SOURCE_DIR "'; { " +
                                    line + "; } >" + out + " 2>" + err)
                                       .c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(out), text_of(err)};
  }
  /// `plimsoll margin` on a document or a file of this text.
  Ran margin(const std::string& name, const std::string& text, const std::string& options = "") {
    write(name, text);
    return shell("\"$P\" margin '" + in_folder(name).string() + "' " + options);
  }

  fs::path folder_ = fs::path{testing::TempDir()} / ("plimsoll_cli_" + std::to_string(getpid()));
};

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

const std::string account = R"({
  "schema": "plimsoll.account/1", "id": "one stock", "as_of": "2026-11-20", "kind": "margin",
  "currency": "USD", "cash": "-1000",
  "positions": [{"symbol": "XYZ", "quantity": 100}],
  "instruments": {"XYZ": {"type": "equity"}},
  "market": {"quotes": {"XYZ": {"price": "50"}}}})";

std::string account_but(const std::string& from, const std::string& to) {
  std::string text = account;
  return text.replace(text.find(from), from.size(), to);
}

const std::string example =
    "examples/fidelity/Portfolio_Positions.csv --balances examples/fidelity/Balances.csv "
    "--market examples/fidelity/market.json --as-of 2026-11-20";

const std::string futures_example =
    "examples/span/futures-account.json --span-file examples/span/synthetic.pa2";

TEST_F(Cli, TheExampleIsAnswered) {
  const Ran plain = shell("\"$P\" margin " + example);
  EXPECT_EQ(plain.status, 0) << plain.err;
  EXPECT_TRUE(holds(plain.out, "maintenance requirement"));
  EXPECT_TRUE(holds(plain.out, "iron condor"));
  EXPECT_TRUE(holds(plain.out, "covered call"));
  EXPECT_TRUE(holds(plain.err, "plimsoll: Portfolio_Positions.csv: recognised as Fidelity"));
  EXPECT_TRUE(holds(plain.err, " skipped"));
  const Ran explained = shell("\"$P\" margin " + example + " --explain");
  EXPECT_TRUE(holds(explained.out, "<- governs"));
  EXPECT_TRUE(holds(explained.out, "at src/methods/reg_t/"));
}

TEST_F(Cli, OneScreenHoldsTheAnswer) {
  const Ran plain = shell("\"$P\" margin " + example);
  std::istringstream lines{plain.out};
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) EXPECT_LE(line.size(), 104u) << line;
  EXPECT_LE(count, 40);
}

TEST_F(Cli, ImportedItAnswersTheSame) {
  const std::string document = in_folder("account.json").string();
  const Ran imported = shell("\"$P\" import " + example + " -o " + document);
  EXPECT_EQ(imported.status, 0) << imported.err;
  for (const std::string form : {"", "--summary ", "--explain ", "--json --explain ", "--json "}) {
    const Ran of_files = shell("\"$P\" margin " + form + example);
    const Ran of_document = shell("\"$P\" margin " + form + document);
    EXPECT_EQ(of_files.status, 0) << form;
    EXPECT_EQ(of_document.out, of_files.out) << form;
    EXPECT_TRUE(holds(of_document.out, "maintenance")) << form;
  }
  // Saved once more it is the same document.
  EXPECT_EQ(shell("\"$P\" import " + document).out, text_of(document));
}

TEST_F(Cli, TheBalancesAreOneOfTheFilesInAnyOrder) {
  const std::string positions = "examples/fidelity/Portfolio_Positions.csv",
                    balances = "examples/fidelity/Balances.csv";
  const Ran apart = shell("\"$P\" import " + positions + " --balances " + balances);
  EXPECT_EQ(apart.status, 0) << apart.err;
  EXPECT_TRUE(holds(apart.out, "\"USD\": \"-60000.00\""));
  EXPECT_EQ(shell("\"$P\" import " + positions + " " + balances).out, apart.out);
  EXPECT_EQ(shell("\"$P\" import " + balances + " " + positions).out, apart.out);
  const Ran thrice = shell("\"$P\" import " + positions + " " + balances + " " + positions);
  EXPECT_EQ(thrice.status, 2);
  EXPECT_EQ(thrice.out, "");
  EXPECT_EQ(thrice.err,
            "plimsoll: Portfolio_Positions.csv: it is Portfolio_Positions.csv over again; give it "
            "once\n");
}

/// What is said of an account does not overrule its files, and ends in one answer either way.
TEST_F(Cli, CashAndKindMayBeSaid) {
  const std::string positions =
      "examples/fidelity/Portfolio_Positions.csv --market examples/fidelity/market.json";
  const Ran said = shell("\"$P\" margin --summary " + positions + " --cash -60000");
  const Ran read =
      shell("\"$P\" margin --summary " + positions + " --balances examples/fidelity/Balances.csv");
  EXPECT_EQ(said.status, 0) << said.err;
  EXPECT_EQ(said.out, read.out);
  for (const std::string wrong : {"--kind cash", "--kind futures", "--cash lots",
                                  "--cash 5 --balances examples/fidelity/Balances.csv"}) {
    const Ran refused = shell("\"$P\" margin " + positions + " " + wrong);
    EXPECT_EQ(refused.status, 2) << wrong;
    EXPECT_EQ(refused.out, "") << wrong;
    EXPECT_TRUE(refused.err.starts_with("plimsoll: --")) << refused.err;
  }
}

TEST_F(Cli, StandardInputIsAnAccount) {
  write("a.json", account);
  const std::string path = in_folder("a.json").string();
  EXPECT_EQ(shell("\"$P\" margin - < " + path).out, shell("\"$P\" margin " + path).out);
  EXPECT_EQ(shell("\"$P\" margin - < /dev/null").status, 2);
}

TEST_F(Cli, NoPathOfThisMachineIsInAnyOutput) {
  const std::string here = PLIMSOLL_SOURCE_DIR;
  for (const std::string& command :
       {"margin " + example + " --explain", "margin " + example + " --explain --json",
        "compare " + example, "import " + example, std::string{"rules"},
        std::string{"rules --json"}, std::string{"schema account"}, std::string{"help"},
        std::string{"completion bash"}}) {
    const Ran one = shell("\"$P\" " + command);
    EXPECT_EQ(one.status, 0) << command << one.err;
    EXPECT_FALSE(holds(one.out + one.err, here)) << command;
    EXPECT_FALSE(holds(one.out + one.err, "/home/")) << command;
  }
}

TEST_F(Cli, NoColourWhereNobodySeesIt) {
  EXPECT_FALSE(holds(shell("\"$P\" margin " + example).out, "\x1b"));
  EXPECT_FALSE(holds(shell("NO_COLOR=1 \"$P\" margin " + example).out, "\x1b"));
}

TEST_F(Cli, ColourOnATerminalUnlessAskedNotTo) {
  if (shell("script -qec true /dev/null").status != 0)
    GTEST_SKIP() << "no script(1), or no pseudo-terminal for it, to play a terminal";
  const std::string seen = "script -qec \"\\\"$P\\\" margin " + example + "\" /dev/null";
  EXPECT_TRUE(holds(shell("TERM=xterm " + seen).out, "\x1b[1m"));
  EXPECT_FALSE(holds(shell("TERM=xterm NO_COLOR=1 " + seen).out, "\x1b["));
  EXPECT_FALSE(holds(shell("TERM=dumb " + seen).out, "\x1b["));
}

TEST_F(Cli, FailOn) {
  write("a.json", account_but("-1000", "-3749"));
  const std::string path = in_folder("a.json").string();
  EXPECT_EQ(shell("\"$P\" margin --fail-on breach " + path).status, 0);
  const Ran reached = shell("\"$P\" margin --fail-on critical " + path);
  EXPECT_EQ(reached.status, 3);
  EXPECT_TRUE(holds(reached.out, "maintenance requirement"));
  EXPECT_EQ(reached.err, "plimsoll: --fail-on critical: the account is at critical\n");
}

TEST_F(Cli, AReaderWhoHasSeenEnoughAndADiskThatIsFull) {
  EXPECT_EQ(shell("\"$P\" rules --json | head -1").err, "");
  const Ran full = shell("\"$P\" rules --json > /dev/full");
  EXPECT_EQ(full.status, 1);
  EXPECT_EQ(full.err, "plimsoll: the answer could not be written to its end\n");
}

TEST_F(Cli, ProfilesFromTheEnvironment) {
  write("a.json", account);
  const std::string path = in_folder("a.json").string();
  EXPECT_EQ(shell("PLIMSOLL_PROFILES=/no/such \"$P\" margin " + path).status, 2);
  EXPECT_EQ(shell("PLIMSOLL_PROFILES= \"$P\" margin " + path).status, 0);
}

/// The text between ``` lines that begin with "$ plimsoll", by command.
std::vector<std::pair<std::string, std::string>> shown_runs(const std::string& page) {
  constexpr std::string_view opening = "```\n$ plimsoll ";
  std::vector<std::pair<std::string, std::string>> runs;
  for (std::size_t at = 0; (at = page.find(opening, at)) != std::string::npos;) {
    at += opening.size();
    const std::size_t line = page.find('\n', at);
    const std::size_t end = page.find("```", line);
    runs.emplace_back(page.substr(at, line - at), page.substr(line + 1, end - line - 1));
    at = end + 3;
  }
  return runs;
}

/// UPDATE=1 writes the answers of today into the pages.
TEST_F(Cli, WhatTheGuideShowsIsWhatItAnswers) {
  int compared = 0;
  for (const fs::directory_entry& entry :
       fs::directory_iterator{fs::path{PLIMSOLL_SOURCE_DIR} / "docs/guide"}) {
    std::string page = text_of(entry.path());
    for (const auto& [command, shown] : shown_runs(page)) {
      const bool repeatable = holds(command, "examples/") || command.starts_with("help");
      if (!repeatable || shown.empty() || holds(command, " -o ")) continue;
      const std::string said = shell("\"$P\" " + command).out;
      if (std::getenv("UPDATE") != nullptr)
        page.replace(page.find(shown, page.find("$ plimsoll " + command)), shown.size(), said);
      else EXPECT_EQ(said, shown) << entry.path() << ": " << command << "; UPDATE=1 writes it anew";
      ++compared;
    }
    if (std::getenv("UPDATE") != nullptr) std::ofstream{entry.path(), std::ios::binary} << page;
  }
  EXPECT_GE(compared, 2);
}

TEST_F(Cli, EachBrokerIsComparedWithWhatItCosts) {
  const Ran run = shell("\"$P\" compare " + example + " --json");
  ASSERT_EQ(run.status, 0) << run.err;
  // 60,000 at 12.125 %, 365 days of a year of 360; the benchmark is not in the file.
  EXPECT_TRUE(holds(run.out, "\"yearly_cost\": \"7376.041666667\"")) << run.out;
  EXPECT_TRUE(holds(run.out, "\"where\": \"financing.benchmark_rate\"")) << run.out;
  EXPECT_TRUE(holds(run.out, "\"equity_missing\": \"32270.00\"")) << run.out;
}

TEST_F(Cli, ThePicturesOfTheGuideAreWhatItDraws) {
  const std::pair<const char*, std::string> pictures[] = {
      {"portfolio-margin.svg", example + " --method reg_t,tims"},
      {"span.svg", futures_example},
  };
  for (const auto& [name, of] : pictures) {
    const fs::path shown = fs::path{PLIMSOLL_SOURCE_DIR} / "docs/guide" / name;
    const std::string drawn = in_folder("drawn.svg").string();
    const Ran run = shell("\"$P\" margin " + of + " --chart '" + drawn + "'");
    ASSERT_EQ(run.status, 0) << run.err;
    if (std::getenv("UPDATE") != nullptr)
      fs::copy_file(drawn, shown, fs::copy_options::overwrite_existing);
    EXPECT_EQ(text_of(drawn), text_of(shown)) << name << ": UPDATE=1 draws it anew";
  }
}

/// The distances of the guide's table: at its price of XYZ the excess is still there, a cent lower
/// (and on the pool at exactly that price) it is gone.
TEST_F(Cli, TheThreeAccountsOfTheGuideGoSoFar) {
  const fs::path folder = fs::path{PLIMSOLL_SOURCE_DIR} / "examples/three";
  const std::string page = text_of(fs::path{PLIMSOLL_SOURCE_DIR} / "docs/guide/three-accounts.md");
  const auto excess_at = [&](const std::string& name, const std::string& price) {
    const bool pool = name == "lending";
    std::string moved = text_of(folder / (pool ? "pool.json" : name + ".json"));
    const std::string from = "\"price\": \"100\"";
    moved.replace(moved.find(from), from.size(), "\"price\": \"" + price + "\"");
    write("moved.json", moved);
    const std::string path = in_folder("moved.json").string();
    const Ran run = shell("\"$P\" margin --json " +
                          (pool ? (folder / "lending.json").string() + " --pool " + path : path));
    const auto answer = json::parse(run.out, "answer");
    if (!answer) return std::string{"no answer"};
    return answer->find("results")->items.at(0).find("excess_maintenance")->text;
  };
  const std::array<std::array<std::string, 4>, 3> rows{{
      {"strategy", "53.33", "53.34", "46.67"},
      {"portfolio", "47.06", "47.05", "52.94"},
      {"lending", "60.00", "59.99", "40.00"},
  }};
  for (const auto& [name, stated, other, distance] : rows) {
    EXPECT_TRUE(holds(page, " " + stated + " |")) << name;
    EXPECT_TRUE(holds(page, "**" + distance + " %**")) << name;
    const std::string at = excess_at(name, stated), beside = excess_at(name, other);
    EXPECT_NE(at.starts_with('-'), beside.starts_with('-')) << name << ' ' << at << ' ' << beside;
  }
}

TEST_F(Cli, AFuturesAccountIsMarginedWithItsClearingHousesFile) {
  const Ran plain = shell("\"$P\" margin " + futures_example);
  EXPECT_EQ(plain.status, 0) << plain.err;
  EXPECT_TRUE(holds(plain.out, "maintenance requirement  36,622.00    equity        "));
  EXPECT_TRUE(holds(plain.out, "initial requirement      38,524.00"));
  EXPECT_TRUE(holds(plain.out, "CC-ZZ      18,060.00      16    362.00"));
  const Ran explained = shell("\"$P\" margin " + futures_example + " --explain");
  EXPECT_TRUE(holds(explained.out, "credits between commodities"));
  EXPECT_TRUE(holds(explained.out, "at synthetic.pa2:51"));  // the spread's line of the file
  const auto document =
      json::parse(shell("\"$P\" margin " + futures_example + " --json").out, "answer");
  ASSERT_TRUE(document);
  const Node& answer = document->find("results")->items.at(0);
  EXPECT_EQ(answer.find("maintenance")->text, "36622.00");
  EXPECT_EQ(answer.find("detail")->find("combined_commodities")->items.size(), 2u);
}

TEST_F(Cli, WithoutItTheRefusalNamesTheOption) {
  const Ran run = shell("\"$P\" margin examples/span/futures-account.json");
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(holds(run.err, "--span-file")) << run.err;
}

/// The name in the account is the group's, in an answer that outlives the account.
TEST_F(Cli, ARequirementComputedElsewhereStandsUnderItsName) {
  std::string text = text_of(fs::path{PLIMSOLL_SOURCE_DIR} / "examples/span/futures-account.json");
  const std::string own = "\"class\": \"speculator\"";
  text.replace(text.find(own), own.size(), own + R"(, "external": {"source": "the broker",
                 "commodities": {"CC-YY": {"maintenance": "5200.00", "initial": "5720.00"}}})");
  const Ran run = margin("a.json", text, "--span-file examples/span/synthetic.pa2");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(holds(run.out, "\nCC-YY  short 2 YYZ5")) << run.out;
  EXPECT_TRUE(holds(run.out, "maintenance requirement  41,222.00")) << run.out;
}

/// By hand: 120 x 150.13 x 0.90 + 40.5 x 186.10 x 0.88 - 9,000 x 1.0002 x 1.05, where 0.88 is
/// e-mode's; initially 120 x 149.65 x 0.80 + 40.5 x 185.63 x 0.80 x 60,000,000 / 77,964,600 - 9,000
/// x 1.0003 x 1.10, at the prices of a while.
TEST_F(Cli, AnAccountInAPool) {
  const std::string pool = " --pool examples/lending/pool.json";
  const Ran run = shell("\"$P\" margin examples/lending/account.json --json" + pool);
  ASSERT_EQ(run.status, 0) << run.err;
  const auto document = json::parse(run.out, "answer");
  ASSERT_TRUE(document);
  const Node& answer = document->find("results")->items.at(0);
  EXPECT_EQ(answer.find("method")->text, "cross_margin");
  EXPECT_TRUE(answer.find("excess_maintenance")->text.starts_with("13394.754"));
  EXPECT_TRUE(answer.find("excess_initial")->text.starts_with("9092.0014"));

  std::string text = text_of(fs::path{PLIMSOLL_SOURCE_DIR} / "examples/lending/account.json");
  text.replace(text.find("\"120\""), 5, "\"120.0000000001\"");
  const Ran finer = margin("a.json", text, pool);
  EXPECT_EQ(finer.status, 2);
  EXPECT_TRUE(holds(finer.err, "120.0000000001 has more decimals than the 9")) << finer.err;
  const Ran without = shell("\"$P\" margin examples/lending/account.json");
  EXPECT_EQ(without.status, 2);
  EXPECT_TRUE(holds(without.err, "name it with --pool")) << without.err;
}

/// The page says what each balance counts for and how far the account may go, on one screen.
TEST_F(Cli, APoolsPageIsOneScreen) {
  const Ran run =
      shell("\"$P\" margin examples/lending/account.json --pool examples/lending/pool.json");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_LE(std::ranges::count(run.out, '\n'), 30) << run.out;
  EXPECT_TRUE(holds(run.out, "SOL            120  150.13  17,957.99         90%")) << run.out;
  EXPECT_TRUE(holds(run.out, "USDC                2.4172  8,258.847527")) << run.out;
  for (const char* absent : {"short options", "net liquidation", "loan value"})
    EXPECT_FALSE(holds(run.out, absent)) << absent;
  const Ran compared =
      shell("\"$P\" compare examples/lending/account.json --pool examples/lending/pool.json");
  EXPECT_TRUE(holds(compared.out, "reg_t does not cover lending: an account in a lending pool"))
      << compared.out;
  EXPECT_FALSE(holds(compared.out, "JITOSOL")) << compared.out;
}

/// By hand: 10 x 3,600 x 0.81 + 2.5 x 3,000 x 0.83 = 35,385 against 24,000; to borrow 0.785 and
/// 0.805 of them, 34,297.50.
TEST_F(Cli, AnAccountInAPoolOfAave) {
  const std::string pool = " --pool examples/lending/aave-pool.json";
  const Ran run = shell("\"$P\" margin examples/lending/aave-account.json --json" + pool);
  ASSERT_EQ(run.status, 0) << run.err;
  const auto document = json::parse(run.out, "answer");
  ASSERT_TRUE(document);
  const Node& answer = document->find("results")->items.at(0);
  EXPECT_EQ(answer.find("equity")->text, "19500.00");
  EXPECT_TRUE(answer.find("excess_maintenance")->text.starts_with("11384.99999999"));
  EXPECT_TRUE(answer.find("excess_initial")->text.starts_with("10297.49999999"));
  const Node& detail = *answer.find("detail");
  EXPECT_TRUE(detail.find("health_factor")->text.starts_with("1.474374999"));
  EXPECT_EQ(detail.find("max_borrow")->find("USDC")->text, "10297.499999");
  EXPECT_EQ(detail.find("max_withdraw")->find("WETH")->text, "2.5");
  EXPECT_TRUE(detail.find("liquidation_prices")->find("WSTETH")->text.starts_with("2194.44444"));
  EXPECT_EQ(detail.find("liquidator_may_take"), nullptr);
  const Ran page = shell("\"$P\" margin examples/lending/aave-account.json" + pool);
  EXPECT_TRUE(holds(page.out, "health factor            1.4743")) << page.out;
}

struct Mistake {
  const char* what;
  std::string text;
  std::string said;  // somewhere on standard error
};

/// Every bad input of a document: refused, with its place, and no total.
TEST_F(Cli, BadDocuments) {
  const std::string more = "\"quantity\": 100}, ";
  const auto position = [&](const std::string& one) {
    return account_but("\"quantity\": 100}", more + one);
  };
  const Mistake mistakes[] = {
      {"empty", "", "a.json"},
      {"blank", " \n", "a.json"},
      {"truncated", account.substr(0, account.size() - 20), "a.json:"},
      {"nested", std::string(100'000, '['), "a.json:"},
      {"UTF-16", std::string("\xFF\xFE{\0}\0", 6), "UTF-8"},
      {"unknown key", account_but("\"cash\"", "\"cahs\""), "a.json#/cahs"},
      {"another schema", account_but("account/1", "account/2"), "a.json#/schema"},
      {"missing price", account_but("\"XYZ\": {\"price\": \"50\"}", ""), "XYZ"},
      {"duplicate", position("{\"symbol\": \"XYZ\", \"quantity\": 1}"), "a.json#/positions/1"},
      {"zero", account_but("\"quantity\": 100", "\"quantity\": 0"), "a.json#/positions/0"},
      {"blank quantity", account_but("\"quantity\": 100", "\"quantity\": \"\""),
       "a.json#/positions/0/quantity"},
      {"NaN", account_but("\"quantity\": 100", "\"quantity\": NaN"), "a.json:"},
      {"infinite", account_but("\"50\"", "\"Infinity\""), "a.json#/market/quotes/XYZ/price"},
      {"1e308", account_but("\"50\"", "1e308"), "a.json#/market/quotes/XYZ/price"},
      {"huge quantity", account_but("\"quantity\": 100", "\"quantity\": 1e308"),
       "a.json#/positions/0/quantity"},
      {"negative price", account_but("\"50\"", "\"-50\""), "XYZ"},
      {"zero price", account_but("\"50\"", "\"0\""), "XYZ"},
      {"past expiry", position("{\"symbol\": \"XYZ   260116C00050000\", \"quantity\": 1}"),
       "a.json#/positions/1"},
      {"malformed option", position("{\"symbol\": \"XYZ   261316C00050000\", \"quantity\": 1}"),
       "a.json#/positions/1"},
      {"multiplier",
       account_but("{\"type\": \"equity\"}",
                   "{\"type\": \"equity\", \"multiplier\": "
                   "\"-1\"}"),
       "a.json#/instruments/XYZ"},
      {"no rate",
       account_but("{\"type\": \"equity\"}",
                   "{\"type\": \"equity\", \"currency\": "
                   "\"EUR\"}"),
       "EUR"},
      {"before the first rule", account_but("2026-11-20", "1900-01-02"), "1974"},
      {"10 MB field", account_but("one stock", std::string(10'000'000, 'x')), "a.json"},
      {"not an object", "[1, 2]", "a.json"},
  };
  for (const Mistake& mistake : mistakes) {
    const Ran one = margin("a.json", mistake.text);
    EXPECT_EQ(one.status, 2) << mistake.what << one.out;
    EXPECT_EQ(one.out, "") << mistake.what;
    EXPECT_TRUE(one.err.starts_with("plimsoll: ")) << mistake.what << ": " << one.err;
    EXPECT_TRUE(holds(one.err, mistake.said)) << mistake.what << ": " << one.err;
    EXPECT_LT(one.err.size(), 2000u) << mistake.what;
    const Ran program = margin("a.json", mistake.text, "--json");
    EXPECT_EQ(program.status, 2) << mistake.what;
    const auto document = json::parse(program.out, "errors");
    ASSERT_TRUE(document) << mistake.what;
    EXPECT_EQ(document->find("schema")->text, "plimsoll.error/1") << mistake.what;
  }
}

TEST_F(Cli, BadBrokerFiles) {
  const std::string head = "symbol,type,quantity,price\n";
  const Mistake mistakes[] = {
      {"empty", "", "a.csv"},
      {"no format", "hello\nworld\n", "a.csv"},
      {"UTF-16", std::string("\xFF\xFEs\0y\0", 6), "UTF-8"},
      {"blank quantity", head + "XYZ,equity,,50\n", "a.csv:2"},
      {"no number", head + "XYZ,equity,NaN,50\n", "a.csv:2"},
      {"zero", head + "XYZ,equity,0,50\n", "a.csv:2"},
      {"too large", head + "XYZ,equity,1e30,50\n", "a.csv:2"},
      {"twice", head + "XYZ,equity,1,50\nXYZ,equity,2,50\n", "a.csv:3"},
      {"10 MB field", head + std::string(10'000'000, 'x') + ",equity,1,50\n", "a.csv:2"},
      {"row cut short", head + "XYZ,equity,1,50\nABC,equity,1\n", "a.csv:3"},
      {"too many cells", head + "XYZ,equity,1,000,50\n", "a.csv:2"},
      {"two prices wanted", "symbol,type,quantity\nXYZ,equity,1\nABC,equity,1\n", "ABC"},
  };
  for (const Mistake& mistake : mistakes) {
    const Ran one = margin("a.csv", mistake.text, "--as-of 2026-11-20");
    EXPECT_EQ(one.status, 2) << mistake.what << one.out;
    EXPECT_EQ(one.out, "") << mistake.what;
    EXPECT_TRUE(holds(one.err, mistake.said)) << mistake.what << ": " << one.err;
    EXPECT_LT(one.err.size(), 2000u) << mistake.what;
  }
}

TEST_F(Cli, FilesThatAreNone) {
  EXPECT_EQ(shell("\"$P\" margin no/such.csv").err,
            "plimsoll: no/such.csv: there is no such file\n");
  EXPECT_EQ(shell("\"$P\" margin src").err, "plimsoll: src: it is a folder; name a file in it\n");
  write("a.json", account);
  EXPECT_EQ(shell("\"$P\" margin " + in_folder("a.json").string() + " --market no.json").err,
            "plimsoll: no.json: there is no such file\n");
}

}  // namespace
}  // namespace plimsoll
