### The words of the page in Chinese, as written in Hong Kong. `[name|…]` becomes a link.

## Navigation
nav-views = 檢視
nav-corpus = 語料庫
view-papers = 報頁
view-read = 閱讀
view-compare = 比對
view-words = 詞頻
view-keyness = 關鍵性
view-concordance = 索引
view-dictionary = 自訂詞典
view-texts = 自備文本
view-about = 說明
skip-link = 跳至正文
lookup-word = 查一個詞
corpus-choose-b = 選一篇與甲篇比對
unit-characters = 字
counted-characters = 字
counted-stories = 篇
counted-notes = 項提示
list-own = 自備文本
list-no-paper = 報名不詳
list-examples = 示例
list-more-groups = 另有 { $n } 組
list-more-stories = 另有 { $n } 篇
list-comma = 、
list-semicolon = ；
sentence-stop = 。
word-space = {""}
named = { $name }：{ $what }
quoted = 「{ $text }」

## Settings
settings-language = 語言
settings-theme = 色調
theme-auto = 自動
theme-light = 淺色
theme-dark = 深色

## Keys
keys-title = 鍵盤
keys-views = 報頁、閱讀、比對、詞頻、關鍵性、索引、自訂詞典、自備文本
keys-search = 到搜尋欄
keys-next = 下一處差異
keys-previous = 上一處差異
keys-rows = 在列表內逐行、在圖內逐點移動
keys-words = 在文章內逐詞移動，查該詞的出處
keys-select = 選取幾個詞
keys-correct = 改正該詞或所選文字的斷詞；比對時改判該處差異
keys-undo = 復原上一次改正；在自備文本內即復原該份的改動
keys-list = 這份清單
keys-close = 關閉

## Actions
action-cancel = 取消
action-retry = 再試一次
action-reload = 重新載入本頁
offline-newer = 有新版本可用。
offline-reload = 重新載入
action-close = 關閉
action-compare = 比對
action-words = 詞頻
action-look-up = 查找
action-undo = 復原
action-redo = 重做
action-export = 匯出
action-clear = 全部移除
action-all-rows = 顯示全部 { $n } 行

## What is under way
stage-model = 正在取得斷詞模型
stage-dictionary = 正在取得詞典
stage-lexicon = 正在建立詞典
stage-texts = 正在讀取自備文本
stage-import = 正在匯入文本
stage-cutting = 正在為長文本分篇
stage-stories = 正在為文章斷詞
stage-matrix = 正在把文章兩兩比較
stage-bytes = { $done }／{ $total } MB
stage-entries = { $done }／{ $total } 條
stage-count = { $done }／{ $total } 篇
stage-texts-count = { $done }／{ $total } 份
waiting-engine = 正在準備，馬上就好。
waiting-answer = 正在計算……

## Notices
notice-dismiss = 知道了
notice-copied = 已複製。
notice-not-copied = 瀏覽器不允許複製。請選取文字後自行複製。
notice-saved = 已存成檔案，請看瀏覽器的下載資料夾。
notice-not-saved = 瀏覽器不准儲存檔案，請檢查下載設定後再試。
notice-page-not-saved = 未能把本頁存成一個檔案：有些程式檔案讀不到。請檢查網絡；若有新版本，請先重新載入本頁再試。
notice-little-room = 這些檔案可能佔用 { $needed } MB，而瀏覽器只為本網站剩下 { $free } MB。未能保存的文本在關閉本頁後便會失去；請儲存工作檔案以作保留。
notice-little-memory = 這批檔案共 { $given } MB，而本頁的記憶體只容得下 { $room } MB 文字。容不下的會略去並逐一列出；如要加入，請先移除不再需要的文本。
notice-memory-fills = 自備文本已用去本頁大部分的記憶體，還容得下 { $room } MB 文字。請移除不再需要的文本；對全部文本計算可能超出記憶體，縮小範圍則不會。
notice-unkept-lost = 分析程式重新啟動後，有一項這個瀏覽器沒有保存的更改未能重做（{ $detail }）。請查看自備文本和自訂詞典，把缺少的重新加入。
notice-sandboxed = 本頁放在受限制的框架（sandbox）內，不能保存任何東西：你加入的文本和設定，關閉本頁便會消失。請匯出工作檔，或直接開啟本頁的網址。
notice-texts-lost = 這個瀏覽器內存的部分自備文本未能讀取（{ $detail }）；原有資料原封不動。請重新載入本頁；若另一個視窗的版本較新，請先更新本頁。
notice-unkept = 更改現已生效，但瀏覽器沒有存下（{ $detail }），關閉本頁便會失去。請容許本網站儲存資料，或立即匯出詞典。
notice-corrected = 已改正：{ $tokens } 個詞次的斷法改變。
notice-effect-moved = 已改判；比對、報告與匯出的檔案都照此計算。
notice-effect-found = 已還原為原判。
notice-undone = 已復原。
notice-redone = 已重做。
notice-removed = 已移除這一條。
notice-cleared = 已移除全部詞條。
notice-regional-saved = 已儲存這一組用語，計算與比對隨即依照。
notice-regional-removed = 已從用語表移除這一組。
notice-regional-cleared = 用語表已還原。
notice-switched-on = 已啟用這一條。
notice-switched-off = 已停用這一條。
notice-imported = 已加入 { $added } 條。
notice-not-text = 這個檔案不是 UTF-8 文字。請另存為 UTF-8 後再選。

## Failures: each says what to do
failure-cancelled = 已取消。
failure-unknown-story = 這裏沒有「{ $id }」這一篇。請在「報頁」或上方的清單另選一篇。
failure-empty-scope = 所選範圍內沒有一個詞。請改選載有文章的報章、報頁或篇目。
failure-same-stories = 標的與參照是同一批文章，沒有分別可言。請改選參照。
failure-file-changed = 檔案 { $address }（{ $bytes } 個位元組）不是本頁所用的那一個，斷詞和詞頻會因此出錯，所以沒有開始分析。請重新載入本頁；若仍然如此，請網站管理員重新上載整個資料夾。
failure-empty-node = 未有輸入要查的詞。請在上方輸入一個詞。
failure-punctuation = 「{ $item }」是標點，不計入詞數。請輸入詞語。
failure-regex = /{ $item }/ 不是正規表達式（英文說明：{ $reason }）。請在上方修正。
failure-regex-large = /{ $item }/ 過大。請減少或縮短重複次數。
failure-date = 「{ $given }」不是日期。請寫成 YYYY-MM-DD。
failure-dates-backward = { $to } 早於 { $from }。請對調兩個日期。
failure-list-empty = 詞表是空的。請每行寫一個詞、一個定位符和詞頻。
failure-list-columns = 詞表第 { $line } 行不是「詞、定位符、詞頻」。
failure-list-frequency = 詞表第 { $line } 行：詞頻須為 1 或以上的整數。
failure-list-twice = 詞表第 { $line } 行的詞前面已出現。請把兩個詞頻相加。
failure-list-large = 詞表由第 { $line } 行起，詞頻總和超過 4,294,967,295。
failure-span = 跨距較寬一側須為 1 至 { $widest } 個詞；另一側可為 0。
failure-ngram-length = N 連詞的長度為 1 至 { $longest } 個詞，先寫較短的。
failure-one-story = TF-IDF 要把文章與其他文章比較，現時只載入了一篇。請加入文章，或改用 TextRank。
failure-story-count = 請選 2 至 { $most } 篇文章，每篇一次。
failure-too-much-text = 這 { $stories } 篇文章共 { $wan } 萬字；所有文章互相比對，最多 { $wan-limit } 萬字。請選擇較少的文章，例如一份報章、一個版面或某幾日。
failure-unknown-entry = 自訂詞典已沒有「{ $word }」這一條，可能在另一個視窗刪去了。
failure-unknown-text = 已沒有「{ $id }」這份文本，可能在另一個視窗移除了。
failure-text-changed = 這份文本剛在別處改動過，畫面已更新。請看清楚再做一次。
failure-nothing-to-split = 這一段已是一篇的開頭。請在後面的段落分篇。
failure-nothing-before = 第一篇之前沒有文章可以併入。
failure-empty-block = 一段不能沒有文字；要略去請按「略去」。
failure-no-bytes = 這份文本沒有留下原來的位元組，不能改用別的編碼。請重新加入檔案。
failure-session = 這個檔案不是對讀的工作檔。請選「匯出工作檔」所得的檔案。
failure-session-new = 工作檔的版本是 { $version }，本頁只讀到 { $known }。請重新載入本頁以取得新版。
failure-nothing-to-undo = 自訂詞典沒有可復原或重做的更改。
failure-broken-model = 斷詞模型的檔案已損壞，或版本不同。請重新載入本頁；若仍然如此，請網站管理員重新上載整個資料夾。
failure-no-margins = 只有準確模式知道每個詞有多大把握，請改用準確模式。
failure-no-model = 這項功能要用斷詞模型，而模型尚未載入。請重新載入本頁再試。
failure-no-dictionary = 這項功能要用 jieba 詞典，而詞典尚未載入。請重新載入本頁再試。
failure-broken-dictionary = 詞典檔第 { $line } 行不是「詞 頻 詞性」，未能斷詞。請重新載入本頁；若仍然如此，請網站管理員重新上載詞典檔。
failure-load = 分析程式未能載入{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。請檢查網絡後重新載入本頁；若仍然如此，伺服器上的檔案可能不齊全，請網站管理員重新上載整個資料夾。
failure-file = 未能取得檔案 { $address }{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。請檢查網絡後重新載入本頁。
failure-version = 本頁的版本（{ $page }）與分析程式的版本（{ $worker }）不同，多半是瀏覽器留着舊檔。請清除瀏覽器的暫存檔案，再重新載入本頁。
failure-timed-out = 分析程式 { $seconds } 秒內沒有回應。請重新載入本頁。
failure-wrong-answer = 分析程式答了另一個問題。請重新載入本頁。
failure-file-stalled = 檔案 { $address } 有 { $seconds } 秒沒有傳來任何內容。請檢查網絡後重新載入本頁。
failure-crashed = 分析程式在這個問題上出錯而停止，這是對讀的程式錯誤{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。其他功能可繼續使用；請把所問的內容告知開發者。
failure-lost = 分析程式在這個問題上停了兩次，多半是記憶體不足{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。請縮小範圍，或關閉其他分頁後再試。
failure-silent = 分析程式兩次超過 { $seconds } 秒毫無動靜。請縮小範圍再試，或重新載入本頁。

## First screen
rail-invitation = 貼上兩篇，或把檔案拖到任何地方
start-title = 兩篇並讀
start-question = 兩份報紙怎樣寫同一件事？
start-lead = 貼上兩篇，馬上看到各自寫了甚麼、漏了甚麼、哪些數字和引語不同。文字只在這部電腦上處理，不會送出。
start-box-a = 甲篇
start-box-b = 乙篇
start-paste-a = 在這裏貼上第一篇（Ctrl+V），或拖入檔案、整個資料夾
start-paste-b = 貼上第二篇
start-file = 選擇檔案
start-file-a = 為甲篇選擇檔案
start-file-b = 為乙篇選擇檔案
start-known = 報章、日期（會自動辨認）
start-held = { $stories ->
    [1] { $characters } 字
   *[other] { $stories } 篇，共 { $characters } 字
}
start-other = 換另一篇
start-other-than = 不用《{ $title }》，換另一篇
start-go = 並讀
start-by-itself = 兩篇都有了，比對會自動打開。
start-next-a = 請再貼上甲篇。
start-next-b = 請再貼上乙篇：在任何地方按 Ctrl+V 都可以。
start-ready = 兩篇都有了。
start-adding = 正在讀入兩篇……
start-lacks-a = 甲篇還是空的：請貼上文字，或者拖入、選擇檔案。
start-lacks-b = 乙篇還是空的：請貼上文字，或者拖入、選擇檔案。
start-no-text = 其中一篇沒有可以比對的文字。
start-several = 這些文字不止兩篇：請選出要比對的兩篇，或選一件幾篇都寫到的事。
start-own = 自備文本
start-example = 示例：{ $a }與{ $b }，{ $date }
start-open-example = 打開這個比對
start-pages = 整版報紙、一個資料夾
start-pages-about = 自動接回斷行、分成各篇，找出哪些寫同一件事
start-facts-about = 數字、日期、人物、引語，每報一欄，逐格可查
start-counts = 詞頻、關鍵性、索引
start-counts-about = 每個數字都可點開：算式、出處、引用格式
## Unknown addresses
page-unknown = 找不到這一頁
not-found = 網址「{ $address }」之下沒有內容，可能是抄漏了字，或來自另一個版本。
missing-title = 這個連結所指的文本不在這個瀏覽器裏（{ $n } 篇）
missing-unnamed = 未有標題的文本
missing-why = 那是別人在另一個瀏覽器加入的。自備文本只存於加入它的瀏覽器：連結只寫明是哪一篇，不帶全文，這裏也不會拿別的文本頂替。
missing-how = 請向傳連結的人索取工作檔（自備文本→「匯出工作檔」），在此打開；或者自行加入同一文本，連結便會自動打開。
missing-add = 加入文本
link-edited = 這一頁有文本在連結製成之後修訂過，位置和數目或與傳送者所見不同。
not-found-papers = 往報頁，由全部文章選起

## Stories and scopes
story-untitled = （標題佚）{ $opening }
story-length = { $characters } 字，{ $words } 詞
story-text-label = 文章全文：按左右鍵逐詞移動，按 Enter 查該詞的出處
picker-story = 文章
picker-scope = 範圍
picker-search = 搜尋
picker-choose = 選定
picker-how = 尚未選定：按 Enter 選定這一篇，按 Esc 返回。
picker-narrow-label = 以標題、報名或日期收窄清單
picker-narrow = 輸入標題、報名或日期（{ $shown }／{ $found } 篇）
picker-none = （請選一篇）
scope-all = 全部文章
scope-rest = 其餘全部文章
scope-stories = { $n } 篇文章
scope-headlines = 標題
scope-bodies = 正文
scope-group-whole = 整體
scope-group-papers = 報章
scope-group-pages = 報頁
scope-group-stories = 文章

## Parts of a page
block-headline = 標題
block-kicker = 引題
block-deck = 副題
block-byline = 署名
block-subhead = 小標題
block-paragraph = 正文
block-pull-quote = 摘句
block-caption = 圖說
block-note = 編者按
block-furniture = 版面雜項

## Pages
papers-title = 報頁
papers-lead = 已載入的報頁與文章。兩報同日刊出同一件事，可以並排細看，哪些字句照錄、哪些改動、哪些刪去。
papers-same-event = 同一事件
papers-compare = 並排比對
papers-counts = { $stories } 篇，{ $characters } 字，{ $words } 詞
papers-page-words = 本版詞頻
papers-add = 加入自己的文本
papers-correct = 檢視及修正分篇
papers-more = 顯示更多報頁（另有 { $n } 頁）

## Read
read-marks = 標示
read-plain = 原文
read-boundaries = 詞界
read-tags = 詞界與詞性
read-doubts = 存疑的詞
read-doubts-about = 本篇有 { $n } 個詞的差距少於 { $below }：另一種斷法的得分相近。下列各詞之後為另一種斷法，以及模型得分的差距。
read-names = 專名
read-names-about = 以底線標示人物（實線）、地點（點線）和機構（雙線），並在旁列出
read-names-none = 這篇沒有找到專名。
read-frequency-range = 若存疑之處改取另一種斷法，詞次介乎 { $least } 與 { $most } 之間。
read-aside = 本篇的詞
read-hint = 點選文中任何一個詞，可看它在各篇的出處。
read-places = { $n } 次，見於 { $stories } 篇。
read-all-places = 逐條索引
read-top-words = 常見詞
read-elsewhere = 由本篇出發
read-compare = 與另一篇並排比對
read-words = 本篇詞頻表
read-keyness = 本篇對其餘各篇的關鍵詞
read-keywords = 本篇關鍵詞（TF-IDF、TextRank）

read-mended = 由報頁到本文
warning-joined = 第 { $line } 行：被分欄切斷的段落已接回。
warning-dropped = 第 { $line } 行：不屬任何一篇，已略去。
warning-kicker = 第 { $line } 行：混入正文的引題已取出。
warning-replaced = 自第 { $line } 行起有位元組在此編碼中無意義，以 � 代替。
warning-control = 自第 { $line } 行起有控制字元或不可見字元，已取走。
warning-mixed = 自第 { $line } 行起有文字用了另一種編碼，已按該編碼讀取。
warning-unsure = 編碼只屬推測：另一種編碼也幾乎同樣可能。
warning-markup = 第 { $line } 行：標記損壞，可能缺少文字。
warning-notes = 文中提到的腳註或尾註在檔案中找不到內容。
warning-frame = 網頁正文以外的選單等已列為版面雜項。
warning-rivalled = 第 { $line } 行：網頁正文由此開始；網頁另一部分也幾乎同樣像正文。
warning-unwrapped = 第 { $line } 行：由此起，被分欄切斷的各行已接回。
warning-headline-after = 第 { $line } 行：排在正文之後的標題已移到正文之前。
warning-no-headline = 第 { $line } 行：由此開始的一篇找不到標題。
warning-uncertain = 第 { $line } 行：未能確定此處是否另一篇的開始。
warning-unread-page = PDF 有一頁沒有文字，或未能完整讀取。
warning-unplaced = 第 { $line } 行：在版面上沒有位置的文字，已放到該頁末尾。
warning-overprint = 第 { $line } 行：同一處重疊印了兩次的文字只讀一次。
warning-gloss = 第 { $line } 行：字旁的注音小字已略去。
warning-form = 有部首符號、直排標點或其他字形代替外形相同的文字，已換回一般文字。
warning-row = 這一行的欄數與表頭不同，請檢查內文止於何處。
warning-letters = 自第 { $line } 行起有逐字隔開的文字，字間的空格已取走。
warning-quote = 表格中有引號沒有成對，已當作文字讀取。

## Parts of speech
read-legend = 詞性（parts of speech）
tag-nr = 人名
tag-ns = 地名
tag-nt = 機構名
tag-nz = 其他專名
tag-n = 名詞
tag-t = 時間詞
tag-s = 處所詞
tag-f = 方位詞
tag-m = 數詞
tag-q = 量詞
tag-b = 區別詞
tag-a = 形容詞
tag-z = 狀態詞
tag-v = 動詞
tag-vn = 名動、名形詞
tag-d = 副詞
tag-r = 代詞
tag-p = 介詞
tag-c = 連詞
tag-u = 助詞
tag-i = 成語
tag-l = 習用語
tag-j = 簡稱
tag-g = 語素
tag-affix = 前後綴
tag-particle = 語氣、感嘆、擬聲詞
tag-eng = 外文
tag-x = 詞典未載

## Compare
compare-pair = 正在比對：《{ $a }》與《{ $b }》。
compare-title = 比對（collation）
compare-length = { $characters } 字，{ $sentences } 句
compare-fold = 略去
compare-fold-variants = 異體字
compare-fold-punctuation = 標點
compare-swap = 左右對調
compare-keyness = 兩篇關鍵詞
side-a = 甲篇
side-b = 乙篇
side-paper = 《{ $paper }》
sentence-number = 第 { $n } 句，對應另一篇第 { $partners } 句
only-tag = 只見於{ $name }
flow-same = ＝ 乙篇第 { $n } 句
filter-only = 只看一類
filter-only-title = 按一類即只看這一類，再按則全部顯示
filter-marks = 差異類別
mark-variant = 異體字
mark-punctuation = 標點
mark-number = 數字
mark-wording = 換詞
mark-addition = 增加
mark-omission = 刪去
mark-moved = 移位
mark-only = 獨有
mark-sign-variant = 異
mark-sign-punctuation = 標
mark-sign-number = 數
mark-sign-wording = 換
mark-sign-addition = 增
mark-sign-omission = 刪
mark-sign-moved = ⇄
mark-sign-only = 獨
walk-label = 逐處細看
walk-next = 下一處
mover-label = 這處差異屬哪一類
mover-counts-as = 屬
mover-found = 原判「{ $effect }」
walk-previous = 上一處
walk-announce = 第 { $n } 處，共 { $total } 處：{ $what }
overview-label = 甲篇文字有 { $aInB }% 見於乙篇，乙篇文字有 { $bInA }% 見於甲篇。
finding-one-release = 兩報同日所刊，大體是同一篇文字。
finding-paired = { $a }{ $total } 句之中，[paired|{ $paired } 句]見於{ $b }，[same|{ $same } 句]逐字相同。
finding-no-differences = 對應的句子之間沒有差異。
finding-only-a = 只見於{ $a }的有 [only-a|{ $onlyA } 句]。
finding-only-b = 只見於{ $b }的有 [only-b|{ $onlyB } 句]。
finding-only-both = 只見於{ $a }的有 [only-a|{ $onlyA } 句]，只見於{ $b }的有 [only-b|{ $onlyB } 句]。
finding-none = { $a }與{ $b }之間找不到相對應的句子。可比較兩篇的關鍵詞。
finding-empty = 其中一篇沒有正文可供比對。請另選一篇。
apparatus-title = 校勘記（apparatus）
apparatus-kind = 類別
apparatus-sentence = 句
apparatus-lacks = 無此字句
apparatus-empty = 所選類別之內沒有差異。

## Tables
table-more-columns = 右方還有欄位 →
chart-goes-on = 圖比畫面寬，可左右捲動 ↔
table-sort = 排序
table-columns = 欄目
column-of-side = { $column }（{ $side }）
chart-place = 圖表
chart-above = 圖在表上
chart-beside = 圖在表旁
chart-below = 圖在表下
table-cuts = 數值篩選
table-cuts-now = 數值篩選：{ $cuts }
table-cuts-about = 不計正負號；留空即不限。匯出的檔案與所列相同。
proof-title = 數字的由來
proof-places = 出處
proof-copy = 複製為腳註：
proof-formula = { $formula }，即{" "}
proof-step = { $name }：{ $formula }{ $filled }
proof-between = ；
proof-footnote = 「{ $word }」{ $steps }。{ $note }計算範圍：{ $basis }。對讀 { $version }。
column-rank = 序
column-word = 詞
column-frequency = 詞次
column-per-10k = 每萬詞
column-range = 篇數
column-dp = DP
column-juilland = D
column-frequency-a = 標的
column-per-10k-a = 每萬詞
column-frequency-b = 參照
column-per-10k-b = 每萬詞
column-story = 出處
column-left = 前文
column-node = 節點詞
column-right = 後文
field-minimum = 最少詞次
field-filter = 含有
words-title = 詞頻（word frequency）
words-summary = { $scope }：{ $stories } 篇，{ $tokens } 詞次（tokens），{ $types } 詞種（types）；列出 { $listed } 個。
words-empty = 沒有一個詞合乎條件。請減少最少詞次，或清除篩選。
formula-range = 出現的篇數 ÷ 全部篇數
formula-words-note = f 是詞次，N 是範圍內的總詞次（標點不計）。sᵢ 是第 i 篇佔全部詞次的比例，vᵢ 是該詞有多少出自第 i 篇；DP 為 0 即分布均勻，愈近 1 愈集中（Gries 2008）。V 是各篇相對頻率的變異係數，n 是篇數；Juilland 的 D 為 1 即均勻。

## Keyness
keyness-title = 關鍵性（keyness）
keyness-target = 標的語料
keyness-reference = 參照語料
keyness-measure = 排序
keyness-sign = 列出
keyness-both = 正負
keyness-positive = 正關鍵詞
keyness-negative = 負關鍵詞
keyness-summary = 標的 { $a } 詞次，參照 { $b } 詞次；列出 { $listed } 個詞。
keyness-empty = 兩邊沒有可比的詞。請換一個範圍，或減少最少詞次。
keyness-low-expected = 期望詞次少於 5，這個 p 值不可靠
keyness-low-expected-sign = 少
formula-expected = 期望詞次
formula-keyness-note = a、b 是標的與參照的詞次，N₁、N₂ 是各自的總詞次，O 是觀察值，E 是期望值，四格相加（Dunning 1993）。G² 達 3.84、6.63、10.83、15.13，分別相當於 p < .05、.01、.001、.0001。負號表示標的較少用。Log Ratio 加 1，用得多一倍；詞次為 0 者作 0.5 計（Hardie 2014）。

## Concordance
concordance-title = 索引（concordance）
concordance-sort = 排序
concordance-sort-text = 原文次序
concordance-sort-left = 前文
concordance-sort-right = 後文
concordance-empty-node = 輸入一個詞，這裏便列出它每一處的上下文（KWIC）。按 / 可到輸入欄。
concordance-none = 「{ $node }」不是{ $scope }之內的詞。可試短一點的詞，或在「閱讀」看該處如何斷詞。
concordance-summary = 「{ $node }」在{ $scope }出現 { $n } 次，見於 { $stories } 篇。

## About
about-title = 說明
about-lead = 對讀（Duìdú）把中文報章並排細讀：同一件事，各報照錄了甚麼，改動了甚麼，刪去了甚麼；並把詞逐個數清。
about-private = 一切都在這個瀏覽器內計算。文字不會離開這部電腦；指向自備文本的連結，只帶標題、報名和日期。載入之後，本頁只會向所在網站取自己的檔案：存起來供離線使用，以及查看有沒有新版本。
about-offline-kept = 這個瀏覽器已存有本頁的檔案，沒有網絡也能使用。
about-offline-newer = 新版本已存好，下次重新載入時啟用。
about-offline-refused = 這個瀏覽器沒有存起本頁的檔案，每次開啟都要連線。原因：{ $detail }
about-methods = 計算方法
about-references = 參考文獻
about-words = 斷詞（word segmentation）
about-licences = 授權
about-api-title = 程式介面
about-per-10k = 相對頻率：每一萬個詞之中出現多少次。標點與空白不計。
about-range = 在多少篇文章中出現。
about-dp = Gries 的離散度：各篇實際所佔比例與應佔比例之差，相加再折半。0 為均勻，1 為集中於一篇。
about-juilland = Juilland 的 D：V 為各篇相對頻率的變異係數，n 為篇數。1 為均勻。
about-g2-term = G²（對數概似比，log-likelihood）
about-g2 = 觀察與期望之別，四格計算，與 AntConc 4 相同。正號表示標的較多用，負號表示較少用。期望詞次少於 5 者另加標記。
about-log-ratio-term = Log Ratio（效果量，effect size）
about-log-ratio = 兩邊相對頻率之比的二進對數：1 即多一倍，2 即四倍。詞次為 0 者作 0.5 計。
about-alignment-term = 句子對應（alignment）
about-alignment = 先以實詞找出相近的句子，不論次序；再在每對句子之內逐詞比較，差異分為異體字、標點、數字、換詞、增、刪六類，另標移位。標題與圖說照列，不參與對應。
about-segmentation = 先把異體字與簡體字逐字折合成詞表所知的寫法，再由以斷好詞的句子訓練而成的模型找出最可能的詞；快速模式則用 jieba 及其詞典。畫面上的字始終是原文。
about-dictionary = 模型的詞表共 { $entries } 條，SHA-256：{ $sha256 }
about-licence-app = 對讀本身：MIT。
about-licence-model = 斷詞模型以 Universal Dependencies 的 Chinese-GSD、-PUD、-HK 訓練，詞表取自 rime-cantonese 與 jieba：CC BY-SA 4.0。
about-licence-jieba = jieba 詞典（fxsjy/jieba）：MIT。
about-licence-opencc = 字形對照表（OpenCC）：Apache 2.0。
about-licence-pdf = 讀取 PDF 的 pdf.js（Mozilla）：Apache 2.0。
about-licence-pages = 五個報頁的文字屬《大公報》與《香港文匯報》所有，僅作示例。
about-api = 在瀏覽器的主控台輸入 duidu 即可由程式查詢，例如 await duidu.compare("003-1", "004-1")。
about-version = 版本 { $version }，組建 { $build }

## Two segmenters on one text
segmenters-title = 斷詞對照
segmenters-about = 同一段文字以兩種方法斷詞，分歧之處上行為 A、下行為 B。
segmenters-own-text = 改用自己的文字
segmenters-text = 貼上文字（不會離開這部電腦）
segmenters-cut = 斷詞
segmenters-summary = A 得 { $a } 詞，B 得 { $b } 詞，兩者相同 { $both } 詞；一致程度（F1）{ $f1 }%。
segmenters-partings = 分歧
segmenters-place = 原文
segmenters-on-paper = A { $a } · B { $b }
segmenters-more = 另有 { $n } 種，見上文。
read-segmenters = 以兩種方法為本篇斷詞
mode-accurate = 準確
mode-fast = 快速（jieba）
mode-character = 逐字

## 詞或詞組
terms = 單位
terms-fine = 詞
terms-coarse = 詞組
about-terms = 以詞組為單位時，相鄰而成為一個詞組的詞當作一個單位計算和比對：日期、數量、機構和職銜按規則，名稱和固定說法按詞表，其餘由各篇報道自身的統計找出（C-value，Frantzi、Ananiadou 與 Mima 2000）。組合時不會切開任何詞，也不會跨越標點。

## Correcting words in place
correct-open = 改斷詞
correct-title = 改正此處的斷詞
correct-now = 現時：{ $words }
correct-gap = 在「{ $before }」與「{ $after }」之間斷開
correct-take-in = 連同「{ $word }」
correct-hint = 點兩字之間即在該處斷開；亦可連同旁邊的詞。
correct-nothing = 此處沒有詞。
correct-where = 範圍
correct-everywhere = 各處
correct-here = 只限此處
correct-kind = 作為
correct-kind-none = 一般詞
correct-strength = 強度
correct-accept = 確定
correct-look-up = 查索引
strength-forced = 強制
strength-recommended = 建議
effect-title = 影響
effect-none = 已載入的文章沒有改變。
effect-counts = { $stories } 篇之中有 { $tokens } 個詞次改斷；{ $words } 個詞的詞次、{ $ranks } 個詞的名次隨之改變。

## The dictionary
dictionary-title = 自訂詞典（user dictionary）
dictionary-lead = 你對斷詞的改正。所有計算與比對都依照它，並存於這個瀏覽器。在任何文章選取文字再按 e，即可加入。
dictionary-summary = 共 { $entries } 條，找到 { $found } 條。
dictionary-first = 只列出首 { $listed } 條，其餘請搜尋。
dictionary-empty = 詞典尚未有詞條。
dictionary-none = 沒有詞條含有這些字。請清除搜尋。
column-rule = 規則
column-tag = 詞性
column-kind = 類別
column-forms = 文中寫法
column-occurrences = 出現處
column-enabled = 啟用
rule-join = 合為一詞
rule-split = 拆開
rule-here = 只限 { $story }
rule-move = 差異改判為「{ $effect }」
rule-between = { $a } 對 { $b }
entry-word = 詞；要拆開處加 /
entry-add = 加入
entry-save = 儲存
entry-edit = 修改
entry-edit-word = 修改「{ $word }」
entry-remove = 移除
entry-remove-word = 移除「{ $word }」
entry-switch = 啟用「{ $word }」
entry-no-word = 沒有詞，或漢字旁有空格。
entry-punctuation = 只有標點；標點不能成詞。
entry-one-character = 只有一個字；詞條最少兩個字。
entry-too-long = 超過 64 個字。
entry-frequency = 詞之後既不是詞頻（大於 0 的整數），也不是詞性（例如 n、nr）。
entry-tag = 詞性要用拉丁字母，例如 n、nr。
entry-columns = 多於「詞 頻 詞性」三欄。
entry-parts = 各部分合起來不是該詞，或少於兩部分。
entry-place = 未能讀出這項改正的位置。
entry-reserved = 詞不可這樣開頭，這在檔案內另有用途。
entry-contradiction = 與前面一行說法不同；以這一行為準。
entry-regional-columns = 一組用語要有五欄，以定位符分隔：香港、台灣、內地、澳門、新加坡。
entry-regional-no-word = 有一欄沒有詞或只有標點，或 / 的一邊沒有詞。
entry-regional-same = 各地寫法相同，不必列入。
import-title = 匯入
import-lead = 每行一條：詞、頻、詞性，與 jieba 相同，後兩項可略。不寫頻是強制成詞，寫頻是建議。頻作 0 並寫出各部分（龔正在 0 龔正/在）即拆開。無論其他行如何，正確的行都會保留。
import-file = 檔案（.txt，UTF-8）
import-paste = 或貼上詞條
import-example = 龔正 nr
import-action = 匯入貼上的詞條
import-result = 加入 { $added } 條；{ $errors } 行未能照讀。
import-line = 第 { $line } 行：
import-more = 另有 { $n } 行。
tab-regional = 各地用語
regional-lead = 同一事物在各地的說法。比對時標為地區用語；計算時可連同各地用語合計。你的改動存於這個瀏覽器。
regional-hint = 至少填兩地，留空的跟隨鄰近地區。一地有多個說法，以 / 分隔。詞後加 ? 表示另有別義：比對時標出，但不合計。
regional-changed = 只列改動過的
regional-summary = 表中 { $sets } 組，改動過 { $changed } 組；列出 { $found } 組。
regional-none = 沒有這樣的一組。請清除搜尋，或在上面加入。
regional-restore = 恢復
regional-restore-set = 恢復「{ $word }」
regional-clear = 還原用語表
regional-import-lead = 每行一組，五欄以定位符分隔：香港、台灣、內地、澳門、新加坡（連馬來西亞），與匯出的檔案相同。未能照讀的行會逐一列出，其他行照樣加入。
regional-import-example = 的士	計程車	出租車	的士	德士

## How words are found
mode-label = 斷詞方式
mode-accurate-meaning = 用訓練好的模型，錯得最少
mode-fast-meaning = 用 jieba 及其詞典，與多數程式相同；首次使用時才取得詞典
mode-character-meaning = 不斷詞，逐字計算，也不用自訂詞典

# 編輯報告。
report-title = 編輯報告
report-side-by-side = 原文對照
report-made = 以「對讀」製作
report-stories = 文章
report-paper = 報章
report-date = 日期
report-headline = 標題
report-characters = 字數
report-frames = 標題、副題、圖說與署名
report-dateline = 電頭
report-measure = 項目
report-value = 數值
report-relation = 兩文關係
relation-shared = 有共同文字
relation-identical = 文字相同
relation-other-script = 部分文字相同，繁簡不同
relation-nothing-shared = 沒有共同的句子
relation-other-language = 沒有共同文字：兩文語言不同
relation-empty = 其中一篇沒有正文
report-reuse-forth = 前者見於後者的比例
report-reuse-back = 後者見於前者的比例
report-copied-forth = 前者成段沿用的比例
report-copied-back = 後者成段沿用的比例
report-discounted-forth = 前者沿用比例（扣除套語）
report-discounted-back = 後者沿用比例（扣除套語）
report-minimum-run = 最短連續字數
report-aligned = 對齊段落
report-identical = 其中完全相同
report-split = 拆開的句子
report-merged = 合併的句子
report-moved = 移位的段落
report-order-kept = 次序不變。
report-dropped = 只見於前文的句子
report-added = 只見於後文的句子
report-none = 無。
report-changes = 改動的用字
report-type = 類別
report-before = 前文
report-after = 後文
report-count = 次數
report-places = 位置
report-sentence = 句
report-script = 繁簡
report-regional = 地區用語
regional-words = 地區用語：{ $a } → { $b }
region-hong-kong = 香港
region-taiwan = 台灣
region-mainland = 內地
region-macau = 澳門
region-singapore = 新加坡
report-one-to-many = 一簡對多繁，疑為誤植
report-width = 全半形
report-effect = 影響
effect-fact = 事實
effect-voice = 語氣
effect-wording = 措辭
effect-form = 形式
report-favoured = 各報偏好的詞
report-favoured-note = 已扣除共同文字，以 G² 比較餘下部分。期望次數低於 5 者不列 p 值。
report-word = 詞
report-here = 本文
report-elsewhere = 其他各文
report-g2 = G²
report-log-ratio = Log Ratio
report-p = p
report-low-expected = 期望次數低於 5
## What stands together under one name
tab-words = 詞頻表
tab-phrases = 片語
tab-terms = 詞組
tab-names = 專名
tab-measures = 篇章數據
tab-keyness = 關鍵性
tab-keywords = 單篇關鍵詞
tab-concordance = 索引
tab-collocates = 搭配詞

## Fields of the tables
action-apply = 套用
action-copy = 複製
field-any = 不限
field-filter-hint = 天*、/第.+/
field-shortest = 字數由
field-longest = 至
field-fold = 合計
fold-auto = 繁簡並存時合計
fold-apart = 各種寫法分開
fold-variants = 異寫合計
fold-regional = 連同各地用語合計
fold-both-scripts = 繁簡寫法已合計。
fold-tell-apart = 分開計算
about-fold = 同一個詞的不同寫法（如臺灣、台灣）合併計算，各種寫法照原文列出。
stop-leave-out = 略去停用詞
stop-list = 停用詞表：{ $n } 個
stop-lead = 每行一個詞。表內的詞不列出，各項數字不變。
stop-changed = 與預設詞表不同：加入 { $added } 個，取出 { $kept } 個。改動記在網址之內。
stop-reset = 還原預設
stop-own = 用我的停用詞表
chart = 圖
chart-data = 圖的數據
unit-words = 詞

## Scopes in detail
scope-detail = 細選範圍
scope-parts = 部分
scope-whole = 全文
scope-days = 日期
scope-from = 由
scope-to = 至
scope-by-hand = 逐篇選取（已選 { $n } 篇）
scope-by-hand-only = 只計選取的文章，不理日期。
scope-by-hand-none = 全部不選
scope-list = 我的詞頻表
scope-named = 「{ $name }」（{ $n } 篇）
scope-folder = 資料夾 { $folder }
scope-any = （不限）
scope-conditions = 只限
scope-nothing-here = 這裏沒有{ $scope }的文章。請先加入這些文本，或另選範圍。
scope-group-corpora = 我的語料庫
scope-group-folders = 資料夾
scope-group-series = 系列
scope-group-tags = 標籤
by-hand-search = 搜尋標題、報名、日期、系列或檔名
by-hand-all = 全選找到的 { $n } 篇
by-hand-more = 還有 { $n } 篇：請輸入字詞尋找。
corpus-name = 語料庫名稱
corpus-keep = 存為語料庫
corpus-named = 語料庫已保存，凡選範圍之處都可選用。
corpus-no-name = 請先輸入名稱。
corpus-name-long = 名稱最多 60 字。
corpus-name-taken = 已有同名的語料庫。請改用另一名稱，或先在「自備文本」移除舊的。
corpus-no-story = 範圍內沒有文章，未有保存。請選多一些。
corpus-missing = （其中 { $n } 篇不在這裏）
corpus-remove-named = 移除語料庫「{ $name }」，文本保留
corpora-title = 語料庫
corpora-lead = 為一組文本命名，每個視圖都可一按選用：在清單中剔選，或在任何範圍細選。
corpora-by-folder = 每個資料夾各成一庫（{ $n }）
corpora-by-series = 每個系列各成一庫（{ $n }）
corpora-by-paper = 每份報章各成一庫（{ $n }）
corpora-named = 已保存 { $n } 個語料庫，凡選範圍之處都可選用。
corpora-named-but = 已保存 { $n } 個；另有 { $left } 個因名稱重複或過長而未存。

## Columns and proofs
column-id = 編號
column-tokens = 詞次
column-types = 詞種
column-hapaxes = 單現詞
column-sentences = 句數
column-sentence-length = 每句詞數
column-density = 實詞比例
column-words = 詞數
column-phrase = 片語
column-term = 詞組
column-source = 組合依據
column-collocate = 搭配詞
column-together = 共現
column-by-place = 位置分布
column-difference = 甲 − 乙
column-p-adjusted = p（BH）
about-by-place = 該詞在節點詞左右各位置出現的次數
about-p-adjusted = 就全部比較的詞校正的 p 值（Benjamini 與 Hochberg 1995）
about-ttr = 詞種與詞次之比
about-sttr = 每 100 詞一段的詞種比例，各段平均（Johnson 1944）
about-mattr = 每一個 100 詞窗口的詞種比例，逐窗平均（Covington 與 McFall 2010）
about-mtld = 文本詞彙多樣性（McCarthy 與 Jarvis 2010）
about-sentence-length = 正文每句的詞數
about-density = 實詞佔全部詞次的比例
spread-title = 「{ $word }」在各篇的分布
spread-about = 每篇每萬詞的次數；橫線是全部合計的 { $overall }。
spread-about-joined = 一條合計相鄰的幾篇，高低是每萬詞的次數；橫線是全部合計的 { $overall }。逐篇的數字在圖下的數據。
spread-story = { $story }：{ $size } 詞之中 { $n } 次，每萬詞 { $rate }
formula-collocates-note = O 是兩詞在跨距內共現的次數，f(n)、f(c) 是節點詞與搭配詞在範圍內的詞次。R 是節點詞所有窗口內的位置數，C 是搭配詞落入的窗口數，P 是跨距內所有成對位置。logDice 據 Rychlý（2008），MI 據 Church 與 Hanks（1990），期望值據 Evert（2008）。
formula-phrases-note = f 是這些詞相連出現（中間無標點）的次數，N 是範圍內的總詞次。各次可以重疊。
formula-terms-note = 出處以詞組為單位計算。|a| 是詞組的詞數，f(a) 是詞次，t(a) 是它在較長候選詞組之內的詞次，c(a) 是那些候選的數目（Frantzi、Ananiadou 與 Mima 2000）；NPMI 是兩部分結合的緊密程度，由 −1 至 1（Bouma 2009）。兩項都就全部文章計算。
formula-names-note = f 是該專名所有寫法的詞次，只計模型認出的；字面相同而未認出的不計。出處連同所有寫法。
formula-measures-note = N 是詞次（tokens），V 是詞種（types），V₁ 是只出現一次的詞，S 是句數。STTR 是每 100 詞一段的詞種比例平均（Johnson 1944），MATTR 是所有 100 詞窗口的平均（Covington 與 McFall 2010），MTLD 是詞種比例保持在 0.72 以上的段落的平均長度，順讀與倒讀平均（McCarthy 與 Jarvis 2010）。文章過短則沒有該項數值。
formula-tfidf-note = f 是該詞在本篇的詞次，n 是已載入的篇數，d 是含該詞的篇數（Manning、Raghavan 與 Schütze 2008，第 6.2 節）。停用詞與單字詞不計。
formula-textrank-note = 相距少於五個詞的兩個詞相連；S 是詞的得分，g 是與它相連的詞數（Mihalcea 與 Tarau 2004）。候選詞為名詞、專名、名動詞、形容詞、成語與簡稱。

## Phrases
phrases-title = 片語（phrases）
phrases-kind = 列出
phrases-maximal = 重複片語
phrases-ngrams = N 連詞
phrases-least-words = 最少詞數
phrases-shortest = 詞數由
phrases-longest = 至
phrases-summary = { $scope }：{ $tokens } 詞次，重複出現的片語 { $total } 個（兩端再加一詞便較少見）；列出 { $listed } 個。
phrases-summary-ngrams = { $scope }：{ $tokens } 詞次，N 連詞（n-grams）{ $total } 個；列出 { $listed } 個。
phrases-empty = 沒有片語合乎條件。請減少最少詞次或詞數。

## Terms
terms-title = 詞組（terms）
terms-lead = 以詞組為單位時，相鄰的詞合成哪些單位，以及合成的依據。
terms-summary = { $scope }：{ $types } 個詞組；列出 { $listed } 個。
terms-empty = 這裏沒有合成的詞組。請擴大範圍，或清除篩選。
terms-none-characters = 逐字計算時沒有詞組。請改用其他斷詞方式。
names-title = 專名（named entities）
names-lead = 各篇提到的人物、地點和機構，由模型找出，或有錯漏。同一篇之內，簡稱和「姓氏加職銜」計入最完整的寫法。
names-summary = { $scope }：{ $types } 個專名；列出 { $listed } 個。
names-empty = 沒有專名合乎條件。請擴大範圍，或清除篩選。
term-reader = 自訂詞典
term-list = 詞組表
term-date = 日期
term-quantity = 數量
term-ordinal = 序數
term-organisation = 機構
term-office = 職位
term-title = 人名前的職銜
term-quoted = 引號之內
term-statistics = 統計

## Measures of stories
measures-title = 篇章數據（story measures）
measures-summary = { $scope }：{ $stories } 篇，{ $tokens } 詞次。文章過短而沒有的數值作「–」。
measures-read = 連同詞界閱讀

## Keywords of one story
keywords-title = 單篇關鍵詞（keyword extraction）
keywords-method = 方法
keywords-summary-tfidf = { $story }：{ $total } 個詞，在本篇常見而在 { $stories } 篇之中少見。
keywords-summary-textrank = { $story }：{ $total } 個詞，按與篇內其他詞的聯繫排列。
keywords-empty = 本篇沒有可列的關鍵詞：篇篇都有的詞不計，停用詞不計。請另選文章或方法。

## Keyness in a plot, and one's own list
measure-odds-ratio = 勝算比
measure-simple-maths = Simple maths
plot-title = 關鍵詞：詞次與效果量
plot-about = 中線以上標的較多用，以下參照較多用。由最強起，{ $listed } 個之中畫出 { $shown } 個。
plot-frequency = 兩邊合計詞次
plot-effect = Log Ratio
plot-dot = { $word }：標的 { $a } 次，參照 { $b } 次；Log Ratio { $effect }，得分 { $score }
reference-title = 我的詞頻表（{ $n } 行）
reference-lead = 每行一個詞、一個定位符、詞頻；也可用這裏存為 TSV 或 AntConc 4 儲存的詞頻表。詞頻表只存於這個瀏覽器。
reference-paste = 貼上詞頻表
reference-example =
    的{"\u0009"}5120
    天氣{"\u0009"}812
reference-file = 或選檔案
reference-forget = 移除詞頻表
reference-none = 尚未有詞頻表。請在上方貼上，或改選其他參照。
notice-list-unkept = 這份詞表現已使用，但瀏覽器沒有存下，關閉本頁便會失去。

## Concordance in detail
node-help = 節點詞的寫法
node-example-word = 天氣
node-example-phrase = 天氣 預報
node-example-wildcard = 天*
node-example-regex = /第[一二三]次?/
node-example-tag = {"["}tag=nr]
node-example-mixed = {"["}tag=a*] 天氣
node-help-word = 一個詞，照原文
node-help-phrase = 幾個相連的詞
node-help-wildcard = 一個詞；* 代表任何文字，? 代表一個字
node-help-regex = 合乎正規表達式的一個詞
node-help-tag = 這個詞性的詞；[tag=n*] 為所有名詞
node-help-mixed = 混合：「天氣」前面的形容詞
concordance-levels = 排序依據
concordance-level = 第 { $n } 層
concordance-group = 按文章分組
concordance-context = 上下文
concordance-unit = 上下文按
concordance-near = 只列左 { $left } 詞、右 { $right } 詞之內有「{ $word }」的各處。
concordance-near-all = 列出全部
concordance-name = 只列「{ $word }」作為{ $kind }名稱的各處，連同同一篇內的其他寫法。
concordance-name-drop = 改為只找這些字
concordance-plain = 按字面
concordance-plain-about = 不理詞界，跨詞或詞內的字都找得到；* 代表任何文字，? 代表任何一字，/…/ 是正規表達式。
concordance-across = 跨段上下文
concordance-sample = 隨機抽取行數
concordance-sample-another = 另抽一批
concordance-show = 顯示
concordance-lines = 逐行
concordance-plot = 分布圖
concordance-clusters = 含此詞的詞串
concordance-tick = 勾選這一行
concordance-take-out = 剔除 { $n } 行
concordance-keep-only = 只留 { $n } 行
concordance-bring-back = 還原 { $n } 行
concordance-corpus = 把找到的 { $n } 篇存為語料庫
concordance-inside = 這裏沒有這個詞，但這些字見於：
concordance-inside-plain = 按字面搜尋

## Collocates
collocates-title = 搭配詞（collocates）
collocates-left = 跨距：左
collocates-right = 右
collocates-minimum = 最少共現
collocates-second = 第二範圍
collocates-beside = 並列另一範圍
collocates-alone = 只看一個範圍
collocates-together = 兩詞共現
collocates-observed = O = { $o }（{ $places }）
collocates-summary = 「{ $node }」在{ $scope }出現 { $n } 次，附近有 { $types } 個不同的詞；列出 { $listed } 個。
collocates-empty-node = 輸入一個詞，這裏便列出它附近的詞。按 / 可到輸入欄。
collocates-no-node = 節點詞不見於這個範圍。可試短一點的詞或較大的範圍，或在「閱讀」看該處如何斷詞。
collocates-empty = 沒有詞在附近出現這麼多次。請減少最少共現，或擴大跨距。
network-title = 「{ $node }」附近的詞：{ $scope }
network-about = 按 logDice 取最強的 { $n } 個：愈近愈強，線愈粗共現愈多。
network-about-of = { $scope }：{ $about }
network-tie = { $word }：共現 { $n } 次，logDice { $logDice }

## To take along
take-along = 方法與引用
methods-title = 方法（可用於論文）
cite-title = 引用本頁
cite-author = 自備語料的作者
cite-corpus-title = 題名
cite-address = 固定網址（DOI 等，可留空）
cite-own-about = 填了題名，引用便會列出語料。本頁網址只認得自備文本而不載全文：別人有同一批文本才打得開；要能長期引用，請把工作檔存放於資料典藏庫，並填上其網址。
methods-space = {""}
methods-between = ；
methods-made = 本文以對讀 { $version }（組建 { $build }）計算，斷詞方式為「{ $mode }」，以「{ $terms }」為單位。
methods-model = 斷詞模型的詞表共 { $entries } 條（SHA-256：{ $sha256 }）。
methods-dictionary = 詞典為 jieba 所附（SHA-256：{ $sha256 }）。
methods-settings = 設定：{ $settings }。
methods-words = 標點與空白不計；自訂詞典的改正均已生效。
methods-word-list = { $scope }的詞頻表：{ $stories } 篇，{ $tokens } 詞次，{ $types } 詞種。分布均勻度為各篇之間的 Gries DP（2008）與 Juilland D。
methods-keyness = { $target }（{ $a } 詞次）對{ $reference }（{ $b } 詞次）的關鍵性，比較 { $types } 個詞，按 { $measure } 排列；並列 G²（Dunning 1993）、Log Ratio（Hardie 2014）及按 Benjamini 與 Hochberg（1995）校正的 p 值。
methods-concordance = 「{ $node }」在{ $scope }的索引：{ $n } 處，見於 { $stories } 篇。
methods-collocates = 「{ $node }」（{ $n } 次）在{ $scope }（{ $tokens } 詞次）的搭配詞，跨距為同一篇內左 { $left } 詞、右 { $right } 詞；列 logDice（Rychlý 2008）、MI（Church 與 Hanks 1990）、t 與 G²。
methods-ngrams = { $scope }（{ $tokens } 詞次）內 { $min } 至 { $max } 詞的 N 連詞，共 { $total } 個，不跨越標點。
methods-phrases = { $scope }（{ $tokens } 詞次）內 { $min } 詞或以上的極大重複片語，共 { $total } 個，不跨越標點。
methods-tfidf = { $story }的關鍵詞，以 TF-IDF 對 { $stories } 篇計算（Manning、Raghavan 與 Schütze 2008），異寫合計，略去停用詞。
methods-textrank = { $story }的關鍵詞，以 TextRank 計算（Mihalcea 與 Tarau 2004），異寫合計，略去停用詞。
methods-measures = { $scope }之內 { $stories } 篇的數據：STTR 與 MATTR 以 100 詞為準，MTLD 的門檻為 0.72（McCarthy 與 Jarvis 2010）。
methods-terms = { $scope }的詞組，共 { $types } 個，按規則、詞表與 C-value（Frantzi、Ananiadou 與 Mima 2000）組成。
methods-names = { $scope }的專名，共 { $types } 個：人物、地點和機構，由隨附的模型找出，同一篇內的各種寫法合計。
methods-minimum = 最少 { $n } 次
methods-fold = 異寫合計
methods-fold-regional = 各地用語合計
methods-name-forms = 專名連同所有寫法
methods-stop-ours = 略去預設停用詞
methods-stop-own = 略去 { $n } 個停用詞
methods-pattern = 樣式 { $text }
methods-node = 只列含「{ $text }」的
methods-tag = 詞性 { $text }
methods-length = { $least } 至 { $most } 字
methods-context-characters = 上下文左右各 { $n } 字
methods-context-words = 上下文左右各 { $n } 詞

## Further methods
about-log-dice-term = logDice
about-log-dice = 搭配詞對節點詞的典型程度：跨距內共現次數的兩倍，除以兩詞詞次之和。不受語料大小影響（Rychlý 2008）。
about-mi-term = MI 與 t
about-mi = MI 表示兩詞共現比偶然多幾倍（以二為底的對數）；t 為 (O − E) ÷ √O，看證據是否充分（Church 與 Hanks 1990、Evert 2008）。跨距以詞計，不超出同一篇。
about-phrases-term = 重複片語
about-phrases = 重複出現、而兩端再加任何一詞便較少見的一串詞；只見於較長片語之內的不列。
about-tfidf-term = TF-IDF
about-measures-term = 篇章數據
## The reader's own texts
texts-title = 自備文本
texts-lead = 把自己的報頁或文章加進來：自動辨別編碼、接回被分欄切斷的行、分成各篇，然後與其他文章一同計算和比對。文字只存於這個瀏覽器，不會離開這部電腦。
texts-empty = 尚未有自備文本。把檔案拖到這一頁任何地方，或在上面選擇檔案、貼上文字。加入後可逐段檢查和修正。
texts-unreached = 先前存下的自備文本現時讀不到，不等於沒有；請看本頁上方的說明。現在加入的文本只在本頁的記憶體裏。
texts-drop-here = 放開即加入自備文本
texts-list = 自備文本清單
texts-filter = 搜尋檔名、標題與各欄
texts-none-found = 沒有文本含有這些字。
texts-unkept = 瀏覽器沒有存下（{ $detail }），關閉本頁便會失去。請匯出工作檔，或容許本網站儲存資料。
intake-label = 加入文本
intake-drop = 把檔案或資料夾拖到這裏
intake-files = 選擇檔案
intake-folder = 選擇資料夾
intake-formats = .txt　.md　.html　.docx　.csv　.tsv　.jsonl　.json（CollateX、passim）　.pdf（有文字層）以及載有這些檔案的 .zip；每個檔案上限 200 MB。
intake-paste = 貼上文字
paste-text = 文字
paste-add = 加入
field-headline = 標題（可留空）
field-paper = 報章
field-date = 日期
field-series = 系列
notice-text-removed = 已移除這份文本。
notice-all-cleared = 已清除一切。
notice-not-cleared = 本頁的內容已清除，但這個瀏覽器可能還存有資料（{ $detail }）。請關閉本網站的其他視窗再清除一次，或在瀏覽器的設定裏刪除本網站的資料。
notice-cleared-elsewhere = 另一個視窗已清除一切，本頁也隨之清空。
notice-storage-back = 瀏覽器的儲存已恢復，眼前的一切都已存下。
notice-session-undone = 已復原匯入：取出 { $texts } 份文本、{ $entries } 條詞典、{ $settings } 項設定。
notice-session-undone-partly = 已復原匯入：取出 { $texts } 份文本、{ $entries } 條詞典、{ $settings } 項設定；匯入後改動過的 { $changed } 項保留。
import-label = 匯入進度
import-running = 正在匯入
import-stopping = 正在停止，已確認的會保留
import-stopped = 已停止，已確認的都保留了
import-done = 匯入完成
import-cleared = 其間已清除一切，匯入已停止；如有需要，請重新加入
import-counts = { $whole ->
    [0] 檔案 { $done }／{ $files }，
   *[other] {""}
}得文本 { $texts } 份、文章 { $stories } 篇{ $failures ->
    [0] {""}
   *[other] ，{ $failures } 個失敗
}
import-pasted = 已加入貼上的文字
import-gone = 這次加入的文本已經移除。
import-cut = 分成 { $stories } 篇{ $left ->
    [0] {""}
   *[other] ，{ $left } 行屬版面雜項，未收入
}
import-compare = 比對這兩篇
import-similarity = 看各篇有多相似
import-witnesses = 多篇對照
import-twins = 已有的文章
import-twin-same = 全文相同：
import-twin-near = { $percent }% 文字相同：
import-twin-remove = 移除新的一篇
import-twin-remove-named = 移除新加入的「{ $name }」
import-cautions = 請留意
import-line-of = { $page } 第 { $line } 行
import-more-places = 另有 { $n } 處，見各份文本。
import-pages = { $n } 份文本的分篇結果
import-more-pages = 另有 { $n } 份，見下面的清單。
caution-no-headline = { $n } 篇沒有標題
caution-short-headline = { $n } 個標題只有幾個字，可能是欄名或按鈕
caution-headline-after = { $n } 個標題取自正文之後
caution-boundary = { $n } 處可能是另一篇的開始
caution-rivalled = { $n } 個網頁的另一部分也可能是正文
caution-encoding = 編碼有 { $n } 處存疑
caution-damage = { $n } 處未能確實讀取
caution-table = 表格有 { $n } 處欄數或引號不合
caution-no-source = { $n } 篇沒有報名和日期
caution-no-paper = { $n } 篇沒有報名
caution-no-date = { $n } 篇沒有日期
import-look = 檢視分篇結果
import-failures = 未能加入的檔案：{ $n } 個
keep-label = 儲存
keep-persisted = { $texts } 份文本存於這個瀏覽器，共用 { $megabytes } MB。瀏覽器答應長期保存。
keep-best-effort = { $texts } 份文本存於這個瀏覽器，共用 { $megabytes } MB。磁碟空間不足時，瀏覽器可能自行刪除；重要的請匯出工作檔。
keep-unknown = 共 { $texts } 份文本。瀏覽器沒有說明會否保存；重要的請匯出工作檔。
keep-memory = 共 { $texts } 份文本，並非全部存於這個瀏覽器；見本頁上方的說明。請匯出工作檔。
storage-unreached = 這個瀏覽器先前存下的自備文本和詞典現時讀不到（{ $detail }），不等於沒有。現在所作的改動只在本頁的記憶體裏，關閉本頁便會失去；重要的請匯出工作檔。
storage-away = 這個瀏覽器的儲存現時用不到（{ $detail }）。眼前的一切仍在本頁的記憶體裏，本頁會自行重試；請先匯出工作檔，不要關閉或重新載入本頁。
storage-failing = 這個瀏覽器未能存下 { $texts } 份文本、{ $entries } 條詞典（{ $detail }）。它們仍在本頁的記憶體裏，本頁會自行重試；請先匯出工作檔，不要關閉或重新載入本頁。
storage-found = 這個瀏覽器的儲存現已打開，內有 { $texts } 份自備文本、{ $entries } 條詞典，尚未載入。載入後，斷詞和各項數字會隨之改變。
storage-emptied = 這個瀏覽器丟失了存下的資料。{ $texts } 份文本、{ $entries } 條詞典仍在本頁的記憶體裏，可以重新存下；請先匯出工作檔，不要關閉或重新載入本頁。
storage-deleted = 本網站存於這個瀏覽器的資料已被刪除。{ $texts } 份文本、{ $entries } 條詞典仍在本頁的記憶體裏；如果不是你刪除的，可以重新存下。
storage-try-again = 再試
storage-load = 載入
storage-write-again = 重新存下
unkept = { $why ->
    [full] 儲存空間已滿
    [late] 儲存尚未打開
    [silent] 儲存沒有回應
    [newer] 較新版本的本頁已接管儲存，請重新載入
    [closed] 儲存被瀏覽器關閉
    [emptied] 儲存被清空
    [unreadable] 內容未能讀取，原封不動：{ $said }
   *[refused] 瀏覽器拒絕：{ $said }
}
list-separator = 、
session-export = 匯出工作檔
page-export = 連同文本存成一個網頁檔
session-import = 匯入工作檔
session-label = 工作檔的匯入結果
session-opened = 已匯入工作檔，原有的沒有被取代
session-undo = 復原這次匯入
session-texts = 文本：新增 { $added } 份{ $beside ->
    [0] {""}
   *[other] （其中 { $beside } 份的原文這裏已有，但名稱、資料或修訂不同，兩者並存）
}{ $already ->
    [0] {""}
   *[other] ，{ $already } 份原已在此
}
session-beside = 並存的文本
session-beside-pair = 新增的 { $added } 與這裏的 { $here }
session-entries = 自訂詞典：新增 { $added } 條{ $already ->
    [0] {""}
   *[other] ，{ $already } 條原已在此
}{ $conflicts ->
    [0] {""}
   *[other] ，{ $conflicts } 條與這裏的說法不同（保留這裏的）
}{ $homeless ->
    [0] {""}
   *[other] ，{ $homeless } 條所指的文本不在檔案內，沒有加入
}
session-conflicts = 檔案的不同說法
session-take-entries = 改用檔案的說法
session-settings = 已採用的設定：{ $names }
session-lists-stay = 與這裏不同而保留這裏的：{ $names }
session-take-list = 改用檔案的{ $name }
session-settings-refused = 不認得或不合用而沒有採用的設定：{ $names }
session-view = 打開存檔時的比對
setting-language = 語言
setting-theme = 色調
setting-reference = 詞頻表
setting-stop-words = 停用詞表
setting-corpora = 語料庫
setting-columns = 各表所列的欄目
setting-own-corpus = 語料的作者與題名
setting-charts = 圖表的位置
clear-everything = 清除一切
clear-title = 清除一切？
clear-lead = 以下各項會從這個瀏覽器刪除，不能復原：
clear-texts = 自備文本 { $n } 份及其修正
clear-dictionary = 自訂詞典
clear-settings = 語言與色調的設定、我的詞頻表和停用詞表
clear-export-first = 先匯出工作檔
clear-action = 清除
bulk-all = 選取清單所列的全部
bulk-tick = 選取「{ $name }」
bulk-chosen = 已選 { $n } 份
bulk-mixed = （各份不同）
bulk-none = 取消選取
bulk-pattern = 由檔名填入
bulk-pattern-about = 大括號內是欄位：date 日期、paper 報名、series 系列，n 略過；其他名稱成為標籤。有 / 就連資料夾一併對照。
bulk-fill = 填入
bulk-filled = 已填 { $n } 份；另有 { $left } 份因檔名不合或日期不存在，維持原樣。
failure-name-pattern = 請按檔名的樣子寫，欄位放在大括號內，兩個欄位之間要有分隔的字符，例如 {"{"}date{"}"}_{"{"}paper{"}"}_{"{"}n{"}"}。
failure-nothing-fits = 沒有檔名符合這個式樣，未有改動。請按檔名的樣子寫，不用副檔名。
failure-no-name-column = 表格沒有名為 id 或 file（編號、檔名）的欄，無從知道各行說的是哪份文本，未有改動。所見各欄：{ $found }。
bulk-tag = 標籤名
bulk-tag-value = 標籤值
bulk-tag-about = 例如 author（作者）和 陳甲；值留空即移除該標籤。範圍可按標籤選取。
facts-import = 由 CSV 填入
facts-import-about = 首行為欄名：file（檔名）或 id 指明文本，headline、paper、date、series 為標題、報章、日期、系列，其餘各欄成為標籤。空格維持原樣。
facts-filled = 已按表格填入 { $n } 份。
facts-unused = 另有 { $n } 行沒有用上，有關文本維持原樣：
facts-line = 第 { $line } 行「{ $text }」：{ $problem }
facts-lines-more = 還有 { $n } 行。
facts-no-text = 沒有這個檔名或編號的文本
facts-several = 有幾份文本同名；請加資料夾，或加一欄 id
facts-twice = 前面已有一行說同一份文本
facts-no-date = 不是日期；請寫成 2025-01-22
bulk-done = 已改 { $n } 份
remove-title = 移除這份文本？
remove-text = 「{ $name }」及其 { $stories } 篇文章和修正會被刪除，不能復原。原來的檔案不受影響。
column-name = 名稱
column-format = 格式
column-encoding = 編碼
column-characters = 字數
column-stories = 篇數
column-warnings = 提示
column-state = 狀況
format-text = 純文字
format-csv = 表格
text-wrapped = 已接行
text-edited = 已修正
text-remove-named = 移除「{ $name }」
encoding-change = 更改「{ $name }」的編碼
encoding-unsure = 不肯定
encoding-title = 編碼（encoding）
encoding-lead = 選讀得通的一種。文字會重新分篇，人手修正可以復原。
encoding-replaced = { $n ->
    [0] 全部可讀
   *[other] { $n } 個字元讀不出
}
encoding-use = 改用此編碼
encoding-choose = 更改
text-back = 自備文本
text-facts = { $lines } 行，{ $characters } 字，{ $stories } 篇
text-unwrap = 接行（un-wrap）
unwrap-detect = 自動
unwrap-always = 一律
unwrap-never = 從不
text-split = 分篇
split-stories = 分成各篇
split-whole = 作為一篇
text-recut = 放棄修正，重新分篇
line-original = 原文：
facts-of-name = 報名、日期或系列取自檔名
text-warnings = 提示 { $n } 項：接回、略去或存疑之處
text-sides = 顯示
text-before = 原文
text-after = 分篇結果
text-keys = ↑ ↓ 逐段　s 在此分篇　j 併入上一篇　Alt+↑ ↓ 移動　x 略去或復用　Enter 改寫標題
more-before = 顯示前面
more-lines = 顯示更多（另有 { $n } 行）
more-words = 顯示更多（尚餘 { $n } 詞）
more-blocks = 顯示更多（另有 { $n } 段）
draft-story = 第 { $n } 篇
draft-left-out = 全屬版面雜項，不列入語料。
story-metadata = 出處
caution-mark-no-headline = 沒有標題
caution-mark-short-headline = 標題存疑：只有幾個字
caution-mark-headline-after = 標題存疑：原在正文之後
caution-mark-boundary = 分篇存疑
caution-mark-rivalled = 正文存疑：網頁另一部分也可能是正文
caution-mark-encoding = 編碼存疑
caution-mark-damage = 未能確實讀取
caution-mark-table = 表格存疑
caution-mark-no-source = 沒有報名和日期
caution-mark-no-paper = 沒有報名
caution-mark-no-date = 沒有日期
fold-lines = { $n } 行未收入：
left-out-search = 在未收入的 { $n } 行中尋找
left-out-found = { $n ->
    [0] 未收入的各行都沒有這些字。
   *[other] 找到 { $n } 處
}
block-lines = 原文行
block-tools = 修正這一段
block-set-kind = 這一段是
block-split = 在此分篇
block-join = 併入上一篇
block-up = 上移
block-down = 下移
block-drop = 略去
block-restore = 復用
block-write = 改寫
block-move-to = 移到另一篇……
file-empty = 檔案是空的。請另選一個。
file-frames = 這個網頁本身沒有文字，只以框架顯示其他網頁。請打開各頁，逐一儲存：{ $addresses }
file-binary = 這不是文字，而是二進制資料。請改用 .txt、.md、.html、.docx、.csv、.jsonl、.pdf 或 .zip。
file-too-large = 檔案有 { $megabytes } MB，上限是 { $limit } MB。請拆成幾個。
file-crashed = 分析程式讀到這個檔案時出錯而停止，這是對讀的程式錯誤，因此略去了它{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。請另存為純文字再加入，並告知開發者。
file-left-out = 加入檔案的工作在輪到它之前已結束。請重新加入。
file-no-room = 它有 { $megabytes } MB，而本頁的記憶體只容得下 { $room } MB 文字。請先移除不再需要的文本，或把它分拆，再重新加入。
file-unpacks = 解壓後超過 { $limit } MB，或超過原大小的二百倍。請自行解壓，再加入其中的文本。
file-too-many = 壓縮檔列出 { $files } 個檔案，上限是 { $limit } 個。請分成幾個壓縮檔。
file-overlapping = 壓縮檔內的檔案互相重疊，解壓後會遠大於所載內容。請重新壓縮，或自行解壓，再加入其中的文本。
file-same-names = 壓縮檔內有幾個同名檔案，只讀了最後一個。請改用不同名稱，重新壓縮。
file-nested = 壓縮檔內的壓縮檔只打開 { $limit } 層。請自行解壓，再加入其中的文本。
file-broken = 檔案讀不出，可能已損壞，或副檔名與內容不符。請重新儲存，再加入一次。
file-no-witness = 檔案提及對校本，但讀不出任何一本。CollateX 的格式是 witnesses 清單，每項有 id，以及 content 或 tokens。
file-no-column = 沒有一欄是文字（{ $found }）。請把該欄命名為 text。
file-no-layer = 這個 PDF 只有圖像，沒有文字層。請先作文字辨識（OCR）。
file-pdf-inside = 壓縮檔內的 PDF 不能直接讀取。請自行解壓，再加入這個 PDF。
file-encrypted = 這個 PDF 要密碼才能打開。請另存成不設密碼的檔案，再加入一次。
file-pdf-unavailable = 無法載入讀取 PDF 的部分。請把 PDF 另存為文字檔，或重新載入本頁後再加入。
file-unknown = 不讀 .{ $extension } 檔案。請存成 .txt、.docx、.html 或 .pdf。

# Several stories, and how a comparison is laid out.
tab-witnesses = 多篇對照
tab-report = 編輯報告
compare-layout = 排法
layout-columns = 兩欄
layout-rows = 逐句
layout-flow = 連文
layout-heat = 熱圖
layout-table = 對齊表
layout-wire = 通稿
layout-edition = 校勘
heat-share = 本句見於另一篇的比例
flow-moved = 移位：在乙篇為第 { $n } 句
apparatus-more = 再列出（尚餘 { $n } 處）
reuse-open = 計算文本重用（text reuse）：連續多少字見於另一篇，套語另計
reuse-close = 收起
reuse-run = 最短連續字數
reuse-all = 沿用
reuse-discounted = 扣除套語
reuse-a-in-b = 甲篇見於乙篇
reuse-b-in-a = 乙篇見於甲篇
about-reuse = 只算連續達此字數、又同見於兩篇的文字，標點不計。一段文字若另見於 g 組不相干的文章，即屬套語，每字只算 1 ÷ (1 + g)。
finding-identical = { $a }與{ $b }正文逐字相同，共 { $total } 句。
finding-other-language = 兩篇語言不同，沒有可以逐句對應的文字。請改選同一語言的文章，或以詞頻、關鍵性比較各自的用詞。
finding-other-script = 一篇用繁體，一篇用簡體；繁簡之別歸入異體字，可在下方略去。
set-base = 底本
set-make-base = 作底本
set-make-base-of = 以〈{ $title }〉作底本
set-remove = 移除
set-remove-of = 移除〈{ $title }〉
set-add-action = 加入
set-add = 加入一篇
witnesses-title = 多篇對照（collation）
witnesses-table = 對齊的句子
witnesses-row = 行
witnesses-same = 同{ $sigil }
witnesses-again = 重見第 { $n } 行
about-wire = 多篇共有的文字，逐詞取多數所用者，推定為通稿；票數相同處暫依底本，下加點線。實框為照用，虛框為改動過，其改動列於句下；有色者只見於一篇。
wire-empty = 這幾篇沒有共同的句子，推不出通稿。
wire-of-story = 該篇出自通稿
wire-of-wire = 通稿見於該篇
wire-unsure = 各篇用字不一，票數相同，暫依底本
wire-has = { $paper } 第 { $number } 句，照用
wire-edited = { $paper } 第 { $number } 句，改動 { $n } 處
about-edition = 正文依{ $sigil }本；右列異文，「〕」之前為底本用字，之後為他本用字與其代號。
edition-again = 重見第 { $n } 句
wire-again = 重見第 { $n } 行
edition-added = 底本無此句，見於
edition-lacks = 全句缺
edition-moved = 移位
edition-lemma = 〕
edition-after = 後增
edition-before-all = 句首增
edition-omits = 缺
downloads = 下載
report-length = { $n } 字
report-summary = 對齊 { $aligned } 段，其中 { $identical } 段完全相同；{ $a }有 { $forth }% 見於{ $b }，{ $b }有 { $back }% 見於{ $a }。
report-order = 次序
report-no-order = 沒有對應的句子，無從比較次序。
report-reuse = 文本重用
report-copied = 連續 { $run } 字或以上者：{ $a }有 { $forth }% 見於{ $b }（扣除套語後 { $forthDiscounted }%），{ $b }有 { $back }% 見於{ $a }（扣除套語後 { $backDiscounted }%）。
report-none-favoured = 扣除共同文字後，餘下的太少，沒有可列的詞。
report-residue = 餘下 { $own } 詞，對其他各篇 { $others } 詞
report-colophon = 對讀 { $version }，{ $day }。各項均可點開，到原文查核。
tab-compare = 兩篇
tab-similarity = 相似度
tab-dots = 點陣圖
tab-sources = 來源
field-run = 最短連續字數
similarity-title = 相似度
similarity-lead = 每篇文章有多少文字見於另一篇，只計連續相同的字串。方格愈明顯，該行文章見於該欄文章的部分愈多。選擇方格，即可把兩篇並排比對。
similarity-summary = { $scope }：{ $stories } 篇文章，{ $pairs } 對有相同段落
similarity-large = 這裏共有 { $stories } 篇文章。方格圖最多畫 { $most } 篇；超過此數，只列出最相近的文章和報道同一事件的文章組，或需時一分鐘。如要看方格圖，請在上方選擇較少的文章。
similarity-offer = 比對{ $scope }的 { $stories } 篇文章
similarity-groups = 報道同一事件的文章組
similarity-group = { $stories } 篇
similarity-groups-more = 另有 { $groups } 組。
similarity-pairs = 最相近的文章
similarity-empty = 這些文章之間沒有這樣長的相同字串。請縮短字數，或選擇更多文章。
similarity-chart = 相似度矩陣（similarity matrix）
similarity-chart-about = 行與欄均為文章，按版排列。由弱至強：行中文章的 5% 以下、5% 起、15% 起、40% 起、75% 起。
similarity-cell = 《{ $a }》有 { $share }% 見於《{ $b }》
similarity-first = 文章甲
similarity-second = 文章乙
similarity-both = 合計 %
similarity-a-in-b = 甲見於乙 %
similarity-b-in-a = 乙見於甲 %
similarity-discounted = 扣除套語 %
similarity-pages = 版面
similarity-one-page = 同版
similarity-two-pages = 不同版
about-similarity-both = 兩篇合計的文字中，見於對方的比例，套語已扣減。不同版的一對排在前面，因為同版文章常互相引用。
about-similarity-a-in-b = 文章甲的文字中，有多少以不短於所選字數的字串見於文章乙。
about-similarity-b-in-a = 文章乙的文字中，有多少見於文章甲。
about-similarity-discounted = 甲見於乙的比例；字串若另見於 g 組無關文章，只計 1 ÷ (1 + g)：套語不算抄錄。
dots-title = 點陣圖
dots-lead = 兩篇共有的每個字串畫成一筆：照錄是長斜線，移位的段落在斜線旁邊，套語是散落的短線。
dots-across = 橫軸文章
dots-down = 縱軸文章
dots-summary = 至少 { $min } 字的相同字串共 { $found } 處，顯示 { $shown } 處
dots-empty = 兩篇文章沒有這樣長的相同字串。請縮短字數。
dots-chart = 兩篇文章的點陣圖（dot plot）
dots-chart-about = 第一篇由左至右，第二篇由上至下，以字符為單位。選擇一筆，即可把兩篇並排比對。
dots-run = 「{ $text }」，{ $letters } 字
dots-text = 段落
dots-letters = 字數
sources-title = 段落來源
sources-lead = 一篇文章的每一句，在其他文章中哪裏找得到最多。選擇來源，即可把兩篇並排比對。
sources-story = 文章
sources-scope = 搜尋範圍
sources-summary = 本文有 { $share }% 的文字見於他處；共 { $stories } 篇與之有相同段落（{ $scope }）
sources-empty = 這篇文章沒有內文。
sources-ranked = 相同文字最多的文章
sources-of = { $share }%，{ $sentences } 句
sources-number = 句
sources-sentence = 句子
sources-share = 比例 %
sources-paper = 見於
sources-source = 來源
sources-none = 未見於他處
about-sources-share = 句中文字有多少以不短於所選字數的字串見於來源。

## Effects of differences
filter-effects = 影響（只看一種）
filter-all-effects = 恢復顯示全部
effect-fact-meaning = 只看事實：數值、日期、姓名、地點、是否
effect-voice-meaning = 只看語氣：誰說、怎樣說、引語、保留、情態
effect-wording-meaning = 只看措辭：同一意思，另一說法
effect-form-meaning = 只看形式：同一字句，另一寫法
subject-value = 數值
subject-label = 編號
subject-name = 名稱
subject-title = 職銜
subject-negation = 否定
subject-opposite = 相反
subject-attribution = 引述
subject-quotation = 引號
subject-hedge = 保留
subject-modality = 情態
value-same = 數值相同
value-precision = 詳略不同
value-other = 數值不同
value-changed = 數值不同（{ $change }%）
apparatus-passages = 整句
finding-facts = { $kind ->
    [papers] 兩報
   *[texts] 兩篇
 }有 [fact|{ $n } 處事實不同]：
finding-facts-end = 。
finding-facts-more = ，另有 { $n } 處。
finding-effect = [{ $effect }|{ $name } { $n } 處]
finding-no-facts = 對應的句子之間沒有事實不同，差異在{ $parts }。
finding-other-effects = 其餘差異：{ $parts }。
related-tag = 第 { $numbers } 句同述此事
related-about = 與另一篇這一句說同一件事，用字不同，沒有逐字比較
finding-related = 另有 [related|{ $n } 句]與對方說同一件事，用字不同，沒有逐字比較。
finding-no-wording = { $a }與{ $b }沒有相同的字句。

## The sheet of facts
tab-facts = 事實對照
facts-title = 事實對照
facts-kinds = 事實類別（只看一種）
facts-all-kinds = 恢復顯示全部
facts-empty = 這些文章裏找不到可以並列的數字、日期、名稱或引語。
facts-none-of-kind = 沒有這一類的事實。
facts-differing = 各篇不同
facts-values = 數字與日期
facts-sayings = 引語與消息來源
facts-names = 人物、機構與地點
fact-number = 數字
fact-date = 日期與時間
fact-person = 人物
fact-organisation = 機構
fact-place = 地點
fact-quotation = 引語
fact-source = 消息來源
facts-lacks = 此篇沒有
facts-differ = 不同：{ $values }
facts-differ-by-issue = 字面相同，但報紙日期不同，所指的日子也不同
facts-of-issue = （{ $day } 的報紙）
facts-by-issue = （報日不同）
facts-same = 相同
facts-other-writing = 相同，寫法不同
facts-other-words = 說法相近，或是同一番話
facts-other-name = 相同，稱法不同
facts-alone = 只見於{ $story }
facts-more = 再列出（尚餘 { $n } 項）
facts-finding = { $stories } 篇之間有 { $n } 項事實不同：
facts-finding-none = { $stories } 篇之間沒有發現事實不同。
facts-finding-rest = { $same } 項有兩篇或以上相同，{ $alone } 項只見於一篇。
facts-about = 每項事實按單位和上下文配對，用字不同也能並列。點開任何一格，可到原文那一處。
report-facts = 數字、日期、名稱、引語和消息來源逐項並列，各篇不同的排在最前。
report-facts-open = 查看事實對照

## Events
papers-no-event = 沒有發現報道同一事件的文章。
papers-too-many = 文章太多，不會自動找出同一事件的報道。可到「相似度」選定範圍再找。
papers-more-events = 顯示更多事件（另有 { $n } 件）
papers-twice = { $a } 與 { $b } 是同一篇文字，加入了兩次。
papers-version = { $a } 與 { $b } 大體是同一篇文字，其一可能是另一版本。

share = 分享
share-link = 這個畫面的連結
share-copy-link = 複製連結
share-language = 打開時用「{ $language }」介面
share-plain = 連結會打開這個畫面；兩篇文本每一份「對讀」都有。
share-with-texts = 連結帶着你的文本（{ $characters } 字），拿到連結的人都能讀到。文本在網址中伺服器看不到的部分，要收件人同意才會加入。
share-too-long = 這些文本共 { $characters } 字，連結最多帶 { $most } 字。請改為傳送網頁檔，兩篇原文都在裏面。
share-no-address = 本頁是一個檔案，沒有別人能打開的網址。請傳送這個檔案本身，或存成網頁檔。
share-file = 存成網頁檔
share-print = 打印或存成 PDF
share-copy-text = 複製成文字
share-copy-footnote = 複製為腳註
share-source = 對讀 { $version }，{ $day }{ $has-address ->
    [0] {""}
   *[other] ，{ $address }
 }
footnote-story = 〈{ $title }〉{ $has-paper ->
    [0] {""}
   *[other] ，《{ $paper }》
 }{ $has-date ->
    [0] {""}
   *[other] ，{ $date }
 }
footnote = { $stories }。比對：{ $source }。
paper-against = { $a }與{ $b }比對
received-title = 這個連結帶來 { $n } 篇文本
received-how = 文本就在連結裏{ $entries ->
    [0] {""}
   *[other] ，連同寄件人詞典的 { $entries } 條
 }。收下後會打開這個比對；文本留在這個瀏覽器的「自備文本」，原有的一切不變，也可以一步復原。
received-take = 收下並打開
received-leave = 不收
received-length = { $characters } 字
failure-link-cut = 連結在途中被截斷，裏面的文本不完整。請把整條連結複製到最後一個字，或請寄件人改傳網頁檔或工作檔。
failure-link-new = 連結由較新版本的「對讀」製作。請重新載入本頁取得新版本，再打開連結。
failure-link-long = 連結比「對讀」所做的都長。請寄件人改傳網頁檔或工作檔。
failure-link-broken = 連結裏的文本在途中損壞了。請寄件人再傳一次，或改傳網頁檔或工作檔。
