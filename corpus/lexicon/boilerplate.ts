/**
 * What surrounds and interrupts an article on Chinese news pages: names of classes, and lines.
 * Origin: our own reading of Chinese news pages; idioms that many publishers and their systems share. 2026-11.
 */

/** Class and id words of an article's container. Names are matched in kebab case, lower case. */
export const CONTENT_NAMES =
  /trs[-_]?(?:editor|preappend)|ueditor|view-trs|arti(?:cle|body|cal)|(?:^|[-_ ])(?:art|news|text|txt|main|detail|post|entry|rich|doc|info|page|zw|zoom|body)[-_]?(?:content|con|cont|contxt|text|txt|body|main|detail|media|zw)|(?:^|[-_ ])(?:content|zoom|zhengwen|zw|neirong|endtext|entry|main-?text|story|nr)(?:$|[-_ \d])|js-content/;

/** Class and id words of what is never the article, however long. */
export const ALIEN_NAMES =
  /comment|pinglun|gentie|(?:^|[-_ ])(?:cmt|reply|replies|huifu|tie|discuss)(?:$|[-_ \d])|recommend|tuijian|(?:^|[-_ ])(?:recom|rec|tj)(?:$|[-_ \d])|relat(?:ed|e|ive)|xiangguan|(?:^|[-_ ])(?:xg|about-?(?:news|read)|read-?more|more-?(?:news|read))(?:$|[-_ \d])|copyright|banquan|(?:^|[-_ ])(?:foot|footer|nav|navbar|navigation|crumbs?|breadcrumbs?|menu|sidebar|side|aside|login|register|popup|modal|dialog|dropdown|topbar|header-?bar|hot|rank|ranking|paihang)(?:$|[-_ \d])|(?:^|[-_ ])(?:ads?|advert(?:isement)?|guanggao|banner|sponsor|gg)(?:$|[-_ \d])|(?:js|bd|b|social|post|new|btn|box)?-?share(?:$|[-_ \db])|fenxiang|qr-?code|qrcode|erweima|(?:^|[-_ ])(?:ewm|qr|wx-?code|follow)(?:$|[-_ \d])|reward|dashang|shang-?box|special-?tag|recent-?article|hot-?news|guess|(?:^|[-_ ])(?:friend-?link|youlian|links)(?:$|[-_ \d])/;

/** Class and id words of comments, which may be longer than the article. */
export const TALK_NAMES = /comment|pinglun|gentie|(?:^|[-_ ])(?:cmt|reply|replies|huifu|liuyan|discuss)(?:$|[-_ \d])/;

/** Class and id words of small print around an article; dropped where the element is short. */
export const SMALL_NAMES =
  /editor|bianji|(?:^|[-_ ])(?:edit|bj|author|source|origin|laiyuan|tags?|keywords?|biaoqian|label|labels|tools?|toolbar|tool-?bar|vote|zan|like|page-?nav|pages?|pager|pagination|fenye|zdfy|statement|shengming|shenming|disclaimer|declare|mianze|ep-source|print|font-?size|jubao|report|feedback|jiucuo|subscribe|video-?info|video-?title|video-?from|play|player|prev|next|prev-?next|appdown|download|app|otitle|bqian\d?|keyword|zhuanzai|end|editor|a-p|profile|account)(?:$|[-_ \d])/;

/** Names that hide an element by themselves. */
export const HIDDEN_NAMES = /^(?:hidden|hide|d-none|sr-only|visually-hidden|none|dn|undis|displaynone)$/;

/** Names of captions below images. */
export const CAPTION_NAMES =
  /caption|img-?desc|pic-?desc|image-?desc|photo-?desc|img-?descr|picinfo|pic-?info|tushuo|img-?title/;

/** Names of headlines. */
export const TITLE_NAMES = /title|headline|biaoti|(?:^|[-_ ])(?:tit|bt)(?:$|[-_ \d])/;

/** What a site says of itself below its pages: address, licence, makers. */
export const IMPRINT_LINE =
  /^(?:(?:联系|聯絡|单位|單位|通讯|办公)?(?:地址|电话|電話|邮箱|传真|傳真)[:：]|邮编[:：]|版权所有|版權所有|Copyright|©|主办(?:单位)?[:：]|承办(?:单位)?[:：]|主管(?:单位)?[:：]|技术支持[:：]|网站标识码|备案序?号[:：]|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备证]|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公网安备|(?:本站)?(?:法律顾问|举报电话|违法和不良信息举报)|(?:互联网新闻信息服务|信息网络传播视听节目|增值电信业务经营)许可证)/i;

/** A line that is no part of the article wherever it stands in the container. Tested on the line without white space. */
export const NOISE_LINES: readonly RegExp[] = [
  /^[【[(（「]?(?:本文)?(?:责任?编辑?|責任?編輯?|责编|責編|编辑|編輯|编审|审核|校对|校對|审校|值班编辑|终审|监制|統籌|统筹|主编|编校|版面编辑|网络编辑|新媒体编辑|排版|美编|图编|录入|发布者|网页编辑)[:：|丨/／]/,
  /^[【[(（]?(?:编辑|責編|责编|校对|审核)\s*[^，。]{1,20}[】\])）]?$/,
  /^[（(【[]?(?:本文)?(?:原标题|原題|原标題|原题|原題目)[:：为]/,
  /^[（(【[]?(?:本文|文章|稿件|信息|资料|图文|新闻)?(?:来源|來源|稿源|出处|转自|转载自|摘自)[:：|丨]\s*[^，。；]{1,40}$/,
  /^[（(【[]?(?:本文作者|作者|记者|文字|撰文|摄影|摄像|采写|执笔|通讯员|图文|文|图|供稿|投稿)\s*[:：/／|丨｜][^，。；]{1,40}$/,
  /^[（(【[]编[辑輯][:：/／][^）)。]{1,20}[）)】\]]\d*$/,
  /^(?:相关|相關|延伸|推荐|推薦|更多)(?:阅读|閱讀|新闻|新聞|文章|报道|報導|链接)[:：丨|].{4,60}$/,
  /^(?:本文)?作者(?:简介|簡介|介绍)[:：]/,
  /^[（(【]?(?:欢迎|歡迎)(?:来稿|投稿|转发|转载|关注|留言|在评论区|订阅)|^(?:觉得|如果|喜欢).{0,16}(?:点个?|请点|点亮|分享|转发|收藏|支持一下).{0,16}(?:在看|赞|关注|朋友圈|出去)|点击?(?:蓝字|上方|下方).{0,10}关注|(?:各大|手机)应用(?:市场|商店)(?:搜索)?下载|(?:新闻|报料|爆料|投稿)(?:线索|热线)[:：]?/,
  /浏览器(?:暂时|版本|目前)?(?:无法|不支持|不能|过低)|您需要(?:升级|安装).{0,8}(?:浏览器|flash)|加载中|请升级(?:您的)?浏览器|点击播放|视频加载/i,
  /^点击进入|^(?:点击|长按|扫描|扫码|识别|打开|下载|安装|请用|使用|更多精彩|更多内容|欢迎扫描|长按识别|扫一扫)[^。]{0,40}(?:二维码|扫码|客户端|APP|公众号|小程序|关注|查看|下载|阅读原文|精彩内容|视频|微信)/i,
  /扫描?(?:左|右|上|下)方?(?:的)?二维码|扫(?:码|一扫)(?:关注|下载|加入|进群)|长按(?:识别|上图|下图|二维码)|微信扫一扫|关注(?:我们的?)?(?:官方)?(?:微信|公众号|微博)(?:公众号)?[:：]/,
  /^(?:安装|下载).{0,20}(?:客户端|APP).{0,30}(?:资讯|市场|第一时间|下载地址)/i,
  /免责声明|(?:特别|郑重|版权|重要)(?:声明|提示)[:：]|^声明[:：]|未经(?:授权|许可|允许|书面)[^。]{0,12}(?:不得|禁止|严禁|请勿)|转[载发](?:请|需|须|时)(?:务必)?(?:注明|联系|标明)|(?:版权|著作权)(?:归|属于?)[^。]{0,16}所有|(?:不代表|并不代表)[^。]{0,14}(?:立场|观点)|本文(?:仅|只)?代表作者(?:个人)?(?:观点|意见)|(?:内容|图片).{0,10}(?:侵权|侵犯).{0,16}(?:联系|删除)|如需转载|据此(?:操作|入市|投资)[,，]?风险自担|仅提供信息(?:存储|发布)/,
  /^Notice:?Thecontentabove/i,
  /^(?:分享到|分享至|分享|转发|收藏|点赞|打印|关闭|返回(?:首页|顶部|列表)?|字号|字体|评论|举报|纠错|我要反馈|查看原文|阅读原文|展开全文|余下全文|下一页|上一页|加载更多|查看更多|点击加载更多|没有更多了?|暂无评论|我要评论|正在加载|登录|注册)[:：]?[>»\s\d()（）]*$/,
  /^(?:阅读|浏览|点击|阅读数|浏览量|点击量|浏览次数|阅读量|评论数?|跟贴)[:：]?[(（]?\d*[)）]?次?$/,
  /^返回[^，。]{2,8}(?:首页|网|，查看更多)/,
  /^(?:关键[词字]|标签|文章关键词|相关标签|TAGS?)[:：]?/i,
  /^[【[(（「]?(?:关闭|打印|列印|返回|收藏|推荐)(?:窗口|視窗|本页|本頁|此页|此頁|上页|上級目录|上级目录|列表|朋友|给朋友)[】\])）」]?$/,
  /^(?:[【[(（]?(?:关闭|打印|列印|推荐|评论|收藏|返回|顶部|分享|大|中|小)(?:窗口|本页)?[】\])）]?[|｜/]?){2,8}$/,
  /^(?:展开|展開|显示|查看|阅读)(?:剩余|余下|全部|其余|更多|全文)\d*%?$|^(?:分享|转发)(?:此|本|這|这)(?:文|文章|篇|新闻|新聞)?[:：]?$|^(?:我要(?:提问|留言|咨询|投稿|爆料)|参与(?:互动|评论|讨论)|發佈留言|发表评论|[\s|])+$/,
  /^[★☆※◎●■▲◆].{0,10}提醒(?:您|你|民眾|民众)?[:：]|^点击(?:上|下|左|右)?(?:方|面)?(?:图片?|卡片|名片|链接|海报)[，,]?.{0,20}$|(?:首发|首發|原载|发表)于.{0,24}(?:公众号|公眾號|微信号).{0,20}(?:欢迎|敬请)?关注|^.{0,24}(?:都在|尽在).{0,12}(?:APP|客户端|公众号)$/i,
  /^(?:文章(?:导航|价值打分|观点支持)|上一篇|下一篇|上一条|下一条|前一条|后一条|上一则|下一则|【上一篇】|【下一篇】|前一篇|后一篇)[:：]?/,
  /^(?:相关资讯请关注|更多(?:相关)?(?:资讯|新闻|内容|精彩|猛料|报道)|想了解更多|查看全部|查看更多)/,
];

/** Who had which part in an article, at the end of what stands before a colon or bar. */
export const CREDIT_ROLES =
  /(?:记者|記者|通讯员|通訊員|编辑|編輯|摄影|攝影|摄像|撰稿|撰文|文字|文案|采写|采访|作者|审核|审校|初审|复审|终审|校对|責編|责编|主编|监制|统筹|排版|美编|供稿|投稿|剪辑|视频|配音|翻译|编译|策划|出品|录入|出镜|播音|朗读|图片|图|文)$/;

/** An editor in brackets behind the last sentence, with a day's number where the medium sets one. */
export const EDITOR_BEHIND =
  /(?<=[。！？”」])\s*[（(【[]\s*(?:責任?編輯|责任?编辑|编辑|編輯|责编|責編|核稿編輯)\s*[:：/／][^）)】\]。]{1,20}[）)】\]]\s*\d{0,9}\s*$/;

/** Words of advertising, and the calls that address a reader; a line with several is a promotion. */
export const PROMOTION_WORDS =
  /下载|客户端|APP|扫码|二维码|公众号|小程序|免费|福利|领取|点击|抢先|订阅|进群|开户|专享|优惠|试玩|会员|报名|咨询热线/gi;
export const PROMOTION_CALLS = /快来|欢迎|立即|马上|赶快|赶紧|还能获得|点击|扫码|加入我们|哦[！~]|等你|戳/;

/** Links in the middle of a line that lead away from the article. */
export const AWAY_LINKS =
  /^\s*(?:返回.{0,12}(?:查看更多|首页)?|查看更多|阅读原文|查看原文|点击(?:查看|进入|阅读|下载).{0,12}|下载地址|展开全文|更多>*|>>+.{0,12}|\[?详细\]?|微博|我要评论)\s*$/;

/** A line that ends the article; what follows it in the container goes too, where it is the smaller part. */
export const END_LINES: readonly RegExp[] = [
  /^[【[(（]?(?:本文)?(?:责任编辑|責任編輯|责编|責編|本文责编|网络编辑|值班编辑)[:：|丨/／]/,
  /^[【[(（]编辑[:：][^】\])）]{1,20}[】\])）]$/,
  /^[-—*=～~\s]*(?:THE)?END[-—*=～~\s]*$/i,
  /^[（(【[]?(?:正文已结束|本文完|全文完|完|结束)[）)】\]]?(?:[，,].{0,20})?$/,
];

/** A line that opens a list of other articles, comments or promotions. */
export const RELATED_LINES =
  /^[【[「■●▼◆▶>》|\s]*(?:相关(?:阅读|新闻|推荐|文章|链接|报道|资讯|专题|稿件|话题|视频|内容|主题)|相關(?:閱讀|新聞|文章|報導)|推荐(?:阅读|新闻|文章|视频)|推薦(?:閱讀|新聞)|延伸(?:阅读|閱讀|[·•]?推荐)|为您?推荐|為您?推薦|为你推荐|猜你喜欢|热门(?:推荐|新闻|文章|评论|阅读|点击|话题)|熱門(?:新聞|文章)|最新(?:评论|新闻|文章|报道|推荐|资讯)|精彩(?:推荐|评论|图片|视频)|网友评论|網友評論|全部评论|评论区|新闻推荐|大家都在看|大家还在看|今日推荐|编辑推荐|更多(?:新闻|推荐|文章|阅读|报道)|往期(?:回顾|推荐|精彩)|点击排行|排行榜|新闻排行|热点(?:新闻|推荐)|作者(?:最新|其他|更多)文章|友情链接|看了(?:本文|又看)|还看了|阅读下一篇|下期预告|媒体报道|跟帖|延伸[·•]推荐|您可能(?:感兴趣|还想看)|你可能(?:感兴趣|还想看|也喜欢)|同类文章|本网声明)[^，。]{0,8}[】\]」:：>》|\s]*$/;

/** What a page's controls say around a comment; several of them close together are a list of comments. */
export const COMMENT_WORDS =
  /^(?:昨天|前天|全部楼层|盖楼|有用|\|?\+?\d*(?:顶|踩|赞)\d*|\|?(?:收藏|分享)|回复|回覆|举报|檢舉|顶|踩|赞|支持|反对|引用|楼主|沙发|板凳|\d+楼|\d+(?:秒|分钟|小时|天|周|个月|年)前|[[(（]?\d*[\])）]?\s*(?:回复|赞|顶|举报|支持|反对)[[(（]?\d*[\])）]?|分享评论|展开回复|查看(?:全部)?\d*条?回复)$/;
