### The words of the page in English. `[name|…]` becomes a link.

## Navigation
nav-views = Views
nav-corpus = Corpus
view-papers = Pages
view-read = Read
view-compare = Compare
view-words = Words
view-keyness = Keyness
view-concordance = Concordance
view-dictionary = Dictionary
view-texts = Your texts
view-about = About
skip-link = Skip to the text
lookup-word = Look up a word
corpus-choose-b = Choose a story to compare with A
unit-characters = characters
counted-characters = { $n ->
    [one] character
   *[other] characters
}
counted-stories = { $n ->
    [one] story
   *[other] stories
}
counted-notes = { $n ->
    [one] note
   *[other] notes
}
list-own = Your texts
list-no-paper = Paper unknown
list-examples = Examples
list-more-groups = { $n ->
    [one] { $n } more group
   *[other] { $n } more groups
}
list-more-stories = { $n ->
    [one] { $n } more story
   *[other] { $n } more stories
}
list-comma = ,{" "}
list-semicolon = ;{" "}
sentence-stop = .{" "}
word-space = {" "}
named = { $name }: { $what }
quoted = “{ $text }”

## Settings
settings-language = Language
settings-theme = Colours
theme-auto = Auto
theme-light = Light
theme-dark = Dark

## Keys
keys-title = Keyboard
keys-views = Pages, Read, Compare, Words, Keyness, Concordance, Dictionary, Your texts
keys-search = Go to the search field
keys-next = Next difference
keys-previous = Previous difference
keys-rows = Move along the rows of a list or the marks of a chart
keys-words = Move from word to word in a story; look the word up
keys-select = Select several words
keys-correct = Correct the word or the selection; in a comparison, move the difference to another kind
keys-undo = Undo the last correction; in a text of yours, that of the text
keys-list = This list
keys-close = Close

## Actions
action-cancel = Cancel
action-retry = Try again
action-reload = Reload the page
offline-newer = A newer version is ready.
offline-reload = Reload
action-close = Close
action-compare = Compare
action-words = Words
action-look-up = Look up
action-undo = Undo
action-redo = Redo
action-export = Export
action-clear = Remove all
action-all-rows = { $n ->
    [one] Show the row
   *[other] Show all { $n } rows
}

## What is under way
stage-model = Fetching the model
stage-dictionary = Fetching the dictionary
stage-lexicon = Building the dictionary
stage-texts = Reading your own texts
stage-import = Importing your texts
stage-cutting = Splitting a long text into stories
stage-stories = Segmenting the stories
stage-matrix = Comparing the stories
stage-bytes = { $done } of { $total } MB
stage-entries = Entries: { $done } of { $total }
stage-count = Stories: { $done } of { $total }
stage-texts-count = Texts: { $done } of { $total }
waiting-engine = Getting ready; this takes a moment.
waiting-answer = Working it out…

## Notices
notice-dismiss = Dismiss
notice-copied = Copied.
notice-not-copied = The browser did not allow copying. Select the text and copy it by hand.
notice-saved = Saved; see your browser's download folder.
notice-not-saved = The browser did not allow the file to be saved. Check its download settings and try again.
notice-page-not-saved = The page could not be saved as one file: some of its files could not be read. Check the connection, or reload the page if a newer version is ready, then try again.
notice-little-room = These files may take { $needed } MB, and this browser has { $free } MB left for this site. What it cannot store is lost when the page is closed; save a session file to keep it.
notice-little-memory = These files have { $given } MB, and the memory of this page has room for { $room } MB of text. Files without room are left out and named; to add them, remove texts that you no longer need.
notice-memory-fills = Your texts fill most of the memory a page can have: there is room for { $room } MB more. Remove texts that you no longer need, or count over a smaller scope.
notice-unkept-lost = A change that this browser does not keep could not be made again after the analysis program was restarted ({ $detail }). Look through your own texts and your dictionary, and add what is missing.
notice-sandboxed = This page is in a sandboxed frame and can keep nothing: what you add and set is gone when it is closed. Save a session file, or open the page by its own address.
notice-texts-lost = Some of your own texts that this browser keeps cannot be read ({ $detail }); they were left as they are. Reload the page, or update it if another window shows a later version.
notice-unkept = The change applies until this page is closed; the browser did not store it ({ $detail }). Allow this site to store data, or export the dictionary now.
notice-corrected = Corrected. Tokens segmented differently now: { $tokens }.
notice-effect-moved = Moved. The comparison, the report and exported files count it so.
notice-effect-found = It counts as it was found.
notice-undone = Undone.
notice-redone = Redone.
notice-removed = The entry was removed.
notice-cleared = All entries were removed.
notice-regional-saved = The set was saved. Counts and comparisons follow it now.
notice-regional-removed = The set was taken out of the table.
notice-regional-cleared = The table is as it was at first.
notice-switched-on = The entry is switched on.
notice-switched-off = The entry is switched off.
notice-imported = Entries added: { $added }.
notice-not-text = This file is not UTF-8 text. Save it as UTF-8 and choose it again.

## Failures: each says what to do
failure-cancelled = Cancelled.
failure-unknown-story = There is no story “{ $id }” here. Choose another under Pages or from the list above.
failure-empty-scope = There are no words in this scope. Choose a paper, page or story that is loaded.
failure-same-stories = Both sides are the same stories, so there is nothing to compare. Choose another reference.
failure-file-changed = The file { $address } ({ $bytes } bytes) is not the one this page was made with, so words and counts would be wrong. Reload the page; if that does not help, whoever runs the site should upload the whole folder again.
failure-empty-node = No word was given. Type one above.
failure-punctuation = “{ $item }” is punctuation, which is not counted. Type a word.
failure-regex = /{ $item }/ is not a regular expression: { $reason }. Correct it above.
failure-regex-large = /{ $item }/ is too large. Use fewer or smaller repetitions.
failure-date = “{ $given }” is not a date. Write it as YYYY-MM-DD.
failure-dates-backward = { $to } is before { $from }. Swap the two dates.
failure-list-empty = The word list is empty. Write one word per line, then a tab and its frequency.
failure-list-columns = Line { $line } of the word list is not a word, a tab and a frequency.
failure-list-frequency = Line { $line } of the word list: the frequency is not a whole number of at least 1.
failure-list-twice = Line { $line } of the word list repeats a word of an earlier line. Add the two frequencies up.
failure-list-large = At line { $line } the frequencies of the word list add up to more than 4,294,967,295.
failure-span = The span is from 1 to { $widest } words on the wider side; one side may be 0.
failure-ngram-length = N-grams have from 1 to { $longest } words, the shorter length first.
failure-one-story = TF-IDF compares a story with others, and only one is loaded. Add stories, or choose TextRank.
failure-story-count = Choose 2 to { $most } different stories.
failure-too-much-text = These { $stories } stories have { $millions } million characters; at most { $limit } million can be compared all with all. Choose fewer stories: a paper, a page or some days.
failure-unknown-entry = The dictionary no longer has an entry for “{ $word }”. Another window may have removed it.
failure-unknown-text = There is no text “{ $id }” any more; another window may have removed it.
failure-text-changed = This text was changed elsewhere and is now shown as changed. Check it and repeat your correction.
failure-nothing-to-split = A story already begins with this block. Split before a later one.
failure-nothing-before = There is no story before the first one to join it with.
failure-empty-block = A block cannot be empty; choose “Leave out” instead.
failure-no-bytes = The original bytes of this text are not stored, so it cannot be read in another encoding. Add the file again.
failure-session = This is not a session file of Duìdú ({ $detail }). Choose one made with “Save a session file”.
failure-session-new = The session file has version { $version } and this page reads up to { $known }. Reload the page to get a newer one.
failure-nothing-to-undo = There is no change of the dictionary to undo or redo.
failure-broken-model = The segmentation model is damaged or of another version. Reload the page; if that does not help, whoever runs the site should upload the whole folder again.
failure-no-margins = Only the accurate mode knows how sure its words are. Choose the accurate mode.
failure-no-model = This needs the segmentation model, which is not loaded. Reload the page and try again.
failure-no-dictionary = This needs jieba's dictionary, which is not loaded. Reload the page and try again.
failure-broken-dictionary = Line { $line } of the dictionary is not “word frequency tag”, so words cannot be found. Reload the page; if that does not help, whoever runs the site should upload the dictionary again.
failure-load = The analysis program did not load{ $detail ->
    [none] {""}
   *[other] {" "}({ $detail })
}. Check the connection and reload the page; if that does not help, files are missing on the server, and whoever runs the site should upload the whole folder again.
failure-file = The file { $address } did not load{ $detail ->
    [none] {""}
   *[other] {" "}({ $detail })
}. Check the connection and reload the page.
failure-version = This page is version { $page } and its analysis program version { $worker }; most likely the browser kept an old file. Empty the browser's cache, then reload the page.
failure-timed-out = The analysis program did not answer in { $seconds } seconds. Reload the page.
failure-wrong-answer = The analysis program answered another question. Reload the page.
failure-file-stalled = No data arrived of the file { $address } for { $seconds } seconds. Check the connection and reload the page.
failure-crashed = The analysis program failed at this question because of a fault in Duìdú{ $detail ->
    [none] {""}
   *[other] {" "}({ $detail })
}. Everything else still works; please report what you asked.
failure-lost = The analysis program stopped twice at this question, most likely because memory ran out{ $detail ->
    [none] {""}
   *[other] {" "}({ $detail })
}. Try a smaller scope, or close other tabs and try again.
failure-silent = The analysis program gave no sign of life for { $seconds } seconds, twice. Try a smaller scope, or reload the page.

## First screen
rail-invitation = Paste two texts, or drop files anywhere
start-title = Two texts
start-question = How do two papers tell the same event?
start-lead = Paste two texts and see at once what each wrote, what it left out, and which figures and quotations differ. They are read on this computer only, and are not sent anywhere.
start-box-a = Story A
start-box-b = Story B
start-paste-a = Paste the first text here (Ctrl+V), or drop files or a whole folder
start-paste-b = Paste the second text
start-file = Choose a file
start-file-a = Choose a file for the first text
start-file-b = Choose a file for the second text
start-known = Paper and day (detected automatically)
start-held = { $stories ->
    [one] { $characters } characters
   *[other] { $stories } stories, { $characters } characters
}
start-other = Take another text
start-other-than = Take another text instead of { $title }
start-go = Compare
start-by-itself = Once both are there, their comparison opens by itself.
start-next-a = Now the first text.
start-next-b = Now the second text: Ctrl+V anywhere will do.
start-ready = Both are there.
start-adding = Reading both texts…
start-lacks-a = The first box is empty: paste a text, drop a file or choose one.
start-lacks-b = The second box is empty: paste a text, drop a file or choose one.
start-no-text = One of the two has no text that could be compared.
start-several = There are more than two stories in these texts. Choose the two to compare, or an event that several of them report.
start-own = Your own texts
start-example = Example: { $a } and { $b }, { $date }
start-open-example = Open this comparison
start-pages = Whole pages, a folder
start-pages-about = Lines are joined, pages split into stories, and those on one event found
start-facts-about = Figures, days, people and quotations, one column a paper
start-counts = Words, keyness, concordance
start-counts-about = Every number opens: its formula, its places, how to cite it
## Unknown addresses
page-unknown = There is no such page
not-found = There is nothing at the address “{ $address }”. Part of it may have been lost in copying, or it comes from another version.
missing-title = { $n ->
    [one] This link is about a text that is not in this browser
   *[other] This link is about { $n } texts that are not in this browser
}
missing-unnamed = A text without a title
missing-why = Somebody added it in another browser. Own texts stay in the browser in which they were added: a link names them, but does not carry them, and no other text is shown in their place.
missing-how = Ask the sender for the session file (Your texts → “Save a session file”) and open it here, or add the same text yourself; the link then opens by itself.
missing-add = Add the text
link-edited = A text on this page was edited after this link was made: places and counts may differ from those that the sender saw.
not-found-papers = Go to Pages and start from the list of stories

## Stories and scopes
story-untitled = (no headline) { $opening }
story-length = { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
}, { $words ->
    [one] { $words } word
   *[other] { $words } words
}
story-text-label = The story: the left and right arrows move from word to word, Enter looks the word up
picker-story = Story
picker-scope = Scope
picker-search = Search
picker-choose = Choose
picker-how = Not chosen yet. Enter chooses this story; Escape goes back.
picker-narrow-label = Narrow the list by headline, paper or day
picker-narrow = Type a headline, paper or day ({ $shown } of { $found })
picker-none = (choose a story)
scope-all = All stories
scope-rest = All other stories
scope-stories = { $n ->
    [one] { $n } story
   *[other] { $n } stories
}
scope-headlines = headlines
scope-bodies = running text
scope-group-whole = Everything
scope-group-papers = Papers
scope-group-pages = Pages
scope-group-stories = Stories

## Parts of a page
block-headline = Headline
block-kicker = Kicker
block-deck = Deck
block-byline = Byline
block-subhead = Subhead
block-paragraph = Text
block-pull-quote = Pull quote
block-caption = Caption
block-note = Note
block-furniture = Page furniture

## Pages
papers-title = Pages
papers-lead = The pages and stories loaded. Where two papers report one event, they can be read side by side: what each kept, changed and left out.
papers-same-event = On the same event
papers-compare = Compare
papers-counts = { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}, { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
}, { $words ->
    [one] { $words } word
   *[other] { $words } words
}
papers-page-words = Words of this page
papers-add = Add texts of your own
papers-correct = Check and correct the division into stories
papers-more = Show more pages ({ $n } left)

## Read
read-marks = Show
read-plain = Text
read-boundaries = Words
read-tags = Words and parts of speech
read-doubts = Words in doubt
read-doubts-about = { $n ->
    [one] { $n } word here has
   *[other] { $n } words here have
} a margin below { $below }: another reading scores nearly as well. Each is followed by that reading and by the margin in the model's score.
read-names = Names
read-names-about = Underlines persons (one line), places (dots) and organisations (two lines), and lists them beside the text
read-names-none = No names were found in this story.
read-frequency-range = { $least } to { $most } times, if readings in doubt are taken the other way.
read-aside = The words of this story
read-hint = Choose any word in the text to see where else it occurs.
read-places = { $n ->
    [one] Once
    [2] Twice
   *[other] { $n } times
}, in { $stories ->
    [one] { $stories } story.
   *[other] { $stories } stories.
}
read-all-places = Concordance
read-top-words = Frequent words
read-elsewhere = From here
read-compare = Compare with another story
read-words = Word list of this story
read-keyness = Keywords against all other stories
read-keywords = What this story is about (TF-IDF, TextRank)

read-mended = From the page to this text
warning-joined = Line { $line }: a paragraph that a column had cut in two was joined.
warning-dropped = Line { $line }: belongs to no story and was left out.
warning-kicker = Line { $line }: a kicker printed into a sentence was removed.
warning-replaced = Line { $line } is the first with bytes that are not valid in this encoding; they are shown as U+FFFD (�).
warning-control = Line { $line } is the first with control or invisible characters, which were removed.
warning-mixed = Line { $line } is the first in another encoding than the rest, and was read in it.
warning-unsure = The encoding is a guess: another would be nearly as likely.
warning-markup = Line { $line }: the markup is damaged here, and text may be missing.
warning-notes = Footnotes or endnotes are referred to whose text is missing in the file.
warning-frame = Menus and the like around the main text of the web page are marked as page furniture.
warning-rivalled = Line { $line }: the text of the web page begins here; another part of the page was nearly as likely.
warning-unwrapped = Line { $line }: from here on, lines cut at a column were joined.
warning-headline-after = Line { $line }: a headline below its story was moved above it.
warning-no-headline = Line { $line }: no headline was found for the story that begins here.
warning-uncertain = Line { $line }: it is uncertain whether another story begins here.
warning-unread-page = A page of the PDF has no text or could not be read to its end.
warning-unplaced = Line { $line }: text without a position on the page was put at the page's end.
warning-overprint = Line { $line }: text printed twice in one place was read once.
warning-gloss = Line { $line }: small signs that show how a character is pronounced were left out.
warning-form = Radicals, vertical forms or other forms stood in place of the characters they look like; they were replaced.
warning-row = The row has more or fewer fields than the head of the table; check where its text ends.
warning-letters = Line { $line } is the first that was set with a space between any two characters; the spaces were taken out.
warning-quote = Quotation marks in the table did not pair; they were read as part of the text.

## Parts of speech
read-legend = Parts of speech
tag-nr = person
tag-ns = place
tag-nt = organisation
tag-nz = other name
tag-n = noun
tag-t = time
tag-s = location
tag-f = direction
tag-m = numeral
tag-q = measure word
tag-b = distinguishing word
tag-a = adjective
tag-z = descriptive
tag-v = verb
tag-vn = used as a noun
tag-d = adverb
tag-r = pronoun
tag-p = preposition
tag-c = conjunction
tag-u = particle
tag-i = idiom
tag-l = set phrase
tag-j = abbreviation
tag-g = morpheme
tag-affix = prefix or suffix
tag-particle = modal, interjection, onomatopoeia
tag-eng = foreign word
tag-x = not listed

## Compare
compare-pair = Compared: { $a } with { $b }.
compare-title = Comparison
compare-length = { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
}, { $sentences ->
    [one] { $sentences } sentence
   *[other] { $sentences } sentences
}
compare-fold = Ignore
compare-fold-variants = variants
compare-fold-punctuation = punctuation
compare-swap = Swap sides
compare-keyness = Keywords of the two
side-a = Story A
side-b = Story B
side-paper = { $paper }
sentence-number = Sentence { $n }, aligned with { $partners } of the other story
only-tag = Only in { $name }
flow-same = ＝ sentence { $n } of B
filter-only = One type only
filter-only-title = A type that is pressed is shown alone; pressed again, all are shown
filter-marks = Kinds of difference
mark-variant = Variant
mark-punctuation = Punctuation
mark-number = Number
mark-wording = Wording
mark-addition = Addition
mark-omission = Omission
mark-moved = Moved
mark-only = One side only
mark-sign-variant = V
mark-sign-punctuation = P
mark-sign-number = N
mark-sign-wording = W
mark-sign-addition = A
mark-sign-omission = O
mark-sign-moved = ⇄
mark-sign-only = S
walk-label = One difference at a time
walk-next = Next
mover-label = The kind of change that this difference is
mover-counts-as = counts as
mover-found = found as { $effect }
walk-previous = Previous
walk-announce = { $n } of { $total }: { $what }
overview-label = { $aInB }% of the text of A is found in B, { $bInA }% of the text of B in A.
finding-one-release = On the same day, both papers carried largely the same text.
finding-paired = Of { $total ->
    [one] { $total } sentence
   *[other] { $total } sentences
} in { $a }, [paired|{ $paired }] { $paired ->
    [one] is
   *[other] are
} found in { $b }, [same|{ $same }] of them word for word.
finding-no-differences = The sentences they share do not differ.
finding-only-a = { $a } alone has [only-a|{ $onlyA ->
    [one] one sentence
   *[other] { $onlyA } sentences
}].
finding-only-b = { $b } alone has [only-b|{ $onlyB ->
    [one] one sentence
   *[other] { $onlyB } sentences
}].
finding-only-both = { $a } alone has [only-a|{ $onlyA ->
    [one] one sentence
   *[other] { $onlyA } sentences
}], { $b } alone [only-b|{ $onlyB }].
finding-none = No sentence of { $a } matches one of { $b }. Compare their keywords instead.
finding-empty = One of the stories has no running text to compare. Choose another.
apparatus-title = Apparatus
apparatus-kind = Kind
apparatus-sentence = No.
apparatus-lacks = missing
apparatus-empty = There is no difference of the kinds chosen.

## Tables
table-more-columns = More columns to the right →
chart-goes-on = Wider than the page: scroll sideways ↔
table-sort = sort
table-columns = Columns
column-of-side = { $column } ({ $side })
chart-place = Chart
chart-above = Above the table
chart-beside = Beside the table
chart-below = Below the table
table-cuts = Cut-offs
table-cuts-now = Cut-offs: { $cuts }
table-cuts-about = Signs do not count; an empty field cuts nothing. Files have the rows that are listed.
proof-title = Where the number comes from
proof-places = Places
proof-copy = Copy as a footnote:
proof-formula = { $formula }, that is,{" "}
proof-step = { $name }: { $formula }{ $filled }
proof-between = ;{" "}
proof-footnote = “{ $word }”, { $steps }. { $note } Counted in: { $basis }. Duìdú { $version }.
column-rank = Rank
column-word = Word
column-frequency = Freq.
column-per-10k = Per 10,000
column-range = Range
column-dp = DP
column-juilland = D
column-frequency-a = Target
column-per-10k-a = per 10,000
column-frequency-b = Reference
column-per-10k-b = per 10,000
column-story = Story
column-left = Left
column-node = Node
column-right = Right
field-minimum = Minimum
field-filter = Contains
words-title = Word list
words-summary = { $scope }: { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}, { $tokens ->
    [one] { $tokens } token
   *[other] { $tokens } tokens
}, { $types ->
    [one] { $types } type
   *[other] { $types } types
}; { $listed } listed.
words-empty = No word meets these conditions. Lower the minimum or clear the filter.
formula-range = stories it occurs in ÷ all stories
formula-words-note = f is the frequency, N the number of words in the scope (punctuation left out). sᵢ is the share of story i in all words, vᵢ its share in the occurrences of this one; DP is 0 if a word is spread evenly and approaches 1 if it is not (Gries 2008). V is the coefficient of variation of the relative frequencies, n the number of stories; Juilland's D is 1 if a word is spread evenly.

## Keyness
keyness-title = Keyness
keyness-target = Target
keyness-reference = Reference
keyness-measure = Rank by
keyness-sign = List
keyness-both = Both
keyness-positive = Positive
keyness-negative = Negative
keyness-summary = Target: { $a ->
    [one] { $a } word
   *[other] { $a } words
}. Reference: { $b ->
    [one] { $b } word
   *[other] { $b } words
}. { $listed } listed.
keyness-empty = The two have no words to compare. Choose another scope or lower the minimum.
keyness-low-expected = An expected count is below 5, so p is unreliable
keyness-low-expected-sign = low
formula-expected = Expected
formula-keyness-note = a and b are the frequencies in target and reference, N₁ and N₂ their numbers of words, O the observed and E the expected counts of the four cells (Dunning 1993). G² values of 3.84, 6.63, 10.83 and 15.13 correspond to p < .05, .01, .001 and .0001. A minus says the target has less. Each 1 of Log Ratio is a doubling; a frequency of 0 is taken as 0.5 (Hardie 2014).

## Concordance
concordance-title = Concordance
concordance-sort = Order
concordance-sort-text = As in the text
concordance-sort-left = Left
concordance-sort-right = Right
concordance-empty-node = Give a word, and all its occurrences are listed here in context (KWIC). The key / goes to the field.
concordance-none = { $scope }: “{ $node }” is not a word there. Try a shorter word, or check under Read how the text is segmented.
concordance-summary = { $scope }: “{ $node }” at { $n ->
    [one] { $n } place
   *[other] { $n } places
}, { $stories ->
    [one] { $stories } story.
   *[other] { $stories } stories.
}

## About
about-title = About
about-lead = Duìdú (對讀) reads Chinese newspapers side by side: what each paper kept of one event, what it changed and what it left out; and it counts the words.
about-private = Everything is computed in this browser. No text leaves this computer; a link to your own texts tells their headlines, papers and days, and no more. After loading, the page asks its own site for nothing but its own files: to keep them for use without a network, and for a newer version.
about-offline-kept = This browser keeps the page's files: it also works without a network.
about-offline-newer = A newer version is kept and ready; it is used from the next reload on.
about-offline-refused = This browser does not keep the page's files, so the page needs the network each time it is opened. Reason: { $detail }
about-methods = Methods
about-references = References
about-words = Word segmentation
about-licences = Licences
about-api-title = For programs
about-per-10k = Relative frequency: occurrences of a word per ten thousand words. Punctuation and white space are not counted.
about-range = The number of stories a word occurs in.
about-dp = Gries' deviation of proportions: the differences between the share each story has of a word and the share it should have, summed and halved. 0 is even; 1 is all in one story.
about-juilland = Juilland's D: V is the coefficient of variation of the relative frequencies, n the number of stories. 1 is even.
about-g2-term = G² (log-likelihood)
about-g2 = Compares observed with expected counts over four cells, as in AntConc 4. Positive if the target has more, negative if it has less. Expected counts below 5 are flagged.
about-log-ratio-term = Log Ratio (effect size)
about-log-ratio = The binary logarithm of the ratio of relative frequencies: 1 is twice as often, 2 four times. A frequency of 0 is taken as 0.5.
about-alignment-term = Alignment
about-alignment = Sentences are first matched by their content words, in any order; within a pair, words are compared, and differences are classed as variant characters, punctuation, numbers, wording, additions and omissions; moved passages are marked. Headlines and captions are shown but not aligned.
about-segmentation = Variant and simplified characters are first folded, one for one, to the form the word lists know; then a model trained on segmented sentences finds the most probable words. In fast mode jieba does so with its dictionary. The screen always shows the text as printed.
about-dictionary = The model's word lists have { $entries } entries. SHA-256: { $sha256 }
about-licence-app = Duìdú itself: MIT.
about-licence-model = The segmentation model, trained on Universal Dependencies Chinese-GSD, -PUD and -HK, with words of rime-cantonese and jieba: CC BY-SA 4.0.
about-licence-jieba = The jieba dictionary (fxsjy/jieba): MIT.
about-licence-opencc = The character tables (OpenCC): Apache 2.0.
about-licence-pdf = pdf.js (Mozilla), which reads PDFs: Apache 2.0.
about-licence-pages = The text of the five pages belongs to Ta Kung Pao and Wen Wei Po of Hong Kong and is included as an example.
about-api = In the browser's console, duidu answers programs as well: for example await duidu.compare("003-1", "004-1").
about-version = Version { $version }, build { $build }

## Two segmenters on one text
segmenters-title = One text, two segmenters
segmenters-about = The places where two ways of finding words differ: the upper words are A's, the lower B's.
segmenters-own-text = Use a text of your own
segmenters-text = Your text; it stays on this computer
segmenters-cut = Find the words
segmenters-summary = A { $a ->
    [one] { $a } word
   *[other] { $a } words
}, B { $b }; { $both } in both. Agreement (F1) { $f1 }%.
segmenters-partings = Where they differ
segmenters-place = Place
segmenters-on-paper = A { $a } · B { $b }
segmenters-more = { $n } more in the text above.
read-segmenters = Two segmenters on this story
mode-accurate = Accurate
mode-fast = Fast (jieba)
mode-character = Characters

## Words or terms
terms = Units
terms-fine = Words
terms-coarse = Terms
about-terms = If terms are the units, adjacent words that form one are counted and compared as one: dates, quantities, organisations and offices by rule, names and set phrases from a list, and word groups that are stable in the stories themselves (C-value, Frantzi, Ananiadou and Mima 2000). No word is ever split for a term, and a term never runs across punctuation.

## Correcting words in place
correct-open = Correct words
correct-title = Correct the words here
correct-now = Now: { $words }
correct-gap = Split between { $before } and { $after }
correct-take-in = Include “{ $word }”
correct-hint = Click between two characters to split there, or include the next word.
correct-nothing = There is no word here.
correct-where = Where
correct-everywhere = Everywhere
correct-here = Only here
correct-kind = As
correct-kind-none = word
correct-strength = Strength
correct-accept = Accept
correct-look-up = Look up in the concordance
strength-forced = forced
strength-recommended = recommended
effect-title = What changes
effect-none = Nothing changes in the stories loaded.
effect-counts = { $tokens ->
    [one] { $tokens } token
   *[other] { $tokens } tokens
} in { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}; { $words ->
    [one] { $words } word changes its frequency
   *[other] { $words } words change their frequency
}, { $ranks } their rank.

## The dictionary
dictionary-title = User dictionary
dictionary-lead = Your corrections of words. They apply to every count and comparison, and stay in this browser. Select a word in any story and press e to add one.
dictionary-summary = { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}, { $found } found.
dictionary-first = The first { $listed } are listed; search to find others.
dictionary-empty = There are no entries yet.
dictionary-none = No entry contains this. Clear the search.
column-rule = Rule
column-tag = Part of speech
column-kind = Kind
column-forms = Forms
column-occurrences = Places
column-enabled = On
rule-join = one word
rule-split = split
rule-here = only in { $story }
rule-move = difference counts as { $effect }
rule-between = { $a } with { $b }
entry-word = Word; with / where it is split
entry-add = Add
entry-save = Save
entry-edit = Edit
entry-edit-word = Edit “{ $word }”
entry-remove = Remove
entry-remove-word = Remove “{ $word }”
entry-switch = “{ $word }” applies
entry-no-word = The word is missing or contains a space beside a Chinese character.
entry-punctuation = It is only punctuation, which is never a word.
entry-one-character = It has one character; an entry has at least two.
entry-too-long = It is longer than 64 characters.
entry-frequency = After the word comes neither a frequency (a whole number above 0) nor a part of speech (such as n or nr).
entry-tag = The part of speech must be Latin letters, such as n or nr.
entry-columns = There are more columns than word, frequency and part of speech.
entry-parts = The parts do not add up to the word, or there are fewer than two.
entry-place = The place of this correction cannot be read.
entry-reserved = A word cannot begin like that; it means something else in a file.
entry-contradiction = An earlier line says otherwise; this one applies.
entry-regional-columns = A set has five columns, separated by tabs: Hong Kong, Taiwan, mainland, Macau, Singapore.
entry-regional-no-word = A column is empty or has only punctuation, or one side of a / is empty.
entry-regional-same = All regions write it alike, so it needs no set.
import-title = Import
import-lead = One entry per line: word, frequency, part of speech, in jieba's format; the last two may be missing. Without a frequency the word is forced, with one recommended. 0 and parts (龔正在 0 龔正/在) split a word. Valid lines are imported even if others are not.
import-file = A file (.txt, UTF-8)
import-paste = Or paste entries
import-example = 龔正 nr
import-action = Import the pasted entries
import-result = Entries added: { $added }; lines that could not be read: { $errors }.
import-line = Line { $line }:
import-more = And { $n } more.
tab-regional = Regional words
regional-lead = What one thing is called in each region. A comparison marks such words as regional; a count can take them together. Your changes stay in this browser.
regional-hint = Fill in at least two regions; an empty field follows its neighbour. A / separates several words of one region. A ? after a word says that it means other things too: it is marked in comparisons and counted by itself.
regional-changed = Only what I changed
regional-summary = Sets in the table: { $sets }; changed: { $changed }; listed: { $found }.
regional-none = There is no such set. Clear the search, or add it above.
regional-restore = Put back
regional-restore-set = Put back “{ $word }”
regional-clear = Restore the table
regional-import-lead = One set per line, five columns separated by tabs: Hong Kong, Taiwan, mainland, Macau, Singapore (with Malaysia), as in an exported file. Lines that cannot be read are listed; all others are added.
regional-import-example = 的士	計程車	出租車	的士	德士

## How words are found
mode-label = Words found by
mode-accurate-meaning = a trained model: the fewest mistakes
mode-fast-meaning = jieba and its dictionary: as most other programs do; the dictionary is fetched when it is first needed
mode-character-meaning = none: every character counts by itself, and corrections do not apply

# The editorial report.
report-title = Editorial report
report-side-by-side = The texts side by side
report-made = Made with Duìdú
report-stories = Stories
report-paper = Paper
report-date = Date
report-headline = Headline
report-characters = Characters
report-frames = Headlines, decks, captions and bylines
report-dateline = Dateline
report-measure = Measure
report-value = Value
report-relation = Relation
relation-shared = They share text
relation-identical = The same text
relation-other-script = The same text in part, in another script
relation-nothing-shared = No sentence in common
relation-other-language = Nothing in common: they are in different languages
relation-empty = One of them has no running text
report-reuse-forth = Share of the first found in the second
report-reuse-back = Share of the second found in the first
report-copied-forth = Share of the first taken over in runs
report-copied-back = Share of the second taken over in runs
report-discounted-forth = The same of the first, set phrases discounted
report-discounted-back = The same of the second, set phrases discounted
report-minimum-run = Least run, in characters
report-aligned = Aligned passages
report-identical = Of these, identical
report-split = Split sentences
report-merged = Merged sentences
report-moved = Moved passages
report-order-kept = The order was kept.
report-dropped = Sentences only in the first
report-added = Sentences only in the second
report-none = None.
report-changes = Changed wording
report-type = Type
report-before = First
report-after = Second
report-count = Count
report-places = Places
report-sentence = sentence
report-script = other script
report-regional = regional wording
regional-words = regional wording: { $a } → { $b }
region-hong-kong = Hong Kong
region-taiwan = Taiwan
region-mainland = mainland
region-macau = Macau
region-singapore = Singapore
report-one-to-many = one-to-many, looks like an error
report-width = full or half width
report-effect = Effect
effect-fact = fact
effect-voice = voice
effect-wording = wording
effect-form = form
report-favoured = Words each paper favours
report-favoured-note = The shared text was subtracted; G² compares the rest. No p is shown if an expected count is below 5.
report-word = Word
report-here = Here
report-elsewhere = Elsewhere
report-g2 = G²
report-log-ratio = Log Ratio
report-p = p
report-low-expected = expected count below 5
## What stands together under one name
tab-words = Word list
tab-phrases = Phrases
tab-terms = Terms
tab-names = Names
tab-measures = Story measures
tab-keyness = Keyness
tab-keywords = Keywords of one story
tab-concordance = Concordance
tab-collocates = Collocates

## Fields of the tables
action-apply = Apply
action-copy = Copy
field-any = any
field-filter-hint = 天*, /第.+/
field-shortest = Characters from
field-longest = to
field-fold = Count variants as one word
fold-auto = Where scripts differ
fold-apart = Each writing by itself
fold-variants = Variant writings as one
fold-regional = Also regional words as one
fold-both-scripts = Traditional and Simplified count as one.
fold-tell-apart = Tell them apart
about-fold = Writings of one word, such as 臺灣 and 台灣, are counted together; each is shown as it is printed.
stop-leave-out = Leave out stop words
stop-list = Stop words: { $n }
stop-lead = One word per line. These words are not listed; counts do not change.
stop-changed = Changed from the list of this app: { $added } added, { $kept } removed. The changes are part of the address.
stop-reset = Restore the list
stop-own = Use my stop words
chart = chart
chart-data = Data of the chart
unit-words = words

## Scopes in detail
scope-detail = Narrow down
scope-parts = Parts
scope-whole = Whole stories
scope-days = Days
scope-from = From
scope-to = To
scope-by-hand = Stories by hand ({ $n } chosen)
scope-by-hand-only = Only the stories chosen count; days are ignored.
scope-by-hand-none = Choose none
scope-list = My frequency list
scope-named = “{ $name }” ({ $n ->
    [one] { $n } story
   *[other] { $n } stories
})
scope-folder = folder { $folder }
scope-any = (any)
scope-conditions = Kept to
scope-nothing-here = There is no story here of { $scope }. Give its texts, or choose another scope.
scope-group-corpora = My corpora
scope-group-folders = Folders
scope-group-series = Series
scope-group-tags = Tags
by-hand-search = Search headline, paper, day, series or file
by-hand-all = Tick all { $n } found
by-hand-more = { $n } more: type to find them.
corpus-name = Name of the corpus
corpus-keep = Keep as a corpus
corpus-named = The corpus is kept, and offered wherever a scope is chosen.
corpus-no-name = Type a name first.
corpus-name-long = Use a name of at most 60 characters.
corpus-name-taken = Another corpus has this name. Use another name, or remove that one under Your texts.
corpus-no-story = No story is in it, so it is not kept. Choose more.
corpus-missing = ({ $n ->
    [one] { $n } of its stories is not here
   *[other] { $n } of its stories are not here
})
corpus-remove-named = Remove the corpus “{ $name }”; its texts stay
corpora-title = Corpora
corpora-lead = Give a group of texts a name, and you can choose it in every view. Tick the texts in the list, or narrow down any scope.
corpora-by-folder = Name each folder ({ $n })
corpora-by-series = Name each series ({ $n })
corpora-by-paper = Name each paper ({ $n })
corpora-named = { $n ->
    [one] { $n } corpus is kept, and offered wherever a scope is chosen.
   *[other] { $n } corpora are kept, and offered wherever a scope is chosen.
}
corpora-named-but = { $n } kept; { $left } not, because their names are taken or too long.

## Columns and proofs
column-id = No.
column-tokens = Tokens
column-types = Types
column-hapaxes = Hapaxes
column-sentences = Sentences
column-sentence-length = Words/sentence
column-density = Density
column-words = Words
column-phrase = Phrase
column-term = Term
column-source = Joined because
column-collocate = Collocate
column-together = Together
column-by-place = By position
column-difference = A − B
column-p-adjusted = p (BH)
about-by-place = How often the word occurs at each position left and right of the node
about-p-adjusted = p adjusted for all the words compared (Benjamini and Hochberg 1995)
about-ttr = Types per token
about-sttr = Mean ratio of consecutive pieces of 100 words (Johnson 1944)
about-mattr = Mean ratio of all windows of 100 words (Covington and McFall 2010)
about-mtld = Measure of textual lexical diversity (McCarthy and Jarvis 2010)
about-sentence-length = Words of running text per sentence
about-density = Share of words that carry content
spread-title = “{ $word }” story by story
spread-about = Per 10,000 words of each story; the line is the rate in all of them, { $overall }.
spread-about-joined = Each bar is some neighbouring stories together, per 10,000 words; the line is the rate in all of them, { $overall }. The data below the chart is story by story.
spread-story = { $story }: { $n } of { $size ->
    [one] { $size } word
   *[other] { $size } words
}, { $rate } per 10,000
formula-collocates-note = O is how often the two occur together within the span, f(n) and f(c) how often the node and the collocate occur in the scope. R is the number of positions in all windows of the node, C of windows that contain the collocate, P of all pairs of positions within the span. logDice after Rychlý (2008), MI after Church and Hanks (1990), expected counts after Evert (2008).
formula-phrases-note = f is how often these words follow each other without punctuation between them, N the number of words in the scope. Occurrences may overlap.
formula-terms-note = Occurrences are counted with terms as units. |a| is the number of words of the term, f(a) its frequency, t(a) its frequency inside longer candidates and c(a) the number of those candidates (Frantzi, Ananiadou and Mima 2000); NPMI is how strongly its two parts are associated, −1 to 1 (Bouma 2009). Both are counted over all stories.
formula-names-note = f counts the name in all its forms, where the model found it; the same characters are not counted where it did not. The places are those of all forms.
formula-measures-note = N is the number of words (tokens), V of different words (types), V₁ of those that occur once, S of sentences. STTR is the mean ratio of pieces of 100 words (Johnson 1944), MATTR of all windows of 100 words (Covington and McFall 2010), MTLD the mean length of pieces whose ratio stays above 0.72, read both ways (McCarthy and Jarvis 2010). A text too short for a measure has none.
formula-tfidf-note = f is how often the word occurs in this story, n the number of stories loaded, d the number that have the word (Manning, Raghavan and Schütze 2008, section 6.2). Stop words and words of one character are left out.
formula-textrank-note = Words less than five places apart are joined; S is the score of a word, g the number of words it is joined to (Mihalcea and Tarau 2004). Candidates are nouns, names, verbal nouns, adjectives, idioms and abbreviations.

## Phrases
phrases-title = Phrases
phrases-kind = List
phrases-maximal = Repeated phrases
phrases-ngrams = N-grams
phrases-least-words = Words at least
phrases-shortest = Words from
phrases-longest = to
phrases-summary = { $scope }: { $tokens ->
    [one] { $tokens } token
   *[other] { $tokens } tokens
}, { $total ->
    [one] { $total } repeated phrase
   *[other] { $total } repeated phrases
} that any further word would make rarer. { $listed } listed.
phrases-summary-ngrams = { $scope }: { $tokens ->
    [one] { $tokens } token
   *[other] { $tokens } tokens
}, { $total ->
    [one] { $total } n-gram
   *[other] { $total } n-grams
}; { $listed } listed.
phrases-empty = No phrase meets these conditions. Lower the minimum or the number of words.

## Terms
terms-title = Terms
terms-lead = Adjacent words that are counted as one term when terms are the units, and why.
terms-summary = { $scope }: { $types ->
    [one] { $types } term
   *[other] { $types } terms
}; { $listed } listed.
terms-empty = No words are joined into a term here. Widen the scope or clear the filter.
terms-none-characters = If every character counts by itself there are no terms. Choose another way to find words.
names-title = Names
names-lead = Persons, places and organisations that the stories name, as a model finds them: some are missed, some are wrong. Within a story short forms, and a surname with a title, count as the fullest form.
names-summary = { $scope }: { $types ->
    [one] { $types } name
   *[other] { $types } names
}; { $listed } listed.
names-empty = No names fit. Widen the scope or clear the filter.
term-reader = your dictionary
term-list = list of terms
term-date = date
term-quantity = quantity
term-ordinal = ordinal
term-organisation = organisation
term-office = office
term-title = title before a name
term-quoted = in quotes
term-statistics = statistics

## Measures of stories
measures-title = Story measures
measures-summary = { $scope }: { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}, { $tokens ->
    [one] { $tokens } token
   *[other] { $tokens } tokens
}. – marks a story too short for a measure.
measures-read = Read with word boundaries

## Keywords of one story
keywords-title = Keywords of one story
keywords-method = Method
keywords-summary-tfidf = { $story }: { $total ->
    [one] { $total } word
   *[other] { $total } words
} that are frequent here and occur in few of the { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}.
keywords-summary-textrank = { $story }: { $total ->
    [one] { $total } word
   *[other] { $total } words
}, by how well they are joined to other words of the story.
keywords-empty = No word of this story can be a keyword: a word in every story has no weight, and stop words are left out. Choose another story or method.

## Keyness in a plot, and one's own list
measure-odds-ratio = Odds ratio
measure-simple-maths = Simple maths
plot-title = Keywords: frequency against effect
plot-about = Above the middle the target has more, below it the reference. Strongest words first: { $shown } of { $listed } drawn.
plot-frequency = Frequency in both
plot-effect = Log Ratio
plot-dot = { $word }: { $a } in the target, { $b } in the reference; Log Ratio { $effect }, score { $score }
reference-title = My frequency list ({ $n ->
    [one] { $n } line
   *[other] { $n } lines
})
reference-lead = One word per line, then a tab and its frequency; or a word list saved here as TSV or by AntConc 4. The list stays in this browser.
reference-paste = Paste a list
reference-example =
    的{"\u0009"}5120
    天氣{"\u0009"}812
reference-file = or choose a file
reference-forget = Forget the list
reference-none = There is no list yet. Paste one above, or choose another reference.
notice-list-unkept = The list is in use until this page is closed; the browser did not keep it.

## Concordance in detail
node-help = How to write a node
node-example-word = 天氣
node-example-phrase = 天氣 預報
node-example-wildcard = 天*
node-example-regex = /第[一二三]次?/
node-example-tag = {"["}tag=nr]
node-example-mixed = {"["}tag=a*] 天氣
node-help-word = a word as printed
node-help-phrase = words one after the other
node-help-wildcard = one word; * is any text, ? one character
node-help-regex = one word that matches a regular expression
node-help-tag = a word of this part of speech; [tag=n*] takes all nouns
node-help-mixed = mixed: an adjective before 天氣
concordance-levels = Sort by
concordance-level = Level { $n }
concordance-group = Keep stories together
concordance-context = Context
concordance-unit = in
concordance-near = Only places with “{ $word }” within { $left ->
    [one] { $left } word
   *[other] { $left } words
} left and { $right } right.
concordance-near-all = All places
concordance-name = Only places where “{ $word }” is a name ({ $kind }), with its other forms in the same story.
concordance-name-drop = Look for the characters only
concordance-plain = Plain text
concordance-plain-about = Finds the characters across words and within; * is any text, ? any one character, /…/ a regular expression.
concordance-across = Over paragraph ends
concordance-sample = Random rows
concordance-sample-another = Draw others
concordance-show = Show
concordance-lines = Rows
concordance-plot = Plot
concordance-clusters = Clusters
concordance-tick = Tick this row
concordance-take-out = Take out { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
concordance-keep-only = Keep only { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
concordance-bring-back = Bring back { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
concordance-corpus = { $n ->
    [one] The story found as a corpus
   *[other] The { $n } stories found as a corpus
}
concordance-inside = These characters are no word here, but occur in these:
concordance-inside-plain = Find them in the plain text

## Collocates
collocates-title = Collocates
collocates-left = Span left
collocates-right = right
collocates-minimum = Together at least
collocates-second = Second scope
collocates-beside = Compare with a second scope
collocates-alone = One scope only
collocates-together = Both together
collocates-observed = O = { $o } ({ $places })
collocates-summary = { $scope }: “{ $node }” occurs { $n ->
    [one] once
   *[other] { $n } times
}, near { $types ->
    [one] { $types } different word
   *[other] { $types } different words
}; { $listed } listed.
collocates-empty-node = Give a word, and the words near it are listed here. The key / goes to the field.
collocates-no-node = The node does not occur in this scope. Try a shorter word or a wider scope, or check under Read how the text is segmented.
collocates-empty = No word occurs near the node that often. Lower the minimum or widen the span.
network-title = Words near “{ $node }”: { $scope }
network-about = The { $n } strongest by logDice: the nearer, the stronger; the thicker the line, the more often together.
network-about-of = { $scope }: { $about }
network-tie = { $word }: { $n ->
    [one] { $n } time
   *[other] { $n } times
} together, logDice { $logDice }

## To take along
take-along = Method and citation
methods-title = Method, for a paper
cite-title = Citation of this view
cite-author = Author of your corpus
cite-corpus-title = Its title
cite-address = Lasting address (such as a DOI; optional)
cite-own-about = With a title, your corpus is cited too. The address of this view knows your texts but does not hold them: it opens where the same texts are. To cite them for long, put the session file in a repository and give its address here.
methods-space = {" "}
methods-between = ;{" "}
methods-made = Counts were made with Duìdú { $version } (build { $build }). Words were found in the mode “{ $mode }”, with { $terms } as units.
methods-model = The model's word lists have { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} (SHA-256 { $sha256 }).
methods-dictionary = The dictionary is jieba's (SHA-256 { $sha256 }).
methods-settings = Settings: { $settings }.
methods-words = Punctuation and white space are not counted; corrections in the user dictionary are applied.
methods-word-list = Word list of { $scope }: { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}, { $tokens ->
    [one] { $tokens } token
   *[other] { $tokens } tokens
}, { $types ->
    [one] { $types } type
   *[other] { $types } types
}. Dispersion is Gries' DP (2008) and Juilland's D over the stories.
methods-keyness = Keyness of { $target } ({ $a ->
    [one] { $a } token
   *[other] { $a } tokens
}) against { $reference } ({ $b ->
    [one] { $b } token
   *[other] { $b } tokens
}), { $types ->
    [one] { $types } word
   *[other] { $types } words
} compared, ranked by { $measure }; with G² (Dunning 1993), Log Ratio (Hardie 2014) and p adjusted after Benjamini and Hochberg (1995).
methods-concordance = Concordance of “{ $node }” in { $scope }: { $n ->
    [one] { $n } place
   *[other] { $n } places
} in { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}.
methods-collocates = Collocates of “{ $node }” ({ $n ->
    [one] { $n } occurrence
   *[other] { $n } occurrences
}) in { $scope } ({ $tokens ->
    [one] { $tokens } token
   *[other] { $tokens } tokens
}), span { $left ->
    [one] { $left } word
   *[other] { $left } words
} left and { $right } right within a story; logDice (Rychlý 2008), MI (Church and Hanks 1990), t and G².
methods-ngrams = N-grams of { $min } to { $max } words in { $scope } ({ $tokens ->
    [one] { $tokens } token
   *[other] { $tokens } tokens
}): { $total }. They do not run across punctuation.
methods-phrases = Maximal repeated phrases of { $min } words or more in { $scope } ({ $tokens ->
    [one] { $tokens } token
   *[other] { $tokens } tokens
}): { $total }. They do not run across punctuation.
methods-tfidf = Keywords of { $story } by TF-IDF against { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
} (Manning, Raghavan and Schütze 2008), on folded text, without stop words.
methods-textrank = Keywords of { $story } by TextRank (Mihalcea and Tarau 2004), on folded text, without stop words.
methods-measures = Measures of { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
} ({ $scope }): STTR and MATTR over 100 words, MTLD with a factor of 0.72 (McCarthy and Jarvis 2010).
methods-terms = Terms of { $scope }: { $types }. They are joined by rule, list and C-value (Frantzi, Ananiadou and Mima 2000).
methods-names = Names of persons, places and organisations of { $scope }: { $types }. They are found by the model of the app; the forms of one name in a story count together.
methods-minimum = minimum { $n }
methods-fold = writings of one word count as one
methods-fold-regional = words of several regions for one thing count as one
methods-name-forms = a name in all its forms
methods-stop-ours = stop words of the app left out
methods-stop-own = { $n ->
    [one] { $n } stop word
   *[other] { $n } stop words
} left out
methods-pattern = pattern { $text }
methods-node = only those with “{ $text }”
methods-tag = part of speech { $text }
methods-length = { $least } to { $most } characters
methods-context-characters = context of { $n ->
    [one] { $n } character
   *[other] { $n } characters
} on each side
methods-context-words = context of { $n ->
    [one] { $n } word
   *[other] { $n } words
} on each side

## Further methods
about-log-dice-term = logDice
about-log-dice = How typical a collocate is of a node: twice the times they occur together within the span, over the frequency of both. It does not depend on the size of the corpus (Rychlý 2008).
about-mi-term = MI and t
about-mi = MI is the number of doublings by which two words occur together more often than by chance; t is (O − E) ÷ √O and asks for evidence (Church and Hanks 1990, Evert 2008). The span counts words and stays inside a story.
about-phrases-term = Repeated phrases
about-phrases = Repeated sequences of words that any further word on either side would make rarer; those that occur only inside a longer one are left out.
about-tfidf-term = TF-IDF
about-measures-term = Story measures
## The reader's own texts
texts-title = Your own texts
texts-lead = Add pages or stories of your own. Encodings are detected, lines cut by columns are joined and pages are split into stories; then they are counted and compared like all others. They are stored only in this browser and never leave this computer.
texts-empty = You have no texts here yet. Drop files anywhere on this page, choose files or paste a text above. Imported texts can be checked and corrected block by block.
texts-drop-here = Drop to add to your texts
texts-unreached = The texts you added before cannot be reached now, which does not mean there are none; see the note at the top. What you add now is in the memory of this page alone.
texts-list = Your texts
texts-filter = Search names, headlines and facts
texts-none-found = No text has that in its name or facts.
texts-unkept = The browser did not store this ({ $detail }); it is lost when this page is closed. Save a session file, or allow this site to store data.
intake-label = Add texts
intake-drop = Drop files or a folder here
intake-files = Choose files
intake-folder = Choose a folder
intake-formats = .txt  .md  .html  .docx  .csv  .tsv  .jsonl  .json (of CollateX, passim)  .pdf (with a text layer), and .zip files of these; at most 200 MB per file.
intake-paste = Paste a text
paste-text = Text
paste-add = Add
field-headline = Headline (may stay empty)
field-paper = Paper
field-date = Date
field-series = Series
notice-text-removed = The text was removed.
notice-all-cleared = Everything was cleared.
notice-not-cleared = What this page held is cleared, but this browser may still keep something ({ $detail }). Close the other windows of this site and clear again, or delete this site's data in the browser's settings.
notice-cleared-elsewhere = Another window cleared everything, and this page with it.
notice-storage-back = The browser's storage works again; all that is here is kept.
notice-session-undone = The session file was taken back: { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
}, { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} and { $settings ->
    [one] { $settings } setting
   *[other] { $settings } settings
} went.
notice-session-undone-partly = The session file was taken back: { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
}, { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} and { $settings ->
    [one] { $settings } setting
   *[other] { $settings } settings
} went; { $changed } that were changed since stay.
import-label = Import
import-running = Adding
import-stopping = Stopping; what was confirmed stays
import-stopped = Stopped; what was confirmed was kept
import-done = Done
import-cleared = Everything was cleared meanwhile, so the import was stopped; add the files again if you need them
import-counts = { $whole ->
    [0] Files: { $done } of { $files };{" "}
   *[other] {""}
}{ $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
}, { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}{ $failures ->
    [0] {""}
   *[other] , { $failures } failed
}
import-pasted = The pasted text was added
import-gone = What came in was removed since.
import-cut = { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}{ $left ->
    [0] {""}
    [one] ; { $left } line left out as page furniture
   *[other] ; { $left } lines left out as page furniture
}
import-compare = Compare the two
import-similarity = How alike they are
import-witnesses = Side by side in one table
import-twins = Here already
import-twin-same = is the same as
import-twin-near = has { $percent }% of its text in common with
import-twin-remove = Remove the new one
import-twin-remove-named = Remove the new “{ $name }”
import-cautions = To look at
import-line-of = { $page }, line { $line }
import-more-places = And { $n } more; the texts name them.
import-pages = { $n ->
    [one] How the text was split
   *[other] How each of { $n } texts was split
}
import-more-pages = And { $n } more, in the list below.
caution-no-headline = { $n ->
    [one] { $n } story without a headline
   *[other] { $n } stories without a headline
}
caution-short-headline = { $n ->
    [one] { $n } headline of a few characters, which may be a label
   *[other] { $n } headlines of a few characters, which may be labels
}
caution-headline-after = { $n ->
    [one] { $n } headline taken from below its story
   *[other] { $n } headlines taken from below their stories
}
caution-boundary = { $n ->
    [one] { $n } place where another story may begin
   *[other] { $n } places where another story may begin
}
caution-rivalled = { $n ->
    [one] { $n } web page of which another part may be the text
   *[other] { $n } web pages of which another part may be the text
}
caution-encoding = { $n ->
    [one] { $n } doubt about the encoding
   *[other] { $n } doubts about the encoding
}
caution-damage = { $n ->
    [one] { $n } part that could not be read for certain
   *[other] { $n } parts that could not be read for certain
}
caution-table = { $n ->
    [one] { $n } row or quotation of a table that does not fit
   *[other] { $n } rows or quotations of tables that do not fit
}
caution-no-source = { $n ->
    [one] { $n } story without paper and date
   *[other] { $n } stories without paper and date
}
caution-no-paper = { $n ->
    [one] { $n } story without a paper
   *[other] { $n } stories without a paper
}
caution-no-date = { $n ->
    [one] { $n } story without a date
   *[other] { $n } stories without a date
}
import-look = See how it was split
import-failures = Files that could not be added: { $n }
keep-label = Storage
keep-persisted = { $texts ->
    [one] { $texts } text is
   *[other] { $texts } texts are
} kept in this browser; { $megabytes } MB are in use. The browser promised to keep them.
keep-best-effort = { $texts ->
    [one] { $texts } text is
   *[other] { $texts } texts are
} kept in this browser; { $megabytes } MB are in use. When the disk is full the browser may delete them: save a session file of what matters.
keep-unknown = { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
}. The browser does not say whether it keeps them: save a session file of what matters.
keep-memory = { $texts ->
    [one] { $texts } text, which is not kept in this browser
   *[other] { $texts } texts, not all of which are kept in this browser
}; see the note at the top. Save a session file.
storage-unreached = The texts and entries that this browser kept before cannot be reached now ({ $detail }), which does not mean there are none. What you change is in the memory of this page alone and lost when it is closed: save a session file of what matters.
storage-away = The browser's storage cannot be used now ({ $detail }). What you see is still in the memory of this page, which tries again by itself: save a session file, and do not close or reload this page.
storage-failing = The browser could not keep { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
} and { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} ({ $detail }). They are still in the memory of this page, which tries again by itself: save a session file, and do not close or reload this page.
storage-found = The browser's storage is open now and holds { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
} of yours and { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}, which are not loaded yet. Words and counts change when they are.
storage-emptied = The browser lost what it kept. { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
} and { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} are still in the memory of this page and can be kept again: save a session file first, and do not close or reload this page.
storage-deleted = The data that this site kept in this browser were deleted. { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
} and { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} are still in the memory of this page; if you did not mean to delete them, keep them again.
storage-try-again = Try again
storage-load = Load them
storage-write-again = Keep them again
unkept = { $why ->
    [full] its storage is full
    [late] its storage is not open yet
    [silent] its storage does not answer
    [newer] a later version of this page has taken over its storage; reload the page
    [closed] the browser closed its storage
    [emptied] its storage was emptied
    [unreadable] what it keeps cannot be read and was left as it is: { $said }
   *[refused] the browser refuses: { $said }
}
list-separator = {", "}
session-export = Save a session file
page-export = Save page and texts as one file
session-import = Open a session file
session-label = What came of the session file
session-opened = The session file was opened; nothing that was here was replaced
session-undo = Take this import back
session-texts = Texts: { $added } added{ $beside ->
    [0] {""}
   *[other] {" "}({ $beside } of them with a text that is here under another name, with other data or edits; both are here now)
}{ $already ->
    [0] {""}
   *[other] , { $already } were here already
}
session-beside = Texts that are here twice
session-beside-pair = { $added } was added beside { $here }
session-entries = Dictionary: { $added ->
    [one] { $added } entry
   *[other] { $added } entries
} added{ $already ->
    [0] {""}
   *[other] , { $already } were here already
}{ $conflicts ->
    [0] {""}
   *[other] , { $conflicts } differ from those here (yours hold)
}{ $homeless ->
    [0] {""}
   *[other] , { $homeless } are about texts that the file lacks and were left out
}
session-conflicts = What the file says otherwise
session-take-entries = Take what the file says
session-settings = Settings taken up: { $names }
session-lists-stay = Differ from yours, which stay: { $names }
session-take-list = Take the file's { $name }
session-settings-refused = Settings that are unknown or unusable and were left out: { $names }
session-view = Open the comparison it was saved with
setting-language = language
setting-theme = colours
setting-reference = list of frequencies
setting-stop-words = stop words
setting-corpora = corpora
setting-columns = columns of tables
setting-own-corpus = author and title of the corpus
setting-charts = place of charts
clear-everything = Clear everything
clear-title = Clear everything?
clear-lead = This is deleted from this browser and cannot be brought back:
clear-texts = { $n ->
    [one] { $n } text of yours and its corrections
   *[other] { $n } texts of yours and their corrections
}
clear-dictionary = your dictionary
clear-settings = the choice of language and colours, your list of frequencies and your stop words
clear-export-first = Save a session file first
clear-action = Clear
bulk-all = Choose all that are listed
bulk-tick = Choose “{ $name }”
bulk-chosen = { $n ->
    [one] { $n } text chosen
   *[other] { $n } texts chosen
}
bulk-mixed = (they differ)
bulk-none = Choose none
bulk-pattern = From the names of files
bulk-pattern-about = Fields in braces: date, paper, series; n is skipped; any other name becomes a tag. With / also folders.
bulk-fill = Fill in
bulk-filled = Filled in for { $n }; { $left } stay as they were, because their names do not fit or have no calendar day.
failure-name-pattern = Write the pattern as the names are, with fields in braces and a character between two fields, such as {"{"}date{"}"}_{"{"}paper{"}"}_{"{"}n{"}"}.
failure-nothing-fits = No name of these files fits the pattern, so nothing was changed. Write it as the names are, without the ending.
failure-no-name-column = No column of the table is named id or file, so its lines name no text, and nothing was changed. Its columns: { $found }.
bulk-tag = Tag
bulk-tag-value = Its value
bulk-tag-about = Such as author and a name; without a value the tag is removed. Scopes can be chosen by tag.
facts-import = Fill in from CSV
facts-import-about = The first line names the columns: file or id says which text, headline, paper, date and series are what they say, and any other column becomes a tag. Empty cells change nothing.
facts-filled = { $n ->
    [one] The table filled in one text.
   *[other] The table filled in { $n } texts.
}
facts-unused = { $n ->
    [one] One line was not used, and its text stays as it was:
   *[other] { $n } lines were not used, and their texts stay as they were:
}
facts-line = Line { $line }, “{ $text }”: { $problem }
facts-lines-more = { $n ->
    [one] One more line.
   *[other] { $n } more lines.
}
facts-no-text = no text has this name or id
facts-several = several texts have this name; write it with its folder, or add a column id
facts-twice = an earlier line is about the same text
facts-no-date = this is no date; write it as 2025-01-22
bulk-done = { $n ->
    [one] { $n } text changed
   *[other] { $n } texts changed
}
remove-title = Remove this text?
remove-text = “{ $name }” with its { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
} and corrections is deleted and cannot be brought back. The file itself stays where it is.
column-name = Name
column-format = Format
column-encoding = Encoding
column-characters = Characters
column-stories = Stories
column-warnings = Notes
column-state = State
format-text = Plain text
format-csv = Table
text-wrapped = lines joined
text-edited = corrected
text-remove-named = Remove “{ $name }”
encoding-change = Change the encoding of “{ $name }”
encoding-unsure = not sure
encoding-title = Encoding
encoding-lead = Choose the one that reads well. The text is split anew; Undo brings back corrections by hand.
encoding-replaced = { $n ->
    [0] all can be read
    [one] { $n } character cannot be read
   *[other] { $n } characters cannot be read
}
encoding-use = Use this encoding
encoding-choose = change
text-back = Your texts
text-facts = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}, { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
}, { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}
text-unwrap = Join lines
unwrap-detect = Where columns cut them
unwrap-always = Always
unwrap-never = Never
text-split = Stories
split-stories = Split into stories
split-whole = One story
text-recut = Discard corrections and split again
line-original = As it was: 
facts-of-name = Paper, date or series taken from the file’s name
text-warnings = { $n ->
    [one] { $n } note
   *[other] { $n } notes
} on what was joined, left out or is in doubt
text-sides = Shown
text-before = Original
text-after = Split into stories
text-keys = ↑ ↓ from block to block · s split here · j join with the story above · Alt+↑ ↓ move · x leave out or put back · Enter rewrite a heading
more-before = Show what comes before
more-lines = Show more (lines left: { $n })
more-words = Show more (words left: { $n })
more-blocks = Show more (blocks left: { $n })
draft-story = Story { $n }
draft-left-out = Page furniture only; not part of the corpus.
story-metadata = Source
caution-mark-no-headline = no headline
caution-mark-short-headline = headline? Only a few characters
caution-mark-headline-after = headline? It was below the story
caution-mark-boundary = another story?
caution-mark-rivalled = main text? Another part of the page may be it
caution-mark-encoding = encoding?
caution-mark-damage = not read for certain
caution-mark-table = table row?
caution-mark-no-source = no paper, no date
caution-mark-no-paper = no paper
caution-mark-no-date = no date
fold-lines = { $n ->
    [one] { $n } line left out:
   *[other] { $n } lines left out:
}
left-out-search = { $n ->
    [one] Search the { $n } line left out
   *[other] Search the { $n } lines left out
}
left-out-found = { $n ->
    [0] Nothing left out contains that.
    [one] Found once
   *[other] Found { $n } times
}
block-lines = Lines
block-tools = Correct this block
block-set-kind = This block is
block-split = Split here
block-join = Join with the story above
block-up = Up
block-down = Down
block-drop = Leave out
block-restore = Put back
block-write = Rewrite
block-move-to = Move to another story…
file-empty = The file is empty. Choose another.
file-frames = This web page has no text of its own: it shows other pages in frames. Open them and save each by itself: { $addresses }
file-binary = This is not text but binary data. Give a .txt, .md, .html, .docx, .csv, .jsonl, .pdf or .zip file.
file-too-large = The file has { $megabytes } MB; the limit is { $limit } MB. Split it.
file-crashed = The analysis program stopped at this file because of a fault in Duìdú, so it was left out{ $detail ->
    [none] {""}
   *[other] {" "}({ $detail })
}. Save it as plain text and add it again, and please report it.
file-left-out = The import ended before this file. Add it again.
file-no-room = It has { $megabytes } MB, and the memory of this page has room for { $room } MB of text. Take out texts that you no longer need, or split it, and add it again.
file-unpacks = Unpacked it has more than { $limit } MB, or two hundred times its size. Unpack it yourself and add the texts in it.
file-too-many = The archive lists { $files } files; the limit is { $limit }. Pack them into several archives.
file-overlapping = Files in the archive overlap, so that it would unpack to far more than it contains. Pack the files again, or unpack it yourself and add the texts in it.
file-same-names = Of several files of one name in the archive only the last was read. Give them different names and pack them again.
file-nested = Archives inside archives are opened up to { $limit } levels deep. Unpack it yourself and add the texts in it.
file-broken = The file cannot be read{ $detail ->
    [none] {""}
   *[other] {" "}({ $detail })
}. Save it again and add it once more.
file-no-witness = The file speaks of witnesses of a collation, but none can be read{ $detail ->
    [none] .
   *[other]  ({ $detail }).
} CollateX’s form is a list “witnesses”, each with an “id” and its “content” or “tokens”.
file-no-column = No column contains a text ({ $found }). Name the column of the text “text”.
file-no-layer = This PDF has pictures but no text layer. Run text recognition (OCR) on it first.
file-pdf-inside = A PDF inside an archive cannot be read there. Unpack it yourself and add the PDF.
file-encrypted = This PDF asks for a password. Save it without one and add it again.
file-pdf-unavailable = The part of this page that reads PDFs cannot be loaded. Save the PDF as text, or reload the page and add it again.
file-unknown = .{ $extension } files are not read. Save it as .txt, .docx, .html or .pdf.

# Several stories, and how a comparison is laid out.
tab-witnesses = Several
tab-report = Editorial report
compare-layout = Layout
layout-columns = columns
layout-rows = by sentence
layout-flow = one text
layout-heat = heat map
layout-table = aligned table
layout-wire = wire copy
layout-edition = apparatus
heat-share = Share of this sentence that is found in the other story
flow-moved = Moved: sentence { $n } of B
apparatus-more = Show more ({ $n } left)
reuse-open = Measure text reuse: runs found in both, with and without set phrases
reuse-close = Close
reuse-run = Least run, in characters
reuse-all = Reused
reuse-discounted = Set phrases discounted
reuse-a-in-b = A found in B
reuse-b-in-a = B found in A
about-reuse = Characters are counted in runs of at least this length that occur in both, punctuation aside. A run that also occurs in g groups of unrelated stories is a set phrase: each of its characters counts 1 ÷ (1 + g).
finding-identical = { $a } and { $b } have the same text word for word, { $total ->
    [one] { $total } sentence
   *[other] { $total } sentences
}.
finding-other-language = The two are in different languages; no sentence of one can be aligned with one of the other. Choose stories in one language, or compare their words by keyness.
finding-other-script = One is in Traditional script and the other in Simplified; what that alone changes is listed under variants, which can be ignored below.
set-base = base
set-make-base = make base
set-make-base-of = Make “{ $title }” the base
set-remove = remove
set-remove-of = Remove “{ $title }”
set-add-action = Add
set-add = Add a story
witnesses-title = Several stories
witnesses-table = Aligned sentences
witnesses-row = Row
witnesses-same = as { $sigil }
witnesses-again = again: row { $n }
about-wire = The text that several papers share, in the wording of most of them, is taken for the wire copy; where they are evenly divided the base's words are shown, with dots below. A full frame: taken over unchanged; a broken one: edited, with the edits below the line. Tinted: one paper alone.
wire-empty = These stories have no sentence in common, so there is no wire copy to infer.
wire-of-story = of the story is wire copy
wire-of-wire = of the wire copy is in it
wire-unsure = The papers are evenly divided here; the base's words are shown
wire-has = { $paper }, sentence { $number }: taken over
wire-edited = { $paper }, sentence { $number }: { $n ->
    [one] 1 edit
   *[other] { $n } edits
}
about-edition = The text is that of { $sigil }. Next to it are the readings: before the bracket the base's words, after it those of the others with their sigla.
edition-again = again: sentence { $n }
wire-again = again: line { $n }
edition-added = not in the base; in
edition-lacks = whole sentence lacking in
edition-moved = moved in
edition-lemma = ]
edition-after = + after:
edition-before-all = + at the beginning:
edition-omits = om.
downloads = Download
report-length = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}
report-summary = Passages aligned: { $aligned }, of them identical: { $identical }; { $forth }% of { $a } is found in { $b }, { $back }% of { $b } in { $a }.
report-order = Order
report-no-order = No sentences match, so there is no order to compare.
report-reuse = Text reuse
report-copied = In runs of { $run } characters or more, { $forth }% of { $a } is found in { $b } ({ $forthDiscounted }% with set phrases discounted), and { $back }% of { $b } in { $a } ({ $backDiscounted }%).
report-none-favoured = Once the shared text is subtracted, too little is left for any word to be listed.
report-residue = { $own ->
    [one] { $own } word
   *[other] { $own } words
} left, against { $others } elsewhere
report-colophon = Duìdú { $version }, { $day }. Every item links to its passage.
tab-compare = Two stories
tab-similarity = Similarity
tab-dots = Dot plot
tab-sources = Sources
field-run = Least run, in characters
similarity-title = Similarity
similarity-lead = How much of each story is found in each other one, in runs of characters without a break. The stronger a square’s colour, the more of the story of its row is found in the story of its column. Choose a square to see both side by side.
similarity-summary = { $scope }: { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}, { $pairs ->
    [one] { $pairs } pair that shares a passage
   *[other] { $pairs } pairs that share a passage
}
similarity-large = These are { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}. Squares are drawn for up to { $most }; for more, the closest pairs and the groups on one event are listed, and that may take a minute. To see squares, choose fewer stories above.
similarity-offer = Compare the { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
} of { $scope }
similarity-groups = Groups on one event
similarity-group = { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}
similarity-groups-more = { $groups ->
    [one] And one more group.
   *[other] And { $groups } more groups.
}
similarity-pairs = Closest pairs
similarity-empty = No two of these stories share a run of this length. Choose a shorter run or more stories.
similarity-chart = Similarity matrix
similarity-chart-about = Rows and columns are the stories, page by page. The five shades, from faint to strong: less than 5% of the story in the row, 5% or more, 15%, 40% and 75% or more.
similarity-cell = { $share }% of “{ $a }” is found in “{ $b }”
similarity-first = Story A
similarity-second = Story B
similarity-both = Of both, %
similarity-a-in-b = A in B, %
similarity-b-in-a = B in A, %
similarity-discounted = No set phrases, %
similarity-pages = Pages
similarity-one-page = One page
similarity-two-pages = Two pages
about-similarity-both = Share of the characters of both stories together that is found in the other one, formulae discounted. Pairs of two pages come first, as stories of one page quote each other.
about-similarity-a-in-b = Share of the characters of story A that is found in story B in runs of at least the length chosen.
about-similarity-b-in-a = Share of the characters of story B that is found in story A.
about-similarity-discounted = A in B, where a run that also occurs in g unrelated groups of stories counts 1 ÷ (1 + g): set phrases are not copying.
dots-title = Dot plot
dots-lead = Every run of characters that both stories have is a stroke: a copy is a long diagonal, a moved passage lies off that diagonal, a set phrase is a short stroke anywhere.
dots-across = Across
dots-down = Downward
dots-summary = { $shown } of { $found } shared runs of at least { $min } characters
dots-empty = The two stories share no run of this length. Choose a shorter one.
dots-chart = Dot plot of two stories
dots-chart-about = The first story runs to the right, the second downward, in characters. Choose a stroke to see both side by side.
dots-run = “{ $text }”, { $letters ->
    [one] { $letters } character
   *[other] { $letters } characters
}
dots-text = Passage
dots-letters = Characters
sources-title = Where each sentence comes from
sources-lead = For each sentence of a story, where most of it occurs in the other stories. Choose a source to see both stories side by side.
sources-story = Story
sources-scope = Look in
sources-summary = { $share }% of its characters are found elsewhere; { $stories ->
    [one] { $stories } story shares
   *[other] { $stories } stories share
} something with it ({ $scope })
sources-empty = This story has no running text.
sources-ranked = Stories with most of it
sources-of = { $share }%, { $sentences ->
    [one] 1 sentence
   *[other] { $sentences } sentences
 }
sources-number = No.
sources-sentence = Sentence
sources-share = Share, %
sources-paper = Found in
sources-source = Source
sources-none = Nowhere else
about-sources-share = Share of the characters of the sentence that is found in the source in runs of at least the length chosen.

## Effects of differences
filter-effects = Effect (only one)
filter-all-effects = Show all again
effect-fact-meaning = Only facts: values, dates, names, places, whether something is so
effect-voice-meaning = Only voice: who says it and how, quotation, reservation, obligation
effect-wording-meaning = Only wording: other words for the same
effect-form-meaning = Only form: another writing of the same
subject-value = value
subject-label = number of a name
subject-name = name
subject-title = title
subject-negation = negation
subject-opposite = opposite
subject-attribution = attribution
subject-quotation = quotation marks
subject-hedge = reservation
subject-modality = modality
value-same = same value
value-precision = more or less precise
value-other = another value
value-changed = another value ({ $change }%)
apparatus-passages = Whole sentences
finding-facts = The two { $kind ->
    [papers] papers
   *[texts] texts
 } differ in [fact|{ $n } { $n ->
    [one] fact
   *[other] facts
 }]: {""}
finding-facts-end = . {""}
finding-facts-more = , and { $n } more. {""}
finding-effect = [{ $effect }|{ $n } of { $name }]
finding-no-facts = No fact differs between the sentences they share; the differences are { $parts }.
finding-other-effects = The other differences: { $parts }.
related-tag = same thing: sentence { $numbers }
related-about = Reports the same thing as this sentence of the other story, in other words, which are not compared
finding-related = [related|{ $n ->
    [one] One more sentence
   *[other] { $n } more sentences
 }] { $n ->
    [one] reports
   *[other] report
 } the same thing as the other story in other words, which are not compared.
finding-no-wording = { $a } and { $b } share no wording.

## The sheet of facts
tab-facts = Facts
facts-title = Facts side by side
facts-kinds = Kind of facts (only one)
facts-all-kinds = Show all again
facts-empty = These stories have no numbers, dates, names or quotations that could be laid side by side.
facts-none-of-kind = There are no facts of this kind.
facts-differing = Stories disagree
facts-values = Numbers and dates
facts-sayings = Quotations and sources
facts-names = People, organisations and places
fact-number = Number
fact-date = Date or time
fact-person = Person
fact-organisation = Organisation
fact-place = Place
fact-quotation = Quotation
fact-source = Source
facts-lacks = Not in this story
facts-differ = Differ: { $values }
facts-differ-by-issue = The same word, but in papers of different days
facts-of-issue = (paper of { $day })
facts-by-issue = { " " }(papers of different days)
facts-same = The same
facts-other-writing = The same, written otherwise
facts-other-words = Similar words, perhaps the same statement
facts-other-name = The same, named otherwise
facts-alone = Only in { $story }
facts-more = Show more ({ $n } left)
facts-finding = { $stories } stories differ in { $n } { $n ->
    [one] fact
   *[other] facts
 }: {""}
facts-finding-none = No fact was found in which the { $stories } stories differ. {""}
facts-finding-rest = { $same } { $same ->
    [one] fact is
   *[other] facts are
 } the same in several, { $alone } { $alone ->
    [one] is
   *[other] are
 } in one only.
facts-about = Facts are matched by their units and the words around them, so that wording may differ. Each cell leads to its place in the story.
report-facts = Numbers, dates, names, quotations and sources side by side, those on which stories disagree first.
report-facts-open = Open the facts

## Events
papers-no-event = No stories on the same event were found.
papers-too-many = There are too many stories to look for events among all of them. Choose some under Similarity.
papers-more-events = Show more events ({ $n } left)
papers-twice = { $a } and { $b } are one text that was added twice.
papers-version = { $a } and { $b } are largely one text; one may be another version of the other.

share = Share
share-link = Link to this view
share-copy-link = Copy the link
share-language = The link opens in { $language }
share-plain = The link opens this view. Its texts come with every copy of the page.
share-with-texts = The link has your texts in it ({ $characters } characters), so whoever gets it can read them. They are in the part of the address that no server sees, and come in only when the receiver agrees.
share-too-long = These texts have { $characters } characters, and a link takes at most { $most }. Send the web page instead: it has both texts in it.
share-no-address = This page is a file, which has no address that others could open. Send the file itself, or the web page.
share-file = Save as a web page
share-print = Print or save as PDF
share-copy-text = Copy as text
share-copy-footnote = Copy as a footnote
share-source = Duìdú { $version }, { $day }{ $has-address ->
    [0] {""}
   *[other] , { $address }
 }
footnote-story = “{ $title }{ $has-paper ->
    [0] { $has-date ->
        [0] .”
       *[other] ,” { $date }
     }
   *[other] ,” { $paper }{ $has-date ->
        [0] {""}
       *[other] , { $date }
     }
 }
footnote = { $stories } Compared with { $source }.
paper-against = { $a } and { $b } compared
received-title = { $n ->
    [one] This link brings a text
   *[other] This link brings { $n } texts
 }
received-how = { $n ->
    [one] It is
   *[other] They are
 } in the link itself, as sent to you{ $entries ->
    [0] {""}
    [one] , with one entry of the sender's dictionary
   *[other] , with { $entries } entries of the sender's dictionary
 }. If you take { $n ->
    [one] it
   *[other] them
 } in, the comparison opens; { $n ->
    [one] it stays
   *[other] they stay
 } in this browser, among Your texts, and nothing that is here changes. All of it can be taken back in one step.
received-take = Take in and open
received-leave = Leave it
received-length = { $characters ->
    [one] one character
   *[other] { $characters } characters
 }
failure-link-cut = The link was cut off on its way, so the texts in it are not whole. Copy all of it, to its very end, or ask the sender for the web page or the session file instead.
failure-link-new = The link was made by a newer version of Duìdú. Reload this page to get it, then open the link again.
failure-link-long = The link is longer than any that Duìdú makes. Ask the sender for the web page or the session file instead.
failure-link-broken = The texts in the link were damaged on its way. Ask the sender for the link again, or for the web page or the session file.
