/**
 * The words of bylines on Chinese news pages: labels, roles, and what stands beside names without being one.
 * Origin: our own reading of Chinese news pages. 2026-11.
 */

/** Labels before the name of the source. */
export const SOURCE_LABELS =
  "(?:信息|文章|新闻|稿件|本文|本站|资料|内容|消息)?(?:来源|來源|稿源|出处|出處)|供稿单位|发布(?:机构|单位)|来自|转自|转载自|摘自|发稿单位";

/** Labels before names of authors; editors are none. */
export const AUTHOR_LABELS =
  "(?:本文|文章|原文|专栏|特约)?作者|撰文|撰稿|采写|采访|执笔|文字|主笔|记者|文(?=\\s*[/／|｜丨:：])|特约记者|本报记者|通讯员";

/** Any label that ends the value before it. */
export const NEXT_LABEL =
  "(?:责任?编辑|責任編輯|编辑|编审|校对|审核|作者|记者|撰文|通讯员|来源|來源|稿源|时间|日期|发布|发表|更新|浏览|阅读|点击|访问|评论|字号|字体|分享|打印|关注|微信|微博|大小|人气|次数|收藏|举报|责编|摄影|视频|【|\\[大|\\[小|\\(\\d)";

/** Words on a byline that are nobody's name. */
export const BYLINE_WORDS =
  /^(?:原创|转载|转发|独家|首发|精选|置顶|推荐|视频|图集|图文|组图|要闻|快讯|新闻|资讯|正文|首页|评论|跟贴|跟帖|关注|已关注|订阅|分享|收藏|点赞|举报|阅读|浏览|字号|字体|打印|大|中|小|[-+A]|来源|作者|编辑|记者|未知|佚名|匿名|无|本站|本网|本报|网络|互联网|综合|整理|网友|管理员|系统管理员|admin|编辑部|小编|我|原文|手机看新闻|客户端|语音播报|听新闻|收听|播放|进入论坛|我有话说|参与互动|T|x|·|\||优质原创作者|官方账号|已认证|认证|昨天|今天|前天|刚刚|微信|微博|QQ|QQ空间|Qzone|更多)$/i;

/** Words that a name of a medium or office tends to have. */
export const MEDIUM_WORDS =
  /(?:网|報|报|社|台|臺|杂志|周刊|週刊|日报|晚报|时报|电视|電視|新闻|新聞|传媒|傳媒|频道|客户端|公众号|微信|微博|官方|在线|热线|财经|观察|头条|委|局|部|厅|办|政府|中心|院|协会|资讯|发布|之声|号|融媒|通讯社|出版)$/;

/** Roles and ways of work around the names of authors. */
export const ROLE_WORDS =
  /(?:实习|见习|首席|特约|特派|本报|本刊|本社|本台|专栏|全媒体|融媒体|高级|资深|驻[一-龥]{1,6}|通讯员|实习生|记者|作者|主笔|评论员|撰稿人?|采写|执笔|整合|综合|报道|整理|编译|编写|翻译|摄影报道|摄影|摄|拍摄|图文|文\/图|文图|(?<![一-龥])文(?![一-龥])|撰文|供稿|发自[一-龥]{2,6}|[一-龥]{2,4}报道)/g;
