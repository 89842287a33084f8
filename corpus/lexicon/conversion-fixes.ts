// Origin: our own list, checked against the output of opencc-js 1.4.2 (t→cn). Date: 2026-11.

/**
 * What character conversion leaves unlike Simplified usage: [converted, Simplified], the same number of UTF-16 units.
 * The longest entry wins, so an entry that maps to itself protects its words. No words are exchanged for others of
 * the mainland: only the spelling changes.
 */
export const CONVERSION_FIXES: readonly (readonly [string, string])[] = [
  // Variants that the character table does not know
  ..."衞卫 濬浚 澂澄 枱台 簷檐 値值 呉吴 歳岁 晩晚 淸清 靑青 鄕乡 郷乡 汚污 祇只 衹只 幺么 敎教 啓启 囬回 邨村 衆众 敍叙 勛勋 綫线 葯药 銹锈 鷄鸡 讐仇 滙汇 廹迫 畧略 隣邻 綉绣 粧妆 艷艳 菓果 糉粽"
    .split(" ")
    .map((pair): readonly [string, string] => [pair[0]!, pair[1]!]),
  // 著 is 着 wherever it does not mean to write or to be known
  ["著", "着"],
  ..."著名 著作 著称 著述 著者 著书 著录 著文 著说 著有 显著 名著 卓著 编著 译著 专著 原著 论著 遗著 巨著 拙著 合著 土著 昭著 所著 新著 旧著 著译 著绩 著重号 主著 彰著"
    .split(" ")
    .map((word): readonly [string, string] => [word, word]),
  ["著重", "着重"],
  ["有著", "有着"],
  // Machine conversion to Traditional writes 乾 and others where the name or word has 干
  ["新乾县", "新干县"],
  ["余乾县", "余干县"],
  ["乾部", "干部"],
  ["骨乾", "骨干"],
  ["乾事", "干事"],
  ["乾警", "干警"],
  ["乾群", "干群"],
  ["乾线", "干线"],
  ["主乾", "主干"],
  ["若乾", "若干"],
  ["乾预", "干预"],
  ["乾扰", "干扰"],
  ["乾涉", "干涉"],
  ["乾旱", "干旱"],
  ["实乾", "实干"],
  ["苦乾", "苦干"],
  ["乾劲", "干劲"],
  ["才乾", "才干"],
  ["精乾", "精干"],
  ["下沈", "下沉"],
  ["沈淀", "沉淀"],
  ["沈重", "沉重"],
  ["沈默", "沉默"],
  ["深沈", "深沉"],
  ["沈浸", "沉浸"],
  // Spellings of Taiwan and Hong Kong
  ["规画", "规划"],
  ["计画", "计划"],
  ["企画", "企划"],
  ["策画", "策划"],
  ["画分", "划分"],
  ["区画", "区划"],
  ["甚么", "什么"],
  ["什至", "甚至"],
  ["部份", "部分"],
  ["成份", "成分"],
  ["份子", "分子"],
  ["身份子", "身份子"],
  ["覆核", "复核"],
  ["覆查", "复查"],
  ["覆议", "复议"],
  ["覆审", "复审"],
  ["覆检", "复检"],
  ["连络", "联络"],
  ["帐目", "账目"],
  ["帐户", "账户"],
  ["算帐", "算账"],
  ["转帐", "转账"],
];
