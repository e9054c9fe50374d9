# Google Benchmark's JSON as a Markdown table: name, time, the counters that are filled, and how many times as long a
# peer took as ours in the same run.

BEGIN {
  ours["clp/"] = "kernel/"
  ours["getline_and_map"] = "position_table"
  ours["account/20 positions/explained"] = "account/20 positions/plain"
  ours["lender/16 balances/explained"] = "lender/16 balances/plain"
  ours["lender/16 balances/in doubles"] = "lender/16 balances/plain"
}
function value_of(line) {
  sub(/^[^:]*: */, "", line)
  sub(/,$/, "", line)
  gsub(/"/, "", line)
  return line
}
function number(text) {
  if (text !~ /^-?[0-9.]+(e[+-]?[0-9]+)?$/) return text
  text += 0
  if (text == int(text) && text < 1e15) return sprintf("%d", text)
  return text >= 1000 || text <= -1000 ? sprintf("%.0f", text) : sprintf("%.3g", text)
}
/"benchmarks": \[/ { inside = 1; next }
!inside { next }
/^ *"name":/ {
  ++rows
  name[rows] = value_of($0)
  sub("/iterations:1/manual_time$", "", name[rows])  # measured by turns with a peer
  next
}
/^ *"times_ours":/ { taken[rows] = value_of($0); next }
/^ *"real_time":/ { time[rows] = value_of($0); next }
/^ *"time_unit":/ { unit[rows] = value_of($0); next }
/^ *"error_message":/ { failed[rows] = value_of($0); next }
/^ *"(run_name|run_type|repetitions|repetition_index|threads|iterations|cpu_time|family_index|per_family_instance_index|error_occurred|aggregate_name|aggregate_unit)":/ { next }
/^ *"[^"]*":/ {
  key = $0
  sub(/^ *"/, "", key)
  sub(/".*/, "", key)
  if (!(key in column)) { column[key] = ++columns; title[columns] = key }
  cell[rows, key] = value_of($0)
}
function nanoseconds(row) {
  return time[row] * (unit[row] == "ns" ? 1 : unit[row] == "us" ? 1e3 : unit[row] == "ms" ? 1e6 : 1e9)
}
function times(ratio) { return sprintf(ratio + 0 < 0.1 ? "%.2g" : "%.1f", ratio) }
function ratio(row,   peer, name_of_ours, other) {
  if (row in taken) return times(taken[row])
  for (peer in ours) {
    if (index(name[row], peer) != 1) continue
    name_of_ours = ours[peer] substr(name[row], length(peer) + 1)
    for (other = 1; other <= rows; ++other)
      if (name[other] == name_of_ours) return times(nanoseconds(row) / nanoseconds(other))
  }
  return ""
}
END {
  for (r = 1; r <= rows; ++r) if (ratio(r) != "") peers = 1
  line = "| benchmark | time |" (peers ? " times ours |" : "")
  rule = "|---|---:|" (peers ? "---:|" : "")
  for (c = 1; c <= columns; ++c) { line = line " " title[c] " |"; rule = rule "---:|" }
  print line
  print rule
  for (r = 1; r <= rows; ++r) {
    shown = r in failed ? failed[r] : number(time[r]) " " unit[r]
    line = "| " name[r] " | " shown " |" (peers ? " " ratio(r) " |" : "")
    for (c = 1; c <= columns; ++c) line = line " " number(cell[r, title[c]]) " |"
    print line
  }
}
