import { texts } from "../../../texts.ts";

export const t = texts({
  article: { zh: "文章", en: "Article" },
  original: { zh: "原文", en: "Original" },
  simplified: { zh: "简体", en: "Simplified" },
  both: { zh: "并排", en: "Both" },
  script: { zh: "文字", en: "Text" },
  loading: { zh: "正在读取文章…", en: "Reading the article…" },
  sentences: {
    zh: "手头只有事实所在的句子。要看全文，请用 --in 原文件 或 --archive 存档 启动 jingjian review。",
    en: "Only the sentences of the facts are at hand. To see the whole article, start jingjian review with --in FILES or --archive ARCHIVE.",
  },
  unproved: {
    zh: "文章里在事实所说的位置没有这些文字：文章可能已改动。",
    en: "The article does not hold these words where the fact says: it may have changed.",
  },
  longBlock: {
    zh: "这一段共 {n} 个字符，这里是其中一部分。",
    en: "This block has {n} characters; a part of it is shown.",
  },
  manyBlocks: { zh: "文章共 {n} 段，这里是其中一部分。", en: "The article has {n} blocks; a part of them is shown." },
  showAll: { zh: "全部显示", en: "Show all" },
  toFact: { zh: "看这条事实", en: "Look at this fact" },
  selectFirst: { zh: "先在文章里选中几个字", en: "Select words in the article first" },
  selectOriginal: { zh: "请在原文里选字（按 t 切换）", en: "Select in the original text (t switches)" },
  noArticle: { zh: "没有全文，不能添加事实", en: "Without the whole article no fact can be added" },
  caretHow: {
    zh: "方向键移动，Shift+方向键扩大，Enter 或 m 添加，Esc 结束",
    en: "Arrows move, Shift+arrows extend, Enter or m adds a fact, Esc ends",
  },
});
