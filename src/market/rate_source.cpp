#include "market/rate_source.hpp"

namespace plimsoll {
namespace {

constexpr std::array<std::string_view, 3> grades{"text_read", "secondary", "recalled"};

}  // namespace

std::string_view name_of(RateGrade grade) { return grades[static_cast<std::size_t>(grade)]; }

Result<RateSource> RateNodes::source_in(const Node& root, std::string_view schema) const {
  PLIMSOLL_TRY(own, text_in(root, "schema"));
  if (own != schema)
    return refuse(*root.find("schema"),
                  "schema \"" + own.substr(0, 40) + "\"; write \"" + std::string{schema} + "\"");
  RateSource read;
  read.file = file();
  PLIMSOLL_TRY(name, text_in(root, "name"));
  const Node& named = *root.find("name");
  if (name.find_first_of(",/ \t") != std::string::npos)
    return refuse(named, "a name has no comma, slash or blank");
  read.name = name;
  read.line = named.line;
  PLIMSOLL_TRY(title, text_in(root, "title"));
  read.title = title;
  // A file of the user's own may leave it out: rates of unknown origin are warned of, not refused.
  if (root.find("source")) {
    PLIMSOLL_TRY(source, text_in(root, "source"));
    read.source = source;
  }
  PLIMSOLL_TRY(retrieved, date_in(root, "retrieved"));
  PLIMSOLL_TRY(effective_from, date_in(root, "effective_from"));
  if (retrieved < effective_from)
    return refuse(*root.find("effective_from"),
                  "it holds from " + to_text(effective_from) + ", after it was retrieved on " +
                      to_text(retrieved) + "; a file speaks of no day it cannot know");
  read.retrieved = retrieved;
  read.effective_from = effective_from;
  PLIMSOLL_TRY(grade, word_in<RateGrade>(grades, root, "grade"));
  read.grade = grade;
  return read;
}

Result<Decimal> RateNodes::rate_of(const std::string& key, const Node& node) const {
  PLIMSOLL_TRY(rate, signed_number_of(key, node));
  if (rate.is_negative() || Decimal{1} < rate)
    return refuse(node, key + " is " + node.text +
                            "; write a fraction of one a year, from 0 to 1: 5.3 % is \"0.053\"");
  return rate;
}

}  // namespace plimsoll
