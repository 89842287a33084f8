import type { Processor } from "bullmq";
import type { ResultJob } from "../schemas/job.ts";
import { attempting } from "./attempt.ts";
import { type Sink, unpacked } from "./sink.ts";

/** The consumer of results: writes what other workers found. Only the process that holds the output runs it. */
export const resultProcessor = (sink: Sink, onFatal: (error: unknown) => void): Processor<ResultJob> =>
  attempting(onFatal, ({ data }) => sink.commit(unpacked(data)));
