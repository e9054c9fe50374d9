# Where each rule's formula, number and citation stands, as C++. Run in the repository's root over
# the sources of src/methods. It looks for
#   under(NAME_law                the last step of a formula; a line break after the bracket is fine
#   called(NAME_law               a call a rule of the ledger makes; likewise
#   Effective NAME{               a table of numbers
#   Citation NAME_law{            a citation
#   NAME.at(                      where a table of numbers is read

function note(kind, name) {
  count[kind]++
  rows[kind] = rows[kind] "    RuleLine{\"" name "\", {\"" FILENAME "\", " place "}},\n"
}

function first_name(text) {
  if (!match(text, /^[A-Za-z_][A-Za-z_0-9:]*/)) return ""
  return substr(text, 1, RLENGTH)
}

FNR == 1 { open_under = 0 }
{ sub(/\/\/.*/, "") }

# The name after a bracket that ended the line before.
open_under && /[^ \t]/ {
  name = $0
  sub(/^[ \t]+/, "", name)
  name = first_name(name)
  place = open_line
  if (name ~ /_law$/) note("formulas", name)
  open_under = 0
}

{
  rest = $0
  while (match(rest, /(^|[^A-Za-z_0-9])(under|called)\([ \t]*/)) {
    rest = substr(rest, RSTART + RLENGTH)
    if (rest ~ /^[ \t]*$/) {
      open_under = 1
      open_line = FNR
    } else {
      place = FNR
      name = first_name(rest)
      if (name ~ /_law$/) note("formulas", name)
    }
  }
}

match($0, /(^|[^A-Za-z_0-9])Effective(<[^{]*>)?[ \t]+[A-Za-z_0-9]+[ \t]*[{=]/) {
  name = substr($0, RSTART, RLENGTH)
  sub(/[ \t]*[{=]$/, "", name)
  sub(/.*[ \t]/, "", name)
  place = FNR
  note("numbers", name)
  is_table[name] = 1
}

# Of these only tables are kept, which may stand in a later file.
{
  rest = $0
  while (match(rest, /[A-Za-z_0-9]+\.at\(/)) {
    name = substr(rest, RSTART, RLENGTH - 4)
    read_name[++read_count] = name
    read_file[read_count] = FILENAME
    read_line[read_count] = FNR
    rest = substr(rest, RSTART + RLENGTH)
  }
}

match($0, /(^|[^A-Za-z_0-9])Citation[ \t]+[A-Za-z_0-9]+_law[ \t]*[{=]/) {
  name = substr($0, RSTART, RLENGTH)
  sub(/[ \t]*[{=]$/, "", name)
  sub(/.*[ \t]/, "", name)
  place = FNR
  note("citations", name)
}

function emit(kind) {
  printf "inline constexpr std::array<RuleLine, %d> %s{", count[kind] + 0, kind
  if (count[kind] > 0) printf "{\n%s}", rows[kind]
  print "};\n"
}

END {
  for (i = 1; i <= read_count; i++) {
    if (!(read_name[i] in is_table)) continue
    FILENAME = read_file[i]
    place = read_line[i]
    note("readings", read_name[i])
  }
  print "#pragma once"
  print "// Written by cmake/rule_lines.awk: where the formulas, numbers and citations of the methods stand."
  print ""
  print "#include <array>"
  print "#include <string_view>"
  print ""
  print "#include \"rules/citation.hpp\""
  print ""
  print "namespace plimsoll::generated {"
  print ""
  print "struct RuleLine {"
  print "  std::string_view name;  // of the citation, or of the table of numbers"
  print "  SourceLine where;       // \"src/methods/...\", in order of file and line"
  print "};"
  print ""
  print "/// By the citation the formula is under; one that stands under no formula is missing here."
  emit("formulas")
  emit("numbers")
  print "/// Where a table of numbers is read."
  emit("readings")
  emit("citations")
  print "}  // namespace plimsoll::generated"
}
