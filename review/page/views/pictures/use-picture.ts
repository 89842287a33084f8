import { useEffect, useState } from "preact/hooks";
import type { PictureData } from "../../../../schemas/picture.ts";
import type { Filter } from "../../../../schemas/review.ts";
import { get } from "../../api.ts";
import { complain } from "../../messages.ts";
import { pulse } from "../../session.ts";
import type { Choices } from "./choices.ts";

/** So often at most is a picture drawn anew while the file grows. */
const REDRAW_MS = 3_000;

/** Data of the picture, asked for anew when facts change; null until the first answer. */
export function usePicture(filter: Filter, { kind, facts, of, level }: Choices): PictureData | null {
  const [data, setData] = useState<PictureData | null>(null);
  const query = { ...filter, kind, facts, of, level };
  const key = JSON.stringify(query);
  const version = pulse.value?.version ?? 0;
  const isOld = data !== null && version > data.version;
  useEffect(() => {
    const left = new AbortController();
    const ask = () =>
      get<PictureData>("pictures", query, left.signal).then(
        setData,
        (error: unknown) => left.signal.aborted || complain(error),
      );
    const timer = setTimeout(ask, isOld ? REDRAW_MS : 0);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [key, isOld]);
  return data;
}
