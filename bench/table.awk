# Google Benchmark's CSV as a Markdown table: name, time and the counters that are filled.
BEGIN { FS = "," }
function plain(text) { gsub(/"/, "", text); return text }
!header && $1 == "name" {
  header = 1
  for (i = 1; i <= NF; ++i) title[i] = plain($i)
  columns = NF
  next
}
header && NF > 1 {
  ++rows
  for (i = 1; i <= columns; ++i) cell[rows, i] = plain($i)
  for (i = 1; i <= columns; ++i) if (cell[rows, i] != "") filled[i] = 1
}
function number(text) {
  if (text !~ /^-?[0-9.]+(e[+-]?[0-9]+)?$/) return text
  return text + 0 >= 1000 ? sprintf("%.0f", text) : sprintf("%.3g", text)
}
END {
  line = "| benchmark | time |"
  rule = "|---|---:|"
  for (i = 1; i <= columns; ++i)
    if (filled[i] && title[i] !~ /^(name|iterations|real_time|cpu_time|time_unit|error_message|error_occurred)$/) {
      line = line " " title[i] " |"
      rule = rule "---:|"
      shown[i] = 1
    }
  print line
  print rule
  for (r = 1; r <= rows; ++r) {
    for (i = 1; i <= columns; ++i) {
      if (title[i] == "name") name = cell[r, i]
      if (title[i] == "real_time") time = cell[r, i]
      if (title[i] == "time_unit") unit = cell[r, i]
      if (title[i] == "error_message" && cell[r, i] != "") time = cell[r, i]
    }
    line = "| " name " | " number(time) " " unit " |"
    for (i = 1; i <= columns; ++i) if (shown[i]) line = line " " number(cell[r, i]) " |"
    print line
  }
}
