import type { Sentence } from "../../schemas/document.ts";
import type { Modality } from "../../schemas/fact.ts";

/** Headings and leads that open what is still to come, and those that open what was done. */
const AHEAD =
  /工作(?:安排|打算|计划|思路|重点|目标|任务)|重点(?:工作|任务)|(?:预期|主要|发展|总体|工作)目标|目标任务|总体要求|下一?步|下一?阶段|今后|预算(?:安排|草案|编制)|收支预算|(?:明|来|下)年/;
const DONE = /回顾|总结|完成情况|执行情况|主要成[绩效]|工作成效|进展情况|决算|存在(?:的)?(?:问题|困难)|过去[一五]年/;
/** 下一步，: a sentence that opens so speaks for the rest of its paragraph. */
const LEAD_AHEAD =
  /^(?:下一?步|下一?阶段|接下来|今后|未来|明年|按照?(?:规划|计划|方案|安排)|根据(?:规划|计划|方案|安排))/;
const HEADING_CHARS = 32;

/** Keeps whether the text speaks of plans: by section of a report, by paragraph of the news. */
export class Outlook {
  private section: Modality | null = null;
  private paragraph: Modality | null = null;
  private block = -1;

  /** What a sentence is taken for where its own words do not tell; sentences must come in order. */
  of({ text, block, kind }: Sentence): Modality | null {
    if (kind === "title") return null;
    if (block !== this.block) {
      this.block = block;
      this.paragraph = null;
      if (isHeading(text, kind)) this.section = AHEAD.test(text) && !DONE.test(text) ? "planned" : null;
    }
    if (LEAD_AHEAD.test(text) || /目标(?:是|为)?[：:]/.test(text)) this.paragraph = "planned";
    return this.paragraph ?? this.section;
  }
}

/** A short line without a full stop, numbered or marked up as a heading. */
const isHeading = (text: string, kind: Sentence["kind"]): boolean =>
  kind === "heading" ||
  (text.length <= HEADING_CHARS &&
    /^(?:[一二三四五六七八九十]{1,3}[、，．.]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五]部分)/.test(text) &&
    !/[。；]$/.test(text));
