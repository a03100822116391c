### The words of the page in Chinese, where Taiwan writes others than Hong Kong: all other messages are those of
### src/ui/locales/zh-Hant-HK.ftl. `[name|…]` becomes a link.


## Navigation
view-papers = 版面
view-concordance = 檢索

## Keys
keys-views = 版面、閱讀、比對、詞頻、關鍵性、檢索、自訂詞典、自備文本
keys-rows = 在列表內逐列、在圖內逐點移動

## Actions
action-look-up = 查詢
action-all-rows = 顯示全部 { $n } 列

## Notices
notice-not-saved = 瀏覽器不允許儲存檔案，請檢查下載設定後再試。
notice-page-not-saved = 無法把本頁存成一個檔案：有些程式檔案讀不到。請檢查網路；若有新版本，請先重新載入本頁再試。
notice-little-room = 這些檔案可能佔用 { $needed } MB，而瀏覽器只為本網站剩下 { $free } MB。無法保存的文本在關閉本頁後就會失去；請儲存工作檔以作保留。
notice-unkept-lost = 分析程式重新啟動後，有一項這個瀏覽器沒有保存的更改無法重做（{ $detail }）。請查看自備文本和自訂詞典，把缺少的重新加入。
notice-sandboxed = 本頁放在受限制的框架（sandbox）內，不能保存任何東西：你加入的文本和設定，關閉本頁就會消失。請匯出工作檔，或直接開啟本頁的網址。
notice-texts-lost = 這個瀏覽器內存的部分自備文本無法讀取（{ $detail }）；原有資料原封不動。請重新載入本頁；若另一個視窗的版本較新，請先更新本頁。
notice-unkept = 更改現已生效，但瀏覽器沒有存下（{ $detail }），關閉本頁就會失去。請允許本網站儲存資料，或立即匯出詞典。

## Failures: each says what to do
failure-unknown-story = 這裡沒有「{ $id }」這一篇。請在「版面」或上方的清單另選一篇。
failure-empty-scope = 所選範圍內沒有一個詞。請改選載有文章的報紙、版面或篇目。
failure-same-stories = 目標與參照是同一批文章，沒有分別可言。請改選參照。
failure-file-changed = 檔案 { $address }（{ $bytes } 個位元組）不是本頁所用的那一個，斷詞和詞頻會因此出錯，所以沒有開始分析。請重新載入本頁；若仍然如此，請網站管理員重新上傳整個資料夾。
failure-empty-node = 沒有輸入要查的詞。請在上方輸入一個詞。
failure-regex = /{ $item }/ 不是正規表示式（英文說明：{ $reason }）。請在上方修正。
failure-list-empty = 詞表是空的。請每行寫一個詞、一個定位字元和詞頻。
failure-list-columns = 詞表第 { $line } 行不是「詞、定位字元、詞頻」。
failure-one-story = TF-IDF 要把文章與其他文章比較，目前只載入了一篇。請加入文章，或改用 TextRank。
failure-too-much-text = 這 { $stories } 篇文章共 { $wan } 萬字；所有文章互相比對，最多 { $wan-limit } 萬字。請選擇較少的文章，例如一份報紙、一個版面或某幾天。
failure-broken-model = 斷詞模型的檔案已損壞，或版本不同。請重新載入本頁；若仍然如此，請網站管理員重新上傳整個資料夾。
failure-broken-dictionary = 詞典檔第 { $line } 行不是「詞 頻 詞性」，無法斷詞。請重新載入本頁；若仍然如此，請網站管理員重新上傳詞典檔。
failure-load = 分析程式無法載入{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。請檢查網路後重新載入本頁；若仍然如此，伺服器上的檔案可能不齊全，請網站管理員重新上傳整個資料夾。
failure-file = 無法取得檔案 { $address }{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。請檢查網路後重新載入本頁。
failure-version = 本頁的版本（{ $page }）與分析程式的版本（{ $worker }）不同，多半是瀏覽器留著舊檔。請清除瀏覽器的暫存檔案，再重新載入本頁。
failure-file-stalled = 檔案 { $address } 有 { $seconds } 秒沒有傳來任何內容。請檢查網路後重新載入本頁。

## First screen
start-lead = 貼上兩篇，馬上看到各自寫了什麼、漏了什麼、哪些數字和引語不同。文字只在這台電腦上處理，不會送出。
start-paste-a = 在這裡貼上第一篇（Ctrl+V），或拖入檔案、整個資料夾
start-known = 報紙、日期（會自動辨認）
start-counts = 詞頻、關鍵性、檢索

## Unknown addresses
missing-title = 這個連結所指的文本不在這個瀏覽器裡（{ $n } 篇）
missing-unnamed = 沒有標題的文本
missing-why = 那是別人在另一個瀏覽器加入的。自備文本只存於加入它的瀏覽器：連結只寫明是哪一篇，不帶全文，這裡也不會拿別的文本頂替。
missing-how = 請向傳連結的人索取工作檔（自備文本→「匯出工作檔」），在此打開；或者自行加入同一文本，連結就會自動打開。
not-found-papers = 到「版面」，由全部文章選起

## Stories and scopes
picker-narrow-label = 以標題、報名或日期縮小清單
scope-group-papers = 報紙
scope-group-pages = 版面

## Pages
papers-title = 版面
papers-lead = 已載入的版面與文章。兩報同日刊出同一件事，可以並排細看，哪些字句照錄、哪些改動、哪些刪去。
papers-more = 顯示更多版面（另有 { $n } 頁）

## Read
read-frequency-range = 若存疑之處改取另一種斷法，詞次介於 { $least } 與 { $most } 之間。
read-all-places = 逐條檢索
read-mended = 由版面到本文
warning-uncertain = 第 { $line } 行：無法確定此處是否另一篇的開始。
warning-unread-page = PDF 有一頁沒有文字，或無法完整讀取。
warning-row = 這一列的欄數與表頭不同，請檢查內文止於何處。

## Tables
proof-copy = 複製為註腳：
column-frequency-a = 目標

## Keyness
keyness-target = 目標語料
keyness-summary = 目標 { $a } 詞次，參照 { $b } 詞次；列出 { $listed } 個詞。
formula-keyness-note = a、b 是目標與參照的詞次，N₁、N₂ 是各自的總詞次，O 是觀察值，E 是期望值，四格相加（Dunning 1993）。G² 達 3.84、6.63、10.83、15.13，分別相當於 p < .05、.01、.001、.0001。負號表示目標較少用。Log Ratio 加 1，用得多一倍；詞次為 0 者作 0.5 計（Hardie 2014）。

## Concordance
concordance-title = 檢索（concordance）
concordance-empty-node = 輸入一個詞，這裡便列出它每一處的上下文（KWIC）。按 / 可到輸入欄。

## About
about-lead = 對讀（Duìdú）把中文報紙並排細讀：同一件事，各報照錄了什麼，改動了什麼，刪去了什麼；並把詞逐個數清。
about-private = 一切都在這個瀏覽器內計算。文字不會離開這台電腦；指向自備文本的連結，只帶標題、報名和日期。載入之後，本頁只會向所在網站取自己的檔案：存起來供離線使用，以及查看有沒有新版本。
about-offline-kept = 這個瀏覽器已存有本頁的檔案，沒有網路也能使用。
about-g2 = 觀察與期望之別，四格計算，與 AntConc 4 相同。正號表示目標較多用，負號表示較少用。期望詞次少於 5 者另加標記。
about-log-ratio = 兩邊相對頻率之比的以 2 為底的對數：1 即多一倍，2 即四倍。詞次為 0 者作 0.5 計。
about-licence-pages = 五個版面的文字屬於《大公報》與《香港文匯報》所有，僅作示例。

## Two segmenters on one text
segmenters-text = 貼上文字（不會離開這台電腦）

## Words or terms
about-terms = 以詞組為單位時，相鄰而成為一個詞組的詞當作一個單位計算和比對：日期、數量、機構和職銜按規則，名稱和固定說法按詞表，其餘由各篇報導自身的統計找出（C-value，Frantzi、Ananiadou 與 Mima 2000）。組合時不會切開任何詞，也不會跨越標點。

## Correcting words in place
correct-now = 目前：{ $words }
correct-hint = 點兩字之間即在該處斷開；也可連同旁邊的詞。
correct-look-up = 查看檢索

## The dictionary
dictionary-first = 只列出前 { $listed } 條，其餘請搜尋。
dictionary-empty = 詞典還沒有詞條。
column-occurrences = 出現的地方
entry-place = 無法讀出這項改正的位置。
import-result = 加入 { $added } 條；{ $errors } 行無法照讀。

## The editorial report
report-paper = 報紙

## What stands together under one name
tab-concordance = 檢索

## Terms
terms-empty = 這裡沒有合成的詞組。請擴大範圍，或清除篩選。
names-lead = 各篇提到的人物、地點和機構，由模型找出，可能有錯漏。同一篇之內，簡稱和「姓氏加職銜」計入最完整的寫法。
names-empty = 沒有專名符合條件。請擴大範圍，或清除篩選。

## Keyness in a plot, and one's own list
plot-about = 中線以上目標較多用，以下參照較多用。由最強起，{ $listed } 個之中畫出 { $shown } 個。
plot-dot = { $word }：目標 { $a } 次，參照 { $b } 次；Log Ratio { $effect }，得分 { $score }
reference-lead = 每行一個詞、一個定位字元、詞頻；也可用這裡存為 TSV 或 AntConc 4 儲存的詞頻表。詞頻表只存於這個瀏覽器。
reference-none = 還沒有詞頻表。請在上方貼上，或改選其他參照。
notice-list-unkept = 這份詞表現已使用，但瀏覽器沒有存下，關閉本頁就會失去。

## Concordance in detail
node-help-regex = 合乎正規表示式的一個詞

## Collocates
collocates-empty-node = 輸入一個詞，這裡便列出它附近的詞。按 / 可到輸入欄。

## To take along
methods-concordance = 「{ $node }」在{ $scope }的檢索：{ $n } 處，見於 { $stories } 篇。

## Further methods
about-mi = MI 表示兩詞共現比偶然多幾倍（以 2 為底的對數）；t 為 (O − E) ÷ √O，看證據是否充分（Church 與 Hanks 1990、Evert 2008）。跨距以詞計，不超出同一篇。

## The reader's own texts
texts-lead = 把自己的版面或文章加進來：自動辨別編碼、接回被分欄切斷的行、分成各篇，然後與其他文章一同計算和比對。文字只存於這個瀏覽器，不會離開這台電腦。
texts-empty = 還沒有自備文本。把檔案拖到這一頁任何地方，或在上面選擇檔案、貼上文字。加入後可逐段檢查和修正。
texts-unreached = 先前存下的自備文本目前讀不到，不等於沒有；請看本頁上方的說明。現在加入的文本只在本頁的記憶體裡。
texts-unkept = 瀏覽器沒有存下（{ $detail }），關閉本頁就會失去。請匯出工作檔，或允許本網站儲存資料。
intake-drop = 把檔案或資料夾拖到這裡
field-paper = 報紙
notice-not-cleared = 本頁的內容已清除，但這個瀏覽器可能還存有資料（{ $detail }）。請關閉本網站的其他視窗再清除一次，或在瀏覽器的設定裡刪除本網站的資料。
caution-damage = { $n } 處無法確實讀取
import-failures = 無法加入的檔案：{ $n } 個
keep-unknown = 共 { $texts } 份文本。瀏覽器沒有說明是否會保存；重要的請匯出工作檔。
storage-unreached = 這個瀏覽器先前存下的自備文本和詞典目前讀不到（{ $detail }），不等於沒有。現在所作的改動只在本頁的記憶體裡，關閉本頁就會失去；重要的請匯出工作檔。
storage-away = 這個瀏覽器的儲存目前用不到（{ $detail }）。眼前的一切仍在本頁的記憶體裡，本頁會自行重試；請先匯出工作檔，不要關閉或重新載入本頁。
storage-failing = 這個瀏覽器無法存下 { $texts } 份文本、{ $entries } 條詞典（{ $detail }）。它們仍在本頁的記憶體裡，本頁會自行重試；請先匯出工作檔，不要關閉或重新載入本頁。
storage-emptied = 這個瀏覽器丟失了存下的資料。{ $texts } 份文本、{ $entries } 條詞典仍在本頁的記憶體裡，可以重新存下；請先匯出工作檔，不要關閉或重新載入本頁。
storage-deleted = 本網站存於這個瀏覽器的資料已被刪除。{ $texts } 份文本、{ $entries } 條詞典仍在本頁的記憶體裡；如果不是你刪除的，可以重新存下。
unkept = { $why ->
    [full] 儲存空間已滿
    [late] 儲存尚未打開
    [silent] 儲存沒有回應
    [newer] 較新版本的本頁已接管儲存，請重新載入
    [closed] 儲存被瀏覽器關閉
    [emptied] 儲存被清空
    [unreadable] 內容無法讀取，原封不動：{ $said }
   *[refused] 瀏覽器拒絕：{ $said }
}
session-texts = 文本：新增 { $added } 份{ $beside ->
    [0] {""}
   *[other] （其中 { $beside } 份的原文這裡已有，但名稱、資料或修訂不同，兩者並存）
}{ $already ->
    [0] {""}
   *[other] ，{ $already } 份原已在此
}
session-beside-pair = 新增的 { $added } 與這裡的 { $here }
session-entries = 自訂詞典：新增 { $added } 條{ $already ->
    [0] {""}
   *[other] ，{ $already } 條原已在此
}{ $conflicts ->
    [0] {""}
   *[other] ，{ $conflicts } 條與這裡的說法不同（保留這裡的）
}{ $homeless ->
    [0] {""}
   *[other] ，{ $homeless } 條所指的文本不在檔案內，沒有加入
}
session-lists-stay = 與這裡不同而保留這裡的：{ $names }
encoding-lead = 選讀得通的一種。文字會重新分篇，人工修正可以復原。
more-words = 顯示更多（還有 { $n } 詞）
caution-mark-damage = 無法確實讀取
file-binary = 這不是文字，而是二進位資料。請改用 .txt、.md、.html、.docx、.csv、.jsonl、.pdf 或 .zip。
file-unpacks = 解壓後超過 { $limit } MB，或超過原大小的 200 倍。請自行解壓，再加入其中的文本。

## Several stories, and how a comparison is laid out
apparatus-more = 再列出（還有 { $n } 處）
tab-dots = 點圖
similarity-lead = 每篇文章有多少文字見於另一篇，只計連續相同的字串。方格愈明顯，該列文章見於該欄文章的部分愈多。選擇方格，即可把兩篇並排比對。
similarity-large = 這裡共有 { $stories } 篇文章。方格圖最多畫 { $most } 篇；超過此數，只列出最相近的文章和報導同一事件的文章組，可能需要一分鐘。如要看方格圖，請在上方選擇較少的文章。
similarity-groups = 報導同一事件的文章組
similarity-chart-about = 列與欄均為文章，按版排列。由弱至強：列中文章的 5% 以下、5% 起、15% 起、40% 起、75% 起。
dots-title = 點圖
dots-chart = 兩篇文章的點圖（dot plot）
sources-lead = 一篇文章的每一句，在其他文章中哪裡找得到最多。選擇來源，即可把兩篇並排比對。

## The sheet of facts
facts-empty = 這些文章裡找不到可以並列的數字、日期、名稱或引語。
facts-more = 再列出（還有 { $n } 項）

## Events
papers-no-event = 沒有發現報導同一事件的文章。
papers-too-many = 文章太多，不會自動找出同一事件的報導。可到「相似度」選定範圍再找。
share-with-texts = 連結帶著你的文本（{ $characters } 字），拿到連結的人都能讀到。文本在網址中伺服器看不到的部分，要收件人同意才會加入。
share-too-long = 這些文本共 { $characters } 字，連結最多帶 { $most } 字。請改為傳送網頁檔，兩篇原文都在裡面。
share-print = 列印或存成 PDF
received-how = 文本就在連結裡{ $entries ->
    [0] {""}
   *[other] ，連同寄件人詞典的 { $entries } 條
 }。收下後會打開這個比對；文本留在這個瀏覽器的「自備文本」，原有的一切不變，也可以一步復原。
failure-link-cut = 連結在途中被截斷，裡面的文本不完整。請把整條連結複製到最後一個字，或請寄件人改傳網頁檔或工作檔。
failure-link-broken = 連結裡的文本在途中損壞了。請寄件人再傳一次，或改傳網頁檔或工作檔。

## Corpora and concordances for researchers
scope-nothing-here = 這裡沒有{ $scope }的文章。請先加入這些文本，或另選範圍。
corpus-named = 語料庫已儲存，凡選範圍之處都可選用。
corpus-no-story = 範圍內沒有文章，沒有儲存。請多選一些。
corpus-missing = （其中 { $n } 篇不在這裡）
corpora-by-paper = 每份報紙各成一庫（{ $n }）
corpora-named = 已儲存 { $n } 個語料庫，凡選範圍之處都可選用。
corpora-named-but = 已儲存 { $n } 個；另有 { $left } 個因名稱重複或過長而沒有儲存。
concordance-plain-about = 不管詞界，跨詞或詞內的字都找得到；* 代表任何文字，? 代表任何一字，/…/ 是正規表示式。
concordance-lines = 逐列
concordance-sample = 隨機抽取列數
concordance-tick = 勾選這一列
concordance-take-out = 剔除 { $n } 列
concordance-keep-only = 只留 { $n } 列
concordance-bring-back = 還原 { $n } 列
concordance-inside = 這裡沒有這個詞，但這些字見於：
bulk-pattern-about = 大括號內是欄位：date 日期、paper 報名、series 系列，n 略過；其他名稱成為標籤。有 / 就連資料夾一併比對。
cite-own-about = 填了題名，引用就會列出語料。本頁網址只認得自備文本而不含全文：別人有同一批文本才能打開；要能長期引用，請把工作檔存放於資料庫，並填上其網址。
texts-filter = 搜尋檔名、標題與各欄位
table-columns = 欄位
setting-columns = 各表所列的欄位
failure-no-name-column = 表格沒有名為 id 或 file（編號、檔名）的欄位，無從知道各列說的是哪份文本，沒有更動。所見各欄：{ $found }。
facts-unused = 另有 { $n } 列沒有用上，相關文本維持原樣：
facts-line = 第 { $line } 列「{ $text }」：{ $problem }
facts-lines-more = 還有 { $n } 列。
facts-twice = 前面已有一列說同一份文本
facts-import-about = 首列為欄位名稱：file（檔名）或 id 指明文本，headline、paper、date、series 為標題、報紙、日期、系列，其餘各欄成為標籤。空白儲存格維持原樣。
dots-chart-about = 第一篇由左至右，第二篇由上至下，以字元為單位。選擇一筆，即可把兩篇並排比對。
failure-name-pattern = 請按檔名的樣子寫，欄位放在大括號內，兩個欄位之間要有分隔的字元，例如 {"{"}date{"}"}_{"{"}paper{"}"}_{"{"}n{"}"}。

## Words of Taiwan in single sentences
corpora-lead = 為一組文本命名，每個檢視都可一鍵選用：在清單中勾選，或在任何範圍細選。
region-mainland = 中國大陸
entry-regional-columns = 一組用語要有五欄，以定位字元分隔：香港、台灣、中國大陸、澳門、新加坡。
regional-import-lead = 每行一組，五欄以定位字元分隔：香港、台灣、中國大陸、澳門、新加坡（連馬來西亞），與匯出的檔案相同。無法照讀的行會逐一列出，其他行照樣加入。
failure-nothing-fits = 沒有檔名符合這個式樣，沒有改動。請按檔名的樣子寫，不用副檔名。
encoding-unsure = 不確定
import-cautions = 請注意
scope-by-hand-only = 只計選取的文章，不管日期。
share-copy-footnote = 複製為註腳
warning-notes = 文中提到的註腳或尾註在檔案中找不到內容。
