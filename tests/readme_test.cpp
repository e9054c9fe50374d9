// What README.md shows is what the program says: its captured answer is compared with a run over
// the example account.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

namespace {

std::string read(const std::string& file) {
  std::ifstream in{std::string{PLIMSOLL_SOURCE_DIR} + "/" + file};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string said_by(const std::string& command) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe{popen(command.c_str(), "r"), pclose};
  std::string text;
  std::array<char, 4096> part{};
  while (const std::size_t size = std::fread(part.data(), 1, part.size(), pipe.get()))
    text.append(part.data(), size);
  return text;
}

/// The block that follows a line holding `mark`, without its fences.
std::string block_after(const std::string& page, const std::string& mark) {
  const std::size_t at = page.find(mark);
  if (at == std::string::npos) return "no block marked " + mark;
  const std::size_t open = page.find("```", at);
  const std::size_t first = page.find('\n', open) + 1;
  return page.substr(first, page.find("```", first) - first);
}

std::string run_of(const std::string& command) {
  return std::string{PLIMSOLL_BINARY} + " " + command +
         " examples/fidelity/Portfolio_Positions.csv --balances examples/fidelity/Balances.csv"
         " --market examples/fidelity/market.json";
}
const std::string morning =
    run_of("analyze") + " --financing ibkr-pro-usd --benchmark-rate 0.0363 --summary 2>/dev/null";

}  // namespace

TEST(Readme, ShowsTheAnswerTheProgramGives) {
  EXPECT_EQ(block_after(read("README.md"), "<!-- answer -->"), said_by(morning));
}

TEST(Readme, TracesANumberThatStandsInTheTree) {
  const std::string tree = said_by(run_of("margin") + " --explain 2>/dev/null");
  std::istringstream shown{block_after(read("README.md"), "<!-- trace -->")};
  std::size_t lines = 0;
  for (std::string line; std::getline(shown, line); ++lines)
    EXPECT_NE(tree.find(line), std::string::npos) << line;
  EXPECT_GE(lines, 5u);
}
