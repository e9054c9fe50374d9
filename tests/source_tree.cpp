#include "tests/source_tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace plimsoll::testing {
namespace {

namespace fs = std::filesystem;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::vector<SourceFile> read_all() {
  const fs::path root{PLIMSOLL_SOURCE_DIR};
  std::vector<SourceFile> files;
  for (const char* top : {"src", "apps", "tests", "fuzz", "bench"}) {
    if (!fs::exists(root / top)) continue;
    for (const auto& entry : fs::recursive_directory_iterator{root / top}) {
      const fs::path extension = entry.path().extension();
      if (extension != ".hpp" && extension != ".cpp") continue;
      std::ifstream file{entry.path(), std::ios::binary};
      files.push_back({fs::relative(entry.path(), root).generic_string(),
                       {std::istreambuf_iterator<char>{file}, {}}});
    }
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

/// Where the literal or comment that begins at `i` ends, or `i` where none begins there.
std::size_t end_of_literal(std::string_view text, std::size_t i) {
  const auto to = [&](std::size_t found, std::size_t length) {
    return found == std::string_view::npos ? text.size() : found + length;
  };
  if (text.substr(i, 2) == "//") return to(text.find('\n', i), 0);
  if (text.substr(i, 2) == "/*") return to(text.find("*/", i + 2), 2);
  if (text.substr(i, 2) == "R\"" && (i == 0 || !is_word(text[i - 1]))) {
    const std::size_t open = text.find('(', i);
    if (open == std::string_view::npos) return text.size();
    const std::string close = ")" + std::string{text.substr(i + 2, open - i - 2)} + "\"";
    return to(text.find(close, open), close.size());
  }
  const char quote = text[i];
  if (quote != '"' && quote != '\'') return i;
  if (quote == '\'' && i > 0 && is_word(text[i - 1])) return i;  // 1'000
  for (std::size_t j = i + 1; j < text.size(); ++j) {
    if (text[j] == '\\') ++j;
    else if (text[j] == quote) return j + 1;
  }
  return text.size();
}

enum class Brace { scope, function, other };  // scope: of a namespace or a class

/// What a brace opens, by the text since the last statement ended.
Brace opened_by(std::string_view head, bool at_scope) {
  const auto has = [&](std::string_view word) { return !lines_with(head, word).empty(); };
  if (!at_scope) return Brace::other;
  if (head.contains(')') && !has("namespace")) return Brace::function;
  if (has("namespace") || has("class") || has("struct") || has("union") || has("extern"))
    return Brace::scope;
  return Brace::other;
}

}  // namespace

const std::vector<SourceFile>& source_files() {
  static const std::vector<SourceFile> files = read_all();
  return files;
}

std::string code_only(std::string_view text) {
  std::string code{text};
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = end_of_literal(text, i);
    for (std::size_t j = i; j < end; ++j)
      if (code[j] != '\n') code[j] = ' ';
    i = std::max(end, i + 1);
  }
  return code;
}

std::vector<FunctionBody> functions(std::string_view text) {
  const std::string code = code_only(text);
  std::vector<FunctionBody> found;
  std::vector<Brace> open;
  std::string head;            // since the last statement ended
  std::size_t head_line = 0;   // of its first character that is not blank
  std::size_t body_begin = 0;  // of the function we are in
  std::size_t line = 1;
  bool directive = false;  // in a preprocessor line
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\n') {
      ++line;
      if (directive && (i == 0 || code[i - 1] != '\\')) directive = false;
    }
    if (c == '#') directive = true;
    if (directive) continue;
    if (c == '{') {
      const bool at_scope = std::ranges::all_of(open, [](Brace b) { return b == Brace::scope; });
      open.push_back(opened_by(head, at_scope));
      if (open.back() == Brace::function) body_begin = head_line;
      head.clear();
    } else if (c == '}') {
      if (!open.empty() && open.back() == Brace::function)
        found.push_back({body_begin, line - body_begin + 1});
      if (!open.empty()) open.pop_back();
      head.clear();
    } else if (c == ';') {
      head.clear();
    } else {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (head.empty() && blank) continue;
      if (head.empty()) head_line = line;
      head += c;
    }
  }
  return found;
}

std::vector<std::size_t> lines_with(std::string_view text, std::string_view word) {
  std::vector<std::size_t> lines;
  std::size_t line = 1;
  std::size_t counted = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    if (is_word(word.front()) && at > 0 && is_word(text[at - 1])) continue;
    const std::size_t end = at + word.size();
    if (is_word(word.back()) && end < text.size() && is_word(text[end])) continue;
    line += static_cast<std::size_t>(std::ranges::count(text.substr(counted, at - counted), '\n'));
    counted = at;
    if (lines.empty() || lines.back() != line) lines.push_back(line);
  }
  return lines;
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string{slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash)};
}

}  // namespace plimsoll::testing
