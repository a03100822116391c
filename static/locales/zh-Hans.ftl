### The words of the page in Chinese, as written in mainland China and Singapore. `[name|…]` becomes a link. A message that is
### not here is shown as in src/ui/locales/zh-Hant-HK.ftl, and a test fails.

## Navigation
nav-views = 视图
nav-corpus = 语料库
view-papers = 版面
view-read = 阅读
view-compare = 比对
view-words = 词频
view-keyness = 主题性
view-concordance = 索引
view-dictionary = 自定义词典
view-texts = 自备文本
view-about = 说明
skip-link = 跳至正文
lookup-word = 查一个词
corpus-choose-b = 选一篇与甲篇比对
unit-characters = 字
counted-characters = 字
counted-stories = 篇
counted-notes = 项提示
list-own = 自备文本
list-no-paper = 报纸名不详
list-examples = 示例
list-more-groups = 另有 { $n } 组
list-more-stories = 另有 { $n } 篇
list-comma = 、
list-semicolon = ；
sentence-stop = 。
word-space = {""}
named = { $name }：{ $what }
quoted = “{ $text }”

## Settings
settings-language = 语言
settings-theme = 外观
theme-auto = 自动
theme-light = 浅色
theme-dark = 深色

## Keys
keys-title = 键盘
keys-views = 版面、阅读、比对、词频、主题性、索引、自定义词典、自备文本
keys-search = 到搜索框
keys-next = 下一处差异
keys-previous = 上一处差异
keys-rows = 在列表内逐行、在图内逐点移动
keys-words = 在文章内逐词移动，查该词的出处
keys-select = 选择几个词
keys-correct = 改正该词或所选文字的分词；比对时改判该处差异
keys-undo = 撤销上一次改正；在自备文本内即撤销该份的改动
keys-list = 这份列表
keys-close = 关闭

## Actions
action-cancel = 取消
action-retry = 再试一次
action-reload = 重新加载本页
offline-newer = 有新版本可用。
offline-reload = 重新加载
action-close = 关闭
action-compare = 比对
action-words = 词频
action-look-up = 查找
action-undo = 撤销
action-redo = 重做
action-export = 导出
action-clear = 全部移除
action-all-rows = 显示全部 { $n } 行

## What is under way
stage-model = 正在取得分词模型
stage-dictionary = 正在取得词典
stage-lexicon = 正在建立词典
stage-texts = 正在读取自备文本
stage-import = 正在导入文本
stage-cutting = 正在为长文本分篇
stage-stories = 正在为文章分词
stage-matrix = 正在把文章两两比较
stage-bytes = { $done }／{ $total } MB
stage-entries = { $done }／{ $total } 条
stage-count = { $done }／{ $total } 篇
stage-texts-count = { $done }／{ $total } 份
waiting-engine = 正在准备，马上就好。
waiting-answer = 正在计算……

## Notices
notice-dismiss = 知道了
notice-copied = 已复制。
notice-not-copied = 浏览器不允许复制。请选择文字后自行复制。
notice-saved = 已存成文件，请看浏览器的下载文件夹。
notice-not-saved = 浏览器不允许保存文件，请检查下载设置后再试。
notice-page-not-saved = 无法把本页存成一个文件：有些程序文件读不到。请检查网络；若有新版本，请先重新加载本页再试。
notice-little-room = 这些文件可能占用 { $needed } MB，而浏览器只为本网站剩下 { $free } MB。无法保存的文本在关闭本页后就会失去；请保存工作文件以作保留。
notice-little-memory = 这批文件共 { $given } MB，而本页的内存只容得下 { $room } MB 文字。容不下的会略去并逐一列出；如要加入，请先移除不再需要的文本。
notice-memory-fills = 自备文本已用去本页大部分的内存，还容得下 { $room } MB 文字。请移除不再需要的文本；对全部文本计算可能超出内存，缩小范围则不会。
notice-unkept-lost = 分析程序重新启动后，有一项这个浏览器没有保存的更改无法重做（{ $detail }）。请查看自备文本和自定义词典，把缺少的重新加入。
notice-sandboxed = 本页放在受限制的框架（sandbox）内，不能保存任何东西：你加入的文本和设置，关闭本页就会消失。请导出工作文件，或直接打开本页的网址。
notice-texts-lost = 这个浏览器中保存的部分自备文本无法读取（{ $detail }）；原有数据原封不动。请重新加载本页；若另一个窗口的版本较新，请先更新本页。
notice-unkept = 更改现已生效，但浏览器没有存下（{ $detail }），关闭本页就会失去。请允许本网站保存数据，或立即导出词典。
notice-corrected = 已改正：{ $tokens } 个形符的切分改变。
notice-effect-moved = 已改判；比对、报告与导出的文件都照此计算。
notice-effect-found = 已还原为原判。
notice-undone = 已撤销。
notice-redone = 已重做。
notice-removed = 已移除这一条。
notice-cleared = 已移除全部词条。
notice-regional-saved = 已保存这一组用语，计算与比对随即依照。
notice-regional-removed = 已从用语表移除这一组。
notice-regional-cleared = 用语表已还原。
notice-switched-on = 已启用这一条。
notice-switched-off = 已停用这一条。
notice-imported = 已加入 { $added } 条。
notice-not-text = 这个文件不是 UTF-8 文本。请另存为 UTF-8 后再选。

## Failures: each says what to do
failure-cancelled = 已取消。
failure-unknown-story = 这里没有“{ $id }”这一篇。请在“版面”或上方的列表另选一篇。
failure-empty-scope = 所选范围内没有一个词。请改选载有文章的报纸、版面或篇目。
failure-same-stories = 目标与参照是同一批文章，没有分别可言。请改选参照。
failure-file-changed = 文件 { $address }（{ $bytes } 个字节）不是本页所用的那一个，分词和词频会因此出错，所以没有开始分析。请重新加载本页；若仍然如此，请网站管理员重新上传整个文件夹。
failure-empty-node = 没有输入要查的词。请在上方输入一个词。
failure-punctuation = “{ $item }”是标点，不计入词数。请输入词语。
failure-regex = /{ $item }/ 不是正则表达式（英文说明：{ $reason }）。请在上方修正。
failure-regex-large = /{ $item }/ 过大。请减少或缩短重复次数。
failure-date = “{ $given }”不是日期。请写成 YYYY-MM-DD。
failure-dates-backward = { $to } 早于 { $from }。请对调两个日期。
failure-list-empty = 词表是空的。请每行写一个词、一个制表符和词频。
failure-list-columns = 词表第 { $line } 行不是“词、制表符、词频”。
failure-list-frequency = 词表第 { $line } 行：词频须为 1 或以上的整数。
failure-list-twice = 词表第 { $line } 行的词前面已出现。请把两个词频相加。
failure-list-large = 词表从第 { $line } 行起，词频总和超过 4,294,967,295。
failure-span = 跨距较宽一侧须为 1 至 { $widest } 个词；另一侧可为 0。
failure-ngram-length = N 元组的长度为 1 至 { $longest } 个词，先写较短的。
failure-one-story = TF-IDF 要把文章与其他文章比较，目前只加载了一篇。请加入文章，或改用 TextRank。
failure-story-count = 请选 2 至 { $most } 篇文章，每篇一次。
failure-too-much-text = 这 { $stories } 篇文章共 { $wan } 万字；所有文章互相比对，最多 { $wan-limit } 万字。请选择较少的文章，例如一份报纸、一个版面或某几天。
failure-unknown-entry = 自定义词典已没有“{ $word }”这一条，可能在另一个窗口删去了。
failure-unknown-text = 已没有“{ $id }”这份文本，可能在另一个窗口移除了。
failure-text-changed = 这份文本刚在别处改动过，页面已更新。请看清楚再做一次。
failure-nothing-to-split = 这一段已是一篇的开头。请在后面的段落分篇。
failure-nothing-before = 第一篇之前没有文章可以并入。
failure-empty-block = 一段不能没有文字；要略去请按“略去”。
failure-no-bytes = 这份文本没有留下原来的字节，不能改用别的编码。请重新加入文件。
failure-session = 这个文件不是对读的工作文件。请选“导出工作文件”所得的文件。
failure-session-new = 工作文件的版本是 { $version }，本页只读到 { $known }。请重新加载本页以取得新版。
failure-nothing-to-undo = 自定义词典没有可撤销或重做的更改。
failure-broken-model = 分词模型的文件已损坏，或版本不同。请重新加载本页；若仍然如此，请网站管理员重新上传整个文件夹。
failure-no-margins = 只有准确模式知道每个词有多大把握，请改用准确模式。
failure-no-model = 这项功能要用分词模型，而模型尚未加载。请重新加载本页再试。
failure-no-dictionary = 这项功能要用 jieba 词典，而词典尚未加载。请重新加载本页再试。
failure-broken-dictionary = 词典文件第 { $line } 行不是“词 频 词性”，无法分词。请重新加载本页；若仍然如此，请网站管理员重新上传词典文件。
failure-load = 分析程序无法加载{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。请检查网络后重新加载本页；若仍然如此，服务器上的文件可能不齐全，请网站管理员重新上传整个文件夹。
failure-file = 无法取得文件 { $address }{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。请检查网络后重新加载本页。
failure-version = 本页的版本（{ $page }）与分析程序的版本（{ $worker }）不同，多半是浏览器留着旧文件。请清除浏览器的缓存文件，再重新加载本页。
failure-timed-out = 分析程序 { $seconds } 秒内没有回应。请重新加载本页。
failure-wrong-answer = 分析程序答了另一个问题。请重新加载本页。
failure-file-stalled = 文件 { $address } 有 { $seconds } 秒没有传来任何内容。请检查网络后重新加载本页。
failure-crashed = 分析程序在这个问题上出错而停止，这是对读的程序错误{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。其他功能可继续使用；请把所问的内容告知开发者。
failure-lost = 分析程序在这个问题上停了两次，多半是内存不足{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。请缩小范围，或关闭其他标签页后再试。
failure-silent = 分析程序两次超过 { $seconds } 秒毫无动静。请缩小范围再试，或重新加载本页。

## First screen
rail-invitation = 粘贴两篇，或把文件拖到任何地方
start-title = 两篇并读
start-question = 两份报纸怎样写同一件事？
start-lead = 粘贴两篇，马上看到各自写了什么、漏了什么、哪些数字和引语不同。文字只在这台电脑上处理，不会送出。
start-box-a = 甲篇
start-box-b = 乙篇
start-paste-a = 在这里粘贴第一篇（Ctrl+V），或拖入文件、整个文件夹
start-paste-b = 粘贴第二篇
start-file = 选择文件
start-file-a = 为甲篇选择文件
start-file-b = 为乙篇选择文件
start-known = 报纸、日期（会自动识别）
start-held = { $stories ->
    [1] { $characters } 字
   *[other] { $stories } 篇，共 { $characters } 字
}
start-other = 换另一篇
start-other-than = 不用《{ $title }》，换另一篇
start-go = 并读
start-by-itself = 两篇都有了，比对会自动打开。
start-next-a = 请再粘贴甲篇。
start-next-b = 请再粘贴乙篇：在任何地方按 Ctrl+V 都可以。
start-ready = 两篇都有了。
start-adding = 正在读入两篇……
start-lacks-a = 甲篇还是空的：请粘贴文字，或者拖入、选择文件。
start-lacks-b = 乙篇还是空的：请粘贴文字，或者拖入、选择文件。
start-no-text = 其中一篇没有可以比对的文字。
start-several = 这些文字不止两篇：请选出要比对的两篇，或选一件几篇都写到的事。
start-own = 自备文本
start-example = 示例：{ $a }与{ $b }，{ $date }
start-open-example = 打开这个比对
start-pages = 整版报纸、一个文件夹
start-pages-about = 自动接回断行、分成各篇，找出哪些写同一件事
start-facts-about = 数字、日期、人物、引语，每报一栏，逐格可查
start-counts = 词频、主题性、索引
start-counts-about = 每个数字都可点开：算式、出处、引用格式

## Unknown addresses
page-unknown = 找不到这一页
not-found = 网址“{ $address }”之下没有内容，可能是抄漏了字，或来自另一个版本。
missing-title = 这个链接所指的文本不在这个浏览器里（{ $n } 篇）
missing-unnamed = 没有标题的文本
missing-why = 那是别人在另一个浏览器加入的。自备文本只存于加入它的浏览器：链接只写明是哪一篇，不带全文，这里也不会拿别的文本顶替。
missing-how = 请向传链接的人索取工作文件（自备文本→“导出工作文件”），在此打开；或者自行加入同一文本，链接就会自动打开。
missing-add = 加入文本
link-edited = 这一页有文本在链接制成之后修订过，位置和数目或与发送者所见不同。
not-found-papers = 到“版面”，由全部文章选起

## Stories and scopes
story-untitled = （标题佚）{ $opening }
story-length = { $characters } 字，{ $words } 词
story-text-label = 文章全文：按左右键逐词移动，按 Enter 查该词的出处
picker-story = 文章
picker-scope = 范围
picker-search = 搜索
picker-choose = 选定
picker-how = 尚未选定：按 Enter 选定这一篇，按 Esc 返回。
picker-narrow-label = 以标题、报纸名或日期缩小列表
picker-narrow = 输入标题、报纸名或日期（{ $shown }／{ $found } 篇）
picker-none = （请选一篇）
scope-all = 全部文章
scope-rest = 其余全部文章
scope-stories = { $n } 篇文章
scope-headlines = 标题
scope-bodies = 正文
scope-group-whole = 整体
scope-group-papers = 报纸
scope-group-pages = 版面
scope-group-stories = 文章

## Parts of a page
block-headline = 标题
block-kicker = 引题
block-deck = 副题
block-byline = 署名
block-subhead = 小标题
block-paragraph = 正文
block-pull-quote = 摘句
block-caption = 图片说明
block-note = 编者按
block-furniture = 版面杂项

## Pages
papers-title = 版面
papers-lead = 已加载的版面与文章。两报同一天刊出同一件事，可以并排细看，哪些字句照录、哪些改动、哪些删去。
papers-same-event = 同一事件
papers-compare = 并排比对
papers-counts = { $stories } 篇，{ $characters } 字，{ $words } 词
papers-page-words = 本版词频
papers-add = 加入自己的文本
papers-correct = 查看及修正分篇
papers-more = 显示更多版面（另有 { $n } 页）

## Read
read-marks = 标注
read-plain = 原文
read-boundaries = 词界
read-tags = 词界与词性
read-doubts = 存疑的词
read-doubts-about = 本篇有 { $n } 个词的差距少于 { $below }：另一种切分的得分相近。下列各词之后为另一种切分，以及模型得分的差距。
read-names = 专名
read-names-about = 以下划线标示人物（实线）、地点（点线）和机构（双线），并在旁列出
read-names-none = 这篇没有找到专名。
read-frequency-range = 若存疑之处改取另一种切分，频次介于 { $least } 与 { $most } 之间。
read-aside = 本篇的词
read-hint = 点击文中任何一个词，可看它在各篇的出处。
read-places = { $n } 次，见于 { $stories } 篇。
read-all-places = 逐条索引
read-top-words = 常见词
read-elsewhere = 由本篇出发
read-compare = 与另一篇并排比对
read-words = 本篇词频表
read-keyness = 本篇对其余各篇的主题词
read-keywords = 本篇关键词（TF-IDF、TextRank）
read-mended = 由版面到本文
warning-joined = 第 { $line } 行：被分栏切断的段落已接回。
warning-dropped = 第 { $line } 行：不属于任何一篇，已略去。
warning-kicker = 第 { $line } 行：混入正文的引题已取出。
warning-replaced = 自第 { $line } 行起有字节在此编码中无意义，以 � 代替。
warning-control = 自第 { $line } 行起有控制字符或不可见字符，已取走。
warning-mixed = 自第 { $line } 行起有文字用了另一种编码，已按该编码读取。
warning-unsure = 编码只是推测：另一种编码也几乎同样可能。
warning-markup = 第 { $line } 行：标记损坏，可能缺少文字。
warning-notes = 文中提到的脚注或尾注在文件中找不到内容。
warning-frame = 网页正文以外的菜单等已列为版面杂项。
warning-rivalled = 第 { $line } 行：网页正文由此开始；网页另一部分也几乎同样像正文。
warning-unwrapped = 第 { $line } 行：由此起，被分栏切断的各行已接回。
warning-headline-after = 第 { $line } 行：排在正文之后的标题已移到正文之前。
warning-no-headline = 第 { $line } 行：由此开始的一篇找不到标题。
warning-uncertain = 第 { $line } 行：无法确定此处是否另一篇的开始。
warning-unread-page = PDF 有一页没有文字，或无法完整读取。
warning-unplaced = 第 { $line } 行：在版面上没有位置的文字，已放到该页末尾。
warning-overprint = 第 { $line } 行：同一处重叠印了两次的文字只读一次。
warning-gloss = 第 { $line } 行：字旁的注音小字已略去。
warning-form = 有部首符号、竖排标点或其他字形代替外形相同的文字，已换回一般文字。
warning-row = 这一行的列数与表头不同，请检查正文止于何处。
warning-letters = 自第 { $line } 行起有逐字隔开的文字，字间的空格已取走。
warning-quote = 表格中有引号没有成对，已当作文字读取。

## Parts of speech
read-legend = 词性（parts of speech）
tag-nr = 人名
tag-ns = 地名
tag-nt = 机构名
tag-nz = 其他专名
tag-n = 名词
tag-t = 时间词
tag-s = 处所词
tag-f = 方位词
tag-m = 数词
tag-q = 量词
tag-b = 区别词
tag-a = 形容词
tag-z = 状态词
tag-v = 动词
tag-vn = 名动、名形词
tag-d = 副词
tag-r = 代词
tag-p = 介词
tag-c = 连词
tag-u = 助词
tag-i = 成语
tag-l = 习用语
tag-j = 简称
tag-g = 语素
tag-affix = 前后缀
tag-particle = 语气、感叹、拟声词
tag-eng = 外文
tag-x = 词典未收

## Compare
compare-pair = 正在比对：《{ $a }》与《{ $b }》。
compare-title = 比对（collation）
compare-length = { $characters } 字，{ $sentences } 句
compare-fold = 略去
compare-fold-variants = 异体字
compare-fold-punctuation = 标点
compare-swap = 左右对调
compare-keyness = 两篇主题词
side-a = 甲篇
side-b = 乙篇
side-paper = 《{ $paper }》
sentence-number = 第 { $n } 句，对应另一篇第 { $partners } 句
only-tag = 只见于{ $name }
flow-same = ＝ 乙篇第 { $n } 句
filter-only = 只看一类
filter-only-title = 按一类即只看这一类，再按则全部显示
filter-marks = 差异类别
mark-variant = 异体字
mark-punctuation = 标点
mark-number = 数字
mark-wording = 换词
mark-addition = 增加
mark-omission = 删去
mark-moved = 移位
mark-only = 独有
mark-sign-variant = 异
mark-sign-punctuation = 标
mark-sign-number = 数
mark-sign-wording = 换
mark-sign-addition = 增
mark-sign-omission = 删
mark-sign-moved = ⇄
mark-sign-only = 独
walk-label = 逐处细看
walk-next = 下一处
mover-label = 这处差异属哪一类
mover-counts-as = 属
mover-found = 原判“{ $effect }”
walk-previous = 上一处
walk-announce = 第 { $n } 处，共 { $total } 处：{ $what }
overview-label = 甲篇文字有 { $aInB }% 见于乙篇，乙篇文字有 { $bInA }% 见于甲篇。
finding-one-release = 两报同一天所刊，大体是同一篇文字。
finding-paired = { $a }{ $total } 句之中，[paired|{ $paired } 句]见于{ $b }，[same|{ $same } 句]逐字相同。
finding-no-differences = 对应的句子之间没有差异。
finding-only-a = 只见于{ $a }的有 [only-a|{ $onlyA } 句]。
finding-only-b = 只见于{ $b }的有 [only-b|{ $onlyB } 句]。
finding-only-both = 只见于{ $a }的有 [only-a|{ $onlyA } 句]，只见于{ $b }的有 [only-b|{ $onlyB } 句]。
finding-none = { $a }与{ $b }之间找不到相对应的句子。可比较两篇的主题词。
finding-empty = 其中一篇没有正文可供比对。请另选一篇。
apparatus-title = 校勘记（apparatus）
apparatus-kind = 类别
apparatus-sentence = 句
apparatus-lacks = 无此字句
apparatus-empty = 所选类别之内没有差异。

## Tables
table-more-columns = 右侧还有列 →
chart-goes-on = 图比页面宽，可左右滚动 ↔
table-sort = 排序
table-columns = 列
column-of-side = { $column }（{ $side }）
chart-place = 图表
chart-above = 图在表上
chart-beside = 图在表旁
chart-below = 图在表下
table-cuts = 数值筛选
table-cuts-now = 数值筛选：{ $cuts }
table-cuts-about = 不计正负号；留空即不限。导出的文件与所列相同。
proof-title = 数字的由来
proof-places = 出处
proof-copy = 复制为脚注：
proof-formula = { $formula }，即{" "}
proof-step = { $name }：{ $formula }{ $filled }
proof-between = ；
proof-footnote = “{ $word }”{ $steps }。{ $note }计算范围：{ $basis }。对读 { $version }。
column-rank = 序
column-word = 词
column-frequency = 频次
column-per-10k = 每万词
column-range = 篇数
column-dp = DP
column-juilland = D
column-frequency-a = 目标
column-per-10k-a = 每万词
column-frequency-b = 参照
column-per-10k-b = 每万词
column-story = 出处
column-left = 前文
column-node = 节点词
column-right = 后文
field-minimum = 最少频次
field-filter = 含有
words-title = 词频（word frequency）
words-summary = { $scope }：{ $stories } 篇，{ $tokens } 形符（tokens），{ $types } 类符（types）；列出 { $listed } 个。
words-empty = 没有一个词符合条件。请减少最少频次，或清除筛选。
formula-range = 出现的篇数 ÷ 全部篇数
formula-words-note = f 是频次，N 是范围内的总形符数（标点不计）。sᵢ 是第 i 篇占全部形符的比例，vᵢ 是该词有多少出自第 i 篇；DP 为 0 即分布均匀，越近 1 越集中（Gries 2008）。V 是各篇相对频率的变异系数，n 是篇数；Juilland 的 D 为 1 即均匀。

## Keyness
keyness-title = 主题性（keyness）
keyness-target = 目标语料
keyness-reference = 参照语料
keyness-measure = 排序
keyness-sign = 列出
keyness-both = 正负
keyness-positive = 正主题词
keyness-negative = 负主题词
keyness-summary = 目标 { $a } 形符，参照 { $b } 形符；列出 { $listed } 个词。
keyness-empty = 两边没有可比的词。请换一个范围，或减少最少频次。
keyness-low-expected = 期望频次少于 5，这个 p 值不可靠
keyness-low-expected-sign = 少
formula-expected = 期望频次
formula-keyness-note = a、b 是目标与参照的频次，N₁、N₂ 是各自的总形符数，O 是观察值，E 是期望值，四格相加（Dunning 1993）。G² 达 3.84、6.63、10.83、15.13，分别相当于 p < .05、.01、.001、.0001。负号表示目标较少用。Log Ratio 加 1，用得多一倍；频次为 0 者作 0.5 计（Hardie 2014）。

## Concordance
concordance-title = 索引（concordance）
concordance-sort = 排序
concordance-sort-text = 原文次序
concordance-sort-left = 前文
concordance-sort-right = 后文
concordance-empty-node = 输入一个词，这里就列出它每一处的上下文（KWIC）。按 / 可到输入框。
concordance-none = “{ $node }”不是{ $scope }之内的词。可试短一点的词，或在“阅读”看该处如何分词。
concordance-summary = “{ $node }”在{ $scope }出现 { $n } 次，见于 { $stories } 篇。

## About
about-title = 说明
about-lead = 对读（Duìdú）把中文报纸并排细读：同一件事，各报照录了什么，改动了什么，删去了什么；并把词逐个数清。
about-private = 一切都在这个浏览器内计算。文字不会离开这台电脑；指向自备文本的链接，只带标题、报纸名和日期。加载之后，本页只会向所在网站取自己的文件：存起来供离线使用，以及查看有没有新版本。
about-offline-kept = 这个浏览器已存有本页的文件，没有网络也能使用。
about-offline-newer = 新版本已存好，下次重新加载时启用。
about-offline-refused = 这个浏览器没有存起本页的文件，每次打开都要连接。原因：{ $detail }
about-methods = 计算方法
about-references = 参考文献
about-words = 分词（word segmentation）
about-licences = 许可
about-api-title = 编程接口
about-per-10k = 相对频率：每一万个词之中出现多少次。标点与空白不计。
about-range = 在多少篇文章中出现。
about-dp = Gries 的离散度：各篇实际所占比例与应占比例之差，相加再折半。0 为均匀，1 为集中于一篇。
about-juilland = Juilland 的 D：V 为各篇相对频率的变异系数，n 为篇数。1 为均匀。
about-g2-term = G²（对数似然比，log-likelihood）
about-g2 = 观察与期望之别，四格计算，与 AntConc 4 相同。正号表示目标较多用，负号表示较少用。期望频次少于 5 者另加标记。
about-log-ratio-term = Log Ratio（效应量，effect size）
about-log-ratio = 两边相对频率之比的以 2 为底的对数：1 即多一倍，2 即四倍。频次为 0 者作 0.5 计。
about-alignment-term = 句子对应（alignment）
about-alignment = 先以实词找出相近的句子，不论次序；再在每对句子之内逐词比较，差异分为异体字、标点、数字、换词、增、删六类，另标移位。标题与图片说明照列，不参与对应。
about-segmentation = 先把异体字与简体字逐字折合成词表所知的写法，再由以分好词的句子训练而成的模型找出最可能的词；快速模式则用 jieba 及其词典。页面上的字始终是原文。
about-dictionary = 模型的词表共 { $entries } 条，SHA-256：{ $sha256 }
about-licence-app = 对读本身：MIT。
about-licence-model = 分词模型以 Universal Dependencies 的 Chinese-GSD、-PUD、-HK 训练，词表取自 rime-cantonese 与 jieba：CC BY-SA 4.0。
about-licence-jieba = jieba 词典（fxsjy/jieba）：MIT。
about-licence-opencc = 字形对照表（OpenCC）：Apache 2.0。
about-licence-pdf = 读取 PDF 的 pdf.js（Mozilla）：Apache 2.0。
about-licence-pages = 五个版面的文字属于《大公报》与《香港文汇报》所有，仅作示例。
about-api = 在浏览器的控制台输入 duidu 即可由程序查询，例如 await duidu.compare("003-1", "004-1")。
about-version = 版本 { $version }，构建 { $build }

## Two segmenters on one text
segmenters-title = 分词对照
segmenters-about = 同一段文字以两种方法分词，分歧之处上行为 A、下行为 B。
segmenters-own-text = 改用自己的文字
segmenters-text = 粘贴文字（不会离开这台电脑）
segmenters-cut = 分词
segmenters-summary = A 得 { $a } 词，B 得 { $b } 词，两者相同 { $both } 词；一致程度（F1）{ $f1 }%。
segmenters-partings = 分歧
segmenters-place = 原文
segmenters-on-paper = A { $a } · B { $b }
segmenters-more = 另有 { $n } 种，见上文。
read-segmenters = 以两种方法为本篇分词
mode-accurate = 准确
mode-fast = 快速（jieba）
mode-character = 逐字

## Words or terms
terms = 单位
terms-fine = 词
terms-coarse = 词组
about-terms = 以词组为单位时，相邻而成为一个词组的词当作一个单位计算和比对：日期、数量、机构和职衔按规则，名称和固定说法按词表，其余由各篇报道自身的统计找出（C-value，Frantzi、Ananiadou 与 Mima 2000）。组合时不会切开任何词，也不会跨越标点。

## Correcting words in place
correct-open = 改分词
correct-title = 改正此处的分词
correct-now = 目前：{ $words }
correct-gap = 在“{ $before }”与“{ $after }”之间断开
correct-take-in = 连同“{ $word }”
correct-hint = 点击两字之间即在该处断开；也可连同旁边的词。
correct-nothing = 此处没有词。
correct-where = 范围
correct-everywhere = 各处
correct-here = 只限此处
correct-kind = 作为
correct-kind-none = 一般词
correct-strength = 强度
correct-accept = 确定
correct-look-up = 查索引
strength-forced = 强制
strength-recommended = 建议
effect-title = 影响
effect-none = 已加载的文章没有改变。
effect-counts = { $stories } 篇之中有 { $tokens } 个形符改分；{ $words } 个词的频次、{ $ranks } 个词的名次随之改变。

## The dictionary
dictionary-title = 自定义词典（user dictionary）
dictionary-lead = 你对分词的改正。所有计算与比对都依照它，并存于这个浏览器。在任何文章选择文字再按 e，即可加入。
dictionary-summary = 共 { $entries } 条，找到 { $found } 条。
dictionary-first = 只列出前 { $listed } 条，其余请搜索。
dictionary-empty = 词典还没有词条。
dictionary-none = 没有词条含有这些字。请清除搜索。
column-rule = 规则
column-tag = 词性
column-kind = 类别
column-forms = 文中写法
column-occurrences = 出现位置
column-enabled = 启用
rule-join = 合为一词
rule-split = 拆开
rule-here = 只限 { $story }
rule-move = 差异改判为“{ $effect }”
rule-between = { $a } 对 { $b }
entry-word = 词；要拆开处加 /
entry-add = 加入
entry-save = 保存
entry-edit = 修改
entry-edit-word = 修改“{ $word }”
entry-remove = 移除
entry-remove-word = 移除“{ $word }”
entry-switch = 启用“{ $word }”
entry-no-word = 没有词，或汉字旁有空格。
entry-punctuation = 只有标点；标点不能成词。
entry-one-character = 只有一个字；词条最少两个字。
entry-too-long = 超过 64 个字。
entry-frequency = 词之后既不是词频（大于 0 的整数），也不是词性（例如 n、nr）。
entry-tag = 词性要用拉丁字母，例如 n、nr。
entry-columns = 多于“词 频 词性”三列。
entry-parts = 各部分合起来不是该词，或少于两部分。
entry-place = 无法读出这项改正的位置。
entry-reserved = 词不可这样开头，这在文件内另有用途。
entry-contradiction = 与前面一行说法不同；以这一行为准。
entry-regional-columns = 一组用语要有五列，以制表符分隔：香港、台湾、内地、澳门、新加坡。
entry-regional-no-word = 有一列没有词或只有标点，或 / 的一边没有词。
entry-regional-same = 各地写法相同，不必列入。
import-title = 导入
import-lead = 每行一条：词、频、词性，与 jieba 相同，后两项可略。不写频是强制成词，写频是建议。频作 0 并写出各部分（龚正在 0 龚正/在）即拆开。无论其他行如何，正确的行都会保留。
import-file = 文件（.txt，UTF-8）
import-paste = 或粘贴词条
import-example = 龚正 nr
import-action = 导入粘贴的词条
import-result = 加入 { $added } 条；{ $errors } 行无法照读。
import-line = 第 { $line } 行：
import-more = 另有 { $n } 行。
tab-regional = 各地用语
regional-lead = 同一事物在各地的说法。比对时标为地区用语；计算时可连同各地用语合计。你的改动存于这个浏览器。
regional-hint = 至少填两地，留空的跟随邻近地区。一地有多个说法，以 / 分隔。词后加 ? 表示另有别义：比对时标出，但不合计。
regional-changed = 只列改动过的
regional-summary = 表中 { $sets } 组，改动过 { $changed } 组；列出 { $found } 组。
regional-none = 没有这样的一组。请清除搜索，或在上面加入。
regional-restore = 恢复
regional-restore-set = 恢复“{ $word }”
regional-clear = 还原用语表
regional-import-lead = 每行一组，五列以制表符分隔：香港、台湾、内地、澳门、新加坡（含马来西亚），与导出的文件相同。无法照读的行会逐一列出，其他行照样加入。
regional-import-example = 的士	计程车	出租车	的士	德士

## How words are found
mode-label = 分词方式
mode-accurate-meaning = 用训练好的模型，错得最少
mode-fast-meaning = 用 jieba 及其词典，与多数程序相同；首次使用时才取得词典
mode-character-meaning = 不分词，逐字计算，也不用自定义词典

## The editorial report
report-title = 编辑报告
report-side-by-side = 原文对照
report-made = 以“对读”制作
report-stories = 文章
report-paper = 报纸
report-date = 日期
report-headline = 标题
report-characters = 字数
report-frames = 标题、副题、图片说明与署名
report-dateline = 电头
report-measure = 项目
report-value = 数值
report-relation = 两文关系
relation-shared = 有共同文字
relation-identical = 文字相同
relation-other-script = 部分文字相同，繁简不同
relation-nothing-shared = 没有共同的句子
relation-other-language = 没有共同文字：两文语言不同
relation-empty = 其中一篇没有正文
report-reuse-forth = 前者见于后者的比例
report-reuse-back = 后者见于前者的比例
report-copied-forth = 前者成段沿用的比例
report-copied-back = 后者成段沿用的比例
report-discounted-forth = 前者沿用比例（扣除套语）
report-discounted-back = 后者沿用比例（扣除套语）
report-minimum-run = 最短连续字数
report-aligned = 对齐段落
report-identical = 其中完全相同
report-split = 拆开的句子
report-merged = 合并的句子
report-moved = 移位的段落
report-order-kept = 次序不变。
report-dropped = 只见于前文的句子
report-added = 只见于后文的句子
report-none = 无。
report-changes = 改动的用字
report-type = 类别
report-before = 前文
report-after = 后文
report-count = 次数
report-places = 位置
report-sentence = 句
report-script = 繁简
report-regional = 地区用语
regional-words = 地区用语：{ $a } → { $b }
region-hong-kong = 香港
region-taiwan = 台湾
region-mainland = 内地
region-macau = 澳门
region-singapore = 新加坡
report-one-to-many = 一简对多繁，疑为误转
report-width = 全角半角
report-effect = 影响
effect-fact = 事实
effect-voice = 语气
effect-wording = 措辞
effect-form = 形式
report-favoured = 各报偏好的词
report-favoured-note = 已扣除共同文字，以 G² 比较余下部分。期望次数低于 5 者不列 p 值。
report-word = 词
report-here = 本文
report-elsewhere = 其他各文
report-g2 = G²
report-log-ratio = Log Ratio
report-p = p
report-low-expected = 期望次数低于 5

## What stands together under one name
tab-words = 词频表
tab-phrases = 短语
tab-terms = 词组
tab-names = 专名
tab-measures = 篇章数据
tab-keyness = 主题性
tab-keywords = 单篇关键词
tab-concordance = 索引
tab-collocates = 搭配词

## Fields of the tables
action-apply = 应用
action-copy = 复制
field-any = 不限
field-filter-hint = 天*、/第.+/
field-shortest = 字数从
field-longest = 至
field-fold = 合计
fold-auto = 繁简并存时合计
fold-apart = 各种写法分开
fold-variants = 异写合计
fold-regional = 连同各地用语合计
fold-both-scripts = 繁简写法已合计。
fold-tell-apart = 分开计算
about-fold = 同一个词的不同写法（如“臺灣”与“台灣”）合并计算，各种写法照原文列出。
stop-leave-out = 略去停用词
stop-list = 停用词表：{ $n } 个
stop-lead = 每行一个词。表内的词不列出，各项数字不变。
stop-changed = 与默认词表不同：加入 { $added } 个，取出 { $kept } 个。改动记在网址之内。
stop-reset = 还原默认
stop-own = 用我的停用词表
chart = 图
chart-data = 图的数据
unit-words = 词

## Scopes in detail
scope-detail = 细选范围
scope-parts = 部分
scope-whole = 全文
scope-days = 日期
scope-from = 由
scope-to = 至
scope-by-hand = 逐篇选择（已选 { $n } 篇）
scope-by-hand-only = 只计选择的文章，忽略日期。
scope-by-hand-none = 全部不选
scope-list = 我的词频表

## Columns and proofs
column-id = 编号
column-tokens = 形符
column-types = 类符
column-hapaxes = 单现词
column-sentences = 句数
column-sentence-length = 每句词数
column-density = 实词比例
column-words = 词数
column-phrase = 短语
column-term = 词组
column-source = 组合依据
column-collocate = 搭配词
column-together = 共现
column-by-place = 位置分布
column-difference = 甲 − 乙
column-p-adjusted = p（BH）
about-by-place = 该词在节点词左右各位置出现的次数
about-p-adjusted = 就全部比较的词校正的 p 值（Benjamini 与 Hochberg 1995）
about-ttr = 类符与形符之比
about-sttr = 每 100 词一段的类符比例，各段平均（Johnson 1944）
about-mattr = 每一个 100 词窗口的类符比例，逐窗平均（Covington 与 McFall 2010）
about-mtld = 文本词汇多样性（McCarthy 与 Jarvis 2010）
about-sentence-length = 正文每句的词数
about-density = 实词占全部形符的比例
spread-title = “{ $word }”在各篇的分布
spread-about = 每篇每万词的次数；横线是全部合计的 { $overall }。
spread-about-joined = 一条合计相邻的几篇，高低是每万词的次数；横线是全部合计的 { $overall }。逐篇的数字在图下的数据。
spread-story = { $story }：{ $size } 词之中 { $n } 次，每万词 { $rate }
formula-collocates-note = O 是两词在跨距内共现的次数，f(n)、f(c) 是节点词与搭配词在范围内的频次。R 是节点词所有窗口内的位置数，C 是搭配词落入的窗口数，P 是跨距内所有成对位置。logDice 据 Rychlý（2008），MI 据 Church 与 Hanks（1990），期望值据 Evert（2008）。
formula-phrases-note = f 是这些词相连出现（中间无标点）的次数，N 是范围内的总形符数。各次可以重叠。
formula-terms-note = 出处以词组为单位计算。|a| 是词组的词数，f(a) 是频次，t(a) 是它在较长候选词组之内的频次，c(a) 是那些候选的数目（Frantzi、Ananiadou 与 Mima 2000）；NPMI 是两部分结合的紧密程度，由 −1 至 1（Bouma 2009）。两项都就全部文章计算。
formula-names-note = f 是该专名所有写法的频次，只计模型认出的；字面相同而未认出的不计。出处连同所有写法。
formula-measures-note = N 是形符（tokens），V 是类符（types），V₁ 是只出现一次的词，S 是句数。STTR 是每 100 词一段的类符比例平均（Johnson 1944），MATTR 是所有 100 词窗口的平均（Covington 与 McFall 2010），MTLD 是类符比例保持在 0.72 以上的段落的平均长度，顺读与倒读平均（McCarthy 与 Jarvis 2010）。文章过短则没有该项数值。
formula-tfidf-note = f 是该词在本篇的频次，n 是已加载的篇数，d 是含该词的篇数（Manning、Raghavan 与 Schütze 2008，第 6.2 节）。停用词与单字词不计。
formula-textrank-note = 相距少于五个词的两个词相连；S 是词的得分，g 是与它相连的词数（Mihalcea 与 Tarau 2004）。候选词为名词、专名、名动词、形容词、成语与简称。

## Phrases
phrases-title = 短语（phrases）
phrases-kind = 列出
phrases-maximal = 重复短语
phrases-ngrams = N 元组
phrases-least-words = 最少词数
phrases-shortest = 词数从
phrases-longest = 至
phrases-summary = { $scope }：{ $tokens } 形符，重复出现的短语 { $total } 个（两端再加一词就较少见）；列出 { $listed } 个。
phrases-summary-ngrams = { $scope }：{ $tokens } 形符，N 元组（n-grams）{ $total } 个；列出 { $listed } 个。
phrases-empty = 没有短语符合条件。请减少最少频次或词数。

## Terms
terms-title = 词组（terms）
terms-lead = 以词组为单位时，相邻的词合成哪些单位，以及合成的依据。
terms-summary = { $scope }：{ $types } 个词组；列出 { $listed } 个。
terms-empty = 这里没有合成的词组。请扩大范围，或清除筛选。
terms-none-characters = 逐字计算时没有词组。请改用其他分词方式。
names-title = 专名（named entities）
names-lead = 各篇提到的人物、地点和机构，由模型找出，可能有错漏。同一篇之内，简称和“姓氏加职衔”计入最完整的写法。
names-summary = { $scope }：{ $types } 个专名；列出 { $listed } 个。
names-empty = 没有专名符合条件。请扩大范围，或清除筛选。
term-reader = 自定义词典
term-list = 词组表
term-date = 日期
term-quantity = 数量
term-ordinal = 序数
term-organisation = 机构
term-office = 职位
term-title = 人名前的职衔
term-quoted = 引号之内
term-statistics = 统计

## Measures of stories
measures-title = 篇章数据（story measures）
measures-summary = { $scope }：{ $stories } 篇，{ $tokens } 形符。文章过短而没有的数值作“–”。
measures-read = 连同词界阅读

## Keywords of one story
keywords-title = 单篇关键词（keyword extraction）
keywords-method = 方法
keywords-summary-tfidf = { $story }：{ $total } 个词，在本篇常见而在 { $stories } 篇之中少见。
keywords-summary-textrank = { $story }：{ $total } 个词，按与篇内其他词的联系排列。
keywords-empty = 本篇没有可列的关键词：篇篇都有的词不计，停用词不计。请另选文章或方法。

## Keyness in a plot, and one's own list
measure-odds-ratio = 优势比
measure-simple-maths = Simple maths
plot-title = 主题词：频次与效应量
plot-about = 中线以上目标较多用，以下参照较多用。由最强起，{ $listed } 个之中画出 { $shown } 个。
plot-frequency = 两边合计频次
plot-effect = Log Ratio
plot-dot = { $word }：目标 { $a } 次，参照 { $b } 次；Log Ratio { $effect }，得分 { $score }
reference-title = 我的词频表（{ $n } 行）
reference-lead = 每行一个词、一个制表符、词频；也可用这里存为 TSV 或 AntConc 4 保存的词频表。词频表只存于这个浏览器。
reference-paste = 粘贴词频表
reference-example =
    的{"\u0009"}5120
    天气{"\u0009"}812
reference-file = 或选文件
reference-forget = 移除词频表
reference-none = 还没有词频表。请在上方粘贴，或改选其他参照。
notice-list-unkept = 这份词表现已使用，但浏览器没有存下，关闭本页就会失去。

## Concordance in detail
node-help = 节点词的写法
node-example-word = 天气
node-example-phrase = 天气 预报
node-example-wildcard = 天*
node-example-regex = /第[一二三]次?/
node-example-tag = {"["}tag=nr]
node-example-mixed = {"["}tag=a*] 天气
node-help-word = 一个词，照原文
node-help-phrase = 几个相连的词
node-help-wildcard = 一个词；* 代表任何文字，? 代表一个字
node-help-regex = 符合正则表达式的一个词
node-help-tag = 这个词性的词；[tag=n*] 为所有名词
node-help-mixed = 混合：“天气”前面的形容词
concordance-levels = 排序依据
concordance-level = 第 { $n } 层
concordance-group = 按文章分组
concordance-context = 上下文
concordance-unit = 上下文按
concordance-near = 只列左 { $left } 词、右 { $right } 词之内有“{ $word }”的各处。
concordance-near-all = 列出全部
concordance-name = 只列“{ $word }”作为{ $kind }名称的各处，连同同一篇内的其他写法。
concordance-name-drop = 改为只找这些字

## Collocates
collocates-title = 搭配词（collocates）
collocates-left = 跨距：左
collocates-right = 右
collocates-minimum = 最少共现
collocates-second = 第二范围
collocates-beside = 并列另一范围
collocates-alone = 只看一个范围
collocates-together = 两词共现
collocates-observed = O = { $o }（{ $places }）
collocates-summary = “{ $node }”在{ $scope }出现 { $n } 次，附近有 { $types } 个不同的词；列出 { $listed } 个。
collocates-empty-node = 输入一个词，这里就列出它附近的词。按 / 可到输入框。
collocates-no-node = 节点词不见于这个范围。可试短一点的词或较大的范围，或在“阅读”看该处如何分词。
collocates-empty = 没有词在附近出现这么多次。请减少最少共现，或扩大跨距。
network-title = “{ $node }”附近的词：{ $scope }
network-about = 按 logDice 取最强的 { $n } 个：越近越强，线越粗共现越多。
network-about-of = { $scope }：{ $about }
network-tie = { $word }：共现 { $n } 次，logDice { $logDice }

## To take along
take-along = 方法与引用
methods-title = 方法（可用于论文）
cite-title = 引用本页
cite-author = 自备语料的作者
cite-corpus-title = 题名
cite-address = 固定网址（DOI 等，可留空）
cite-own-about = 填了题名，引用就会列出语料。本页网址只认得自备文本而不含全文：别人有同一批文本才打得开；要能长期引用，请把工作文件存放于数据存储库，并填上其网址。
methods-space = {""}
methods-between = ；
methods-made = 本文以对读 { $version }（构建 { $build }）计算，分词方式为“{ $mode }”，以“{ $terms }”为单位。
methods-model = 分词模型的词表共 { $entries } 条（SHA-256：{ $sha256 }）。
methods-dictionary = 词典为 jieba 所附（SHA-256：{ $sha256 }）。
methods-settings = 设置：{ $settings }。
methods-words = 标点与空白不计；自定义词典的改正均已生效。
methods-word-list = { $scope }的词频表：{ $stories } 篇，{ $tokens } 形符，{ $types } 类符。分布均匀度为各篇之间的 Gries DP（2008）与 Juilland D。
methods-keyness = { $target }（{ $a } 形符）对{ $reference }（{ $b } 形符）的主题性，比较 { $types } 个词，按 { $measure } 排列；并列 G²（Dunning 1993）、Log Ratio（Hardie 2014）及按 Benjamini 与 Hochberg（1995）校正的 p 值。
methods-concordance = “{ $node }”在{ $scope }的索引：{ $n } 处，见于 { $stories } 篇。
methods-collocates = “{ $node }”（{ $n } 次）在{ $scope }（{ $tokens } 形符）的搭配词，跨距为同一篇内左 { $left } 词、右 { $right } 词；列 logDice（Rychlý 2008）、MI（Church 与 Hanks 1990）、t 与 G²。
methods-ngrams = { $scope }（{ $tokens } 形符）内 { $min } 至 { $max } 词的 N 元组，共 { $total } 个，不跨越标点。
methods-phrases = { $scope }（{ $tokens } 形符）内 { $min } 词或以上的极大重复短语，共 { $total } 个，不跨越标点。
methods-tfidf = { $story }的关键词，以 TF-IDF 对 { $stories } 篇计算（Manning、Raghavan 与 Schütze 2008），异写合计，略去停用词。
methods-textrank = { $story }的关键词，以 TextRank 计算（Mihalcea 与 Tarau 2004），异写合计，略去停用词。
methods-measures = { $scope }之内 { $stories } 篇的数据：STTR 与 MATTR 以 100 词为准，MTLD 的阈值为 0.72（McCarthy 与 Jarvis 2010）。
methods-terms = { $scope }的词组，共 { $types } 个，按规则、词表与 C-value（Frantzi、Ananiadou 与 Mima 2000）组成。
methods-names = { $scope }的专名，共 { $types } 个：人物、地点和机构，由随附的模型找出，同一篇内的各种写法合计。
methods-minimum = 最少 { $n } 次
methods-fold = 异写合计
methods-fold-regional = 各地用语合计
methods-name-forms = 专名连同所有写法
methods-stop-ours = 略去默认停用词
methods-stop-own = 略去 { $n } 个停用词
methods-pattern = 模式 { $text }
methods-node = 只列含“{ $text }”的
methods-tag = 词性 { $text }
methods-length = { $least } 至 { $most } 字
methods-context-characters = 上下文左右各 { $n } 字
methods-context-words = 上下文左右各 { $n } 词

## Further methods
about-log-dice-term = logDice
about-log-dice = 搭配词对节点词的典型程度：跨距内共现次数的两倍，除以两词频次之和。不受语料大小影响（Rychlý 2008）。
about-mi-term = MI 与 t
about-mi = MI 表示两词共现比偶然多几倍（以 2 为底的对数）；t 为 (O − E) ÷ √O，看证据是否充分（Church 与 Hanks 1990、Evert 2008）。跨距以词计，不超出同一篇。
about-phrases-term = 重复短语
about-phrases = 重复出现、而两端再加任何一词就较少见的一串词；只见于较长短语之内的不列。
about-tfidf-term = TF-IDF
about-measures-term = 篇章数据

## The reader's own texts
texts-title = 自备文本
texts-lead = 把自己的版面或文章加进来：自动识别编码、接回被分栏切断的行、分成各篇，然后与其他文章一同计算和比对。文字只存于这个浏览器，不会离开这台电脑。
texts-empty = 还没有自备文本。把文件拖到这一页任何地方，或在上面选择文件、粘贴文字。加入后可逐段检查和修正。
texts-unreached = 先前存下的自备文本目前读不到，不等于没有；请看本页上方的说明。现在加入的文本只在本页的内存里。
texts-drop-here = 放开即加入自备文本
texts-list = 自备文本列表
texts-filter = 搜索文件名、标题与各列
texts-none-found = 没有文本含有这些字。
texts-unkept = 浏览器没有存下（{ $detail }），关闭本页就会失去。请导出工作文件，或允许本网站保存数据。
intake-label = 加入文本
intake-drop = 把文件或文件夹拖到这里
intake-files = 选择文件
intake-folder = 选择文件夹
intake-formats = .txt　.md　.html　.docx　.csv　.tsv　.jsonl　.json（CollateX、passim）　.pdf（有文本层）以及载有这些文件的 .zip；每个文件上限 200 MB。
intake-paste = 粘贴文字
paste-text = 文字
paste-add = 加入
field-headline = 标题（可留空）
field-paper = 报纸
field-date = 日期
field-series = 系列
notice-text-removed = 已移除这份文本。
notice-all-cleared = 已清除一切。
notice-not-cleared = 本页的内容已清除，但这个浏览器可能还存有数据（{ $detail }）。请关闭本网站的其他窗口再清除一次，或在浏览器的设置里删除本网站的数据。
notice-cleared-elsewhere = 另一个窗口已清除一切，本页也随之清空。
notice-storage-back = 浏览器的存储已恢复，眼前的一切都已存下。
notice-session-undone = 已撤销导入：取出 { $texts } 份文本、{ $entries } 条词典、{ $settings } 项设置。
notice-session-undone-partly = 已撤销导入：取出 { $texts } 份文本、{ $entries } 条词典、{ $settings } 项设置；导入后改动过的 { $changed } 项保留。
import-label = 导入进度
import-running = 正在导入
import-stopping = 正在停止，已确认的会保留
import-stopped = 已停止，已确认的都保留了
import-done = 导入完成
import-cleared = 其间已清除一切，导入已停止；如有需要，请重新加入
import-counts = { $whole ->
    [0] 文件 { $done }／{ $files }，
   *[other] {""}
}得文本 { $texts } 份、文章 { $stories } 篇{ $failures ->
    [0] {""}
   *[other] ，{ $failures } 个失败
}
import-pasted = 已加入粘贴的文字
import-gone = 这次加入的文本已经移除。
import-cut = 分成 { $stories } 篇{ $left ->
    [0] {""}
   *[other] ，{ $left } 行属版面杂项，未收入
}
import-compare = 比对这两篇
import-similarity = 看各篇有多相似
import-witnesses = 多篇对照
import-twins = 已有的文章
import-twin-same = 全文相同：
import-twin-near = { $percent }% 文字相同：
import-twin-remove = 移除新的一篇
import-twin-remove-named = 移除新加入的“{ $name }”
import-cautions = 请留意
import-line-of = { $page } 第 { $line } 行
import-more-places = 另有 { $n } 处，见各份文本。
import-pages = { $n } 份文本的分篇结果
import-more-pages = 另有 { $n } 份，见下面的列表。
caution-no-headline = { $n } 篇没有标题
caution-short-headline = { $n } 个标题只有几个字，可能是栏名或按钮
caution-headline-after = { $n } 个标题取自正文之后
caution-boundary = { $n } 处可能是另一篇的开始
caution-rivalled = { $n } 个网页的另一部分也可能是正文
caution-encoding = 编码有 { $n } 处存疑
caution-damage = { $n } 处无法确实读取
caution-table = 表格有 { $n } 处列数或引号不合
caution-no-source = { $n } 篇没有报纸名和日期
caution-no-paper = { $n } 篇没有报纸名
caution-no-date = { $n } 篇没有日期
import-look = 查看分篇结果
import-failures = 无法加入的文件：{ $n } 个
keep-label = 存储
keep-persisted = { $texts } 份文本存于这个浏览器，共用 { $megabytes } MB。浏览器答应长期保存。
keep-best-effort = { $texts } 份文本存于这个浏览器，共用 { $megabytes } MB。磁盘空间不足时，浏览器可能自行删除；重要的请导出工作文件。
keep-unknown = 共 { $texts } 份文本。浏览器没有说明是否会保存；重要的请导出工作文件。
keep-memory = 共 { $texts } 份文本，并非全部存于这个浏览器；见本页上方的说明。请导出工作文件。
storage-unreached = 这个浏览器先前存下的自备文本和词典目前读不到（{ $detail }），不等于没有。现在所作的改动只在本页的内存里，关闭本页就会失去；重要的请导出工作文件。
storage-away = 这个浏览器的存储目前用不到（{ $detail }）。眼前的一切仍在本页的内存里，本页会自行重试；请先导出工作文件，不要关闭或重新加载本页。
storage-failing = 这个浏览器无法存下 { $texts } 份文本、{ $entries } 条词典（{ $detail }）。它们仍在本页的内存里，本页会自行重试；请先导出工作文件，不要关闭或重新加载本页。
storage-found = 这个浏览器的存储现已打开，内有 { $texts } 份自备文本、{ $entries } 条词典，尚未加载。加载后，分词和各项数字会随之改变。
storage-emptied = 这个浏览器丢失了存下的数据。{ $texts } 份文本、{ $entries } 条词典仍在本页的内存里，可以重新存下；请先导出工作文件，不要关闭或重新加载本页。
storage-deleted = 本网站存于这个浏览器的数据已被删除。{ $texts } 份文本、{ $entries } 条词典仍在本页的内存里；如果不是你删除的，可以重新存下。
storage-try-again = 再试
storage-load = 加载
storage-write-again = 重新存下
unkept = { $why ->
    [full] 存储空间已满
    [late] 存储尚未打开
    [silent] 存储没有回应
    [newer] 较新版本的本页已接管存储，请重新加载
    [closed] 存储被浏览器关闭
    [emptied] 存储被清空
    [unreadable] 内容无法读取，原封不动：{ $said }
   *[refused] 浏览器拒绝：{ $said }
}
list-separator = 、
session-export = 导出工作文件
page-export = 连同文本存成一个网页文件
session-import = 导入工作文件
session-label = 工作文件的导入结果
session-opened = 已导入工作文件，原有的没有被取代
session-undo = 撤销这次导入
session-texts = 文本：新增 { $added } 份{ $beside ->
    [0] {""}
   *[other] （其中 { $beside } 份的原文这里已有，但名称、数据或修订不同，两者并存）
}{ $already ->
    [0] {""}
   *[other] ，{ $already } 份原已在此
}
session-beside = 并存的文本
session-beside-pair = 新增的 { $added } 与这里的 { $here }
session-entries = 自定义词典：新增 { $added } 条{ $already ->
    [0] {""}
   *[other] ，{ $already } 条原已在此
}{ $conflicts ->
    [0] {""}
   *[other] ，{ $conflicts } 条与这里的说法不同（保留这里的）
}{ $homeless ->
    [0] {""}
   *[other] ，{ $homeless } 条所指的文本不在文件内，没有加入
}
session-conflicts = 文件的不同说法
session-take-entries = 改用文件的说法
session-settings = 已采用的设置：{ $names }
session-lists-stay = 与这里不同而保留这里的：{ $names }
session-take-list = 改用文件的{ $name }
session-settings-refused = 不认得或不合用而没有采用的设置：{ $names }
session-view = 打开存档时的比对
setting-language = 语言
setting-theme = 外观
setting-reference = 词频表
setting-stop-words = 停用词表
clear-everything = 清除一切
clear-title = 清除一切？
clear-lead = 以下各项会从这个浏览器删除，不能撤销：
clear-texts = 自备文本 { $n } 份及其修正
clear-dictionary = 自定义词典
clear-settings = 语言与外观的设置、我的词频表和停用词表
clear-export-first = 先导出工作文件
clear-action = 清除
bulk-all = 选择列表所列的全部
bulk-tick = 选择“{ $name }”
bulk-chosen = 已选 { $n } 份
bulk-mixed = （各份不同）
bulk-none = 取消选择
bulk-done = 已改 { $n } 份
remove-title = 移除这份文本？
remove-text = “{ $name }”及其 { $stories } 篇文章和修正会被删除，不能撤销。原来的文件不受影响。
column-name = 名称
column-format = 格式
column-encoding = 编码
column-characters = 字数
column-stories = 篇数
column-warnings = 提示
column-state = 状态
format-text = 纯文本
format-csv = 表格
text-wrapped = 已合并断行
text-edited = 已修正
text-remove-named = 移除“{ $name }”
encoding-change = 更改“{ $name }”的编码
encoding-unsure = 不肯定
encoding-title = 编码（encoding）
encoding-lead = 选读得通的一种。文字会重新分篇，人工修正可以撤销。
encoding-replaced = { $n ->
    [0] 全部可读
   *[other] { $n } 个字符读不出
}
encoding-use = 改用此编码
encoding-choose = 更改
text-back = 自备文本
text-facts = { $lines } 行，{ $characters } 字，{ $stories } 篇
text-unwrap = 合并断行（un-wrap）
unwrap-detect = 自动
unwrap-always = 一律
unwrap-never = 从不
text-split = 分篇
split-stories = 分成各篇
split-whole = 作为一篇
text-recut = 放弃修正，重新分篇
line-original = 原文：
facts-of-name = 报纸名、日期或系列取自文件名
text-warnings = 提示 { $n } 项：接回、略去或存疑之处
text-sides = 显示
text-before = 原文
text-after = 分篇结果
text-keys = ↑ ↓ 逐段　s 在此分篇　j 并入上一篇　Alt+↑ ↓ 移动　x 略去或恢复　Enter 改写标题
more-before = 显示前面
more-lines = 显示更多（另有 { $n } 行）
more-words = 显示更多（还剩 { $n } 词）
more-blocks = 显示更多（另有 { $n } 段）
draft-story = 第 { $n } 篇
draft-left-out = 全属版面杂项，不列入语料。
story-metadata = 出处
caution-mark-no-headline = 没有标题
caution-mark-short-headline = 标题存疑：只有几个字
caution-mark-headline-after = 标题存疑：原在正文之后
caution-mark-boundary = 分篇存疑
caution-mark-rivalled = 正文存疑：网页另一部分也可能是正文
caution-mark-encoding = 编码存疑
caution-mark-damage = 无法确实读取
caution-mark-table = 表格存疑
caution-mark-no-source = 没有报纸名和日期
caution-mark-no-paper = 没有报纸名
caution-mark-no-date = 没有日期
fold-lines = { $n } 行未收入：
left-out-search = 在未收入的 { $n } 行中寻找
left-out-found = { $n ->
    [0] 未收入的各行都没有这些字。
   *[other] 找到 { $n } 处
}
block-lines = 原文行
block-tools = 修正这一段
block-set-kind = 这一段是
block-split = 在此分篇
block-join = 并入上一篇
block-up = 上移
block-down = 下移
block-drop = 略去
block-restore = 恢复
block-write = 改写
block-move-to = 移到另一篇……
file-empty = 文件是空的。请另选一个。
file-frames = 这个网页本身没有文字，只以框架显示其他网页。请打开各页，逐一保存：{ $addresses }
file-binary = 这不是文字，而是二进制数据。请改用 .txt、.md、.html、.docx、.csv、.jsonl、.pdf 或 .zip。
file-too-large = 文件有 { $megabytes } MB，上限是 { $limit } MB。请拆成几个。
file-crashed = 分析程序读到这个文件时出错而停止，这是对读的程序错误，因此略去了它{ $detail ->
    [none] {""}
   *[other] （{ $detail }）
}。请另存为纯文本再加入，并告知开发者。
file-left-out = 加入文件的工作在轮到它之前已结束。请重新加入。
file-no-room = 它有 { $megabytes } MB，而本页的内存只容得下 { $room } MB 文字。请先移除不再需要的文本，或把它拆分，再重新加入。
file-unpacks = 解压后超过 { $limit } MB，或超过原大小的 200 倍。请自行解压，再加入其中的文本。
file-too-many = 压缩包列出 { $files } 个文件，上限是 { $limit } 个。请分成几个压缩包。
file-overlapping = 压缩包内的文件互相重叠，解压后会远大于所载内容。请重新压缩，或自行解压，再加入其中的文本。
file-same-names = 压缩包内有几个同名文件，只读了最后一个。请改用不同名称，重新压缩。
file-nested = 压缩包内的压缩包只打开 { $limit } 层。请自行解压，再加入其中的文本。
file-broken = 文件读不出，可能已损坏，或扩展名与内容不符。请重新保存，再加入一次。
file-no-witness = 文件提及对校本，但读不出任何一本。CollateX 的格式是 witnesses 列表，每项有 id，以及 content 或 tokens。
file-no-column = 没有一列是文字（{ $found }）。请把该列命名为 text。
file-no-layer = 这个 PDF 只有图像，没有文本层。请先作文字识别（OCR）。
file-pdf-inside = 压缩包内的 PDF 不能直接读取。请自行解压，再加入这个 PDF。
file-encrypted = 这个 PDF 要密码才能打开。请另存成不设密码的文件，再加入一次。
file-pdf-unavailable = 无法加载读取 PDF 的部分。请把 PDF 另存为文本文件，或重新加载本页后再加入。
file-unknown = 不读 .{ $extension } 文件。请存成 .txt、.docx、.html 或 .pdf。

## Several stories, and how a comparison is laid out
tab-witnesses = 多篇对照
tab-report = 编辑报告
compare-layout = 排法
layout-columns = 两栏
layout-rows = 逐句
layout-flow = 连文
layout-heat = 热图
layout-table = 对齐表
layout-wire = 通稿
layout-edition = 校勘
heat-share = 本句见于另一篇的比例
flow-moved = 移位：在乙篇为第 { $n } 句
apparatus-more = 再列出（还剩 { $n } 处）
reuse-open = 计算文本重用（text reuse）：连续多少字见于另一篇，套语另计
reuse-close = 收起
reuse-run = 最短连续字数
reuse-all = 沿用
reuse-discounted = 扣除套语
reuse-a-in-b = 甲篇见于乙篇
reuse-b-in-a = 乙篇见于甲篇
about-reuse = 只算连续达此字数、又同见于两篇的文字，标点不计。一段文字若另见于 g 组不相干的文章，即属套语，每字只算 1 ÷ (1 + g)。
finding-identical = { $a }与{ $b }正文逐字相同，共 { $total } 句。
finding-other-language = 两篇语言不同，没有可以逐句对应的文字。请改选同一语言的文章，或以词频、主题性比较各自的用词。
finding-other-script = 一篇用繁体，一篇用简体；繁简之别归入异体字，可在下方略去。
set-base = 底本
set-make-base = 作底本
set-make-base-of = 以《{ $title }》作底本
set-remove = 移除
set-remove-of = 移除《{ $title }》
set-add-action = 加入
set-add = 加入一篇
witnesses-title = 多篇对照（collation）
witnesses-table = 对齐的句子
witnesses-row = 行
witnesses-same = 同{ $sigil }
witnesses-again = 重见第 { $n } 行
about-wire = 多篇共有的文字，逐词取多数所用者，推定为通稿；票数相同处暂依底本，下加点线。实框为照用，虚框为改动过，其改动列于句下；有色者只见于一篇。
wire-empty = 这几篇没有共同的句子，推不出通稿。
wire-of-story = 该篇出自通稿
wire-of-wire = 通稿见于该篇
wire-unsure = 各篇用字不一，票数相同，暂依底本
wire-has = { $paper } 第 { $number } 句，照用
wire-edited = { $paper } 第 { $number } 句，改动 { $n } 处
about-edition = 正文依{ $sigil }本；右侧列出异文，“〕”之前为底本用字，之后为他本用字与其代号。
edition-again = 重见第 { $n } 句
wire-again = 重见第 { $n } 行
edition-added = 底本无此句，见于
edition-lacks = 全句缺
edition-moved = 移位
edition-lemma = 〕
edition-after = 后增
edition-before-all = 句首增
edition-omits = 缺
downloads = 下载
report-length = { $n } 字
report-summary = 对齐 { $aligned } 段，其中 { $identical } 段完全相同；{ $a }有 { $forth }% 见于{ $b }，{ $b }有 { $back }% 见于{ $a }。
report-order = 次序
report-no-order = 没有对应的句子，无从比较次序。
report-reuse = 文本重用
report-copied = 连续 { $run } 字或以上者：{ $a }有 { $forth }% 见于{ $b }（扣除套语后 { $forthDiscounted }%），{ $b }有 { $back }% 见于{ $a }（扣除套语后 { $backDiscounted }%）。
report-none-favoured = 扣除共同文字后，余下的太少，没有可列的词。
report-residue = 余下 { $own } 词，对其他各篇 { $others } 词
report-colophon = 对读 { $version }，{ $day }。各项均可点开，到原文查核。
tab-compare = 两篇
tab-similarity = 相似度
tab-dots = 点阵图
tab-sources = 来源
field-run = 最短连续字数
similarity-title = 相似度
similarity-lead = 每篇文章有多少文字见于另一篇，只计连续相同的字符串。方格越明显，该行文章见于该列文章的部分越多。选择方格，即可把两篇并排比对。
similarity-summary = { $scope }：{ $stories } 篇文章，{ $pairs } 对有相同段落
similarity-large = 这里共有 { $stories } 篇文章。方格图最多画 { $most } 篇；超过此数，只列出最相近的文章和报道同一事件的文章组，可能需要一分钟。如要看方格图，请在上方选择较少的文章。
similarity-offer = 比对{ $scope }的 { $stories } 篇文章
similarity-groups = 报道同一事件的文章组
similarity-group = { $stories } 篇
similarity-groups-more = 另有 { $groups } 组。
similarity-pairs = 最相近的文章
similarity-empty = 这些文章之间没有这样长的相同字符串。请缩短字数，或选择更多文章。
similarity-chart = 相似度矩阵（similarity matrix）
similarity-chart-about = 行与列均为文章，按版排列。由弱至强：行中文章的 5% 以下、5% 起、15% 起、40% 起、75% 起。
similarity-cell = 《{ $a }》有 { $share }% 见于《{ $b }》
similarity-first = 文章甲
similarity-second = 文章乙
similarity-both = 合计 %
similarity-a-in-b = 甲见于乙 %
similarity-b-in-a = 乙见于甲 %
similarity-discounted = 扣除套语 %
similarity-pages = 版面
similarity-one-page = 同版
similarity-two-pages = 不同版
about-similarity-both = 两篇合计的文字中，见于对方的比例，套语已扣减。不同版的一对排在前面，因为同版文章常互相引用。
about-similarity-a-in-b = 文章甲的文字中，有多少以不短于所选字数的字符串见于文章乙。
about-similarity-b-in-a = 文章乙的文字中，有多少见于文章甲。
about-similarity-discounted = 甲见于乙的比例；字符串若另见于 g 组无关文章，只计 1 ÷ (1 + g)：套语不算抄录。
dots-title = 点阵图
dots-lead = 两篇共有的每个字符串画成一笔：照录是长斜线，移位的段落在斜线旁边，套语是散落的短线。
dots-across = 横轴文章
dots-down = 纵轴文章
dots-summary = 至少 { $min } 字的相同字符串共 { $found } 处，显示 { $shown } 处
dots-empty = 两篇文章没有这样长的相同字符串。请缩短字数。
dots-chart = 两篇文章的点阵图（dot plot）
dots-chart-about = 第一篇由左至右，第二篇由上至下，以字符为单位。选择一笔，即可把两篇并排比对。
dots-run = “{ $text }”，{ $letters } 字
dots-text = 段落
dots-letters = 字数
sources-title = 段落来源
sources-lead = 一篇文章的每一句，在其他文章中哪里找得到最多。选择来源，即可把两篇并排比对。
sources-story = 文章
sources-scope = 搜索范围
sources-summary = 本文有 { $share }% 的文字见于他处；共 { $stories } 篇与之有相同段落（{ $scope }）
sources-empty = 这篇文章没有正文。
sources-ranked = 相同文字最多的文章
sources-of = { $share }%，{ $sentences } 句
sources-number = 句
sources-sentence = 句子
sources-share = 比例 %
sources-paper = 见于
sources-source = 来源
sources-none = 未见于他处
about-sources-share = 句中文字有多少以不短于所选字数的字符串见于来源。

## Effects of differences
filter-effects = 影响（只看一种）
filter-all-effects = 恢复显示全部
effect-fact-meaning = 只看事实：数值、日期、姓名、地点、是否
effect-voice-meaning = 只看语气：谁说、怎样说、引语、保留、情态
effect-wording-meaning = 只看措辞：同一意思，另一说法
effect-form-meaning = 只看形式：同一字句，另一写法
subject-value = 数值
subject-label = 编号
subject-name = 名称
subject-title = 职衔
subject-negation = 否定
subject-opposite = 相反
subject-attribution = 引述
subject-quotation = 引号
subject-hedge = 保留
subject-modality = 情态
value-same = 数值相同
value-precision = 详略不同
value-other = 数值不同
value-changed = 数值不同（{ $change }%）
apparatus-passages = 整句
finding-facts = { $kind ->
    [papers] 两报
   *[texts] 两篇
 }有 [fact|{ $n } 处事实不同]：
finding-facts-end = 。
finding-facts-more = ，另有 { $n } 处。
finding-effect = [{ $effect }|{ $name } { $n } 处]
finding-no-facts = 对应的句子之间没有事实不同，差异在{ $parts }。
finding-other-effects = 其余差异：{ $parts }。
related-tag = 第 { $numbers } 句同述此事
related-about = 与另一篇这一句说同一件事，用字不同，没有逐字比较
finding-related = 另有 [related|{ $n } 句]与对方说同一件事，用字不同，没有逐字比较。
finding-no-wording = { $a }与{ $b }没有相同的字句。

## The sheet of facts
tab-facts = 事实对照
facts-title = 事实对照
facts-kinds = 事实类别（只看一种）
facts-all-kinds = 恢复显示全部
facts-empty = 这些文章里找不到可以并列的数字、日期、名称或引语。
facts-none-of-kind = 没有这一类的事实。
facts-differing = 各篇不同
facts-values = 数字与日期
facts-sayings = 引语与消息来源
facts-names = 人物、机构与地点
fact-number = 数字
fact-date = 日期与时间
fact-person = 人物
fact-organisation = 机构
fact-place = 地点
fact-quotation = 引语
fact-source = 消息来源
facts-lacks = 此篇没有
facts-differ = 不同：{ $values }
facts-differ-by-issue = 字面相同，但报纸日期不同，所指的日子也不同
facts-of-issue = （{ $day } 的报纸）
facts-by-issue = （报纸日期不同）
facts-same = 相同
facts-other-writing = 相同，写法不同
facts-other-words = 说法相近，可能是同一番话
facts-other-name = 相同，称法不同
facts-alone = 只见于{ $story }
facts-more = 再列出（还剩 { $n } 项）
facts-finding = { $stories } 篇之间有 { $n } 项事实不同：
facts-finding-none = { $stories } 篇之间没有发现事实不同。
facts-finding-rest = { $same } 项有两篇或以上相同，{ $alone } 项只见于一篇。
facts-about = 每项事实按单位和上下文配对，用字不同也能并列。点开任何一格，可到原文那一处。
report-facts = 数字、日期、名称、引语和消息来源逐项并列，各篇不同的排在最前。
report-facts-open = 查看事实对照

## Events
papers-no-event = 没有发现报道同一事件的文章。
papers-too-many = 文章太多，不会自动找出同一事件的报道。可到“相似度”选定范围再找。
papers-more-events = 显示更多事件（另有 { $n } 件）
papers-twice = { $a } 与 { $b } 是同一篇文字，加入了两次。
papers-version = { $a } 与 { $b } 大体是同一篇文字，其一可能是另一版本。
share = 分享
share-link = 这个页面的链接
share-copy-link = 复制链接
share-language = 打开时用“{ $language }”界面
share-plain = 链接会打开这个页面；两篇文本每一份“对读”都有。
share-with-texts = 链接带着你的文本（{ $characters } 字），拿到链接的人都能读到。文本在网址中服务器看不到的部分，要收件人同意才会加入。
share-too-long = 这些文本共 { $characters } 字，链接最多带 { $most } 字。请改为发送网页文件，两篇原文都在里面。
share-no-address = 本页是一个文件，没有别人能打开的网址。请发送这个文件本身，或存成网页文件。
share-file = 存成网页文件
share-print = 打印或存成 PDF
share-copy-text = 复制成文字
share-copy-footnote = 复制为脚注
share-source = 对读 { $version }，{ $day }{ $has-address ->
    [0] {""}
   *[other] ，{ $address }
 }
footnote-story = 《{ $title }》{ $has-paper ->
    [0] {""}
   *[other] ，《{ $paper }》
 }{ $has-date ->
    [0] {""}
   *[other] ，{ $date }
 }
footnote = { $stories }。比对：{ $source }。
paper-against = { $a }与{ $b }比对
received-title = 这个链接带来 { $n } 篇文本
received-how = 文本就在链接里{ $entries ->
    [0] {""}
   *[other] ，连同发送者词典的 { $entries } 条
 }。收下后会打开这个比对；文本留在这个浏览器的“自备文本”，原有的一切不变，也可以一步撤销。
received-take = 收下并打开
received-leave = 不收
received-length = { $characters } 字
failure-link-cut = 链接在途中被截断，里面的文本不完整。请把整条链接复制到最后一个字，或请发送者改发网页文件或工作文件。
failure-link-new = 链接由较新版本的“对读”制作。请刷新本页取得新版本，再打开链接。
failure-link-long = 链接比“对读”所做的都长。请发送者改发网页文件或工作文件。
failure-link-broken = 链接里的文本在途中损坏了。请发送者再发一次，或改发网页文件或工作文件。

## Corpora and concordances for researchers
scope-named = “{ $name }”（{ $n } 篇）
scope-folder = 文件夹 { $folder }
scope-any = （不限）
scope-conditions = 只限
scope-nothing-here = 这里没有{ $scope }的文章。请先加入这些文本，或另选范围。
scope-group-corpora = 我的语料库
scope-group-folders = 文件夹
scope-group-series = 系列
scope-group-tags = 标签
by-hand-search = 搜索标题、报纸名、日期、系列或文件名
by-hand-all = 全选找到的 { $n } 篇
by-hand-more = 还有 { $n } 篇：请输入字词查找。
corpus-name = 语料库名称
corpus-keep = 存为语料库
corpus-named = 语料库已保存，凡选范围之处都可选用。
corpus-no-name = 请先输入名称。
corpus-name-long = 名称最多 60 字。
corpus-name-taken = 已有同名的语料库。请换一个名称，或先在“自备文本”中移除旧的。
corpus-no-story = 范围内没有文章，未保存。请多选一些。
corpus-missing = （其中 { $n } 篇不在这里）
corpus-remove-named = 移除语料库“{ $name }”，文本保留
corpora-title = 语料库
corpora-lead = 给一组文本命名，每个视图都可一键选用：在列表中勾选，或在任何范围中细选。
corpora-by-folder = 每个文件夹各成一库（{ $n }）
corpora-by-series = 每个系列各成一库（{ $n }）
corpora-by-paper = 每份报纸各成一库（{ $n }）
corpora-named = 已保存 { $n } 个语料库，凡选范围之处都可选用。
corpora-named-but = 已保存 { $n } 个；另有 { $left } 个因名称重复或过长而未保存。
concordance-plain = 按字面
concordance-plain-about = 不管词的边界，跨词或词内的字都找得到；* 代表任何文字，? 代表任何一字，/…/ 是正则表达式。
concordance-across = 跨段上下文
concordance-sample = 随机抽取行数
concordance-sample-another = 另抽一批
concordance-show = 显示
concordance-lines = 逐行
concordance-plot = 分布图
concordance-clusters = 含此词的词串
concordance-tick = 勾选这一行
concordance-take-out = 剔除 { $n } 行
concordance-keep-only = 只留 { $n } 行
concordance-bring-back = 还原 { $n } 行
concordance-corpus = 把找到的 { $n } 篇存为语料库
concordance-inside = 这里没有这个词，但这些字见于：
concordance-inside-plain = 按字面搜索
setting-corpora = 语料库
setting-columns = 各表显示的列
setting-own-corpus = 语料的作者与题名
setting-charts = 图表的位置
bulk-pattern = 由文件名填入
bulk-pattern-about = 花括号内是字段：date 日期、paper 报纸名、series 系列，n 略过；其他名称成为标签。有 / 就连文件夹一并对照。
bulk-fill = 填入
bulk-filled = 已填 { $n } 份；另有 { $left } 份因文件名不合或日期不存在，保持原样。
failure-name-pattern = 请按文件名的样子写，字段放在花括号内，两个字段之间要有分隔的字符，例如 {"{"}date{"}"}_{"{"}paper{"}"}_{"{"}n{"}"}。
failure-nothing-fits = 没有文件名符合这个式样，未作改动。请按文件名的样子写，不带扩展名。
failure-no-name-column = 表格没有名为 id 或 file（编号、文件名）的列，无从知道各行说的是哪份文本，未作改动。所见各列：{ $found }。
bulk-tag = 标签名
bulk-tag-value = 标签值
bulk-tag-about = 例如 author（作者）和 陈甲；值留空即移除该标签。范围可按标签选择。
facts-import = 由 CSV 填入
facts-import-about = 首行为列名：file（文件名）或 id 指明文本，headline、paper、date、series 为标题、报纸、日期、系列，其余各列成为标签。空单元格保持原样。
facts-filled = 已按表格填入 { $n } 份。
facts-unused = 另有 { $n } 行没有用上，有关文本保持原样：
facts-line = 第 { $line } 行“{ $text }”：{ $problem }
facts-lines-more = 还有 { $n } 行。
facts-no-text = 没有这个文件名或编号的文本
facts-several = 有几份文本同名；请加上文件夹，或加一列 id
facts-twice = 前面已有一行说同一份文本
facts-no-date = 不是日期；请写成 2025-01-22
