#include "model/pool_step.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace plimsoll {
namespace {

constexpr std::array<std::pair<std::string_view, PoolVerb>, 5> verbs{
    {{"DEPOSIT", PoolVerb::deposit},
     {"WITHDRAW", PoolVerb::withdraw},
     {"BORROW", PoolVerb::borrow},
     {"REPAY", PoolVerb::repay},
     {"LIQUIDATE", PoolVerb::liquidate}}};

std::string upper(std::string_view text) {
  std::string all{text};
  std::ranges::transform(all, all.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return all;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    if (begin < end) words.push_back(text.substr(begin, end - begin));
    text.remove_prefix(end);
  }
  return words;
}

std::optional<PoolVerb> verb_of(std::string_view word) {
  const std::string wanted = upper(word);
  const auto found =
      std::ranges::find(verbs, wanted, &std::pair<std::string_view, PoolVerb>::first);
  return found == verbs.end() ? std::nullopt : std::optional{found->second};
}

std::unexpected<Error> refuse(std::string_view text, const std::string& what) {
  return fail(Reason::bad_input,
              "\"" + std::string{text.substr(0, 80)} + "\": " + what +
                  "; write \"BORROW 10 SOL\", \"REPAY 5 USDC\" or \"LIQUIDATE 2 USDC FOR SOL\"");
}

}  // namespace

Result<PoolStep> parse_pool_step(std::string_view text) {
  const auto words = words_of(text);
  const auto verb = words.empty() ? std::nullopt : verb_of(words[0]);
  if (!verb) return refuse(text, "it is no step in a pool");
  const bool liquidates = *verb == PoolVerb::liquidate;
  if (words.size() != (liquidates ? 5u : 3u) || (liquidates && upper(words[3]) != "FOR"))
    return refuse(text, "it says too little or too much");
  const auto tokens = parse_quantity(words[1]);
  if (!tokens) return refuse(text, tokens.error().what);
  if (!(Quantity{} < *tokens)) return refuse(text, "the amount of tokens is above zero");
  for (std::size_t i = 2; i < words.size(); i += 2)
    if (!InstrumentId::fits(words[i])) return refuse(text, "a bank's name is too long");
  PoolStep step{*verb, *tokens, InstrumentId{words[2]}, {}};
  if (liquidates) step.against = InstrumentId{words[4]};
  return step;
}

bool is_pool_step(std::string_view text) {
  const auto words = words_of(text);
  return !words.empty() && verb_of(words[0]).has_value();
}

}  // namespace plimsoll
