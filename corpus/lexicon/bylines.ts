/**
 * The words of bylines on Chinese news pages: labels, roles, and what stands beside names without being one.
 * Origin: our own reading of Chinese news pages. 2026-11.
 */

/** Labels before the name of the source. */
export const SOURCE_LABELS =
  "(?:信息|文章|新闻|新聞|稿件|本文|本站|内容|消息)?(?:来源于?|來源|稿源|出处|出處)|新聞資料來源|供稿单位|[发發][布佈](?:机构|機構|单位|單位)|来自|转自|转载自|摘自|发稿单位";

/** Labels before names of authors; editors are none. */
export const AUTHOR_LABELS =
  "(?:本文|文章|原文|专栏|特约)?作者|撰文|撰稿|采写|采访|执笔|文字|主笔|记者|記者|文(?=\\s*[/／|｜丨:：])|特约记者|本报记者";

/** Labels that end the value before them, where a colon, a number or white space shows that they are labels. */
const LABELS =
  "责任?编辑|責任編輯|编辑|編輯|编审|校对|校對|审核|作者|记者|記者|撰文|通讯员|来源|來源|稿源|出处|时间|時間|日期|发布|發布|发表|更新|浏览|瀏覽|阅读|点击|访问|评论|关注|微信号?|微博|人气|次数|收藏|举报|责编|摄影|视频|分类|标签";

/** Where the name of a source ends. */
export const VALUE_END = new RegExp(
  `\\s{2,}|\\u3000|\\s(?=\\S*[:：])|\\u001f|[|｜丨]|(?:${LABELS})[^\\s:：\\d]{0,2}(?=\\s*[:：]|\\s*\\d)|\\s(?=${LABELS})|字号|字體|字体|分享到|打印|列印|责任编辑|【|\\[大|\\[小|\\(\\d|(?:19|20)\\d\\d\\s*[-年/.]|\\s\\d+(?:\\s|$)|[)）】\\]]`,
);

/** Where a list of names ends. */
export const NAME_END =
  /\u001f|[|｜丨)）】\]。；;]|(?:实习|见习|值班|网络|新媒体)?(?:责任?编辑|責任編輯|编辑|編輯|责编|责任|编审|校对|审核|来源|來源|时间|日期|发布|發布|发表|發表|上传|浏览|瀏覽|阅读|点击|通讯员|通訊員|实习生|摄影|攝影|视频|翻译|出品|图片|[／/]\s*[一-龥]{2,6}(?:報導|报导|报道)|(?:19|20)\d{2}[-年/.])/;

/** Words on a byline that are nobody's name. */
export const BYLINE_WORDS =
  /^(?:原创|转载|转发|独家|首发|精选|置顶|推荐|视频|图集|图文|组图|要闻|快讯|新闻|资讯|正文|首页|评论|跟贴|跟帖|关注|已关注|订阅|分享|分享到|收藏|点赞|举报|阅读|浏览|字号|字体|打印|列印|关闭|大|中|小|[-+A]|来源|作者|编辑|记者|未知|佚名|匿名|不详|无|本站|本网|本报|本报讯|网络|互联网|综合|整理|网友|管理员|系统管理员|admin|administrator|编辑部|小编|我|原文|手机看新闻|客户端|语音播报|听新闻|收听|播放|进入论坛|我有话说|参与互动|人参与|条评论|T|x|·|\||优质(?:原创)?(?:作者|创作者)?|优质原创|.{0,6}(?:领域|原创)(?:作者|创作者)|官方账号|.{0,8}官方(?:账号|帐号)|IP属地.*|来自.{0,4}|已认证|认证|昨天|今天|前天|刚刚|微信|微博|QQ|QQ好友|QQ空间|Qzone|微信好友|新浪微博|朋友圈|更多|正体|繁体|简体|全文|展开|登录|注册|搜索|name|author|null|undefined|点赞数?|收藏数?|阅读[量数]|评论数|浏览[量数]|修改|首次发布|已于|首发|发布|更新|星期[一二三四五六日天]|周[一二三四五六日天]|只看该作者|只看楼主|楼主|倒序浏览|电梯直达|HKT|版次|栏目|标签|专栏|专题|综述|举报此文|转发|扫码阅读|跳至主要內容|列印本頁|友善列印)$/i;

/** What opens a role with a name, `记者 张三`, and no name of a medium. */
export const ROLE_START =
  /^(?:[一-龥]{0,4}(?:记者|記者)|通讯员|通訊員|特约|特派|实习|撰文|作者|编辑|編輯|摄影|攝影|编译|主播|责编|文字|图片?|发布时间|发布于|发表于|更新)(?![一-龥]{0,6}(?:网|报|社))/;

/** How the names of media and offices tend to end. */
export const MEDIUM_WORDS =
  /(?:网|網|報|报|社|台|臺|杂志|雜誌|周刊|週刊|日报|晚报|时报|电视|新闻|新聞|传媒|频道|客户端|公众号|微信|微博|官方|在线|热线|财经|观察|头条|委|局|部|厅|办|政府|中心|院|协会|资讯|发布|之声|号|融媒|融媒体|通讯社|出版社|集团|公司|大学|研究所)$/;

/** What stands before names: a medium and a role, `南都见习记者`, or a role alone. */
export const ROLE_HEAD =
  /[一-龥A-Za-z0-9·]{0,16}?(?:实习|见习|首席|特约|特派|全媒体|融媒体|高级|资深)*(?:记者|記者|作者|评论员|評論員|主笔|撰稿人?|专栏作家|观察员|采写|执笔)[\s:：/／]*/g;

/** What stands behind a name: a way of work or the place of it. */
export const ROLE_TAIL =
  /(?:整合|综合|报道|報導|整理|编译|编写|翻译|摄影报道|摄影|攝影|摄|攝|拍摄|图文|文图|(?<![一-龥])文|撰文|供稿|发自[一-龥]{2,6}|[一-龥]{2}报道|[一-龥]{2}報導)$/;
