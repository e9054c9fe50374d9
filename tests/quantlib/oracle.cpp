// QuantLib's answers, as lines of text. One subject a function; `main` names them.

#include <cstdio>
#include <exception>
#include <iostream>
#include <ql/time/calendars/unitedstates.hpp>
#include <string>
#include <vector>

namespace {

using Arguments = std::vector<std::string>;

QuantLib::Date date(const std::string& text) {  // 2026-03-02
  int year = 0, month = 0, day = 0;
  if (std::sscanf(text.c_str(), "%d-%d-%d", &year, &month, &day) != 3)
    throw std::invalid_argument{text + " is not a date"};
  return {day, QuantLib::Month(month), year};
}

/// FIRST LAST: the weekdays between them, both among them, on which New York's exchange is closed.
void nyse_closed(const Arguments& arguments) {
  const QuantLib::UnitedStates nyse{QuantLib::UnitedStates::NYSE};
  const QuantLib::Date last = date(arguments.at(1));
  for (QuantLib::Date day = date(arguments.at(0)); day <= last; ++day)
    if (!nyse.isWeekend(day.weekday()) && !nyse.isBusinessDay(day))
      std::cout << QuantLib::io::iso_date(day) << '\n';
}

const struct {
  const char* name;
  void (*answer)(const Arguments&);
} subjects[] = {
    {"nyse-closed", nyse_closed},
};

}  // namespace

int main(int count, char** words) try {
  const std::string asked = count > 1 ? words[1] : "";
  for (const auto& subject : subjects)
    if (asked == subject.name) {
      subject.answer({words + 2, words + count});
      return 0;
    }
  std::cerr << "no subject \"" << asked << "\"; there are:";
  for (const auto& subject : subjects) std::cerr << ' ' << subject.name;
  std::cerr << '\n';
  return 2;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
