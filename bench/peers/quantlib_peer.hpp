#pragma once
// A peer in a process of its own that stays alive, so that a benchmark can take turns with it:
// a line to it is a command, a line back its answer. The commands stand in README.md.

#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::bench {

class QuantlibPeer {
 public:
  /// `words` are the program and its arguments. A program that cannot be started says so in the
  /// answer to the first command. One that ends by itself may end the benchmark with SIGPIPE.
  explicit QuantlibPeer(const std::vector<std::string>& words) {
    int to_child[2], from_child[2];
    if (pipe(to_child) != 0 || pipe(from_child) != 0) return;
    child_ = fork();
    if (child_ == 0) {
      dup2(to_child[0], STDIN_FILENO);
      dup2(from_child[1], STDOUT_FILENO);
      for (const int end : {to_child[0], to_child[1], from_child[0], from_child[1]}) close(end);
      std::vector<char*> arguments;
      for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
      arguments.push_back(nullptr);
      execvp(arguments[0], arguments.data());
      _exit(127);
    }
    close(to_child[0]);
    close(from_child[1]);
    commands_ = fdopen(to_child[1], "w");
    answers_ = fdopen(from_child[0], "r");
  }
  QuantlibPeer(const QuantlibPeer&) = delete;
  QuantlibPeer& operator=(const QuantlibPeer&) = delete;
  ~QuantlibPeer() {
    if (commands_ != nullptr) std::fclose(commands_);  // the end of its input ends it
    if (answers_ != nullptr) std::fclose(answers_);
    if (child_ > 0) waitpid(child_, nullptr, 0);
  }

  /// Its answer, a line without its end; an error is what it says is wrong.
  std::expected<std::string, std::string> ask(const std::string& command) {
    if (commands_ == nullptr || answers_ == nullptr) return std::unexpected{"no process"};
    std::fprintf(commands_, "%s\n", command.c_str());
    std::fflush(commands_);
    std::string line;
    for (int c = std::fgetc(answers_); c != '\n'; c = std::fgetc(answers_)) {
      if (c == EOF) return std::unexpected{"the peer has ended; is it there?"};
      line += static_cast<char>(c);
    }
    if (constexpr std::string_view wrong = "wrong "; line.starts_with(wrong))
      return std::unexpected{line.substr(wrong.size())};
    return line;
  }

  /// "run " and the engine: the seconds one pass over all options took, of the processor.
  std::expected<double, std::string> seconds(const std::string& engine, int spots) {
    const auto line = ask("run " + engine + " " + std::to_string(spots));
    if (!line) return std::unexpected{line.error()};
    constexpr std::string_view mark = "seconds ";
    double took = 0;
    if (!line->starts_with(mark) ||
        std::from_chars(line->data() + mark.size(), line->data() + line->size(), took).ec !=
            std::errc{})
      return std::unexpected{"no seconds in \"" + *line + "\""};
    return took;
  }

 private:
  pid_t child_ = -1;
  std::FILE* commands_ = nullptr;
  std::FILE* answers_ = nullptr;
};

}  // namespace plimsoll::bench
