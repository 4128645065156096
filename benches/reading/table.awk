# Makes the table of benches/README.md from what `cargo bench --bench reading` prints:
#
#     cargo bench --bench reading | awk -f benches/reading/table.awk
#
# A line of the input is a branch of a tree, `│  ├─ name  fastest │ slowest │ median │ mean`. A leaf is named by
# its document, and its median goes into the row of the branches above it.

{ gsub(/│/, "|"); gsub(/├|╰/, "+"); gsub(/─/, "-") }

# Other lines are heads, or rates below the figures of a leaf.
!/^[| ]*\+- / { next }

{
    depth = (index($0, "+") - 1) / 3
    line = substr($0, index($0, "+- ") + 3)
    sub(/^ /, "", line)
    name = line
    sub(/  .*/, "", name)
    branch[depth] = name
    if (name != "bulletin" && name != "1 MB" && name != "10 MB") next
    row = branch[0]
    for (level = 1; level < depth; level++) row = row " " branch[level]
    gsub(/_/, " ", row)
    split(line, figures, / *\| */)
    if (!(row in known)) { known[row] = 1; rows[++count] = row }
    median[row, name] = figures[3]
}

END {
    print "| what | bulletin | 1 MB | 10 MB |"
    print "|---|---|---|---|"
    for (at = 1; at <= count; at++) {
        row = rows[at]
        print "| " row " | " median[row, "bulletin"] " | " median[row, "1 MB"] " | " median[row, "10 MB"] " |"
    }
}
