#pragma once
// Scanning risk of a million accounts over tables of risk arrays, beside what the machine's memory
// can do with the same rows.

#include <string>
#include <utility>
#include <vector>

namespace plimsoll::bench {

/// A row of the table: the quickest of several turns.
struct ScanTime {
  std::string name;
  double seconds = 0;
  std::vector<std::pair<std::string, double>> columns = {};
};

/// All cases, by turns: other work on the machine only ever adds.
std::vector<ScanTime> scan_times();

}  // namespace plimsoll::bench
