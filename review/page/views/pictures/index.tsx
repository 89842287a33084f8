import "./pictures.css";
import { useMemo } from "preact/hooks";
import type { PictureChoice, PictureData } from "../../../../schemas/picture.ts";
import { address, hrefOf } from "../../address.ts";
import { complain } from "../../messages.ts";
import { session } from "../../session.ts";
import { provinceName } from "../../terms.ts";
import { language } from "../../texts.ts";
import { arranged, type Labelled, labelled } from "./arrange.ts";
import { type Choices, choicesIn } from "./choices.ts";
import { Controls } from "./controls.tsx";
import { downloadPng, downloadSvg } from "./download.ts";
import { FigureTable } from "./figure-table.tsx";
import { fileSvg } from "./file.ts";
import { FilterLine } from "./filter-line.tsx";
import { FILE_LOOK, pageLook } from "./look.ts";
import { PlotFrame } from "./plot-frame.tsx";
import { draw } from "./plots/index.ts";
import { sourceLine } from "./source.ts";
import { RULES, TITLES, t } from "./texts.ts";
import { usePicture } from "./use-picture.ts";
import { useWidth } from "./use-width.ts";
import { metricWords } from "./words.ts";

/** Facts drawn: before and after, distribution, over time, savings. */
export default function PicturesView() {
  const { filter } = address.value;
  const choices = choicesIn(address.value);
  const data = usePicture(filter, choices);
  return (
    <div class="pictures">
      <FilterLine filter={filter} />
      <Controls {...{ data, choices }} />
      {data === null && <p class="soft">{t("loading")}</p>}
      {data !== null && data.chosen === null && (
        <div class="notice">
          <h2>{t("nothing")}</h2>
          <p class="soft">{t(data.facts === "accepted" ? "nothingAccepted" : "nothingWhy")}</p>
        </div>
      )}
      {data !== null && data.chosen !== null && <Drawn {...{ data, choices, choice: data.chosen }} />}
    </div>
  );
}

interface DrawnProps {
  readonly data: PictureData;
  readonly choice: PictureChoice;
  readonly choices: Choices;
}

function Drawn({ data, choice, choices }: DrawnProps) {
  const { order, most } = choices;
  const { filter } = address.value;
  const [frame, width] = useWidth();
  const figures = useLabelled(data);
  const title = t(TITLES[data.kind], { metric: metricWords(choice.metric) });
  const look = pageLook(width, (fact) => hrefOf({ view: "queue", fact }));
  const inputs = [figures, order, most, width, language.value];
  const picture = useMemo(() => draw(data, figures, { order, most }, look), inputs);
  const source = sourceLine(data, filter, new Date());
  const file = () =>
    fileSvg(draw(data, figures, { order, most }, FILE_LOOK), { title, lines: [t(RULES[data.kind]), source] });
  const name = `jingjian-${data.kind}-${choice.metric}`;
  const inOrder = data.kind === "time" ? figures : arranged(figures, order, figures.length).drawn;
  return (
    <figure class="picture" aria-labelledby="picture-title">
      <figcaption>
        <h2 id="picture-title">{title}</h2>
        {picture.notes.map((note) => (
          <p key={note} class="soft">
            {note}
          </p>
        ))}
      </figcaption>
      <div ref={frame}>
        <PlotFrame parts={picture.parts} label={title} />
      </div>
      <p class="soft small">{t(RULES[data.kind])}</p>
      <p class="soft small">
        <bdi>{source}</bdi>
      </p>
      <p class="no-print picture-files">
        <button type="button" onClick={() => downloadSvg(file(), name)}>
          {t("toSvg")}
        </button>
        <button type="button" onClick={() => downloadPng(file(), name).catch(complain)}>
          {t("toPng")}
        </button>
      </p>
      <FigureTable {...{ data, choice, figures: inOrder }} />
    </figure>
  );
}

function useLabelled(data: PictureData): readonly Labelled[] {
  const provinces = session.value?.provinces;
  return useMemo(
    () => labelled(data.figures, (code) => (code.slice(0, 2) === "10" ? null : provinceName(code))),
    [data, provinces],
  );
}
