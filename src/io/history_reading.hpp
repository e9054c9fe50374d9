#pragma once
// What has been read of one history so far: entries put in time order, with the rows counted by
// Reading.

#include <cstdint>
#include <string>
#include <vector>

#include "io/history.hpp"
#include "io/reading.hpp"

namespace plimsoll::io {

class HistoryReading {
 public:
  /// `order`: unknown where the file knows only days.
  HistoryReading(const Input& file, std::string recognised, DayOrder order);

  /// Counts rows, keeps notes and describes instruments.
  Reading& rows() { return rows_; }
  const std::string& file() const { return rows_.file(); }
  void number(std::string text) { number_ = std::move(text); }

  /// Adds what happened. Refused: amounts beyond model/limits.hpp, a day the exchange calendar does
  /// not know.
  Result<void> add(Moment moment, Event event, std::uint32_t line);

  /// The whole, in time order, whichever end of the file is the latest. Entries that are the same
  /// in everything stand as one, added up, with a note.
  Loaded<ImportedActivity> finished() &&;

 private:
  struct Row {
    Entry entry;
    std::uint32_t line = 0;
  };
  void put_in_order();
  void add_up();

  DayOrder order_;
  std::string number_;
  Reading rows_;
  std::vector<Row> entries_;
};

/// A history that is refused as a whole: one error, no rows.
Loaded<ImportedActivity> refused_history(Error error);

/// An amount in a cell, at most `most` on either side of zero. `what` names it in the refusal.
Result<std::optional<Decimal>> bounded_amount(std::string_view cell, Decimal most,
                                              std::string_view what);

}  // namespace plimsoll::io
