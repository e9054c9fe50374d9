// The program's edge: argv, the environment, the terminal. Nothing here knows margin.

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "apps/cli/run.hpp"

namespace {

namespace cli = plimsoll::cli;
namespace report = plimsoll::report;

constexpr std::size_t narrowest = 60;
constexpr std::size_t widest = 140;  // longer lines are hard to read, however wide the screen

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

report::Paper paper() {
  report::Paper paper;
  if (isatty(STDOUT_FILENO) == 0) return paper;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    paper.width = std::clamp<std::size_t>(size.ws_col, narrowest, widest);
  if (environment("NO_COLOR").empty() && environment("TERM") != "dumb")
    paper.ink = report::Ink::colour;
  return paper;
}

int exit_status(cli::Exit status) {
  std::cout.flush();
  if (std::cout) return static_cast<int>(status);
  std::cerr << "plimsoll: the answer could not be written to its end\n";
  return static_cast<int>(cli::Exit::our_failure);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  // A reader that has seen enough (`| head`) ends us without a word, whatever our parent ignores.
  std::signal(SIGPIPE, SIG_DFL);
  // A broken invariant has said what it is by now; the contract's status for it is 1.
  std::signal(SIGABRT, [](int) { std::_Exit(static_cast<int>(cli::Exit::our_failure)); });
  try {
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    cli::Session session{.in = std::cin, .out = std::cout, .err = std::cerr, .paper = paper()};
    if (std::string profiles = environment("PLIMSOLL_PROFILES"); !profiles.empty())
      session.profiles = std::move(profiles);
    return exit_status(cli::run(words, session));
  } catch (const std::exception& failure) {
    std::cerr << "plimsoll: " << failure.what() << '\n';
    return static_cast<int>(cli::Exit::our_failure);
  }
}
