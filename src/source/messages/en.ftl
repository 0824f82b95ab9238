# What duizhao says, in English: one message for each thing that can be wrong.
#
# A message begins with the code of its finding (`figure.unknown` → `figure-unknown-…`). Its value
# says what is wrong: one clause, lower case, no full stop, in the author's words. `.help` says how to
# fix it, with the text to type; `.label` and others say what is read at a place.

list-separator = {", "}

verbatim = { $words }

### Files and data formats

### Documents and addresses

### Checks

### Exchange

### Build
