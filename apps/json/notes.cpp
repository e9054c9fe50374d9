#include "apps/json/notes.hpp"

#include <utility>

namespace plimsoll::json {

void Notes::refuse(const Place& place, std::string what) {
  if (++count_ < mistakes_max) {
    mistakes_.push_back({Reason::bad_input, one_line(std::move(what)), place.text()});
  } else if (count_ == mistakes_max) {
    mistakes_.push_back({Reason::bad_input,
                         "this is mistake " + std::to_string(mistakes_max) +
                             "; what follows is not listed: mend these first",
                         place.text()});
  }
}

void Notes::append(const Notes& others) {
  count_ += others.count_;
  for (const Error& mistake : others.mistakes_) {
    if (mistakes_.size() >= mistakes_max) return;
    mistakes_.push_back(mistake);
  }
}

}  // namespace plimsoll::json
