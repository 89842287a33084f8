import type { ComponentChildren } from "preact";
import type { PictureData } from "../../../../schemas/picture.ts";
import { go } from "../../address.ts";
import { Link } from "../../parts/link.tsx";
import { LEVEL_TERMS, term } from "../../terms.ts";
import type { Order } from "./arrange.ts";
import { type Choices, FACTS, KINDS, MOST, ORDERS_OF } from "./choices.ts";
import { t } from "./texts.ts";
import { metricWords, unitWords } from "./words.ts";

const ORDER_TEXTS = {
  fall: "byFall",
  rise: "byRise",
  amount: "byAmount",
  place: "byPlace",
} as const satisfies Record<Order, string>;

/** What is drawn, of what, and in which order. */
export function Controls({ data, choices }: { readonly data: PictureData | null; readonly choices: Choices }) {
  const { kind, facts, order, most } = choices;
  return (
    <>
      <nav class="kinds" aria-label={t("kinds")}>
        {KINDS.map((one) => (
          <Link
            key={one}
            to={{ free: { kind: one, of: null, order: null, most: null } }}
            aria-current={one === kind ? "true" : undefined}
          >
            {t(one)}
          </Link>
        ))}
      </nav>
      <div class="picture-controls">
        {(data?.choices.length ?? 0) > 0 && (
          <Chooser label={t("metric")} name="of" value={data?.chosen?.measure ?? ""}>
            {data?.choices.map((choice) => (
              <option key={choice.measure} value={choice.measure}>
                {t("metricOption", { metric: metricWords(choice.metric), unit: unitWords(choice), n: choice.subjects })}
              </option>
            ))}
          </Chooser>
        )}
        {(data?.levels.length ?? 0) > 1 && (
          <Chooser label={t("level")} name="level" value={data?.level ?? ""}>
            {data?.levels.map(({ level, subjects }) => (
              <option key={level} value={level}>
                {t("levelOption", { level: level === "-" ? t("noLevel") : term(LEVEL_TERMS, level), n: subjects })}
              </option>
            ))}
          </Chooser>
        )}
        <Chooser label={t("facts")} name="facts" value={facts}>
          {FACTS.map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </Chooser>
        {ORDERS_OF[kind].length > 0 && (
          <Chooser label={t("order")} name="order" value={order}>
            {ORDERS_OF[kind].map((one) => (
              <option key={one} value={one}>
                {t(ORDER_TEXTS[one])}
              </option>
            ))}
          </Chooser>
        )}
        {MOST[kind].length > 0 && (
          <Chooser label={t("most")} name="most" value={String(most)}>
            {MOST[kind].map((n) => (
              <option key={n} value={String(n)}>
                {t("mostOption", { n })}
              </option>
            ))}
          </Chooser>
        )}
      </div>
    </>
  );
}

interface ChooserProps {
  readonly label: string;
  /** Parameter of the address. */
  readonly name: string;
  readonly value: string;
  readonly children: ComponentChildren;
}

function Chooser({ label, name, value, children }: ChooserProps) {
  return (
    <label>
      <span class="soft">{label}</span>
      <select name={name} value={value} onChange={({ currentTarget }) => go({ free: { [name]: currentTarget.value } })}>
        {children}
      </select>
    </label>
  );
}
